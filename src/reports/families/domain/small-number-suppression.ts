// Counts so small that they could point at a child are not published, nor anything from which one could be worked out.

/** Fewer than this many are not told. */
export const SMALLEST_TOLD = 5;
export const FEWER = 'fewer than five';
export const NOT_SHOWN = 'not shown, because the numbers are small';

export type ShownCounts = {
  /** Null: hidden. */
  readonly parts: readonly (number | null)[];
  readonly total: number | null;
};

/**
 * What may be shown of the parts of a total. Those under five are hidden; where they are all the same number, or
 * only one, the total would give them away, so the next smallest are hidden too; where there are none, the total is.
 *
 * Why that is enough: what is hidden never is one number alone, and exchanging two hidden parts hides the same
 * places. So each hidden place could hold another number than it does. It is the same for equal parts, which are
 * hidden or shown together.
 */
export function hideSmall(parts: readonly number[]): ShownCounts {
  const total = parts.reduce((sum, part) => sum + part, 0);
  const small = parts.filter((part) => part < SMALLEST_TOLD);
  if (small.length === 0) return { parts, total };
  const larger = parts.filter((part) => part >= SMALLEST_TOLD);
  const alike = new Set(small).size === 1;
  const limit = alike && larger.length > 0 ? Math.min(...larger) : SMALLEST_TOLD - 1;
  return {
    parts: parts.map((part) => (part <= limit ? null : part)),
    total: alike && larger.length === 0 ? null : total,
  };
}

/** A figure as published, or what is said in its place: `8.61% (331)`, `34.40% of 61 EHCPs`, `3 appeals`. */
export function publicFigure(raw: string): string {
  const share = /(?<!\d)(\d+(?:\.\d+)?)\s*%\s*(?:of|\/)\s*([\d,]+)/i.exec(raw);
  if (share) {
    const of = toNumber(share[2]);
    const count = Math.round((Number(share[1]) / 100) * of);
    if (hideSmall([count, of - count]).parts.includes(null)) return NOT_SHOWN;
  }
  return countsIn(raw).some((count) => count < SMALLEST_TOLD) ? FEWER : raw;
}

/** Numbers of people or things: no percentages, decimals, years, ages, lists of months or parts of a word. */
function countsIn(raw: string): number[] {
  const bare = raw
    .replace(/(?<!\d)\d+(?:\.\d+)?\s*%/g, ' ')
    .replace(/(?<!\d)\d+\.\d+/g, ' ')
    .replace(/\b\d+\s*(?:days?|weeks?|months?|years?)\b/gi, ' ');
  return [...bare.matchAll(/(?<![\p{L}\d/-])\d[\d,]*(?![\p{L}\d/])/gu)].map(([one]) =>
    toNumber(one),
  );
}

function toNumber(text = ''): number {
  return Number(text.replaceAll(',', ''));
}
