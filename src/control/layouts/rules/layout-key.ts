// What the files of one layout share: their headings. And which columns somebody may be asked about.
import { plainHeading } from '../domain/plan-headings.ts';
import { withoutPeriod } from './heading-columns.ts';

/** The headings without their months and in any order: next month's file is of the same layout. */
export function layoutOf(words: readonly (string | null)[]): string {
  const plain = words.flatMap((heading) => {
    const own = plainHeading(withoutPeriod((heading ?? '').slice(0, MAX_HEADING)));
    return own === '' ? [] : [own];
  });
  return [...new Set(plain)].sort().join('|').slice(0, MAX_LAYOUT);
}

const MAX_LAYOUT = 1_000;
/** What is longer is a text, and a layout is told by its start as well. */
const MAX_HEADING = 80;

/** Why a column is left out that somebody may know better. */
export const ASKED: ReadonlySet<string> = new Set([
  'not-understood',
  'two-meanings',
  'which-is-latest',
]);
