// `/pap partnership`: which partnership this is about, for people who are on the plan of several; with a name, another one.
// A line that names one has come to that one already (src/service/dispatch/app/route-request.ts).

import { line, maybe, words } from '../src/core/message/domain/line-form.ts';
import {
  type Command,
  type CommandResult,
  refused,
  reply,
} from '../src/core/request/app/command.ts';
import { parseWords } from '../src/core/request/app/parse-words.ts';
import { permissionTable } from '../src/core/request/domain/permissions.ts';
import { findPartnerships } from '../src/people/accounts/domain/choose-partnership.ts';
import { chosenMessage, partnershipMessage } from '../src/people/accounts/messages/partnership.ts';

const own = {
  verb: 'partnership',
  forms: {
    which: line(maybe(words('name', '<name>'))),
  },
  examples: ['partnership', 'partnership oxfordshire', 'whoami'],
} as const;

export const partnership = {
  ...own,
  name: 'partnership',
  aliases: ['partnerships'],
  summary: 'says which partnership you are talking about, and chooses another',
  access: permissionTable['read-plan'].says,
  async run(rest, context): Promise<CommandResult> {
    const { partnership: here, partnerships, inbound, record, now } = context;
    const { platform, conversation } = inbound;
    const where =
      platform === 'terminal'
        ? 'terminal'
        : conversation.kind === 'channel'
          ? 'channel'
          : 'private';
    const read = parseWords(own, rest);
    if (!read.ok) return refused(read.refusal);
    const { name } = read.value.said;
    if (name === '') return reply(partnershipMessage(here, partnerships, where));
    const [named, another] = findPartnerships(partnerships, name);
    if (named?.id !== here.id || another)
      return refused({
        ...{ code: 'unknown-partnership', typed: name, choices: partnerships, platform },
      });
    if (platform === 'terminal' || partnerships.length === 1)
      return reply(partnershipMessage(here, partnerships, where));
    await record.people.choosePartnership(inbound, now);
    return reply(chosenMessage(here));
  },
} satisfies Command;
