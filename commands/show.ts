// `/pap show 2B:2`: one objective; `history` lists everything that was recorded, `at 24 Jul 2024` shows
// what had been recorded by then, `share` shows it to everybody in the conversation.
import type { Temporal } from 'temporal-polyfill';
import { type Command, refused, reply } from '../src/app/command.ts';
import { readObjective } from '../src/app/find-objective.ts';
import { answersFor, permissionTable } from '../src/domain/permissions.ts';
import { readDate } from '../src/domain/read-date.ts';
import { ok, type Result, refuse } from '../src/domain/result.ts';
import { localInstant } from '../src/domain/working-days.ts';
import { objectiveCard } from '../src/messages/objective-card.ts';

/** Enough for years of monthly returns. */
const HISTORY_LIMIT = 60;

export const show = {
  name: 'show',
  aliases: ['view'],
  summary: 'shows an objective, its owner and its rating',
  usage: 'show <ref> [history] [share] [at <date>]',
  examples: ['show 2B:2', 'show 2B:2 history', 'show 2B:2 at 24 Jul 2024'],
  access: permissionTable['read-plan'].says,
  async run(rest, context) {
    const read = await readObjective(rest, 'show', context);
    if (!read.ok) return refused(read.refusal);
    const asked = readWords(read.value.rest, context.today);
    if (!asked.ok) return refused(asked.refusal);
    const { record, partnership, today, actor } = context;
    const { objective } = read.value;
    const { withHistory, shared, asAt } = asked.value;
    const until = asAt && localInstant(asAt.add({ days: 1 }), '00:00', partnership.timeZone);
    const [entries, sources] = await Promise.all([
      record.objectives.history(objective.id, withHistory ? HISTORY_LIMIT : 1, until),
      record.objectives.sources(objective.id),
    ]);
    const mayUpdate = !shared && !asAt && answersFor(actor, objective);
    const card = objectiveCard({
      objective: asAt ? { ...objective, rag: entries[0]?.toRag ?? null } : objective,
      entries,
      withHistory,
      sources,
      mayUpdate,
      ...(asAt && { asAt }),
      today,
      timeZone: partnership.timeZone,
    });
    return reply(card, shared ? 'conversation' : 'private');
  },
} satisfies Command;

type Words = {
  readonly withHistory: boolean;
  readonly shared: boolean;
  readonly asAt: Temporal.PlainDate | undefined;
};

/** What follows the reference. Refusals: `usage`, `bad-date`. */
function readWords(rest: string, today: Temporal.PlainDate): Result<Words> {
  const [, before = '', date] = /^(.*?)(?:\bat\s+(.*))?$/is.exec(rest) ?? [];
  const words = before.toLowerCase().split(/\s+/).filter(Boolean);
  const strange = words.find((word) => word !== 'history' && word !== 'share');
  if (strange) {
    const problem = `After the reference, “${strange.slice(0, 40)}” says nothing to me: “history”, “share” and “at” with a date do.`;
    return refuse({ code: 'usage', verb: 'show', problem });
  }
  const read = date === undefined ? undefined : readDate(date, today, 'past');
  if (read === null) return refuse({ code: 'bad-date', typed: (date ?? '').slice(0, 40) });
  return ok({
    withHistory: words.includes('history'),
    shared: words.includes('share'),
    asAt: read?.lastDay,
  });
}
