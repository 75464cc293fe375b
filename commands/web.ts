// `/pap web`: the plan in a browser. The answer holds a link that signs in the person who asked, once.

import { line, word } from '../src/core/message/domain/line-form.ts';
import {
  type Command,
  type CommandResult,
  refused,
  reply,
} from '../src/core/request/app/command.ts';
import { parseWords } from '../src/core/request/app/parse-words.ts';
import { permissionTable } from '../src/core/request/domain/permissions.ts';
import { makeWebLink } from '../src/people/sessions/app/web-session.ts';
import { LINK_MINUTES } from '../src/people/sessions/domain/web-times.ts';
import { signedOutMessage, webLinkMessage } from '../src/people/sessions/messages/web.ts';

const own = {
  verb: 'web',
  forms: {
    signOut: line(word('sign-out', 'signout', 'sign out', 'logout')),
    open: line(),
  },
  examples: ['web', 'web sign-out', 'browser'],
} as const;

export const web = {
  ...own,
  name: 'web',
  aliases: ['browser'],
  summary: 'opens the plan in your browser',
  access: permissionTable['read-plan'].says,
  async run(rest, context): Promise<CommandResult> {
    const read = parseWords(own, rest);
    if (!read.ok) return refused(read.refusal);
    if (read.value.form === 'signOut')
      return reply(signedOutMessage(await context.record.sessions.endAll(context.actor.personId)));
    const address = await makeWebLink(context);
    return address.ok
      ? reply(webLinkMessage(address.value, LINK_MINUTES))
      : refused(address.refusal);
  },
} satisfies Command;
