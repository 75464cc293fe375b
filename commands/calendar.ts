// `/pap calendar`: meetings and deadlines in somebody's own calendar, by an address that only they are told.

import { localDate } from '../src/core/dates/domain/working-days.ts';
import { line, maybe, word, words } from '../src/core/message/domain/line-form.ts';
import {
  type Command,
  type CommandResult,
  type Doing,
  type Given,
  recorded,
  refused,
  reply,
} from '../src/core/request/app/command.ts';
import { parseWords } from '../src/core/request/app/parse-words.ts';
import type { Commits, Reads, Uses } from '../src/core/request/app/ports.ts';
import { makeFeed, stopFeeds } from '../src/cycle/calendar/app/feed.ts';
import {
  feedMadeMessage,
  feedsStoppedMessage,
  feedThereMessage,
} from '../src/cycle/calendar/messages/feed.ts';
import { findForum } from '../src/cycle/meetings/app/find-meeting.ts';
import type { ForumView } from '../src/cycle/meetings/app/meeting-ports.ts';
import { findAnybody } from '../src/people/people/app/find-person.ts';

type Feeds = Uses<'calendarFeeds'> & Commits<'audit' | 'calendarFeeds'>;

const own = {
  verb: 'calendar',
  forms: {
    own: line(),
    again: line(word('new')),
    forum: line(word('for', 'of'), words('forum', '<forum>')),
    stop: line(word('stop', 'off'), maybe(words('who', '<person>'))),
  },
  examples: ['calendar', 'calendar for siab', 'calendar stop'],
} as const;

export const calendar = {
  ...own,
  name: 'calendar',
  summary: 'shows meetings and deadlines in your own calendar',
  access: 'anybody, for themselves; the programme office may stop anybody’s',
  async run(rest, context) {
    const read = parseWords(own, rest);
    if (!read.ok) return refused(read.refusal);
    const line = read.value;
    switch (line.form) {
      case 'own':
        return await show(context);
      case 'again':
        return await make(null, context);
      case 'forum': {
        const forum = await findForum(line.said.forum, context.record);
        return forum.ok ? await make(forum.value, context) : refused(forum.refusal);
      }
      case 'stop':
        return await stop(line.said.who ?? '', context);
      default:
        return line satisfies never;
    }
  },
} satisfies Command;

async function show(
  context: Given<Doing | 'partnership' | 'publicUrl', Feeds>,
): Promise<CommandResult> {
  const { record, actor, partnership } = context;
  const had = (await record.calendarFeeds.listOf(actor.personId)).find(
    ({ forumId }) => forumId === null,
  );
  return had
    ? reply(feedThereMessage(localDate(had.madeAt, partnership.timeZone)))
    : await make(null, context);
}

async function make(
  forum: ForumView | null,
  context: Given<Doing | 'partnership' | 'publicUrl', Feeds>,
): Promise<CommandResult> {
  const { record, actor } = context;
  const before = await record.calendarFeeds.listOf(actor.personId);
  const replaced = before.some(({ forumId }) => forumId === (forum?.id ?? null));
  const made = await makeFeed(forum, context);
  return made.ok
    ? recorded(feedMadeMessage(made.value.address, forum?.name ?? null, replaced))
    : refused(made.refusal);
}

async function stop(
  who: string,
  context: Given<
    Doing | 'today',
    Reads<'people' | 'peopleAdmin'> & Commits<'audit' | 'calendarFeeds'>
  >,
): Promise<CommandResult> {
  const { actor } = context;
  const self = { id: actor.personId, name: actor.name };
  const person = who === '' ? null : await findAnybody(who, context);
  if (person && !person.ok) return refused(person.refusal);
  const whose = person ? person.value : self;
  const stopped = await stopFeeds(whose, context);
  if (!stopped.ok) return refused(stopped.refusal);
  const name = whose.id === actor.personId ? null : whose.name;
  return recorded(feedsStoppedMessage(stopped.value, name));
}
