// How far a rating has faded, and what it is counted as. One that nobody confirmed when it was asked for is not what is so now: after one
// missed cycle it is the last that is known, after two there is none. Nothing of this is stored.
import type { Temporal } from 'temporal-polyfill';
import { type Cycle, countsAsReturnFrom, cycleDeadlines, isBefore } from './cycle.ts';
import type { Fade, Objective, StatusEntry } from './objective.ts';
import { type Rag, ragOrder } from './rag.ts';
import { localDate } from './working-days.ts';

/** An entry as far as it says when a rating was given. */
export type Given = Pick<StatusEntry, 'id' | 'kind' | 'supersedesId' | 'at'>;

/**
 * The entry that gave the rating in effect. Putting a note right makes no rating newer, so an amendment counts
 * from what it amends.
 * @param entries anything that holds the entries that it puts right
 */
export function givenBy(inEffect: Given, entries: readonly Given[]): Given {
  let entry = inEffect;
  while (entry.kind === 'amend') {
    const { supersedesId } = entry;
    const amended = entries.find(({ id }) => id === supersedesId);
    if (!amended) break;
    entry = amended;
  }
  return entry;
}

/**
 * How far a rating has faded at `now`; null: it stands. A cycle is missed when its returns were due, or its papers
 * were frozen, and the rating had been given before it began to count as its return; what came with the plan's
 * documents is nobody's return. Of two forums that ask at the same time, both unanswered are one miss.
 * @param cycles those that were held too
 */
export function fadeOf(
  given: Pick<Given, 'kind' | 'at'>,
  cycles: readonly Cycle[],
  now: Temporal.Instant,
): Fade | null {
  const missed = new Map<string, number>();
  for (const cycle of cycles)
    if (hasBeenDue(cycle, now) && isBefore(given.at, countsFrom(given, cycle)))
      missed.set(cycle.forumName, (missed.get(cycle.forumName) ?? 0) + 1);
  const most = Math.max(0, ...missed.values());
  const timeZone = cycles[0]?.timeZone;
  if (most === 0 || timeZone === undefined) return null;
  const daysAgo = localDate(given.at, timeZone).until(localDate(now, timeZone)).days;
  return { step: most === 1 ? 'last-known' : 'unrated', daysAgo };
}

function countsFrom({ kind }: Pick<Given, 'kind'>, cycle: Cycle): Temporal.Instant {
  return kind === 'published' ? cycleDeadlines(cycle).returnsDue : countsAsReturnFrom(cycle);
}

/** Whether the deadline of its returns has passed, or the office froze its papers before. */
function hasBeenDue(cycle: Cycle, now: Temporal.Instant): boolean {
  const { returnsDue, freezes } = cycleDeadlines(cycle);
  return isBefore(returnsDue, now) || isBefore(freezes, now);
}

/**
 * What an objective counts as, everywhere that ratings are counted: its rating where that stands, else what is left
 * of it. A green or blue that faded is never counted green or blue. A red or amber that faded stays a warning: it is the
 * last known for as long as nobody says otherwise. In the order in which they are told.
 */
export const standings = [
  ...ragOrder,
  'last-known-red',
  'last-known-amber',
  'last-known-green',
  'last-known-blue',
  'unrated',
  'not-rated',
] as const satisfies readonly (Rag | `last-known-${Rag}` | 'unrated' | 'not-rated')[];

export type Standing = (typeof standings)[number];

/** A rating and how far it has faded: all that is counted. */
export type Rated = Pick<Objective, 'rag' | 'fade'>;

/** What the rating counts as. */
export function standingOf({ rag, fade }: Rated): Standing {
  if (rag === null) return 'not-rated';
  if (!fade) return rag;
  return fade.step === 'last-known' || isWarning(rag) ? `last-known-${rag}` : 'unrated';
}

/**
 * Whether it is looked for under this colour: it is of it, or last known as it where that still counts. A red that faded
 * is looked after as one; a green that faded is no green.
 */
export function isOrWas(rag: Rag, rated: Rated): boolean {
  const standing = standingOf(rated);
  return standing === rag || (isWarning(rag) && standing === `last-known-${rag}`);
}

function isWarning(rag: Rag): boolean {
  return rag === 'red' || rag === 'amber';
}

export type RagCounts = Readonly<Record<Standing, number>> & { readonly all: number };

/** How many count as what; together they are all of them. */
export function countRatings(rated: readonly Rated[]): RagCounts {
  const of = rated.map(standingOf);
  const counts = Object.fromEntries(
    standings.map((standing) => [standing, of.filter((one) => one === standing).length]),
  ) as Record<Standing, number>;
  return { ...counts, all: rated.length };
}
