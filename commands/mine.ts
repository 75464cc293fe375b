// `/pap mine`, or `/pap` alone: what I answer for, each with Same and Change, and all of it as one form.

import { choice, dated, line, maybe } from '../src/core/message/domain/line-form.ts';
import {
  type Command,
  type CommandResult,
  type Given,
  refused,
  reply,
} from '../src/core/request/app/command.ts';
import { parseWords } from '../src/core/request/app/parse-words.ts';
import type { Reads } from '../src/core/request/app/ports.ts';
import { permissionTable } from '../src/core/request/domain/permissions.ts';
import { papersStand } from '../src/cycle/cycles/domain/cycle-states.ts';
import { fadeRatings } from '../src/cycle/ratings/app/fade-ratings.ts';
import { listOutstanding } from '../src/cycle/returns/app/list-outstanding.ts';
import { homeMessage } from '../src/cycle/returns/messages/home.ts';
import {
  type MineFacts,
  mineMessage,
  owedFirst,
} from '../src/cycle/returns/messages/objective-list.ts';
import { returnFormMessage } from '../src/cycle/returns/messages/return-form.ts';

const own = {
  verb: 'mine',
  forms: {
    list: dated(line(maybe(choice('view', 'form', 'home')))),
  },
  examples: ['mine', 'mine form', ''],
} as const;

export const mine = {
  ...own,
  name: 'mine',
  aliases: ['my'],
  summary: 'lists what you answer for',
  asAt: { answer },
  access: permissionTable['read-plan'].says,
  run: answer,
} satisfies Command;

type MineNeeds = Given<'actor' | 'now' | 'today', Reads<'absences' | 'cycles' | 'objectives'>>;

async function answer(rest: string, context: MineNeeds): Promise<CommandResult> {
  const read = parseWords(own, rest);
  if (!read.ok) return refused(read.refusal);
  const { view } = read.value.said;
  const facts = await loadMine(context);
  const { objectives, frozen } = facts;
  if (view === 'home') return reply(homeMessage(facts));
  // Nothing can be returned: the list says why.
  if (view !== 'form' || objectives.length === 0 || frozen) return reply(mineMessage(facts));
  const stories = await context.record.objectives.ratingStories(objectives.map(({ id }) => id));
  return reply(returnFormMessage({ ...facts, objectives: owedFirst(facts), stories }));
}

async function loadMine({ record, actor, today, now }: MineNeeds): Promise<MineFacts> {
  const { personId } = actor;
  const [objectives, groups, [away]] = await Promise.all([
    record.objectives.list(today, { personId }),
    listOutstanding(record, today, { personId }),
    record.absences.list(today, { personId }),
  ]);
  const next = groups.find((group) => group.objectives.length > 0) ?? groups[0];
  return {
    personId,
    objectives: await fadeRatings(objectives, record, now),
    outstanding: new Set(groups.flatMap((group) => group.objectives.map(({ id }) => id))),
    cycle: next?.cycle ?? null,
    frozen: groups.find(({ cycle }) => papersStand(cycle, now))?.cycle ?? null,
    away: away ?? null,
    today,
    now,
  };
}
