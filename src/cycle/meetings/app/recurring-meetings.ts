// Meetings that recur: the rule is kept, and its meetings are made as rows for a year ahead. A meeting that was moved or
// called off keeps the day that the rule gave it, so it is not made again.
import type { Temporal } from 'temporal-polyfill';
import { type WorkCalendar, workingDayOnOrAfter } from '../../../core/dates/domain/working-days.ts';
import { dayText } from '../../../core/dates/messages/when.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result } from '../../../core/request/domain/result.ts';
import {
  meetingsBetween,
  type Recurrence,
  recurrenceText,
  type Slot,
} from '../domain/recurrence.ts';
import { parseRecurrence } from '../domain/recurrence-words.ts';
import { tellCalledOff } from './call-off-meeting.ts';
import type { ForumView, MeetingView } from './meeting-ports.ts';
import type { Rescheduled } from './plan-meetings.ts';

const MONTHS_AHEAD = 12;

/** Makes the meetings that are missing of every forum's rule; returns how many. */
export async function ensureRecurring(
  { meetings, calendars }: Reads<'calendars'> & Uses<'meetings'>,
  today: Temporal.PlainDate,
): Promise<number> {
  const recurring = (await meetings.forums()).filter(({ recurrence }) => recurrence !== null);
  if (recurring.length === 0) return 0;
  const calendar = await calendars.ofPartnership();
  let made = 0;
  for (const { id, name, recurrence } of recurring) {
    const rule = parseRecurrence(recurrence ?? '', today);
    if (!rule) continue;
    made += await meetings.addRecurring(id, `Meeting of ${name}`, yearOf(rule, today, calendar));
  }
  return made;
}

export type Repeat = {
  /** Null: its meetings stand alone. */
  readonly rule: Recurrence | null;
  /** The rule's meetings that are not there yet. */
  readonly added: readonly Slot[];
  /** Made by the rule so far, and not by the new one. */
  readonly gone: readonly MeetingView[];
};

/** What a rule would do. A meeting of the rule so far stays where it was moved, or has answers. */
export async function planRepeat(
  forum: ForumView,
  rule: Recurrence | null,
  { meetings, calendars }: Reads<'calendars' | 'meetings'>,
  today: Temporal.PlainDate,
): Promise<Repeat> {
  const calendar = await calendars.ofPartnership();
  const slots = rule ? yearOf(rule, today, calendar) : [];
  const own = (await meetings.listFrom(today)).filter(({ forumId }) => forumId === forum.id);
  const isThere = ({ recursOn, heldOn }: Slot) =>
    own.some((one) => one.recursOn?.equals(recursOn) || one.heldOn.equals(heldOn));
  const isWanted = (day: Temporal.PlainDate) => slots.some(({ recursOn }) => recursOn.equals(day));
  return {
    rule,
    added: slots.filter((slot) => !isThere(slot)),
    gone: own.filter(
      ({ recursOn, heldOn, answers }) =>
        recursOn !== null &&
        workingDayOnOrAfter(recursOn, calendar).equals(heldOn) &&
        answers === 0 &&
        !isWanted(recursOn),
    ),
  };
}

type RepeatMeetingsNeeds = Given<
  Doing | 'partnership' | 'today',
  Commits<'audit' | 'calendars' | 'cycles' | 'meetings' | 'notifications' | 'people'>
>;

/** Sets or takes away the rule. Refusal: `not-permitted`. */
export async function repeatMeetings(
  forum: ForumView,
  rule: Recurrence | null,
  context: RepeatMeetingsNeeds,
): Promise<Result<Repeat & Rescheduled>> {
  const { actor, now, today } = context;
  const allowed = permit(actor, 'cycle', 'admin cycle repeat');
  if (!allowed.ok) return allowed;
  return await commitOnce(context, async (repositories) => {
    const { meetings, audit, cycles } = repositories;
    const repeat = await planRepeat(forum, rule, repositories, today);
    await meetings.setRecurrence(forum.id, rule && recurrenceText(rule));
    let cancelled = 0;
    const told = new Set<string>();
    for (const meeting of repeat.gone) {
      const outcome = await tellCalledOff(meeting, repositories, context);
      cancelled += outcome.cancelled;
      for (const name of outcome.told) told.add(name);
      await meetings.withdraw(meeting.id, now);
    }
    await ensureRecurring(repositories, today);
    const gone = repeat.gone.map(({ heldOn }) => dayText(heldOn)).join(', ');
    const summary = `${forum.key} ${rule ? `meets ${recurrenceText(rule)}` : 'has no rule for its meetings any more'}${gone ? `; called off: ${gone}` : ''}`;
    await audit.append({ kind: 'forum-repeats', summary, authorId: actor.personId, at: now });
    await cycles.ensure(today);
    return ok({ ...repeat, told: [...told].sort(), cancelled });
  });
}

function yearOf(rule: Recurrence, today: Temporal.PlainDate, calendar: WorkCalendar): Slot[] {
  return meetingsBetween(rule, today, today.add({ months: MONTHS_AHEAD }), calendar);
}
