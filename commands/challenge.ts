// `/pap challenge 2B:2 what changed since May?`: a question that stays beside the rating until it is answered.

import { fact } from '../src/core/message/messages/message.ts';
import {
  type Command,
  type CommandResult,
  type Given,
  refused,
  reply,
} from '../src/core/request/app/command.ts';
import type { Reads } from '../src/core/request/app/ports.ts';
import { permissionTable } from '../src/core/request/domain/permissions.ts';
import { isOneObjective } from '../src/plan/objectives/app/find-objective.ts';
import type { Objective } from '../src/plan/objectives/domain/objective.ts';
import {
  answerChallenge,
  challengeRating,
  withdrawChallenge,
} from '../src/plan/plan-items/app/challenge-rating.ts';
import {
  answerWith,
  listParts,
  parsePartLine,
  parsePartRef,
} from '../src/plan/plan-items/app/plan-parts.ts';
import { partReceipt, partsMessage } from '../src/plan/plan-items/messages/plan-parts.ts';

const HINT = 'challenge 2B:2 what changed since May?';

export const challenge = {
  name: 'challenge',
  aliases: ['challenges'],
  summary: 'asks a question of a rating, answers one, or lists the open ones',
  usage:
    'challenge [<ref> [<question> | answer [C1] <a few words> | withdraw [C1]]] | challenge [<ref>] at <date>',
  examples: [
    'challenge 2B:2 what changed since May?',
    'challenge 2B:2 answer six more were trained in June',
    'challenge',
  ],
  asAt: { lines: (line, context) => line === '' || isOneObjective(line, context), answer: ask },
  access: `to ask: ${permissionTable.challenge.says}; to answer: ${permissionTable['update-objective'].says}; to withdraw: ${permissionTable['withdraw-challenge'].says}; to read: ${permissionTable['read-plan'].says}`,
  async run(rest, context) {
    if (rest === '') return await listOpen(context);
    const line = await parsePartLine(rest, 'challenge', context);
    if (!line.ok) return refused(line.refusal);
    const { objective, words } = line.value;
    if (words === '') return await listOf(objective, context);
    const answered = /^answer(?:\s+([\s\S]*))?$/i.exec(words);
    if (answered) {
      const part = parsePartRef(answered[1] ?? '', 'C', `challenge ${objective.ref} answer`);
      if (!part.ok) return refused(part.refusal);
      const { ref, rest: text } = part.value;
      return answerWith(await answerChallenge(objective, ref, text, context), (item) =>
        partReceipt({
          ...{ objective, item, what: 'challenge answered' },
          facts: [
            fact('Question', item.title),
            fact('Answer', item.detail.answer ?? ''),
            ...(item.detail.by.personId === context.actor.personId
              ? []
              : [fact('What follows', `${item.detail.by.name} is told.`)]),
          ],
        }),
      );
    }
    const withdrawn = /^withdraw(?:\s+(C\d{1,3}(?=[\s,;.]|$)[\s\S]*))?\s*$/i.exec(words);
    if (withdrawn) {
      const part = parsePartRef(withdrawn[1] ?? '', 'C', `challenge ${objective.ref} withdraw`);
      if (!part.ok) return refused(part.refusal);
      const { ref, rest: more } = part.value;
      if (more !== '') {
        const problem = `“withdraw” takes a reference and nothing else: “challenge ${objective.ref} withdraw ${ref}”.`;
        return refused({ code: 'usage', verb: 'challenge', problem });
      }
      return answerWith(await withdrawChallenge(objective, ref, context), (item) =>
        partReceipt({
          ...{ objective, item, what: 'challenge withdrawn' },
          facts: [fact('Question', item.title)],
        }),
      );
    }
    return answerWith(await challengeRating(objective, words, context), ({ challenge, told }) =>
      partReceipt({
        ...{ objective, item: challenge, what: 'challenge' },
        facts: [
          fact('Question', challenge.title),
          fact(
            'What follows',
            `${told === 0 ? 'Nobody is' : told === 1 ? '1 person is' : `${told} people are`} told. It stays beside the rating until it is answered or withdrawn.`,
          ),
        ],
      }),
    );
  },
} satisfies Command;

async function ask(
  line: string,
  context: Given<'today', Reads<'items' | 'objectives'>>,
): Promise<CommandResult> {
  if (line === '') return await listOpen(context);
  const named = await parsePartLine(line, 'challenge', context);
  return named.ok ? await listOf(named.value.objective, context) : refused(named.refusal);
}

async function listOf(
  objective: Objective,
  { record }: { readonly record: Reads<'items'> },
): Promise<CommandResult> {
  const items = await listParts('challenge', [objective.id], record);
  const none = `Nobody has challenged ${objective.ref}.`;
  return reply(partsMessage(`Challenges to ${objective.ref}`, [{ objective, items }], none, HINT));
}

async function listOpen({
  record,
  today,
}: Given<'today', Reads<'items' | 'objectives'>>): Promise<CommandResult> {
  const objectives = await record.objectives.list(today);
  const ids = objectives.map(({ id }) => id);
  const open = (await listParts('challenge', ids, record)).filter(
    ({ status }) => status === 'open',
  );
  const groups = objectives.map((objective) => ({
    objective,
    items: open.filter(({ objectiveId }) => objectiveId === objective.id),
  }));
  return reply(partsMessage('Open challenges', groups, 'No challenge is open.', HINT));
}
