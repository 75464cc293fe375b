// References as plans print them: `1.2`, `PA1.2a`, `1(b)`, `iii`, `#7`, `Priority 3 – Action 4`. One is kept as printed; where it
// has no column of its own it stands before the title.

/** What a plan calls what it numbers. */
const NOUNS =
  'priority|objective|action|outcome|aim|goal|strand|theme|workstream|project|recommendation|milestone|task|step|area|item|pillar|kpi';
/** `No`, `Number`, `#` between the noun and its number. */
const NUMBERED = `(?:(?:${NOUNS})\\s*(?:no\\.?|number|#)?\\s*)`;
const ROMAN = 'x{0,3}(?:ix|iv|v?i{1,3}|v|x)';
/** Letters and digits in parts; what divides them may be a dash within spaces. */
const CODE =
  '(?=[^\\n]{0,40}\\d)[a-z]{0,6}[\\s.]?\\d{1,4}[a-z]{0,2}(?:\\s?[.:/\\-–—]\\s?(?:[a-z]{0,3}\\d{1,4}[a-z]?|[a-z]{1,2})){0,4}(?:\\s?\\([a-z0-9]{1,4}\\))?[.)]?';

const WHOLE = [
  // The noun may stand before each part: Priority 3 – Action 4.
  new RegExp(
    `^(?:PAP\\s+)?#?(?:${NUMBERED})?${CODE}(?:\\s*[–—:,/-]\\s*(?:${NUMBERED})?${CODE})?$`,
    'i',
  ),
  new RegExp(`^(?:${NUMBERED})?\\(?(?:${ROMAN}|[a-z])\\)?[.)]?$`, 'i'),
  /^\((?:[a-z]|\d{1,3}[a-z]?|[ivx]{1,4})\)$/i,
  // A plan of its years: SR (25/26) 01.
  /^[a-z]{1,6}\s?\(\d{2,4}[/–-]\d{2,4}\)\s?\d{1,4}[a-z]?$/i,
  // Minutes and projects: BOD 60/17(h), SO1.KR2, EHCP-04.
  /^(?=[^\n]{0,40}\d)[\w#][\w.:/–-]{0,19}(?:\s[\w./–-]{1,8})?(?:\s?\([a-z0-9]{1,4}\))?$/i,
];

/** A month or a quarter with a year is a date. */
const DATED =
  /^(?:\d{1,2}(?:st|nd|rd|th)?\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s’'-]*\d{2,4}$|^q[1-4]\s|^(?:19|20)\d\d(?:[/-]\d\d)?$/i;

/** The longest that is taken for one. */
export const MAX_REFERENCE = 40;

/** Whether a whole cell is a reference. A date or an amount is none. */
export function isReference(text: string): boolean {
  const words = text.trim();
  if (words.length > MAX_REFERENCE || words.includes('\n')) return false;
  if (/[£%@]|^\d{1,2}\/\d{1,2}\/\d{2,4}$|^\d{5,}$/.test(words) || DATED.test(words)) return false;
  return WHOLE.some((form) => form.test(words));
}

const IN_TITLE = new RegExp(
  `^(?!q[1-4]\\b)\\(?(?:(?:${NUMBERED})?((?:[a-z]{1,4})?\\d{1,3}(?:[.:/-][a-z0-9]{1,3}){0,3}[a-z]?)|(?:${NOUNS})\\s+([a-z]|${ROMAN}))\\)?\\s*(?:[.:)–—-]\\s*|\\s+)(?=\\S)`,
  'i',
);

/** The reference before a title and the title alone: `Action 1.1: Train …` is 1.1 and `Train …`; null: there is none. */
export function splitReference(
  text: string,
): { readonly ref: string; readonly title: string } | null {
  const found = IN_TITLE.exec(text);
  if (!found) return null;
  const ref = found[1] ?? found[2] ?? '';
  const title = text.slice(found[0].length).trim();
  // `20 places`, `100% of plans`: a number alone counts only with what sets it off.
  const isSetOff = /[.:)–—-]\s*$|[.:]\d|[a-z]/i.test(found[0].trimEnd().replace(/\s+$/, ''));
  return title.length < 3 || !isSetOff ? null : { ref, title };
}

/** How a reference is told from another in the same file: case, spaces, kinds of dashes and a full stop at the end say nothing. */
export function referenceKey(ref: string): string {
  return ref
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^PAP\s+/, '')
    .replace(/[–—]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/\s*([-:/.(])\s*/g, '$1')
    .trim()
    .replace(/\.$/, '');
}
