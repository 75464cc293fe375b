// A chase: one message a person for everything they still owe, each with Same and Change, and why
// they are getting it.
import type { Temporal } from 'temporal-polyfill';
import { dayText, momentText } from '../../../core/dates/messages/when.ts';
import { exampleMark } from '../../../core/message/messages/example-notice.ts';
import {
  type Block,
  buttonRow,
  code,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import { ratingText } from '../../../core/message/messages/rag-text.ts';
import type { AskStep } from '../../../core/outbox/domain/past-chase.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import type { RatingStory } from '../../../plan/objectives/domain/rating-story.ts';
import { storyText } from '../../../plan/objectives/messages/rating-story.ts';
import { returnActions } from '../../../plan/overview/messages/objective-card.ts';
import { type Cycle, cycleDeadlines } from '../../cycles/domain/cycle.ts';
import { MAX_IN_FORM } from '../../returns/messages/objective-list.ts';

/** What a platform's message can carry beside its buttons. */
const MAX_LISTED = 12;

export type ChaseFacts = {
  readonly step: AskStep;
  readonly cycle: Cycle;
  readonly objectives: readonly Objective[];
  readonly stories: ReadonlyMap<string, RatingStory>;
  /** True when the person stands in for the owner of every objective listed. */
  readonly asDeputy: boolean;
  /** True when no earlier request of this cycle arrived. */
  readonly first: boolean;
  /** True when it is the first that reaches them, because they were on leave and nobody covered. */
  readonly afterLeave?: boolean;
  readonly now: Temporal.Instant;
};

const stepNames: Readonly<Record<AskStep, string>> = {
  open: 'first request',
  nudge: 'reminder',
  'last-call': 'last call',
  'due-today': 'reminder on the day',
  overdue: 'last message to you about it',
};

/** The message. */
export function chaseMessage(facts: ChaseFacts): Message {
  const { step, cycle, objectives, stories } = facts;
  const listed = objectives.slice(0, MAX_LISTED);
  const rest = objectives.slice(MAX_LISTED);
  return {
    title: titleText(facts),
    blocks: [
      howToAnswer(listed),
      ...(step === 'overdue' ? [stillTaken(facts)] : []),
      ...listed.flatMap((objective) =>
        ownItem(objective, stories.get(objective.id), cycle.timeZone),
      ),
      ...(rest.length > 0
        ? [
            paragraph(
              `And ${rest.length} more: ${rest.map(({ ref }) => ref).join(', ')}. `,
              code('/pap mine form'),
              ` brings up to ${MAX_IN_FORM} of what you owe in one form, and the next once these are sent.`,
            ),
          ]
        : []),
    ],
    footer: inline(whyText(facts)),
  };
}

/** What has no rating yet has no Same to press. */
function howToAnswer(listed: readonly Objective[]): Block {
  return listed.some(({ rag }) => rag !== null)
    ? paragraph(
        'Press ',
        strong('Same'),
        ' if nothing has changed, or ',
        strong('Change'),
        ' to say what has. It takes a minute.',
      )
    : paragraph('Press ', strong('Change'), ' to give a first rating. It takes a minute.');
}

/** After leave somebody's first message is the request, however far the cycle has come. */
function titleText({ step, afterLeave, objectives, cycle }: ChaseFacts): string {
  const count = objectives.length;
  const returns = count === 1 ? '1 return' : `${count} returns`;
  const { returnsDue, returnsDueOn } = cycleDeadlines(cycle);
  const time = momentText(returnsDue, cycle.timeZone).slice(-5);
  if (afterLeave && step === 'overdue')
    return `${returns} to give; the day was ${dayText(returnsDueOn)}, ${time}`;
  if (afterLeave && step === 'due-today') return `${returns} to give today by ${time}`;
  if (afterLeave) return `${returns} to give by ${dayText(returnsDueOn)}, ${time}`;
  switch (step) {
    case 'open':
      return `${returns} to give by ${dayText(returnsDueOn)}, ${time}`;
    case 'nudge':
      return `Still to come: ${returns} by ${dayText(returnsDueOn)}, ${time}`;
    case 'last-call':
      return `Last call: ${returns} by ${dayText(returnsDueOn)}, ${time}`;
    case 'due-today':
      return `Due today at ${time}: ${returns}`;
    case 'overdue':
      return `Overdue since ${dayText(returnsDueOn)}, ${time}: ${returns}`;
  }
}

function ownItem(objective: Objective, story: RatingStory | undefined, timeZone: string): Block[] {
  const due = objective.due ? ` · due ${objective.due.text}` : '';
  const before = story
    ? `Last: ${storyText(story, { example: objective.example, timeZone })}`
    : 'Nothing recorded yet';
  return [
    { kind: 'divider' },
    paragraph(
      strong(objective.ref),
      ` ${objective.title}${exampleMark(objective.example)} · ${ratingText(objective)}${due}`,
    ),
    paragraph(before),
    buttonRow(returnActions(objective)),
  ];
}

/** What is late can still be given, and what happens where it is not. */
function stillTaken({ cycle, first, afterLeave }: ChaseFacts): Block {
  const { freezes } = cycleDeadlines(cycle);
  const sorry = first || afterLeave ? 'No earlier request reached you. ' : '';
  return paragraph(
    `${sorry}It is still taken, marked late, until ${momentText(freezes, cycle.timeZone)}. Only those who answer for these are told today.`,
  );
}

function whyText({ step, cycle, asDeputy, afterLeave }: ChaseFacts): string {
  const role = asDeputy ? 'you stand in for the owner' : 'you answer for these objectives';
  return `Why am I getting this? ${cycle.meetingTitle} is on ${dayText(cycle.meetingDate)}${exampleMark(cycle.example)}, ${role}, and no return has come in. This is the ${afterLeave ? firstName(step) : stepNames[step]}; it stops when you answer.`;
}

function firstName(step: AskStep): string {
  return step === 'overdue' ? 'first request to reach you, and the last' : stepNames.open;
}
