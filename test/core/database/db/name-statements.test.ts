// The same text has the same name everywhere, and the names come to an end.
import { expect, it } from 'vitest';
import { nameStatements } from '../../../../src/core/database/db/name-statements.ts';

it('names a text the same in every process, and another text differently', () => {
  const [here, there] = [nameStatements(), nameStatements()];

  there({ sql: 'SELECT 2' });

  expect(here({ sql: 'SELECT 1' })).toMatch(/^pap_[0-9a-f]{32}$/);
  expect(there({ sql: 'SELECT 1' })).toBe(here({ sql: 'SELECT 1' }));
  expect(here({ sql: 'SELECT 2' })).not.toBe(here({ sql: 'SELECT 1' }));
});

it('gives no more names than a connection should keep', () => {
  const name = nameStatements();
  const first = name({ sql: 'SELECT 0' });

  const names = Array.from({ length: 300 }, (_, index) => name({ sql: `SELECT ${index}` }));

  expect(new Set(names.filter(Boolean)).size).toBe(200);
  expect(names.at(-1)).toBe('');
  expect(name({ sql: 'SELECT 0' })).toBe(first);
});
