// The pieces of a line that are known by their looks: fixed words, references, ratings, numbers. Each is read where it stands.

import { Temporal } from 'temporal-polyfill';
import { WEEKDAY } from '../../dates/domain/date-words.ts';
import { MAX_DATE_LENGTH, parseDate } from '../../dates/domain/parse-date.ts';
import type { FixedWord, Part, Slot } from './line-form.ts';
import { parseRag, ragNamed } from './rag.ts';

/** What a line is read beside: the plan's own references, and where a verb asks for them the bodies that meet. */
export type Vocabulary = {
  /**
   * The references at the start of a text, and what follows them; null: it begins with none.
   * @param follows whether words may follow a bare number, so that it is a reference; absent: none may
   */
  readonly refs: (text: string, follows?: Follows) => RefsRead | null;
  /** The body at the start of a text, and what follows it; null: there is none of that name. */
  readonly forum?: (text: string) => { readonly name: string; readonly rest: string } | null;
};

export type Follows = (words: string) => boolean;

type RefsRead = {
  readonly refs: readonly string[];
  readonly rest: string;
  /** The plan has none there: it is a word, in the place of one. */
  readonly isStrange?: true;
};

/** A line that is being read. */
export type Scan = {
  readonly text: string;
  readonly vocabulary: Vocabulary;
  /** What was read at a place, before what: forms have their beginnings in common. */
  readonly refsRead: Map<string, RefsRead | null>;
};

/** What stands before `://`. */
const LONGEST_SCHEME = 60;
/** A rating of two words, and the space between them. */
const LONGEST_RATING = 60;
/** Of a date only whether it is one is asked here. */
const ANY_DAY = Temporal.PlainDate.from('2024-07-01');
const DATE_BEGINS = new RegExp(
  `^(?:\\d|(?:today|tomorrow|yesterday|until|till|from|on|by|next|this|half|half-term|w/c|for|the|${WEEKDAY})(?![\\p{L}\\p{N}]))`,
  'iu',
);
const MENTION = /<@[^>]{1,200}>|[^\s@,;]{1,200}@[^\s@,;]{1,200}/y;
/** A part with the version that was on screen, as a button says it, or several. */
const PARTS =
  /[A-Za-z]\d{1,3}(?:@\d{1,9})?(?![\p{L}\p{N}])(?:[\s,;&]{1,3}(?:and\s)?[A-Za-z]\d{1,3}(?![\p{L}\p{N}]))*[:,.;]?/uy;
const NUMBERS =
  /#?\d{1,6}(?![\p{L}\p{N}.%/])(?:[\s,;&]{1,3}(?:and\s)?#?\d{1,6}(?![\p{L}\p{N}.%/]))*/uy;
const THEME = /(?:theme\s{0,3}|t)\d{1,4}(?![\p{L}\p{N}])/iuy;
const NUMBER = /#?\d{1,6}(?![\p{L}\p{N}])/uy;
const VERSION = /v(?:ersion\s{0,3})?\d{1,4}(?![\p{L}\p{N}])/iuy;
const EMAIL = /<?[\w.+'-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}>?(?=[\s,;]|$)/y;
const QUOTED = /"[^"]*"|“[^”]*”/y;
const TOKEN = /\S+/y;
const GAP = /\s*/y;
/** What may part a fixed word or a piece from what follows it. */
const MARK = /[\s]*[,;:]?\s*/y;

/** What is not known by its looks: it goes to the next piece. */
export function isFree(part: Part): part is Slot {
  return part.is === 'slot' && ['words', 'person', 'date', 'period'].includes(part.kind);
}

/** Behind words as they come, `by` leads to a date only where one follows it. */
export function looksRight({ kind }: Slot, value: string): boolean {
  if (kind !== 'date') return true;
  if (value.length > MAX_DATE_LENGTH) return false;
  const read = parseDate(value.replace(/[.]$/, ''), ANY_DAY, 'future');
  return read.kind !== 'unread' || read.problem !== 'not-a-date';
}

/** Where the next piece begins behind a mention or an address; none: it is neither. */
export function endOfMention(text: string, at: number): number[] {
  const found = sticky(MENTION, text, at);
  return found === null ? [] : [skip(GAP, text, at + found.length)];
}

/** Where words begin behind the first one; not within quotation marks. */
export function wordStarts(text: string, from: number): number[] {
  const starts: number[] = [];
  // A quotation that nothing closes is looked for once, and not again at each mark that opens one.
  const last = { '"': text.lastIndexOf('"'), '“': text.lastIndexOf('”') };
  for (let at = from; at < text.length; ) {
    const mark = text[at];
    const closes = (mark === '"' || mark === '“') && last[mark] > at;
    const one = (closes ? sticky(QUOTED, text, at) : null) ?? sticky(TOKEN, text, at) ?? '';
    at = skip(GAP, text, at + Math.max(one.length, 1));
    if (at < text.length) starts.push(at);
  }
  return starts;
}

/** Whether a person, words or a date may begin at a place. */
export function isFreeStart({ kind }: Slot, text: string, at: number): boolean {
  if (kind === 'person') return text[at] === '@' || sticky(MENTION, text, at) !== null;
  return kind === 'words' || DATE_BEGINS.test(text.slice(at, at + MAX_DATE_LENGTH));
}

/**
 * A fixed word, or a piece that is known by its looks, at a place; its end is where the next one begins.
 * @param more what the form has behind it
 */
export function leading(
  run: Scan,
  part: FixedWord | Slot,
  at: number,
  more: readonly Part[] = [],
): { readonly value: string; readonly end: number } | null {
  const { text } = run;
  if (at >= text.length) return null;
  if (part.is === 'word') return oneOf(text, part.words, at, part.words[0]);
  switch (part.kind) {
    case 'ref':
    case 'refs':
      return refsOf(run, part, at, more);
    case 'rating':
      return ratingAt(text, at);
    case 'choice':
      return (
        (part.values ?? [])
          .map((value) => oneOf(text, value, at, value[0]))
          .find((found) => found) ?? null
      );
    case 'part': {
      const found = taken(text, at, PARTS);
      const letter = part.letter?.toLowerCase();
      if (found?.value[0]?.toLowerCase() === letter) return found;
      return part.isAny ? taken(text, at, TOKEN) : null;
    }
    case 'number':
      return taken(text, at, NUMBER);
    case 'numbers':
      return taken(text, at, NUMBERS);
    case 'theme':
      return taken(text, at, THEME);
    case 'quoted':
      return taken(text, at, QUOTED);
    case 'code':
      return takenWord(text, at);
    case 'version':
      return taken(text, at, VERSION);
    case 'email':
      return takenEmail(text, at);
    case 'forum':
      return forumAt(run, at);
    case 'link':
      return looksLikeLink(text.slice(at, at + LONGEST_SCHEME)) ? takenWord(text, at) : null;
    case 'words':
    case 'person':
    case 'date':
    case 'period':
      return null;
  }
}

/** Whether a word is meant as a link: it names a scheme, or begins as web addresses do. */
export function looksLikeLink(word: string): boolean {
  return /^<?(?:[a-z][a-z0-9+.-]*:\/\/|www\.|javascript:|data:|mailto:)/i.test(word);
}

/** A word as it was typed: the mark behind an address may be part of it. */
function takenWord(text: string, at: number) {
  const { word, end } = nextWord(text, at);
  return { value: word, end };
}

function takenEmail(text: string, at: number) {
  const found = taken(text, at, EMAIL);
  return found && { ...found, value: found.value.replace(/^<|>$/g, '') };
}

function forumAt({ text, vocabulary }: Scan, at: number) {
  const read = vocabulary.forum?.(text.slice(at));
  if (!read) return takenWord(text, at);
  return { value: read.name, end: skip(MARK, text, text.length - read.rest.length) };
}

function taken(text: string, at: number, pattern: RegExp) {
  const found = sticky(pattern, text, at);
  if (found === null) return null;
  return { value: found.replace(/[:,.;]$/, ''), end: skip(MARK, text, at + found.length) };
}

function oneOf(text: string, words: readonly string[], at: number, value: string) {
  for (const word of [...words].sort((one, other) => other.length - one.length)) {
    const end = at + word.length;
    if (text.slice(at, end).toLowerCase() !== word) continue;
    if (
      /[\p{L}\p{N}_]/u.test(text[end] ?? '') ||
      (text[end] === '-' && /\S/.test(text[end + 1] ?? ''))
    )
      continue;
    return { value, end: skip(MARK, text, end) };
  }
  return null;
}

function refsOf(run: Scan, { kind }: Slot, at: number, more: readonly Part[]) {
  const { text } = run;
  const read = refsAt(run, at, more);
  if (!read || (kind === 'ref' && read.refs.length === 0)) return null;
  return { value: read.refs.join(', '), end: skip(GAP, text, text.length - read.rest.length) };
}

function refsAt({ text, vocabulary, refsRead }: Scan, at: number, more: readonly Part[]) {
  const next = firstsOf(more).filter((part) => part.is === 'word' || part.kind === 'person');
  const key = `${at} ${next.map((part) => (part.is === 'word' ? part.words[0] : '@')).join(' ')}`;
  const before = refsRead.get(key);
  if (before !== undefined) return before;
  const read = vocabulary.refs(text.slice(at), next.length === 0 ? undefined : leadsTo);
  refsRead.set(key, read);
  return read;

  /** Words may begin with a number; a name does not, and a fixed word is known. */
  function leadsTo(words: string): boolean {
    const behind = words.trim();
    return next.some((part) =>
      part.is === 'word' ? oneOf(behind, part.words, 0, '') : /^[^\d\s]/.test(behind),
    );
  }
}

/** Whether a reference is meant at a place: one that the plan has, or something with a digit in its place. */
export function isRefStart(run: Scan, at: number): boolean {
  const read = refsAt(run, at, []);
  return read !== null && (!read.isStrange || read.refs.some((ref) => /\d/.test(ref)));
}

/** What can come first of these: what may be left out, and the first that may not. */
export function firstsOf([first, ...more]: readonly Part[]): readonly (FixedWord | Slot)[] {
  if (!first) return [];
  if (first.is === 'maybe') return [...firstsOf(first.parts), ...firstsOf(more)];
  return first.is === 'any' ? firstsOf(first.parts) : [first];
}

function ratingAt(text: string, at: number) {
  const near = text.slice(at, at + LONGEST_RATING);
  const reading = parseRag(near);
  if (reading.kind === 'two') return firstOfTwo(text, at);
  if (reading.kind !== 'rating') return null;
  const end = at + near.length - reading.rest.length;
  return { value: text.slice(at, end).trim(), end: skip(GAP, text, end) };
}

/** Of two ratings one behind the other the first: the second is what follows. */
function firstOfTwo(text: string, at: number) {
  const one = nextWord(text, at);
  const two = nextWord(text, one.end);
  if (ragNamed(`${one.word} ${two.word}`))
    return { value: `${one.word} ${two.word}`, end: two.end };
  return ragNamed(one.word) ? { value: one.word, end: one.end } : null;
}

/** The word at a place, and where the next one begins. */
export function nextWord(
  text: string,
  at: number,
): { readonly word: string; readonly end: number } {
  const word = sticky(TOKEN, text, at) ?? '';
  return { word, end: skip(GAP, text, at + Math.max(word.length, 1)) };
}

function sticky(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function skip(pattern: RegExp, text: string, at: number): number {
  return at + (sticky(pattern, text, at)?.length ?? 0);
}
