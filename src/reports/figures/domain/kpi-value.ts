// A KPI's cell, read without losing a character: its figure, what that is a figure of, and what else the cell says.
// What cannot be read for certain is unreadable, with what was wrong; it is never guessed.

import { PERIOD_RUN, parsePrintedPeriod } from '../../../core/dates/domain/printed-period.ts';
import {
  createDraft,
  type Draft,
  takeAmount,
  takePer,
  takePeriod,
  takePrefixes,
  takeUnit,
} from '../rules/kpi-draft.ts';
import { createScanner, type Scanner } from '../rules/kpi-tokens.ts';
import { ARROWS, isDoubtful, RATING_BEFORE, SPACE, STATISTIC } from '../rules/kpi-value-forms.ts';
import {
  parseOf,
  parseRange,
  parseRatio,
  parseSlash,
  parseSmaller,
  parseTail,
} from '../rules/kpi-value-tail.ts';
import { isNamed, missingReason, noFigure } from './kpi-missing.ts';
import type { KpiMissing, KpiUnreadable, KpiValue, ValueProblem } from './kpi-value-types.ts';

export type {
  KpiFigure,
  KpiQualifier,
  KpiUnit,
  KpiValue,
  ValueProblem,
} from './kpi-value-types.ts';

/** Longer than any cell that states a figure. */
const MAX_VALUE_LENGTH = 300;

/** Digests and packs read the same cells for everybody who gets one. */
const known = new Map<string, KpiValue>();
const MOST_KNOWN = 2_000;

/** Reads a cell. */
export function parseKpiValue(raw: string): KpiValue {
  const before = known.get(raw);
  if (before) return before;
  const value = readCell(raw);
  if (known.size >= MOST_KNOWN) known.clear();
  if (raw.length <= MAX_VALUE_LENGTH) known.set(raw, value);
  return value;
}

function readCell(raw: string): KpiValue {
  const scan = createScanner(raw);
  const unreadable = (problem: ValueProblem): KpiUnreadable => ({
    ...{ kind: 'unreadable', problem },
    tokens: scan.tokens(),
  });
  if (raw.length > MAX_VALUE_LENGTH) return unreadable('too-long');
  const missing = readMissing(raw);
  if (missing) return missing;
  const draft = createDraft();
  const problem = readLine(scan, draft) ?? problemOf(draft, raw);
  if (problem) return unreadable(problem === 'no-figure' ? noFigure(raw) : problem);
  const { number, value, unit = 'none' } = draft;
  if (!number || value === undefined) return unreadable('no-figure');
  return {
    ...{ kind: 'figure', tokens: scan.tokens(), number, value, unit },
    ...{ upTo: draft.upTo ?? null, per: draft.per ?? null, perWords: draft.perWords ?? null },
    words: draft.words ?? null,
    ...{ count: draft.count ?? null, countWords: draft.countWords ?? null },
    rate: draft.rate ?? null,
    denominator: draft.denominator ?? null,
    denominatorWords: draft.denominatorWords ?? null,
    ...{ base: draft.base ?? null, baseWords: draft.baseWords ?? null },
    change: draft.change ?? null,
    period: draft.period ?? null,
    interval: draft.interval ?? null,
    ...{ against: draft.against, qualifiers: draft.qualifiers, beside: draft.beside },
    ...{ remarks: draft.remarks, marks: draft.marks },
  };
}

function readMissing(raw: string): KpiMissing | null {
  const body = raw.trim();
  const before = raw.slice(0, raw.length - raw.trimStart().length);
  const after = raw.slice(before.length + body.length);
  // A star alone is the mark itself, not one behind it.
  const mark = /(?<=[^*†‡§¶])[*†‡§¶]+$/.exec(body)?.[0] ?? '';
  const unmarked = body.slice(0, body.length - mark.length);
  const text = unmarked.trimEnd();
  const gap = unmarked.slice(text.length);
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
  const before = readBefore(scan, draft);
  const figure = readFigure(scan, draft, before);
  if (figure) return figure;
  while (scan.rest() !== '') {
    const problem = parseTail(scan, draft);
    if (problem) return problem;
  }
  return null;
}

/** What leads up to the figure; `between`: a range is to come. */
type Before = {
  readonly isBetween: boolean;
  readonly isArrow: boolean;
  /** It calls itself a ratio, so "1 to 4" is no range. */
  readonly isRatio: boolean;
};

const LABEL = new RegExp(
  `(?:${PERIOD_RUN.source}|[QH][1-4])(?=\\s*:\\s|\\s[–-]\\s)|(?=\\D*[\\d/]+\\D)${PERIOD_RUN.source}(?<=\\D.*)(?=\\s+[<>~]?[\\d.,]+(?:%|\\s?per ?cent))`,
  'iy',
);
/** What the figure is of: "Good or better: 45%". */
const NAME = /[a-z][a-z0-9 ,&’'/-]{0,40}(?=:\s+[\d£<>~])/iy;

function readBefore(scan: Scanner, draft: Draft): Before {
  let isArrow = false;
  let isRatio = false;
  for (;;) {
    scan.take('space', SPACE);
    if (takePrefixes(scan, draft)) continue;
    const arrow = scan.take('beside', ARROWS);
    const beside = arrow ?? scan.take('beside', RATING_BEFORE);
    if (beside !== null) {
      draft.beside.push(beside);
      scan.take('punctuation', /\s*[:–-](?=\s)/y);
      isArrow ||= arrow !== null;
      continue;
    }
    if (scan.see(LABEL) !== null && draft.period === undefined) {
      if (!takePeriod(scan, draft)) draft.remarks.push(scan.take('remark', LABEL) ?? '');
      scan.take('punctuation', /\s*[:–-](?=\s)/y);
      continue;
    }
    const name = draft.remarks.length === 0 && scan.see(STATISTIC) === null ? scan.see(NAME) : null;
    if (name !== null && !isDoubtful(name) && isNamed(name)) {
      draft.remarks.push(scan.take('remark', NAME) ?? '');
      scan.take('punctuation', /:/y);
      continue;
    }
    const said = draft.words === undefined ? scan.take('words', STATISTIC) : null;
    if (said === null) break;
    isRatio ||= /^ratio/i.test(said);
    if (!/^rat/i.test(said)) draft.words = said.replace(/(?: of(?: the)?)?\s*:?$/i, '');
  }
  const isBetween = scan.take('words', /between(?=\s+[\d£])/iy) !== null;
  scan.take('space', SPACE);
  return { isBetween, isArrow, isRatio };
}

function readFigure(
  scan: Scanner,
  draft: Draft,
  { isBetween, isArrow, isRatio }: Before,
): ValueProblem | null {
  const period = scan.see(PERIOD_RUN);
  if (period && /[a-z/.–-]/i.test(period) && parsePrintedPeriod(period)) return 'period-only';
  const isNegative =
    scan.take(
      'punctuation',
      /\((?=£\d[\d.,]*\s?(?:bn|mn?|k|million|thousand)?\)\s*[*†]?\s*$)/iy,
    ) !== null;
  const problem = takeAmount(scan, draft);
  if (problem) return problem;
  if (isNegative) {
    scan.take('punctuation', /\)/y);
    draft.value = -(draft.value ?? 0);
  }
  const ratio = parseRatio(scan, draft) ?? parseSlash(scan, draft);
  if (ratio !== null) return ratio === 'read' ? null : ratio;
  const range = parseRange(scan, draft, isBetween);
  if (range) return range;
  takeUnit(scan, draft);
  if (isRatio && draft.upTo !== undefined) return 'range';
  const rest =
    parseRange(scan, draft, isBetween) ?? parseSmaller(scan, draft) ?? takePer(scan, draft);
  if (rest) return rest;
  if (isBetween && draft.upTo === undefined) return 'range';
  if (isArrow && draft.unit === 'points') return 'change-only';
  return parseOf(scan, draft);
}

/** What is read, and yet cannot be so. */
function problemOf(draft: Draft, raw: string): ValueProblem | null {
  const { number, value = 0, unit, count, denominator, rate, period, upTo } = draft;
  if (/^\s*(?:19|20)\d\d\s*$/.test(raw)) return 'year-or-count';
  if (denominator && denominator.value <= 0) return 'of-nothing';
  const isPart = count !== undefined || denominator !== undefined;
  if (unit === 'per-cent' && isPart && (value > 100 || value < 0)) return 'part-over-whole';
  if (rate && (rate.value > 100 || rate.value < 0)) return 'part-over-whole';
  const isShareOf = unit === 'count' || unit === 'share' || unit === 'per-cent';
  const part = count ?? (isShareOf && unit !== 'per-cent' ? number : undefined);
  if (denominator && part && (part.value > denominator.value || part.value < 0))
    return 'part-over-whole';
  if (upTo !== undefined && isPart) return 'range';
  // "2021/22, Q3" is not of the whole year.
  const isInParts = draft.remarks.some((one) =>
    /^(?:Q[1-4]|[HT]\d|term \d|M\d{1,2}|month \d+)$/i.test(one),
  );
  if (isInParts && period?.precision === 'year') return 'period-in-parts';
  const again = draft.remarks.some((one) => parsePrintedPeriod(one) !== null);
  if (again) return 'period-in-parts';
  return number === undefined && period !== undefined ? 'period-only' : null;
}
