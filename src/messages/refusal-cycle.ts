// The wording of what is refused about a cycle, its recurrence and the calendar.
import { Temporal } from 'temporal-polyfill';
import { cycleStates } from '../domain/cycle-states.ts';
import type { PlanRefusal } from '../domain/refusal-plan.ts';
import { code, inline, type Message, paragraph } from './message.ts';
import { say } from './refusal-parts.ts';
import { dayText } from './when.ts';

export type CycleRefusal = Extract<
  PlanRefusal,
  {
    code:
      | 'no-round'
      | 'no-pack'
      | 'unknown-pack'
      | 'cycle-state'
      | 'bad-recurrence'
      | 'unknown-calendar'
      | 'not-closed';
  }
>;

/** The refusal as a message. */
export function cycleRefusal(refusal: CycleRefusal): Message {
  switch (refusal.code) {
    case 'no-round':
      return say(
        `No returns are asked for ${refusal.forum}${refusal.on ? ` on ${onDay(refusal.on)}` : ''}`,
        [
          paragraph(
            'Nothing was changed: a meeting has a round of returns when its forum collects any and no earlier meeting of it lies ahead. ',
            code('/pap admin cycle'),
            ' lists them.',
          ),
        ],
      );
    case 'cycle-state':
      return say(
        `${refusal.meeting} of ${onDay(refusal.on)} is ${cycleStates[refusal.state].name}`,
        [paragraph(`Nothing was changed: ${whenText[refusal.doing]}`)],
      );
    case 'no-pack':
      return say(
        `There is no pack for ${refusal.forum}${refusal.on ? ` on ${onDay(refusal.on)}` : ''}`,
        [
          paragraph(
            refusal.on
              ? 'Nothing was made: the meeting is over, and a pack made now would not say what it was given. '
              : 'Nothing was made: no meeting of it lies ahead. ',
            code(refusal.on ? '/pap admin pack list' : '/pap admin cycle'),
            refusal.on ? ' lists those that were made.' : ' lists the meetings, and adds them.',
          ),
        ],
      );
    case 'unknown-pack':
      return say(`That pack has no version ${refusal.version}`, [
        paragraph(
          refusal.latest === 0
            ? 'Nothing was made: the meeting has none yet. '
            : `Nothing was made: its latest version is ${refusal.latest}. `,
          code('/pap admin pack list'),
          ' lists them.',
        ),
      ]);
    case 'bad-recurrence':
      return say(`“${refusal.typed}” is not a rule that I know`, [
        paragraph('Nothing was changed. Say it like one of these, with a working day:'),
        {
          kind: 'list',
          items: [
            'every 6 weeks from 24 July 2024',
            'third Wednesday of every month',
            'last Thursday of every 2 months from 26 September 2024',
            'off',
          ].map((one) => inline(code(one))),
        },
      ]);
    case 'unknown-calendar':
      return say(`There is no calendar “${refusal.typed}”`, [
        paragraph(
          refusal.known.length > 0
            ? `Nothing was changed. These are known: ${refusal.known.join(', ')}, and “everybody”.`
            : 'Nothing was changed. None is known but “everybody”.',
        ),
        paragraph(
          code('/pap admin calendar terms school 2 Sep 2024 to 25 Oct 2024'),
          ' makes one.',
        ),
      ]);
    case 'not-closed':
      return say(`${onDay(refusal.on)} is not set apart`, [
        paragraph(
          'Nothing was changed: it is neither a closure day nor a bank holiday. ',
          code('/pap admin calendar'),
          ' lists the days that are.',
        ),
      ]);
    default:
      return refusal satisfies never;
  }
}

const whenText = {
  open: 'a cycle is opened before its time only while it is planned.',
  freeze: 'papers are frozen before their time only until they are frozen.',
  close: 'minutes are agreed once, after the meeting was held.',
  cancel: 'only a meeting that has not been held is called off.',
  amend:
    'what the board decided is recorded from the day of the meeting until its minutes are agreed.',
} as const;

function onDay(isoDay: string): string {
  return dayText(Temporal.PlainDate.from(isoDay));
}
