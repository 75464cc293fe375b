// What a cell says where it states no figure: the marks of government and NHS statistics, and the words that people use;
// and why one that says nothing of the kind states none.
import { PERIOD_RUN } from '../../../core/dates/domain/printed-period.ts';
import type { ValueProblem } from './kpi-value-types.ts';

export type MissingReason =
  | 'not-available'
  /** It is being prepared: a later release will have it. */
  | 'to-come'
  /** It is measured at other times, such as once a year. */
  | 'not-due'
  | 'not-applicable'
  /** `n/a` is one of the two above, and does not say which. */
  | 'not-available-or-applicable'
  /** Held back, so that nobody can be recognised. */
  | 'suppressed'
  /** More than nought, and too little to print: `[low]`, the older `k`, `0~`. */
  | 'rounds-to-nought'
  /** Too few answers to rely on: `u`, `LOWCOV`. */
  | 'unreliable'
  | 'not-significant'
  | 'not-published'
  /** Nobody was entered for what is measured: `NE` of the performance tables. */
  | 'no-entries'
  /** A dash, or nothing at all. */
  | 'no-entry';

/**
 * Marks stand alone. Sources: the Government Analysis Function's symbols in tables ([c], [low], [u], [x], [z] and their
 * letters), the department's performance tables (NE, NP, SUPP, LOWCOV) and its older releases (k, x, :).
 */
const MARKS: readonly (readonly [RegExp, MissingReason])[] = [
  [/^(?:c|\[c\]|\(c\)|supp\.?|\[supp\]|[*]{1,3})$/, 'suppressed'],
  [/^(?:low|\[low\]|k|\[k\]|0~|~)$/, 'rounds-to-nought'],
  [/^(?:u|\[u\]|lowcov)$/, 'unreliable'],
  [/^\[ns\]$/, 'not-significant'],
  [/^np$/, 'not-published'],
  [/^ne$/, 'no-entries'],
  [/^(?:\.\.|:|x|\[x\]|\[w\]|n\/k|nk|n\/r|nr|nd|new)$/, 'not-available'],
  [/^(?:\.|z|\[z\])$/, 'not-applicable'],
  [/^(?:|[-–—]{1,2})$/, 'no-entry'],
];

const WHAT =
  '(?:(?:the )?(?:data|figures?|baseline|targets?|measure|indicator|results?|information)(?: (?:is|are|to be))? )?';

/** Words may be followed by an explanation. */
const PHRASES: readonly (readonly [string, MissingReason])[] = [
  ['identified as a priority for [^\\d%]+', 'to-come'],
  [
    `${WHAT}(?:tb[cad]|to be (?:confirmed|announced|determined|agreed|set|established|developed|collected|reported|published|decided)|to follow|to come|pending(?: [a-z][a-z ]*)?|(?:in|under) development|in progress|awaited)(?:,? (?:in |by |from )?<>)?`,
    'to-come',
  ],
  ["awaiting [a-z<][a-z<> ,&’'/-]*", 'to-come'],
  [
    `${WHAT}(?:not yet|yet to be) (?:available|published|known|collected|reported|set|agreed|released|due)`,
    'to-come',
  ],
  [
    `${WHAT}(?:not (?:available|published|due|reported)|unavailable) (?:until|before) <period>`,
    'to-come',
  ],
  [
    `(?:<period> )?${WHAT}(?:(?:next )?(?:available|due|expected|published|update|updated|release|released|reported)) (?:in |by |from |on |until )?<period>`,
    'to-come',
  ],
  [
    `${WHAT}(?:not|un|never) ?-?(?:available|collected|recorded|published|reported|known|measured|returned|submitted|provided)(?: (?:in|for|since|this (?:year|quarter|month|term))(?: <period>)?)?`,
    'not-available',
  ],
  [
    'no (?:data|figures?|baseline|return)(?: (?:available|yet|returned|submitted|reported|received|collected|recorded))?',
    'not-available',
  ],
  ['no (?:update|movement in data)(?: this (?:month|quarter|term|period|year))?', 'not-available'],
  [
    '(?:no longer (?:collected|measured|reported|available|published)|(?:measure |indicator )?(?:discontinued|withdrawn))',
    'not-available',
  ],
  ['(?:unknown|missing|new (?:measure|indicator|kpi))', 'not-available'],
  [
    `(?:measured|reported|collected|published)? ?(?:annual(?:ly)?|yearly|termly|quarterly|biannual(?:ly)?)(?: (?:measure|return|collection|indicator|data|only|survey|reporting))?`,
    'not-due',
  ],
  ['not (?:due|required|measured|reported) this (?:month|quarter|term|period|year)', 'not-due'],
  ['not applicable', 'not-applicable'],
  ['(?:n\\/a|n\\.a\\.?|na)', 'not-available-or-applicable'],
  ['(?:suppressed|redacted|withheld|confidential|\\[c\\])', 'suppressed'],
  ['\\[x\\]', 'not-available'],
  ['\\[z\\]', 'not-applicable'],
  ['\\[low\\]', 'rounds-to-nought'],
];

const FORMS = PHRASES.map(
  ([form, reason]) =>
    [
      new RegExp(
        `^${form.replaceAll('<period>', '<>')}\\.?(?:\\s*[–—:;,-]\\s+(.+)|\\s*\\((.+)\\)\\.?)?$`,
      ),
      reason,
    ] as const,
);

/** Every period is set aside, so that what digits are left may be a figure. */
const PERIODS = new RegExp(
  `${PERIOD_RUN.source}|\\b(?:q[1-4]|(?:week|wk|term) \\d{1,2}|january|february|march|april|june|july|august|sept(?:ember)?|october|november|december)\\b`,
  'gi',
);

/** What a number is held back for is no number of its own. */
const SMALL = /(?:(?:fewer|less) than|under|below|<)\s?(?:5|6|7|10|five|ten)\b/;

/** Why there is no figure; null: the text does not say that there is none, or it may state one all the same. */
export function missingReason(text: string): MissingReason | null {
  const plain = text.trim().replace(/\s+/g, ' ').toLowerCase();
  const mark = MARKS.find(([form]) => form.test(plain));
  if (mark) return mark[1];
  const words = plain.replace(PERIODS, '<>');
  for (const [form, reason] of FORMS) {
    const found = form.exec(words);
    const why = (found?.[1] ?? found?.[2] ?? '').replace(reason === 'suppressed' ? SMALL : '', '');
    if (found && !/\d|%|\b(?:fewer|less|more) than\b/.test(why)) return reason;
  }
  return null;
}

const OTHERS =
  /^(?:the )?(?:target|plan|trajectory|england|eng\b|national(?:ly)?|nat\b|region(?:al)?|stat(?:istical)? neighbours?|sns?\b|peers?|was|previous(?:ly)?|prior|last (?:year|quarter|month)|baseline|benchmark)\b.*\d/i;
const REASONS: readonly (readonly [RegExp, ValueProblem])[] = [
  [/^(?:#[a-z0/!?]|=|\[er\]$|err:\d)/i, 'spreadsheet-error'],
  [
    /^(?:(?:b?rag(?: rating| status)?[: ]*)?(?:red|amber|green|blue|grey|[ragb])|[🔴🟠🟡🟢🔵⚪⚫]+)(?:\s*\(.*\))?$/iu,
    'rating-only',
  ],
  [/^(?:[↑↓↔→←↗↘⬆⬇➡▲▼△▽🔺🔻]\uFE0F?)+$/u, 'change-only'],
  [
    /^(?:up|down|increased?|decreased?|fell|rose|reduced|improved|(?:an? )?(?:increase|decrease|rise|fall|reduction))\b.*\d/i,
    'change-only',
  ],
  [
    /^(?:no (?:change|movement)|unchanged|same(?: as\b.*)?|improving|declining|worsening)$/i,
    'change-only',
  ],
  [
    /^(?:none(?: [a-z]+){0,3}|nobody|nil return|no (?!\d)[a-z]+(?: [a-z]+){0,3})\.?$/i,
    'nought-or-nothing',
  ],
  [OTHERS, 'others-figure'],
  [/^\([-+]?£?\d[\d.,]*\s?%?\)$/, 'bracketed'],
];

/** Whether a name before a colon may be the figure's own: "Good or better: 45%". */
export function isNamed(name: string): boolean {
  return !OTHERS.test(`${name} 1`) && !/^(?:up|down|from|to|by|rose|fell)\b/i.test(name);
}

/** More than that it has no figure, where the words show it. */
export function noFigure(raw: string): ValueProblem {
  const text = raw.trim();
  return REASONS.find(([form]) => form.test(text))?.[1] ?? 'no-figure';
}
