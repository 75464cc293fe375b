// Proposes a change to the plan, and tells who may approve it.

import { noticeTo } from '../../../core/outbox/app/notice.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { themeName } from '../../../core/themes/domain/theme-name.ts';
import { type Objective, requireOpen } from '../../../plan/objectives/domain/objective.ts';
import { isLinked, linkText } from '../../../plan/objectives/domain/objective-link.ts';
import {
  fieldWords,
  type NamedPerson,
  namesText,
  ownDeputy,
  type Proposal,
  partOf,
  personText,
} from '../domain/plan-change.ts';
import type { PlanRefusal } from '../domain/refusal-plan.ts';
import { changeProposedNotice } from '../messages/change-notices.ts';
import { found, ownerIds, VERB } from './find-change.ts';
import type { ReadChange } from './parse-change.ts';
import type { ChangeRequest } from './plan-control-ports.ts';

/** Somebody who may approve, and whether PAP can tell them. */
export type Approver = { readonly name: string; readonly reached: boolean };

/**
 * Records a proposal and tells whoever may approve it, and the owners.
 * Refusals: `not-permitted`, `objective-closed`, `nothing-to-change`, `owns-it-already` for a deputy,
 * `linked-already`, `not-linked-to`.
 */
export async function proposeChange(
  { proposal, reason, objective }: ReadChange,
  context: Given<
    Doing | 'partnership' | 'today',
    Reads<'objectives'> & Uses<'people'> & Commits<'changes' | 'notifications'>
  >,
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

async function approversOf(record: Reads<'people'>, { today }: Given<'today'>) {
  const [office, board] = await Promise.all([
    record.people.listByRole('programme-office', null, today),
    record.people.listByRole('board', null, today),
  ]);
  return [...office, ...board.filter(({ id }) => !office.some((one) => one.id === id))];
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
  { objectives }: Reads<'objectives'>,
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
