// Every function that is given typed text, found by its file: each exported function of the rules, the use cases, the
// messages and the doors that calls what it is given first text, words, a line or the like, and answers at once. A new
// one is among them without being named.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Temporal } from 'temporal-polyfill';
import { commands } from '../../../commands/index.ts';
import type { Forms } from '../../../src/core/message/domain/line-form.ts';
import {
  findPersonalData,
  suggestedWording,
} from '../../../src/core/personal-data/domain/personal-data.ts';
import { foldSigns } from '../../../src/core/personal-data/domain/personal-data-text.ts';
import { defaultRules } from '../../../src/cycle/cycles/domain/forum-rules.ts';
import { vocabularyOf } from '../../../src/plan/objectives/app/parse-line.ts';
import { refsOf } from './builders.ts';

export type Reader = { readonly name: string; readonly read: (text: string) => unknown };

const root = join(import.meta.dirname, '../../..');
const layers = /^\w[\w-]*\/[\w-]+\/(?:domain|rules|app|messages)\/[\w-]+\.ts$/;
const files = [
  ...['render/escape', 'inbound/inbound', 'render/limits', 'modal/modal', 'render/rich-text'].map(
    (name) => `src/chat/slack/${name}.ts`,
  ),
  ...['inbound/command-text', 'render/escape', 'render/limits', 'send/outgoing'].map(
    (name) => `src/chat/teams/${name}.ts`,
  ),
  'src/chat/terminal/files.ts',
];

/** A function, and what it calls what it is given. */
const TAKES_TEXT =
  /^function \w+\((?:text|words?|line|typed|input|raw|note|name|ref|rest|link|said|title|a|label|term|value|heading|printed|email|sentence|typedRef|reason|digits|written|month|claim)\b/;
/** Given what only the code writes, or measured below with what they are given in truth. */
const NO_READERS: ReadonlySet<string> = new Set([
  'codeOf',
  'hits',
  'suggestedWording',
  'withoutFinds',
]);
const nobody = { emails: new Set<string>(), names: ['Asha Example', 'Ben Example'] };
const today = Temporal.PlainDate.from('2024-07-01');
/** What may follow the text; a reader that wants something else answers at once, or fails at once. */
const following: readonly (readonly unknown[])[] = [
  [],
  [today, 'future'],
  ['C'],
  [[{ ref: '2B:2', title: 'A title', id: 'id' }]],
  [['Asha Example']],
  [3_000],
  [defaultRules],
  [{}],
  [nobody],
  // A line is read by the forms of its verb, which nobody may write into: the tests of a worker share them.
  [Object.freeze({ ...mostForms() }), vocabularyOf(refsOf('1A:1', '2B:2', '1.2'))],
  ['update', (word: string) => /\d[A-Z]/.test(word)],
];
const together: readonly Reader[] = [
  {
    name: 'core/personal-data/domain/personal-data.ts suggestedWording',
    read: (text) => suggestedWording(text, findPersonalData(text, nobody), nobody),
  },
];

/** All readers, file by file. */
export async function allReaders(): Promise<readonly Reader[]> {
  const paths = [
    ...readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => layers.test(name))
      .sort()
      .map((name) => `src/${name}`),
    ...files,
  ];
  const readers: Reader[] = [];
  for (const path of paths) {
    const module: Record<string, unknown> = await import(pathToFileURL(join(root, path)).href);
    for (const [name, value] of Object.entries(module)) {
      if (typeof value !== 'function' || NO_READERS.has(name) || !TAKES_TEXT.test(String(value)))
        continue;
      readers.push(...waysToRead(`${path.replace(/^src\//, '')} ${name}`, value as Callable));
    }
  }
  return [...readers, ...together];
}

type Callable = (...values: unknown[]) => unknown;

/** One for each different answer that what may follow the text leads to. */
function waysToRead(name: string, read: Callable): Reader[] {
  const meant = following.slice(0, read.length > 1 ? following.length : 1);
  return meant.flatMap((more) => {
    try {
      read(SAMPLE, ...more);
    } catch {
      return [];
    }
    return [{ name, read: (text: string) => whole(tried(read, asGiven(name, text), more)) }];
  });
}

/** The rules of the personal-data guard are given what it folds. */
function asGiven(name: string, text: string): string {
  return /^core\/personal-data\/(?:rules\/|domain\/personal-data-)/.test(name)
    ? foldSigns(text)
    : text;
}

const SAMPLE = '2B:2 1.2 red 12 July';

/** What it answers; what wants something else fails at once. */
function tried(read: Callable, text: string, more: readonly unknown[]): unknown {
  try {
    return read(text, ...more);
  } catch {
    return null;
  }
}

/** What is made as it is asked for is asked for to its end. */
function whole(answer: unknown): unknown {
  return typeof answer === 'object' &&
    answer !== null &&
    Symbol.iterator in answer &&
    'next' in answer
    ? [...(answer as Iterable<unknown>)]
    : answer;
}

/** The forms of the verb that has the most of them. */
function mostForms(): Forms {
  const all = commands.flatMap(({ subcommands = [], ...one }) => [one, ...subcommands]);
  const forms = all.map((one): Forms => ('forms' in one && one.forms) || {});
  return forms.reduce((most, one) =>
    Object.keys(one).length > Object.keys(most).length ? one : most,
  );
}
