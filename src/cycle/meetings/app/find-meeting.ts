// From words to a forum, a day, and one of the forum's meetings.
import type { Temporal } from 'temporal-polyfill';
import { parseDate } from '../../../core/dates/domain/parse-date.ts';
import type { Given } from '../../../core/request/app/command.ts';
import type { Reads } from '../../../core/request/app/ports.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { ForumView, MeetingView } from './meeting-ports.ts';

const SHOWN = 40;

/** The forum that a word names: its short name, or part of its name where only one has it. Refusal: `unknown-forum`. */
export async function findForum(
  typed: string,
  { meetings }: Reads<'meetings'>,
): Promise<Result<ForumView>> {
  const forums = await meetings.forums();
  const word = typed.trim().toLowerCase();
  const exact = forums.find(({ key }) => key === word);
  const near =
    word.length < 3 ? [] : forums.filter(({ name }) => name.toLowerCase().includes(word));
  const [found, other] = exact ? [exact] : near;
  if (found && !other) return ok(found);
  const known = forums.map(({ key, name }) => `${key}: ${name}`);
  return refuse({ code: 'unknown-forum', typed: typed.slice(0, SHOWN), forums: known });
}

/** A whole day, today or later: a meeting needs more than a month. Refusals: `bad-date`, `day-is-over`. */
export function findMeetingOfDay(
  words: string,
  today: Temporal.PlainDate,
): Result<Temporal.PlainDate> {
  const read = parseDate(words, today, 'future');
  if (read?.precision !== 'day') return refuse({ code: 'bad-date', typed: words.slice(0, SHOWN) });
  return read.lastDay.until(today).days > 0
    ? refuse({ code: 'day-is-over', on: read.lastDay.toString() })
    : ok(read.lastDay);
}

/** The forum's meeting of a day to come. Refusals: as `findMeetingOfDay`, `unknown-meeting`. */
export async function findMeeting(
  forum: ForumView,
  words: string,
  { record, today }: Given<'today', Reads<'meetings'>>,
): Promise<Result<MeetingView>> {
  const day = findMeetingOfDay(words, today);
  if (!day.ok) return day;
  const own = (await record.meetings.listFrom(today)).filter(({ forumId }) => forumId === forum.id);
  const found = own.find(({ heldOn }) => heldOn.equals(day.value));
  if (found) return ok(found);
  const meetings = own.map(({ heldOn }) => heldOn.toString());
  return refuse({
    code: 'unknown-meeting',
    ...{ forum: forum.name, on: day.value.toString(), meetings },
  });
}
