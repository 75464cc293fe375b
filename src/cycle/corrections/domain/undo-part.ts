// Taking back what one request did to an objective's recovery actions and decisions: planned, done, asked for, decided,
// withdrawn. Nothing is removed: each part says again what it said before, in an entry that names the one it takes back.
import { Temporal } from 'temporal-polyfill';
import type { Actor } from '../../../core/request/domain/actor.ts';
import { type Permission, permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import {
  changedSince,
  latestAct,
  type PartAct,
  type PartChange,
} from '../../../plan/history/domain/part-changes.ts';
import { type Objective, requireOpen } from '../../../plan/objectives/domain/objective.ts';
import type { ItemFacts, PlanItem } from '../../../plan/plan-items/domain/plan-item.ts';
import { fromStoredFacts } from '../../../plan/plan-items/domain/stored-facts.ts';
import type { Cycle } from '../../cycles/domain/cycle.ts';
import { papersStand } from '../../cycles/domain/cycle-states.ts';
import { frozenRefusal } from '../../returns/domain/status-change.ts';
import { UNDO_MINUTES } from './correction.ts';

/** A part, by its own reference; `version`: the one that a button stood beside. */
export type PartNamed = { readonly ref: string; readonly version: number | null };

/** `D1`, or `D1@2` from a button, as a form reads it. */
export function partNamed(typed: string): PartNamed {
  const [ref = '', version] = typed.toUpperCase().split('@');
  return {
    ref: `${ref.charAt(0)}${Number(ref.slice(1))}`,
    version: version === undefined ? null : Number(version),
  };
}

export type UndoPartRequest = {
  readonly objective: Objective;
  /** Of the objective's parts, oldest first. */
  readonly changes: readonly PartChange[];
  /** The objective's recovery actions and decisions as they stand. */
  readonly items: readonly PlanItem[];
  /** Null: whichever the person changed last. */
  readonly part: PartNamed | null;
};

/** What a part says again. */
export type Restored = {
  readonly item: PlanItem;
  readonly facts: ItemFacts;
  /** The entry that is taken back. */
  readonly supersedesId: string;
};

export type UndoneAct = {
  /** What was asked for first, then what followed from it. */
  readonly restored: readonly [Restored, ...Restored[]];
  readonly act: PartAct;
};

/**
 * Decides whether the latest of what a person did to an objective's recovery actions and decisions is taken back. Only who
 * did it may, and only while they may do such a thing at all.
 * Refusals: `not-permitted`, `nothing-to-undo`, `undo-built-on`, `objective-closed`, `undo-too-late`, `cycle-frozen`.
 */
export function decideUndoPart(
  { objective, changes, items, part }: UndoPartRequest,
  actor: Actor,
  cycles: readonly Cycle[],
  now: Temporal.Instant,
): Result<UndoneAct> {
  const { ref } = objective;
  const nothing = refuse({ code: 'nothing-to-undo', ref, amended: false });
  const named = part && items.find((one) => one.ref === part.ref);
  if (named === undefined) return nothing;
  if (named && part.version !== null && named.version !== part.version) {
    // A button takes back what it stood beside, and nothing before or after it.
    const later = changes.findLast(({ detail }) => detail.itemId === named.id);
    return later?.supersedesId === null ? builtOn(ref, later, named.kind) : nothing;
  }
  const which = named ? { itemId: named.id } : {};
  const act =
    latestAct(changes, { authorId: actor.personId, ...which }) ?? latestAct(changes, which);
  if (!act) return nothing;
  const { first } = act;
  const { ref: own, after } = first.detail;
  const subject = { objective, personId: first.authorId ?? '' };
  const allowed = permit(actor, permissionFor(first), 'undo', subject);
  if (!allowed.ok) return allowed;
  const since = changedSince(changes, act) ?? restsOn(changes, items, act);
  if (since) return builtOn(ref, since, after.kind);
  const open = requireOpen(objective);
  if (!open.ok) return open;
  if (Temporal.Instant.compare(now, first.at.add({ minutes: UNDO_MINUTES })) > 0) {
    const instead = insteadOf(ref, own, after);
    return refuse({ code: 'undo-too-late', ref: `${ref} ${own}`, minutes: UNDO_MINUTES, instead });
  }
  // The papers that were frozen since have it in them.
  const frozen = cycles.find((cycle) => papersStand(cycle, now) && !papersStand(cycle, first.at));
  if (frozen) return refuse(frozenRefusal(ref, frozen));
  const [one, ...more] = act.changes.flatMap((change) => restored(change, items));
  return one ? ok({ restored: [one, ...more], act }) : nothing;
}

function permissionFor({ detail: { after } }: PartChange): Permission {
  if (after.kind !== 'decision') return 'undo';
  return after.status === 'taken' ? 'undo-decision' : 'undo-asking';
}

/** What was added is withdrawn, because nothing is removed; what was changed says again what it said. */
function restored({ id, detail }: PartChange, items: readonly PlanItem[]): Restored[] {
  const item = items.find((one) => one.id === detail.itemId);
  if (!item) return [];
  const facts = detail.before ? fromStoredFacts(detail.before) : withdrawn(item);
  return facts ? [{ item, facts, supersedesId: id }] : [];
}

function withdrawn(item: PlanItem): ItemFacts | null {
  if (item.kind === 'decision' || item.kind === 'recovery') return { ...item, status: 'withdrawn' };
  return null;
}

/**
 * What would not go together with the parts as they were: a second open recovery action, or a decision that is needed again
 * for a recovery action that is over.
 */
function restsOn(
  changes: readonly PartChange[],
  items: readonly PlanItem[],
  { changes: own }: PartAct,
): PartChange | null {
  const after = new Map(
    own.flatMap((change) =>
      restored(change, items).map(({ item, facts }) => [item.id, facts] as const),
    ),
  );
  const opened = [...after].filter(
    ([, { kind, status }]) => kind === 'recovery' && status === 'open',
  );
  const clash = items.find(
    ({ id, kind, status }) =>
      opened.length > 0 && kind === 'recovery' && status === 'open' && !after.has(id),
  );
  const over = [...after.values()].flatMap((facts) => {
    if (facts.kind !== 'decision' || facts.status !== 'needed') return [];
    const road = items.find(
      ({ kind, ref }) => kind === 'recovery' && ref === facts.detail.recovery,
    );
    const status = road && (after.get(road.id)?.status ?? road.status);
    return road && status !== 'open' ? [road] : [];
  });
  const blocking = clash ?? over[0];
  return blocking
    ? (changes.findLast(({ detail }) => detail.itemId === blocking.id) ?? null)
    : null;
}

function builtOn(ref: string, later: PartChange, kind: PlanItem['kind']): Result<never> {
  const { detail, author: by } = later;
  const status = detail.before === null ? 'added' : detail.after.status;
  return refuse({
    ...{ code: 'undo-built-on', ref, since: { part: detail.ref, status, by } },
    instead: anew(ref, kind),
  });
}

function insteadOf(ref: string, own: string, after: PartChange['detail']['after']): string {
  return after.kind === 'decision' && after.status === 'needed'
    ? `decide ${ref} withdraw ${own}`
    : anew(ref, after.kind);
}

/** The line that says what is so now. */
function anew(ref: string, kind: PlanItem['kind']): string {
  return kind === 'decision'
    ? `decide ${ref} needed what has to be decided from whom`
    : `recovery ${ref} what is done by 31 July`;
}
