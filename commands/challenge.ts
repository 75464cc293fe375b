// `/pap challenge 2B:2 what changed since May?`: a question that stays beside the rating until it is answered.

import {
  dated,
  line,
  maybe,
  partRef,
  ref,
  word,
  words,
} from '../src/core/message/domain/line-form.ts';
import { fact } from '../src/core/message/messages/message.ts';
import type { NoteNames } from '../src/core/personal-data/app/typed-note.ts';
import {
  type Command,
  type CommandResult,
  type Doing,
  type Given,
  refused,
  reply,
} from '../src/core/request/app/command.ts';
import type { Commits, Reads, Uses } from '../src/core/request/app/ports.ts';
import { permissionTable } from '../src/core/request/domain/permissions.ts';
import { asksOnly, parseLine } from '../src/plan/objectives/app/parse-line.ts';
import type { Objective } from '../src/plan/objectives/domain/objective.ts';
import {
  answerChallenge,
  challengeRating,
  withdrawChallenge,
} from '../src/plan/plan-items/app/challenge-rating.ts';
import { answerWith, listParts, parsePartRef } from '../src/plan/plan-items/app/plan-parts.ts';
import { partReceipt, partsMessage } from '../src/plan/plan-items/messages/plan-parts.ts';

function hint(ref: string): string {
  return `challenge ${ref} what changed since May?`;
}

const forms = {
  open: dated(line()),
  one: dated(line(ref())),
  answer: line(ref(), word('answer'), maybe(partRef('C')), words('answer', '<a few words>')),
  withdraw: line(ref(), word('withdraw'), maybe(partRef('C'))),
  ask: line(ref(), words('question', '<question>')),
};

const own = {
  verb: 'challenge',
  forms,
  examples: [
    'challenge 2B:2 what changed since May?',
    'challenge 2B:2 answer six more were trained in June',
    'challenge',
  ],
} as const;

export const challenge = {
  ...own,
  name: 'challenge',
  aliases: ['challenges'],
  summary: 'asks a question of a rating, answers one, or lists the open ones',
  asAt: { lines: asksOnly(forms), answer: ask },
  needs: {
    answer: 'update-objective',
    withdraw: 'withdraw-challenge',
    ask: 'challenge',
  },
  access: `to ask: ${permissionTable.challenge.says}; to answer: ${permissionTable['update-objective'].says}; to withdraw: ${permissionTable['withdraw-challenge'].says}; to read: ${permissionTable['read-plan'].says}`,
  async run(rest, context) {
    const read = await parseLine(own, rest, context);
    if (!read.ok) return refused(read.refusal);
    const line = read.value;
    switch (line.form) {
      case 'open':
        return await listOpen(context);
      case 'one':
        return await listOf(line.objective, context);
      case 'answer':
        return await answer(line.objective, `${line.said.part} ${line.rest}`, context);
      case 'withdraw':
        return await withdraw(line.objective, line.said.part, context);
      case 'ask':
        return await raise(line.objective, line.rest, context);
      default:
        return line satisfies never;
    }
  },
} satisfies Command;

type Needs = Given<
  Doing | 'partnership' | 'today',
  Reads<NoteNames | 'items'> & Uses<'people'> & Commits<'items' | 'notifications'>
>;

async function answer(objective: Objective, words: string, context: Needs): Promise<CommandResult> {
  const part = parsePartRef(words, 'C', `challenge ${objective.ref} answer`);
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

async function withdraw(
  objective: Objective,
  typed: string,
  context: Needs,
): Promise<CommandResult> {
  const part = parsePartRef(typed, 'C', `challenge ${objective.ref} withdraw`);
  if (!part.ok) return refused(part.refusal);
  return answerWith(await withdrawChallenge(objective, part.value.ref, context), (item) =>
    partReceipt({
      ...{ objective, item, what: 'challenge withdrawn' },
      facts: [fact('Question', item.title)],
    }),
  );
}

async function raise(objective: Objective, words: string, context: Needs): Promise<CommandResult> {
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
}

async function ask(
  line: string,
  context: Given<'today', Reads<'items' | 'objectives'>>,
): Promise<CommandResult> {
  const read = await parseLine(own, line, context);
  if (!read.ok) return refused(read.refusal);
  const { objective } = read.value;
  return objective ? await listOf(objective, context) : await listOpen(context);
}

async function listOf(
  objective: Objective,
  { record }: { readonly record: Reads<'items'> },
): Promise<CommandResult> {
  const items = await listParts('challenge', [objective.id], record);
  const none = `Nobody has challenged ${objective.ref}.`;
  return reply(
    partsMessage(
      `Challenges to ${objective.ref}`,
      [{ objective, items }],
      none,
      hint(objective.ref),
    ),
  );
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
  return reply(partsMessage('Open challenges', groups, 'No challenge is open.', hint('2B:2')));
}
