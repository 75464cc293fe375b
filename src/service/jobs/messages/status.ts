// How the bot is, as the programme office reads it.

import type { Temporal } from 'temporal-polyfill';
import { bankHolidaysEnd } from '../../../core/dates/domain/bank-holidays.ts';
import { dayText, momentText } from '../../../core/dates/messages/when.ts';
import { exampleMark } from '../../../core/message/messages/example-notice.ts';
import {
  type Block,
  bullets,
  code,
  type Fact,
  fact,
  factTable,
  type Inline,
  inline,
  type Message,
  paragraph,
} from '../../../core/message/messages/message.ts';
import type { Platform } from '../../../core/request/domain/platform.ts';
import { type Cycle, cycleDeadlines, isBefore } from '../../../cycle/cycles/domain/cycle.ts';
import { platformInText } from '../../../people/people/messages/identity.ts';
import { type PersonReach, reachText } from '../../../plan/overview/messages/reach.ts';

export type JobLine = {
  readonly job: string;
  readonly says: string;
  readonly lastAt: Temporal.Instant | null;
  readonly finished: boolean;
  readonly overdue: boolean;
};

export type StatusFacts = {
  readonly now: Temporal.Instant;
  readonly timeZone: string;
  /** When the bot started the last time; null: it was never started with this record. */
  readonly start: { readonly at: Temporal.Instant; readonly version: string } | null;
  readonly database: {
    readonly kind: 'embedded' | 'postgresql';
    readonly version: string;
    readonly migrations: number;
    readonly latestMigration: string | null;
  };
  readonly queue: {
    readonly waiting: number;
    readonly later: number;
    readonly held: number;
    readonly dead: number;
    readonly oldestSeconds: number | null;
  };
  readonly platforms: readonly {
    readonly platform: Platform;
    readonly lastSentAt: Temporal.Instant | null;
  }[];
  readonly jobs: readonly JobLine[];
  readonly cycles: readonly Cycle[];
  readonly heartbeatTime: string | null;
  /** Since when the office has paused all sending. */
  readonly pausedAt: Temporal.Instant | null;
  readonly officeChannels: number;
  /** Everybody on the plan, and whether PAP can write to them. */
  readonly reach: readonly PersonReach[];
  readonly bankHolidayDaysLeft: number;
};

/** A deadline is counted from the holidays before it, so somebody has to look long before they run out. */
const HOLIDAYS_WARN_DAYS = 548;
/** Longer than this and nobody is sending. */
const WAITING_TOO_LONG_SECONDS = 15 * 60;
/** Deadlines of this many meetings are listed. */
const MEETINGS = 3;

/** All of it, with what is wrong first. */
export function statusMessage(facts: StatusFacts): Message {
  const wrong = whatIsWrong(facts);
  return {
    title: wrong.length === 0 ? 'PAP is well' : `PAP needs looking after: ${wrong.length}`,
    tone: wrong.length === 0 ? 'good' : 'attention',
    blocks: [
      ...(wrong.length === 0 ? [] : [bullets(wrong)]),
      factTable(factsOf(facts)),
      jobTable(facts),
      ...deadlines(facts),
    ],
    footer: inline(
      'To be told every working day: ',
      code('/pap admin status heartbeat on 09:00'),
      '.',
    ),
  };
}

function whatIsWrong(facts: StatusFacts): Inline[] {
  const { queue, jobs, heartbeatTime, officeChannels } = facts;
  const overdue = jobs.filter((job) => job.overdue);
  const lines: (Inline | false)[] = [
    facts.pausedAt !== null &&
      inline(
        `All sending is paused since ${momentText(facts.pausedAt, facts.timeZone)}. To let it go on, type `,
        code('/pap admin delivery resume'),
        '.',
      ),
    overdue.length > 0 &&
      inline(
        `Overdue: ${overdue.map(({ job }) => job).join(', ')}. The bot may not be running: ask whoever runs it to look at its log.`,
      ),
    (queue.oldestSeconds ?? 0) > WAITING_TOO_LONG_SECONDS &&
      inline(`A message has been waiting for ${ageText(queue.oldestSeconds ?? 0)}.`),
    queue.held + queue.dead > 0 &&
      inline(
        `${queue.held} held, ${queue.dead} given up: messages that somebody has to look at. Type `,
        code('/pap admin delivery'),
        '.',
      ),
    heartbeatTime !== null &&
      officeChannels === 0 &&
      inline(
        'The heartbeat is on and no channel is bound to the office: type ',
        code('/pap admin channel bind office'),
        ' in one.',
      ),
    facts.bankHolidayDaysLeft < HOLIDAYS_WARN_DAYS && inline(holidayWarning(facts)),
  ];
  return lines.filter((line) => line !== false);
}

function holidayWarning({ bankHolidayDaysLeft }: StatusFacts): string {
  return bankHolidayDaysLeft < 0
    ? 'The table of bank holidays is over: every Monday to Friday counts as a working day until it is extended.'
    : 'The table of bank holidays is coming to its end: ask for a version that has more years.';
}

function factsOf(facts: StatusFacts): Fact[] {
  const { start, timeZone, database, platforms, queue, heartbeatTime } = facts;
  return [
    fact(
      'Started',
      start
        ? `${momentText(start.at, timeZone)}, version ${start.version}`
        : 'not on this record yet',
    ),
    fact(
      'Database',
      `${database.kind === 'embedded' ? 'embedded' : 'PostgreSQL'} (${database.version}), ${database.migrations} migrations, latest ${database.latestMigration ?? 'none'}`,
    ),
    fact(
      'Platforms',
      platforms.length === 0
        ? 'none is connected'
        : platforms
            .map(
              ({ platform, lastSentAt }) =>
                `${platformInText(platform)}, ${lastSentAt ? `last message ${momentText(lastSentAt, timeZone)}` : 'no message yet'}`,
            )
            .join('; '),
    ),
    fact('People', `${reachText(facts.reach)}: admin people reach`),
    fact('Waiting', waitingText(queue)),
    fact('Held or given up', `${queue.held} held, ${queue.dead} given up`),
    fact('Heartbeat', heartbeatTime === null ? 'off' : `every working day at ${heartbeatTime}`),
    fact('Bank holidays', `known until ${dayText(bankHolidaysEnd)}`),
  ];
}

function waitingText({ waiting, later, oldestSeconds }: StatusFacts['queue']): string {
  const oldest = oldestSeconds === null ? '' : `, the oldest for ${ageText(oldestSeconds)}`;
  return `${waiting}${oldest}${later > 0 ? `; ${later} more for later` : ''}`;
}

function jobTable({ jobs, timeZone, now }: StatusFacts): Block {
  return {
    kind: 'table',
    caption: 'Jobs',
    columns: ['Job', 'Runs', 'Last run', 'State'].map((header) => ({ header })),
    rows: jobs.map(({ job, says, lastAt, finished, overdue }) => [
      job,
      says,
      lastAt ? `${momentText(lastAt, timeZone)} (${agoText(lastAt, now)})` : 'never',
      overdue ? 'overdue' : lastAt === null ? 'not yet' : finished ? 'done' : 'not finished',
    ]),
  };
}

function deadlines({ cycles, now, timeZone }: StatusFacts): Block[] {
  if (cycles.length === 0) return [paragraph('No meeting with returns lies ahead.')];
  return [
    {
      kind: 'table',
      caption: 'Next deadlines',
      columns: ['Meeting', 'Requests go out', 'Returns due', 'Papers stand'].map((header) => ({
        header,
      })),
      rows: cycles.slice(0, MEETINGS).map((cycle) => {
        const { opens, returnsDue, freezes } = cycleDeadlines(cycle);
        const at = (time: Temporal.Instant) =>
          `${momentText(time, timeZone)}${isBefore(time, now) ? ' (past)' : ''}`;
        return [
          `${cycle.meetingTitle}, ${dayText(cycle.meetingDate)}${exampleMark(cycle.example)}`,
          ...[opens, returnsDue, freezes].map(at),
        ];
      }),
    },
  ];
}

/** `3 minutes`, `2 hours`, `4 days`: whole ones, of what has passed. */
function ageText(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes < 1) return 'less than a minute';
  if (minutes < 120) return minutes === 1 ? 'a minute' : `${minutes} minutes`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`;
}

function agoText(at: Temporal.Instant, now: Temporal.Instant): string {
  const seconds = (now.epochMilliseconds - at.epochMilliseconds) / 1_000;
  return seconds < 60 ? 'just now' : `${ageText(seconds)} ago`;
}

/** The heartbeat was switched. */
export function heartbeatSetMessage(
  time: string | null,
  wasSo: boolean,
  officeChannels: number,
): Message {
  const already = wasSo ? ' already' : '';
  if (time === null)
    return {
      title: `The heartbeat is off${already}`,
      tone: 'good',
      blocks: [paragraph('The office’s channel is not told any more that PAP is running.')],
    };
  const bound =
    officeChannels > 0
      ? [paragraph('The office’s channel then gets one line. If it does not come, look.')]
      : [
          paragraph(
            'No channel is bound to the office, so nobody is told yet: type ',
            code('/pap admin channel bind office'),
            ' in one.',
          ),
        ];
  return {
    title: `The heartbeat comes every working day at ${time}${already}`,
    tone: officeChannels > 0 ? 'good' : 'attention',
    blocks: bound,
  };
}

export type HeartbeatFacts = {
  /** The time that it stands for, and the one before it. */
  readonly slot: Temporal.Instant;
  readonly since: Temporal.Instant;
  readonly timeZone: string;
  /** It comes later than it should. */
  readonly late: boolean;
  readonly ended: { readonly sent: number; readonly held: number; readonly dead: number };
  readonly waiting: number;
  readonly next: Cycle | null;
};

/** The daily line. Its day is in the title: one that the platform brings late does not pass for today's. */
export function heartbeatMessage(facts: HeartbeatFacts): Message {
  const { slot, since, timeZone, late, ended, waiting, next } = facts;
  const { sent, held, dead } = ended;
  const tail = next
    ? ` Next: returns due ${momentText(cycleDeadlines(next).returnsDue, timeZone)}${exampleMark(next.example)}.`
    : ' No returns are due.';
  return {
    title: `PAP is running: ${momentText(slot, timeZone)}${late ? ', late' : ''}`,
    blocks: [
      paragraph(
        `Since ${momentText(since, timeZone)}: ${sent} sent, ${held} held, ${dead} given up. Waiting: ${waiting}.${tail}`,
      ),
    ],
    ...(held + dead > 0 && {
      footer: inline('For those that were not sent: ', code('/pap admin delivery'), '.'),
    }),
  };
}
