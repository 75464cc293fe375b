// `/pap decide 2B:2 needed a second trainer from SIAB by 24 July`: decisions that are needed, and what was decided.

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
import { isOneObjective } from '../src/plan/objectives/app/find-objective.ts';
import type { Objective } from '../src/plan/objectives/domain/objective.ts';
import {
  askDecision,
  takeDecision,
  withdrawDecision,
} from '../src/plan/plan-items/app/ask-decision.ts';
import {
  answerWith,
  listParts,
  parsePartLine,
  parsePartRef,
} from '../src/plan/plan-items/app/plan-parts.ts';
import {
  dueText,
  namedText,
  partReceipt,
  partsMessage,
} from '../src/plan/plan-items/messages/plan-parts.ts';

const HINT = 'decide 2B:2 needed what has to be decided from whom by 24 July';

export const decide = {
  name: 'decide',
  aliases: ['decision', 'decisions'],
  summary: 'asks for a decision, records it, or lists those that are needed',
  usage:
    'decide [theme <n> | <ref> [needed <what> from <whom> [by <date>] | D1 <what was decided> | withdraw D1]] | decide [theme <n>|<ref>] at <date>',
  examples: [
    'decide 2B:2 needed a second trainer from SIAB by 24 July',
    'decide 2B:2 D1 agreed, from September',
    'decide theme 1',
  ],
  asAt: {
    lines: (line, context) => line === '' || isTheme(line) || isOneObjective(line, context),
    answer: read,
  },
  access: `to ask: ${permissionTable['ask-decision'].says}; to decide: ${permissionTable.decide.says}; to read: ${permissionTable['read-plan'].says}`,
  async run(rest, context) {
    if (rest === '' || isTheme(rest)) return await read(rest, context);
    const line = await parsePartLine(rest, 'decide', context);
    if (!line.ok) return refused(line.refusal);
    const { objective, words } = line.value;
    if (words === '') return await listOf(objective, context);
    const asked = /^need(?:ed|s)?(?=\s|$)\s*([\s\S]*)$/i.exec(words);
    if (asked) return await ask(objective, asked[1] ?? '', context);
    const withdrawn = /^withdraw(?=\s|$)\s*([\s\S]*)$/i.exec(words);
    if (withdrawn) {
      const start = `decide ${objective.ref} withdraw`;
      const part = parsePartRef(withdrawn[1] ?? '', 'D', start);
      if (!part.ok) return refused(part.refusal);
      const ref = part.value.ref ?? (part.value.rest.slice(0, 20) || null);
      return answerWith(await withdrawDecision(objective, ref, context), (item) =>
        partReceipt({
          ...{ objective, item, what: 'decision no longer needed', undoable: true },
          facts: [fact('It asked for', item.title)],
        }),
      );
    }
    const part = parsePartRef(words, 'D', `decide ${objective.ref}`);
    if (!part.ok) return refused(part.refusal);
    if (part.value.ref) return await take(objective, part.value.ref, part.value.rest, context);
    const problem = `After ${objective.ref} type “needed”, what has to be decided and from whom; or the decision’s reference, for example “decide ${objective.ref} D1 ${words.slice(0, 80)}”.`;
    return refused({ code: 'usage', verb: 'decide', problem });
  },
} satisfies Command;

async function read(
  line: string,
  context: Given<'today', Reads<'items' | 'kpis' | 'objectives'>>,
): Promise<CommandResult> {
  if (line === '') return await list('Decisions needed', await all(context), context);
  if (isTheme(line)) return await listTheme(line, context);
  const named = await parsePartLine(line, 'decide', context);
  return named.ok ? await listOf(named.value.objective, context) : refused(named.refusal);
}

/** The line lists a theme's decisions. */
function isTheme(line: string): boolean {
  return /^(?:theme|t)\s*\d/i.test(line);
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

async function take(
  objective: Objective,
  ref: string,
  words: string,
  context: Given<
    Doing | 'partnership' | 'today',
    Reads<NoteNames | 'items'> & Commits<'items' | 'notifications'>
  >,
): Promise<CommandResult> {
  return answerWith(await takeDecision(objective, ref, words, context), (item) =>
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

async function listTheme(
  words: string,
  context: Given<'today', Reads<'items' | 'kpis' | 'objectives'>>,
): Promise<CommandResult> {
  const theme = await findTheme(words, context.record);
  if (!theme.ok) return refused(theme.refusal);
  const objectives = await context.record.objectives.list(context.today, {
    themeId: theme.value.id,
  });
  return await list(`Decisions needed in ${themeName(theme.value)}`, objectives, context);
}

async function listOf(
  objective: Objective,
  { record }: { readonly record: Reads<'items'> },
): Promise<CommandResult> {
  const items = await listParts('decision', [objective.id], record);
  const none = `${objective.ref} needs no decision, and none was recorded.`;
  const title = `Decisions on ${objective.ref}`;
  return reply(partsMessage(title, [{ objective, items }], none, HINT));
}

async function all({ record, today }: Given<'today', Reads<'objectives'>>): Promise<Objective[]> {
  return await record.objectives.list(today);
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
  return reply(partsMessage(title, groups, 'No decision is waiting.', HINT));
}
