// `/pap mine`, or `/pap` alone: what I answer for, each with Same and Change.
import { type Command, refused, reply } from '../src/app/command.ts';
import { listOutstanding } from '../src/app/list-outstanding.ts';
import { permissionTable } from '../src/domain/permissions.ts';
import { mineMessage } from '../src/messages/objective-list.ts';

export const mine = {
  name: 'mine',
  aliases: ['my'],
  summary: 'lists what you answer for',
  usage: 'mine [at <date>]',
  examples: ['mine', 'my', ''],
  asAt: true,
  access: permissionTable['read-plan'].says,
  async run(rest, { record, actor, today, now }) {
    if (rest !== '')
      return refused({
        code: 'usage',
        verb: 'mine',
        problem: '“mine” stands alone; for one objective type “show” and its reference.',
      });
    const [objectives, groups] = await Promise.all([
      record.objectives.list(today, { personId: actor.personId }),
      listOutstanding(record, today, { personId: actor.personId }),
    ]);
    const next = groups.find((group) => group.objectives.length > 0) ?? groups[0];
    return reply(
      mineMessage({
        personId: actor.personId,
        objectives,
        outstanding: new Set(groups.flatMap((group) => group.objectives.map(({ id }) => id))),
        cycle: next?.cycle ?? null,
        today,
        now,
      }),
    );
  },
} satisfies Command;
