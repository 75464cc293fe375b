// The lines of `admin cycle` that only look ahead: rehearse and when.

import type { Temporal } from 'temporal-polyfill';
import { parseDate } from '../../../core/dates/domain/parse-date.ts';
import { parseTimeOfDay, TIME_OF_DAY } from '../../../core/dates/domain/time-of-day.ts';
import type { NoteNames } from '../../../core/personal-data/app/typed-note.ts';
import {
  type CommandResult,
  type Given,
  refused,
  reply,
} from '../../../core/request/app/command.ts';
import { shownInWords } from '../../../core/request/app/in-words.ts';
import type { MadeFile } from '../../../core/request/app/inbound.ts';
import type { Reads, Uses } from '../../../core/request/app/ports.ts';
import { someDay } from '../../../core/request/domain/date-result.ts';
import { deriveDay, parseDayCount } from '../../../cycle/calendar/domain/derived-day.ts';
import {
  derivedDayMessage,
  weekdayBeforeMessage,
} from '../../../cycle/calendar/messages/derived-day.ts';
import { leadDay } from '../../../cycle/cycles/domain/forum-rules.ts';
import { type LeadWords, parseLeadWords } from '../../../cycle/cycles/domain/lead-words.ts';
import { CYCLE_VERB, cycleUsage } from '../../../cycle/meetings/app/cycle-lines.ts';
import { findForum, findMeeting } from '../../../cycle/meetings/app/find-meeting.ts';
import {
  type Rehearsal,
  rehearsalColumns,
  rehearsalMessage,
  rehearsalRow,
} from '../messages/rehearsal.ts';
import { rehearseMeeting } from './rehearse-meeting.ts';

const WHEN = new RegExp(
  `^(.+?)(?<!\\s)\\s*([+\\-−–]\\s*\\d{1,3}\\s*(?:wd|cd|(?:working|calendar)\\s*days?))(?:,?\\s+(?:at\\s+|by\\s+)?(${TIME_OF_DAY}))?$`,
  'i',
);

type WhenNeeds = Given<'today' | 'terms', Uses<'calendars'>>;

/** `when 2024-01-18 -4wd`: the derived day, and what was passed over. */
export async function whenLine(line: string, context: WhenNeeds): Promise<CommandResult> {
  const lead = findLead(line.trim(), context);
  if (lead) return await whenLead(lead, context);
  const [, date = '', counted = '', clock] = WHEN.exec(line.trim()) ?? [];
  const count = parseDayCount(counted);
  const time = clock === undefined ? null : parseTimeOfDay(clock);
  if (!count || (clock !== undefined && time === null))
    return cycleUsage(
      'Say a day, how many days before (−) or after (+), and which: “when 2024-01-18 -4wd noon” for working days, “when 24 July 2024 -14cd” for calendar days; or in words, “when 24 July 2024 5 clear working days before”, “when 28 August 2024 2pm on the Friday before”.',
    );
  const from = someDay(date, 'future', context);
  if (!from.ok) return refused(from.refusal);
  return await whenCount({ from: from.value, count, time }, context);
}

async function whenCount(
  facts: Omit<Parameters<typeof derivedDayMessage>[0], 'day' | 'skipped'>,
  { record }: WhenNeeds,
): Promise<CommandResult> {
  const { from, count } = facts;
  const far = from.subtract({ years: 3 });
  const closures = new Map(
    (await record.calendars.listClosures(far))
      .filter(({ organisation, worked }) => organisation === null && !worked)
      .map(({ day, name }) => [day.toString(), name]),
  );
  const derived = deriveDay(from, count, await record.calendars.ofPartnership(), closures);
  return reply(derivedDayMessage({ ...facts, ...derived }));
}

type Lead = { readonly from: Temporal.PlainDate; readonly words: LeadWords };

/** A day, and behind it in words how long before or after: wherever the line can be cut so. */
function findLead(line: string, { today, terms }: Given<'today' | 'terms'>): Lead | null {
  for (const cut of [...line.matchAll(/\s+/g)].toReversed()) {
    const words = parseLeadWords(line.slice(cut.index).replace(/^[\s,]+/, ''));
    if (!words?.direction) continue;
    const day = line.slice(0, cut.index).replace(/,$/, '');
    const read = parseDate(day, today, 'future', { terms });
    if (read.kind === 'date' && read.date.precision === 'day')
      return { from: read.date.lastDay, words };
  }
  return null;
}

async function whenLead({ from, words }: Lead, context: WhenNeeds): Promise<CommandResult> {
  const { days, unit, time, direction } = words;
  if (unit !== 'weekday') {
    const count = { days: direction === 'before' ? -days : days, unit: unit ?? 'working' };
    return await whenCount({ from, count, time }, context);
  }
  const calendar = await context.record.calendars.ofPartnership();
  const lead = { days, unit, time: time ?? '17:00' };
  return reply(weekdayBeforeMessage({ from, lead, day: leadDay(from, lead, calendar), time }));
}

type RehearseLineNeeds = Given<
  'partnership' | 'now' | 'today' | 'terms' | 'files',
  Reads<NoteNames | 'calendars' | 'meetings' | 'objectives'> &
    Uses<'absences' | 'cycles' | 'notifications' | 'people' | 'preferences' | 'snoozes'>
>;

/** `rehearse siab`, `rehearse siab 25 September 2024`: every message before it is sent. */
export async function rehearseLine(
  said: { readonly forum: string; readonly day: string },
  context: RehearseLineNeeds,
): Promise<CommandResult> {
  const { record, today } = context;
  const forum = await findForum(said.forum, record);
  if (!forum.ok) return refused(forum.refusal);
  const { id, name } = forum.value;
  if (said.day === '') {
    const next = (await record.meetings.listFrom(today)).find(({ forumId }) => forumId === id);
    if (!next) return refused({ code: 'no-round', forum: name, on: null });
    return await rehearse(next);
  }
  const meeting = await findMeeting(forum.value, said.day, context);
  return meeting.ok ? await rehearse(meeting.value) : refused(meeting.refusal);

  async function rehearse(meeting: Parameters<typeof rehearseMeeting>[1]): Promise<CommandResult> {
    if (!forum.ok) return refused(forum.refusal);
    const rehearsed = await rehearseMeeting(forum.value, meeting, context);
    if (!rehearsed.ok) return refused(rehearsed.refusal);
    const line = `${CYCLE_VERB} rehearse ${forum.value.key} ${meeting.heldOn}`;
    const file = await toFile(rehearsed.value, line, context);
    const message = rehearsalMessage(rehearsed.value, file?.name ?? null);
    return { kind: 'reply', message, audience: 'private', ...(file && { files: [file] }) };
  }
}

async function toFile(
  { meeting, messages, timeZone }: Rehearsal,
  line: string,
  {
    files,
    partnership,
    record,
    today,
    now,
  }: Given<'partnership' | 'now' | 'today' | 'files', Reads<'channelBindings' | 'peopleAdmin'>>,
): Promise<MadeFile | null> {
  if (messages.length === 0) return null;
  const table = {
    name: 'Rehearsal',
    columns: rehearsalColumns,
    rows: messages.map((one) => rehearsalRow(one, timeZone)),
  };
  const bytes = await files.writeXlsx(
    await shownInWords([table], record, today),
    new Date(now.epochMilliseconds),
  );
  return {
    name: `${partnership.key}-rehearsal-${meeting.meetingDate}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ...{ bytes, line },
  };
}
