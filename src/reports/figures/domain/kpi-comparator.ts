// What others reach, as it is typed, printed over a column, and kept: "England 46%", "Statistical neighbours (2023/24)".
import { findPrintedPeriod } from '../../../core/dates/domain/printed-period.ts';
import { isPlace } from '../rules/kpi-against.ts';

const MAX_WHO = 60;

export type TypedComparator = { readonly who: string; readonly raw: string };

/** `England 46%`, or with a colon where the figure begins with no digit: `England: c`. Null: it names nobody or no figure. */
export function parseTypedComparator(words: string): TypedComparator | null {
  const text = words.trim();
  const colon = text.indexOf(':');
  const digit = text.search(/(?:at least|at most|up to)?\s*[-−–+~<>≤≥]?\s?£?\d/i);
  const at = colon > 0 && (digit < 0 || colon < digit) ? colon : digit;
  if (at <= 0) return null;
  const who = plainWho(text.slice(0, at));
  const raw = text.slice(at === colon ? at + 1 : at).trim();
  return who === '' || raw === '' || who.length > MAX_WHO ? null : { who, raw };
}

/** As it is kept: `England: 46%`. */
export function comparatorCell({ who, raw }: TypedComparator): string {
  return `${who}: ${raw}`;
}

/** What was kept by `comparatorCell`. */
export function parseComparatorCell(cell: string): TypedComparator {
  const at = cell.indexOf(': ');
  return at < 0 ? { who: '', raw: cell } : { who: cell.slice(0, at), raw: cell.slice(at + 2) };
}

/** The heading over another body's figures, which `comparatorOfHeading` reads. */
export function comparatorHeading(who: string, period: string): string {
  return `Compared with ${who} ${period}`;
}

/** Whose figures stand under a heading, or in a row of that name; null: it names no other body. */
export function comparatorOfHeading(heading: string): string | null {
  const period = findPrintedPeriod(heading)?.text ?? '';
  const [, told, words = ''] =
    /^(compared with\s+)?([\s\S]*)$/i.exec(heading.replace(period, '').trim()) ?? [];
  const who = plainWho(words);
  return who !== '' && who.length <= MAX_WHO && (told !== undefined || isPlace(who)) ? who : null;
}

/** Whether two names are those of one body. */
export function isSameBody(one: string, other: string): boolean {
  const plain = (who: string) => who.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return plain(one) === plain(other);
}

/** Without what stood round a period or before a figure. */
function plainWho(words: string): string {
  return words
    .replace(/\(\s*\)|\[\s*\]/g, ' ')
    .replace(/:/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;–-]+|[\s,;=–-]+$/g, '');
}
