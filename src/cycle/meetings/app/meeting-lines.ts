// The lines of `admin cycle` that are about one meeting: list, add, move, cancel; and open, freeze, close by hand.

import { unquoted } from '../../../core/message/domain/text-ends.ts';
import { type NoteNames, parseTypedNote } from '../../../core/personal-data/app/typed-note.ts';
import {
  type CommandResult,
  type Doing,
  type Given,
  recorded,
  refused,
  reply,
} from '../../../core/request/app/command.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import { nothingByHand } from '../../cycles/domain/cycle.ts';
import { mayByHand } from '../../cycles/domain/cycle-states.ts';
import { byHandMessage, byHandQuestion, calledOffMessage } from '../messages/cycle-by-hand.ts';
import {
  meetingAddedMessage,
  meetingMovedMessage,
  moveQuestion,
} from '../messages/meeting-changes.ts';
import { type ForumMeetings, meetingsMessage } from '../messages/meetings.ts';
import { callOffMeeting, checkCallOff } from './call-off-meeting.ts';
import { checkByHand, doByHand, type Handled } from './cycle-by-hand.ts';
import { CYCLE_VERB, type SaidForum } from './cycle-lines.ts';
import { findCycle } from './find-cycle.ts';
import { findForum, findMeeting, findMeetingOfDay } from './find-meeting.ts';
import { addMeeting, asCycle, checkMove, cycleOf, moveMeeting, placeOf } from './plan-meetings.ts';

const MEETINGS_SHOWN = 3;
/** For how long a meeting that is held waits in the list for its minutes. */
const HELD_DAYS = 92;

/** Every forum with its meetings ahead, and what is held but not minuted. */
export async function listMeetings(
  context: Given<'partnership' | 'now' | 'today', Reads<'calendars' | 'meetings'>>,
): Promise<CommandResult> {
  return reply(meetingsMessage(await forumMeetings(context), context.now));
}

/** @param only the id of the one forum that is wanted */
export async function forumMeetings(
  { record, today, partnership }: Given<'partnership' | 'today', Reads<'calendars' | 'meetings'>>,
  only?: string,
): Promise<ForumMeetings[]> {
  const [forums, meetings, place] = await Promise.all([
    record.meetings.forums(),
    record.meetings.listFrom(today.subtract({ days: HELD_DAYS }), today),
    placeOf(record, partnership),
  ]);
  return forums
    .filter(({ id }) => only === undefined || id === only)
    .map((forum) => {
      const own = meetings.filter(({ forumId }) => forumId === forum.id);
      const isAhead = ({ heldOn }: (typeof own)[number]) => heldOn.until(today).days <= 0;
      const held = own.filter(
        (one) => !isAhead(one) && one.cycleId !== null && one.byHand.minutedAt === null,
      );
      const shown = [...held.slice(-1), ...own.filter(isAhead).slice(0, MEETINGS_SHOWN)];
      return { ...forum, meetings: shown.map((meeting) => asCycle(forum, meeting, place)) };
    });
}

type AddLineNeeds = Given<
  Doing | 'partnership' | 'today' | 'terms',
  Reads<NoteNames | 'calendars' | 'meetings'> & Commits<'audit' | 'cycles' | 'meetings'>
>;

/** `add siab 22 January 2025 "Board meeting"`. */
export async function addLine(
  said: { readonly forum: string; readonly on: string; readonly title: string },
  context: AddLineNeeds,
): Promise<CommandResult> {
  const forum = await findForum(said.forum, context.record);
  if (!forum.ok) return refused(forum.refusal);
  const day = findMeetingOfDay(said.on, context);
  if (!day.ok) return refused(day.refusal);
  const start = `${CYCLE_VERB} add ${forum.value.key} ${said.on}`;
  const typed = await parseTypedNote(unquoted(said.title), start, context);
  if (!typed.ok) return refused(typed.refusal);
  const title = typed.value ?? `Meeting of ${forum.value.name}`;
  const added = await addMeeting(forum.value, day.value, title, context);
  if (!added.ok) return refused(added.refusal);
  const meeting = {
    ...{ id: '', heldOn: day.value, title, example: false },
    byHand: nothingByHand,
  };
  const place = await placeOf(context.record, context.partnership);
  const planned = asCycle(forum.value, meeting, place);
  return recorded(meetingAddedMessage(planned, forum.value.collectsReturns));
}

type MoveLineNeeds = Given<
  Doing | 'partnership' | 'today' | 'terms',
  Reads<'calendars'> &
    Uses<'meetings'> &
    Commits<
      'audit' | 'calendars' | 'cycles' | 'meetings' | 'notifications' | 'objectives' | 'people'
    >
>;

/** `move siab 24 July 2024 to 31 July 2024`: says what would happen; `confirm` at the end does it. */
export async function moveLine(
  said: SaidForum & { readonly from: string; readonly to: string },
  context: MoveLineNeeds,
): Promise<CommandResult> {
  const forum = await findForum(said.forum, context.record);
  if (!forum.ok) return refused(forum.refusal);
  const meeting = await findMeeting(forum.value, said.from, context);
  if (!meeting.ok) return refused(meeting.refusal);
  const day = findMeetingOfDay(said.to, context);
  if (!day.ok) return refused(day.refusal);
  const place = await placeOf(context.record, context.partnership);
  // What was opened or frozen by hand goes with the old day.
  const { openedAt, frozenAt } = meeting.value.byHand;
  const lifted = { ...meeting.value, heldOn: day.value, byHand: nothingByHand };
  const facts = {
    cycle: asCycle(forum.value, lifted, place),
    from: meeting.value.heldOn,
    lifted: { opened: openedAt !== null, frozen: frozenAt !== null },
  };
  if (said.confirm === '') {
    const possible = await checkMove(forum.value, day.value, context);
    const again = `${CYCLE_VERB} move ${forum.value.key} ${meeting.value.heldOn} to ${day.value}`;
    return possible.ok ? reply(moveQuestion(facts, again)) : refused(possible.refusal);
  }
  const done = await moveMeeting(forum.value, meeting.value, day.value, context);
  return done.ok ? recorded(meetingMovedMessage(facts, done.value)) : refused(done.refusal);
}

type CancelLineNeeds = Given<
  Doing | 'partnership' | 'today' | 'terms',
  Reads<'calendars' | 'cycles' | 'meetings'> &
    Commits<'audit' | 'cycles' | 'meetings' | 'notifications' | 'people'>
>;

/** `cancel siab 25 September 2024`; once confirmed it is called off. */
export async function cancelLine(
  said: SaidForum & { readonly on: string },
  context: CancelLineNeeds,
): Promise<CommandResult> {
  const forum = await findForum(said.forum, context.record);
  if (!forum.ok) return refused(forum.refusal);
  const meeting = await findMeeting(forum.value, said.on, context);
  if (!meeting.ok) return refused(meeting.refusal);
  const place = await placeOf(context.record, context.partnership);
  const cycle = asCycle(forum.value, meeting.value, place);
  if (said.confirm === '') {
    const possible = await checkCallOff(forum.value, meeting.value, context);
    if (!possible.ok) return refused(possible.refusal);
    const own = await cycleOf(forum.value, meeting.value, context.record, context.partnership);
    const outstanding = own ? await context.record.cycles.outstanding(own) : [];
    const again = `${CYCLE_VERB} cancel ${forum.value.key} ${meeting.value.heldOn}`;
    return reply(byHandQuestion('cancel', { cycle, outstanding: outstanding.length }, again));
  }
  const done = await callOffMeeting(forum.value, meeting.value, context);
  return done.ok
    ? recorded(calledOffMessage({ key: forum.value.key, cycle }, done.value))
    : refused(done.refusal);
}

type ByHandLineNeeds = Given<
  Doing | 'partnership' | 'today' | 'terms',
  Reads<'calendars' | 'cycles' | 'meetings'> &
    Commits<'audit' | 'cycles' | 'meetings' | 'notifications' | 'objectives' | 'people'>
>;

/** `open siab`, `freeze siab 24 July 2024`, `close siab`: once confirmed it is done. */
export async function byHandLine(
  verb: Handled,
  said: SaidForum & { readonly day: string },
  context: ByHandLineNeeds,
): Promise<CommandResult> {
  const forum = await findForum(said.forum, context.record);
  if (!forum.ok) return refused(forum.refusal);
  const prefer = (cycle: Parameters<typeof mayByHand>[0]) => mayByHand(cycle, verb, context.now);
  const found = await findCycle(forum.value, said.day, prefer, context);
  if (!found.ok) return refused(found.refusal);
  const { cycle, meeting } = found.value;
  const outstanding = (await context.record.cycles.outstanding(cycle)).length;
  if (said.confirm === '') {
    const possible = checkByHand(verb, cycle, context);
    if (!possible.ok) return refused(possible.refusal);
    const again = `${CYCLE_VERB} ${verb} ${forum.value.key} ${meeting.heldOn}`;
    return reply(byHandQuestion(verb, { cycle, outstanding }, again));
  }
  const done = await doByHand(verb, found.value, context);
  if (!done.ok) return refused(done.refusal);
  const byHand = { ...cycle.byHand, ...(verb === 'open' && { openedAt: context.now }) };
  return recorded(byHandMessage(verb, { cycle: { ...cycle, byHand }, outstanding }, done.value));
}
