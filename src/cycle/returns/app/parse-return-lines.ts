// What follows `update` and `same`, as the returns it speaks of. One line may name several objectives, and
// several lines, or one with semicolons, may say something about each.

import { parseRag } from '../../../core/message/domain/rag.ts';
import { quoted } from '../../../core/request/app/several-numbers.ts';
import { strangeRef } from '../../../plan/objectives/app/find-objective.ts';
import type { PlanRefs } from '../../../plan/objectives/domain/plan-refs.ts';
import {
  type Follows,
  isBare,
  isMixed,
  isSpeltSo,
  parseVersionedRefs,
  type RefList,
  type TypedRef,
} from '../../../plan/objectives/domain/ref-list.ts';
import { withoutListMark } from '../domain/list-mark.ts';
import { beginsWithColour, ratingFirst, saidPlainly } from '../domain/said-plainly.ts';

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
  /** Where one line says two things: the same as one note, which is what it may be; null: it does not. */
  readonly asOneNote: string | null;
};

/**
 * Reads every return that a line speaks of. A note in quotation marks is never looked into.
 * @param plan what is a reference
 */
export function parseReturnLines(rest: string, verb: ReturnVerb, plan: PlanRefs): ReturnLines {
  const [, confirm, said = ''] = /^(confirm(?=\s|$)\s*)?([\s\S]*)$/i.exec(rest.trim()) ?? [];
  const lines: ReturnLine[] = [];
  let left = said.trim();
  let within: string | null = null;
  while (left !== '') {
    const text = withoutListMark(left, (line) => beginsReturn(line, verb, plan));
    const { refs, rating, rest: behind } = leadingRefs(text, verb, plan);
    const { end, isWithin } = endOfLine(behind, verb, plan);
    const words = saidOf(`${rating} ${behind.slice(0, end)}`, verb, isWithin);
    lines.push(...refs.map(({ typed: typedRef, version }) => ({ typedRef, version, words })));
    // Only of what is one line as a whole: of more it would be half of it.
    if (isWithin && within === null && !/[\n;]/.test(said)) within = asOneNote(refs, behind, verb);
    left = behind.slice(end).replace(/^[\s;]+/, '');
  }
  // Nobody has seen two in what was printed or typed as one.
  return { confirmed: confirm !== undefined && within === null, lines, asOneNote: within };
}

function saidOf(said: string, verb: ReturnVerb, isWithin: boolean): string {
  const words = said.trim();
  const whole = isWithin ? words.replace(/[\s,.]*(?:\s(?:and|&)\s*)?$/i, '') : words;
  return verb === 'update' ? saidPlainly(whole) : whole;
}

/** The line that says all of it of the first reference, the rest as its note. */
function asOneNote(refs: readonly TypedRef[], behind: string, verb: ReturnVerb): string {
  const start = `${verb} ${refs.map(({ typed }) => typed).join(', ')}`;
  const reading = verb === 'update' ? parseRag(saidPlainly(behind.trim())) : null;
  return reading?.kind === 'rating'
    ? `${start} ${reading.rag} ${quoted(reading.rest)}`
    : `${start} ${quoted(behind.trim())}`;
}

type Leading = RefList<TypedRef> & {
  /** A rating that stands before them. */
  readonly rating: string;
};

/**
 * The references at the start of a line, of which there is at least one word; they do not go over its end. An empty one:
 * the line says a rating, and not of what.
 */
function leadingRefs(text: string, verb: ReturnVerb, plan: PlanRefs): Leading {
  const line = firstLine(text);
  const { refs, rest } = parseVersionedRefs(line, plan, follows(verb));
  if (refs.length > 0) return { refs, rating: '', rest: text.slice(line.length - rest.length) };
  const first = verb === 'update' ? ratingFirst(line) : null;
  if (first) {
    const behind = parseVersionedRefs(first.rest, plan);
    const isFound = namesAfterRating(first.rest, plan);
    return {
      refs: isFound ? behind.refs : [{ typed: '', version: null }],
      rating: first.rating,
      rest: text.slice(line.length - (isFound ? behind : first).rest.length),
    };
  }
  const [typed, after] = strangeRef(text, plan);
  return { refs: [{ typed, version: null }], rating: '', rest: after };
}

/** Whether a line says something of an objective, or may: its reference first, or its rating. */
function beginsReturn(text: string, verb: ReturnVerb, plan: PlanRefs): boolean {
  const line = firstLine(text);
  if (plan.leading(line) ?? plan.strange(line)) return true;
  const first = verb === 'update' ? ratingFirst(line) : null;
  return first !== null && namesAfterRating(first.rest, plan);
}

/** `amber 2B:2 …`. Of `amber 16 of 20` the number is no reference, though the plan may have it: its note begins there. */
function namesAfterRating(text: string, plan: PlanRefs): boolean {
  const found = plan.leading(text);
  return (
    found !== null && (!isBare(found) || /^(?:[:,]|\s*$)/.test(text.slice(found.typed.length)))
  );
}

/**
 * What may stand behind a bare number that is a reference: of an update a rating, as words begin with numbers too. Of
 * several that are the same everything is shown before it is recorded.
 */
function follows(verb: ReturnVerb): Follows {
  return verb === 'same' ? () => true : (words) => words.trim() === '' || saysRating(words);
}

function saysRating(words: string): boolean {
  const line = saidPlainly(firstLine(words.trimStart().slice(0, LONGEST_RATING)).trim());
  return parseRag(line).kind !== 'none' || /^(?:same|impact|delivery)\b/i.test(line);
}

type End = {
  readonly end: number;
  /** Whether it is within a line: what follows there may be a part of the note. */
  readonly isWithin: boolean;
};

/** Where the words about the objectives end: at the next line or clause that begins with one, or with the text. */
function endOfLine(text: string, verb: ReturnVerb, plan: PlanRefs): End {
  const note = noteOf(text, verb);
  const [quote = ''] = /^"(?:[^"]|"")*"(?=\s*(?:$|[\n;]))/.exec(note) ?? [];
  const noteFrom = text.length - note.length;
  const from = quote === '' ? 0 : noteFrom + quote.length;
  // One look for each run of marks and white space, of which the last semicolon and the break behind it may end the line.
  for (const { index, 0: run } of text
    .slice(from)
    .matchAll(/[\n;][\s;]*|[\s,(]+(?=[\p{L}\p{N}])/gu)) {
    const behind = text.slice(from + index + run.length);
    const semicolon = run.lastIndexOf(';');
    const lineBreak = run.indexOf('\n', semicolon + 1);
    if (semicolon >= 0 && beginsLine(behind, false, verb, plan))
      return { end: from + index + semicolon, isWithin: false };
    if (lineBreak >= 0 && beginsLine(behind, true, verb, plan))
      return { end: from + index + lineBreak, isWithin: false };
    if (
      semicolon < 0 &&
      lineBreak < 0 &&
      from + index + run.length >= noteFrom &&
      beginsWithin(behind, plan)
    )
      return { end: from + index + run.length, isWithin: true };
  }
  return { end: text.length, isWithin: false };
}

/** Whether a reference with a rating stands within a note. It may be meant as a part of it, so it is asked about. */
function beginsWithin(text: string, plan: PlanRefs): boolean {
  const found = plan.leading(text);
  if (!found || !isSpeltSo(found)) return false;
  const behind = text.slice(found.length, found.length + LONGEST_RATING);
  const words = firstLine(behind)
    .replace(/^@\d{1,9}/, '')
    .trim();
  return beginsWithColour(words) || /^same(?![\p{L}\p{N}])/iu.test(words);
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
  const typed = firstLine(text).trimStart();
  const line = onNewLine
    ? withoutListMark(typed, (behind) => beginsReturn(behind, verb, plan))
    : typed;
  const { refs, rest } = parseVersionedRefs(line, plan, follows(verb));
  const [first] = refs;
  if (!first) {
    const rated = onNewLine && verb === 'update' ? ratingFirst(line) : null;
    if (rated && namesAfterRating(rated.rest, plan)) return true;
    if (/^\S(?:[^@]{0,58}\S)?@\d{1,9}(?=[\s,]|$)/.test(line)) return true;
    const strange = plan.strange(line);
    if (!strange) return false;
    return (onNewLine && isMixed(strange.typed)) || saysRating(line.slice(strange.length));
  }
  if (first.version !== null || saysRating(rest)) return true;
  if (verb === 'same' && rest.trim() === '') return true;
  return onNewLine && (verb === 'same' || !isBare(first));
}
