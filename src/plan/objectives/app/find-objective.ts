// From a typed reference to the objective: the common case in one query, the helpful one in two.

import { splitFirst } from '../../../core/message/domain/text-ends.ts';
import type { Given } from '../../../core/request/app/command.ts';
import type { Reads } from '../../../core/request/app/ports.ts';
import type { Refusal } from '../../../core/request/domain/refusal.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { Objective } from '../domain/objective.ts';
import { looksLikeRef, matchRef, refKey } from '../domain/objective-ref.ts';

/** How much of a reference an answer repeats: a key may stand among any number of dots. */
export const SHOWN = 40;

/**
 * Splits a reference from the start of a line; `PAP 2B:2` and `2B 2` are read as one. Several
 * references are all returned, so that the caller can say that it takes one.
 */
export function parseRefs(
  line: string,
  isRef: IsRef = isWholeRef,
): {
  readonly refs: readonly string[];
  readonly rest: string;
} {
  const refs: string[] = [];
  let rest = line.replace(/^pap\s+(?=\d)/i, '');
  for (;;) {
    const { word, rest: after } = splitFirst(rest);
    if (word === '') return { refs, rest };
    const spaced =
      refs.length === 0 ? /^(\d{1,2}[A-Za-z])\s+(\d{1,3})(?=\s|$)\s*/.exec(rest) : null;
    if (spaced) {
      refs.push(`${spaced[1]}:${spaced[2]}`);
      rest = rest.slice(spaced[0].length);
    } else if (isRef(word) || (refs.length === 0 && looksLikeRef(word.replace(/,$/, '')))) {
      refs.push(word.replace(/,$/, ''));
      rest = after;
    } else {
      return { refs, rest };
    }
  }
}

/** Whether a line is one reference and nothing else: such a line asks, and records nothing. */
export function isOneRef(line: string): boolean {
  const { refs, rest } = parseRefs(line);
  return refs.length === 0 ? /^\S+$/.test(rest) : refs.length === 1 && rest === '';
}

/** A second reference has to have all its parts: `2B:3`, not `3a` at the start of a note. */
export function isWholeRef(word: string): boolean {
  return /^\d{1,2}[A-Za-z]{1,2}[:.\-/]?\d{1,3},?$/.test(word);
}

/** Whether a word behind the first is a further reference. */
export type IsRef = (word: string) => boolean;

/** What the plan has under some loose keys: all that a line may name, asked for at once. */
export type Asked = {
  readonly keys: ReadonlySet<string>;
  readonly objectives: readonly Objective[];
};

/** Asks the plan for whatever a line may name. @param more further loose keys */
export async function askPlan(
  line: string,
  { record, today }: Given<'today', Reads<'objectives'>>,
  more: readonly string[] = [],
): Promise<Asked> {
  const keys = new Set([...keysOfRefs(line), ...more]);
  return { keys, objectives: await record.objectives.findByKeys([...keys], today) };
}

/** The loose keys of all words of a line that may be references; each may end at a mark. */
export function keysOfRefs(line: string): string[] {
  const words = line.split(/[\s;]+/).flatMap((word) => [word, ...word.split(/[,@]/)]);
  return [...new Set(words.filter(mayBeRef).map(refKey))];
}

/**
 * Tells whether a word behind the first is a further reference: one with all its parts, or one that the plan spells
 * so, such as `1.3` or `SEND-15`.
 * @param asked what the plan has of the line that the word stands in
 */
export function refTester({ objectives }: Pick<Asked, 'objectives'>): IsRef {
  const refs = new Set(objectives.map(({ ref }) => ref.toUpperCase()));
  return (word) =>
    isWholeRef(word) || (mayBeRef(word) && refs.has(word.replace(/,$/, '').toUpperCase()));
}

/** A number alone is none: notes begin with numbers. */
function mayBeRef(word: string): boolean {
  return /\d/.test(word) && !/^#?[\d,]+$/.test(word);
}

/**
 * The objective that a reference means.
 * @param asked what the plan has of the line, where it was asked already
 * Refusals: `unknown-objective` (with near ones), `ambiguous-objective` (with the choices).
 */
export async function findObjective(
  typed: string,
  verb: string,
  rest: string,
  context: Given<'today', Reads<'objectives'>>,
  asked?: Asked,
): Promise<Result<Objective>> {
  const { record } = context;
  const direct = matchRef(typed, await sameKey(refKey(typed), context, asked));
  if (direct.kind === 'one') return ok(direct.objective);
  const match =
    direct.kind === 'several' ? direct : matchRef(typed, await record.objectives.listNames());
  switch (match.kind) {
    case 'several':
      return refuse({
        code: 'ambiguous-objective',
        typed: typed.slice(0, SHOWN),
        verb,
        rest,
        choices: match.choices.map(({ ref, title }) => ({ ref, title })),
      });
    case 'none':
      return refuse({
        code: 'unknown-objective',
        typed,
        verb,
        rest,
        suggestions: match.near.map(({ ref, title }) => ({ ref, title })),
      });
    case 'one':
      return refuse({
        code: 'unknown-objective',
        typed,
        verb,
        rest,
        suggestions: [match.objective],
      });
  }
}

/** So many are looked up without a look at how many the plan has. */
const FEW = 12;

/** Null: the plan may have so many. Refusal: `usage`; asked before references are looked up one after the other. */
export async function refuseMoreThanPlan(
  verb: string,
  named: number,
  { objectives }: Reads<'objectives'>,
): Promise<Refusal | null> {
  if (named <= FEW) return null;
  const { length } = await objectives.listNames();
  if (named <= length) return null;
  const problem = `The line names ${named} objectives, and the plan has ${length}. Nothing was changed: name each by its reference.`;
  return { code: 'usage', verb, problem };
}

async function sameKey(
  key: string,
  { record, today }: Given<'today', Reads<'objectives'>>,
  asked: Asked | undefined,
): Promise<readonly Objective[]> {
  if (!asked?.keys.has(key)) return await record.objectives.findByKey(key, today);
  return asked.objectives.filter(({ ref }) => refKey(ref) === key);
}

/**
 * The one reference at the start of a line.
 * @param before what the plan has of the line, where it was asked already
 * Refusals: as `findObjective`, `usage`, `several-objectives`.
 */
export async function findNamedObjective(
  line: string,
  verb: string,
  context: Given<'today', Reads<'objectives'>>,
  before?: Asked,
): Promise<Result<{ objective: Objective; rest: string }>> {
  const asked = before ?? (await askPlan(line, context));
  const isRef = refTester(asked);
  const listed = parseRefs(line.replace(/^(\S+?),?\s+(?:and|&)\s+/i, '$1 '), isRef);
  if (listed.refs.length > 1)
    return refuse({ code: 'several-objectives', verb, refs: listed.refs });
  const { refs, rest } = parseRefs(line, isRef);
  const [, word = '', after = ''] = /^(\S*)\s*([\s\S]*)$/.exec(rest) ?? [];
  const [typed, following] = refs[0] === undefined ? [word, after] : [refs[0], rest];
  if (typed === '')
    return refuse({ code: 'usage', verb, problem: 'Say which objective, by its reference.' });
  const found = await findObjective(typed, verb, following, context, asked);
  return found.ok ? ok({ objective: found.value, rest: following }) : found;
}
