// `/pap show 2B:2`: one objective in short; `show theme 1` and the like a page of the plan. `all` adds every action, evidence and risk, `history` all that was
// recorded, `share` shows it to everybody in the conversation.

import { Temporal } from 'temporal-polyfill';
import {
  anyOrder,
  choice,
  dated,
  flag,
  line,
  number,
  ref,
  theme,
  word,
  words,
} from '../src/core/message/domain/line-form.ts';
import { isOneOf } from '../src/core/message/domain/narrow.ts';
import { parseRag } from '../src/core/message/domain/rag.ts';
import {
  type Command,
  type CommandResult,
  type Given,
  refused,
  reply,
} from '../src/core/request/app/command.ts';
import { parseWords } from '../src/core/request/app/parse-words.ts';
import type { Reads } from '../src/core/request/app/ports.ts';
import { answersFor, permissionTable } from '../src/core/request/domain/permissions.ts';
import type { Refusal } from '../src/core/request/domain/refusal.ts';
import { ok, type Result, refuse } from '../src/core/request/domain/result.ts';
import { upcomingMessage } from '../src/cycle/meetings/messages/upcoming.ts';
import { fadeRatings } from '../src/cycle/ratings/app/fade-ratings.ts';
import { lastPublished } from '../src/plan/history/domain/history-entry.ts';
import { findNamedObjective } from '../src/plan/objectives/app/find-objective.ts';
import type { Objective } from '../src/plan/objectives/domain/objective.ts';
import {
  type ObjectiveCardFacts,
  objectiveCard,
} from '../src/plan/overview/messages/objective-card.ts';
import { findPage } from '../src/plan/search/app/show-page.ts';
import { saysPage } from '../src/plan/search/domain/match-page.ts';
import { pageMessage } from '../src/plan/search/messages/page.ts';

const WORDS = ['all', 'history', 'share'] as const;
type Word = (typeof WORDS)[number];

const own = {
  verb: 'show',
  forms: {
    theme: line(theme()),
    meetings: line(word('meetings', 'meeting', 'deadlines', 'deadline')),
    page: line(choice('page', 'strengths', 'development areas', 'voices', 'glossary', 'plan')),
    priority: line(word('priority'), number()),
    named: line(choice('kind', 'project', 'workstream'), words('name', '<name>')),
    one: dated(line(ref(), anyOrder(flag('all'), flag('history'), flag('share')))),
  },
  examples: ['show 2B:2', 'show 2B:2 history', 'show theme 1'],
} as const;

export const show = {
  ...own,
  name: 'show',
  aliases: ['view'],
  summary: 'shows an objective, a theme, a project or the self-evaluation',
  asAt: { answer: answerAsAt },
  access: permissionTable['read-plan'].says,
  async run(rest, context) {
    const objective = await answer(rest, context);
    if (objective.kind === 'reply' || !isUnfound(objective.refusal)) return objective;
    const page = await findPage(rest, context);
    if (!page.ok) return refused(page.refusal);
    return page.value ? reply(pageMessage(page.value)) : objective;
  },
} satisfies Command;

type ShowNeeds = Given<
  'actor' | 'partnership' | 'now' | 'today' | 'asAt',
  Reads<'cycles' | 'history' | 'items' | 'objectives'>
>;

async function answer(rest: string, context: ShowNeeds): Promise<CommandResult> {
  const page = parseWords(own, rest);
  if (page.ok && page.value.form === 'meetings') return await meetings(context);
  const read = await findNamedObjective(rest, 'show', context);
  if (!read.ok) return refused(read.refusal);
  const words = wordsBehind(read.value.objective.ref, read.value.rest);
  if (!words.ok) return refused(words.refusal);
  const card = objectiveCard(await cardFacts(read.value.objective, words.value, context));
  return reply(card, words.value.has('share') ? 'conversation' : 'private');
}

async function meetings({ record, today }: ShowNeeds): Promise<CommandResult> {
  const cycles = await record.cycles.listFrom(today);
  return reply(upcomingMessage(cycles.filter(({ meetingDate }) => isFrom(meetingDate, today))));
}

function isFrom(day: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(day, today) >= 0;
}

/** Pages have no past: what they say is the plan's as it is now. */
async function answerAsAt(rest: string, context: ShowNeeds): Promise<CommandResult> {
  const objective = await answer(rest, context);
  if (objective.kind === 'reply' || !isUnfound(objective.refusal) || !saysPage(rest))
    return objective;
  const problem = `An objective can be shown as at a date. Themes, projects and what the documents say are shown as they are today: type “show ${rest}” alone.`;
  return refused({ code: 'usage', verb: 'show', problem });
}

function isUnfound({ code }: Refusal): boolean {
  return code === 'unknown-objective';
}

async function cardFacts(
  objective: Objective,
  words: ReadonlySet<Word>,
  { record, partnership, today, actor, asAt, now }: ShowNeeds,
): Promise<ObjectiveCardFacts> {
  const { id, ref } = objective;
  const [[faded = objective], entries, delivery, impact, ...rest] = await Promise.all([
    fadeRatings([objective], record, now),
    words.has('history') ? record.history.list(id) : null,
    record.objectives.ratingStories([id]),
    record.objectives.ratingStories([id], { rating: 'impact' }),
    record.items.list({ objectiveIds: [id] }),
    record.objectives.ownersOfItems([id], today),
    record.objectives.links(id),
    record.objectives.sources(id),
    record.history.listPublished([id]),
  ]);
  const [items, owners, links, sources, published] = rest;
  return {
    objective: faded,
    stories: { delivery: delivery.get(id) ?? null, impact: impact.get(id) ?? null },
    items,
    owners,
    links,
    published: lastPublished(published),
    history: entries,
    whole: words.has('all'),
    sources,
    mayUpdate: !words.has('share') && objective.status === 'open' && answersFor(actor, objective),
    shareLine: words.has('share') ? null : ['show', ref, ...words, 'share'].join(' '),
    isPast: asAt?.equals(today) ?? false,
    today,
    timeZone: partnership.timeZone,
  };
}

/** What follows the reference. Refusal: `usage`; with a rating in it, `update` was meant. */
function wordsBehind(ref: string, rest: string): Result<ReadonlySet<Word>> {
  const words = rest.toLowerCase().split(/\s+/).filter(Boolean);
  const strange = words.find((word) => !isOneOf(WORDS, word));
  if (strange === undefined) return ok(new Set(words.filter((word) => isOneOf(WORDS, word))));
  const problem = `After the reference, “${strange.slice(0, 40)}” says nothing to me: “all”, “history”, “share” and “at” with a date do.`;
  const isReturn = parseRag(rest).kind !== 'none';
  return refuse({
    ...{ code: 'usage', verb: 'show', problem },
    ...(isReturn && { instead: `update ${ref} ${withoutDashes(rest)}` }),
  });
}

/** `- amber - 14 of 20` without what stands around the rating. */
function withoutDashes(words: string): string {
  const said = words.replace(/^[\s–—-]+/, '');
  return said === words ? words : said.replace(/^(\S+)\s+[–—-]+\s+/, '$1 ');
}
