// The lines of `admin calendar`: list, close, open, terms, follow.

import { Temporal } from 'temporal-polyfill';
import { bankHolidayNames } from '../../../core/dates/domain/bank-holidays.ts';
import { parseTimeOfDay, TIME_OF_DAY } from '../../../core/dates/domain/time-of-day.ts';
import type { Period } from '../../../core/dates/domain/working-days.ts';
import { dayText } from '../../../core/dates/messages/when.ts';
import { unquoted } from '../../../core/message/domain/text-ends.ts';
import { paragraph } from '../../../core/message/messages/message.ts';
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
import { ok, type Result } from '../../../core/request/domain/result.ts';
import { findOrganisation } from '../../../people/organisations/app/find-organisation.ts';
import { findPerson } from '../../../people/people/app/find-person.ts';
import { cycleUsage } from '../../meetings/app/cycle-lines.ts';
import { findMeetingOfDay } from '../../meetings/app/find-meeting.ts';
import { calendarChangedMessage, calendarMessage } from '../messages/calendar.ts';
import {
  type CalendarChanged,
  closeDays,
  followCalendar,
  type OrganisationRef,
  openDay,
  setTerms,
} from './keep-calendar.ts';

const VERB = 'admin calendar';
const EARLY = new RegExp(`^(${TIME_OF_DAY})\\s+(?:on\\s+)?(.+)$`, 'i');
const LATE = new RegExp(`^(.+?),?\\s+(?:at\\s+)?(${TIME_OF_DAY})$`, 'i');
const MAX_DAYS = 92;
const MAX_NAME = 60;
const SHOWN = 40;

/** Everything that sets days apart. */
export async function listCalendar({
  record,
  today,
}: Given<'today', Uses<'calendars'>>): Promise<CommandResult> {
  const until = today.add({ years: 1 });
  const holidays = [...bankHolidayNames]
    .map(([day, name]) => ({ day: Temporal.PlainDate.from(day), name }))
    .filter(({ day }) => day.until(today).days <= 0 && day.until(until).days >= 0);
  const [closures, terms] = await Promise.all([
    record.calendars.listClosures(today),
    record.calendars.listTerms(),
  ]);
  return reply(calendarMessage({ holidays, closures, terms, today }));
}

type CloseLineNeeds = Given<
  Doing | 'partnership' | 'today' | 'terms',
  Reads<NoteNames | 'organisations'> &
    Commits<
      'audit' | 'calendars' | 'cycles' | 'meetings' | 'notifications' | 'objectives' | 'people'
    >
>;

/** `close 27 Dec 2024 to 31 Dec 2024 "Council closed" for Example Council`. */
export async function closeLine(
  said: Readonly<Record<'from' | 'to' | 'why' | 'organisation', string>>,
  context: CloseLineNeeds,
): Promise<CommandResult> {
  const { day: from, time: shuts } = splitTime(said.from);
  const { day: to, time: opens } = splitTime(said.to || said.from);
  const read = parsePeriod(from, to, context);
  if (!read.ok) return refused(read.refusal);
  const period = wholeDays(read.value, shuts, said.to === '' ? null : opens);
  const days = weekdays(period);
  if (days.length === 0 || days.length > MAX_DAYS)
    return usage(`Close 1 to ${MAX_DAYS} days at once, of which one is no Saturday or Sunday.`);
  const name = await parseTypedNote(unquoted(said.why), `${VERB} close ${from}`, context);
  if (!name.ok) return refused(name.refusal);
  if (name.value === null || name.value.length > MAX_NAME)
    return usage(`Say why in up to ${MAX_NAME} characters.`);
  const organisation = await readOrganisation(said.organisation, context);
  if (!organisation.ok) return refused(organisation.refusal);
  const done = await closeDays(
    { days, name: name.value, organisation: organisation.value },
    context,
  );
  const text = days.length === 1 ? '1 working day is' : `${days.length} working days are`;
  const partly = shuts !== null || opens !== null;
  const note = `Only whole days are closed here: ${periodText(period)}. A day on which you shut early counts as closed, and one on which you open again by noon as worked.`;
  return answer(`${text} closed: ${name.value}`, done, partly ? [note] : []);
}

type OpenLineNeeds = Given<
  Doing | 'partnership' | 'today' | 'terms',
  Reads<'organisations' | 'peopleAdmin'> &
    Commits<
      'audit' | 'calendars' | 'cycles' | 'meetings' | 'notifications' | 'objectives' | 'people'
    >
>;

/** `open 27 Dec 2024`. */
export async function openLine(
  said: { readonly on: string; readonly organisation: string },
  context: OpenLineNeeds,
): Promise<CommandResult> {
  const day = findMeetingOfDay(said.on, context);
  if (!day.ok) return refused(day.refusal);
  const organisation = await readOrganisation(said.organisation, context);
  if (!organisation.ok) return refused(organisation.refusal);
  const done = await openDay(day.value, organisation.value, context);
  return answer(`${dayText(day.value)} is worked`, done);
}

/** `terms school 2 Sep 2024 to 25 Oct 2024, 4 Nov 2024 to 20 Dec 2024`. */
export async function termsLine(line: string, context: CloseLineNeeds): Promise<CommandResult> {
  const [, named = '', words = ''] = /^([^\d]+?)(?<!\s)\s+(\d[\s\S]*)$/.exec(line.trim()) ?? [];
  const parts = words
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const example = '“terms school 2 Sep 2024 to 25 Oct 2024, 4 Nov 2024 to 20 Dec 2024”';
  if (named === '' || parts.length === 0)
    return usage(`Say a name and from when to when people work: ${example}.`);
  const name = await parseTypedNote(named, `${VERB} terms`, context);
  if (!name.ok) return refused(name.refusal);
  const key = slug(named);
  if (name.value === null || key === '' || key === 'everybody' || name.value.length > MAX_NAME)
    return usage(`Choose another name, of letters and up to ${MAX_NAME} characters: ${example}.`);
  const periods: Period[] = [];
  for (const part of parts) {
    const [, from = '', to = ''] = /^(.+?)(?<!\s)\s+to\s+(.+)$/is.exec(part) ?? [];
    const period = parsePeriod(from, to, context, true);
    if (!period.ok) return refused(period.refusal);
    const last = periods.at(-1);
    if (last && last.until.until(period.value.from).days <= 0)
      return usage('Each stretch begins after the one before it has ended.');
    periods.push(period.value);
  }
  const done = await setTerms({ key, name: name.value, periods }, context);
  return answer(`Calendar ${key}: ${periods.map(periodText).join('; ')}`, done);
}

type FollowLineNeeds = Given<
  Doing | 'partnership' | 'today' | 'terms',
  Reads<'people'> &
    Uses<'calendars'> &
    Commits<
      'audit' | 'calendars' | 'cycles' | 'meetings' | 'notifications' | 'objectives' | 'people'
    >
>;

/** `follow @sam school`, `follow @sam everybody`. */
export async function followLine(
  { who, calendar }: { readonly who: string; readonly calendar: string },
  context: FollowLineNeeds,
): Promise<CommandResult> {
  const person = await findPerson(unquoted(who), context);
  if (!person.ok) return refused(person.refusal);
  const key = slug(calendar);
  const known = await context.record.calendars.listTerms();
  if (key !== 'everybody' && !known.some((one) => one.key === key))
    return refused({
      code: 'unknown-calendar',
      typed: calendar.slice(0, SHOWN),
      known: known.map((one) => one.key),
    });
  const done = await followCalendar(person.value, key === 'everybody' ? null : key, context);
  const how = key === 'everybody' ? 'as everybody does' : `by the calendar ${key}`;
  return answer(`${person.value.name} works ${how}`, done);
}

function answer(
  what: string,
  done: Result<CalendarChanged>,
  notes: readonly string[] = [],
): CommandResult {
  if (!done.ok) return refused(done.refusal);
  const message = calendarChangedMessage(what, done.value);
  return recorded({
    ...message,
    blocks: [...notes.map((note) => paragraph(note)), ...message.blocks],
  });
}

/** `24 Dec 2024 15:00`, `3pm on 24 Dec 2024`: the day, and the time where one is said. */
function splitTime(words: string): { readonly day: string; readonly time: string | null } {
  const text = words.trim();
  const [, before, day] = EARLY.exec(text) ?? [];
  const [, later, after] = LATE.exec(text) ?? [];
  const typed = before ?? after;
  const time = typed === undefined ? null : parseTimeOfDay(typed);
  return time === null ? { day: text, time } : { day: day ?? later ?? '', time };
}

/** A deadline is never late by a day that was cut short, so such a day counts as closed. */
function wholeDays({ from, until }: Period, shuts: string | null, opens: string | null): Period {
  return {
    from: shuts !== null && shuts >= '17:00' ? from.add({ days: 1 }) : from,
    until: opens !== null && opens <= '12:00' ? until.subtract({ days: 1 }) : until,
  };
}

async function readOrganisation(
  words: string,
  { record }: { readonly record: Reads<'organisations'> },
): Promise<Result<OrganisationRef | null>> {
  return words === '' ? ok(null) : await findOrganisation(words, record);
}

/** @param past whether it may have begun */
function parsePeriod(
  from: string,
  to: string,
  { today, terms }: Given<'today' | 'terms'>,
  past = false,
): Result<Period> {
  const first = findMeetingOfDay(from, {
    today: past ? today.subtract({ years: 1 }) : today,
    terms,
  });
  if (!first.ok) return first;
  const last = findMeetingOfDay(to, { today: first.value, terms });
  return last.ok ? ok({ from: first.value, until: last.value }) : last;
}

function weekdays({ from, until }: Period): Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = [];
  for (
    let day = from;
    day.until(until).days >= 0 && days.length <= MAX_DAYS;
    day = day.add({ days: 1 })
  )
    if (day.dayOfWeek <= 5) days.push(day);
  return days;
}

function periodText({ from, until }: Period): string {
  return `${dayText(from)} to ${dayText(until)}`;
}

/** `School terms` is kept as `school-terms`. */
function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

function usage(problem: string): CommandResult {
  return cycleUsage(problem, VERB);
}
