// Which page of the plan somebody means: `theme 1`, `project early years`, `strengths`, or a name alone.
import type { PageKind, Place } from './place.ts';

/** The words that people put before a name, or alone for all of a kind. */
const kindWords: readonly (readonly [RegExp, PageKind])[] = [
  [/^themes?(?=\s|\d|$)/, 'theme'],
  [/^t(?=\d+$)/, 'theme'],
  [/^work\s?streams?(?=\s|$)/, 'workstream'],
  [/^projects?(?=\s|$)/, 'project'],
  [/^priority areas?(?=\s|$)/, 'priority-area'],
  [/^(?:strategic )?priorit(?:y|ies)(?=\s|$)/, 'priority'],
  [/^(?:areas? (?:for|of) (?:development|improvement)|development areas?|areas?)(?=\s|$)/, 'area'],
  [/^(?:weakness(?:es)?)$/, 'area'],
  [/^strengths?(?=\s|$)/, 'strength'],
  [/^statements?(?=\s|$)/, 'statement'],
  [/^(?:voices?|quotes?|families said)(?=\s|$)/, 'voice'],
  [/^(?:terms?|abbreviations?|acronyms?|glossary)(?=\s|$)/, 'term'],
  [/^(?:forums?|boards?|meetings? of)(?=\s|$)/, 'forum'],
  [/^organi[sz]ations?(?=\s|$)/, 'organisation'],
  [/^(?:documents?|sources?)(?=\s|$)/, 'document'],
  [/^plan$/, 'plan'],
];

/** These have one page for all of them. */
const whole: ReadonlySet<PageKind> = new Set(['voice', 'document', 'plan']);

/** Shortest part of a name by which it is found. */
const MIN_PART = 3;

export type PageMatch =
  | { readonly kind: 'one'; readonly page: Place }
  | { readonly kind: 'several'; readonly pages: readonly Place[] }
  /** `said`: the kind that the words began with. */
  | { readonly kind: 'none'; readonly said: PageKind | null };

/** The page that is meant. A name without its kind has to be whole. */
export function matchPage(typed: string, names: readonly Place[]): PageMatch {
  const words = plain(typed).replace(/^(?:the|our|all) /, '');
  const said = kindWords.find(([pattern]) => pattern.test(words));
  if (!said) {
    const exact = names.filter((one) => isNamed(one, words));
    return exact.length === 0 ? { kind: 'none', said: null } : among(exact);
  }
  const [pattern, kind] = said;
  const rest = words.replace(pattern, '').trim();
  if (rest === '' || whole.has(kind)) {
    const page = { kind, ref: '', name: '' };
    return rest === '' || kind === 'voice' || kind === 'document'
      ? { kind: 'one', page }
      : { kind: 'none', said: kind };
  }
  // People say “area 2” and “priority 2” of the plan's own priority areas as well.
  const kinds = kind === 'area' || kind === 'priority' ? [kind, 'priority-area'] : [kind];
  const own = names.filter((one) => kinds.includes(one.kind));
  const named = own.filter((one) => isNamed(one, rest));
  const first = named.filter((one) => one.kind === kind);
  const exact = first.length > 0 ? first : named;
  if (exact.length > 0) return among(exact);
  const parts = rest.length < MIN_PART ? [] : own.filter(({ name }) => plain(name).includes(rest));
  return parts.length === 0 ? { kind: 'none', said: kind } : among(parts);
}

/** Whether the words begin with a kind of page. */
export function saysPage(typed: string): boolean {
  const words = plain(typed);
  return kindWords.some(([pattern]) => pattern.test(words));
}

function isNamed({ ref, name }: Place, words: string): boolean {
  return [plain(ref), plain(name)].includes(words);
}

function among(pages: readonly Place[]): PageMatch {
  const [page] = pages;
  return pages.length === 1 && page ? { kind: 'one', page } : { kind: 'several', pages };
}

/** In small letters, with single spaces where there are signs: `early-years` is `Early Years`. */
function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
