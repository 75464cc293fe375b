// From a typed reference to the part of an objective that it means. A word is read in every way that the plan allows,
// because a plan may have an objective 1.2 as well as an objective 1 with a second action.

import type { Given } from '../../../core/request/app/command.ts';
import type { Reads } from '../../../core/request/app/ports.ts';
import type { RefChoice } from '../../../core/request/domain/refusal.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { ObjectiveName } from '../../objectives/app/objective-ports.ts';
import { refKey } from '../../objectives/domain/objective-ref.ts';
import {
  fullRef,
  type ItemRef,
  itemKey,
  looksLikeItem,
  type PartOfObjective,
  parseItemRefs,
  plainRef,
  splitFirstWord,
} from '../domain/item-ref.ts';
import type { ItemKind, PlanItem } from '../domain/plan-item.ts';
import { parseWorkStatus } from '../domain/work-status.ts';

const SHOWN = 40;

/** A part at the start of a line, and what is said of it. */
export type ItemLine = PartOfObjective & { readonly rest: string };

type Finding = { readonly objectives: readonly ObjectiveName[]; readonly parts: readonly Found[] };
type Found = { readonly objective: ObjectiveName; readonly part: PlanItem };

/**
 * The part that a line begins with: `2B:2.1 …`, `2B:2 M1 …`, or with its kind first, `milestone 2B:2 1.2 …`. Null: the
 * line begins with none, so it is about an objective.
 * @param kinds those that the line can be about
 * @param start what stands before it in a line that works, e.g. `update`
 * @param ofObjective whether words behind a reference can only be about an objective; then one spelt exactly so is meant
 * @param known what the plan has of `keysOfItem`, where it was asked already
 * Refusals: `ambiguous-item` with every reading; `unknown-item` where the objective has no such part.
 */
export async function findItem(
  line: string,
  kinds: readonly ItemKind[],
  start: string,
  context: Given<'today', Reads<'items' | 'objectives'>>,
  ofObjective: (words: string) => boolean = () => false,
  known?: readonly ObjectiveName[],
): Promise<Result<ItemLine> | null> {
  const { named, line: after } = kindFirst(line, kinds);
  const among = named ? [named] : kinds;
  const { word, rest } = splitFirstWord(after);
  const names =
    known ?? (await context.record.objectives.findByKeys(keysOfItem(line, kinds), context.today));
  const spaced = await findSpaced(word, rest, among, named !== null, names, context);
  if (spaced)
    return chosen(spaced.item, { objectives: [], parts: spaced.parts }, start, spaced.rest);
  const splits = parseItemRefs(word);
  if (splits.length === 0) return null;
  const whole = names.filter(({ ref }) => refKey(ref) === refKey(word));
  const heads = splits.flatMap((split) => headsOf(split, names));
  const parts = await partsOf(heads, among, context);
  const found = exactFirst(word, { objectives: named ? [] : whole, parts });
  const exact = found.objectives.some(({ ref }) => ref.toUpperCase() === word.toUpperCase());
  if (found.parts.length > 0)
    return exact && ofObjective(rest) ? null : chosen(word, found, start, rest);
  const [head] = heads;
  if (!head || found.objectives.length > 0) return null;
  return await refuseUnknown(head, among, start, rest, context);
}

/** The loose keys of every objective that the start of a line may name: as a whole, or before its part. */
export function keysOfItem(line: string, kinds: readonly ItemKind[]): string[] {
  const { named, line: after } = kindFirst(line, kinds);
  const { word, rest } = splitFirstWord(after);
  const splits = parseItemRefs(word);
  if (splits.length === 0 && !mayBeSpaced(rest, named !== null)) return [];
  const keys = [word, ...splits.map(({ objective }) => objective)].map(refKey);
  return [...new Set(keys)].filter((key) => key !== '');
}

function chosen(
  typed: string,
  { objectives, parts }: Finding,
  start: string,
  rest: string,
): Result<ItemLine> {
  const [one, ...more] = parts;
  return one && more.length + objectives.length === 0
    ? ok({ ...one, rest })
    : refuse({
        ...{ code: 'ambiguous-item', typed: typed.slice(0, SHOWN) },
        choices: choicesOf({ objectives, parts }, start, rest),
      });
}

/** `milestone 2B:2 1.2`: the kind that a line names before the reference. */
function kindFirst(line: string, kinds: readonly ItemKind[]) {
  const [, typed = '', after = ''] = /^([A-Za-z]+)\s+([\s\S]*)$/.exec(line.trim()) ?? [];
  const named = kinds.find((kind) => kind === typed.toLowerCase()) ?? null;
  return { named, line: named ? after : line };
}

/**
 * `2B:2 M1 …`. A bare number or letter behind an objective may begin what is said of it, so without the kind it is
 * taken only for a part that there is and of which the words say how far it is.
 */
async function findSpaced(
  word: string,
  line: string,
  kinds: readonly ItemKind[],
  named: boolean,
  names: readonly ObjectiveName[],
  context: { readonly record: Reads<'items'> },
): Promise<{
  readonly item: string;
  readonly parts: readonly Found[];
  readonly rest: string;
} | null> {
  if (!mayBeSpaced(line, named)) return null;
  const { word: item, rest } = splitFirstWord(line);
  if (item === '' || !looksLikeItem(item)) return null;
  const lettered = /^[A-Z]\d{1,3}$/.test(itemKey(item));
  if (!named && !lettered && parseWorkStatus(rest) === null) return null;
  const objectives = headsOf({ objective: word, item }, names);
  const typed = `${word} ${item}`;
  const all = { objectives: [], parts: await partsOf(objectives, kinds, context) };
  const { parts } = named ? all : exactFirst(typed, all);
  return parts.length > 0 ? { item: typed, parts, rest } : null;
}

/** Whether what stands behind an objective may be a part of it, written apart. */
function mayBeSpaced(line: string, named: boolean): boolean {
  const { word: item, rest } = splitFirstWord(line);
  if (item === '' || !looksLikeItem(item)) return false;
  const lettered = /^[A-Z]\d{1,3}$/.test(itemKey(item));
  return named || lettered || parseWorkStatus(rest) !== null;
}

type Head = { readonly objective: ObjectiveName; readonly item: string };

/** The objectives that a part's first half means; the exact spelling wins. */
function headsOf({ objective, item }: ItemRef, names: readonly ObjectiveName[]): Head[] {
  const key = refKey(objective);
  const same = key === '' ? [] : names.filter(({ ref }) => refKey(ref) === key);
  const exact = same.filter(({ ref }) => ref.toUpperCase() === objective.toUpperCase());
  return (exact.length > 0 ? exact : same).map((one) => ({ objective: one, item }));
}

async function partsOf(
  heads: readonly Head[],
  kinds: readonly ItemKind[],
  { record }: { readonly record: Reads<'items'> },
): Promise<Found[]> {
  if (heads.length === 0) return [];
  const objectiveIds = [...new Set(heads.map(({ objective }) => objective.id))];
  const items = await record.items.list({ objectiveIds, kinds });
  return heads.flatMap(({ objective, item }) =>
    items
      .filter((part) => part.objectiveId === objective.id && itemKey(part.ref) === itemKey(item))
      .map((part) => ({ objective, part })),
  );
}

/** What is spelt exactly so is meant, unless two things are. */
function exactFirst(word: string, all: Finding): Finding {
  const isExact = (ref: string) => ref.toUpperCase() === word.toUpperCase();
  const exact = {
    objectives: all.objectives.filter(({ ref }) => isExact(ref)),
    parts: all.parts.filter(({ objective, part }) => isExact(fullRef(objective.ref, part))),
  };
  return exact.objectives.length + exact.parts.length > 0 ? exact : all;
}

function choicesOf({ objectives, parts }: Finding, start: string, rest: string) {
  return [
    ...objectives.map(({ ref, title }) => ({
      ...{ ref, title, what: 'objective' as const, of: null },
      line: `${start} objective ${ref} ${rest}`.trim(),
    })),
    ...parts.map(({ objective, part }) => ({
      ...{ ref: fullRef(objective.ref, part), title: part.title, what: part.kind },
      of: `${objective.ref} ${objective.title}`,
      line: `${start} ${plainRef(objective.ref, part)} ${rest}`.trim(),
    })),
  ];
}

async function refuseUnknown(
  { objective, item }: Head,
  kinds: readonly ItemKind[],
  start: string,
  rest: string,
  { record }: { readonly record: Reads<'items'> },
): Promise<Result<never>> {
  const parts = await record.items.list({ objectiveIds: [objective.id], kinds });
  const choices = parts
    .sort((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind))
    .map((part): RefChoice => ({ ref: fullRef(objective.ref, part), title: part.title }));
  return refuse({
    ...{ code: 'unknown-item', ref: objective.ref, typed: `.${item}`.slice(0, SHOWN) },
    ...{ choices, start, rest },
  });
}
