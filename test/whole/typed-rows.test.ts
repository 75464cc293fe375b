// The rows of SQL have their type from the shape that they are held against: nobody writes one beside it by hand.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.startsWith('generated'))
  .map((file) => ({ file, text: readFileSync(join(root, 'src', file), 'utf8') }));

it('leaves no row of SQL with a type of its own', () => {
  const byHand = sources.filter(({ text }) => /\$queryRaw(?:Unsafe)?<(?!unknown\[\]>)/.test(text));

  expect(byHand.map(({ file }) => file)).toEqual([]);
  expect(sources.filter(({ text }) => text.includes('rowsFrom(')).length).toBeGreaterThan(30);
});
