// `/pap recovery 2B:2 train the last six by 31 July who @name`: the road back from red.
import { type Command, refused, reply } from '../src/app/command.ts';
import { isOneRef } from '../src/app/find-objective.ts';
import { answerWith, listParts, permitPart, readPartLine } from '../src/app/plan-parts.ts';
import { finishRecovery, planRecovery } from '../src/app/plan-recovery.ts';
import { permissionTable } from '../src/domain/permissions.ts';
import { dueText, fact, partReceipt } from '../src/messages/plan-parts.ts';
import { recoveryMessage } from '../src/messages/recovery.ts';

export const recovery = {
  name: 'recovery',
  summary: 'says what brings an objective back from red, who does it and by when',
  usage:
    'recovery <ref> [<what> by <date> [who @name] [decision from <whom>] | done [a few words] | at <date>]',
  examples: [
    'recovery 2B:2 train the last six workers by 31 July',
    'recovery 2B:2 fill both posts by 31 August who @asha decision from SIAB',
    'recovery 2B:2',
  ],
  asAt: isOneRef,
  access: `${permissionTable['update-objective'].says}; to read it: ${permissionTable['read-plan'].says}`,
  async run(rest, context) {
    const line = await readPartLine(rest, 'recovery', context);
    if (!line.ok) return refused(line.refusal);
    const { objective, words } = line.value;
    if (words === '') {
      const items = await listParts('recovery', [objective.id], context.record);
      const mayPlan = permitPart('update-objective', 'recovery', objective, context).ok;
      return reply(recoveryMessage(objective, items, mayPlan));
    }
    const [, done, after = ''] = /^(done)(?:[\s:,]+([\s\S]*))?$/i.exec(words) ?? [];
    if (done) {
      return answerWith(await finishRecovery(objective, after, context), (item) =>
        partReceipt({
          ...{ objective, item, what: 'recovery action done' },
          facts: [fact('What was done', item.title)],
        }),
      );
    }
    return answerWith(
      await planRecovery(objective, words, context),
      ({ added, replaced, decision }) =>
        partReceipt({
          ...{ objective, item: added, what: 'recovery action' },
          facts: [
            fact('What', added.title),
            fact('By', added.due ? dueText(added.due) : 'no date'),
            fact('Who', added.detail.who ?? 'not said'),
            fact(
              'Decision needed from',
              decision ? `${added.detail.decisionFrom} (${decision})` : 'nobody',
            ),
            ...(replaced.length > 0 ? [fact('Takes the place of', replaced.join(', '))] : []),
          ],
        }),
    );
  },
} satisfies Command;
