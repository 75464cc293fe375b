// `/pap admin owner`: many objectives get an owner or a deputy at once, where they have none.

import {
  checkFilling,
  type Filling,
  fillingLine,
  fillVacancies,
} from '../../src/control/vacancies/app/fill-vacancies.ts';
import { filledMessage, fillingQuestion } from '../../src/control/vacancies/messages/filled.ts';
import {
  flag,
  line,
  person,
  refs,
  unshown,
  word,
} from '../../src/core/message/domain/line-form.ts';
import {
  type Command,
  type CommandResult,
  type Given,
  recorded,
  refused,
  reply,
} from '../../src/core/request/app/command.ts';
import type { Reads } from '../../src/core/request/app/ports.ts';
import { permissionTable, permit } from '../../src/core/request/domain/permissions.ts';
import { findPerson } from '../../src/people/people/app/find-person.ts';
import { findObjectives } from '../../src/plan/objectives/app/find-objectives.ts';
import { parseLine } from '../../src/plan/objectives/app/parse-line.ts';

const VERB = 'admin owner';

const confirmed = unshown(flag('confirm'));

const own = {
  verb: VERB,
  forms: {
    deputy: line(confirmed, word('deputy'), refs(), person('name')),
    owner: line(confirmed, unshown(word('owner')), refs(), person('name')),
  },
  examples: ['admin owner 3A:2 @ella', 'admin owner deputy 2B:1 @ella', 'help admin owner'],
} as const;

export const owner = {
  ...own,
  name: 'owner',
  aliases: ['owners'],
  summary: 'names the owner or deputy of many objectives at once, where they have none',
  access: permissionTable.assign.says,
  async run(rest, context) {
    const allowed = permit(context.actor, 'assign', VERB);
    if (!allowed.ok) return refused(allowed.refusal);
    const read = await parseLine(own, rest, context);
    if (!read.ok) return refused(read.refusal);
    return await give(read.value.form, read.value.said, context);
  },
} satisfies Command;

type GiveNeeds = Parameters<typeof fillVacancies>[2] &
  Given<'inbound' | 'today', Reads<'objectives' | 'people'>>;

async function give(
  what: 'owner' | 'deputy',
  said: { readonly refs: string; readonly name: string; readonly confirm: string },
  context: GiveNeeds,
): Promise<CommandResult> {
  const start = what === 'deputy' ? `${VERB} deputy` : VERB;
  const named = await findObjectives(said.refs, { start, rest: said.name }, context);
  if (!named.ok) return refused(named.refusal);
  const objectives = named.value;
  const person = await findPerson(said.name, context);
  if (!person.ok) return refused(person.refusal);
  const { id: personId, name, organisation, email } = person.value;
  const filling: Filling = { what, person: { personId, name, organisation }, email };
  if (objectives.length > 1 && !said.confirm) {
    const checked = checkFilling(filling, objectives, context);
    if (!checked.ok) return refused(checked.refusal);
    return reply(fillingQuestion(filling, objectives, fillingLine(filling, objectives)));
  }
  const done = await fillVacancies(filling, objectives, context);
  return done.ok ? recorded(filledMessage(filling, done.value)) : refused(done.refusal);
}
