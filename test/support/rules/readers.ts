// Every function that is given typed text, found by its file: each exported function of the rules that calls what it
// is given text, words, a line or the like, and what reads and cleans text for the platforms. A new one is among them without being named.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Temporal } from 'temporal-polyfill';
import { defaultRules } from '../../../src/cycle/cycles/domain/forum-rules.ts';

export type Reader = { readonly name: string; readonly read: (text: string) => void };

const root = join(import.meta.dirname, '../../..');
const folder = 'src/domain';
const files = [
  ...['src/messages/plain-text.ts', 'src/messages/action-value.ts'],
  ...['src/chat/slack/escape.ts', 'src/chat/slack/inbound.ts', 'src/chat/slack/rich-text.ts'],
  ...['src/chat/teams/escape.ts', 'src/chat/teams/command-text.ts'],
  ...['src/app/find-objective.ts', 'src/app/read-return-lines.ts', 'src/app/read-number.ts'],
  ...['src/app/cycle-lines.ts', 'src/app/typed-note.ts', 'src/app/read-status-request.ts'],
];

/** A function, and what it calls what it is given. */
const TAKES_TEXT =
  /^function \w+\((?:text|words?|line|typed|input|raw|note|name|ref|rest|link|said|title|a|label|term)\b/;
const today = Temporal.PlainDate.from('2024-07-01');
/** What may follow the text; a reader that wants something else answers at once, or fails at once. */
const following: readonly (readonly unknown[])[] = [
  [],
  [today, 'future'],
  ['C'],
  [[{ ref: '2B:2', title: 'A title', id: 'id' }]],
  [defaultRules],
  [{}],
  [{ emails: new Set(), names: [] }],
  ['update', (word: string) => /\d[A-Z]/.test(word)],
];

/** All readers, in the order of their names. */
export async function allReaders(): Promise<readonly Reader[]> {
  const paths = [
    ...readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name}`),
    ...files,
  ];
  const readers: Reader[] = [];
  for (const path of paths) {
    const module: Record<string, unknown> = await import(pathToFileURL(join(root, path)).href);
    for (const [name, value] of Object.entries(module))
      if (typeof value === 'function' && name !== 'hits' && TAKES_TEXT.test(String(value))) {
        const meant = following.slice(0, value.length > 1 ? following.length : 1);
        const fitting = meant.filter((more) => takes(value as Callable, more));
        readers.push(
          ...fitting.map((more) => ({
            name: `${path.replace(/^src\//, '')} ${name}`,
            read: (text: string) => void takes(value as Callable, [...more], text),
          })),
        );
      }
  }
  return readers;
}

type Callable = (...values: unknown[]) => unknown;

/** Whether it is meant for text: what wants something else fails at once. */
function takes(read: Callable, more: readonly unknown[], text = '2B:2 1.2 red 12 July'): boolean {
  try {
    read(text, ...more);
    return true;
  } catch {
    return false;
  }
}
