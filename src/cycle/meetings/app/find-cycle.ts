// From words to a meeting with its cycle of returns, past or to come.

import type { Given } from '../../../core/request/app/command.ts';
import type { Reads } from '../../../core/request/app/ports.ts';
import { type Calendar, someDay } from '../../../core/request/domain/date-result.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { Cycle } from '../../cycles/domain/cycle.ts';
import type { ForumView, MeetingView } from './meeting-ports.ts';
import { asCycle, placeOf } from './plan-meetings.ts';

/** No minutes are agreed later than this. */
const LOOK_BACK_DAYS = 366;

export type MeetingCycle = {
  readonly forum: ForumView;
  readonly meeting: MeetingView & { readonly cycleId: string };
  readonly cycle: Cycle;
};

/**
 * The forum's meeting of a day, or the one that is meant where no day is said.
 * @param prefer which of several is meant: the first of those ahead that it holds of, else the latest held one, else
 * the next
 * Refusals: `bad-date`, `unknown-meeting`, `no-round`.
 */
export async function findCycle(
  forum: ForumView,
  words: string,
  prefer: (cycle: Cycle) => boolean,
  context: Given<'partnership' | 'today' | 'terms', Reads<'calendars' | 'meetings'>>,
): Promise<Result<MeetingCycle>> {
  const { record, today, partnership } = context;
  const place = await placeOf(record, partnership);
  const since = today.subtract({ days: LOOK_BACK_DAYS });
  const own = (await record.meetings.listFrom(since, today)).filter(
    ({ forumId }) => forumId === forum.id,
  );
  const meant = words === '' ? ok(null) : findDay(words, own, forum, context);
  if (!meant.ok) return meant;
  const cycles = own.flatMap((meeting) => {
    const { cycleId } = meeting;
    if (cycleId === null) return [];
    const cycle = { ...asCycle(forum, meeting, place), id: cycleId };
    return [{ forum, meeting: { ...meeting, cycleId }, cycle }];
  });
  const found = meant.value
    ? cycles.find(({ meeting }) => meeting.id === meant.value?.id)
    : (cycles.findLast(({ cycle }) => prefer(cycle)) ??
      cycles.find(({ meeting }) => meeting.heldOn.until(today).days <= 0) ??
      cycles.at(-1));
  const on = meant.value?.heldOn.toString() ?? null;
  return found ? ok(found) : refuse({ code: 'no-round', forum: forum.name, on });
}

function findDay(
  words: string,
  meetings: readonly MeetingView[],
  forum: ForumView,
  calendar: Calendar,
): Result<MeetingView> {
  const [past, future] = [
    someDay(words, 'past', calendar),
    someDay(words, 'future', calendar),
  ] as const;
  const days = [past, future].flatMap((one) => (one.ok ? [one.value] : []));
  const found = meetings.find(({ heldOn }) => days.some((day) => day.equals(heldOn)));
  if (found) return ok(found);
  const day = future.ok ? future : past;
  if (!day.ok) return day;
  return refuse({
    code: 'unknown-meeting',
    ...{ forum: forum.name, on: day.value.toString() },
    meetings: meetings.map(({ heldOn }) => heldOn.toString()),
  });
}
