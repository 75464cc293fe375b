// What may follow a number, piece by piece to the end of the cell: a second number that makes a ratio, a share or a range
// with it, what it is a part of, and all that stands behind a figure.

import { PERIOD_RUN, parsePrintedPeriod } from '../../../core/dates/domain/printed-period.ts';
import type { KpiUnit, ValueProblem } from '../domain/kpi-value-types.ts';
import { parseBracket, takeAgainst, takeBase, takeInterval } from './kpi-bracket.ts';
import { SIGNED_BEHIND } from './kpi-change-statement.ts';
import {
  createDraft,
  type Draft,
  takeAmount,
  takeAside,
  takeChange,
  takeMark,
  takeNumber,
  takeNumberWord,
  takePeriod,
  takeUnit,
  takeWordsOf,
} from './kpi-draft.ts';
import { NUMBER_RUN, NUMBER_WORD, parseKpiNumber } from './kpi-number.ts';
import type { Scanner } from './kpi-tokens.ts';
import {
  AGE_OR_TIME,
  ARROWS,
  isChange,
  isDoubtful,
  LEADING,
  NUMBERED,
  RATING_AFTER,
  SMALLER,
  SPACE,
  UNITS,
  WORDS,
} from './kpi-value-forms.ts';

/** `of 61 EHCPs`, `out of 20`, `of schools`, `of 5 year olds`. */
export function parseOf(scan: Scanner, draft: Draft): ValueProblem | null {
  const isWord = draft.number !== undefined && /^[a-z]/i.test(draft.number.text);
  const before = /\s+(?:out )?of\s+(?:all\s+|the\s+)?/iy;
  const ahead = scan.ahead();
  if (ahead.take('relation', before) === null) return null;
  if (ahead.see(AGE_OR_TIME)) {
    scan.take('relation', before);
    return takeParts(scan, draft);
  }
  if (ahead.see(NUMBER_RUN) || (isWord && ahead.see(NUMBER_WORD))) {
    scan.take('relation', before);
    const isScore = draft.unit === undefined && (draft.number?.decimals ?? 0) > 0;
    return parseWhole(scan, draft, draft.unit ?? (isScore ? 'none' : 'count'));
  }
  if (!ahead.see(/[a-z]/iy)) return null;
  scan.take('relation', before);
  return takeParts(scan, draft);
}

function takeParts(scan: Scanner, draft: Draft): ValueProblem | null {
  const words = scan.take('words', WORDS);
  if (words === null || isDoubtful(words)) return 'unknown-words';
  draft.denominatorWords = words;
  return null;
}

/** The whole that stands next, with its words. */
export function parseWhole(scan: Scanner, draft: Draft, unit: KpiUnit): ValueProblem | null {
  const whole =
    scan.see(NUMBER_RUN) === null
      ? takeNumberWord(scan, 'denominator')
      : takeNumber(scan, 'denominator');
  if (typeof whole === 'string') return whole;
  draft.unit = unit;
  draft.denominator = whole;
  // "62 of 70 target" is no part of 70.
  if (scan.see(/\s+(?:target|planned|expected)\b/iy)) return 'two-figures';
  return takeWordsOf(scan, (words) => {
    draft.denominatorWords = words;
  });
}

/** One more of what may follow a figure. */
export function parseTail(scan: Scanner, draft: Draft): ValueProblem | null {
  if (scan.take('space', SPACE)) return null;
  if (takeMark(scan, draft)) return null;
  if (takeChange(scan, draft, SIGNED_BEHIND)) return null;
  if (takeAside(scan, draft)) return null;
  if (scan.see(/(?:±|\+\/|\[|\d\d%\s*C|C\.?I)/y) && takeInterval(scan, draft)) return null;
  const against = takeAgainst(scan, draft, 'behind');
  if (against !== 'none') return against;
  if (scan.see(/n\s?[=:]\s?\d|(?:base|sample)(?: size)?\s?[=:]?\s?\d/iy)) {
    const base = takeBase(scan, draft);
    return base === 'none' ? 'unknown-words' : base;
  }
  if (scan.see(/\(/y)) return parseBracket(scan, draft);
  const beside = scan.take('beside', ARROWS) ?? scan.take('beside', RATING_AFTER);
  if (beside !== null) {
    draft.beside.push(beside);
    return null;
  }
  if (scan.take('punctuation', /[,;/|–—-](?=\s)|(?<=[\p{L}%)])\.(?=\s*$)/uy)) return null;
  if (scan.see(LEADING) && isTime(scan)) {
    scan.take('words', LEADING);
    scan.take('space', SPACE);
    return takePeriod(scan, draft) ? null : 'unknown-words';
  }
  if (scan.see(NUMBER_RUN)) return 'two-figures';
  return takeWords(scan, draft);
}

function isTime(scan: Scanner): boolean {
  const ahead = scan.ahead();
  ahead.take('words', LEADING);
  ahead.take('space', SPACE);
  return takePeriod(ahead, createDraft());
}

/** What is counted, or what else the unit's words are: "patients", "after referral". */
function takeWords(scan: Scanner, draft: Draft): ValueProblem | null {
  // What is glued to the figure, as in 1e5, is no word.
  const isWord = scan.see(/(?<=\s)[a-z]/iy) !== null;
  const isNew = draft.words === undefined && draft.denominator === undefined;
  const words = isWord && isNew ? scan.take('words', WORDS) : null;
  if (words === null || isDoubtful(words)) return 'unknown-words';
  if (isChange(words) && draft.unit !== 'count') return 'change-only';
  draft.words = words;
  draft.unit ??= 'count';
  return parseOf(scan, draft);
}

const SPACED_NUMBERED = new RegExp(`\\s+${NUMBERED}`, 'iy');
const IN = new RegExp(`\\s+in\\s+(?=\\d{1,3}(?:,\\d{3})*(?!\\d)|${NUMBER_WORD.source})`, 'iy');

/** `1:12`, `1 in 6`; null: neither stands there. */
export function parseRatio(scan: Scanner, draft: Draft): ValueProblem | 'read' | null {
  if (draft.unit !== undefined) return null;
  if (scan.take('relation', /\s?:\s?(?=\d)/y)) {
    const other = scan.see(NUMBER_RUN) ?? '';
    const isTime =
      /^[0-5]\d$/.test(other) && (draft.value ?? 0) < 24 && draft.number?.decimals === 0;
    if (isTime && draft.value !== 1) return 'time-or-ratio';
    return parseWhole(scan, draft, 'ratio') ?? 'read';
  }
  if (scan.see(SPACED_NUMBERED) || !scan.take('relation', IN)) return null;
  return parseWhole(scan, draft, 'share') ?? 'read';
}

/** `45/53`, `4.2/5`; what may be a date or a year is refused. */
export function parseSlash(scan: Scanner, draft: Draft): ValueProblem | 'read' | null {
  const isRate = scan.see(/\/\s?(?:1,?000|10,?000|100,?000|1,?000,?000)(?![\d,./])/y) !== null;
  if (draft.unit !== undefined || isRate || !scan.see(/\/\d/y)) return null;
  const [, typed = '', words] = /^\/(\d(?:[\d.,]*\d)?)(?:\s+([a-z]+))?/i.exec(scan.rest()) ?? [];
  const whole = parseKpiNumber(typed);
  if (typeof whole === 'string') return whole;
  const part = draft.number;
  const isScore = part !== undefined && part.decimals > 0;
  const isYear = /^\d\d$/.test(part?.text ?? '') && whole.value === (part?.value ?? 0) + 1;
  const [, rate] = /^\S+\s*\((\d[\d.]*)%\)/.exec(scan.rest()) ?? [];
  const isRated =
    rate !== undefined &&
    part !== undefined &&
    Math.abs((part.value / whole.value) * 100 - Number(rate)) < 0.6;
  const isDate =
    !isRated &&
    whole.value <= 12 &&
    (words === undefined || /^(?:to|and|or|in|of|at)$/i.test(words));
  if (isYear || scan.rest().startsWith('/', 1 + typed.length) || whole.decimals > 0)
    return 'date-or-share';
  if (!isScore && isDate) return 'date-or-share';
  scan.take('relation', /\//y);
  return parseWhole(scan, draft, isScore ? 'none' : 'count') ?? 'read';
}

const TO = new RegExp(`(?:[–—-]|\\s+[–—-]\\s+|\\s+to\\s+)(?=£?\\d|${NUMBER_WORD.source})`, 'iy');
const AND = new RegExp(`\\s+and\\s+(?=£?\\d|${NUMBER_WORD.source})`, 'iy');

/** `10-20`, `10 to 20%`, `£1.2m-£1.4m`; null: none stands there, or it was read. */
export function parseRange(scan: Scanner, draft: Draft, isBetween: boolean): ValueProblem | null {
  if (draft.upTo !== undefined) return null;
  const hadUnit = draft.unit !== undefined && draft.unit !== 'pounds';
  const join = isBetween ? AND : TO;
  const ahead = scan.ahead();
  const joint = ahead.take('range', join);
  if (joint === null) return null;
  const period = ahead.see(PERIOD_RUN);
  if (period !== null && parsePrintedPeriod(period)) {
    const isYear = /^\d{4}$/.test(period);
    return isYear && !(hadUnit && /\s/.test(joint)) ? 'range' : null;
  }
  // "12% – 14%" may as well be from what to what.
  if (hadUnit && /\s[–—-]\s/.test(joint)) return null;
  if (hadUnit && draft.unit === 'per-cent' && /to/i.test(joint)) return 'range';
  scan.take('range', join);
  const other = createDraft();
  if (draft.unit === 'pounds') other.unit = 'pounds';
  const problem = takeAmount(scan, other);
  if (problem) return problem;
  const { number, value = 0 } = other;
  if (hadUnit) takeUnit(scan, other);
  const isScaled = (one: Draft) => one.value !== one.number?.value;
  if (isScaled(draft) !== isScaled(other) || other.qualifiers.length > 0) return 'range';
  if (hadUnit && other.unit !== draft.unit) return 'range';
  if (!number || value <= (draft.value ?? 0) || (draft.value ?? 0) < 0) return 'range';
  // "1 to 12" may as well be a ratio.
  const isBare = draft.unit === undefined && !scan.see(/\s?[a-z%]/iy);
  if (isBare && draft.value === 1 && /to/i.test(joint) && value > 5) return 'range';
  draft.upTo = value;
  return null;
}

/** `1 yr 3 months`: one time in two units, and what it is worth in the smaller. */
export function parseSmaller(scan: Scanner, draft: Draft): ValueProblem | null {
  const smaller = draft.unit && SMALLER[draft.unit];
  if (!smaller || draft.upTo !== undefined || draft.number?.decimals !== 0) return null;
  const [unit, times] = smaller;
  const form = UNITS.find(([, one]) => one === unit)?.[0].source ?? '';
  if (!scan.see(new RegExp(`,?\\s+(?:and\\s+)?\\d+\\s*(?:${form})`, 'iy'))) return null;
  scan.take('space', /,?\s+(?:and\s+)?/iy);
  const number = takeNumber(scan, 'number');
  if (typeof number === 'string') return number;
  if (number.value >= times) return 'two-figures';
  scan.take('space', SPACE);
  scan.take('unit', new RegExp(form, 'iy'));
  draft.value = (draft.value ?? 0) * times + number.value;
  draft.unit = unit;
  return null;
}
