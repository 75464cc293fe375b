// What follows `update` and `same`, as the returns it speaks of. One line may name several objectives, and
// several lines, or one with semicolons, may say something about each.

import { parseRag } from '../../../core/message/domain/rag.ts';
import { strangeRef } from '../../../plan/objectives/app/find-objective.ts';
import type { PlanRefs } from '../../../plan/objectives/domain/plan-refs.ts';
import {
  type Follows,
  isBare,
  isMixed,
  parseVersionedRefs,
  type RefList,
  type TypedRef,
} from '../../../plan/objectives/domain/ref-list.ts';

export type ReturnVerb = 'update' | 'same';

export type ReturnLine = {
  readonly typedRef: string;
  /** The version that was on screen, where the line says so: `2B:2@4`. */
  readonly version: number | null;
  /** What is said about it: a rating and a note, or after `same` the note alone. */
  readonly words: string;
};

export type ReturnLines = {
  /** Whether the line begins with `confirm`, as the button of a confirmation does. */
  readonly confirmed: boolean;
  readonly lines: readonly ReturnLine[];
};

/**
 * Reads every return that a line speaks of. A note in quotation marks is never looked into.
 * @param plan what is a reference
 */
export function parseReturnLines(rest: string, verb: ReturnVerb, plan: PlanRefs): ReturnLines {
  const [, confirm, said = ''] = /^(confirm(?=\s|$)\s*)?([\s\S]*)$/i.exec(rest.trim()) ?? [];
  const lines: ReturnLine[] = [];
  let left = said.trim();
  while (left !== '') {
    const { refs, rest: behind } = leadingRefs(left, verb, plan);
    const end = endOfLine(behind, verb, plan);
    const words = behind.slice(0, end).trim();
    lines.push(...refs.map(({ typed: typedRef, version }) => ({ typedRef, version, words })));
    left = behind.slice(end).replace(/^[\s;]+/, '');
  }
  return { confirmed: confirm !== undefined, lines };
}

/** The references at the start of a line, of which there is at least one word; they do not go over its end. */
function leadingRefs(text: string, verb: ReturnVerb, plan: PlanRefs): RefList<TypedRef> {
  const line = firstLine(text);
  const { refs, rest } = parseVersionedRefs(line, plan, follows(verb));
  if (refs.length > 0) return { refs, rest: text.slice(line.length - rest.length) };
  const [typed, after] = strangeRef(text, plan);
  return { refs: [{ typed, version: null }], rest: after };
}

/**
 * What may stand behind a bare number that is a reference: of an update a rating, as words begin with numbers too. Of
 * several that are the same everything is shown before it is recorded.
 */
function follows(verb: ReturnVerb): Follows {
  return verb === 'same' ? () => true : (words) => words.trim() === '' || saysRating(words);
}

function saysRating(words: string): boolean {
  const line = firstLine(words.trimStart().slice(0, LONGEST_RATING)).trim();
  return parseRag(line).kind !== 'none' || /^(?:same|impact|delivery)\b/i.test(line);
}

/** Where the words about the objectives end: at the next line that begins with one, or with the text. */
function endOfLine(text: string, verb: ReturnVerb, plan: PlanRefs): number {
  const note = noteOf(text, verb);
  const [quoted = ''] = /^"(?:[^"]|"")*"(?=\s*(?:$|[\n;]))/.exec(note) ?? [];
  const from = quoted === '' ? 0 : text.length - note.length + quoted.length;
  // One look for each run of marks and white space, of which the last semicolon and the break behind it may end the line.
  for (const { index, 0: run } of text.slice(from).matchAll(/[\n;][\s;]*/g)) {
    const behind = text.slice(from + index + run.length);
    const semicolon = run.lastIndexOf(';');
    const lineBreak = run.indexOf('\n', semicolon + 1);
    if (semicolon >= 0 && beginsLine(behind, false, verb, plan)) return from + index + semicolon;
    if (lineBreak >= 0 && beginsLine(behind, true, verb, plan)) return from + index + lineBreak;
  }
  return text.length;
}

/** A rating is found in so many characters, whatever follows. */
const LONGEST_RATING = 80;

/** Up to the first break or semicolon: a rating is never looked for beyond it. */
function firstLine(text: string): string {
  const end = text.search(/[\n;]/);
  return end === -1 ? text : text.slice(0, end);
}

/** The part of the words that is the note: behind the rating, and behind `checked:`. */
function noteOf(text: string, verb: ReturnVerb): string {
  const words = text.trimEnd();
  const kind = /^(?:(?:impact|delivery)\s+)?/i.exec(words)?.[0] ?? '';
  const same = /^\s*same\s+/i.exec(words)?.[0];
  const unrated = same === undefined ? undefined : words.slice(same.length);
  const head = firstLine(words.slice(kind.length));
  const reading = parseRag(head);
  const rated =
    unrated ??
    (reading.kind === 'rating'
      ? words.slice(kind.length + head.trimEnd().length - reading.rest.length)
      : words);
  return (verb === 'same' ? words : rated).replace(/^\s*(?:checked:\s*)?/i, '');
}

/**
 * Whether what follows a line break or a semicolon is a line of its own. A note may well go on with a reference behind a
 * semicolon, or with a number on a new line, so there a rating has to follow it; so it has behind what is built as a
 * reference and is none of the plan.
 */
function beginsLine(text: string, onNewLine: boolean, verb: ReturnVerb, plan: PlanRefs): boolean {
  const line = firstLine(text).trimStart();
  const { refs, rest } = parseVersionedRefs(line, plan, follows(verb));
  const [first] = refs;
  if (!first) {
    if (/^\S(?:[^@]{0,58}\S)?@\d{1,9}(?=[\s,]|$)/.test(line)) return true;
    const strange = plan.strange(line);
    if (!strange) return false;
    return (onNewLine && isMixed(strange.typed)) || saysRating(line.slice(strange.length));
  }
  if (first.version !== null || saysRating(rest)) return true;
  if (verb === 'same' && rest.trim() === '') return true;
  return onNewLine && (verb === 'same' || !isBare(first));
}
