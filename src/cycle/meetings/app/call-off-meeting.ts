// The use case behind `admin cycle cancel`: a meeting is called off. Its returns are owed no longer, what is unsent
// does not go out, and whoever was asked for one is told once.
import type { Temporal } from 'temporal-polyfill';
import { dayText } from '../../../core/dates/messages/when.ts';
import { noticeTo } from '../../../core/outbox/app/notice.ts';
import type { NotificationReads } from '../../../core/outbox/app/notification-ports.ts';
import { LOOK_BACK_DAYS } from '../../../core/outbox/domain/past-chase.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { asksForReturn } from '../../cycles/domain/chase-rules.ts';
import { calledOffNotice } from '../messages/cycle-by-hand.ts';
import { checkByHand } from './cycle-by-hand.ts';
import type { ForumView, MeetingView } from './meeting-ports.ts';
import { asCycle, placeOf, type Rescheduled } from './plan-meetings.ts';

/** Whether it may be called off. Refusals: `not-permitted`, `cycle-state`. */
export async function checkCallOff(
  forum: ForumView,
  meeting: MeetingView,
  context: Given<'actor' | 'partnership' | 'now', Reads<'calendars'>>,
): Promise<Result<true>> {
  if (meeting.cycleId === null) return permit(context.actor, 'cycle', 'admin cycle cancel');
  const cycle = asCycle(forum, meeting, await placeOf(context.record, context.partnership));
  return checkByHand('cancel', cycle, context);
}

type CallOffMeetingNeeds = Given<
  Doing | 'partnership' | 'today',
  Reads<'calendars'> & Commits<'audit' | 'cycles' | 'meetings' | 'notifications' | 'people'>
>;

/** Calls it off. Refusals: as `checkCallOff`, `unknown-meeting` where somebody else was quicker. */
export async function callOffMeeting(
  forum: ForumView,
  meeting: MeetingView,
  context: CallOffMeetingNeeds,
): Promise<Result<Rescheduled>> {
  const { actor, now, today } = context;
  const allowed = await checkCallOff(forum, meeting, context);
  if (!allowed.ok) return allowed;
  return await commitOnce(context, async (repositories) => {
    const { meetings, audit, cycles } = repositories;
    if (!(await meetings.callOff(meeting.id, now)))
      return refuse({
        code: 'unknown-meeting',
        ...{ forum: forum.name, on: meeting.heldOn.toString(), meetings: [] },
      });
    const summary = `the meeting of ${forum.key} on ${dayText(meeting.heldOn)} was called off`;
    await audit.append({ kind: 'meeting-called-off', summary, authorId: actor.personId, at: now });
    await cycles.ensure(today);
    return ok(await tellCalledOff(meeting, repositories, context));
  });
}

/** Calls off what is unsent, and tells whoever was asked, once. */
export async function tellCalledOff(
  meeting: MeetingView,
  { meetings, notifications, people }: Uses<'meetings' | 'notifications' | 'people'>,
  context: Given<'partnership' | 'now' | 'today' | 'inbound'>,
): Promise<Rescheduled> {
  const { now, today, inbound } = context;
  const { cycleId } = meeting;
  if (cycleId === null) return { told: [], cancelled: 0 };
  const cancelled = await meetings.cancelChases(
    cycleId,
    now,
    'the meeting was called off before it was sent',
  );
  const asked = await askedPeople(cycleId, notifications, today);
  await notifications.enqueue(
    [...asked].map((personId) =>
      noticeTo(
        personId,
        `called-off:${meeting.id}:${inbound.requestId}`,
        calledOffNotice(meeting),
        context,
      ),
    ),
  );
  const reachable = await people.reachable();
  const told = (await people.list())
    .filter(({ id }) => asked.has(id) && reachable.has(id))
    .map(({ name }) => name);
  return { told: told.sort(), cancelled };
}

async function askedPeople(
  cycleId: string,
  notifications: Pick<NotificationReads, 'pastChases'>,
  today: Temporal.PlainDate,
): Promise<ReadonlySet<string>> {
  const past = await notifications.pastChases(today.subtract({ days: LOOK_BACK_DAYS }));
  return new Set(
    past
      .filter((one) => one.cycleId === cycleId && one.outcome === 'sent' && asksForReturn(one.step))
      .map(({ personId }) => personId),
  );
}
