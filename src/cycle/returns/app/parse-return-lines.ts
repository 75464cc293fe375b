// What follows `update` and `same`, as the returns it speaks of. One line may name several objectives, and
// several lines, or one with semicolons, may say something about each.

import { parseRag } from '../../../core/message/domain/rag.ts';
import { splitFirst } from '../../../core/message/domain/text-ends.ts';
import { type IsRef, isWholeRef, parseRefs } from '../../../plan/objectives/app/find-objective.ts';
import { looksLikeRef } from '../../../plan/objectives/domain/objective-ref.ts';

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
 * @param isRef whether a word behind the first is a further reference
 */
export function parseReturnLines(
  rest: string,
  verb: ReturnVerb,
  isRef: IsRef = isWholeRef,
): ReturnLines {
  const [, confirm, said = ''] = /^(confirm(?=\s|$)\s*)?([\s\S]*)$/i.exec(rest.trim()) ?? [];
  const lines: ReturnLine[] = [];
  let left = said.trim();
  while (left !== '') {
    const { refs, rest: behind } = leadingRefs(left, isRef);
    const end = endOfLine(behind, verb, isRef);
    const words = behind.slice(0, end).trim();
    lines.push(...refs.map((ref) => ({ ...ref, words })));
    left = behind.slice(end).replace(/^[\s;]+/, '');
  }
  return { confirmed: confirm !== undefined, lines };
}

type VersionedRef = Pick<ReturnLine, 'typedRef' | 'version'>;

/** The references at the start of a line, of which there is at least one word; they do not go over its end. */
function leadingRefs(text: string, isRef: IsRef): { refs: VersionedRef[]; rest: string } {
  const [line = ''] = text.split(/[\n;]/, 1);
  const refs: VersionedRef[] = [];
  let rest = line;
  for (;;) {
    const { word, rest: after } = splitFirst(rest);
    const [, typedRef, version] = /^(\S+?)@(\d{1,9}),?$/.exec(word) ?? [];
    if (typedRef !== undefined && (looksLikeRef(typedRef) || isRef(typedRef))) {
      refs.push({ typedRef, version: Number(version) });
      rest = after;
      continue;
    }
    const bare = parseRefs(rest, isRef);
    const [first] = bare.refs;
    if (first === undefined || (refs.length > 0 && !isRef(first))) break;
    refs.push(...bare.refs.map((ref) => ({ typedRef: ref, version: null })));
    rest = bare.rest;
  }
  if (refs.length === 0) {
    const { word, rest: after } = splitFirst(text);
    return { refs: [{ typedRef: word, version: null }], rest: after };
  }
  return { refs, rest: text.slice(line.length - rest.length) };
}

/** Where the words about the objectives end: at the next line that begins with one, or with the text. */
function endOfLine(text: string, verb: ReturnVerb, isRef: IsRef): number {
  const note = noteOf(text, verb);
  const [quoted = ''] = /^"(?:[^"]|"")*"(?=\s*(?:$|[\n;]))/.exec(note) ?? [];
  const from = quoted === '' ? 0 : text.length - note.length + quoted.length;
  // One look for each run of marks and white space, of which the last semicolon and the break behind it may end the line.
  for (const { index, 0: run } of text.slice(from).matchAll(/[\n;][\s;]*/g)) {
    const behind = text.slice(from + index + run.length);
    const semicolon = run.lastIndexOf(';');
    const lineBreak = run.indexOf('\n', semicolon + 1);
    if (semicolon >= 0 && beginsLine(behind, false, verb, isRef)) return from + index + semicolon;
    if (lineBreak >= 0 && beginsLine(behind, true, verb, isRef)) return from + index + lineBreak;
  }
  return text.length;
}

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
 * Whether what follows a line break or a semicolon is a line of its own. A note may well go on with a
 * reference behind a semicolon, so there a rating has to follow it.
 */
function beginsLine(text: string, onNewLine: boolean, verb: ReturnVerb, isRef: IsRef): boolean {
  const line = text.trimStart().replace(/^pap\s+(?=\d)/i, '');
  const [, first = '', version] = /^([\w:.\-/]+)(@\d{1,9})?(?=[\s,;]|$)/.exec(line) ?? [];
  if (!isRef(first)) return false;
  if (onNewLine || version !== undefined) return true;
  const { rest } = leadingRefs(line, isRef);
  if (parseRag(firstLine(rest)).kind !== 'none' || /^(?:same|impact|delivery)\b/i.test(rest))
    return true;
  return verb === 'same' && /^\s*(?:$|[\n;])/.test(rest);
}
