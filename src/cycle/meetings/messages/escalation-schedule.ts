// A forum's escalation schedule: which step comes when, and to whom; for its next meeting the moments.

import { dayText, momentText } from '../../../core/dates/messages/when.ts';
import { code, type Message, paragraph } from '../../../core/message/messages/message.ts';
import {
  type Audience,
  chaseRules,
  defaultSteps,
  MAX_ASKED_A_CYCLE,
  type OwnChaseRules,
  SENDING_HOURS,
} from '../../cycles/domain/chase-rules.ts';
import { chaseStepAt } from '../../cycles/domain/chase-steps.ts';
import type { Cycle } from '../../cycles/domain/cycle.ts';
import { titleText } from './meetings.ts';

export type EscalationFacts = {
  readonly key: string;
  readonly own: OwnChaseRules;
  /** The next meeting; null: none lies ahead. */
  readonly next: Cycle | null;
};

const audiences: Readonly<Record<Audience, string>> = {
  owners: 'owners',
  'owners-and-deputies': 'owners and deputies',
  'co-chairs': 'co-chairs of the theme',
  office: 'programme office',
};

/** The schedule. */
export function escalationMessage(facts: EscalationFacts): Message {
  const { key, own, next } = facts;
  const rules = chaseRules(own).steps;
  return {
    title: `The chase of ${key}`,
    blocks: [
      paragraph(
        'Working days before (−) or after (+) the day on which returns are due.',
        next ? ` The moments are those of ${titleText(next)} on ${dayText(next.meetingDate)}.` : '',
      ),
      {
        kind: 'table',
        caption: `The chase of ${key}`,
        columns: ['Step', 'When', 'To', 'Moment', 'Default'].map((header) => ({ header })),
        rows: defaultSteps.map((standard) => {
          const rule = rules.find(({ step }) => step === standard.step);
          return [
            standard.step,
            rule ? whenText(rule) : 'off',
            audiences[standard.to],
            rule && next ? momentText(chaseStepAt(next, rule), next.timeZone) : '–',
            standard.step in own ? whenText(standard) : '✓',
          ];
        }),
      },
      paragraph(
        `At most one message a person a day, and ${MAX_ASKED_A_CYCLE} requests a cycle, ${SENDING_HOURS.from} to ${SENDING_HOURS.until} on working days.`,
      ),
      paragraph(
        code(`/pap admin cycle chase ${key} nudge -2 days 11:00`),
        ' sets a step, ',
        code('… nudge off'),
        ' leaves it out, ',
        code('… default'),
        ' goes back.',
      ),
    ],
  };
}

/** It was set. */
export function escalationSetMessage(facts: EscalationFacts, cancelled: number): Message {
  const { blocks } = escalationMessage(facts);
  return {
    title: `The chase of ${facts.key} is set`,
    tone: 'good',
    blocks: [
      ...blocks.slice(0, -1),
      ...(cancelled > 0
        ? [
            paragraph(
              `${cancelled} unsent ${cancelled === 1 ? 'reminder is' : 'reminders are'} worked out anew.`,
            ),
          ]
        : []),
    ],
  };
}

function whenText({ workingDays, time }: { readonly workingDays: number; readonly time: string }) {
  const sign = workingDays > 0 ? '+' : workingDays < 0 ? '−' : '';
  return `${sign}${Math.abs(workingDays)}, ${time}`;
}
