// A KPI's cell, read without losing a character: its figure, what that is a figure of, and what else the cell says.
// What cannot be read for certain is unreadable, with what was wrong; it is never guessed.
import { CHANGE_RUN, type ChangeStatement, readChangeStatement } from './kpi-change-statement.ts';
import { type MissingReason, missingReason } from './kpi-missing.ts';
import {
  type KpiNumber,
  NUMBER_RUN,
  type NumberProblem,
  readKpiNumber,
  scaled,
} from './kpi-number.ts';
import { type KpiPeriod, PERIOD_RUN, readKpiPeriod } from './kpi-period.ts';
import { createScanner, printTokens, type Scanner, type Token } from './kpi-tokens.ts';

export type KpiUnit =
  | 'per-cent'
  | 'points'
  | 'pounds'
  | 'ratio'
  | 'hours'
  | 'days'
  | 'weeks'
  | 'months'
  | 'years'
  | 'count'
  /** A figure alone: a count or a score, the cell does not say. */
  | 'none';

export type KpiQualifier =
  | 'less-than'
  | 'more-than'
  | 'at-least'
  | 'at-most'
  | 'approximate'
  | 'interim'
  | 'estimate'
  | 'revised'
  | 'break-in-series'
  | 'first-available';

export type KpiFigure = {
  readonly kind: 'figure';
  readonly tokens: readonly Token[];
  readonly number: KpiNumber;
  /** What the figure is worth: 1200000 for "£1.2m". */
  readonly value: number;
  readonly unit: KpiUnit;
  /** What is counted, e.g. "active appeals"; null: the cell does not say. */
  readonly words: string | null;
  /** The number that a rate stands for, e.g. 331 of "8.61% (331)". */
  readonly count: KpiNumber | null;
  /** The rate that a count stands for, e.g. 8.61 of "331 (8.61%)". */
  readonly rate: KpiNumber | null;
  /** The whole that it is a part of, e.g. 61 of "34.40% of 61 EHCPs". */
  readonly denominator: KpiNumber | null;
  readonly denominatorWords: string | null;
  readonly change: ChangeStatement | null;
  readonly period: KpiPeriod | null;
  readonly qualifiers: readonly KpiQualifier[];
  /** What else stands in brackets, in its own words. */
  readonly remarks: readonly string[];
  /** Marks of footnotes, e.g. `*`. */
  readonly marks: readonly string[];
};

export type KpiMissing = {
  readonly kind: 'missing';
  readonly tokens: readonly Token[];
  readonly reason: MissingReason;
  readonly marks: readonly string[];
};

export type ValueProblem =
  | NumberProblem
  | 'no-figure'
  /** A period, and no figure of it. */
  | 'period-only'
  /** `2023` alone. */
  | 'year-or-count'
  /** `3/10`. */
  | 'date-or-share'
  /** Two figures, and nothing says how they belong together. */
  | 'two-figures'
  | 'range'
  | 'part-over-whole'
  | 'of-nothing'
  | 'unknown-words'
  | 'too-long';

export type KpiUnreadable = {
  readonly kind: 'unreadable';
  readonly tokens: readonly Token[];
  readonly problem: ValueProblem;
};

export type KpiValue = KpiFigure | KpiMissing | KpiUnreadable;

/** Longer than any cell that states a figure. */
export const MAX_VALUE_LENGTH = 300;

const SPACE = /\s+/y;
const MARKS = /[*†‡§¶]+|[¹²³⁴-⁹]+|\[(?:\d{1,2}|note \d{1,2})\]/iy;
const PREFIXES: readonly (readonly [RegExp, KpiQualifier])[] = [
  [/≤|up to(?=\s)|at most(?=\s)|no more than(?=\s)/iy, 'at-most'],
  [/≥|at least(?=\s)|no fewer than(?=\s)|no less than(?=\s)/iy, 'at-least'],
  [/<|(?:fewer|less) than(?=\s)|under(?=\s)|below(?=\s)/iy, 'less-than'],
  [/>|more than(?=\s)|over(?=\s)|above(?=\s)/iy, 'more-than'],
  [
    /~|≈|c\.|circa(?=\s)|approx(?:imately|\.)?(?=\s|\d)|about(?=\s)|around(?=\s)|roughly(?=\s)|nearly(?=\s)|almost(?=\s)/iy,
    'approximate',
  ],
  [/(?:provisional|interim)(?::|(?=\s))/iy, 'interim'],
  [/estimated(?::|(?=\s))/iy, 'estimate'],
];
const SUFFIXES: readonly (readonly [RegExp, KpiQualifier])[] = [
  [/first available (?:data|figures?)/iy, 'first-available'],
  [/\[p\]|\(p\)|(?:interim|provisional|unvalidated|draft)(?: (?:figures?|data))?\b/iy, 'interim'],
  [/\[e\]|\(e\)|estimated?\b/iy, 'estimate'],
  [/\[r\]|\(r\)|revised\b/iy, 'revised'],
  [/\[b\]|break in (?:the )?series/iy, 'break-in-series'],
  [/approx(?:imately|\.|\b)|rounded\b|\[u\]/iy, 'approximate'],
  [/or (?:fewer|less|under)\b/iy, 'at-most'],
  [/or (?:more|over|above)\b/iy, 'at-least'],
];
const UNITS: readonly (readonly [RegExp, KpiUnit])[] = [
  [/percentage points?\b|ppts?\b|pp\b/iy, 'points'],
  [/%|per ?cent\b/iy, 'per-cent'],
  [/points?\b/iy, 'points'],
  [/hours?\b|hrs?\b/iy, 'hours'],
  [/(?:working |calendar |school )?days?\b/iy, 'days'],
  [/weeks?\b|wks?\b/iy, 'weeks'],
  [/months?\b/iy, 'months'],
  [/years?\b/iy, 'years'],
];
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/(?:\s+million\b)/iy, 6],
  [/(?:\s+thousand\b)/iy, 3],
  [/(?:\s+billion\b)/iy, 9],
];
const POUND_SCALES: readonly (readonly [RegExp, number])[] = [
  [/bn\b/iy, 9],
  [/m\b/iy, 6],
  [/k\b/iy, 3],
];
/** A period may begin here, perhaps with the word that leads up to it. */
const TIME = `(?:(?:in|for|during|at|as at|on|since|to|from)\\s+)?${PERIOD_RUN.source}`;
const WORD = `(?!${TIME}|(?:of|in|out of|up|down) \\d)[a-z][a-z’'/&-]*`;
/** What is counted; a figure, a bracket or a period that follows is none of these words. */
const WORDS = new RegExp(`${WORD}(?: ${WORD}){0,7}`, 'iy');
const LEADING = /(?:in|for|during|as at|at|on|to|from|since)(?=\s+\S)/iy;
/** Words that turn a figure into something else than itself. */
const DOUBTFUL =
  /(?:^|\s)(?:not|no|or|and|than|unknown|maybe|perhaps|possibly|vs|versus|minus|plus|times|to|from|if|but|tbc|except)(?=\s|$)/i;

/** The whole cell as printed. */
export function printValue({ tokens }: KpiValue): string {
  return printTokens(tokens);
}

/** Reads a cell. */
export function readKpiValue(raw: string): KpiValue {
  const scan = createScanner(raw);
  const unreadable = (problem: ValueProblem): KpiUnreadable => ({
    ...{ kind: 'unreadable', problem },
    tokens: scan.tokens(),
  });
  if (raw.length > MAX_VALUE_LENGTH) return unreadable('too-long');
  const missing = readMissing(raw);
  if (missing) return missing;
  const draft: Draft = { qualifiers: [], remarks: [], marks: [] };
  const problem = readLine(scan, draft) ?? problemOf(draft, raw);
  if (problem) return unreadable(problem);
  const { number, value, unit = 'none' } = draft;
  if (!number || value === undefined) return unreadable('no-figure');
  return {
    ...{ kind: 'figure', tokens: scan.tokens(), number, value, unit },
    words: draft.words ?? null,
    count: draft.count ?? null,
    rate: draft.rate ?? null,
    denominator: draft.denominator ?? null,
    denominatorWords: draft.denominatorWords ?? null,
    change: draft.change ?? null,
    period: draft.period ?? null,
    ...{ qualifiers: draft.qualifiers, remarks: draft.remarks, marks: draft.marks },
  };
}

type Draft = {
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

function readMissing(raw: string): KpiMissing | null {
  const [, before = '', text = '', gap = '', mark = '', after = ''] =
    /^(\s*)(.*?)(\s*)([*†‡§¶]*)(\s*)$/s.exec(raw) ?? [];
  const reason = missingReason(text);
  if (!reason) return null;
  const tokens = [
    { kind: 'space', text: before },
    { kind: 'missing', text },
    { kind: 'space', text: gap },
    { kind: 'mark', text: mark },
    { kind: 'space', text: after },
  ] as const;
  return {
    ...{ kind: 'missing', reason, marks: mark === '' ? [] : [mark] },
    tokens: tokens.filter((token) => token.text !== ''),
  };
}

/** The figure, then whatever may follow it, to the end. */
function readLine(scan: Scanner, draft: Draft): ValueProblem | null {
  readPrefixes(scan, draft);
  const figure = readFigure(scan, draft);
  if (figure) return figure;
  while (scan.rest() !== '') {
    const problem = readTail(scan, draft);
    if (problem) return problem;
  }
  return null;
}

function readPrefixes(scan: Scanner, draft: Draft): void {
  for (;;) {
    scan.take('space', SPACE);
    const found = PREFIXES.find(([form]) => scan.take('qualifier', form) !== null);
    if (!found) return;
    draft.qualifiers.push(found[1]);
  }
}

function readFigure(scan: Scanner, draft: Draft): ValueProblem | null {
  const period = scan.see(PERIOD_RUN);
  if (period && /[a-z/–-]/i.test(period) && readKpiPeriod(period)) return 'period-only';
  const isMoney = scan.take('currency', /[-−–]?£/y);
  if (scan.see(NUMBER_RUN) === null) return 'no-figure';
  const number = takeNumber(scan, 'number');
  if (typeof number === 'string') return number;
  const scale = takeOne(scan, 'scale', isMoney ? [...POUND_SCALES, ...SCALES] : SCALES);
  const size = scale === null ? number.value : scaled(number, scale);
  draft.number = number;
  draft.value = isMoney && isMoney !== '£' ? -size : size;
  if (isMoney) draft.unit = 'pounds';
  return readUnit(scan, draft);
}

function readUnit(scan: Scanner, draft: Draft): ValueProblem | null {
  if (scan.see(/\s*(?:[–—-]|to)\s*[£]?\d/iy) && !scan.see(/\s*[–—-]\s*\d{1,2}\s+[a-z]/iy))
    return 'range';
  if (scan.see(/\/\d/y)) return 'date-or-share';
  if (scan.take('relation', /:(?=\d)/y)) {
    draft.isToOther = true;
    return readWhole(scan, draft, 'ratio');
  }
  if (scan.take('relation', /\s+in\s+(?=\d{1,3}(?:,\d{3})*(?!\d))/iy))
    return readWhole(scan, draft, 'ratio');
  if (draft.unit === undefined) {
    const gap = scan.see(SPACE);
    const unit = UNITS.find(([form]) =>
      scan.see(new RegExp(`${gap ? '\\s+' : ''}(?:${form.source})`, 'iy')),
    );
    if (unit) {
      scan.take('space', SPACE);
      scan.take('unit', unit[0]);
      draft.unit = unit[1];
    }
  }
  return readOf(scan, draft);
}

/** `of 61 EHCPs`, `out of 20`, `of schools`. */
function readOf(scan: Scanner, draft: Draft): ValueProblem | null {
  if (scan.take('relation', /\s+(?:out )?of\s+(?:the\s+)?(?=\d)/iy))
    return readWhole(scan, draft, draft.unit ?? 'count');
  if (!scan.take('relation', /\s+of\s+(?:all\s+|the\s+)?(?=[a-z])/iy)) return null;
  const words = scan.take('words', WORDS);
  if (words === null || DOUBTFUL.test(words)) return 'unknown-words';
  draft.denominatorWords = words;
  return null;
}

function readWhole(scan: Scanner, draft: Draft, unit: KpiUnit): ValueProblem | null {
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
function readTail(scan: Scanner, draft: Draft): ValueProblem | null {
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
  return readOf(scan, draft);
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
  const statement = change === null ? null : readChangeStatement(change);
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
  const period = found === null ? null : readKpiPeriod(found);
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

function takeNumber(scan: Scanner, kind: 'number' | 'count' | 'denominator') {
  const number = readKpiNumber(scan.see(NUMBER_RUN) ?? '');
  if (typeof number !== 'string') scan.take(kind, NUMBER_RUN);
  return number;
}

function takeOne<T>(
  scan: Scanner,
  kind: Token['kind'],
  forms: readonly (readonly [RegExp, T])[],
): T | null {
  return forms.find(([form]) => scan.take(kind, form) !== null)?.[1] ?? null;
}

/** What is read, and yet cannot be so. */
function problemOf(draft: Draft, raw: string): ValueProblem | null {
  const { number, value = 0, unit, count, denominator, rate, period } = draft;
  if (/^\s*(?:19|20)\d\d\s*$/.test(raw)) return 'year-or-count';
  if (denominator && denominator.value <= 0) return 'of-nothing';
  const isPart = count !== undefined || denominator !== undefined;
  if (unit === 'per-cent' && isPart && (value > 100 || value < 0)) return 'part-over-whole';
  if (rate && (rate.value > 100 || rate.value < 0)) return 'part-over-whole';
  const part = count ?? (unit === 'per-cent' ? undefined : number);
  if (denominator && part && !draft.isToOther && (part.value > denominator.value || part.value < 0))
    return 'part-over-whole';
  return number === undefined && period !== undefined ? 'period-only' : null;
}
