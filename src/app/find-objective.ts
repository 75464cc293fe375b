// From a typed reference to the objective: the common case in one query, the helpful one in two.

import type { Objective } from '../domain/objective.ts';
import { looksLikeRef, matchRef, refKey } from '../domain/objective-ref.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { splitFirst } from '../domain/text-ends.ts';
import type { CommandContext } from './command.ts';
import type { ObjectiveName } from './objective-ports.ts';

/** How much of a reference an answer repeats: a key may stand among any number of dots. */
const SHOWN = 40;

/**
 * Splits a reference from the start of a line; `PAP 2B:2` and `2B 2` are read as one. Several
 * references are all returned, so that the caller can say that it takes one.
 */
export function readRefs(
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
  const { refs, rest } = readRefs(line);
  return refs.length === 0 ? /^\S+$/.test(rest) : refs.length === 1 && rest === '';
}

/** A second reference has to have all its parts: `2B:3`, not `3a` at the start of a note. */
export function isWholeRef(word: string): boolean {
  return /^\d{1,2}[A-Za-z]{1,2}[:.\-/]?\d{1,3},?$/.test(word);
}

/**
 * Tells whether a word behind the first is a further reference: one with all its parts, or one that the plan spells
 * so, such as `1.3` or `SEND-15`. The plan is only asked where a word may be one.
 */
export async function refTester(
  line: string,
  { record }: Pick<CommandContext, 'record'>,
): Promise<IsRef> {
  return testAgainst(await record.objectives.namesByKey(keysOfRefs(line)));
}

/** Whether a word behind the first is a further reference. */
export type IsRef = (word: string) => boolean;

/** As `refTester`, where the plan was asked already: `names` has whatever `keysOfRefs` asks for. */
export function testAgainst(names: readonly ObjectiveName[]): IsRef {
  const refs = new Set(names.map(({ ref }) => ref.toUpperCase()));
  return (word) =>
    isWholeRef(word) || (mayBeRef(word) && refs.has(word.replace(/,$/, '').toUpperCase()));
}

/** The loose keys of whatever a line has that the plan may spell a reference so; it may end at a mark. */
export function keysOfRefs(line: string): string[] {
  const words = line.split(/[\s;]+/).flatMap((word) => [word, ...word.split(/[,@]/)]);
  const asked = words.filter((word) => mayBeRef(word) && !isWholeRef(word));
  return [...new Set(asked.map(refKey))];
}

/** A number alone is none: notes begin with numbers. */
function mayBeRef(word: string): boolean {
  return /\d/.test(word) && !/^#?[\d,]+$/.test(word);
}

/**
 * The objective that a reference means.
 * Refusals: `unknown-objective` (with near ones), `ambiguous-objective` (with the choices).
 */
export async function findObjective(
  typed: string,
  verb: string,
  rest: string,
  context: CommandContext,
): Promise<Result<Objective>> {
  const { record, today } = context;
  const direct = matchRef(typed, await record.objectives.findByKey(refKey(typed), today));
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

/**
 * The one reference at the start of a line.
 * @param known what tells references from other words, where the plan was asked about the line already
 * Refusals: as `findObjective`, `usage`, `several-objectives`.
 */
export async function readObjective(
  line: string,
  verb: string,
  context: CommandContext,
  known?: IsRef,
): Promise<Result<{ objective: Objective; rest: string }>> {
  const isRef = known ?? (await refTester(line, context));
  const listed = readRefs(line.replace(/^(\S+?),?\s+(?:and|&)\s+/i, '$1 '), isRef);
  if (listed.refs.length > 1)
    return refuse({ code: 'several-objectives', verb, refs: listed.refs });
  const { refs, rest } = readRefs(line, isRef);
  const [, word = '', after = ''] = /^(\S*)\s*([\s\S]*)$/.exec(rest) ?? [];
  const [typed, following] = refs[0] === undefined ? [word, after] : [refs[0], rest];
  if (typed === '')
    return refuse({ code: 'usage', verb, problem: 'Say which objective, by its reference.' });
  const found = await findObjective(typed, verb, following, context);
  return found.ok ? ok({ objective: found.value, rest: following }) : found;
}
