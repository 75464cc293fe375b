// Every function that is given typed text, found by its file: each exported function of the rules, and what reads and
// cleans text for the platforms. A new one is among them without being named.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Temporal } from 'temporal-polyfill';
import { defaultRules } from '../../src/domain/forum-rules.ts';

export type Reader = { readonly name: string; readonly read: (text: string) => void };

const root = join(import.meta.dirname, '../..');
const folders = ['src/domain', 'src/messages', 'src/plan-files'];
const files = [
  ...['src/chat/slack/escape.ts', 'src/chat/slack/inbound.ts', 'src/chat/slack/rich-text.ts'],
  ...['src/chat/teams/escape.ts', 'src/chat/teams/command-text.ts'],
  ...['src/app/find-objective.ts', 'src/app/read-return-lines.ts', 'src/app/read-number.ts'],
  ...['src/app/cycle-lines.ts', 'src/app/typed-note.ts', 'src/app/read-status-request.ts'],
];

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
  ['update', () => true],
];

/** All readers, in the order of their names. */
export async function allReaders(): Promise<readonly Reader[]> {
  const paths = [
    ...folders.flatMap((folder) =>
      readdirSync(join(root, folder))
        .filter((name) => name.endsWith('.ts'))
        .map((name) => `${folder}/${name}`),
    ),
    ...files,
  ];
  const readers: Reader[] = [];
  for (const path of paths) {
    const module: Record<string, unknown> = await import(pathToFileURL(join(root, path)).href);
    for (const [name, value] of Object.entries(module))
      if (typeof value === 'function' && !/^class\b/.test(String(value)))
        readers.push(
          ...following.map((more, index) => ({
            name: `${path.replace(/^src\//, '')} ${name}${index === 0 ? '' : ` (${index})`}`,
            read: (text: string) => tryRead(() => value(text, ...more)),
          })),
        );
  }
  return readers;
}

/** What is not meant for text fails at once, which is no matter here. */
function tryRead(read: () => unknown): void {
  try {
    read();
  } catch {
    // Only its time counts.
  }
}
