// A decision that is needed: what, from whom, and by when.
import type { Temporal } from 'temporal-polyfill';
import type { FuzzyDate } from '../../../core/dates/domain/fuzzy-date.ts';
import { MAX_DATE_LENGTH, parseDate } from '../../../core/dates/domain/parse-date.ts';

export type DecisionWords = {
  readonly what: string;
  readonly from: string;
  readonly due: FuzzyDate | null;
};

/** Reads `<what> from <whom> [by <date>]`; null where nobody is named. The last `from` names them. */
export function parseDecisionWords(words: string, today: Temporal.PlainDate): DecisionWords | null {
  const { before, due } = withoutDate(words.trim(), today);
  const [, what, from] = /^([\s\S]*\S)(?<![\s,;])[\s,;]+from\s+([\s\S]*\S)$/i.exec(before) ?? [];
  return what && from ? { what: what.replace(/[,;]$/, ''), from, due } : null;
}

function withoutDate(words: string, today: Temporal.PlainDate) {
  for (const found of [...words.matchAll(/(?<![\s,;])[\s,;]+by\s+/gi)].reverse()) {
    const start = found.index + found[0].length;
    if (words.length - start > MAX_DATE_LENGTH) break;
    const date = words.slice(start).replace(/[.]$/, '');
    const due = parseDate(date, today, 'future');
    if (due) return { before: words.slice(0, found.index), due };
  }
  return { before: words, due: null };
}
