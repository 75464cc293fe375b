// The use cases behind `admin change`: a change is proposed, and somebody else approves or rejects it. It
// takes effect with the approval, in one transaction with the history and the notices.
import { noticesTo, noticeTo } from '../../../core/outbox/app/notice.ts';
import type { CommandContext } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { PartnershipRecord, Repositories } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import type { Refusal } from '../../../core/request/domain/refusal.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { themeName } from '../../../core/themes/domain/theme-name.ts';
import { type Objective, requireOpen } from '../../../plan/objectives/domain/objective.ts';
import { isLinked, linkText } from '../../../plan/objectives/domain/objective-link.ts';
import {
  type ChangeState,
  fieldWords,
  type NamedPerson,
  namesText,
  overtakenBy,
  ownDeputy,
  type Proposal,
  partOf,
  personText,
} from '../domain/plan-change.ts';
import type { PlanRefusal } from '../domain/refusal-plan.ts';
import {
  approvalActions,
  type ChangeContext,
  changeDecidedNotice,
  changeProposedNotice,
  placedInThemeNotice,
  proposalWarning,
} from '../messages/plan-change.ts';
import { applyChange, receiverLeft } from './apply-change.ts';
import type { ReadChange } from './parse-change.ts';
import { partNow } from './part-now.ts';
import type { ChangeRequest } from './plan-control-ports.ts';

const VERB = 'admin change';

/** Somebody who may approve, and whether PAP can tell them. */
export type Approver = { readonly name: string; readonly reached: boolean };

/**
 * Records a proposal and tells whoever may approve it, and the owners.
 * Refusals: `not-permitted`, `objective-closed`, `nothing-to-change`, `owns-it-already` for a deputy,
 * `linked-already`, `not-linked-to`.
 */
export async function proposeChange(
  { proposal, reason, objective }: ReadChange,
  context: CommandContext,
): Promise<Result<{ readonly change: ChangeRequest; readonly approvers: readonly Approver[] }>> {
  const { actor, now, record } = context;
  const allowed = permit(actor, 'propose-change', VERB, objective ? { objective } : {});
  if (!allowed.ok) return allowed;
  const open = objective ? requireOpen(objective) : ok(true);
  if (!open.ok) return open;
  const isOfWhole = proposal.kind === 're-own' && partOf(proposal) === null;
  if (objective && isOfWhole && ownDeputy(proposal, objective))
    return refuse({ code: 'owns-it-already', ref: objective.ref, name: proposal.to.name });
  const linked = objective && (await linkedAsProposed(proposal, objective, record));
  if (linked) return refuse(linked);
  const same = objective && changesNothing(proposal);
  if (same) return refuse({ code: 'nothing-to-change', ...same });
  const approvers = (await approversOf(record, context)).filter(({ id }) => id !== actor.personId);
  const reachable = await record.people.reachable();
  const owners = ownerIds(objective).filter(
    (id) => id !== actor.personId && !approvers.some((one) => one.id === id),
  );
  const change = await commitOnce(context, async (repositories) => {
    const number = await repositories.changes.propose({
      ...{ proposal, reason, proposedById: actor.personId, at: now },
      objectiveId: objective?.id ?? null,
    });
    const proposed = await found(repositories, number);
    const facts = { change: proposed, objective };
    await repositories.notifications.enqueue([
      ...approvers.map(({ id }) =>
        noticeTo(id, `change:${proposed.id}:proposed`, changeProposedNotice(facts, true), context),
      ),
      ...owners.map((id) =>
        noticeTo(id, `change:${proposed.id}:proposed`, changeProposedNotice(facts, false), context),
      ),
    ]);
    return proposed;
  });
  const approve = approvers.map(({ id, name }) => ({ name, reached: reachable.has(id) }));
  return ok({ change, approvers: approve });
}

export type Deciding = 'approve' | 'reject' | 'withdraw';

const states = {
  approve: 'approved',
  reject: 'rejected',
  withdraw: 'withdrawn',
} as const satisfies Record<Deciding, ChangeState>;

/**
 * Approves changes, which thereby take effect in the order named, rejects them, or takes one's own back: all of them
 * in one transaction, or none.
 * Refusals: of one change `unknown-change`, `not-permitted`, `change-decided`, those of `applyChange`; of several
 * `none-recorded` with the reason of each.
 */
export async function decideChanges(
  numbers: readonly number[],
  doing: Deciding,
  note: string | null,
  context: CommandContext,
): Promise<Result<readonly ChangeRequest[]>> {
  const refusals: { ref: string; refusal: Refusal }[] = [];
  try {
    return ok(
      await commitOnce(context, async (repositories) => {
        const decided: ChangeRequest[] = [];
        // A transaction that lost against another one is run again.
        refusals.length = 0;
        for (const [place, number] of numbers.entries()) {
          const done = await decideOne(number, place, doing, note, repositories, context);
          if (done.ok) decided.push(done.value);
          else refusals.push({ ref: `Change ${number}`, refusal: done.refusal });
        }
        if (refusals.length > 0)
          throw new NoneDecided('nothing is kept of changes of which one is refused');
        return decided;
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

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

/** Rolls the transaction back. */
class NoneDecided extends Error {}

/** @param place within the request: each change has a history entry of its own */
async function decideOne(
  number: number,
  place: number,
  doing: Deciding,
  note: string | null,
  repositories: Repositories,
  context: CommandContext,
): Promise<Result<ChangeRequest>> {
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
  const decided = await found(repositories, number);
  if (state !== 'withdrawn')
    await tellDecision(decided, applied.value?.before ?? null, repositories, context);
  return ok(decided);
}

async function tellDecision(
  change: ChangeRequest,
  before: Objective | null,
  repositories: Repositories,
  context: CommandContext,
): Promise<void> {
  const concerned = new Set([
    change.proposedBy.id,
    ...ownerIds(before),
    ...newOwnerIds(change.proposal),
  ]);
  const coChairs = await newCoChairs(change, repositories, context);
  await repositories.notifications.enqueue([
    ...noticesTo(
      [...concerned],
      `change:${change.id}:${change.state}`,
      changeDecidedNotice(change),
      context,
    ),
    ...noticesTo(
      coChairs.filter((id) => !concerned.has(id)),
      `change:${change.id}:placed`,
      placedInThemeNotice(change),
      context,
    ),
  ]);
}

/** The co-chairs of the theme that an approved change places the objective in. */
async function newCoChairs(
  { state, proposal }: ChangeRequest,
  { people }: Repositories,
  { today }: CommandContext,
): Promise<string[]> {
  if (state !== 'approved' || proposal.kind !== 're-link') return [];
  const { do: what, target } = proposal;
  if (what !== 'link' || target.to !== 'theme') return [];
  return (await people.listByRole('co-chair', target.id, today)).map(({ id }) => id);
}

/** An open draft takes what is approved from now on; otherwise it counts to the current version. */
async function versionToCountTo({ planVersions }: Repositories): Promise<string | undefined> {
  const versions = await planVersions.list();
  const draft = versions.findLast(({ status }) => status === 'draft');
  return (draft ?? versions.find(({ status }) => status === 'current'))?.id;
}

async function approversOf(record: PartnershipRecord, { today }: CommandContext) {
  const [office, board] = await Promise.all([
    record.people.listByRole('programme-office', null, today),
    record.people.listByRole('board', null, today),
  ]);
  return [...office, ...board.filter(({ id }) => !office.some((one) => one.id === id))];
}

function ownerIds(objective: Objective | null): string[] {
  return (objective?.assignees ?? []).flatMap(({ role, personId }) =>
    role === 'owner' && personId ? [personId] : [],
  );
}

function newOwnerIds(proposal: Proposal): string[] {
  if (proposal.kind === 're-own') return [proposal.to.personId];
  return proposal.kind === 'add' && proposal.what === 'objective' && proposal.owner
    ? [proposal.owner.personId]
    : [];
}

function changesNothing(proposal: Proposal): { readonly what: string; readonly is: string } | null {
  switch (proposal.kind) {
    case 're-date': {
      const { from, to } = proposal;
      return from?.text === to.text && from.lastDay.equals(to.lastDay)
        ? { what: 'date', is: to.text }
        : null;
    }
    case 're-word':
      return proposal.from === proposal.to
        ? { what: fieldWords[proposal.field], is: proposal.to }
        : null;
    case 're-own':
      return isAlone(proposal.to, proposal.from)
        ? { what: proposal.role, is: namesText(proposal.from) }
        : null;
    // Compared with what it is linked to now: see linkedAsProposed.
    case 're-link':
    case 'add':
    case 'close':
      return null;
    default:
      return proposal satisfies never;
  }
}

/** Why a link that is there is not made, and one that is not there not taken away; null: it can be. */
async function linkedAsProposed(
  proposal: Proposal,
  { id, ref, themes }: Objective,
  { objectives }: PartnershipRecord,
): Promise<PlanRefusal | null> {
  if (proposal.kind !== 're-link') return null;
  const links = await objectives.links(id);
  const { target } = proposal;
  if (isLinked(target, themes, links) !== (proposal.do === 'link')) return null;
  if (proposal.do === 'link') return { code: 'linked-already', ref, target };
  const has = [...themes.map(themeName), ...links.map(linkText)];
  return { code: 'not-linked-to', ref, target, links: has };
}

function isAlone(person: NamedPerson, names: readonly string[]): boolean {
  return names.length === 1 && names[0] === personText(person);
}

async function found({ changes }: Repositories, number: number): Promise<ChangeRequest> {
  const change = await changes.find(number);
  if (!change) throw new Error(`change ${number} was written and is not there`);
  return change;
}

function refuseDecided({ number, state, decidedBy }: ChangeRequest): Result<never> {
  return refuse({ code: 'change-decided', number, state, by: decidedBy?.name ?? null });
}

/** The number that a word gives: `3` or `#3`; null: it gives none. */
export function changeNumber(word: string): number | null {
  const digits = /^#?(\d{1,6})$/.exec(word)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** One change as its reader may see and decide it; null: there is none of that number. */
export async function viewChange(
  number: number,
  { record, actor, today, partnership }: CommandContext,
): Promise<{ readonly change: ChangeRequest; readonly view: ChangeContext } | null> {
  const change = await record.changes.find(number);
  if (!change) return null;
  const objective =
    change.objectiveId === null ? null : await record.objectives.find(change.objectiveId, today);
  const waits = change.state === 'proposed';
  const part = await partNow(change.proposal, record, today);
  const links = objective ? await record.objectives.links(objective.id) : [];
  const overtaken = waits
    ? ((objective && overtakenBy(change.proposal, objective, part, links)) ??
      (await receiverLeft(change.proposal, record)))
    : null;
  const whose = { personId: change.proposedBy.id, ...(objective && { objective }) };
  const mayApprove = waits && !overtaken && permit(actor, 'approve-change', VERB, whose).ok;
  const mayWithdraw = waits && permit(actor, 'withdraw-change', VERB, whose).ok;
  return {
    change,
    view: {
      timeZone: partnership.timeZone,
      warning: overtaken
        ? `since it was proposed, the ${overtaken.what} has gone from “${overtaken.was}” to “${overtaken.is}”: it cannot be approved any more.`
        : waits
          ? proposalWarning(change.proposal, objective)
          : null,
      actions: [
        ...(mayApprove ? approvalActions(number).slice(0, 1) : []),
        ...(mayWithdraw
          ? [{ label: `Withdraw ${number}`, line: `admin change withdraw ${number}` }]
          : []),
      ],
    },
  };
}
