// What a use case can touch is in its types: reads apart from writes, and nothing that holds the whole record.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Command } from '../../src/core/request/app/command.ts';
import type { ReadingPorts } from '../../src/core/request/app/ports.ts';

/** Where everything may be held, and why. */
const mayHoldAll: Readonly<Record<string, string>> = {
  'src/core/request/app/command.ts': 'says what a verb is given',
  'src/core/request/app/ports.ts': 'says what the record is',
  'src/service/dispatch/app/answer-in-words.ts': 'gives it to the verb that a sentence asks for',
  'src/service/dispatch/app/dispatch-command.ts': 'gives it to a verb',
  'src/service/dispatch/app/run-as-at.ts': 'gives it to a verb, as at a date',
  'src/service/jobs/app/run-job.ts': 'gives it to a job',
};

const root = join(import.meta.dirname, '../..');
const paths = ['src', 'commands', 'scheduled']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
      (path) => `${folder}/${path}`,
    ),
  )
  .filter((path) => /^(?:src\/\w+\/[\w-]+\/app|commands|scheduled)\/.*\.ts$/.test(path));
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

/** Where the code takes the record or the request as a whole; a part that is picked by name is none. */
function wholes(code: string): string[] {
  const types = code
    .replace(/^import [^;]*;/gm, '')
    .replace(/^declare module [\s\S]*?^\}/gm, '')
    .replace(/\bPick<\s*\w+,(?![^>]*'record')/g, '')
    .replace(/\b(?!Command\b)\w+(?:\['record'\])?\['(?!record')\w+'\]/g, '');
  return (
    types.match(
      /\b(?:CommandContext|ReadingContext|PartnershipRecord|Repositories|ReadingPorts)\b|Command\['run'\]/g,
    ) ?? []
  );
}

it('sees who takes everything, however it is written', () => {
  for (const planted of [
    'function one(context: CommandContext) {}',
    'function one({ today }: CommandContext) {}',
    "function one({ record }: Pick<CommandContext, 'record' | 'now'>) {}",
    "function one(record: CommandContext['record']) {}",
    "function one(context: Parameters<Command['run']>[1]) {}",
    'type Turn = { readonly record: PartnershipRecord };',
    'async function one(work: (all: Repositories) => Promise<void>) {}',
    'const one = (then: ReadingPorts) => then;',
  ])
    expect(wholes(planted), planted).toHaveLength(1);
  for (const narrow of [
    "import type { PartnershipRecord } from './ports.ts';",
    "function one(history: Repositories['history']) {}",
    "function one(context: Pick<CommandContext, 'now' | 'today'>) {}",
    "declare module './ports.ts' {\n  interface Repositories {\n    readonly one: One;\n  }\n}",
    "function one(context: Given<'today', Reads<'items'>>) {}",
  ])
    expect(wholes(narrow), narrow).toEqual([]);
});

it('lets nobody take everything but who hands it on', () => {
  const found = sources.filter(({ code }) => wholes(code).length > 0).map(({ path }) => path);

  expect(sources.length).toBeGreaterThan(200);
  expect(found.sort()).toEqual(Object.keys(mayHoldAll).sort());
});

it('lets nobody name nearly everything', () => {
  const lists = sources.flatMap(({ path, code }) =>
    [...code.matchAll(/\b(?:Reads|Uses|Commits|Past)<([^<>]*)>/g)].map(([list, names = '']) => ({
      where: `${path}: ${list}`,
      count: names.split('|').filter((name) => /\w/.test(name)).length,
    })),
  );

  expect(lists.length).toBeGreaterThan(200);
  expect(lists.filter(({ count }) => count > 14)).toEqual([]);
});
