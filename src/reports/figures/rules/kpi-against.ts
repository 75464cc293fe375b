// What a cell sets beside its own figure: "England 46%", "v 45.9% nationally", "target 30", "was 43%", and an interval
// such as "95% CI 25.1–26.7". None of it is the KPI's figure.

import { PERIOD_RUN } from '../../../core/dates/domain/printed-period.ts';
import type { Against, Interval } from '../domain/kpi-value-types.ts';
import { type KpiNumber, NUMBER_RUN, parseKpiNumber } from './kpi-number.ts';
import { END } from './kpi-value-forms.ts';

const NUMBER = '[-−–+]?£?\\d(?:[\\d.,·]*\\d)?';
const UNIT =
  '(?:\\s?%|\\s?(?:per ?cent|ppts?|pp|percentage points?|points?|(?:working |school |calendar )?days?|weeks?|wks?|months?|years?|hours?|hrs?|minutes?|mins?)\\b|(?:bn|mn?|k)\\b)?(?:\\s+per\\s+\\d[\\d,]*\\b)?';
const FIGURE = `((?:[<>]=?|[≤≥~]|at least|at most|up to)?\\s?${NUMBER}${UNIT})`;
const PLACES =
  "(?:the )?(?:all )?(?:England(?:['’]s)?|Eng\\b\\.?|nationally|national|nat\\b\\.?|UK|Wales|Scotland|regionally|regional|region|statistical neighbours?|stat(?:s|\\.)? neighbours?|nearest neighbours?|SNs?\\b|SN|peers?|peer group|family group|CIPFA|county|counties|shires?|inner London|outer London|London|South East|South West|North East|North West|East Midlands|West Midlands|East of England|Yorkshire(?: and the Humber)?|SE|SW|NW|NHS England|NHSE|ICB|ICS|benchmark|comparators?|similar (?:areas|authorities|LAs))(?: (?:average|avg\\b\\.?|av\\b\\.?|median|mean|rate|figure|neighbours))?";
const PLACE = new RegExp(`^${PLACES}$`, 'i');

/** Whether words name a body that others are compared with, and nothing else. */
export function isPlace(words: string): boolean {
  return PLACE.test(words.trim());
}

const TARGETS =
  '(?:(?:our|the|annual|national|local|stretch|year[- ]end|contract|NHS) )?(?:target|tgt\\b\\.?|plan|planned|trajectory|standard|ambition|goal|threshold)';
const BEFORE =
  '(?:was|were|previous(?:ly)?(?: (?:year|quarter|month|period|term|figure))?|prev\\b\\.?|prior(?: (?:year|quarter|month|period))?|last (?:year|quarter|month|period|term|time)|baseline)';
const LINK =
  '(?:v\\b\\.?|vs\\b\\.?|versus|against|compared (?:with|to)|cf\\b\\.?|relative to)\\s+(?:an? |the )?(?:average of )?';
const BY = `(?:\\s+(?:by|in|for)\\s+${PERIOD_RUN.source})?`;
const SAYS = '\\s*[:=]?\\s*(?:of |is |at )?';

type Form = readonly [kind: Against['kind'], form: RegExp, who: 1 | 2];

/** `England 46%`, and `46% in England`, which behind a figure has to be led up to. */
function forms(kind: Against['kind'], name: string, where: 'in-brackets' | 'behind'): Form[] {
  const link = where === 'behind' ? `(?:${LINK})` : `(?:${LINK})?`;
  return [
    [kind, new RegExp(`(?:${LINK})?(${name})${SAYS}${FIGURE}${BY}${END}`, 'iy'), 1],
    [kind, new RegExp(`${link}${FIGURE}\\s+(?:in |for )?(${name})${BY}${END}`, 'iy'), 2],
    [kind, new RegExp(`${LINK}${FIGURE}\\s+\\((${name})\\)${END}`, 'iy'), 2],
  ];
}

/** In brackets a name or a period beside a figure is enough; behind a figure the second one has to be led up to. */
const IN_BRACKETS: readonly Form[] = [
  ...forms('comparator', PLACES, 'in-brackets'),
  ...forms('target', TARGETS, 'in-brackets'),
  ...forms('previous', BEFORE, 'in-brackets'),
  ['previous', new RegExp(`(${PERIOD_RUN.source})\\s*[:=]\\s*${FIGURE}${END}`, 'iy'), 1],
  ['previous', new RegExp(`${FIGURE}\\s+(?:in |for |at )?(${PERIOD_RUN.source})${END}`, 'iy'), 2],
];
const BEHIND: readonly Form[] = [
  ...forms('comparator', PLACES, 'behind'),
  ...forms('target', TARGETS, 'behind'),
  ...forms('previous', BEFORE, 'behind').slice(0, 1),
];

export type Seen<T> = { readonly form: RegExp; readonly read: T };

/** What stands there beside the figure: its form, its kind, whose it is and the figure as printed. */
export function seeAgainst(
  see: (form: RegExp) => string | null,
  where: 'in-brackets' | 'behind',
): Seen<Pick<Against, 'kind' | 'who' | 'text'> & { readonly figure: string }> | null {
  for (const [kind, form, who] of where === 'behind' ? BEHIND : IN_BRACKETS) {
    const text = see(form);
    if (text === null) continue;
    form.lastIndex = 0;
    const [, first = '', second = ''] = form.exec(text) ?? [];
    const [name, figure] = who === 1 ? [first, second] : [second, first];
    return { form, read: { kind, who: name.trim(), text, figure: figure.trim() } };
  }
  return null;
}

const SIDE = '(?:%|\\s?pp|\\s?percentage points?|\\s?points?)?';
const CI =
  '(?:(?:\\d\\d(?:\\.\\d)?%\\s*)?(?:C\\.?[IL]\\.?s?\\b|confidence (?:intervals?|limits?)))';
const TWO_ENDS = new RegExp(
  `(?:(${CI})\\s*[:=]?\\s*(?:of )?)?(${NUMBER})%?(?:\\s+to\\s+|\\s*[-–—]\\s*|,\\s+)(${NUMBER})%?${END}`,
  'iy',
);
const SQUARE = new RegExp(TWO_ENDS.source.replace(END, '\\s*\\]').replace(/^/, '\\[\\s*'), 'iy');
const MARGIN = new RegExp(
  `(?:${CI}\\s*[:=]?\\s*)?(?:±|\\+/[-−–])\\s*(\\d(?:[\\d.,]*\\d)?)${SIDE}${END}`,
  'iy',
);

/** An interval that the figure lies in, or a margin about it. */
export function seeInterval(
  see: (form: RegExp) => string | null,
  value: number,
): Seen<Interval> | null {
  const margin = see(MARGIN);
  if (margin !== null) {
    const read = numberAt(margin.search(/\d/), margin);
    return read && { form: MARGIN, read: { low: null, high: null, margin: read, says: null } };
  }
  for (const form of [TWO_ENDS, SQUARE]) {
    const text = see(form);
    if (text === null) continue;
    // At the end of the text the lookahead still holds.
    form.lastIndex = 0;
    const [, says, first = '', second = ''] = form.exec(text) ?? [];
    const [low, high] = [first, second].map((text) => parseKpiNumber(text.replace('£', '')));
    if (typeof low !== 'object' || typeof high !== 'object') return null;
    return low.value < high.value && low.value <= value && value <= high.value
      ? { form, read: { low, high, margin: null, says: says ?? null } }
      : null;
  }
  return null;
}

function numberAt(at: number, text: string): KpiNumber | null {
  NUMBER_RUN.lastIndex = at;
  const number = parseKpiNumber(NUMBER_RUN.exec(text)?.[0] ?? '');
  return typeof number === 'string' ? null : number;
}
