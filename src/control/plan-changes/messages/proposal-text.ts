// What a proposed change says, as one sentence.

import type { Temporal } from 'temporal-polyfill';
import type { FuzzyDate } from '../../../core/dates/domain/fuzzy-date.ts';
import { dayText } from '../../../core/dates/messages/when.ts';
import { capital } from '../../../core/message/domain/text-ends.ts';
import { linkText } from '../../../plan/objectives/domain/objective-link.ts';
import { fullRef } from '../../../plan/plan-items/domain/item-ref.ts';
import {
  type ChangeState,
  dateWords,
  fieldWords,
  namesText,
  type PartTarget,
  type Proposal,
  personText,
} from '../domain/plan-change.ts';

type Who = { readonly name: string; readonly organisation: string };

/** A change as the messages need it. */
export type ChangeFacts = {
  readonly number: number;
  readonly state: ChangeState;
  readonly proposal: Proposal;
  readonly reason: string;
  readonly ref: string | null;
  readonly title: string | null;
  readonly example: boolean;
  readonly proposedBy: Who;
  readonly proposedAt: Temporal.Instant;
  readonly decidedBy: Who | null;
  readonly decidedAt: Temporal.Instant | null;
  readonly decisionNote: string | null;
  readonly versionNumber: number | null;
};

/**
 * What it would do, in one line: `due “by July 2024” → “September 2024” (…)`.
 * @param ref of the objective that it is about; null: it adds one
 */
export function proposalText(proposal: Proposal, ref: string | null): string {
  switch (proposal.kind) {
    case 're-date':
      return `${partText(proposal.part, ref)}due “${dateWords(proposal.from)}” → ${dateText(proposal.to)}`;
    case 're-word':
      return `${partText(proposal.part, ref)}${fieldWords[proposal.field]} “${proposal.from ?? 'none'}” → “${proposal.to}”`;
    case 're-own':
      return `${partText(proposal.part, ref)}${proposal.role} ${namesText(proposal.from)} → ${personText(proposal.to)}`;
    case 're-link':
      return linkingText(proposal);
    case 'close':
      return 'close it: no more returns, still to be seen';
    case 'add':
      return `add ${additionText(proposal, ref)}`;
    default:
      return proposal satisfies never;
  }
}

function linkingText({ do: what, target }: Extract<Proposal, { kind: 're-link' }>): string {
  const name = linkText(target);
  if (target.to === 'theme')
    return what === 'link' ? `place it in ${name}` : `take it out of ${name}`;
  return what === 'link' ? `link it to ${name}` : `no longer link it to ${name}`;
}

/** `action 2B:2.1 “Write it”, `, or nothing where it is the objective itself. */
function partText(part: PartTarget | undefined, ref: string | null): string {
  return part ? `${part.kind} ${fullRef(ref ?? '', part)} “${part.title}”, ` : '';
}

function additionText(
  proposal: Extract<Proposal, { kind: 'add' }>,
  objective: string | null,
): string {
  const due = proposal.due ? `, due ${dateText(proposal.due)}` : '';
  if (proposal.what !== 'objective') {
    const action = { kind: 'action', ref: proposal.parentRef ?? '' } as const;
    const of = proposal.parentRef === null ? '' : ` to action ${fullRef(objective ?? '', action)}`;
    const article = proposal.what === 'action' ? 'an' : 'a';
    return `${article} ${proposal.what}${of}: “${proposal.title}”${due}`;
  }
  const owner = proposal.owner ? `, owner ${personText(proposal.owner)}` : ', nobody named';
  const theme = proposal.theme ? `, in ${proposal.theme.name}` : '';
  return `objective ${proposal.ref} “${proposal.title}”${due}${owner}${theme}`;
}

function dateText({ text, lastDay }: FuzzyDate): string {
  return `“${text}” (read as ${dayText(lastDay)} at the latest)`;
}

export function shortText({ ref, proposal, proposedBy }: ChangeFacts): string {
  const what = proposalText(proposal, ref);
  return `${ref === null || isNewObjective(proposal) ? capital(what) : `${ref}: ${what}`} · ${proposedBy.name}`;
}

export function isNewObjective(proposal: Proposal): boolean {
  return proposal.kind === 'add' && proposal.what === 'objective';
}

export function who({ name, organisation }: Who): string {
  return `${name}, ${organisation}`;
}
