// What a use case can touch is in its types: reads apart from writes, and nothing that holds the whole record.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Command } from '../../src/core/request/app/command.ts';
import type { ReadingPorts } from '../../src/core/request/app/ports.ts';

const root = join(import.meta.dirname, '../..');
const paths = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((path) => `src/${path}`)
  .filter((path) => /^src\/\w+\/[\w-]+\/app\/[\w-]+\.ts$/.test(path));
const sources = paths.map((path) => ({
  path,
  code: readFileSync(join(root, path), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\/\/.*$/gm, ''),
}));

/** The methods of each interface whose name ends so. */
function methodsOf(ending: string): ReadonlyMap<string, readonly string[]> {
  const found = sources.flatMap(({ code }) => [
    ...code.matchAll(new RegExp(`interface (\\w+${ending}) \\{\\n([\\s\\S]*?)\\n\\}`, 'g')),
  ]);
  return new Map(
    found.map(([, name = '', body = '']) => [
      name,
      [...body.matchAll(/^ {2}(\w+)\(/gm)].map(([, method = '']) => method),
    ]),
  );
}

it('lets only ports that read answer for a moment', () => {
  const merged = sources.flatMap(({ code }) =>
    [...code.matchAll(/interface ReadingPorts \{\n([\s\S]*?)\n {0,2}\}/g)].flatMap(
      ([, body = '']) => [...body.matchAll(/readonly \w+: (\w+);/g)].map(([, port = '']) => port),
    ),
  );

  expect(merged.length).toBeGreaterThan(20);
  expect(merged.filter((port) => !port.endsWith('Reads'))).toEqual([]);
});

it('calls nothing that writes as something that reads', () => {
  const writing = new Set([...methodsOf('Writes').values()].flat());
  const reading = [...methodsOf('Reads'), ...methodsOf('ReadsNow')].flatMap(([port, methods]) =>
    methods.map((method) => ({ port, method })),
  );

  expect(writing.size).toBeGreaterThan(60);
  expect(reading.length).toBeGreaterThan(60);
  expect(reading.filter(({ method }) => writing.has(method))).toEqual([]);
});

it('gives a verb nothing to write with as at a date: these lines compile only because they must not', () => {
  const attempts = [
    // @ts-expect-error there is no transaction
    ({ transaction }: ReadingPorts) => transaction,
    // @ts-expect-error a port that reads has no method that writes
    ({ audit }: ReadingPorts) => audit.append,
    // @ts-expect-error nor one that a higher room adds
    ({ objectives }: ReadingPorts) => objectives.appendUpdate,
    // @ts-expect-error nor one that only knows today
    ({ objectives }: ReadingPorts) => objectives.findInEffect,
    // @ts-expect-error what only writes is not there
    ({ planEdits }: ReadingPorts) => planEdits,
    // @ts-expect-error a verb's own form for today is given more than its dated form is
    ({ run }: Command): NonNullable<Command['asAt']> => ({ answer: run }),
  ];

  expect(attempts).toHaveLength(6);
});
