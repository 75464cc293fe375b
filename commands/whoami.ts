// `/pap whoami`: who the plan takes me for, and what that lets me do.

import { dated, line } from '../src/core/message/domain/line-form.ts';
import {
  type Command,
  type CommandResult,
  type Given,
  refused,
  reply,
} from '../src/core/request/app/command.ts';
import { parseWords } from '../src/core/request/app/parse-words.ts';
import type { Reads } from '../src/core/request/app/ports.ts';
import { permissionTable } from '../src/core/request/domain/permissions.ts';
import { ownDetails } from '../src/people/people/app/own-details.ts';

const own = {
  verb: 'whoami',
  forms: {
    who: dated(line()),
  },
  examples: ['whoami', 'who', 'link'],
} as const;

export const whoami = {
  ...own,
  name: 'whoami',
  aliases: ['who'],
  summary: 'says who you are on the plan',
  asAt: { answer },
  access: permissionTable['read-plan'].says,
  run: answer,
} satisfies Command;

async function answer(
  rest: string,
  context: Given<'actor' | 'today' | 'asAt', Reads<'kpis' | 'people' | 'peopleAdmin'>>,
): Promise<CommandResult> {
  const read = parseWords(own, rest);
  if (!read.ok) return refused(read.refusal);
  const { actor, record, today, asAt } = context;
  // What they may do is decided by who they are today; what they were is what is asked.
  const then = asAt ? await record.people.findActorByEmail(actor.email, today) : actor;
  if (!then) return reply({ title: `${actor.name} was not on the plan`, blocks: [] });
  const blocks = await ownDetails({ ...context, actor: then });
  return reply({ title: `You are ${actor.name}`, blocks });
}
