// What may follow a figure: what it is a part of, a count in brackets, a change, a period, a remark, a mark.
import { CHANGE_RUN, type ChangeStatement, parseChangeStatement } from './kpi-change-statement.ts';
import { type KpiNumber, NUMBER_RUN, parseKpiNumber } from './kpi-number.ts';
import { type KpiPeriod, PERIOD_RUN, parseKpiPeriod } from './kpi-period.ts';
import { createScanner, type Scanner, type Token } from './kpi-tokens.ts';
import { DOUBTFUL, LEADING, MARKS, SPACE, SUFFIXES, WORDS } from './kpi-value-forms.ts';
import type { KpiQualifier, KpiUnit, ValueProblem } from './kpi-value-types.ts';

/** A figure while it is being read. */
export type Draft = {
  number?: KpiNumber;
  value?: number;
  unit?: KpiUnit;
  words?: string;
  count?: KpiNumber;
  rate?: KpiNumber;
  denominator?: KpiNumber;
  denominatorWords?: string;
  /** `1:8` sets one beside the other: neither is a part. */
  isToOther?: true;
  change?: ChangeStatement;
  period?: KpiPeriod;
  readonly qualifiers: KpiQualifier[];
  readonly remarks: string[];
  readonly marks: string[];
};

/** `of 61 EHCPs`, `out of 20`, `of schools`. */
export function parseOf(scan: Scanner, draft: Draft): ValueProblem | null {
  if (scan.take('relation', /\s+(?:out )?of\s+(?:the\s+)?(?=\d)/iy))
    return parseWhole(scan, draft, draft.unit ?? 'count');
  if (!scan.take('relation', /\s+of\s+(?:all\s+|the\s+)?(?=[a-z])/iy)) return null;
  const words = scan.take('words', WORDS);
  if (words === null || DOUBTFUL.test(words)) return 'unknown-words';
  draft.denominatorWords = words;
  return null;
}

export function parseWhole(scan: Scanner, draft: Draft, unit: KpiUnit): ValueProblem | null {
  const whole = takeNumber(scan, 'denominator');
  if (typeof whole === 'string') return whole;
  draft.unit = unit;
  draft.denominator = whole;
  if (scan.see(/\s+[a-z]/iy) && !startsTail(scan)) {
    scan.take('space', SPACE);
    const words = scan.take('words', WORDS);
    if (words === null || DOUBTFUL.test(words)) return 'unknown-words';
    draft.denominatorWords = words;
  }
  return null;
}

/** One more of what may follow a figure. */
export function parseTail(scan: Scanner, draft: Draft): ValueProblem | null {
  if (scan.take('space', SPACE)) return null;
  if (takeMark(scan, draft)) return null;
  if (takeAside(scan, draft)) return null;
  if (scan.see(/\(/y)) return readBracket(scan, draft);
  if (scan.take('punctuation', /[,;–—-](?=\s)/y)) return null;
  if (scan.take('words', LEADING)) {
    scan.take('space', SPACE);
    return takePeriod(scan, draft) ? null : 'unknown-words';
  }
  if (scan.see(NUMBER_RUN)) return 'two-figures';
  // What is glued to the figure, as in 1e5, is no word.
  const isWord = scan.see(/(?<=\s)[a-z]/iy) !== null;
  const isNew = draft.words === undefined && draft.denominator === undefined;
  const words = isWord && isNew ? scan.take('words', WORDS) : null;
  if (words === null || DOUBTFUL.test(words)) return 'unknown-words';
  draft.words = words;
  if (draft.unit === undefined) draft.unit = 'count';
  return parseOf(scan, draft);
}

function startsTail(scan: Scanner): boolean {
  const ahead = createScanner(scan.rest());
  ahead.take('space', SPACE);
  const spare: Draft = { qualifiers: [], remarks: [], marks: [] };
  return takeAside(ahead, spare) || ahead.see(LEADING) !== null;
}

/** A change, a period or a qualifier; they stand in brackets or behind the figure. */
function takeAside(scan: Scanner, draft: Draft): boolean {
  const change = draft.change ? null : scan.see(CHANGE_RUN);
  const statement = change === null ? null : parseChangeStatement(change);
  if (statement) {
    scan.take('change', CHANGE_RUN);
    draft.change = statement;
    return true;
  }
  if (takePeriod(scan, draft)) return true;
  const qualifier = takeOne(scan, 'qualifier', SUFFIXES);
  if (qualifier === null) return false;
  draft.qualifiers.push(qualifier);
  return true;
}

function takePeriod(scan: Scanner, draft: Draft): boolean {
  const found = draft.period ? null : scan.see(PERIOD_RUN);
  const period = found === null ? null : parseKpiPeriod(found);
  if (!period) return false;
  scan.take('period', PERIOD_RUN);
  draft.period = period;
  return true;
}

function takeMark(scan: Scanner, draft: Draft): boolean {
  const mark = scan.take('mark', MARKS);
  if (mark !== null) draft.marks.push(mark);
  return mark !== null;
}

function readBracket(scan: Scanner, draft: Draft): ValueProblem | null {
  scan.take('punctuation', /\(/y);
  let parts = 0;
  while (!scan.take('punctuation', /\)/y)) {
    if (scan.rest() === '') return 'unknown-words';
    if (scan.take('space', SPACE)) continue;
    if (parts > 0 && scan.take('punctuation', /[,;–—-](?=\s)/y)) continue;
    const problem = readInBracket(scan, draft);
    if (problem) return problem;
    parts++;
  }
  return parts === 0 ? 'unknown-words' : null;
}

function readInBracket(scan: Scanner, draft: Draft): ValueProblem | null {
  if (takeMark(scan, draft)) return null;
  if (takeAside(scan, draft)) return null;
  if (scan.take('words', LEADING)) {
    scan.take('space', SPACE);
    return takePeriod(scan, draft) ? null : 'unknown-words';
  }
  scan.take('punctuation', /n\s?=\s?(?=\d)/iy);
  if (scan.see(NUMBER_RUN)) return readCount(scan, draft);
  const remark = scan.take('remark', /[^()\d;,–—]*[^()\d;,–—\s]/y);
  if (remark === null) return 'two-figures';
  draft.remarks.push(remark);
  return null;
}

/** The number behind a rate, `(331)`, or the rate behind a number, `(8.61%)`. */
function readCount(scan: Scanner, draft: Draft): ValueProblem | null {
  const number = takeNumber(scan, 'count');
  if (typeof number === 'string') return number;
  const isRate = scan.take('unit', /\s?%|\s+per ?cent\b/iy) !== null;
  const mainIsRate = draft.unit === 'per-cent' || draft.unit === 'ratio';
  if (isRate === mainIsRate || draft.count || draft.rate) return 'two-figures';
  if (isRate) {
    draft.rate = number;
    return null;
  }
  draft.count = number;
  const of = scan.take('relation', /\s+(?:out )?of\s+(?=\d)|\/(?=\d)/iy);
  if (of) {
    if (draft.denominator) return 'two-figures';
    const whole = takeNumber(scan, 'denominator');
    if (typeof whole === 'string') return whole;
    draft.denominator = whole;
  }
  if (scan.see(/\s+[a-z]/iy)) {
    scan.take('space', SPACE);
    const words = scan.take('words', WORDS);
    if (words === null || DOUBTFUL.test(words)) return 'unknown-words';
  }
  return null;
}

export function takeNumber(scan: Scanner, kind: 'number' | 'count' | 'denominator') {
  const number = parseKpiNumber(scan.see(NUMBER_RUN) ?? '');
  if (typeof number !== 'string') scan.take(kind, NUMBER_RUN);
  return number;
}

export function takeOne<T>(
  scan: Scanner,
  kind: Token['kind'],
  forms: readonly (readonly [RegExp, T])[],
): T | null {
  return forms.find(([form]) => scan.take(kind, form) !== null)?.[1] ?? null;
}
