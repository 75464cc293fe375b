// What an objective counts as wherever ratings are counted: its rating, or what is left of one that faded.
import { type Rag, ragOrder } from './rag.ts';

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
export type Rated = { readonly rag: Rag | null; readonly fade?: Fade };

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
  const counts = ofEachStanding((standing) => of.filter((one) => one === standing).length);
  return { ...counts, all: rated.length };
}

/** A number for each of what a rating counts as. */
export function ofEachStanding(
  count: (standing: Standing) => number,
): Readonly<Record<Standing, number>> {
  const none = { red: 0, amber: 0, green: 0, blue: 0, unrated: 0, 'not-rated': 0 };
  const faded = { 'last-known-red': 0, 'last-known-amber': 0, 'last-known-green': 0 };
  const counts: Record<Standing, number> = { ...none, ...faded, 'last-known-blue': 0 };
  for (const standing of standings) counts[standing] = count(standing);
  return counts;
}

/** How far a rating has faded that was not confirmed when it was asked for. */
export type Fade = {
  readonly step: 'last-known' | 'unrated';
  /** Whole days since the rating was given, by the partnership's clock. */
  readonly daysAgo: number;
};
