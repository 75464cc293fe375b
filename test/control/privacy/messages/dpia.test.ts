// The page is made from the list of what every column holds; the page that is kept is the one that is made.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { kept } from '../../../../src/control/privacy/domain/kept-data.ts';
import { keptTables } from '../../../../src/control/privacy/domain/kept-tables.ts';
import { dpiaText } from '../../../../src/control/privacy/messages/dpia.ts';

it('is current; if not: npm run dpia', () => {
  const path = join(import.meta.dirname, '../../../../docs/dpia-template.md');

  expect(readFileSync(path, 'utf8')).toBe(dpiaText(keptTables));
});

it('says of a table what it holds about people, and lists the others', () => {
  const page = dpiaText([
    kept('letter', 'Letters', { key: 'id', person: 'from_id', words: 'text', fact: 'at' }),
    kept('stamp', 'Stamps', { key: 'id', fact: 'price' }),
  ]);

  expect(page).toContain(
    '| `letter` | Letters | who it is about or by (`from_id`); words of people (`text`) | everybody on the plan | exports and chat |',
  );
  expect(page).toContain('- `stamp`: stamps');
});
