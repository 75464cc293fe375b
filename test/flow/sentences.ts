// Sentences as people type them, each with what should come: read from test/fixtures/sentences, typed, and judged.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Reply } from '../../src/core/request/app/inbound.ts';
import type { Harness } from '../support/database/database-harness.ts';
import { ASHA, BEN, CERYS, DEV } from '../support/world/cast.ts';
import { buttonsOf } from '../support/world/message-parts.ts';
import type { PlanWorld } from '../support/world/plan-world.ts';
import type { Restyled } from '../support/world/restyled-plan.ts';
import { wholeRecord } from '../support/world/whole-record.ts';

export type Labelled = {
  readonly role: keyof typeof people;
  readonly sentence: string;
  /** Lines of which one should be shown, or be one press away. */
  readonly wanted: readonly string[];
};

export type Verdict = 'there' | 'elsewhere' | 'dead end' | 'recorded wrongly';

const people = { owner: ASHA, cochair: CERYS, office: BEN, board: DEV } as const;
/** When the sentences are typed. */
export const NOW = '2024-07-03T10:00';
export const roles = Object.keys(people) as (keyof typeof people)[];
const folder = join(import.meta.dirname, '../fixtures/sentences');

/** All of the labelled sentences. */
export function labelledSentences(): Labelled[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [role = '', sentence = '', wanted = ''] = line.split('\t');
      if (!(role in people)) throw new Error(`nobody is called ${role}: ${line}`);
      return {
        role: role as keyof typeof people,
        sentence: sentence.replaceAll('⏎', '\n'),
        wanted: wanted.split(' | '),
      };
    });
}

/** The sentence with the references of another plan; null where what it says of one has no counterpart there. */
export function inStyle(one: Labelled, printed: Restyled): Labelled | null {
  if (printed.get('2B:2') === '2B:2') return one;
  const put = (text: string) => text.replace(/\b\d[A-Z]:\d\b/g, (ref) => printed.get(ref) ?? ref);
  // Spoken and mistyped references are those of the one plan.
  const isSpoken = one.wanted.join(' ').includes(':') && put(one.sentence) === one.sentence;
  return isSpoken && /\b(?:two|one|to be|2 ?b|1 ?a)\b|\d[a-z][. -]?\d/i.test(one.sentence)
    ? null
    : { ...one, sentence: put(one.sentence), wanted: one.wanted.map(put) };
}

/** Types it, and says where it led. What was recorded is put back. */
export async function judge(
  world: PlanWorld,
  harness: Harness,
  { role, sentence, wanted }: Labelled,
): Promise<{ readonly verdict: Verdict; readonly reply: Reply }> {
  const isTypedInFull = wanted.some((line) => plainLine(line) === plainLine(sentence));
  const before = (await world.footprint()).updates;
  const rows = await wholeRecord(harness);
  const reply = await world.pap(people[role], sentence);
  if (!isDeepStrictEqual(await wholeRecord(harness), rows)) {
    const recorded = await recordedSince(harness, (await world.footprint()).updates - before);
    await world.restore();
    world.at(NOW);
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

/** The last lines that were recorded of objectives. */
async function recordedSince({ prisma }: Harness, take: number): Promise<string[]> {
  if (take <= 0) return [];
  const entries = await prisma.objectiveEntry.findMany({
    include: { objective: true, words: true },
    orderBy: { seq: 'desc' },
    take,
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

function fits(line: string, wanted: readonly string[]): boolean {
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
    .replace(/["“”]/g, '')
    .replace(/[\s.]+/g, (signs) => (signs.includes(' ') || signs.includes('\n') ? ' ' : signs))
    .trim();
}
