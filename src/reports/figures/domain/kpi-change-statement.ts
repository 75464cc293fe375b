// What a cell says of a change by itself: "increase of 5% on previous year", "up 3 percentage points", "a 65% increase
// on last year", "down from 45%". It is kept beside the figure and never counted with it.
import { type KpiNumber, NUMBER_RUN, parseKpiNumber } from './kpi-number.ts';

export type ChangeStatement = {
  /** As printed. */
  readonly text: string;
  readonly direction: 'rise' | 'fall';
  readonly amount: KpiNumber;
  readonly unit: 'per-cent' | 'points' | 'none';
  /** True: the amount is what it was before, not by how much it changed. */
  readonly from: boolean;
  /** Against what: "previous year"; null: it is not said. */
  readonly against: string | null;
};

const NUMBER = '\\d(?:[\\d.,]*\\d)?';
const UNIT = '(?: ?%| percentage points?| per ?cent\\b| points?| ?pp\\b| ?ppts?\\b)?';
const RISE =
  '(?:an? )?(?:increase|rise|rose|increased|improvement|gain|growth|up)|(?:an? )?(?:decrease|fall|fell|decreased|reduction|drop|decline|down)';
const AGAINST =
  "(?: (?:on|from|since|compared (?:with|to)|than|against|in|over) (?:the )?[a-z][a-z’' -]*(?: (?:19|20)\\d\\d(?:[/–-]\\d\\d(?:\\d\\d)?)?)?| (?:on|since|from) (?:19|20)\\d\\d(?:[/–-]\\d\\d)?)?";

/** Finds such a statement where a text stands. */
export const CHANGE_RUN = new RegExp(
  `(?:(?:${RISE}) (?:of |by |from )?${NUMBER}${UNIT}|(?:an? )?${NUMBER}${UNIT} (?:increase|rise|decrease|fall|reduction|drop|decline|improvement))${AGAINST}`,
  'iy',
);

/** Reads what CHANGE_RUN found; null: its figure cannot be read. */
export function parseChangeStatement(text: string): ChangeStatement | null {
  const at = text.search(/\d/);
  NUMBER_RUN.lastIndex = at;
  const amount = parseKpiNumber(NUMBER_RUN.exec(text)?.[0] ?? '');
  if (typeof amount === 'string') return null;
  const after = text.slice(at + amount.text.length);
  const unit = /^ (?:percentage )?points?|^ ?pp/i.test(after)
    ? 'points'
    : /^ ?%|^ per ?cent/i.test(after)
      ? 'per-cent'
      : 'none';
  const against =
    /(?:^|\s)(?:on|from|since|compared (?:with|to)|than|against|in|over) (.+)$/is.exec(after)?.[1];
  return {
    ...{ text, amount, unit, against: against ?? null },
    direction: /increase|rise|rose|improvement|gain|growth|\bup\b/i.test(text) ? 'rise' : 'fall',
    from: /\bfrom $/i.test(text.slice(0, at)),
  };
}
