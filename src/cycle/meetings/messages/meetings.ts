// Meetings with the deadlines that follow from them, as the office and the owners read them.

import { Temporal } from 'temporal-polyfill';
import { bankHolidaysEnd, isBeyondBankHolidays } from '../../../core/dates/domain/bank-holidays.ts';
import { dayText, momentText } from '../../../core/dates/messages/when.ts';
import { exampleMark } from '../../../core/message/messages/example-notice.ts';
import {
  type Block,
  code,
  type Fact,
  fact,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import { type Cycle, cycleDeadlines } from '../../cycles/domain/cycle.ts';
import { stateOf } from '../../cycles/domain/cycle-states.ts';
import {
  deadlinesOf,
  deadlineText,
  type ForumRules,
  leadInstant,
  minutesInstant,
} from '../../cycles/domain/forum-rules.ts';
import { type Recurrence, recurrenceText } from '../domain/recurrence.ts';

export type ForumMeetings = {
  readonly key: string;
  readonly name: string;
  readonly collectsReturns: boolean;
  readonly rules: ForumRules;
  /** The rule by which they recur; null: each stands alone. */
  readonly recurrence: string | null;
  /** What is held and not minuted yet, then the next ones, the earliest first. */
  readonly meetings: readonly Cycle[];
};

/** Every forum that has a meeting ahead, and the names of those that have none. */
export function meetingsMessage(forums: readonly ForumMeetings[], now: Temporal.Instant): Message {
  const [meeting, silent] = [
    forums.filter(({ meetings }) => meetings.length > 0),
    forums.filter(({ meetings }) => meetings.length === 0),
  ];
  return {
    title: 'Meetings ahead',
    blocks: [
      ...meeting.flatMap((forum) => forumBlocks(forum, now)),
      ...(meeting.length === 0 ? [paragraph('No meeting lies ahead.')] : []),
      ...(silent.length === 0
        ? []
        : [paragraph(`No meeting is known of ${silent.map(({ key }) => key).join(', ')}.`)]),
      paragraph(
        code('/pap admin cycle add siab 22 January 2025 "Board meeting"'),
        ' adds one, ',
        code('/pap admin cycle move siab 24 July 2024 to 31 July 2024'),
        ' moves one, ',
        code('/pap help admin cycle'),
        ' has the rest.',
      ),
    ],
  };
}

export function forumBlocks(
  { key, name, collectsReturns, rules, recurrence, meetings }: ForumMeetings,
  now: Temporal.Instant,
): Block[] {
  const repeats = recurrence === null ? '' : ` It meets ${datesInWords(recurrence)}.`;
  const beyond = meetings
    .flatMap(beyondText)
    .slice(0, 1)
    .map((text) => paragraph(text));
  if (!collectsReturns && !rules.evidenceDue && !rules.minutesDue) {
    const days = meetings.map((one) => `${dayText(one.meetingDate)} ${titleText(one)}`);
    return [
      paragraph(strong(name), ` (${key}): ${days.join('; ')}. It collects no returns.${repeats}`),
      ...beyond,
    ];
  }
  const columns = deadlineColumns(collectsReturns, rules);
  return [
    paragraph(strong(name), ` (${key}): ${deadlinesText(collectsReturns, rules)}.${repeats}`),
    {
      kind: 'table',
      caption: `${name}: deadlines`,
      columns: ['Meeting', 'Title', ...columns.map(({ header }) => header), 'State'].map(
        (header) => ({ header }),
      ),
      rows: meetings.map((one) => [
        dayText(one.meetingDate),
        titleText(one),
        ...columns.map(({ at }) => momentText(at(one), one.timeZone)),
        collectsReturns ? stateOf(one, now).name : '–',
      ]),
    },
    ...beyond,
  ];
}

type Column = { readonly header: string; readonly at: (cycle: Cycle) => Temporal.Instant };

/** Every deadline that the forum has. */
function deadlineColumns(collectsReturns: boolean, rules: ForumRules): Column[] {
  const { papersOut, evidenceDue, minutesDue } = rules;
  const returns: Column[] = [
    { header: 'Opens', at: (one) => cycleDeadlines(one).opens },
    { header: 'Returns due', at: (one) => cycleDeadlines(one).returnsDue },
    { header: 'Freeze', at: (one) => cycleDeadlines(one).freezes },
  ];
  const leadAt = (lead: Parameters<typeof leadInstant>[1]) => (one: Cycle) =>
    leadInstant(one.meetingDate, lead, one.timeZone, one.calendar);
  return [
    ...(collectsReturns ? returns : []),
    ...(papersOut ? [{ header: 'Papers out', at: leadAt(papersOut) }] : []),
    ...(evidenceDue ? [{ header: 'Evidence due', at: leadAt(evidenceDue) }] : []),
    ...(minutesDue
      ? [
          {
            header: 'Minutes due',
            at: (one: Cycle) =>
              minutesInstant(one.meetingDate, minutesDue, one.timeZone, one.calendar),
          },
        ]
      : []),
  ];
}

/** `returns 10 working days before, 17:00; freeze 6 working days before, 17:00`. */
export function deadlinesText(collectsReturns: boolean, rules: ForumRules): string {
  return deadlinesOf(rules)
    .filter(({ kind }) => collectsReturns || (kind !== 'returns-due' && kind !== 'freeze'))
    .map(({ kind, lead }) => deadlineText(kind, lead))
    .join('; ');
}

/** `every 6 weeks from Wed 24 July 2024`. */
export function ruleText(rule: Recurrence): string {
  return datesInWords(recurrenceText(rule));
}

function datesInWords(rule: string): string {
  return rule.replace(/\d{4}-\d{2}-\d{2}/, (iso) => dayText(Temporal.PlainDate.from(iso)));
}

/** A warning where nobody knows the bank holidays yet from which the deadlines follow. */
export function beyondText({ meetingDate }: Pick<Cycle, 'meetingDate'>): string[] {
  return isBeyondBankHolidays(meetingDate)
    ? [
        `⚠ Bank holidays are known until ${dayText(bankHolidaysEnd)}: what is counted beyond may be wrong.`,
      ]
    : [];
}

/** The deadlines of one meeting as facts. */
export function deadlineFacts(cycle: Cycle): Fact[] {
  return deadlineColumns(true, cycle.rules).map(({ header, at }) =>
    fact(header, momentText(at(cycle), cycle.timeZone)),
  );
}

export function titleText({ meetingTitle, example }: Cycle): string {
  return `${meetingTitle}${exampleMark(example)}`;
}
