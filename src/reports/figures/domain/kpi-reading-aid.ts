// Whether a KPI got better, in words and never by its arrow: only where the figures can be compared, nothing in them
// speaks against it, and somebody with the right to has decided whether a rise is good.
import { type ComputedDirection, computeDirection, type Incomparable } from './kpi-direction.ts';
import type { KpiFigure, KpiValue } from './kpi-value.ts';

export type Polarity = 'undecided' | 'up-is-good' | 'up-is-bad' | 'neutral';
export type Verdict = 'better' | 'worse' | 'no-change' | 'unclear' | 'not-comparable';

export type ReadingReason =
  | { readonly why: Incomparable }
  | {
      readonly why: 'rate-and-count';
      readonly rate: 'rose' | 'fell';
      readonly count: 'rose' | 'fell';
      readonly from: string;
      readonly to: string;
    }
  | { readonly why: 'denominator'; readonly from: string; readonly to: string }
  | { readonly why: 'interim'; readonly says: string }
  | { readonly why: 'approximate' }
  | { readonly why: 'break-in-series' }
  | { readonly why: 'polarity-undecided' }
  | { readonly why: 'polarity-neutral' }
  /** A footnote to read with it; it changes nothing of the verdict. */
  | { readonly why: 'footnote'; readonly marker: string };

export type ReadingAid = {
  readonly verdict: Verdict;
  readonly computed: ComputedDirection;
  readonly reasons: readonly ReadingReason[];
};

export type AidFacts = {
  readonly before: KpiValue;
  readonly after: KpiValue;
  readonly polarity: Polarity;
  readonly footnotes: readonly { readonly marker: string; readonly text: string }[];
};

/** From this factor on, two wholes are so unlike that their parts say little beside each other. */
export const DENOMINATOR_SHIFT = 1.5;
const INTERIM = /\b(?:interim|provisional|unvalidated|draft)\b/i;

/** Says better or worse, or why that cannot be said. */
export function readingAid({ before, after, polarity, footnotes }: AidFacts): ReadingAid {
  const computed = computeDirection(before, after);
  const interim = footnotes.filter(({ text }) => INTERIM.test(text));
  const others = footnotes.filter(({ text }) => !INTERIM.test(text));
  const beside = others.map(({ marker }) => ({ why: 'footnote', marker }) as const);
  if (computed.kind === 'not-comparable' || before.kind !== 'figure' || after.kind !== 'figure') {
    const why = computed.kind === 'not-comparable' ? computed.why : 'missing';
    return { verdict: 'not-comparable', computed, reasons: [{ why }, ...beside] };
  }
  const doubts = [
    ...doubtsIn(before, after),
    ...interim.map(({ text }) => ({ why: 'interim', says: text }) as const),
  ];
  if (computed.direction === 'same' && doubts.length === 0)
    return { verdict: 'no-change', computed, reasons: beside };
  const undecided = polarityDoubt(polarity);
  const reasons = [...doubts, ...(undecided ? [undecided] : [])];
  if (reasons.length > 0) return { verdict: 'unclear', computed, reasons: [...reasons, ...beside] };
  const isGood = (computed.direction === 'rose') === (polarity === 'up-is-good');
  return { verdict: isGood ? 'better' : 'worse', computed, reasons: beside };
}

function polarityDoubt(polarity: Polarity): ReadingReason | null {
  switch (polarity) {
    case 'undecided':
      return { why: 'polarity-undecided' };
    case 'neutral':
      return { why: 'polarity-neutral' };
    case 'up-is-good':
    case 'up-is-bad':
      return null;
    default:
      return polarity satisfies never;
  }
}

function doubtsIn(before: KpiFigure, after: KpiFigure): ReadingReason[] {
  const opposed = rateAgainstCount(before, after);
  const wholes = denominatorShift(before, after);
  const has = (qualifier: KpiFigure['qualifiers'][number]) =>
    [before, after].some(({ qualifiers }) => qualifiers.includes(qualifier));
  return [
    ...(opposed ? [opposed] : []),
    ...(wholes
      ? [{ why: 'denominator', from: wholes.from.text, to: wholes.to.text } as const]
      : []),
    ...(has('interim') ? [{ why: 'interim', says: '' } as const] : []),
    ...(has('approximate') || has('estimate') || has('forecast') || has('unreliable')
      ? [{ why: 'approximate' } as const]
      : []),
    ...(has('break-in-series') ? [{ why: 'break-in-series' } as const] : []),
  ];
}

/** The rate went one way and the number behind it the other; null: it did not, or one is not stated. */
export function rateAgainstCount(
  before: KpiFigure,
  after: KpiFigure,
): Extract<ReadingReason, { why: 'rate-and-count' }> | null {
  if (!before.count || !after.count) return null;
  const rate = Math.sign(after.value - before.value);
  const count = Math.sign(after.count.value - before.count.value);
  if (rate * count >= 0) return null;
  const word = (sign: number) => (sign > 0 ? 'rose' : 'fell');
  return {
    ...{ why: 'rate-and-count', rate: word(rate), count: word(count) },
    ...{ from: before.count.text, to: after.count.text },
  };
}

/** The wholes, where they are too unlike; null: they are alike, or one is not stated. */
export function denominatorShift(before: KpiFigure, after: KpiFigure) {
  const [from, to] = [before.denominator ?? before.base, after.denominator ?? after.base];
  if (!from || !to) return null;
  const factor = Math.max(from.value, to.value) / Math.min(from.value, to.value);
  return factor >= DENOMINATOR_SHIFT ? { from, to, factor } : null;
}
