// `/pap admin change`: proposes a change to the plan, decides it, and keeps the plan's versions. What it
// was about is in src/app/read-change.ts, what it does in src/app/apply-change.ts.
import { isVersionWord, runVersions } from '../../src/app/answer-plan-versions.ts';
import {
  changeNumber,
  decideChange,
  proposeChange,
  viewChange,
  withdrawChange,
} from '../../src/app/change-requests.ts';
import {
  type Command,
  type CommandContext,
  type CommandResult,
  recorded,
  refused,
  reply,
} from '../../src/app/command.ts';
import { readAddition } from '../../src/app/read-addition.ts';
import { readChange } from '../../src/app/read-change.ts';
import { readTypedNote } from '../../src/app/typed-note.ts';
import { permissionTable } from '../../src/domain/permissions.ts';
import {
  changeListMessage,
  changeMessage,
  proposedMessage,
} from '../../src/messages/plan-change.ts';

const DECIDED_SHOWN = 5;

export const change = {
  name: 'change',
  aliases: ['changes'],
  summary: 'proposes, approves and lists changes to the plan; keeps its versions',
  usage:
    'admin change [<number>] | <ref> <date|title|measure|owner|deputy> … because … | <ref> theme add|remove <theme> because … | <ref> link|unlink <project|priority|area|strength> <name> because … | close <ref> because … | add … because … | approve|reject|withdraw <number> [words] | baseline | revise <label> | publish | versions | diff <n> <n|now> | [<number>|versions|diff …] at <date>',
  examples: [
    'admin change 2B:2 date September 2024 because two posts are vacant',
    'admin change 2B:2 link project early-years because it serves it',
    'admin change',
  ],
  asAt: (line) => /^(?:#?\d*|versions?|diff\s.*)$/is.test(line),
  access: `propose: ${permissionTable['propose-change'].says}; approve and publish: ${permissionTable['approve-change'].says}; see: ${permissionTable['read-plan'].says}`,
  async run(rest, context) {
    const [, first = '', after = ''] = /^(\S*)\s*([\s\S]*)$/.exec(rest) ?? [];
    const word = first.toLowerCase();
    if (word === '') return await list(context);
    if (/^#?\d+$/.test(word) && after === '') return await see(word, context);
    if (isVersionWord(word)) return await runVersions(word, after, context);
    switch (word) {
      case 'approve':
      case 'reject':
      case 'withdraw':
        return await decide(word, after, context);
      case 'add':
        return await propose(await readAddition(after, context), context);
      default:
        return await propose(await readChange(rest, context), context);
    }
  },
} satisfies Command;

async function list({ record }: CommandContext): Promise<CommandResult> {
  const [open, decided] = await Promise.all([
    record.changes.listOpen(),
    record.changes.listDecided(DECIDED_SHOWN),
  ]);
  return reply(changeListMessage(open, decided));
}

async function see(word: string, context: CommandContext): Promise<CommandResult> {
  const number = changeNumber(word);
  const found = number === null ? null : await viewChange(number, context);
  if (!found) return refused({ code: 'unknown-change', number: number ?? 0 });
  return reply(changeMessage(found.change, found.view));
}

async function propose(
  read: Awaited<ReturnType<typeof readChange>>,
  context: CommandContext,
): Promise<CommandResult> {
  if (!read.ok) return refused(read.refusal);
  const proposed = await proposeChange(read.value, context);
  if (!proposed.ok) return refused(proposed.refusal);
  const { change, approvers } = proposed.value;
  return recorded(proposedMessage(change, read.value.objective, approvers));
}

async function decide(
  word: 'approve' | 'reject' | 'withdraw',
  line: string,
  context: CommandContext,
): Promise<CommandResult> {
  const [, typed = '', words = ''] = /^(\S*)\s*([\s\S]*)$/.exec(line) ?? [];
  const number = changeNumber(typed);
  if (number === null) {
    const problem = `Say which change by its number, for example “admin change ${word} 3”.`;
    return refused({ code: 'usage', verb: 'admin change', problem });
  }
  const note = await readTypedNote(words, `admin change ${word} ${number}`, context);
  if (!note.ok) return refused(note.refusal);
  if (word === 'reject' && note.value === null) {
    const problem = `Say why behind the number: “admin change reject ${number} the date cannot move”.`;
    return refused({ code: 'usage', verb: 'admin change', problem });
  }
  const decided =
    word === 'withdraw'
      ? await withdrawChange(number, note.value, context)
      : await decideChange(
          number,
          word === 'approve' ? 'approved' : 'rejected',
          note.value,
          context,
        );
  if (!decided.ok) return refused(decided.refusal);
  const { timeZone } = context.partnership;
  return recorded(changeMessage(decided.value, { timeZone, warning: null, actions: [] }));
}
