// Which of several columns for the same thing is the latest: `RAG Sept 24`, `RAG Oct 24`, `Q1 update`, `Q2 update`.

/** A month or a quarter in a heading; the year is null where none is printed. */
export type ColumnPeriod = { readonly year: number | null; readonly month: number };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:[a-z]*)?\.?[\s’'‘/-]*(\d{4}|\d{2})?(?!\d)/i;
const NUMBERS = /\b(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4}|\d{2})\b/;
const QUARTER =
  /\b(?:q|quarter\s*)([1-4])\b[\s,:-]*(?:(?:fy)?\s*(20\d{2}|\d{2})(?:\s*[/-]\s*\d{2,4})?)?/i;

/** Null: the heading names none. A quarter is that of a financial year; only their order matters here. */
export function periodOfHeading(heading: string): ColumnPeriod | null {
  const quarter = QUARTER.exec(heading);
  if (quarter) return { year: fullYear(quarter[2]), month: Number(quarter[1]) * 3 };
  const named = MONTH.exec(heading);
  if (named)
    return { year: fullYear(named[2]), month: MONTHS.indexOf((named[1] ?? '').toLowerCase()) + 1 };
  const [, , month, year] = NUMBERS.exec(heading) ?? [];
  return month && Number(month) >= 1 && Number(month) <= 12
    ? { year: fullYear(year), month: Number(month) }
    : null;
}

function fullYear(year: string | undefined): number | null {
  if (year === undefined) return null;
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}

/**
 * The place of the latest of several periods, in the order that their columns stand in; null: it cannot be told. Without years
 * they have to follow each other in one direction, over one turn of the year at most.
 */
export function latestPeriod(periods: readonly ColumnPeriod[]): number | null {
  const dated = periods.map(({ year, month }) => (year === null ? null : year * 12 + month));
  const known = dated.filter((one) => one !== null);
  if (known.length === periods.length) {
    const last = Math.max(...known);
    return known.indexOf(last) === known.lastIndexOf(last) ? known.indexOf(last) : null;
  }
  if (known.length > 0) return null;
  const steps = periods
    .slice(1)
    .map(({ month }, index) => (month - (periods[index]?.month ?? 0) + 12) % 12);
  const turned = (all: readonly number[]) =>
    all.every((step) => step > 0 && step <= 4) && sum(all) < 12;
  if (turned(steps)) return periods.length - 1;
  return turned(steps.map((step) => (12 - step) % 12)) ? 0 : null;
}

function sum(all: readonly number[]): number {
  return all.reduce((total, one) => total + one, 0);
}
