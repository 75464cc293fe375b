// From words to a forum, a day, and one of the forum's meetings.
import { Temporal } from 'temporal-polyfill';
import type { Vocabulary } from '../../../core/message/domain/parse-piece.ts';
import { splitFirst } from '../../../core/message/domain/text-ends.ts';
import type { Given } from '../../../core/request/app/command.ts';
import type { Reads } from '../../../core/request/app/ports.ts';
import { type Calendar, someDay } from '../../../core/request/domain/date-result.ts';
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

/**
 * The forum at the start of a line, and what follows: its short name, its whole name in as many words as it has, or one
 * word of it. Refusal: `unknown-forum`.
 */
export async function splitForum(
  line: string,
  record: Reads<'meetings'>,
): Promise<{ readonly forum: Result<ForumView>; readonly rest: string }> {
  const found = leadingForum(line, await record.meetings.forums());
  if (found) return { forum: ok(found.forum), rest: found.rest };
  const { word, rest } = splitFirst(line.trim());
  return { forum: await findForum(word, record), rest };
}

/** What a form's `<forum>` is read beside: the short name of the one that a text begins with. */
export async function forumVocabulary({
  meetings,
}: Reads<'meetings'>): Promise<NonNullable<Vocabulary['forum']>> {
  const forums = await meetings.forums();
  return (text) => {
    const found = leadingForum(text, forums);
    return found && { name: found.forum.key, rest: found.rest };
  };
}

function leadingForum(line: string, forums: readonly ForumView[]) {
  const text = line.trim().replace(/^["“]([^"“”]+)["”]/, '$1');
  const start = text.toLowerCase();
  const named = forums
    .flatMap((forum) => [forum.key, forum.name].map((name) => ({ forum, name: plain(name) })))
    .filter(({ name }) => start.startsWith(name) && /^(?:[\s,:]|$)/.test(start.slice(name.length)))
    .sort((one, other) => other.name.length - one.name.length)[0];
  if (!named) return null;
  const rest = text.slice(named.name.length).replace(/^[\s,:]+/, '');
  return { forum: named.forum, rest };
}

function plain(name: string): string {
  return name.toLowerCase().replace(/\s+/g, ' ').trim();
}

/** A whole day, today or later: a meeting needs more than a month. Refusals: `bad-date`, `day-is-over`. */
export function findMeetingOfDay(words: string, calendar: Calendar): Result<Temporal.PlainDate> {
  const read = someDay(words, 'future', calendar);
  if (!read.ok) return read;
  return Temporal.PlainDate.compare(read.value, calendar.today) < 0
    ? refuse({ code: 'day-is-over', on: read.value.toString() })
    : read;
}

/** The forum's meeting of a day to come. Refusals: as `findMeetingOfDay`, `unknown-meeting`. */
export async function findMeeting(
  forum: ForumView,
  words: string,
  { record, today, terms }: Given<'today' | 'terms', Reads<'meetings'>>,
): Promise<Result<MeetingView>> {
  const day = findMeetingOfDay(words, { today, terms });
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
