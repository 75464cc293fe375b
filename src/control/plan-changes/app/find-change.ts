// Finds a change request by its number, shows it, and finds the part that it is about.

import type { Temporal } from 'temporal-polyfill';
import type { Given } from '../../../core/request/app/command.ts';
import type { Reads } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import type { PlanItem } from '../../../plan/plan-items/domain/plan-item.ts';
import {
  type Overtaken,
  overtakenBy,
  type PartNow,
  type Proposal,
  partOf,
  personText,
  receiverOf,
} from '../domain/plan-change.ts';
import { approvalActions, type ChangeContext, proposalWarning } from '../messages/plan-change.ts';

import type { ChangeRequest } from './plan-control-ports.ts';

export const VERB = 'admin change';

export function ownerIds(objective: Objective | null): string[] {
  return (objective?.assignees ?? []).flatMap(({ role, personId }) =>
    role === 'owner' && personId ? [personId] : [],
  );
}

export function newOwnerIds(proposal: Proposal): string[] {
  if (proposal.kind === 're-own') return [proposal.to.personId];
  return proposal.kind === 'add' && proposal.what === 'objective' && proposal.owner
    ? [proposal.owner.personId]
    : [];
}

export async function found({ changes }: Reads<'changes'>, number: number): Promise<ChangeRequest> {
  const change = await changes.find(number);
  if (!change) throw new Error(`change ${number} was written and is not there`);
  return change;
}

/** The number that a word gives: `3` or `#3`; null: it gives none. */
export function changeNumber(word: string): number | null {
  const digits = /^#?(\d{1,6})$/.exec(word)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** One change as its reader may see and decide it; null: there is none of that number. */
export async function viewChange(
  number: number,
  {
    record,
    actor,
    today,
    partnership,
  }: Given<'actor' | 'partnership' | 'today', Reads<'changes' | 'items' | 'objectives' | 'people'>>,
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

/** Null: the change is about the objective itself, or the part is not there any more. */
export async function partNow(
  proposal: Proposal,
  { items }: Reads<'items'>,
  today: Temporal.PlainDate,
): Promise<(PlanItem & PartNow) | null> {
  const target = partOf(proposal);
  const item = target && (await items.find(target.itemId));
  if (!item) return null;
  const holders =
    proposal.kind === 're-own' ? await items.ownersOf(item.id, proposal.role, today) : [];
  return { ...item, holders };
}

/** Somebody who has left since is given nothing. Null: nobody, or they are there. */
export async function receiverLeft(
  proposal: Proposal,
  { people }: Reads<'people'>,
): Promise<Overtaken | null> {
  const receiver = receiverOf(proposal);
  if (!receiver || (await people.details(receiver.person.personId))) return null;
  const was = personText(receiver.person);
  return { what: `proposed ${receiver.role}`, was, is: 'nobody, for they have left' };
}
