// `/pap show 2B:2`: one objective; `history` lists everything that was recorded, `share` shows it to
// everybody in the conversation.
import { type Command, refused, reply } from '../src/app/command.ts';
import { readObjective } from '../src/app/find-objective.ts';
import { answersFor, permissionTable } from '../src/domain/permissions.ts';
import { objectiveCard } from '../src/messages/objective-card.ts';

/** Enough for years of monthly returns. */
const HISTORY_LIMIT = 60;

export const show = {
  name: 'show',
  aliases: ['view'],
  summary: 'shows an objective, its owner and its rating',
  usage: 'show <ref> [history] [share]',
  examples: ['show 2B:2', 'show 2B:2 history', 'show 2b2 share'],
  access: permissionTable['read-plan'].says,
  async run(rest, context) {
    const read = await readObjective(rest, 'show', context);
    if (!read.ok) return refused(read.refusal);
    const words = read.value.rest.toLowerCase().split(/\s+/).filter(Boolean);
    const strange = words.find((word) => word !== 'history' && word !== 'share');
    if (strange)
      return refused({
        code: 'usage',
        verb: 'show',
        problem: `After the reference, “${strange.slice(0, 40)}” says nothing to me: “history” and “share” do.`,
      });
    const { record, partnership, today, actor } = context;
    const { objective } = read.value;
    const withHistory = words.includes('history');
    const shared = words.includes('share');
    const [entries, sources] = await Promise.all([
      record.objectives.history(objective.id, withHistory ? HISTORY_LIMIT : 1),
      record.objectives.sources(objective.id),
    ]);
    const mayUpdate = !shared && answersFor(actor, objective);
    const card = objectiveCard({
      objective,
      entries,
      withHistory,
      sources,
      mayUpdate,
      today,
      timeZone: partnership.timeZone,
    });
    return reply(card, shared ? 'conversation' : 'private');
  },
} satisfies Command;
