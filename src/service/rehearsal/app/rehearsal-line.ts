// The lines of `admin cycle` that only look ahead: rehearse and when.

import { parseDate } from '../../../core/dates/domain/parse-date.ts';
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
import { deriveDay, parseDayCount } from '../../../cycle/calendar/domain/derived-day.ts';
import { derivedDayMessage } from '../../../cycle/calendar/messages/derived-day.ts';
import { CYCLE_VERB, cycleUsage, firstWord } from '../../../cycle/meetings/app/cycle-lines.ts';
import { findForum, findMeeting } from '../../../cycle/meetings/app/find-meeting.ts';
import {
  type Rehearsal,
  rehearsalColumns,
  rehearsalMessage,
  rehearsalRow,
} from '../messages/rehearsal.ts';
import { rehearseMeeting } from './rehearse-meeting.ts';

const WHEN =
  /^(.+?)(?<!\s)\s*([+\-−–]\s*\d{1,3}\s*(?:wd|cd|(?:working|calendar)\s*days?))(?:\s+(?:at\s+)?(\d{1,2}):(\d{2}))?$/i;
const SHOWN = 40;

/** `when 2024-01-18 -4wd`: the derived day, and what was passed over. */
export async function whenLine(
  line: string,
  context: Given<'today', Uses<'calendars'>>,
): Promise<CommandResult> {
  const { record, today } = context;
  const [, date = '', counted = '', hour, minute] = WHEN.exec(line.trim()) ?? [];
  const count = parseDayCount(counted);
  if (!count || Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59)
    return cycleUsage(
      'Say a day, how many days before (−) or after (+), and which: “when 2024-01-18 -4wd” for working days, “when 24 July 2024 -14cd” for calendar days.',
    );
  const read = parseDate(date, today, 'future');
  if (read?.precision !== 'day') return refused({ code: 'bad-date', typed: date.slice(0, SHOWN) });
  const from = read.lastDay;
  const far = from.subtract({ years: 3 });
  const closures = new Map(
    (await record.calendars.listClosures(far))
      .filter(({ organisation, worked }) => organisation === null && !worked)
      .map(({ day, name }) => [day.toString(), name]),
  );
  const derived = deriveDay(from, count, await record.calendars.ofPartnership(), closures);
  const time = hour && minute ? `${hour.padStart(2, '0')}:${minute}` : null;
  return reply(derivedDayMessage({ from, count, time, ...derived }));
}

type RehearseLineNeeds = Given<
  'partnership' | 'now' | 'today' | 'files',
  Reads<NoteNames | 'calendars' | 'meetings' | 'objectives'> &
    Uses<'absences' | 'cycles' | 'notifications' | 'people' | 'preferences' | 'snoozes'>
>;

/** `rehearse siab`, `rehearse siab 25 September 2024`: every message before it is sent. */
export async function rehearseLine(
  line: string,
  context: RehearseLineNeeds,
): Promise<CommandResult> {
  const { record, today } = context;
  const { word, rest } = firstWord(line);
  const forum = await findForum(word, record);
  if (!forum.ok) return refused(forum.refusal);
  const { id, name } = forum.value;
  if (rest.trim() === '') {
    const next = (await record.meetings.listFrom(today)).find(({ forumId }) => forumId === id);
    if (!next) return refused({ code: 'no-round', forum: name, on: null });
    return await rehearse(next);
  }
  const meeting = await findMeeting(forum.value, rest, context);
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
