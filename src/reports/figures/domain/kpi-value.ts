// A KPI's cell, read without losing a character: its figure, what that is a figure of, and what else the cell says.
// What cannot be read for certain is unreadable, with what was wrong; it is never guessed.

import { NUMBER_RUN, scaled } from './kpi-number.ts';
import { PERIOD_RUN, parseKpiPeriod } from './kpi-period.ts';
import { createScanner, type Scanner } from './kpi-tokens.ts';
import { POUND_SCALES, PREFIXES, SCALES, SPACE, UNITS } from './kpi-value-forms.ts';
import {
  type Draft,
  parseOf,
  parseTail,
  parseWhole,
  takeNumber,
  takeOne,
} from './kpi-value-tail.ts';
import {
  type KpiMissing,
  type KpiUnreadable,
  type KpiValue,
  missingReason,
  type ValueProblem,
} from './kpi-value-types.ts';

export type {
  KpiFigure,
  KpiQualifier,
  KpiUnit,
  KpiValue,
  ValueProblem,
} from './kpi-value-types.ts';

/** Longer than any cell that states a figure. */
const MAX_VALUE_LENGTH = 300;

/** Reads a cell. */
export function parseKpiValue(raw: string): KpiValue {
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

function readMissing(raw: string): KpiMissing | null {
  const body = raw.trim();
  const before = raw.slice(0, raw.length - raw.trimStart().length);
  const after = raw.slice(before.length + body.length);
  const mark = /(?<![*†‡§¶])[*†‡§¶]+$/.exec(body)?.[0] ?? '';
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
  readPrefixes(scan, draft);
  const figure = readFigure(scan, draft);
  if (figure) return figure;
  while (scan.rest() !== '') {
    const problem = parseTail(scan, draft);
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
  if (period && /[a-z/–-]/i.test(period) && parseKpiPeriod(period)) return 'period-only';
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
    return parseWhole(scan, draft, 'ratio');
  }
  if (scan.take('relation', /\s+in\s+(?=\d{1,3}(?:,\d{3})*(?!\d))/iy))
    return parseWhole(scan, draft, 'ratio');
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
  return parseOf(scan, draft);
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
