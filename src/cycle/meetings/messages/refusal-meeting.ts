// What is said where something about a forum, a meeting or its cycle is refused.

import { bullets, code, inline, paragraph } from '../../../core/message/messages/message.ts';
import { listed, onDay, say } from '../../../core/request/messages/refusal-parts.ts';
import type { Words } from '../../../core/request/messages/refusal-words.ts';
import { cycleStates } from '../../cycles/domain/cycle-states.ts';
import type { MeetingRefusal } from '../domain/refusal-meeting.ts';

/** The words, reason by reason. */
export const meetingRefusals: Words<MeetingRefusal> = {
  'unknown-forum': (refusal) =>
    say(`No forum matches “${refusal.typed}”`, [
      paragraph('Nothing was changed. Use its short name:'),
      listed(refusal.forums),
    ]),
  'unknown-meeting': (refusal) =>
    say(`${refusal.forum} does not meet on ${onDay(refusal.on)}`, [
      paragraph(
        refusal.meetings.length > 0
          ? 'Nothing was changed. It meets on:'
          : 'Nothing was changed. No meeting of it lies ahead.',
      ),
      ...(refusal.meetings.length > 0 ? [listed(refusal.meetings.map(onDay))] : []),
    ]),
  'meeting-there': (refusal) => {
    if (refusal.putBack)
      return say(`${refusal.forum} has a meeting on ${onDay(refusal.on)} that was called off`, [
        paragraph(
          'Nothing was changed. Put that meeting back, then call off the one that you wanted to move. To put it back: ',
          code(`/pap ${refusal.putBack}`),
          '.',
        ),
      ]);
    return say(`${refusal.forum} meets on ${onDay(refusal.on)} already`, [
      paragraph('Nothing was changed. ', code('/pap admin cycle'), ' lists its meetings.'),
    ]);
  },
  'day-is-over': (refusal) =>
    say(`${onDay(refusal.on)} is over`, [
      paragraph(
        'Nothing was changed: meetings and closures are planned for today or a day to come.',
      ),
    ]),
  'no-round': (refusal) =>
    say(
      `No returns are asked for ${refusal.forum}${refusal.on ? ` on ${onDay(refusal.on)}` : ''}`,
      [
        paragraph(
          'Nothing was changed: a meeting has a round of returns when its forum collects any and no earlier meeting of it lies ahead. ',
          code('/pap admin cycle'),
          ' lists them.',
        ),
      ],
    ),
  'cycle-state': (refusal) =>
    say(`${refusal.meeting} of ${onDay(refusal.on)} is ${cycleStates[refusal.state].name}`, [
      paragraph(`Nothing was changed: ${whenText[refusal.doing]}`),
    ]),
  'bad-recurrence': (refusal) =>
    say(`“${refusal.typed}” is not a rule that I know`, [
      ...(refusal.choices.length === 0
        ? []
        : [
            paragraph('Nothing was changed. That day fits two rules. Which one?'),
            { kind: 'actions' as const, actions: refusal.choices },
          ]),
      paragraph('Nothing was changed. Say it like one of these, with a working day:'),
      bullets(
        [
          'every 6 weeks from 24 July 2024',
          'third Wednesday of every month',
          'last Thursday of every 2 months from 26 September 2024',
          'second and fourth Monday of every month except August',
          'third Thursday of January, April, July and October',
          'first Tuesday of every 2 months, in January the second Tuesday',
          'quarterly on the third Thursday',
          'off',
        ].map((one) => inline(code(one))),
      ),
    ]),
};

const whenText = {
  open: 'a cycle is opened before its time only while it is planned.',
  freeze: 'papers are frozen before their time only until they are frozen.',
  close: 'minutes are agreed once, after the meeting was held.',
  cancel: 'only a meeting that has not been held is called off.',
  amend:
    'what the board decided is recorded from the day of the meeting until its minutes are agreed.',
} as const;
