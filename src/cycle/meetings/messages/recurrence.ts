// The rule by which a forum's meetings recur: what it would do, and what it did.
import type { Temporal } from 'temporal-polyfill';
import { isBeyondBankHolidays } from '../../../core/dates/domain/bank-holidays.ts';
import { dayText } from '../../../core/dates/messages/when.ts';
import {
  type Block,
  bullets,
  buttonRow,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import type { Recurrence, Slot } from '../domain/recurrence.ts';
import { beyondText, ruleText } from './meetings.ts';

export type RepeatFacts = {
  readonly forum: { readonly key: string; readonly name: string };
  readonly rule: Recurrence | null;
  readonly added: readonly Slot[];
  readonly gone: readonly { readonly heldOn: Temporal.PlainDate }[];
};

/**
 * The one confirmation.
 * @param line the command that sets the rule
 */
export function repeatQuestion(facts: RepeatFacts, line: string): Message {
  const { forum, rule } = facts;
  return {
    title: rule
      ? `Shall ${forum.key} meet ${ruleText(rule)}?`
      : `Shall the meetings of ${forum.key} stand alone?`,
    blocks: [
      paragraph('Nothing has been changed yet.'),
      ...meetingBlocks(facts, 'would be'),
      buttonRow([{ label: 'Set the rule', line: `${line} confirm`, style: 'primary' }]),
    ],
  };
}

/** It was set. */
export function repeatSetMessage(
  facts: RepeatFacts,
  { told }: { readonly told: readonly string[] },
): Message {
  const { forum, rule } = facts;
  return {
    title: rule
      ? `${forum.key} meets ${ruleText(rule)}`
      : `The meetings of ${forum.key} stand alone`,
    tone: 'good',
    blocks: [
      ...meetingBlocks(facts, 'were'),
      ...(told.length > 0 ? [paragraph(`Told: ${told.join(', ')}.`)] : []),
    ],
  };
}

function meetingBlocks({ rule, added, gone }: RepeatFacts, verb: string): Block[] {
  const last = added.at(-1);
  return [
    ...(added.length > 0
      ? [
          paragraph(strong(`Meetings that ${verb} added, for a year ahead`)),
          bullets(added.map((slot) => inline(slotText(slot)))),
        ]
      : [paragraph(rule ? 'Every meeting of the rule is there already.' : 'No meeting is added.')]),
    ...(gone.length > 0
      ? [
          paragraph(
            strong(`Called off ${verb} what the rule so far had made`),
            `: ${gone.map(({ heldOn }) => dayText(heldOn)).join(', ')}. A meeting that was moved, or has returns, stays.`,
          ),
        ]
      : []),
    ...(last && isBeyondBankHolidays(last.heldOn)
      ? beyondText({ meetingDate: last.heldOn }).map((text) => paragraph(text))
      : []),
  ];
}

function slotText({ recursOn, heldOn }: Slot): string {
  return recursOn.equals(heldOn)
    ? dayText(heldOn)
    : `${dayText(heldOn)}, for ${dayText(recursOn)} is no working day`;
}
