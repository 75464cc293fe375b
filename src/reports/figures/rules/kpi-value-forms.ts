// The words and marks that stand around a figure, as sticky forms for a scanner.
import { PERIOD_RUN } from '../../../core/dates/domain/printed-period.ts';
import type { KpiQualifier, KpiUnit } from '../domain/kpi-value-types.ts';

export const SPACE = /\s+/y;
export const MARKS = /[*†‡§¶]+|[¹²³⁴-⁹]+|\[(?:\d{1,2}|note \d{1,2})\]/iy;
export const PREFIXES: readonly (readonly [RegExp, KpiQualifier])[] = [
  [/≤|<=|=<|up to(?=\s)|at most(?=\s)|no more than(?=\s)|max(?:imum)?(?: of)?(?=\s)/iy, 'at-most'],
  [
    /≥|>=|=>|at least(?=\s)|no fewer than(?=\s)|no less than(?=\s)|min(?:imum)?(?: of)?(?=\s)/iy,
    'at-least',
  ],
  [/<|(?:fewer|less) than(?=\s)|under(?=\s)|below(?=\s)/iy, 'less-than'],
  [/>|more than(?=\s)|over(?=\s)|above(?=\s)/iy, 'more-than'],
  [
    /~|≈|c\.|c(?=\d)|circa(?=\s)|approx(?:imately|\.)?(?=\s|\d)|about(?=\s)|around(?=\s)|roughly(?=\s)|nearly(?=\s)|almost(?=\s)/iy,
    'approximate',
  ],
  [/(?:provisional|interim)(?::|(?=\s))/iy, 'interim'],
  [/estimated(?::|(?=\s))/iy, 'estimate'],
  [/(?:forecast|projected|predicted)(?::|(?=\s))/iy, 'forecast'],
];
export const SUFFIXES: readonly (readonly [RegExp, KpiQualifier])[] = [
  [/first available (?:data|figures?)/iy, 'first-available'],
  [
    /\[p\]|\(p\)|(?:interim|provisional|prov\b\.?|unvalidated|draft)(?: (?:figures?|data))?(?![a-z])/iy,
    'interim',
  ],
  [/\[e\]|\(e\)|estimated?\b|est\b\.?/iy, 'estimate'],
  [/\[f\]|forecast\b/iy, 'forecast'],
  // (R) may as well be red.
  [/\[r\]|revised\b/iy, 'revised'],
  [/\[b\]|break in (?:the )?series/iy, 'break-in-series'],
  [/\[u\]/iy, 'unreliable'],
  [/approx(?:imately|\.|\b)|rounded\b/iy, 'approximate'],
  [/or (?:fewer|less|under)\b/iy, 'at-most'],
  [/or (?:more|over|above)\b/iy, 'at-least'],
];
const UNIT_FORMS: readonly (readonly [RegExp, KpiUnit])[] = [
  [/percentage points?\b|ppts?\b|pp\b/iy, 'points'],
  [/%|per ?cent\b|pct\b/iy, 'per-cent'],
  [/points?\b/iy, 'points'],
  [/seconds?\b|secs?\b/iy, 'seconds'],
  [/minutes?\b|mins?\b/iy, 'minutes'],
  [/hours?\b|hrs?\b/iy, 'hours'],
  [/(?:working|business) days?\b/iy, 'working-days'],
  [/school days?\b/iy, 'school-days'],
  [/(?:calendar )?days?\b/iy, 'days'],
  [/weeks?\b|wks?\b/iy, 'weeks'],
  [/months?\b|mths?\b/iy, 'months'],
  [/years?\b(?![- ]olds?\b)|yrs?\b/iy, 'years'],
];
/** Each with the space before it. */
export const UNITS = UNIT_FORMS.map(
  ([form, unit]) => [new RegExp(`\\s*(?:${form.source})`, 'iy'), unit] as const,
);
/** The next smaller unit, and how many of it make one: "1 yr 3 months". */
export const SMALLER: Partial<Record<KpiUnit, readonly [KpiUnit, number]>> = {
  years: ['months', 12],
  weeks: ['days', 7],
  days: ['hours', 24],
  hours: ['minutes', 60],
  minutes: ['seconds', 60],
};
export const SCALES: readonly (readonly [RegExp, number])[] = [
  [/(?:\s+million\b)/iy, 6],
  [/(?:\s+thousand\b)/iy, 3],
  [/(?:\s+billion\b)/iy, 9],
  [/k\b/iy, 3],
];
export const POUND_SCALES: readonly (readonly [RegExp, number])[] = [
  [/\s?bn\b/iy, 9],
  [/\s?mn?\b/iy, 6],
  [/\s?k\b/iy, 3],
];
export const ARROWS = /(?:[↑↓↔→←↗↘⇑⇓⇧⇩⬆⬇➡▲▼△▽►▶◄◀🔺🔻⏫⏬]\uFE0F?)+/uy;
const COLOURS = 'red|amber|green|blue|grey';
/** Capital letters and small ones are not the same here: "a 5% share" is not amber. */
const RATING =
  '(?:(?:BRAG|RAG)(?: (?:rating|status))?[:\\s]\\s*)?(?:\\b(?:[Rr]ed|RED|[Aa]mber|AMBER|[Gg]reen|GREEN|[Bb]lue|BLUE|[Gg]rey|GREY)\\b|[🔴🟠🟡🟢🔵⚪⚫✔✅✓✗❌⚠]\\uFE0F?';
/** A rating before a figure: "RAG green 95%", "A: 45%", "🟢 45%". */
export const RATING_BEFORE = new RegExp(`${RATING}|\\b[RAGB]\\b(?=\\s*[:–-]?\\s+[\\d<>£~]))`, 'uy');
/** The same behind it, with nothing more to come of its words; p is the department's "provisional". */
export const RATING_AFTER = new RegExp(
  `(?<=[\\s↑↓↔→▲▼\\uFE0F])${RATING}|\\b[RAGBpP]\\b)(?=\\s*(?:$|[(,;↑↓↔→▲▼]))|[🔴🟠🟡🟢🔵⚪⚫✔✅✓✗❌⚠]\\uFE0F?`,
  'uy',
);
/** What kind of figure it is, said before it. */
export const STATISTIC =
  /(?:median|mean|average|avg\.?|total|overall|actual|current|latest|outturn|YTD|rate|ratio)(?: of(?: the)?)?\s*:?(?=\s+[\d£<>~])/iy;
const TIME_UNIT =
  '(?:working |school |calendar )?(?:days?|weeks?|wks?|months?|mths?|years?|yrs?|hours?|hrs?|minutes?|mins?)\\b';
const AGES =
  '(?:aged? )?(?:under |over )?\\d{1,2}(?:(?:\\s?[-–]\\s?|\\s(?:to|and)\\s)\\d{1,2})?[ -]years?[ -]olds?\\b';
/** Numbers that are part of a name or of a time, and count nothing. */
export const NUMBERED = `(?:(?:within|in|under|over|after|before|beyond|by|up to|exceeding|longer than|more than|less than|at) \\d{1,3}(?:\\.\\d+)?\\+? ?${TIME_UNIT}|(?:years?|key stage|ks|band|tier|level|stage|phase|grade|section|part) \\d{1,2}\\b(?! ${TIME_UNIT})|ages? \\d{1,2}(?:\\s?(?:-|–|to|and)\\s?\\d{1,2}|\\+)?|aged \\d{1,2}(?:\\s?(?:-|–|to|and)\\s?\\d{1,2}|\\+)?|${AGES})`;
export const AGE_OR_TIME = new RegExp(`${AGES}|\\d{1,3} ${TIME_UNIT}`, 'iy');
/** A period may begin here, perhaps with the word that leads up to it. */
const TIME = `(?:(?:in|for|during|at|as at|on|since|to|from)\\s+)?${PERIOD_RUN.source}`;
const STOP = `${TIME}|(?:of|in|out of|up|down|to|and) \\d|(?:v|vs|versus|against|compared|cf)\\b|(?:target|tgt|england|eng)\\.?:? [\\d£]|n ?[=:] ?\\d|(?:${COLOURS}|[RAGB])\\s*(?:$|[(,;↑↓↔→▲▼])`;
const WORD = `(?:${NUMBERED}|p\\.a\\.?|(?!${STOP})[a-z][a-z0-9’'/&-]*)`;
/** What is counted; a figure, a bracket or a period that follows is none of these words. */
export const WORDS = new RegExp(`${WORD}(?: ${WORD}){0,7}`, 'iy');
export const LEADING = /(?:in|for|during|as at|at|on|to|from|since)(?=\s+\S)/iy;
/** Words that turn a figure into something else than itself, or into prose. */
const DOUBTS =
  /(?:^|\s)(?:not|no|or|than(?! \d)|unknown|maybe|perhaps|possibly|vs|versus|minus|plus|times|if|but|tbc|except|is|are|was|were|has|have|had|will|would|may|might|could|should|point|half)(?=\s|$)|(?:^|\s)(?:to|from|and)$|^(?:to|and|from \d)(?=\s|$)|^return$|return$(?<=^return)/i;
/** "12% increase": by how much, and not to what. */
const CHANGES =
  /^(?:increase|decrease|reduction|rise|fall|drop|improvement|growth|higher|lower|up|down|more|fewer|less|better|worse)(?=\s|$)/i;

/** Whether words behind a figure leave open what it is. */
export function isDoubtful(words: string): boolean {
  return DOUBTS.test(words);
}

/** Whether words behind a figure make a change of it. */
export function isChange(words: string): boolean {
  return CHANGES.test(words);
}

/** The end of one thing that is said: of the cell, of the bracket, or of a part of it. */
export const END = '(?=\\s*(?:$|[,;()\\]]|\\s[–—/-]\\s))';
