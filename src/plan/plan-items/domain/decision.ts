// A decision that is needed: what, from whom, and by when.
import type { Temporal } from 'temporal-polyfill';
import type { FuzzyDate } from '../../../core/dates/domain/fuzzy-date.ts';
import {
  type DateContext,
  MAX_DATE_LENGTH,
  parseDate,
} from '../../../core/dates/domain/parse-date.ts';
import type { UnreadDate } from './recovery.ts';

export type DecisionWords = {
  readonly what: string;
  readonly from: string;
  readonly due: FuzzyDate | null;
};

/**
 * Reads `<what> from <whom> [by <date>]`; null where nobody is named. The last `from` names them. Of a date that cannot be
 * read for certain it says why.
 */
export function parseDecisionWords(
  words: string,
  today: Temporal.PlainDate,
  context: DateContext = {},
): DecisionWords | UnreadDate | null {
  const read = withoutDate(words.trim(), today, context);
  if ('problem' in read) return read;
  const { before, due } = read;
  const [, what, from] = /^([\s\S]*\S)(?<![\s,;])[\s,;]+from\s+([\s\S]*\S)$/i.exec(before) ?? [];
  return what && from ? { what: what.replace(/[,;]$/, ''), from, due } : null;
}

function withoutDate(words: string, today: Temporal.PlainDate, context: DateContext) {
  for (const found of [...words.matchAll(/(?<![\s,;])[\s,;]+by\s+/gi)].reverse()) {
    const start = found.index + found[0].length;
    if (words.length - start > MAX_DATE_LENGTH) break;
    const date = words.slice(start).replace(/[.]$/, '');
    const read = parseDate(date, today, 'future', context);
    if (read.kind === 'unread' && read.problem !== 'not-a-date') return { ...read, typed: date };
    const before = words.slice(0, found.index);
    if (read.kind === 'date') return { before, due: read.date };
    if (read.kind === 'open') return { before, due: null };
  }
  return { before: words, due: null };
}
