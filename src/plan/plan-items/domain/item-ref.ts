// References of an objective's parts. Each part has one full reference, the same wherever it is shown or typed:
// 2B:2.1 is the first action of 2B:2, 2B:2.1.2 that one's second milestone, `2B:2 E1` its first evidence. They are
// matched as loosely as an objective's own; two that match are never chosen between.

import { splitFirst } from '../../../core/message/domain/text-ends.ts';
import type { ItemKind, PlanItem } from './plan-item.ts';

export type ItemRef = {
  /** The objective's reference as typed. */
  readonly objective: string;
  /** The part's reference within it, as typed: `1`, `1.2`, `a`. */
  readonly item: string;
};

/** A part and the objective that it belongs to. */
export type PartOfObjective = {
  readonly objective: { readonly id: string; readonly ref: string; readonly title: string };
  readonly part: PlanItem;
};

/** The reference by which a part is shown and typed: `2B:2.1`, `2B:2.1.2`, `2B:2 D1`. */
export function fullRef(
  objective: string,
  { kind, ref }: { readonly kind: ItemKind; readonly ref: string },
): string {
  return `${objective}${isWork(kind) ? '.' : ' '}${ref}`;
}

/** The same said so that nothing else can be meant: `milestone 2B:2 1.2`. */
export function plainRef(
  objective: string,
  { kind, ref }: { readonly kind: ItemKind; readonly ref: string },
): string {
  return `${kind} ${objective} ${ref}`;
}

/** Actions and milestones are what somebody does; their references are numbers behind the objective's. */
export function isWork(kind: ItemKind): kind is 'action' | 'milestone' {
  return kind === 'action' || kind === 'milestone';
}

/** What two spellings of a part's own reference share: `(i)` and `I`, `1.02` and `1.2`. */
export function itemKey(ref: string): string {
  return ref
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[()[\]\s]/g, '')
    .replace(/[/:–-]/g, '.')
    .replace(/(^|\.)0+(?=\d)/g, '$1')
    .replace(/(?<!\.)\.+$/, '');
}

/** Whether a word can be a part's own reference: `1`, `1.2`, `a`, `(i)`, `M1`. */
export function looksLikeItem(word: string): boolean {
  return /^[A-Z0-9]{1,4}(?:\.[A-Z0-9]{1,4})?$/.test(itemKey(word));
}

/** A part's reference with its mark is no longer, zeros and brackets included. */
const MAX_ITEM = 30;

/** Every way to read a word as an objective's reference with a part's behind it, the longest objective first. */
export function parseItemRefs(word: string): ItemRef[] {
  const plain = bareWord(word);
  const marks = [...plain.matchAll(/[.:/–(-]/g)];
  return marks
    .filter(
      ({ index }) =>
        plain.length - index <= MAX_ITEM && /[A-Za-z0-9]/.test(plain.charAt(index - 1)),
    )
    .map(({ index, 0: mark }) => ({
      objective: plain.slice(0, index),
      item: plain.slice(mark === '(' ? index : index + 1),
    }))
    .filter(({ item }) => looksLikeItem(item))
    .reverse();
}

/** The first word of a line without the punctuation behind it, and what follows; `PAP` before it goes. */
export function splitFirstWord(line: string): { readonly word: string; readonly rest: string } {
  const [, word = '', rest = ''] =
    /^(?:pap\s+(?=\S*\d))?(\S*)(?:\s+([\s\S]*))?$/i.exec(line.trim()) ?? [];
  return { word: bareWord(word), rest };
}

/** A line that says `objective` before its reference, where a part may have the same one. */
export function withoutObjectiveWord(line: string): string {
  return line.replace(/^objective\s+(?=\S*\d)/i, '');
}

function bareWord(word: string): string {
  return word.trim().replace(/(?<![,:;])[,:;]+$/, '');
}

/**
 * Parts' letter and numbers at the start of words, e.g. `D1, D2 agreed` → D1 and D2, and `agreed`.
 * @param letter of the kind: M, R, E, D, P, V or C
 */
export function splitPartRefs(
  words: string,
  letter: string,
): { readonly refs: readonly string[]; readonly rest: string } {
  const refs: string[] = [];
  let rest = words.trim();
  for (;;) {
    const joined = refs.length > 0 ? rest.replace(/^(?:and|&)\s+/i, '') : rest;
    const { word, rest: after } = splitFirst(joined);
    const [, first = '', number] = /^([A-Za-z])(\d{1,3})[:,.;]?$/.exec(word) ?? [];
    if (number === undefined || first.toUpperCase() !== letter) return { refs, rest };
    refs.push(`${letter}${Number(number)}`);
    rest = after;
  }
}
