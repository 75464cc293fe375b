// Changes to the plan as people read them: one, the list of them, and the notices that tell of them.

import { momentText } from '../../../core/dates/messages/when.ts';
import { capital } from '../../../core/message/domain/text-ends.ts';
import { exampleMark } from '../../../core/message/messages/example-notice.ts';
import {
  type Action,
  type Block,
  bullets,
  buttonRow,
  code,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import { ragText } from '../../../core/message/messages/rag-text.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import type { Proposal } from '../domain/plan-change.ts';
import { type ChangeFacts, isNewObjective, proposalText, shortText, who } from './proposal-text.ts';

/** One change, and what may be done with it. */
export function changeMessage(
  change: ChangeFacts,
  { timeZone, warning, actions }: ChangeContext,
): Message {
  return {
    title: `Change ${change.number}: ${change.state}`,
    tone: change.state === 'approved' ? 'good' : 'plain',
    blocks: [
      aboutText(change),
      paragraph(strong('Why: '), change.reason),
      ...(warning ? [paragraph(strong('Mind: '), warning)] : []),
      paragraph(
        `Proposed by ${who(change.proposedBy)}, ${momentText(change.proposedAt, timeZone)}.`,
      ),
      ...decision(change, timeZone),
      ...(actions.some(({ line }) => line === approvalLine(change.number))
        ? [
            paragraph(
              'To turn it down, say why: ',
              code(`/pap admin change reject ${change.number} the date cannot move`),
            ),
          ]
        : []),
      ...(actions.length > 0 ? [buttonRow(actions)] : []),
    ],
  };
}

/** Several that were decided together, one line each. */
export function changesDecidedMessage(changes: readonly ChangeFacts[], timeZone: string): Message {
  const [first] = changes;
  const numbers = changes.map(({ number }) => String(number));
  return {
    title: `Changes ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}: ${first?.state ?? ''}`,
    tone: first?.state === 'approved' ? 'good' : 'plain',
    blocks: [
      bullets(
        changes.map((change) =>
          inline(strong(String(change.number)), ` ${change.state}: ${shortText(change)}`),
        ),
      ),
      ...(first ? decision(first, timeZone) : []),
    ],
  };
}

export type ChangeContext = {
  readonly timeZone: string;
  /** What an approver should know first. */
  readonly warning: string | null;
  readonly actions: readonly Action[];
};

function decision(change: ChangeFacts, timeZone: string): Block[] {
  const { decidedBy, decidedAt, decisionNote, versionNumber, state } = change;
  if (!decidedBy || !decidedAt) return [];
  const counted =
    versionNumber === null ? '' : ` It counts to version ${versionNumber} of the plan.`;
  return [
    paragraph(
      `${capital(state)} by ${who(decidedBy)}, ${momentText(decidedAt, timeZone)}.${counted}`,
    ),
    ...(decisionNote ? [paragraph(strong('Note: '), decisionNote)] : []),
  ];
}

/** The buttons of a proposal that waits: each carries its number, and a second press finds it decided. */
export function approvalActions(number: number): Action[] {
  return [
    { label: `Approve ${number}`, line: approvalLine(number), style: 'primary' },
    { label: `See ${number}`, line: `admin change ${number}` },
  ];
}

function approvalLine(number: number): string {
  return `admin change approve ${number}`;
}

/** What whoever decides should mind: closing too early, leaving no theme. Null: nothing speaks against it. */
export function proposalWarning(
  proposal: Proposal,
  objective: Pick<Objective, 'ref' | 'rag' | 'themes'> | null,
): string | null {
  if (objective && proposal.kind === 're-link' && proposal.do === 'unlink') {
    const isLast = objective.themes.every(({ id }) => id === proposal.target.id);
    return proposal.target.to === 'theme' && isLast
      ? `${objective.ref} is then in no theme: no co-chair and no channel hears of it.`
      : null;
  }
  if (proposal.kind !== 'close' || !objective || objective.rag === 'blue') return null;
  return `${objective.ref} is ${ragText(objective.rag)}, not ${ragText('blue')}: closing it now leaves it without a completed rating.`;
}

/** @param number a change that there is to see */
function howToGoOn(number: number | undefined): Block {
  const help = code('/pap help admin change');
  return number === undefined
    ? paragraph('To propose one, see ', help, '.')
    : paragraph(
        'Type ',
        code(`/pap admin change ${number}`),
        ' to see one, ',
        help,
        ' to propose one.',
      );
}

/** What is open, and what was decided last. */
export function changeListMessage(
  open: readonly ChangeFacts[],
  decided: readonly ChangeFacts[],
): Message {
  const items = (changes: readonly ChangeFacts[], withState: boolean): Block =>
    bullets(
      changes.map((change) =>
        inline(
          strong(String(change.number)),
          ` ${withState ? `${change.state}: ` : ''}${shortText(change)}`,
        ),
      ),
    );
  return {
    title: `Changes to the plan: ${open.length} open`,
    blocks: [
      ...(open.length === 0
        ? [paragraph('No change waits for a decision.')]
        : [items(open, false)]),
      ...(decided.length === 0 ? [] : [paragraph(strong('Decided lately')), items(decided, true)]),
      howToGoOn((open[0] ?? decided[0])?.number),
    ],
  };
}

/** The receipt of a proposal: who decides now. */
export function proposedMessage(
  change: ChangeFacts,
  objective: Objective | null,
  approvers: readonly { readonly name: string; readonly reached: boolean }[],
): Message {
  const { number } = change;
  const warning = proposalWarning(change.proposal, objective);
  return {
    title: `Proposed as change ${number}`,
    tone: 'good',
    blocks: [
      aboutText(change),
      paragraph(strong('Why: '), change.reason),
      ...(warning ? [paragraph(strong('Mind: '), warning)] : []),
      paragraph(
        approvers.length > 0
          ? `The plan stays as it is until ${approvers.map(({ name }) => name).join(' or ')} approves it${toldText(approvers)}.`
          : 'The plan stays as it is until it is approved, and nobody but you may approve changes: ask for a board role or a second person in the programme office.',
      ),
      buttonRow([{ label: `Withdraw ${number}`, line: `admin change withdraw ${number}` }]),
    ],
  };
}

function toldText(
  approvers: readonly { readonly name: string; readonly reached: boolean }[],
): string {
  const told = approvers.filter(({ reached }) => reached).map(({ name }) => name);
  if (told.length === approvers.length) return '; they have been told';
  return told.length > 0
    ? `; ${told.join(' and ')} ${told.length === 1 ? 'has' : 'have'} been told`
    : '';
}

/** `2B:2 Named workers …: due “by July 2024” → “September 2024”`. */
export function aboutText(change: ChangeFacts): Block {
  const { ref, title, example, proposal } = change;
  if (ref === null || isNewObjective(proposal))
    return paragraph(capital(proposalText(proposal, ref)));
  return paragraph(
    strong(ref),
    ` ${title ?? ''}${exampleMark(example)}: ${proposalText(proposal, ref)}`,
  );
}
