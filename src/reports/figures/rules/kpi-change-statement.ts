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
const YEARS = '(?:19|20)\\d\\d(?:[/–-]\\d\\d(?:\\d\\d)?)?';
const LINK = '(?:on|from|since|compared (?:with|to)|than|against|in|over|at|v|vs\\.?|versus)';
const AGAINST = `(?: ${LINK} (?:the )?(?:Q[1-4](?: ${YEARS})?|${YEARS}|(?!Q[1-4])[a-z][a-z’' -]*?(?: ${YEARS})?(?=\\s*(?:$|[,;()]|\\s[–—-]\\s))))?`;
const SIGN = '(?:[+−–-]|[▲▼△▽↑↓⬆⬇🔺🔻]\\uFE0F?\\s?)';

/** Finds such a statement where a text stands. */
export const CHANGE_RUN = new RegExp(
  `(?:(?:${RISE}) (?:of |by |from )?${NUMBER}${UNIT}|(?:an? )?${NUMBER}${UNIT} (?:increase|rise|decrease|fall|reduction|drop|decline|improvement))${AGAINST}`,
  'iy',
);

/** The same by its sign, as it stands in brackets: "+2.1pp", "-12 since last month", "▲ 3". */
export const SIGNED_CHANGE = new RegExp(
  `${SIGN}(?:from )?${NUMBER}${UNIT}${AGAINST}(?=\\s*(?:$|[,;()]|\\s[–—-]\\s))`,
  'iuy',
);

/** And behind a figure, where a hyphen alone may join two figures: "45% +2.1pp", "45% ↑ 2.1pp". */
export const SIGNED_BEHIND = new RegExp(
  `(?:(?:\\+|[▲▼△▽↑↓⬆⬇🔺🔻]\\uFE0F?\\s?(?:from )?)${NUMBER}${UNIT}|[−–-]${NUMBER} ?(?:pp|ppts?|percentage points?)\\b)${AGAINST}(?=\\s*(?:$|[,;()]|\\s[–—-]\\s))`,
  'iuy',
);

/** Reads what one of the three found; null: its figure cannot be read. */
export function parseChangeStatement(text: string): ChangeStatement | null {
  const at = text.search(/\d/);
  // Without the sign, which is the direction.
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
    /(?:^|\s)(?:on|from|since|compared (?:with|to)|than|against|in|over|at|v|vs\.?|versus) (.+)$/is.exec(
      after,
    )?.[1];
  return {
    ...{ text, amount, unit, against: against ?? null },
    direction: /increase|rise|rose|improvement|gain|growth|\bup\b|^\+|^[▲△↑⬆🔺]/iu.test(text)
      ? 'rise'
      : 'fall',
    from: /\bfrom $/i.test(text.slice(0, at)),
  };
}
