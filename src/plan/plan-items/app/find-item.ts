// From a typed reference to the part of an objective that it means. A word is read in every way that the plan allows,
// because a plan may have an objective 1.2 as well as an objective 1 with a second action.

import type { Given } from '../../../core/request/app/command.ts';
import type { Reads } from '../../../core/request/app/ports.ts';
import type { RefChoice } from '../../../core/request/domain/refusal.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { ObjectiveName, PlanRefs, RefBefore } from '../../objectives/domain/plan-refs.ts';
import {
  fullRef,
  itemKey,
  looksLikeItem,
  type PartOfObjective,
  plainRef,
} from '../domain/item-ref.ts';
import type { ItemKind, PlanItem } from '../domain/plan-item.ts';
import { parseWorkStatus } from '../domain/work-status.ts';

const SHOWN = 40;

/** A part at the start of a line, and what is said of it. */
export type ItemLine = PartOfObjective & { readonly rest: string };

type Finding = { readonly objectives: readonly ObjectiveName[]; readonly parts: readonly Found[] };
type Found = { readonly objective: ObjectiveName; readonly part: PlanItem };
/** An objective that a line may begin with, and what may be a part's own reference behind it. */
type Head = {
  readonly objective: ObjectiveName;
  readonly item: string;
  readonly typed: string;
  readonly rest: string;
};

/**
 * The part that a line begins with: `2B:2.1 …`, `2B:2 M1 …`, or with its kind first, `milestone 2B:2 1.2 …`. Null: the
 * line begins with none, so it is about an objective.
 * @param kinds those that the line can be about
 * @param start what stands before it in a line that works, e.g. `update`
 * @param ofObjective whether words behind a reference can only be about an objective; then one spelt exactly so is meant
 * @param known what the plan's objectives are called, where it was asked already
 * Refusals: `ambiguous-item` with every reading; `unknown-item` where the objective has no such part.
 */
export async function findItem(
  line: string,
  kinds: readonly ItemKind[],
  start: string,
  context: Given<'today', Reads<'items' | 'objectives'>>,
  ofObjective: (words: string) => boolean = () => false,
  known?: PlanRefs,
): Promise<Result<ItemLine> | null> {
  const plan = known ?? (await context.record.objectives.refs());
  const { named, line: after } = kindFirst(line, kinds, plan);
  const among = named ? [named] : kinds;
  const before = plan.before(after);
  const spaced = await findSpaced(before, among, named !== null, context);
  if (spaced)
    return chosen(spaced.typed, { objectives: [], parts: spaced.parts }, start, spaced.rest);
  const heads = before.flatMap(markedHeads);
  const [head] = heads;
  if (!head) return null;
  const whole = plan.leading(after);
  const found = exactFirst(head.typed, {
    objectives: named || !whole ? [] : whole.hits,
    parts: await partsOf(heads, among, context),
  });
  const exact = found.objectives.some(({ ref }) => isSpelt(ref, whole?.typed ?? ''));
  if (found.parts.length > 0)
    return exact && ofObjective(head.rest) ? null : chosen(head.typed, found, start, head.rest);
  if (found.objectives.length > 0) return null;
  return await refuseUnknown(head, among, start, context);
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

/** `milestone 2B:2 1.2`: the kind that a line names before the reference; a plan may print it, as in `Action 2.1`. */
function kindFirst(typedLine: string, kinds: readonly ItemKind[], plan: PlanRefs) {
  const line = withoutPlanWord(typedLine.trim(), plan);
  const [, typed = '', after = ''] = /^([A-Za-z]+)\s+([\s\S]*)$/.exec(line) ?? [];
  const named = kinds.find((kind) => kind === typed.toLowerCase()) ?? null;
  const isPrinted = plan.leading(line) !== null && plan.leading(after) === null;
  return named && !isPrinted
    ? { named, line: withoutPlanWord(after, plan) }
    : { named: null, line };
}

/** `PAP 2B:2.1` where the plan does not print the word. */
function withoutPlanWord(line: string, plan: PlanRefs): string {
  const word = /^pap\s+/i.exec(line)?.[0] ?? '';
  const bare = line.slice(word.length);
  return plan.before(line).length === 0 && plan.before(bare).length > 0 ? bare : line;
}

/** `2B:2.1 …`, `1(b)(i) …`: what stands directly behind an objective's reference, up to the next space. */
function markedHeads({ hits, typed, rest }: RefBefore<ObjectiveName>): Head[] {
  const [, mark = '', behind = ''] = /^([.:/–(-])(\S*)/.exec(rest) ?? [];
  const item = bareWord(mark === '(' ? `(${behind}` : behind);
  if (mark === '' || item.length > MAX_ITEM || !looksLikeItem(item)) return [];
  const words = rest.slice(mark.length + behind.length).trimStart();
  return hits.map((objective) => ({
    ...{ objective, item, rest: words },
    typed: `${typed}${mark === '(' ? '' : mark}${item}`,
  }));
}

/** A part's reference with its mark is no longer, zeros and brackets included. */
const MAX_ITEM = 30;

function bareWord(word: string): string {
  return word.replace(/(?<![,:;])[,:;]+$/, '');
}

/**
 * `2B:2 M1 …`. A bare number or letter behind an objective may begin what is said of it, so without the kind it is
 * taken only for a part that there is and of which the words say how far it is.
 */
async function findSpaced(
  before: readonly RefBefore<ObjectiveName>[],
  kinds: readonly ItemKind[],
  named: boolean,
  context: { readonly record: Reads<'items'> },
): Promise<{
  readonly typed: string;
  readonly parts: readonly Found[];
  readonly rest: string;
} | null> {
  for (const one of before) {
    const heads = spacedHeads(one, named);
    const [head] = heads;
    if (!head) continue;
    const all = { objectives: [], parts: await partsOf(heads, kinds, context) };
    const { parts } = named ? all : exactFirst(head.typed, all);
    if (parts.length > 0) return { typed: head.typed, parts, rest: head.rest };
  }
  return null;
}

/** What stands behind an objective's reference and a space, where it may be a part of it. */
function spacedHeads({ hits, typed, rest }: RefBefore<ObjectiveName>, named: boolean): Head[] {
  const [, word = '', after = ''] = /^\s+(\S+)\s*([\s\S]*)$/.exec(rest) ?? [];
  const item = bareWord(word);
  if (item === '' || item.length > MAX_ITEM || !looksLikeItem(item)) return [];
  const lettered = /^[A-Z]\d{1,3}$/.test(itemKey(item));
  if (!named && !lettered && parseWorkStatus(after) === null) return [];
  return hits.map((objective) => ({ objective, item, typed: `${typed} ${item}`, rest: after }));
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
function exactFirst(typed: string, all: Finding): Finding {
  const exact = {
    objectives: all.objectives.filter(({ ref }) => isSpelt(ref, typed)),
    parts: all.parts.filter(({ objective, part }) => isSpelt(fullRef(objective.ref, part), typed)),
  };
  return exact.objectives.length + exact.parts.length > 0 ? exact : all;
}

function isSpelt(ref: string, typed: string): boolean {
  return ref.toUpperCase() === typed.toUpperCase();
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
  { objective, item, rest }: Head,
  kinds: readonly ItemKind[],
  start: string,
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
