// `/pap admin owner`: many objectives get an owner or a deputy at once, where they have none.

import {
  checkFilling,
  type Filling,
  fillingLine,
  fillVacancies,
} from '../../src/control/vacancies/app/fill-vacancies.ts';
import { filledMessage, fillingQuestion } from '../../src/control/vacancies/messages/filled.ts';
import { splitFirst } from '../../src/core/message/domain/text-ends.ts';
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
import { findNamedObjectives } from '../../src/plan/objectives/app/find-objectives.ts';

const VERB = 'admin owner';
const HOW =
  'Say which objectives and who, for example “admin owner 2B:2 1A:1 @sam”; “admin owner deputy 2B:2 @sam” names a deputy.';

export const owner = {
  name: 'owner',
  aliases: ['owners'],
  summary: 'names the owner or deputy of many objectives at once, where they have none',
  usage: 'admin owner [deputy] <ref …> @name',
  examples: ['admin owner 3A:2 @ella', 'admin owner deputy 2B:1 @ella', 'help admin owner'],
  access: permissionTable.assign.says,
  async run(rest, context) {
    const allowed = permit(context.actor, 'assign', VERB);
    if (!allowed.ok) return refused(allowed.refusal);
    const first = splitFirst(rest);
    const confirmed = first.word.toLowerCase() === 'confirm';
    return await give(confirmed ? first.rest : rest, confirmed, context);
  },
} satisfies Command;

type GiveNeeds = Parameters<typeof fillVacancies>[2] &
  Given<'inbound' | 'today', Reads<'objectives' | 'people'>>;

async function give(line: string, confirmed: boolean, context: GiveNeeds): Promise<CommandResult> {
  const first = splitFirst(line);
  const word = first.word.toLowerCase();
  const what = word === 'deputy' ? 'deputy' : 'owner';
  const words = word === 'deputy' || word === 'owner' ? first.rest : line;
  const read = await findNamedObjectives(
    words,
    // Nothing but a name follows references here.
    { verb: VERB, problem: HOW, follows: () => true },
    context,
  );
  if (!read.ok) return refused(read.refusal);
  const { objectives, rest } = read.value;
  if (rest === '') return refused({ code: 'usage', verb: VERB, problem: HOW });
  const person = await findPerson(rest, context);
  if (!person.ok) return refused(person.refusal);
  const { id: personId, name, organisation, email } = person.value;
  const filling: Filling = { what, person: { personId, name, organisation }, email };
  if (objectives.length > 1 && !confirmed) {
    const checked = checkFilling(filling, objectives, context);
    if (!checked.ok) return refused(checked.refusal);
    return reply(fillingQuestion(filling, objectives, fillingLine(filling, objectives)));
  }
  const done = await fillVacancies(filling, objectives, context);
  return done.ok ? recorded(filledMessage(filling, done.value)) : refused(done.refusal);
}
