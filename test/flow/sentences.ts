// Sentences as people type them, each with what should come: read from test/fixtures/sentences, typed, and judged.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reply } from '../../src/core/request/app/inbound.ts';
import type { Harness } from '../support/database/database-harness.ts';
import type { Writes } from '../support/database/watch-writes.ts';
import { type RefStyle, styleNames } from '../support/rules/ref-styles.ts';
import { ASHA, BEN, CERYS, DEV } from '../support/world/cast.ts';
import { buttonsOf } from '../support/world/message-parts.ts';
import { london, type PlanWorld } from '../support/world/plan-world.ts';
import type { Restyled } from '../support/world/restyled-plan.ts';

export type Labelled = {
  readonly role: keyof typeof people;
  readonly sentence: string;
  /** Lines of which one should be shown, or be one press away. */
  readonly wanted: readonly string[];
};

/** Sentences that were labelled before anybody tried them, and what became of them the first time. */
export type Round = {
  readonly name: string;
  /** How many got there when they were new. */
  readonly blind: number;
  readonly sentences: readonly (Labelled & { readonly style: RefStyle })[];
};

export const verdicts = ['there', 'elsewhere', 'dead end', 'recorded wrongly'] as const;
export type Verdict = (typeof verdicts)[number];

const people = { owner: ASHA, cochair: CERYS, office: BEN, board: DEV } as const;
/** When the sentences are typed. */
export const NOW = '2024-07-03T10:00';
export const roles = Object.keys(people) as (keyof typeof people)[];
const folder = join(import.meta.dirname, '../fixtures/sentences');

/** All of the labelled sentences that name the references of one plan. */
export function labelledSentences(): Labelled[] {
  return filesOf(folder).flatMap(({ lines }) =>
    lines.map(([role = '', sentence = '', wanted = '']) => labelled(role, sentence, wanted)),
  );
}

/** The rounds, each sentence for a plan whose references look as it says. */
export function rounds(): Round[] {
  return filesOf(join(folder, 'rounds')).map(({ name, head, lines }) => ({
    name: name.replace('.tsv', '').replace('-', ' '),
    blind: Number(/blind (\d+) of \d+/.exec(head)?.[1] ?? Number.NaN),
    sentences: lines.map(([role = '', style = '', sentence = '', wanted = '']) => {
      const known = styleNames.find((one) => one === style);
      if (!known) throw new Error(`there is no style ${style}: ${sentence}`);
      return { ...labelled(role, sentence, wanted), style: known };
    }),
  }));
}

function filesOf(from: string) {
  return readdirSync(from)
    .filter((name) => name.endsWith('.tsv'))
    .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }))
    .map((name) => {
      const [head = '', ...more] = readFileSync(join(from, name), 'utf8').split('\n');
      const lines = more.filter((line) => line !== '' && !line.startsWith('#'));
      return { name, head, lines: lines.map((line) => line.split('\t')) };
    });
}

function labelled(role: string, sentence: string, wanted: string): Labelled {
  if (!(role in people)) throw new Error(`nobody is called ${role}: ${sentence}`);
  return {
    role: role as keyof typeof people,
    sentence: sentence.replaceAll('⏎', '\n').replaceAll('⇥', '\t'),
    wanted: wanted.split(' | '),
  };
}

/** The sentence with the references of another plan; null where what it says of one has no counterpart there. */
export function inStyle(one: Labelled, printed: Restyled): Labelled | null {
  if (printed.get('2B:2') === '2B:2') return one;
  const put = (text: string) => text.replace(/\b\d[A-Z]:\d\b/g, (ref) => printed.get(ref) ?? ref);
  // What names no objective is read alike on every plan, and a spoken reference is that of the one plan.
  return put(one.sentence) === one.sentence
    ? null
    : { ...one, sentence: put(one.sentence), wanted: one.wanted.map(put) };
}

export type Judged = { readonly verdict: Verdict; readonly reply: Reply };

/**
 * Types it, and says where it led. What was recorded is put back.
 * @param writes of the connections that the world answers by
 * @param back puts the record back
 */
export async function judge(
  { world, harness, writes }: { world: PlanWorld; harness: Harness; writes: Writes },
  { role, sentence, wanted }: Labelled,
  back: () => Promise<void>,
): Promise<Judged> {
  const isTypedInFull = wanted.some((line) => plainLine(line) === plainLine(sentence));
  const before = writes.count();
  const reply = await world.pap(people[role], sentence);
  if (writes.count() !== before) {
    const recorded = await recordedNow(harness);
    await back();
    // What no line of an objective is, such as a leave, is recorded only where it was typed in full.
    const isWanted =
      recorded.length > 0 ? recorded.every((line) => fits(line, wanted)) : isTypedInFull;
    return { verdict: isWanted ? 'there' : 'recorded wrongly', reply };
  }
  if (isTypedInFull) return { verdict: 'there', reply };
  if (linesOf(reply).some((line) => fits(line, wanted))) return { verdict: 'there', reply };
  for (const line of wanted) {
    if (line.includes('*') || /^(?:update|same|undo)\b/.test(line)) continue;
    const meant = await world.pap(people[role], line);
    if (meant.message.title === reply.message.title) return { verdict: 'there', reply };
  }
  const leads = linesOf(reply).some((line) => !['mine', 'outstanding', 'help'].includes(line));
  return { verdict: leads || reply.outcome === 'done' ? 'elsewhere' : 'dead end', reply };
}

/** What was recorded of objectives when the sentence was typed, as lines. */
async function recordedNow({ prisma }: Harness): Promise<string[]> {
  const entries = await prisma.objectiveEntry.findMany({
    where: { at: new Date(london(NOW).epochMilliseconds) },
    include: { objective: true, words: true },
  });
  return entries.map(({ kind, objective, toRag, words }) =>
    kind === 'same'
      ? `same ${objective.ref}`
      : `update ${objective.ref} ${toRag} ${words?.note ?? ''}`,
  );
}

/** What can be pressed, and how it was read. */
function linesOf({ message }: Reply): string[] {
  const footer = message.footer ?? [];
  const at = footer.findIndex(({ text }) => text === 'Read as ');
  const read = footer[at + 1]?.text.replace('/pap ', '');
  return [...buttonsOf(message).map(({ line }) => line), ...(at >= 0 && read ? [read] : [])];
}

/** Whether a line is one of those that were wanted; `*` stands for any words. */
export function fits(line: string, wanted: readonly string[]): boolean {
  const plain = plainLine(line);
  return wanted.some((one) => {
    const pattern = plainLine(one)
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('\\*', '.*');
    return new RegExp(`^${pattern}$`).test(plain);
  });
}

function plainLine(line: string): string {
  return line
    .toLowerCase()
    .replace(/["“”]|[,;:]+(?=\s|$)/g, '')
    .replace(/[\s.]+/g, (signs) => (/\s/.test(signs) ? ' ' : signs))
    .replace(/\.$/, '')
    .trim();
}
