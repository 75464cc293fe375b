// What stands in brackets behind a figure, part by part: its count, its base, its period, what it is held against; and
// everything else in its own words. A number inside such a remark counts nothing.

import { PERIOD_RUN } from '../../../core/dates/domain/printed-period.ts';
import type { ValueProblem } from '../domain/kpi-value-types.ts';
import { seeAgainst, seeInterval } from './kpi-against.ts';
import { CHANGE_RUN, SIGNED_CHANGE } from './kpi-change-statement.ts';
import {
  createDraft,
  type Draft,
  takeAmount,
  takeChange,
  takeMark,
  takeNumber,
  takePer,
  takePeriod,
  takePrefixes,
  takeQualifier,
  takeUnit,
} from './kpi-draft.ts';
import { type KpiNumber, NUMBER_RUN } from './kpi-number.ts';
import { createScanner, type Scanner } from './kpi-tokens.ts';
import { ARROWS, END, isDoubtful, LEADING, SPACE, WORDS } from './kpi-value-forms.ts';

/** Who or what a number in brackets counts; any other word makes a remark of it. */
const COUNTED =
  /(?:young |EHC |active |open |new |disabled )?(?:pupils?|children|child|people|persons?|students?|learners?|plans?|EHCPs?|cases?|appeals?|referrals?|requests?|assessments?|families|parents?|carers?|patients?|staff|schools?|settings?|births?|admissions?|exclusions?|suspensions?|incidents?)/iy;
const NUMBER = NUMBER_RUN.source;
/** A number alone, of a whole, or of what people count; a rate; with nothing more behind it. */
const COUNT = new RegExp(
  `${NUMBER}(?:\\s?%|\\s+per ?cent\\b|(?:(?:\\s+(?:out )?of\\s+|/)${NUMBER})?(?:\\s+${COUNTED.source})?)${END}`,
  'iy',
);
/** What may stand before a period that is the figure's own: the collection that it comes from. */
const SOURCE =
  /^(?:[A-Z][A-Z0-9]{1,7}|(?:[Ss]chool |[A-Z][A-Z0-9]{1,7} )?(?:[Cc]ensus|snapshot|survey|collection|return|data|cohort|dashboard))$/;
/** A day's number may belong to the words before it: "Year 6 May 2024". */
const SOURCED = new RegExp(
  `[a-z][a-z0-9 ]{1,24}?(?=\\s+(?!\\d{1,2}\\s)(?:${PERIOD_RUN.source})${END})`,
  'iy',
);
const OWN_WORDS =
  /(?:data|figures?|cohort|snapshot|census|return|leavers|average|only|outturn)(?=\s*[),;])/iy;
/** Such letters are no collection: they are a part of the year, or all of it so far. */
const PART_OF_YEAR = /^(?:[QHTMPW]\d{1,2}|YTD|FYE?|AYE?|YE|CY|WK\d*)$/i;
const WRONG = /\b(?:should|wrong|error|incorrect|corrected?|instead|actually|not \d)\b/i;

/** Reads a bracket that stands next. */
export function parseBracket(scan: Scanner, draft: Draft): ValueProblem | null {
  scan.take('punctuation', /\(/y);
  let parts = 0;
  while (!scan.take('punctuation', /\)/y)) {
    if (scan.rest() === '') return 'unknown-words';
    if (scan.take('space', SPACE)) continue;
    if (parts > 0 && scan.take('punctuation', /[,;](?=\s)|[–—/-](?=\s)/y)) continue;
    const problem = parsePart(scan, draft);
    if (problem) return problem;
    parts++;
  }
  return parts === 0 ? 'unknown-words' : null;
}

function parsePart(scan: Scanner, draft: Draft): ValueProblem | null {
  if (whole(scan, (ahead) => takeMark(ahead, createDraft()))) return done(takeMark(scan, draft));
  if (takeTime(scan, draft)) return null;
  if (takeInterval(scan, draft)) return null;
  if (whole(scan, (ahead) => takeChange(ahead, createDraft(), CHANGE_RUN)))
    return draft.change ? 'two-figures' : done(takeChange(scan, draft, CHANGE_RUN));
  if (scan.see(SIGNED_CHANGE)) return takeChange(scan, draft, SIGNED_CHANGE) ? null : 'two-figures';
  const against = takeAgainst(scan, draft, 'in-brackets');
  if (against !== 'none') return against;
  if (whole(scan, (ahead) => takeQualifier(ahead, createDraft())))
    return done(takeQualifier(scan, draft));
  const base = takeBase(scan, draft);
  if (base !== 'none') return base;
  if (scan.see(/(?:a )?(?:rate )?per\s+\d/iy)) {
    scan.take('words', /(?:a )?rate /iy);
    return takePer(scan, draft);
  }
  const arrow = scan.take('beside', ARROWS);
  if (arrow !== null) return done(draft.beside.push(arrow) > 0);
  const count = takeCount(scan, draft);
  return count === 'none' ? takeRemark(scan, draft) : count;
}

/** The figure's own period, alone, led up to, or with the collection that it comes from. */
function takeTime(scan: Scanner, draft: Draft): boolean {
  const isAlone = whole(scan, (ahead) => takePeriod(ahead, createDraft()));
  const isLed = whole(scan, (ahead) => {
    ahead.take('words', LEADING);
    ahead.take('space', SPACE);
    return takePeriod(ahead, createDraft());
  });
  const isWithWords = whole(scan, (ahead) => {
    if (!takePeriod(ahead, createDraft())) return false;
    ahead.take('space', SPACE);
    return ahead.take('remark', OWN_WORDS) !== null;
  });
  const source = scan.see(SOURCED) ?? '';
  const isSourced = SOURCE.test(source) && !PART_OF_YEAR.test(source);
  if (draft.period || !(isAlone || isLed || isWithWords || isSourced)) return false;
  if (isAlone) return takePeriod(scan, draft);
  if (isSourced) draft.remarks.push(scan.take('remark', SOURCED) ?? '');
  else if (isLed) scan.take('words', LEADING);
  scan.take('space', SPACE);
  takePeriod(scan, draft);
  if (isSourced || isLed) return true;
  scan.take('space', SPACE);
  draft.remarks.push(scan.take('remark', OWN_WORDS) ?? '');
  return true;
}

/** An interval, where none has been read. */
export function takeInterval(scan: Scanner, draft: Draft): boolean {
  const found = draft.interval ? null : seeInterval(scan.see, draft.value ?? Number.NaN);
  if (!found) return false;
  scan.take('interval', found.form);
  draft.interval = found.read;
  return true;
}

/** What the figure is held against; `none`: nothing of the kind stands there. */
export function takeAgainst(
  scan: Scanner,
  draft: Draft,
  where: 'in-brackets' | 'behind',
): ValueProblem | null | 'none' {
  const found = seeAgainst(scan.see, where);
  if (!found) return 'none';
  const { kind, who, text, figure } = found.read;
  const own = createScanner(figure);
  const other = createDraft();
  takePrefixes(own, other);
  const problem = takeAmount(own, other);
  if (problem) return problem;
  takeUnit(own, other);
  const per = takePer(own, other);
  if (per) return per;
  if (own.rest().trim() !== '' || !other.number || other.value === undefined) return 'two-figures';
  scan.take('against', found.form);
  draft.against.push({
    ...{ kind, who, text, number: other.number, value: other.value },
    ...{ unit: other.unit ?? 'none', qualifiers: other.qualifiers },
  });
  return null;
}

/** `n=226`, `base 226`, `of 226 responses`: what it is a part of. */
export function takeBase(scan: Scanner, draft: Draft): ValueProblem | null | 'none' {
  const lead = scan.take(
    'relation',
    /n\s?[=:]\s?(?=\d)|(?:base|sample)(?: size)?(?: of)?\s?[=:]?\s?(?=\d)|(?:out )?of\s+(?:the\s+|all\s+)?(?=\d)/iy,
  );
  if (lead === null) return 'none';
  const isWhole = /of/i.test(lead) && !/base|sample/i.test(lead) && draft.unit === 'per-cent';
  if (draft.base || (isWhole && draft.denominator)) return 'two-figures';
  const number = takeNumber(scan, 'denominator');
  if (typeof number === 'string') return number;
  if (draft.count && draft.count.value > number.value) return 'part-over-whole';
  draft[isWhole ? 'denominator' : 'base'] = number;
  if (!scan.see(/\s+[a-z]/iy)) return isEnd(scan) ? null : 'two-figures';
  scan.take('space', SPACE);
  const words = scan.take('words', WORDS);
  if (words === null || isDoubtful(words)) return 'unknown-words';
  draft[isWhole ? 'denominatorWords' : 'baseWords'] = words;
  return null;
}

/** The number behind a rate, `(331)`, or the rate behind a number, `(8.61%)`; `none`: it is a remark. */
function takeCount(scan: Scanner, draft: Draft): ValueProblem | null | 'none' {
  if (scan.see(COUNT) === null) return 'none';
  const number = takeNumber(scan, 'count');
  if (typeof number === 'string') return number;
  const isRate = scan.take('unit', /\s?%|\s+per ?cent\b/iy) !== null;
  const mainIsRate = ['per-cent', 'ratio', 'rate'].includes(draft.unit ?? 'none');
  if (isRate === mainIsRate || draft.count || draft.rate) return 'two-figures';
  if (isRate) {
    draft.rate = number;
    return null;
  }
  if (/^(?:19|20)\d\d$/.test(number.text)) return 'year-or-count';
  draft.count = number;
  const of = scan.take('relation', /\s+(?:out )?of\s+(?=\d)|\/(?=\d)/iy);
  if (of !== null) {
    if (draft.denominator) return 'two-figures';
    const all = takeNumber(scan, 'denominator');
    if (typeof all === 'string') return all;
    if (of === '/' && isUnclear(number, all, draft)) return 'year-or-share';
    draft.denominator = all;
  } else if (draft.unit === 'per-cent' && !canBeShare(number, draft)) return 'count-impossible';
  scan.take('space', SPACE);
  const words = scan.take('words', COUNTED);
  if (words !== null) draft.countWords = words;
  return null;
}

/** `21/22` may be a year, and `8/10` a date, unless the figure is just that share. */
function isUnclear(part: KpiNumber, all: KpiNumber, { value = 0, number }: Draft): boolean {
  const isShare =
    Math.abs((part.value / all.value) * 100 - value) <= 0.5 / 10 ** (number?.decimals ?? 0) + 1e-9;
  const isYear = /^\d\d$/.test(part.text) && all.value === part.value + 1;
  return !isShare && (isYear || all.value <= 12);
}

/** Whether some whole number of people makes the count that per cent of them. */
function canBeShare(count: KpiNumber, { value = 0, number }: Draft): boolean {
  const half = 0.5 / 10 ** (number?.decimals ?? 0) + 1e-9;
  if (count.value === 0) return value - half <= 0;
  if (count.value < 0 || value > 100 || value < 0) return true;
  const fewest = (count.value * 100) / (value + half);
  const most = value - half <= 0 ? Number.POSITIVE_INFINITY : (count.value * 100) / (value - half);
  return Math.max(Math.ceil(fewest), count.value) <= Math.floor(most);
}

function takeRemark(scan: Scanner, draft: Draft): ValueProblem | null {
  const remark = scan.take('remark', new RegExp(`[^();,]*?[^();,\\s]${END}`, 'y'));
  if (remark === null) return 'unknown-words';
  if (/^[-−–+]?£[\d.,]+\s?(?:bn|mn?|k)?$/i.test(remark)) return 'two-figures';
  if (!/\p{L}/u.test(remark.replace(/\b(?:to|and|or|v|vs)\b/gi, ''))) return 'two-figures';
  if (WRONG.test(remark) && /\d/.test(remark)) return 'two-figures';
  if (/^(?:forecast|project|predict|expect)/i.test(remark)) draft.qualifiers.push('forecast');
  draft.remarks.push(remark);
  return null;
}

/** Whether what a look ahead takes is all that the part says. */
function whole(scan: Scanner, look: (ahead: Scanner) => boolean): boolean {
  const ahead = scan.ahead();
  return look(ahead) && isEnd(ahead);
}

function isEnd(scan: Scanner): boolean {
  return /^\s*(?:$|[,;()\]]|\s[–—/-]\s)/.test(scan.rest());
}

function done(_took: boolean): null {
  return null;
}
