// No function and no file of the source outgrows what a reader can hold: a long one is divided by what it does.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const MOST_LINES_OF_A_FUNCTION = 80;
const MOST_LINES_OF_A_FILE = 310;

const root = join(import.meta.dirname, '../..');
const sources = ['src', 'commands', 'scheduled'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.m?ts$/.test(name) && !name.startsWith('generated'))
    .map((name) => ({
      name: `${folder}/${name}`,
      lines: readFileSync(join(root, folder, name), 'utf8')
        .trimEnd()
        .split('\n'),
    })),
);

/** Lines of a function, method or arrow function: in formatted code it ends where its first line's indentation comes back. */
function longFunctions(lines: readonly string[], most: number): string[] {
  return lines.flatMap((line, index) => {
    if (!/\bfunction\b|=>|^\s+(?:async |get |set )?[\w$]+(?:<.*>)?\(/.test(line)) return [];
    const indent = line.search(/\S/);
    const rest = lines.slice(index + 1);
    const end = rest.findIndex(
      (other) => other !== '' && other.search(/\S/) <= indent && !/^\s*\).*\{$/.test(other),
    );
    const length = end + 2;
    return /^\s*[})\]]/.test(rest[end] ?? '') && length > most
      ? [`line ${index + 1} (${length} lines): ${line.trim()}`]
      : [];
  });
}

it('sees a function that is too long, in each of its forms', () => {
  const body = Array.from({ length: 4 }, (_, line) => `  work(${line});`);
  const planted = [
    ['export async function longOne(', '  db: Executor,', '): Promise<void> {', ...body, '}'],
    ['const longOne = (db: Executor) => {', ...body, '};'],
    ['  async longOne(db) {', ...body.map((line) => `  ${line}`), '  },'],
    ['describe("x", () => {', ...body, '});'],
  ];

  for (const lines of planted) {
    expect(longFunctions(lines, 5), lines[0]).toHaveLength(1);
    expect(longFunctions(lines, lines.length), lines[0]).toEqual([]);
  }
});

it('has no function that is too long', () => {
  const long = sources.flatMap(({ name, lines }) =>
    longFunctions(lines, MOST_LINES_OF_A_FUNCTION).map((what) => `${name}, ${what}`),
  );

  expect(sources.length).toBeGreaterThan(500);
  expect(long).toEqual([]);
});

it('has no file that is too long', () => {
  const long = sources.filter(({ lines }) => lines.length > MOST_LINES_OF_A_FILE);

  expect(long.map(({ name, lines }) => `${name}: ${lines.length}`)).toEqual([]);
});
