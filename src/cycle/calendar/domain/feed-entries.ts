// What a calendar shows: meetings and the days that follow from them. No entry has a person's name in it.
import type { Temporal } from 'temporal-polyfill';
import type { Cycle } from '../../cycles/domain/cycle.ts';
import {
  type DeadlineKind,
  deadlinesOf,
  type ForumRules,
  type LeadTime,
  leadInstant,
  minutesInstant,
} from '../../cycles/domain/forum-rules.ts';
import type { CalendarEntry } from './ics.ts';

/** A meeting as calendars need it: also one that was called off. */
export type FeedMeeting = {
  readonly id: string;
  readonly forumId: string;
  readonly heldOn: Temporal.PlainDate;
  readonly title: string;
  readonly calledOff: boolean;
  /** Grows whenever the meeting, its forum or the working days change. */
  readonly sequence: number;
  /** When one of these changed last; null: never. */
  readonly changedAt: Temporal.Instant | null;
};

export type FeedForum = {
  readonly id: string;
  readonly name: string;
  readonly collectsReturns: boolean;
  readonly rules: ForumRules;
};

/** Whose calendar it is. */
export type FeedView = {
  /** Only this body's meetings, with all their deadlines; null: a person's own calendar. */
  readonly forumId: string | null;
  /** References of the objectives that the person owns. */
  readonly owned: readonly string[];
  readonly madeAt: Temporal.Instant;
};

const NAMES = {
  'returns-due': 'Returns due',
  freeze: 'Papers freeze',
  'papers-out': 'Papers out',
  'evidence-due': 'Evidence due',
  'minutes-due': 'Draft minutes due',
} as const satisfies Record<DeadlineKind, string>;

/** A deadline is shown as the half hour that ends with it. */
const SHOWN_MINUTES = 30;

/** The entries, the earliest meeting first. */
export function feedEntries(
  meetings: readonly FeedMeeting[],
  forums: readonly FeedForum[],
  view: FeedView,
  place: Pick<Cycle, 'timeZone' | 'calendar'>,
): CalendarEntry[] {
  return meetings.flatMap((meeting) => {
    const forum = forums.find(({ id }) => id === meeting.forumId);
    if (!forum || (view.forumId !== null && view.forumId !== forum.id)) return [];
    return [
      meetingEntry(meeting, forum, view),
      ...deadlinesOf(forum.rules)
        .filter(({ kind }) => isShown(kind, forum, view))
        .map(({ kind, lead }) => deadlineEntry(kind, lead, meeting, forum, view, place)),
    ];
  });
}

/** A person hears of what they have to do or to read; a body's calendar has all that is due for it. */
function isShown(kind: DeadlineKind, forum: FeedForum, { forumId, owned }: FeedView): boolean {
  if ((kind === 'returns-due' || kind === 'freeze') && !forum.collectsReturns) return false;
  if (forumId !== null || kind === 'papers-out') return true;
  return owned.length > 0 && (kind === 'returns-due' || kind === 'evidence-due');
}

function meetingEntry(meeting: FeedMeeting, { name }: FeedForum, view: FeedView): CalendarEntry {
  const title = meeting.title.includes(name) ? meeting.title : `${name}: ${meeting.title}`;
  return {
    ...same(meeting, 'meeting', view),
    summary: title,
    at: { day: meeting.heldOn },
  };
}

function deadlineEntry(
  kind: DeadlineKind,
  lead: LeadTime,
  meeting: FeedMeeting,
  forum: FeedForum,
  view: FeedView,
  { timeZone, calendar }: Pick<Cycle, 'timeZone' | 'calendar'>,
): CalendarEntry {
  const find = kind === 'minutes-due' ? minutesInstant : leadInstant;
  const until = find(meeting.heldOn, lead, timeZone, calendar);
  const isOwn = kind === 'returns-due' && view.owned.length > 0;
  return {
    ...same(meeting, kind, view),
    summary: `${NAMES[kind]}: ${forum.name}`,
    ...(isOwn && {
      description: `Yours: ${view.owned.join(', ')}\nWrite “mine” to PAP to answer.`,
    }),
    at: { from: until.subtract({ minutes: SHOWN_MINUTES }), until },
  };
}

function same({ id, sequence, changedAt, calledOff }: FeedMeeting, what: string, view: FeedView) {
  return {
    uid: `${id}.${what}@pap`,
    sequence,
    changedAt: changedAt ?? view.madeAt,
    cancelled: calledOff,
  };
}
