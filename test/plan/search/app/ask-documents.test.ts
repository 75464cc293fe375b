// Whoever asks about something in the partnership's two documents, in words of their own around the documents' words, is led
// to its place among the first answers.
import { expect, it } from 'vitest';
import { type AnyRow, allRows } from '../../../control/plan-folders/files/support/plan.ts';
import { ASHA } from '../../../support/world/cast.ts';
import { buttonsOf } from '../../../support/world/message-parts.ts';
import { describePlan } from '../../../support/world/plan-suite.ts';
import { textOf } from '../../../support/world/plan-world.ts';

/** How people ask about something of which they remember some words. */
const FORMS = [
  (words: string) => `what does the plan say about ${words}?`,
  (words: string) => `is there anything on ${words}`,
  (words: string) => `Where is ${words} mentioned?`,
  (words: string) => `find ${words}`,
  (words: string) => `can you tell me about ${words} please`,
];

/** So many words are remembered. */
const REMEMBERED = 6;

type Field = (name: string) => string;

/** The line that shows a row, by its kind. */
const LINES: Readonly<Partial<Record<AnyRow['kind'], (of: Field) => string>>> = {
  objective: (of) => `show ${of('ref')}`,
  kpi: (of) => `kpi show ${of('number')}`,
  statement: (of) => `show statements ${of('list')}`,
  'self-evaluation': (of) =>
    `show ${of('list') === 'development' ? 'area' : 'strength'} ${of('letter')}`,
  forum: (of) => `show forum ${of('key')}`,
  project: (of) => `show project ${of('key')}`,
  voice: () => 'show voices',
};

/** Words of a row as its document has them, from the middle of the longest text. */
function remembered({ source }: AnyRow): string {
  const [longest = ''] = source
    .map(({ text }) => text)
    .sort((one, other) => other.length - one.length);
  const words = longest.split(/\s+/);
  const from = Math.max(0, Math.floor((words.length - REMEMBERED) / 2));
  return words
    .slice(from, from + REMEMBERED)
    .join(' ')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%)]+$/gu, '');
}

const asked = allRows.flatMap((row) => {
  const line = LINES[row.kind]?.((name) => String(row.fields[name]));
  return line === undefined ? [] : [{ line, words: remembered(row), at: row.at }];
});

describePlan('asking about the documents', (parts) => {
  it(`leads to the place of each objective, KPI, statement, strength, area, meeting, project and voice: ${asked.length}`, async () => {
    const missed: string[] = [];
    for (const [index, { line, words, at }] of asked.entries()) {
      const form = FORMS[index % FORMS.length] ?? FORMS[0];
      const question = form?.(words) ?? words;
      const reply = await parts.world.pap(ASHA, question);
      const lines = buttonsOf(reply.message).map((button) => button.line);
      const isThere =
        lines.some((one) => one === line || one.startsWith(`${line} `)) ||
        new RegExp(`/pap ${line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`).test(
          textOf(reply),
        );
      if (!isThere)
        missed.push(`${at}: ${question} → ${reply.message.title}: ${lines.join(' / ')}`);
    }
    console.log(`${asked.length - missed.length} of ${asked.length} are found by asking`);

    expect(new Set(asked.map(({ line }) => line.split(' ', 2).join(' '))).size).toBeGreaterThan(6);
    expect(asked.length).toBeGreaterThan(150);
    expect(missed).toEqual([]);
  }, 240_000);
});
