// People who may never do what a line asks are told so first: that a word is missing helps nobody who may not do it. In one
// place, for every verb.
import { parseForm } from '../../../core/message/domain/parse-form.ts';
import { splitFirst } from '../../../core/message/domain/text-ends.ts';
import {
  type Command,
  type CommandResult,
  type Given,
  refused,
} from '../../../core/request/app/command.ts';
import type { Reads, Uses } from '../../../core/request/app/ports.ts';
import { permissionTable } from '../../../core/request/domain/permissions.ts';
import { vocabularyOf } from '../../../plan/objectives/app/parse-line.ts';
import { mayEver } from '../../../plan/plan-items/domain/may-ever.ts';

/** A refusal as it is, or that the person may not do this at all. */
export async function permissionFirst(
  result: CommandResult,
  line: string,
  context: Given<'actor' | 'commands' | 'today', Reads<'objectives'> & Uses<'items'>>,
): Promise<CommandResult> {
  if (result.kind === 'reply' || result.refusal.code === 'not-permitted') return result;
  const { actor, commands, record, today } = context;
  const { command, rest } = verbOf(line, commands);
  if (!command?.needs) return result;
  // Of a line that no form fits the form that fits best.
  const { form } = parseForm(rest, command.forms, vocabularyOf(await record.objectives.refs()));
  const needed = [command.needs[form] ?? []].flat();
  const [permission] = needed;
  if (!permission) return result;
  const holds = await record.items.holdings(actor.personId, today);
  if (needed.some((one) => mayEver(actor, one, holds))) return result;
  const { says: rule } = permissionTable[permission];
  return refused({ code: 'not-permitted', verb: command.verb ?? command.name, ref: null, rule });
}

function verbOf(
  line: string,
  commands: readonly Command[],
): { readonly command: Command | undefined; readonly rest: string } {
  const { word, rest } = splitFirst(line);
  const typed = word.toLowerCase();
  const command = commands.find(({ name, aliases }) => name === typed || aliases?.includes(typed));
  return command?.subcommands ? verbOf(rest, command.subcommands) : { command, rest };
}
