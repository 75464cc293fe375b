// The use cases behind `admin cycle`: meetings are added and moved, and their lead times set. Deadlines
// follow by themselves; whoever still owes a return is told of the new ones once.
import type { Temporal } from 'temporal-polyfill';
import { dayText } from '../../../core/dates/messages/when.ts';
import { noticeTo } from '../../../core/outbox/app/notice.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Partnership, Reads, Uses } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import { type Cycle, nothingByHand } from '../../cycles/domain/cycle.ts';
import { deadlinesOf, deadlineText, type ForumRules } from '../../cycles/domain/forum-rules.ts';
import { MEETING_MOVED, movedText } from '../domain/moved-meeting.ts';
import { deadlinesMovedNotice } from '../messages/meeting-changes.ts';
import type { ForumView, MeetingView } from './meeting-ports.ts';

const VERB = 'admin cycle';

/** A meeting as a cycle, so that the rules can read its deadlines. */
export function asCycle(
  forum: Pick<ForumView, 'name' | 'rules' | 'chase'>,
  meeting: Pick<MeetingView, 'id' | 'heldOn' | 'title' | 'example' | 'byHand'>,
  { timeZone, calendar }: Pick<Cycle, 'timeZone' | 'calendar'>,
): Cycle {
  return {
    id: meeting.id,
    forumName: forum.name,
    meetingDate: meeting.heldOn,
    meetingTitle: meeting.title,
    rules: forum.rules,
    chase: forum.chase,
    calendar,
    timeZone,
    example: meeting.example,
    byHand: meeting.byHand,
  };
}

/** The meeting's cycle, begun or not; null: it has none. */
export async function cycleOf(
  forum: ForumView,
  meeting: MeetingView,
  repositories: Reads<'calendars'>,
  partnership: Pick<Partnership, 'timeZone'>,
): Promise<Cycle | null> {
  const { cycleId } = meeting;
  if (cycleId === null) return null;
  return { ...asCycle(forum, meeting, await placeOf(repositories, partnership)), id: cycleId };
}

/** Where and on which days deadlines are counted. */
export async function placeOf(
  { calendars }: Reads<'calendars'>,
  { timeZone }: Pick<Partnership, 'timeZone'>,
): Promise<Pick<Cycle, 'timeZone' | 'calendar'>> {
  return { timeZone, calendar: await calendars.ofPartnership() };
}

/** `returns 10 working days before, 17:00; freeze 6 working days before, 17:00`. */
export function rulesText(rules: ForumRules): string {
  return deadlinesOf(rules)
    .map(({ kind, lead }) => deadlineText(kind, lead))
    .join('; ');
}

/** Adds a meeting. Refusals: `not-permitted`, `meeting-there`. */
export async function addMeeting(
  forum: ForumView,
  heldOn: Temporal.PlainDate,
  title: string,
  context: Given<Doing | 'today', Commits<'audit' | 'cycles' | 'meetings'>>,
): Promise<Result<true>> {
  const { actor, now, today } = context;
  const allowed = permit(actor, 'cycle', `${VERB} add`);
  if (!allowed.ok) return allowed;
  return await commitOnce(context, async ({ meetings, audit, cycles }) => {
    // What was the forum's next meeting so far keeps its cycle.
    await cycles.ensure(today);
    if (!(await meetings.add(forum.id, heldOn, title)))
      return refuse({ code: 'meeting-there', forum: forum.name, on: heldOn.toString() });
    const summary = `a meeting of ${forum.key} was added: ${dayText(heldOn)}`;
    await audit.append({ kind: 'meeting-added', summary, authorId: actor.personId, at: now });
    await cycles.ensure(today);
    return ok(true);
  });
}

/** Whether the person may move the meeting there at all. Refusals: `not-permitted`, `meeting-there`. */
export async function checkMove(
  forum: ForumView,
  to: Temporal.PlainDate,
  { actor, record, today }: Given<'actor' | 'today', Uses<'meetings'>>,
): Promise<Result<true>> {
  const allowed = permit(actor, 'cycle', `${VERB} move`);
  if (!allowed.ok) return allowed;
  const there = (await record.meetings.listFrom(today)).some(
    ({ forumId, heldOn }) => forumId === forum.id && heldOn.equals(to),
  );
  const on = to.toString();
  if (there) return refuse({ code: 'meeting-there', forum: forum.name, on });
  // It keeps its day, because what was recorded for it is kept; two meetings of a forum never share one.
  const calledOff = await record.meetings.calledOffOn(forum.id, to);
  return calledOff === null
    ? ok(true)
    : refuse({
        ...{ code: 'meeting-there', forum: forum.name, on },
        putBack: `${VERB} add ${forum.key} ${on} "${calledOff}"`,
      });
}

export type Rescheduled = {
  /** Names of those who are told and can be written to. */
  readonly told: readonly string[];
  /** How many unsent chases were called off. */
  readonly cancelled: number;
};

type MoveMeetingNeeds = Given<
  Doing | 'partnership' | 'today',
  Uses<'meetings'> &
    Commits<
      'audit' | 'calendars' | 'cycles' | 'meetings' | 'notifications' | 'objectives' | 'people'
    >
>;

/**
 * Moves a meeting, and its deadlines with it.
 * Refusals: `not-permitted`, `meeting-there`
 */
export async function moveMeeting(
  forum: ForumView,
  meeting: MeetingView,
  to: Temporal.PlainDate,
  context: MoveMeetingNeeds,
): Promise<Result<Rescheduled>> {
  const { actor, now, today, partnership } = context;
  const allowed = await checkMove(forum, to, context);
  if (!allowed.ok) return allowed;
  return await commitOnce(context, async (repositories) => {
    const { meetings, audit, cycles } = repositories;
    // Whichever meeting is the forum's next one so far keeps its cycle.
    await cycles.ensure(today);
    if (!(await meetings.move(meeting.id, to)))
      return refuse({ code: 'meeting-there', forum: forum.name, on: to.toString() });
    const summary = movedText(forum.key, meeting.heldOn, to);
    await audit.append({ kind: MEETING_MOVED, summary, authorId: actor.personId, at: now });
    await cycles.ensure(today);
    const place = await placeOf(repositories, partnership);
    const moved = asCycle(forum, { ...meeting, heldOn: to, byHand: nothingByHand }, place);
    return ok(await reschedule([[meeting, moved]], repositories, context));
  });
}

type SetForumRulesNeeds = Given<
  Doing | 'partnership' | 'today',
  Commits<'audit' | 'calendars' | 'cycles' | 'meetings' | 'notifications' | 'objectives' | 'people'>
>;

/** Sets a forum's lead times. Refusal: `not-permitted`. */
export async function setForumRules(
  forum: ForumView,
  rules: ForumRules,
  context: SetForumRulesNeeds,
): Promise<Result<Rescheduled>> {
  const { actor, now, today, partnership } = context;
  const allowed = permit(actor, 'cycle', `${VERB} rules`);
  if (!allowed.ok) return allowed;
  return await commitOnce(context, async (repositories) => {
    await repositories.meetings.setRules(forum.id, rules);
    const summary = `${forum.key}: ${rulesText(forum.rules)} → ${rulesText(rules)}`;
    await repositories.audit.append({
      ...{ kind: 'forum-rules', summary, authorId: actor.personId, at: now },
    });
    const own = (await repositories.meetings.listFrom(today)).filter(
      ({ forumId }) => forumId === forum.id,
    );
    const place = await placeOf(repositories, partnership);
    const cycles = own.map(
      (meeting) => [meeting, asCycle({ ...forum, rules }, meeting, place)] as const,
    );
    // When the minutes are due concerns nobody who owes a return.
    const isOfMinutes = sameBut(forum.rules, rules);
    return ok(
      isOfMinutes ? { told: [], cancelled: 0 } : await reschedule(cycles, repositories, context),
    );
  });
}

/** Whether nothing but the minutes differs. */
function sameBut(before: ForumRules, after: ForumRules): boolean {
  return rulesText({ ...before, minutesDue: null }) === rulesText({ ...after, minutesDue: null });
}

/** Calls off what is unsent by the old deadlines, and tells each owner who still owes of the new ones, once. */
export async function reschedule(
  meetings: readonly (readonly [MeetingView, Cycle])[],
  repositories: Reads<'cycles' | 'objectives'> & Uses<'meetings' | 'notifications' | 'people'>,
  context: Given<'partnership' | 'now' | 'today' | 'inbound'>,
): Promise<Rescheduled> {
  const { now, today, inbound } = context;
  let cancelled = 0;
  const reachable = await repositories.people.reachable();
  const told = new Map<string, string>();
  for (const [meeting, cycle] of meetings) {
    if (meeting.cycleId === null) continue;
    cancelled += await repositories.meetings.cancelChases(meeting.cycleId, now);
    const own = { ...cycle, id: meeting.cycleId };
    const owing = await owingOwners(own, repositories, today);
    await repositories.notifications.enqueue(
      [...owing].map(([personId, { refs }]) =>
        noticeTo(
          personId,
          `deadlines:${meeting.id}:${inbound.requestId}`,
          deadlinesMovedNotice({ cycle, from: meeting.heldOn, refs }),
          context,
        ),
      ),
    );
    for (const [personId, { name }] of owing) if (reachable.has(personId)) told.set(personId, name);
  }
  return { told: [...told.values()].sort(), cancelled };
}

export async function owingOwners(
  cycle: Cycle,
  { cycles, objectives }: Reads<'cycles' | 'objectives'>,
  today: Temporal.PlainDate,
): Promise<Map<string, { readonly name: string; readonly refs: readonly string[] }>> {
  const ids = (await cycles.outstanding(cycle)).map(({ objectiveId }) => objectiveId);
  const owing = new Map<string, { name: string; refs: readonly string[] }>();
  for (const { ref, assignees } of await objectives.list(today, { ids })) {
    for (const { personId, name } of owners(assignees)) {
      const refs = owing.get(personId)?.refs ?? [];
      owing.set(personId, { name, refs: [...refs, ref] });
    }
  }
  return owing;
}

function owners(assignees: Objective['assignees']) {
  return assignees.flatMap(({ role, personId, name }) =>
    role === 'owner' && personId ? [{ personId, name: name ?? '' }] : [],
  );
}
