// `/pap admin cycle`: the meetings ahead with the deadlines that follow from them; adds and moves meetings,
// and sets a forum's lead times.
import {
  type Command,
  type CommandContext,
  type CommandResult,
  recorded,
  refused,
  reply,
} from '../../src/app/command.ts';
import type { ForumView } from '../../src/app/plan-control-ports.ts';
import {
  addMeeting,
  asCycle,
  checkMove,
  moveMeeting,
  placeOf,
  setForumRules,
} from '../../src/app/plan-meetings.ts';
import { findForum, findMeeting, readMeetingDay } from '../../src/app/read-meeting.ts';
import { readTypedNote } from '../../src/app/typed-note.ts';
import { nothingByHand } from '../../src/domain/cycle.ts';
import { readForumRules } from '../../src/domain/forum-rules.ts';
import { permissionTable, permit } from '../../src/domain/permissions.ts';
import {
  type ForumMeetings,
  meetingAddedMessage,
  meetingMovedMessage,
  meetingsMessage,
  moveQuestion,
  rulesSetMessage,
} from '../../src/messages/meetings.ts';

const VERB = 'admin cycle';
const MEETINGS_SHOWN = 3;

export const cycle = {
  name: 'cycle',
  aliases: ['cycles', 'meetings'],
  summary: 'lists the meetings ahead and their deadlines; adds and moves meetings',
  usage:
    'admin cycle [add <forum> <date> "<title>" | move <forum> <date> to <date> | rules <forum> <n> days [<time>] [freeze <n>] | at <date>]',
  examples: [
    'admin cycle',
    'admin cycle move siab 24 July 2024 to 31 July 2024',
    'admin cycle rules siab 8 days 12:00 freeze 4',
  ],
  asAt: (line) => line === '',
  access: permissionTable.cycle.says,
  async run(rest, context) {
    const [, first = '', after = ''] = /^(\S*)\s*([\s\S]*)$/.exec(rest) ?? [];
    const word = first.toLowerCase();
    const allowed = permit(context.actor, 'cycle', `${VERB} ${word}`.trim());
    if (!allowed.ok) return refused(allowed.refusal);
    switch (word) {
      case '':
        return reply(meetingsMessage(await forumMeetings(context)));
      case 'add':
        return await add(after, context);
      case 'move':
        return await move(after, context);
      case 'rules':
        return await rules(after, context);
      default:
        return usage('After “cycle” I understand “add”, “move” and “rules”.');
    }
  },
} satisfies Command;

async function forumMeetings(
  { record, today, partnership }: CommandContext,
  only?: string,
): Promise<ForumMeetings[]> {
  const [forums, meetings, place] = await Promise.all([
    record.meetings.forums(),
    record.meetings.listFrom(today),
    placeOf(record, partnership),
  ]);
  return forums
    .filter(({ id }) => only === undefined || id === only)
    .map((forum) => ({
      ...forum,
      meetings: meetings
        .filter(({ forumId }) => forumId === forum.id)
        .slice(0, MEETINGS_SHOWN)
        .map((meeting) => asCycle(forum, meeting, place)),
    }));
}

async function add(line: string, context: CommandContext): Promise<CommandResult> {
  const { word, rest } = firstWord(line);
  const [, date = '', quoted, plain] =
    /^(.*?\d{4}|\d{1,2}\s+\S+)\s*(?:["“”]([^"“”]*)["“”]|(.*))$/s.exec(rest) ?? [];
  if (date === '')
    return usage(
      'Say the forum, the day and what it is called: “add siab 22 January 2025 "Board meeting"”.',
    );
  const forum = await findForum(word, context.record);
  if (!forum.ok) return refused(forum.refusal);
  const day = readMeetingDay(date, context.today);
  if (!day.ok) return refused(day.refusal);
  const typed = await readTypedNote(quoted ?? plain ?? '', `${VERB} add ${word} ${date}`, context);
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

/** The first time it says what would happen; `confirm` at the end does it. */
async function move(line: string, context: CommandContext): Promise<CommandResult> {
  const { word, rest } = firstWord(line);
  const [, from, to, confirm] = /^(.+?)\s+to\s+(.+?)(\s+confirm)?$/is.exec(rest) ?? [];
  if (!from || !to)
    return usage('Say the forum and both days: “move siab 24 July 2024 to 31 July 2024”.');
  const forum = await findForum(word, context.record);
  if (!forum.ok) return refused(forum.refusal);
  const meeting = await findMeeting(forum.value, from, context);
  if (!meeting.ok) return refused(meeting.refusal);
  const day = readMeetingDay(to, context.today);
  if (!day.ok) return refused(day.refusal);
  const place = await placeOf(context.record, context.partnership);
  const moved = asCycle(forum.value, { ...meeting.value, heldOn: day.value }, place);
  const facts = { cycle: moved, from: meeting.value.heldOn };
  if (!confirm) {
    const possible = await checkMove(forum.value, day.value, context);
    const again = `${VERB} move ${forum.value.key} ${meeting.value.heldOn} to ${day.value}`;
    return possible.ok ? reply(moveQuestion(facts, again)) : refused(possible.refusal);
  }
  const done = await moveMeeting(forum.value, meeting.value, day.value, context);
  return done.ok ? recorded(meetingMovedMessage(facts, done.value)) : refused(done.refusal);
}

async function rules(line: string, context: CommandContext): Promise<CommandResult> {
  const { word, rest } = firstWord(line);
  const forum = await findForum(word, context.record);
  if (!forum.ok) return refused(forum.refusal);
  const read = readForumRules(rest, forum.value.rules);
  if (!read)
    return usage(
      'Say how many working days before the meeting returns are due, 1 to 60, and when the papers freeze, not before that: “rules siab 8 days 12:00 freeze 4”.',
    );
  const done = await setForumRules(forum.value, read, context);
  if (!done.ok) return refused(done.refusal);
  const [after] = await forumMeetings(context, forum.value.id);
  return recorded(rulesSetMessage(after ?? asMeetings(forum.value), done.value));
}

function asMeetings(forum: ForumView): ForumMeetings {
  return { ...forum, meetings: [] };
}

function firstWord(line: string): { readonly word: string; readonly rest: string } {
  const [, word = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(line) ?? [];
  return { word, rest };
}

function usage(problem: string): CommandResult {
  return refused({ code: 'usage', verb: VERB, problem });
}
