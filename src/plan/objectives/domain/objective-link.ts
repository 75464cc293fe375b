// What an objective can be linked to, and which of it somebody means: themes and workstreams, projects,
// strategic priorities, and the items of the self-evaluation, whose letters repeat between its two lists.

import { nearestWord } from '../../../core/request/domain/similar.ts';
import type { ObjectiveLink, ThemeRef } from './objective.ts';

/** One thing that an objective is, or may be, linked to. Being in a theme is a link as well. */
export type LinkTarget = {
  readonly to: ObjectiveLink['to'] | 'theme';
  readonly id: string;
  /** A link's name as the objective shows it; of a theme `theme 2 Right Plan`, `workstream Data`. */
  readonly name: string;
};

/** The word that people put before a name. */
export type LinkWord = 'theme' | 'workstream' | 'project' | 'priority' | 'area' | 'strength';

export type Linkable = LinkTarget & {
  readonly word: LinkWord;
  /** Short and unique behind its word: `2`, `early-years`, `c`. */
  readonly key: string;
};

export type LinkMatch =
  | { readonly kind: 'one'; readonly one: Linkable }
  | { readonly kind: 'several'; readonly choices: readonly Linkable[] }
  /** `among`: those that it was looked for in. */
  | {
      readonly kind: 'none';
      readonly near: readonly Linkable[];
      readonly among: readonly Linkable[];
    };

/** `project Early Years`, `priority 3 Good health`, `area for development c: …`, `theme 2 Right Plan`. */
export function linkText({ to, name }: Pick<LinkTarget, 'to' | 'name'>): string {
  return to === 'project' || to === 'priority' ? `${to} ${name}` : name;
}

/** The words that name it in a command. */
export function linkWords({ word, key }: Linkable): string {
  return `${word} ${key}`;
}

/** Whether an objective in these themes and with these links has this one. */
export function isLinked(
  { to, id }: LinkTarget,
  themes: readonly Pick<ThemeRef, 'id'>[],
  links: readonly ObjectiveLink[],
): boolean {
  return to === 'theme'
    ? themes.some((theme) => theme.id === id)
    : links.some((link) => link.to === to && link.id === id);
}

/** A name has to have this many characters to be found by a part of it. */
const MIN_PART = 3;

/** Which one is meant: by its key or whole name first, then by a part of its name. */
export function matchLinkable(typed: string, all: readonly Linkable[]): LinkMatch {
  const words = plain(typed);
  const said = kinds.find(([pattern]) => pattern.test(words));
  if (!said) return matchName(words, all);
  const [pattern, meant] = said;
  const among = all.filter(({ word }) => meant.includes(word));
  const match = matchName(words.replace(pattern, ''), among);
  if (match.kind !== 'none') return match;
  // The word may be part of a name.
  const whole = matchName(words, all);
  return whole.kind === 'none' ? match : whole;
}

const kinds: readonly (readonly [RegExp, readonly LinkWord[]])[] = [
  [/^(?:theme(?:\s+|$)|t(?=\d))/, ['theme']],
  [/^workstream(?:\s+|$)/, ['workstream']],
  [/^project(?:\s+|$)/, ['project']],
  [/^(?:strategic\s+)?priority(?:\s+|$)/, ['priority']],
  [/^(?:item\s+)?(?:area(?:\s+for\s+development)?|development(?:\s+area)?)(?:\s+|$)/, ['area']],
  [/^(?:item\s+)?strength(?:\s+|$)/, ['strength']],
  [/^item(?:\s+|$)/, ['area', 'strength']],
];

function matchName(typed: string, among: readonly Linkable[]): LinkMatch {
  const exact = among.filter(({ key, name }) => [plain(key), plain(name)].includes(typed));
  const found =
    exact.length > 0 || typed.length < MIN_PART
      ? exact
      : among.filter(({ name }) => plain(name).includes(typed));
  const [one, other] = found;
  if (one && other) return { kind: 'several', choices: found };
  return one ? { kind: 'one', one } : { kind: 'none', near: nearTo(typed, among), among };
}

/** Those that have a word close to every longer word that was typed. */
function nearTo(typed: string, among: readonly Linkable[]): Linkable[] {
  const words = typed.split(' ').filter((word) => word.length > MIN_PART);
  return words.length === 0
    ? []
    : among.filter(({ name }) =>
        words.every((word) => nearestWord(word, plain(name).split(' ')) !== null),
      );
}

/** In small letters, with single spaces where there are signs: `early-years` is `Early Years`. */
function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
