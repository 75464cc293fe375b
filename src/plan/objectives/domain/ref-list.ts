// The references at the start of a line: `2B:2`, `1.2, 1.10 and SEND-14`.
import type { ObjectiveName, PlanRefs, RefFound } from './plan-refs.ts';

/** A reference of a line with the version that was on screen, where the line says so: `2B:2@4`. */
export type TypedRef = { readonly typed: string; readonly version: number | null };

export type RefList<R> = { readonly refs: readonly R[]; readonly rest: string };

/** Whether words may follow a number or a letter that is a reference, so that it is one and not the first of them. */
export type Follows = (words: string) => boolean;

/** Behind a reference nothing may follow a bare number: words begin with numbers. */
const nothing: Follows = (words) => words.trim() === '';

const JOINT = /[^\S\n\r]*[,&][^\S\n\r]*(?:and[^\S\n\r]+)?|[^\S\n\r]+and[^\S\n\r]+|[^\S\n\r]+/iy;
/** A part's own reference behind its objective's: `D1`, `E3`. */
const PART = /^[MREDPVC]\d{1,3}(?=[\s,.;:]|$)/i;
/** What people put before a reference that has no such word itself. */
const LABEL = /(?:pap|objective)[^\S\n\r]+/iy;

/** The references at the start of a line as they were typed, all of them, so that a verb can say that it takes one. */
export function parseRefs(
  line: string,
  plan: PlanRefs,
  follows: Follows = nothing,
): RefList<string> {
  const { refs, rest } = parseVersionedRefs(line, plan, follows);
  return { refs: refs.map(({ typed }) => typed), rest };
}

/** The same with the version of each. What parts them from the words goes: a comma, a colon, a dash. */
export function parseVersionedRefs(
  line: string,
  plan: PlanRefs,
  follows: Follows = nothing,
): RefList<TypedRef> {
  const refs: TypedRef[] = [];
  // Bare numbers and letters, of which what follows has to show whether they are references.
  let unsure: TypedRef[] = [];
  let at = 0;
  let sureTo = 0;
  for (;;) {
    const joint = refs.length + unsure.length === 0 ? labelAt(line, plan) : jointAt(line, at);
    if (joint === null) break;
    const begins = at + joint;
    const behind = line.slice(begins);
    const isJoined = /[,&]|and/i.test(line.slice(at, begins));
    // `B2 D1` is a decision of B2, also where the plan prints its references so.
    const isPart = !isJoined && PART.test(behind);
    const isFurther = refs.length > 0 && !isPart;
    const found = plan.leading(behind) ?? strangeFound(behind, plan, isFurther);
    if (!found) break;
    const { version, length } = versionBehind(line, begins + found.length);
    const isFirst = refs.length + unsure.length === 0;
    at = begins + found.length + length;
    unsure.push({ typed: found.typed, version });
    const isSure = isFirst || isJoined || version !== null || !isBare(found);
    if (isSure || (isSpeltSo(found) && follows(line.slice(at)))) {
      refs.push(...unsure);
      unsure = [];
      sureTo = at;
    }
  }
  return { refs, rest: refs.length === 0 ? line : withoutMarks(line.slice(sureTo)) };
}

/** Whether a line is one reference and nothing else: such a line asks, and records nothing. */
export function isOneRef(line: string, plan: PlanRefs): boolean {
  const { refs, rest } = parseRefs(line, plan);
  if (refs.length > 0) return refs.length === 1 && rest === '';
  const built = plan.strange(line);
  return built ? line.slice(built.length).trim() === '' : /^\S+$/.test(line.trim());
}

/** A number or a word alone, such as `3`, `A` or `iii`: notes begin with these. */
export function isBare({ typed }: Pick<RefFound<ObjectiveName>, 'typed'>): boolean {
  return /^(?:\p{N}+|[\p{L}\p{M}]+)$/u.test(typed);
}

/** A letter has to be as large as the plan prints it: `A` is one, the article `a` is not. */
export function isSpeltSo({ typed, hits }: RefFound<ObjectiveName>): boolean {
  return !/^[\p{L}\p{M}]+$/u.test(typed) || hits.some(({ ref }) => ref === typed);
}

/**
 * Behind a reference, what is built as another of the plan and is none: a slip that has to be asked about. Numbers with a
 * mark between them are not: notes begin with `2.5`.
 */
function strangeFound(
  text: string,
  plan: PlanRefs,
  isFurther: boolean,
): RefFound<ObjectiveName> | null {
  const built = isFurther ? plan.strange(text) : null;
  return built && isMixed(built.typed) ? { ...built, hits: [] } : null;
}

/** Of letters and digits in one word. */
export function isMixed(typed: string): boolean {
  return /^(?=.*\p{L})(?=.*\p{N})\S+$/u.test(typed);
}

function labelAt(line: string, plan: PlanRefs): number {
  if (plan.leading(line)) return 0;
  LABEL.lastIndex = 0;
  return LABEL.exec(line)?.[0].length ?? 0;
}

function jointAt(line: string, at: number): number | null {
  JOINT.lastIndex = at;
  return JOINT.exec(line)?.[0].length ?? null;
}

function versionBehind(line: string, at: number) {
  const version = /@(\d{1,9})(?=[\s,;]|$)/y;
  version.lastIndex = at;
  const found = version.exec(line);
  return { version: found ? Number(found[1]) : null, length: found?.[0].length ?? 0 };
}

function withoutMarks(words: string): string {
  return words.replace(/^[^\S\n\r]*(?:,[^\S\n\r]*|[–—-][^\S\n\r]+)?/, '');
}
