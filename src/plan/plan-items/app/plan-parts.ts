// What the verbs on an objective's parts share: finding one, adding or changing one with what others are
// told of it in one transaction, and who has to be told.
import type { Message } from '../../../core/message/messages/message.ts';
import type { NewNotification } from '../../../core/outbox/app/notification-ports.ts';
import {
  type CommandResult,
  type Doing,
  type Given,
  recorded,
  refused,
} from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import { InvariantError } from '../../../core/request/app/faults.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import { quoted, refuseSeveral } from '../../../core/request/app/several-numbers.ts';
import type { Actor } from '../../../core/request/domain/actor.ts';
import { type Permission, permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { Authorship } from '../../objectives/app/objective-ports.ts';
import { isVacant, type Objective, requireOpen } from '../../objectives/domain/objective.ts';
import { splitPartRefs } from '../domain/item-ref.ts';
import {
  type ItemFacts,
  type ItemKind,
  isKind,
  type Named,
  type OfKind,
  type PlanItem,
} from '../domain/plan-item.ts';

/** The receipt of what was recorded, or the refusal. */
export function answerWith<T>(result: Result<T>, receipt: (recorded: T) => Message): CommandResult {
  return result.ok ? recorded(receipt(result.value)) : refused(result.refusal);
}

/** Refusals: `not-permitted`, `objective-closed`. */
export function permitPart(
  permission: Permission,
  verb: string,
  objective: Objective,
  { actor }: Given<'actor'>,
  personId?: string,
): Result<true> {
  const allowed = permit(actor, permission, verb, { objective, ...(personId && { personId }) });
  return allowed.ok ? requireOpen(objective) : allowed;
}

/** An objective's parts of a kind. */
export async function listParts<K extends ItemKind>(
  kind: K,
  objectiveIds: readonly string[],
  record: Reads<'items'>,
): Promise<OfKind<K>[]> {
  const items = await record.items.list({ objectiveIds, kinds: [kind] });
  return items.filter((item): item is OfKind<K> => isKind(item, kind));
}

export type PartWanted<P extends PlanItem> = {
  readonly objective: Objective;
  readonly parts: readonly P[];
  /** As typed, or null for the only one that can be meant. */
  readonly typed: string | null;
  /** What a part must still be to be meant. */
  readonly status: string;
  readonly start: string;
  readonly rest: string;
};

/** Refusals: `unknown-item` with those that could be meant; `item-settled`. */
export function choosePart<P extends PlanItem>(wanted: PartWanted<P>): Result<P> {
  const { objective, parts, typed, status, start, rest } = wanted;
  const { ref } = objective;
  const meant = parts.filter((part) => part.status === status);
  if (typed === null && meant.length === 1 && meant[0]) return ok(meant[0]);
  const found = parts.find((part) => part.ref === typed);
  if (!found) {
    const choices = meant.map((part) => ({ ref: part.ref, title: part.title }));
    return refuse({ code: 'unknown-item', ref, typed: typed ?? '', choices, start, rest });
  }
  if (found.status === status) return ok(found);
  return refuse({ code: 'item-settled', ref, item: found.ref, status: found.status });
}

/**
 * The one part that words begin with, by its letter and number; null where they begin otherwise.
 * @param letter of the kind, e.g. D
 * @param start the line up to the words
 * Refusal: `several-numbers`
 */
export function parsePartRef(
  words: string,
  letter: string,
  start: string,
): Result<{ readonly ref: string | null; readonly rest: string }> {
  const { refs, rest } = splitPartRefs(words, letter);
  const [ref = null, ...more] = refs;
  const said = quoted([...more, rest].join(' '));
  const several = refuseSeveral(
    refs,
    (one) => `${start} ${one} ${rest}`,
    rest === '' ? null : `${start} ${ref} ${said}`,
  );
  return several ?? ok({ ref, rest });
}

/** Who acts, as a part keeps it: the name stays when the person goes. */
export function named({ personId, name, organisation }: Actor): Named {
  return { personId, name, organisation };
}

/** @param part tells several entries of one request apart */
export function authorship(
  { actor, inbound, now }: Given<Doing>,
  note: string | null = null,
  part?: string,
): Authorship {
  const requestId = part ? `${inbound.requestId}#${part}` : inbound.requestId;
  return { authorId: actor.personId, requestId, at: now, note };
}

type Tell<K extends ItemKind> = (item: OfKind<K>) => readonly NewNotification[];

/** What was written, of the kind that was asked for: the kind of a part never changes. */
export function writtenAs<K extends ItemKind>(kind: K, item: PlanItem): OfKind<K> {
  if (isKind(item, kind)) return item;
  throw new InvariantError(`the part ${item.id} was written as ${kind} and is ${item.kind}`);
}

/** Adds a part and queues what others are told of it, together. */
export async function addPart<const Facts extends ItemFacts>(
  facts: Facts,
  objective: Objective,
  context: Given<Doing, Commits<'items' | 'notifications'>>,
  tell: Tell<Facts['kind']> = () => [],
): Promise<OfKind<Facts['kind']>> {
  return await commitOnce(context, async (repositories) => {
    const { id: objectiveId, example } = objective;
    const item = { ...facts, objectiveId, example };
    const added = writtenAs<Facts['kind']>(
      facts.kind,
      await repositories.items.add(item, authorship(context)),
    );
    await repositories.notifications.enqueue(tell(added));
    return added;
  });
}

/**
 * Changes a part and queues what others are told of it, together.
 * Refusal: `item-settled`, when somebody else was quicker.
 */
export async function changePart<P extends PlanItem>(
  item: P,
  facts: ItemFacts,
  objective: Objective,
  context: Given<Doing, Reads<'items'> & Commits<'items' | 'notifications'>>,
  more: {
    readonly tell?: Tell<P['kind']>;
    readonly note?: string | null;
    /** What else follows, in the same transaction. */
    readonly also?: (after: OfKind<P['kind']>, repositories: Uses<'items'>) => Promise<void>;
  } = {},
): Promise<Result<OfKind<P['kind']>>> {
  const changed = await commitOnce(context, async (repositories) => {
    const by = authorship(context, more.note);
    const now = await repositories.items.change(item.id, item.version, facts, by);
    if (!now) return null;
    const after = writtenAs<P['kind']>(item.kind, now);
    await repositories.notifications.enqueue(more.tell?.(after) ?? []);
    await more.also?.(after, repositories);
    return after;
  });
  if (changed) return ok(changed);
  const now = await context.record.items.find(item.id);
  const { ref } = objective;
  return refuse({
    code: 'item-settled',
    ref,
    ...{ item: item.ref, kind: item.kind },
    status: now?.status ?? item.status,
  });
}

/** Somebody who is told; `asOffice` where nobody owns the objective and they are the programme office. */
export type Answerer = { readonly personId: string; readonly asOffice: boolean };

/** Owner, deputy and cover, and where nobody owns it the programme office as well; never whoever acts. */
export async function answerersOf(
  objective: Objective,
  { actor, record, today }: Given<'actor' | 'today', Reads<'people'>>,
): Promise<readonly Answerer[]> {
  const assigned = new Set(
    objective.assignees.flatMap(({ personId }) => (personId ? [personId] : [])),
  );
  const office = isVacant(objective)
    ? await record.people.listByRole('programme-office', null, today)
    : [];
  const instead = office.map(({ id }) => id).filter((id) => !assigned.has(id));
  return [
    ...[...assigned].map((personId) => ({ personId, asOffice: false })),
    ...instead.map((personId) => ({ personId, asOffice: true })),
  ].filter(({ personId }) => personId !== actor.personId);
}
