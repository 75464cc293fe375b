// From words to a meeting with its cycle of returns, past or to come.

import type { Temporal } from 'temporal-polyfill';
import { parseDate } from '../../../core/dates/domain/parse-date.ts';
import type { Given } from '../../../core/request/app/command.ts';
import type { Reads } from '../../../core/request/app/ports.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { Cycle } from '../../cycles/domain/cycle.ts';
import type { ForumView, MeetingView } from './meeting-ports.ts';
import { asCycle, placeOf } from './plan-meetings.ts';

/** No minutes are agreed later than this. */
const LOOK_BACK_DAYS = 366;
const SHOWN = 40;

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
  context: Given<'partnership' | 'today', Reads<'calendars' | 'meetings'>>,
): Promise<Result<MeetingCycle>> {
  const { record, today, partnership } = context;
  const place = await placeOf(record, partnership);
  const since = today.subtract({ days: LOOK_BACK_DAYS });
  const own = (await record.meetings.listFrom(since, today)).filter(
    ({ forumId }) => forumId === forum.id,
  );
  const meant = words === '' ? ok(null) : findDay(words, own, forum, today);
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
  today: Temporal.PlainDate,
): Result<MeetingView> {
  for (const direction of ['past', 'future'] as const) {
    const read = parseDate(words, today, direction);
    if (read?.precision !== 'day')
      return refuse({ code: 'bad-date', typed: words.slice(0, SHOWN) });
    const found = meetings.find(({ heldOn }) => heldOn.equals(read.lastDay));
    if (found) return ok(found);
    if (direction === 'future')
      return refuse({
        code: 'unknown-meeting',
        ...{ forum: forum.name, on: read.lastDay.toString() },
        meetings: meetings.map(({ heldOn }) => heldOn.toString()),
      });
  }
  return refuse({ code: 'bad-date', typed: words.slice(0, SHOWN) });
}
