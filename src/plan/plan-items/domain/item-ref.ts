// References of an objective's parts. Each part has one full reference, the same wherever it is shown or typed:
// 2B:2.1 is the first action of 2B:2, 2B:2.1.2 that one's second milestone, `2B:2 E1` its first evidence. They are
// matched as loosely as an objective's own; two that match are never chosen between.

import { splitFirst } from '../../../core/message/domain/text-ends.ts';
import type { PlanRefs } from '../../objectives/domain/plan-refs.ts';
import type { ItemKind, PlanItem } from './plan-item.ts';

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

/** A line that says `objective` before its reference, where a part may have the same one. */
export function withoutObjectiveWord(line: string, plan: PlanRefs): string {
  const after = /^objective\s+/i.exec(line)?.[0] ?? '';
  const bare = line.slice(after.length);
  // A plan may print the word: `Objective 4`.
  if (after === '' || plan.leading(line)) return line;
  return plan.leading(bare) || plan.strange(bare) ? bare : line;
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
