// What people are told of a change that was proposed or decided.
import {
  bullets,
  buttonRow,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import { aboutText, approvalActions, proposalWarning } from './plan-change.ts';
import { type ChangeFacts, shortText, who } from './proposal-text.ts';

/** Tells an approver, or the owner, what somebody proposed. */
export function changeProposedNotice(
  { change, objective }: { readonly change: ChangeFacts; readonly objective: Objective | null },
  mayApprove: boolean,
): Message {
  const warning = proposalWarning(change.proposal, objective);
  return {
    title: `Change ${change.number} is proposed`,
    blocks: [
      aboutText(change),
      paragraph(strong('Why: '), change.reason),
      ...(warning ? [paragraph(strong('Mind: '), warning)] : []),
      paragraph(
        `Proposed by ${who(change.proposedBy)}. It takes effect when somebody else approves it.`,
      ),
      ...(mayApprove ? [buttonRow(approvalActions(change.number))] : []),
    ],
    footer: inline(
      mayApprove
        ? 'You get this because you may approve changes to the plan.'
        : 'You get this because you own the objective.',
    ),
  };
}

/** Tells the proposer and the owners, old and new, what was decided. */
export function changeDecidedNotice(change: ChangeFacts): Message {
  return {
    title: `Change ${change.number} is ${change.state}`,
    tone: change.state === 'approved' ? 'good' : 'plain',
    blocks: [
      aboutText(change),
      paragraph(
        `${change.decidedBy ? who(change.decidedBy) : 'Somebody'} ${change.state} it.${change.state === 'approved' ? ' It is in the plan now.' : ' The plan stays as it is.'}`,
      ),
      ...(change.decisionNote ? [paragraph(strong('Note: '), change.decisionNote)] : []),
    ],
    footer: inline('You get this because you proposed the change or answer for the objective.'),
  };
}

/** Several that were decided at once, to somebody whom all of them concern. */
export function changesDecidedNotice(changes: readonly ChangeFacts[]): Message {
  const [first] = changes;
  const by = first?.decidedBy ? who(first.decidedBy) : 'Somebody';
  const isApproved = first?.state === 'approved';
  return {
    title: `${changes.length} changes are ${first?.state ?? 'decided'}`,
    tone: isApproved ? 'good' : 'plain',
    blocks: [
      bullets(changes.map((one) => inline(strong(String(one.number)), ` ${shortText(one)}`))),
      paragraph(
        `${by} ${first?.state ?? 'decided'} them.${isApproved ? ' They are in the plan now.' : ' The plan stays as it is.'}`,
      ),
      ...(first?.decisionNote ? [paragraph(strong('Note: '), first.decisionNote)] : []),
    ],
    footer: inline(
      'You get this because you proposed them, answer for the objectives or co-chair their theme.',
    ),
  };
}

/** To the co-chairs of the theme that an objective was placed in. */
export function placedInThemeNotice(change: ChangeFacts): Message {
  return {
    title: `${change.ref ?? 'An objective'} is in your theme now`,
    blocks: [
      aboutText(change),
      paragraph(
        `${change.decidedBy ? who(change.decidedBy) : 'Somebody'} approved it. The digest of your theme has it from now on, and its decisions can be yours.`,
      ),
    ],
    footer: inline('You get this because you co-chair the theme.'),
  };
}
