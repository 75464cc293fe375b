// `/pap recovery 2B:2 train the last six by 31 July who @name`: the road back from red.

import {
  date,
  dated,
  hidden,
  line,
  maybe,
  partRef,
  person,
  ref,
  word,
  words,
} from '../src/core/message/domain/line-form.ts';
import { type Fact, fact } from '../src/core/message/messages/message.ts';
import {
  type Command,
  type CommandResult,
  type Given,
  refused,
  reply,
} from '../src/core/request/app/command.ts';
import type { Reads } from '../src/core/request/app/ports.ts';
import { permissionTable } from '../src/core/request/domain/permissions.ts';
import { asksOnly, parseLine } from '../src/plan/objectives/app/parse-line.ts';
import type { Objective } from '../src/plan/objectives/domain/objective.ts';
import {
  answerWith,
  listParts,
  parsePartRef,
  permitPart,
} from '../src/plan/plan-items/app/plan-parts.ts';
import { finishRecovery, planRecovery } from '../src/plan/plan-items/app/plan-recovery.ts';
import { withOpenDecision } from '../src/plan/plan-items/domain/recovery.ts';
import { dueText, partReceipt } from '../src/plan/plan-items/messages/plan-parts.ts';
import { recoveryMessage } from '../src/plan/plan-items/messages/recovery.ts';

const forms = {
  one: dated(line(ref())),
  done: line(ref(), word('done'), maybe(partRef('V')), maybe(words('note', '<a few words>'))),
  plan: line(
    ...[ref(), words('what', '<what>'), word('by'), date('by')],
    maybe(word('who'), person('who')),
    maybe(word('decision from', 'decision needed from'), words('whom', '<whom>')),
  ),
  // The date may also end the line without `by`, as a form’s answer does.
  free: hidden(line(ref(), words('road', '<what and when>'))),
};

const own = {
  verb: 'recovery',
  forms,
  examples: [
    'recovery 2B:2 train the last six workers by 31 July',
    'recovery 2B:2 fill both posts by 31 August who @asha decision from SIAB',
    'recovery 2B:2',
  ],
} as const;

export const recovery = {
  ...own,
  name: 'recovery',
  summary: 'says what brings an objective back from red, who does it and by when',
  asAt: { lines: asksOnly(forms), answer: read },
  needs: {
    done: 'update-objective',
    plan: 'update-objective',
    free: 'update-objective',
  },
  access: `${permissionTable['update-objective'].says}; to read it: ${permissionTable['read-plan'].says}`,
  async run(rest, context) {
    const read = await parseLine(own, rest, context);
    if (!read.ok) return refused(read.refusal);
    const { form, objective, said, rest: words } = read.value;
    if (form === 'one') return await listOf(objective, context);
    if (form === 'done') {
      const part = parsePartRef(`${said.part} ${words}`, 'V', `recovery ${objective.ref} done`);
      if (!part.ok) return refused(part.refusal);
      const { ref, rest: note } = part.value;
      return answerWith(
        await finishRecovery(objective, ref, note, context),
        ({ done: item, dropped }) =>
          partReceipt({
            ...{ objective, item, what: 'recovery action done', undoable: true },
            facts: [
              fact('What was done', item.title),
              ...named('Decision no longer needed', objective, dropped),
            ],
          }),
      );
    }
    return answerWith(
      await planRecovery(objective, words, context),
      ({ added, replaced, decision, dropped }) =>
        partReceipt({
          ...{ objective, item: added, what: 'recovery action', undoable: true },
          facts: [
            fact('What', added.title),
            fact('By', added.due ? dueText(added.due) : 'no date'),
            fact('Who', added.detail.who ?? 'not said'),
            fact(
              'Decision needed from',
              decision ? `${added.detail.decisionFrom} (${objective.ref} ${decision})` : 'nobody',
            ),
            ...named('Takes the place of', objective, replaced),
            ...named('Decision no longer needed', objective, dropped),
          ],
        }),
    );
  },
} satisfies Command;

async function read(
  line: string,
  context: Given<'actor' | 'today', Reads<'items' | 'objectives'>>,
): Promise<CommandResult> {
  const read = await parseLine(own, line, context);
  return read.ok ? await listOf(read.value.objective, context) : refused(read.refusal);
}

async function listOf(
  objective: Objective,
  context: Given<'actor', Reads<'items'>>,
): Promise<CommandResult> {
  const items = await withDecisions(objective, context);
  const mayPlan = permitPart('update-objective', 'recovery', objective, context).ok;
  return reply(recoveryMessage(objective, items, mayPlan));
}

/** Its recovery actions, each waiting for a decision only while it is needed. */
async function withDecisions(
  { id }: { readonly id: string },
  { record }: { readonly record: Reads<'items'> },
) {
  const items = await listParts('recovery', [id], record);
  const decisions = await listParts('decision', [id], record);
  return items.map((item) => withOpenDecision(item, decisions));
}

/** Parts of the objective by their full references; no fact where there is none. */
function named(label: string, { ref }: { readonly ref: string }, parts: readonly string[]): Fact[] {
  return parts.length === 0 ? [] : [fact(label, parts.map((own) => `${ref} ${own}`).join(', '))];
}
