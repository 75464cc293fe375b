// `/pap decide 2B:2 needed a second trainer from SIAB by 24 July`: decisions that are needed, and what was decided.

import {
  anyPart,
  date,
  dated,
  line,
  maybe,
  partRef,
  ref,
  theme,
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
import type { Commits, Reads } from '../src/core/request/app/ports.ts';
import { permissionTable } from '../src/core/request/domain/permissions.ts';
import { findTheme } from '../src/core/themes/app/find-theme.ts';
import { themeName } from '../src/core/themes/domain/theme-name.ts';
import { asksOnly, parseLine } from '../src/plan/objectives/app/parse-line.ts';
import type { Objective } from '../src/plan/objectives/domain/objective.ts';
import {
  askDecision,
  takeDecision,
  withdrawDecision,
} from '../src/plan/plan-items/app/ask-decision.ts';
import { answerWith, listParts, parsePartRef } from '../src/plan/plan-items/app/plan-parts.ts';
import {
  dueText,
  namedText,
  partReceipt,
  partsMessage,
} from '../src/plan/plan-items/messages/plan-parts.ts';

function hint(ref: string): string {
  return `decide ${ref} needed what has to be decided from whom by 24 July`;
}

const forms = {
  all: dated(line(maybe(theme()))),
  one: dated(line(ref())),
  ask: line(
    ref(),
    word('needed', 'needs', 'need'),
    ...[words('what', '<what>'), word('from'), words('whom', '<whom>')],
    maybe(word('by'), date('by')),
  ),
  withdraw: line(ref(), word('withdraw'), maybe(anyPart('D'))),
  take: line(ref(), partRef('D'), words('outcome', '<what was decided>')),
};

const own = {
  verb: 'decide',
  forms,
  examples: [
    'decide 2B:2 needed a second trainer from SIAB by 24 July',
    'decide 2B:2 D1 agreed, from September',
    'decide theme 1',
  ],
} as const;

export const decide = {
  ...own,
  name: 'decide',
  aliases: ['decision', 'decisions'],
  summary: 'asks for a decision, records it, or lists those that are needed',
  asAt: { lines: asksOnly(forms), answer: read },
  needs: {
    ask: 'ask-decision',
    withdraw: 'ask-decision',
    take: 'decide',
  },
  access: `to ask: ${permissionTable['ask-decision'].says}; to decide: ${permissionTable.decide.says}; to read: ${permissionTable['read-plan'].says}`,
  async run(rest, context) {
    const read = await parseLine(own, rest, context);
    if (!read.ok) return refused(read.refusal);
    const said = read.value;
    switch (said.form) {
      case 'all':
        return await listAll(said.said.theme, context);
      case 'one':
        return await listOf(said.objective, context);
      case 'ask':
        return await ask(said.objective, said.rest, context);
      case 'withdraw':
        return await withdraw(said.objective, said.said.part, context);
      case 'take':
        return await take(said.objective, said.said.part, said.rest, context);
      default:
        return said satisfies never;
    }
  },
} satisfies Command;

async function read(
  words: string,
  context: Given<'today', Reads<'items' | 'kpis' | 'objectives'>>,
): Promise<CommandResult> {
  const read = await parseLine(own, words, context);
  if (!read.ok) return refused(read.refusal);
  const { objective, said } = read.value;
  return objective
    ? await listOf(objective, context)
    : await listAll('theme' in said ? said.theme : '', context);
}

async function ask(
  objective: Objective,
  words: string,
  context: Given<Doing | 'today' | 'terms', Reads<NoteNames> & Commits<'items' | 'notifications'>>,
): Promise<CommandResult> {
  return answerWith(await askDecision(objective, words, context), (item) =>
    partReceipt({
      ...{ objective, item, what: 'decision needed', undoable: true },
      facts: [
        fact('What', item.title),
        fact('From', item.detail.from ?? ''),
        fact('By', item.due ? dueText(item.due) : 'no date'),
      ],
    }),
  );
}

async function withdraw(
  objective: Objective,
  typed: string,
  context: Given<Doing, Reads<'items'> & Commits<'items' | 'notifications'>>,
): Promise<CommandResult> {
  const part = parsePartRef(typed, 'D', `decide ${objective.ref} withdraw`);
  if (!part.ok) return refused(part.refusal);
  const ref = part.value.ref ?? (part.value.rest.slice(0, 20) || null);
  return answerWith(await withdrawDecision(objective, ref, context), (item) =>
    partReceipt({
      ...{ objective, item, what: 'decision no longer needed', undoable: true },
      facts: [fact('It asked for', item.title)],
    }),
  );
}

async function take(
  objective: Objective,
  typed: string,
  words: string,
  context: Given<
    Doing | 'partnership' | 'today',
    Reads<NoteNames | 'items'> & Commits<'items' | 'notifications'>
  >,
): Promise<CommandResult> {
  const part = parsePartRef(`${typed} ${words}`, 'D', `decide ${objective.ref}`);
  if (!part.ok) return refused(part.refusal);
  const { ref, rest } = part.value;
  return answerWith(await takeDecision(objective, ref ?? typed, rest, context), (item) =>
    partReceipt({
      ...{ objective, item, what: 'decision taken', undoable: true },
      facts: [
        fact('What was needed', item.title),
        fact('Decided', item.detail.outcome ?? ''),
        fact('By', item.detail.by ? namedText(item.detail.by) : ''),
        fact('What follows', 'Whoever answers for the objective is told.'),
      ],
    }),
  );
}

async function listAll(
  words: string,
  context: Given<'today', Reads<'items' | 'kpis' | 'objectives'>>,
): Promise<CommandResult> {
  const { record, today } = context;
  if (words === '')
    return await list('Decisions needed', await record.objectives.list(today), context);
  const theme = await findTheme(words, record);
  if (!theme.ok) return refused(theme.refusal);
  const objectives = await record.objectives.list(today, { themeId: theme.value.id });
  return await list(`Decisions needed in ${themeName(theme.value)}`, objectives, context);
}

async function listOf(
  objective: Objective,
  { record }: { readonly record: Reads<'items'> },
): Promise<CommandResult> {
  const items = await listParts('decision', [objective.id], record);
  const none = `${objective.ref} needs no decision, and none was recorded.`;
  const title = `Decisions on ${objective.ref}`;
  return reply(partsMessage(title, [{ objective, items }], none, hint(objective.ref)));
}

/** Those that are still needed. */
async function list(
  title: string,
  objectives: readonly Objective[],
  { record }: { readonly record: Reads<'items'> },
): Promise<CommandResult> {
  const ids = objectives.map(({ id }) => id);
  const needed = (await listParts('decision', ids, record)).filter(
    ({ status }) => status === 'needed',
  );
  const groups = objectives.map((objective) => ({
    objective,
    items: needed.filter(({ objectiveId }) => objectiveId === objective.id),
  }));
  return reply(partsMessage(title, groups, 'No decision is waiting.', hint('2B:2')));
}
