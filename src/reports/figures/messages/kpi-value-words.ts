// How one cell of a KPI was read, in words: what is echoed before it is saved.
import type { MissingReason } from '../domain/kpi-missing.ts';
import type {
  KpiFigure,
  KpiQualifier,
  KpiUnit,
  KpiValue,
  ValueProblem,
} from '../domain/kpi-value.ts';
import type { Against, Interval } from '../domain/kpi-value-types.ts';

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

/** What was wrong with a figure, and what would say it. */
export function problemText(problem: ValueProblem): string {
  switch (problem) {
    case 'point-or-comma':
      return 'a point before three digits may be a thousand or a decimal. Write 1,234 or 1.23.';
    case 'commas':
      return 'its commas do not stand where thousands end. Write 1,234 or 12.34.';
    case 'several-points':
      return 'it has more than one decimal point. Write one figure, such as 1,234.5.';
    case 'leading-zero':
      return 'it begins with a nought that a figure does not have. Leave the nought out.';
    case 'too-many-digits':
      return 'it has more digits than can be kept exactly. Write 1.2 million or £1.2bn.';
    case 'no-figure':
      return 'it states no figure, and does not say that there is none. Write the figure, or Data not available.';
    case 'spreadsheet-error':
      return 'it is the error of a spreadsheet, not a figure. Write the figure that the sheet should show, or Data not available.';
    case 'rating-only':
      return 'it is a rating and no figure. Write the figure, with the rating behind it if you like: 45% Amber.';
    case 'nought-or-nothing':
      return 'it may mean nought, or that nothing is known. Write 0 or Data not available.';
    case 'change-only':
      return 'it says by how much, and not to what. Write the figure, with the change behind it: 45% (up 12%).';
    case 'others-figure':
      return 'the figure of the KPI itself is missing. Write that first: 45% (England 46%), 45% (target 50%).';
    case 'bracketed':
      return 'a figure in brackets alone may be less than nought. Write -3.2% or 3.2%.';
    case 'million-or-unit':
      return 'the letters behind the figure may be millions, months or metres. Write 1.2 million or £1.2m.';
    case 'time-or-ratio':
      return 'it may be a time or a ratio. Write 10 minutes 30 seconds for a time, 1:3 for a ratio.';
    case 'period-in-parts':
      return 'its period stands in two pieces. Write it in one: 45% (Q3 2021/22).';
    case 'year-or-share':
      return 'what stands in brackets may be a year or a part. Write 45% (2021/22) or 45% (21 of 22).';
    case 'count-impossible':
      return 'no whole number of people makes that count such a percentage. Write [1] for a footnote, n=20 for the number asked.';
    case 'period-only':
      return 'it names a period and no figure of it. Write the figure first: 45% (Q2 2023/24).';
    case 'year-or-count':
      return 'it may be a year or a count. Write 2,023 or 2023 pupils for a count.';
    case 'date-or-share':
      return 'it may be a date or a share. Write 3 of 10 for a share.';
    case 'two-figures':
      return 'it has more than one figure, and nothing says how they belong together. Say it of each: 45% (331), 45% (England 46%), 45% (target 50%), 45% (was 43%); or record them one by one.';
    case 'range':
      return 'it may be a range, a ratio or a change. Write 10-20 for a range, 1:12 for a ratio, 20% (was 10%) for a change.';
    case 'part-over-whole':
      return 'it is more than the whole that it is a part of, or less than nothing. Check the two figures.';
    case 'of-nothing':
      return 'it is a part of nothing. Check the number behind “of”.';
    case 'unknown-words':
      return 'I do not know what the words around the figure make of it. Set them in brackets behind it: 45% (in their own words).';
    case 'too-long':
      return 'it is longer than a figure. Keep it to the figure, and put the rest in a comment.';
    default:
      return problem satisfies never;
  }
}
