// How one cell of a KPI was read, in words: what is echoed before it is saved.
import type { MissingReason } from '../../figures/domain/kpi-missing.ts';
import type { KpiFigure, KpiQualifier, KpiUnit, KpiValue } from '../../figures/domain/kpi-value.ts';
import type { Against, Interval } from '../../figures/domain/kpi-value-types.ts';
import { problemText } from './refusal-kpi.ts';

const missingWords = {
  'not-available': 'it says that there is no data',
  'to-come': 'it says that the data is still to come',
  'not-due': 'it says that it is measured at other times',
  'not-applicable': 'it says that it does not apply',
  'not-available-or-applicable': 'it says n/a: not available or not applicable',
  suppressed: 'it says that the figure is held back',
  'rounds-to-nought': 'it says that there are too few to show, though more than none',
  unreliable: 'it says that there are too few answers to rely on',
  'not-significant': 'it says that nothing significant was found',
  'not-published': 'it says that the figure is not published',
  'no-entries': 'it says that nobody was entered for it',
  'no-entry': 'it says nothing, which is neither nought nor “no change”',
} as const satisfies Record<MissingReason, string>;

const qualifierWords = {
  'less-than': 'less than that',
  'more-than': 'more than that',
  'at-least': 'at least that',
  'at-most': 'at most that',
  approximate: 'approximate',
  interim: 'interim',
  estimate: 'an estimate',
  forecast: 'a forecast',
  unreliable: 'of low reliability',
  revised: 'revised',
  'break-in-series': 'a break in the series',
  'first-available': 'the first data available',
} as const satisfies Record<KpiQualifier, string>;

const unitWords = {
  'per-cent': 'per cent',
  points: 'points',
  pounds: 'pounds',
  ratio: 'as a ratio',
  share: '',
  rate: '',
  seconds: 'seconds',
  minutes: 'minutes',
  hours: 'hours',
  days: 'days',
  'working-days': 'working days',
  'school-days': 'school days',
  weeks: 'weeks',
  months: 'months',
  years: 'years',
  count: 'as a count',
  none: 'without a unit',
} as const satisfies Record<KpiUnit, string>;

/** How a cell was read, in words: what is echoed before it is saved. */
export function readingText(value: KpiValue): string {
  switch (value.kind) {
    case 'figure':
      return figureText(value);
    case 'missing':
      return `no figure: ${missingWords[value.reason]}`;
    case 'unreadable':
      return `unreadable: ${problemText(value.problem)}`;
    default:
      return value satisfies never;
  }
}

function figureText(figure: KpiFigure): string {
  const { unit, count, countWords, rate, base, baseWords } = figure;
  const { change, period, interval, against, qualifiers, beside, remarks, marks } = figure;
  return [
    amountText(figure),
    ...(unit === 'share' ? [] : partText(figure)),
    ...(base ? [`based on ${withWords(base.text, baseWords)}`] : []),
    ...(count ? [`a count of ${withWords(count.text, countWords)}`] : []),
    ...(rate ? [`a rate of ${rate.text} per cent`] : []),
    ...(interval ? [intervalText(interval)] : []),
    ...(change ? [`it says “${change.text}” of itself`] : []),
    ...against.map(againstText),
    ...(period ? [`of ${period.text}`] : []),
    ...qualifiers.map((one) => qualifierWords[one]),
    ...beside.map((one) => `beside it stands “${one}”`),
    ...remarks.map((one) => `with the remark “${one}”`),
    ...(marks.length > 0 ? [`with the mark ${marks.join(' ')}`] : []),
  ].join('; ');
}

/** The figure with its unit and the words behind it: `26,320 pounds underspend`, `51.7 per 10,000 children`. */
function amountText(figure: KpiFigure): string {
  const { number, value, unit, words, upTo, per, perWords, denominator, denominatorWords } = figure;
  const isAsPrinted = Math.abs(value) === Math.abs(number.value) && /\d/.test(number.text);
  const sign = value < 0 && number.value > 0 ? '-' : '';
  const worth = isAsPrinted ? `${sign}${number.text}` : value.toLocaleString('en-GB');
  const range = upTo === null ? worth : `${worth} to ${upTo.toLocaleString('en-GB')}`;
  if (unit === 'share' && denominator)
    return `${range} in ${withWords(denominator.text, denominatorWords)}`;
  const isCounted = words !== null && (unit === 'count' || unit === 'none');
  return [
    range,
    isCounted ? '' : unitWords[unit],
    per ? `per ${per.value.toLocaleString('en-GB')}` : '',
    perWords ?? '',
    words ?? '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function partText({ unit, denominator, denominatorWords }: KpiFigure): string[] {
  if (denominator)
    return [`${unit === 'ratio' ? 'to' : 'of'} ${withWords(denominator.text, denominatorWords)}`];
  return denominatorWords ? [`of ${denominatorWords}`] : [];
}

function intervalText({ low, high, margin, says }: Interval): string {
  const named = says === null ? '' : ` (${says})`;
  return margin
    ? `give or take ${margin.text}${named}`
    : `between ${low?.text} and ${high?.text}${named}`;
}

const againstWords = {
  comparator: 'compared with',
  target: 'target',
  previous: 'before',
} as const satisfies Record<Against['kind'], string>;

function againstText({ kind, who, text }: Against): string {
  return `${againstWords[kind]}: “${text}”${kind === 'comparator' && !text.includes(who) ? ` (${who})` : ''}`;
}

function withWords(number: string, words: string | null): string {
  return words === null ? number : `${number} ${words}`;
}
