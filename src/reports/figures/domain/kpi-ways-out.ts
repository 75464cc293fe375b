// What to type instead of a value that cannot be read for certain. Every line that is offered reads; which of them is
// meant, only whoever typed it knows.
import { parseKpiValue, type ValueProblem } from './kpi-value.ts';

const MAX_WAYS = 3;
const NO_DATA = 'Data not available';
const NUMBER = /\d(?:[\d.,·]*\d)?/;

/** At most three values to choose from; none: the words have to be kept as text, or written anew. */
export function waysOut(raw: string, problem: ValueProblem): readonly string[] {
  const text = raw.trim();
  return [...new Set(candidates(text, problem))]
    .filter((way) => way !== text && parseKpiValue(way).kind !== 'unreadable')
    .slice(0, MAX_WAYS);
}

function candidates(text: string, problem: ValueProblem): readonly string[] {
  const number = NUMBER.exec(text)?.[0] ?? '';
  const put = (instead: string) => text.replace(number, instead);
  switch (problem) {
    case 'point-or-comma':
      return [put(number.replace('.', ',')), put(number.slice(0, -1))];
    case 'commas':
      return [
        put(grouped(number)),
        ...(/^\d+,\d{1,2}$/.test(number) ? [put(number.replace(',', '.'))] : []),
      ];
    case 'leading-zero':
      return [put(number.replace(/^0+(?=\d)/, '')), ...timesOf(text)];
    case 'several-points':
    case 'too-many-digits':
    case 'of-nothing':
    case 'part-over-whole':
    case 'too-long':
      return [];
    case 'no-figure':
      return [...slips(text), NO_DATA];
    case 'spreadsheet-error':
      return [NO_DATA];
    case 'rating-only':
      return [...(number === '' ? [] : [text.replace(/^[^(]*\((.*)\)$/, '$1')]), NO_DATA];
    case 'nought-or-nothing':
      return [`0${/^no /i.test(text) ? text.slice(2) : ''}`, NO_DATA, 'Not applicable'];
    case 'change-only':
      return number === '' ? [NO_DATA] : changes(text, number);
    case 'others-figure':
    case 'period-only':
      return [NO_DATA];
    case 'bracketed':
      return [`-${text.slice(1, -1)}`, text.slice(1, -1)];
    case 'million-or-unit':
      return [
        text.replace(/(\d)\s?mn?\b/i, '$1 million').replace(/(\d)\s?bn\b/i, '$1 billion'),
        text.replace(/(\d)\s?mn?\b/i, '$1 months'),
        `£${text}`,
      ];
    case 'time-or-ratio':
      return timesOf(text);
    case 'year-or-count':
      return [
        put(`${number[0]},${number.slice(1)}`),
        text.replace(/\((\d{4})\b.*\)/, '($1)'),
        `${text} pupils`,
      ];
    case 'year-or-share':
      return [text.replace(/(\d\d)\/(\d\d)/, '20$1/$2'), text.replace(/(\d+)\/(\d+)/, '$1 of $2')];
    case 'date-or-share':
      return [text.replace(/(\d+)\s?\/\s?(\d+)/, '$1 of $2')];
    case 'period-in-parts':
      return [text.replace(/(\d[\d/–-]+), ?(\D\d)/, '$2 $1')];
    case 'count-impossible':
      return [
        text.replace(/\s?\((\d+)\)/, ' [$1]'),
        text.replace(/\((\d+) ([^)]*)\)/, '(from $1 $2)'),
      ];
    case 'range':
      return ranges(text);
    case 'two-figures':
      return several(text);
    case 'unknown-words':
      return [...slips(text), ...bracketed(text)];
    default:
      return problem satisfies never;
  }
}

/** `12,34` as one thousand two hundred and thirty-four. */
function grouped(number: string): string {
  const [whole = '', part] = number.split('.');
  const digits = whole.replaceAll(',', '').replace(/\B(?=(?:\d{3})+$)/g, ',');
  return part === undefined ? digits : `${digits}.${part}`;
}

/** What a finger next to the right key makes of a figure. */
function slips(text: string): string[] {
  return [
    text.replace(/(?<![\d.])\.(?=\d)/, '0.'),
    text.replace(/^%\s?([\d.,]+)$/, '$1%'),
    text.replace(/%{2,}/, '%'),
    text.replace(/(?<=\d)[oO](?=[\d%]|$)/g, '0').replace(/(?<![a-z])[lI](?=\d)/gi, '1'),
    text.replace(/^["'‘’“”]+|["'‘’“”]+$/g, ''),
    text.replace(/\.(?=%|$)/, ''),
  ];
}

function changes(text: string, number: string): string[] {
  const unit = /%/.test(text) ? '%' : '';
  const isFall = /down|decreas|fell|fall|reduc|drop|▼|↓|lower|fewer|less/i.test(text);
  return [`${isFall ? '-' : '+'}${number}${unit}`];
}

function timesOf(text: string): string[] {
  const [, first, second] = /^0?(\d{1,2}):0?(\d{1,2})$/.exec(text) ?? [];
  if (first === undefined || second === undefined) return [];
  return [
    `${first} hours ${second} minutes`,
    `${first} minutes ${second} seconds`,
    `${first} of ${second}`,
  ];
}

function ranges(text: string): string[] {
  const [, first, unit = '', last, rest = ''] =
    /^(?:from |between )?(\d[\d.,]*\d|\d)\s?([%a-z]*)\s*(?:to|and|-|–|—)\s*(\d[\d.,]*\d|\d)(.*)$/i.exec(
      text,
    ) ?? [];
  if (first === undefined || last === undefined) return [];
  const tail = rest.trim() === '' || rest.startsWith('%') ? rest.trim() : ` ${rest.trim()}`;
  return [
    `${first}-${last}${tail}`,
    ...(first === '1' ? [`1:${last}`] : [`${last}-${first}${tail}`]),
    `${last}${tail} (was ${first}${tail || unit})`,
  ];
}

function several(text: string): string[] {
  const glued = /^([\d.,]+%)([1-9])$/.exec(text);
  const beside = /^([\d.,]+%?(?: [a-z]+)?)(?:,?\s+|\s*[–—/,-]\s*)([\d.,]+%?)$/i.exec(text);
  const inside = /^(.*\S)\s*\(([\d.,]+%?)\)$/.exec(text);
  const years = /\((\d\d)[-–](\d\d)\)$/.exec(text);
  return [
    ...(glued ? [`${glued[1]} [${glued[2]}]`] : []),
    ...(/^\d{1,3}(?: \d{3})+$/.test(text) ? [text.replaceAll(' ', ',')] : []),
    ...(years
      ? [
          text.replace(/\(\d\d[-–]\d\d\)/, `(20${years[1]}/${years[2]})`),
          text.replace(/(\d\d)[-–](\d\d)\)$/, 'range $1 to $2)'),
        ]
      : []),
    ...(inside
      ? [
          `${inside[1]} (England ${inside[2]})`,
          `${inside[1]} (target ${inside[2]})`,
          `${inside[1]} (was ${inside[2]})`,
        ]
      : []),
    ...(beside ? [`${beside[1]} (${beside[2]})`, `${beside[2]} (${beside[1]})`] : []),
    ...bracketed(text),
  ];
}

/** What stands behind the figure set in brackets, where it is a remark in its own words. */
function bracketed(text: string): string[] {
  const [, figure, rest] =
    /^([<>~£+-]?\d[\d.,]*[%km]?)[\s,;:–—-]+([^()]*[a-z][^()]*)$/i.exec(text) ?? [];
  return figure === undefined || rest === undefined ? [] : [`${figure} (${rest.trim()})`];
}
