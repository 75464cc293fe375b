// What the pages say of verbs, permissions and refusals is what the code has.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { permissionTable } from '../../src/core/request/domain/permissions.ts';
import { referenceText } from '../../src/service/dispatch/messages/reference.ts';

const root = join(import.meta.dirname, '../..');
const page = (name: string) => readFileSync(join(root, name), 'utf8');

it('has a current reference; if not: npm run reference', () => {
  expect(page('docs/reference.md')).toBe(referenceText(commands, permissionTable));
});

it.each(refusalCodes())('explains the refusal %s in the user guide', (code) => {
  const rows = page('docs/user-guide.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'));

  expect(rows.map((row) => row.split(' | ')[0])).toContainEqual(
    expect.stringContaining(`\`${code}\``),
  );
});

it.each(commands.map(({ name }) => name))('names the verb %s in the README', (name) => {
  expect(page('README.md')).toContain(`| \`${name}\` |`);
});

it.each(['README.md', ...pagesUnder('docs')])('links only to what there is: %s', (name) => {
  const links = [...page(name).matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)(?:#[^)]*)?\)/g)];

  for (const [, target = ''] of links) {
    expect(() => readFileSync(join(root, name, '..', target)), target).not.toThrow(/ENOENT/);
  }
});

function refusalCodes(): string[] {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\/domain\/refusal[\w-]*\.ts$/.test(name),
  );
  const source = files.map((name) => page(join('src', name))).join('\n');
  return [...source.matchAll(/readonly code: '([a-z-]+)'/g)].map(([, code = '']) => code);
}

function pagesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
}
