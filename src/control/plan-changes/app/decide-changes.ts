// Approves, rejects and withdraws proposed changes, and tells those whom it concerns.

import { capital } from '../../../core/message/domain/text-ends.ts';
import { noticesTo } from '../../../core/outbox/app/notice.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import type { Refusal } from '../../../core/request/domain/refusal.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import type { ChangeState } from '../domain/plan-change.ts';
import {
  changeDecidedNotice,
  changesDecidedNotice,
  placedInThemeNotice,
} from '../messages/change-notices.ts';
import { applyChange } from './apply-change.ts';
import { found, newOwnerIds, ownerIds, VERB } from './find-change.ts';
import type { ChangeRequest } from './plan-control-ports.ts';

export type Deciding = 'approve' | 'reject' | 'withdraw';

const states = {
  approve: 'approved',
  reject: 'rejected',
  withdraw: 'withdrawn',
} as const satisfies Record<Deciding, ChangeState>;

export type DecideChangesNeeds = Given<
  Doing | 'partnership' | 'today',
  Commits<
    | 'changes'
    | 'cycles'
    | 'history'
    | 'items'
    | 'notifications'
    | 'objectives'
    | 'people'
    | 'planEdits'
    | 'planVersions'
    | 'planWriter'
  >
>;

/**
 * Approves changes, which thereby take effect in the order named, rejects them, or takes one's own back: all of them
 * in one transaction, or none. Each person whom they concern gets one message, however many there are.
 * Refusals: of one change `unknown-change`, `not-permitted`, `change-decided`, those of `applyChange`; of several
 * `none-recorded` with the reason of each.
 */
export async function decideChanges(
  numbers: readonly number[],
  doing: Deciding,
  note: string | null,
  context: DecideChangesNeeds,
): Promise<Result<readonly ChangeRequest[]>> {
  const refusals: { ref: string; refusal: Refusal }[] = [];
  try {
    return ok(
      await commitOnce(context, async (repositories) => {
        const decided: Decided[] = [];
        // A transaction that lost against another one is run again.
        refusals.length = 0;
        for (const [place, number] of numbers.entries()) {
          const done = await decideOne(number, place, doing, note, repositories, context);
          if (done.ok) decided.push(done.value);
          else refusals.push({ ref: `Change ${number}`, refusal: done.refusal });
        }
        if (refusals.length > 0)
          throw new NoneDecided('nothing is kept of changes of which one is refused');
        if (doing !== 'withdraw') await tellDecisions(decided, repositories, context);
        return decided.map(({ change }) => change);
      }),
    );
  } catch (error) {
    if (!(error instanceof NoneDecided)) throw error;
    const [only] = refusals;
    if (only && numbers.length === 1) return refuse(only.refusal);
    const refused = new Set(refusals.map(({ ref }) => ref));
    const left = numbers.filter((number) => !refused.has(`Change ${number}`));
    const words = note === null ? '' : `: ${note}`;
    const again = left.length === 0 ? null : `${VERB} ${doing} ${left.join(', ')}${words}`;
    const label = `${capital(doing)} ${left.join(', ')}`;
    return refuse({ code: 'none-recorded', refusals, again, label });
  }
}

/** With the objective as it was before; null: it was not there. */
type Decided = { readonly change: ChangeRequest; readonly before: Objective | null };

/** Rolls the transaction back. */
class NoneDecided extends Error {}

type DecideOneNeeds = Reads<'objectives' | 'people' | 'planVersions'> &
  Uses<'changes' | 'cycles' | 'history' | 'items' | 'planEdits' | 'planWriter'>;

/** @param place within the request: each change has a history entry of its own */
async function decideOne(
  number: number,
  place: number,
  doing: Deciding,
  note: string | null,
  repositories: DecideOneNeeds,
  context: Given<Doing | 'today'>,
): Promise<Result<Decided>> {
  const { actor, now, today, inbound } = context;
  const { changes } = repositories;
  const state = states[doing];
  const change = await changes.find(number);
  if (!change) return refuse({ code: 'unknown-change', number });
  const permission = doing === 'withdraw' ? 'withdraw-change' : 'approve-change';
  const objective =
    change.objectiveId === null
      ? null
      : await repositories.objectives.find(change.objectiveId, today);
  const whose = { personId: change.proposedBy.id, ...(objective && { objective }) };
  const allowed = permit(actor, permission, `${VERB} ${doing}`, whose);
  if (!allowed.ok) return allowed;
  if (change.state !== 'proposed') return refuseDecided(change);
  if (!(await changes.hold(change.id))) return refuseDecided(await found(repositories, number));
  const by = {
    authorId: actor.personId,
    requestId: place === 0 ? inbound.requestId : `${inbound.requestId}#${number}`,
    at: now,
    note: `${change.reason} (change ${number}, proposed by ${change.proposedBy.name}, ${change.proposedBy.organisation})`,
  };
  const applied =
    state === 'approved' ? await applyChange(change, repositories, by, today) : ok(null);
  if (!applied.ok) return applied;
  await changes.decide(change.id, {
    ...{ state, decidedById: actor.personId, at: now, note },
    planVersionId: state === 'approved' ? await versionToCountTo(repositories) : undefined,
    objectiveId: applied.value?.objectiveId,
  });
  return ok({
    change: await found(repositories, number),
    before: applied.value?.before ?? null,
  });
}

/** Whoever proposed or answers, and the co-chairs of a theme that an objective came to: one message each. */
async function tellDecisions(
  decided: readonly Decided[],
  repositories: Reads<'people'> & Uses<'notifications'>,
  context: Given<'actor' | 'partnership' | 'now' | 'today' | 'inbound'>,
): Promise<void> {
  const told = new Map<string, { readonly change: ChangeRequest; readonly isPlaced: boolean }[]>();
  const note = (id: string, change: ChangeRequest, isPlaced: boolean) => {
    const all = told.get(id) ?? [];
    if (!all.some((one) => one.change.id === change.id)) all.push({ change, isPlaced });
    told.set(id, all);
  };
  for (const { change, before } of decided) {
    const { proposedBy, proposal } = change;
    for (const id of [proposedBy.id, ...ownerIds(before), ...newOwnerIds(proposal)])
      note(id, change, false);
    for (const id of await newCoChairs(change, repositories, context)) note(id, change, true);
  }
  await repositories.notifications.enqueue(
    [...told].flatMap(([id, changes]) => {
      const [only, ...more] = changes;
      if (!only) return [];
      const { change, isPlaced } = only;
      if (more.length > 0)
        return noticesTo(
          [id],
          `changes:${context.inbound.requestId}`,
          changesDecidedNotice(changes.map((one) => one.change)),
          context,
        );
      return isPlaced
        ? noticesTo([id], `change:${change.id}:placed`, placedInThemeNotice(change), context)
        : noticesTo(
            [id],
            `change:${change.id}:${change.state}`,
            changeDecidedNotice(change),
            context,
          );
    }),
  );
}

/** The co-chairs of the theme that an approved change places the objective in. */
async function newCoChairs(
  { state, proposal }: ChangeRequest,
  { people }: Reads<'people'>,
  { today }: Given<'today'>,
): Promise<string[]> {
  if (state !== 'approved' || proposal.kind !== 're-link') return [];
  const { do: what, target } = proposal;
  if (what !== 'link' || target.to !== 'theme') return [];
  return (await people.listByRole('co-chair', target.id, today)).map(({ id }) => id);
}

/** An open draft takes what is approved from now on; otherwise it counts to the current version. */
async function versionToCountTo({
  planVersions,
}: Reads<'planVersions'>): Promise<string | undefined> {
  const versions = await planVersions.list();
  const draft = versions.findLast(({ status }) => status === 'draft');
  return (draft ?? versions.find(({ status }) => status === 'current'))?.id;
}

function refuseDecided({ number, state, decidedBy }: ChangeRequest): Result<never> {
  return refuse({ code: 'change-decided', number, state, by: decidedBy?.name ?? null });
}
