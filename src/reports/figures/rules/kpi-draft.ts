// A figure while it is being read, and the pieces that every part of its reader takes: numbers, units, periods, words.

import {
  PERIOD_RUN,
  type PrintedPeriod,
  parsePrintedPeriod,
} from '../../../core/dates/domain/printed-period.ts';
import type {
  Against,
  Interval,
  KpiQualifier,
  KpiUnit,
  ValueProblem,
} from '../domain/kpi-value-types.ts';
import { CHANGE_RUN, type ChangeStatement, parseChangeStatement } from './kpi-change-statement.ts';
import {
  type KpiNumber,
  NUMBER_RUN,
  NUMBER_WORD,
  parseKpiNumber,
  parseNumberWord,
  scaled,
} from './kpi-number.ts';
import type { Scanner, Token } from './kpi-tokens.ts';
import {
  isDoubtful,
  MARKS,
  POUND_SCALES,
  PREFIXES,
  SCALES,
  SPACE,
  SUFFIXES,
  UNITS,
  WORDS,
} from './kpi-value-forms.ts';

export type Draft = {
  number?: KpiNumber;
  value?: number;
  unit?: KpiUnit;
  upTo?: number;
  per?: KpiNumber;
  perWords?: string;
  words?: string;
  count?: KpiNumber;
  countWords?: string;
  rate?: KpiNumber;
  denominator?: KpiNumber;
  denominatorWords?: string;
  base?: KpiNumber;
  baseWords?: string;
  change?: ChangeStatement;
  period?: PrintedPeriod;
  interval?: Interval;
  readonly against: Against[];
  readonly qualifiers: KpiQualifier[];
  readonly beside: string[];
  readonly remarks: string[];
  readonly marks: string[];
};

export function createDraft(): Draft {
  return { against: [], qualifiers: [], beside: [], remarks: [], marks: [] };
}

/** `about`, `<`, `at least`, one after the other. */
export function takePrefixes(scan: Scanner, draft: Draft): boolean {
  const before = draft.qualifiers.length;
  for (;;) {
    scan.take('space', SPACE);
    const qualifier = takeOne(scan, 'qualifier', PREFIXES);
    if (qualifier === null) return draft.qualifiers.length > before;
    draft.qualifiers.push(qualifier);
  }
}

/** The number with its pounds and its thousands: `-£12.4m`, `2.5k`, `twelve`. */
export function takeAmount(scan: Scanner, draft: Draft): ValueProblem | null {
  const currency = scan.take('currency', /(?:[-−–]\s?)?£\s?(?:[-−–](?=\d))?/y);
  const isMoney = currency !== null || draft.unit === 'pounds';
  const isWord = !isMoney && scan.see(NUMBER_RUN) === null;
  const number = isWord ? takeNumberWord(scan, 'number') : takeNumber(scan, 'number');
  if (typeof number === 'string') return number;
  const scale = takeOne(
    scan,
    'scale',
    isMoney ? [...POUND_SCALES, ...SCALES] : isWord ? [] : SCALES,
  );
  if (scale === null && scan.see(/\s?(?:mn?|bn|mil|mln)\b/iy)) return 'million-or-unit';
  const size = scale === null ? number.value : scaled(number, scale);
  draft.number = number;
  draft.value = currency && /[-−–]/.test(currency) ? -size : size;
  if (isMoney) draft.unit = 'pounds';
  takePlus(scan, draft);
  return null;
}

/** Nothing where there is none. */
export function takeUnit(scan: Scanner, draft: Draft): void {
  if (draft.unit !== undefined) return;
  const unit = UNITS.find(([form]) => scan.see(form));
  if (!unit) return;
  scan.take('space', SPACE);
  scan.take('unit', unit[0]);
  draft.unit = unit[1];
  takePlus(scan, draft);
}

/** `52+`: that or more. */
function takePlus(scan: Scanner, draft: Draft): void {
  if (scan.take('qualifier', /\+(?!\s?[\d/])/y)) draft.qualifiers.push('at-least');
}

/** `per 10,000 children`, `/10,000`, `per 10k`. */
export function takePer(scan: Scanner, draft: Draft): ValueProblem | null {
  const led = scan.take('relation', /\s*per\s+(?=\d|(?:thousand|hundred|million)\b)/iy);
  const cut =
    led ?? scan.take('relation', /\s?\/\s?(?=(?:1,?000|10,?000|100,?000|1,?000,?000)(?![\d,./]))/y);
  if (cut === null) return null;
  const named = takeOne(scan, 'denominator', [
    [/hundred\b/iy, 100],
    [/thousand\b/iy, 1_000],
    [/million\b/iy, 1_000_000],
  ]);
  const typed = named === null ? takeNumber(scan, 'denominator') : null;
  if (typeof typed === 'string') return typed;
  const scale = typed ? (takeOne(scan, 'scale', SCALES) ?? 0) : 0;
  const value = named ?? (typed ? scaled(typed, scale) : 0);
  if (draft.per || value < 2 || !Number.isInteger(value)) return 'unknown-words';
  draft.per = { text: typed?.text ?? String(value), value, decimals: 0 };
  draft.unit ??= 'rate';
  return takeWordsOf(scan, (words) => {
    draft.perWords = words;
  });
}

const SPACED_WORDS = new RegExp(`\\s+${WORDS.source}`, 'iy');

/** The words behind the whole that something is a part of, or a rate is per. */
export function takeWordsOf(scan: Scanner, keep: (words: string) => void): ValueProblem | null {
  if (!scan.see(/\s+[a-z]/iy) || startsTail(scan)) return null;
  const words = scan.see(SPACED_WORDS);
  // What stands there may be the next thing that the cell says.
  if (words === null) return null;
  if (isDoubtful(words.trim())) return 'unknown-words';
  scan.take('space', SPACE);
  keep(scan.take('words', WORDS) ?? '');
  return null;
}

function startsTail(scan: Scanner): boolean {
  const spare = createDraft();
  const ahead = scan.ahead();
  ahead.take('space', SPACE);
  return (
    takeAside(ahead, spare) ||
    ahead.see(
      /(?:in|for|during|as at|at|on|to|from|since)(?=\s+(?:\d|q[1-4]|[a-z]+ (?:19|20)\d\d))/iy,
    ) !== null
  );
}

/** A change, a period or a qualifier; they stand in brackets or behind the figure. */
export function takeAside(scan: Scanner, draft: Draft): boolean {
  return (
    takeChange(scan, draft, CHANGE_RUN) || takePeriod(scan, draft) || takeQualifier(scan, draft)
  );
}

export function takeQualifier(scan: Scanner, draft: Draft): boolean {
  const qualifier = takeOne(scan, 'qualifier', SUFFIXES);
  if (qualifier !== null) draft.qualifiers.push(qualifier);
  return qualifier !== null;
}

export function takeChange(scan: Scanner, draft: Draft, form: RegExp): boolean {
  const change = draft.change ? null : scan.see(form);
  const statement = change === null ? null : parseChangeStatement(change);
  if (!statement) return false;
  scan.take('change', form);
  draft.change = statement;
  return true;
}

export function takePeriod(scan: Scanner, draft: Draft): boolean {
  const found = draft.period ? null : scan.see(PERIOD_RUN);
  const period = found === null ? null : parsePrintedPeriod(found);
  if (!period) return false;
  scan.take('period', PERIOD_RUN);
  draft.period = period;
  return true;
}

export function takeMark(scan: Scanner, draft: Draft): boolean {
  const mark = scan.take('mark', MARKS);
  if (mark !== null) draft.marks.push(mark);
  return mark !== null;
}

export function takeNumber(scan: Scanner, kind: 'number' | 'count' | 'denominator') {
  const found = scan.see(NUMBER_RUN);
  if (found === null) return 'no-figure';
  const number = parseKpiNumber(found);
  if (typeof number !== 'string') scan.take(kind, NUMBER_RUN);
  return number;
}

export function takeNumberWord(scan: Scanner, kind: 'number' | 'denominator') {
  const found = scan.take(kind, NUMBER_WORD);
  return found === null ? 'no-figure' : parseNumberWord(found);
}

export function takeOne<T>(
  scan: Scanner,
  kind: Token['kind'],
  forms: readonly (readonly [RegExp, T])[],
): T | null {
  return forms.find(([form]) => scan.take(kind, form) !== null)?.[1] ?? null;
}
