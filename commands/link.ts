// `/pap link`: a person who reads the answer is linked, because linking happens by verified e-mail before any verb
// runs. Somebody unknown is told how, or says who they are, before they get here (src/people/accounts/app/request-link.ts).

import { line, maybe, words } from '../src/core/message/domain/line-form.ts';
import { paragraph } from '../src/core/message/messages/message.ts';
import { type Command, reply } from '../src/core/request/app/command.ts';
import { permissionTable } from '../src/core/request/domain/permissions.ts';
import { ownDetails } from '../src/people/people/app/own-details.ts';

const own = {
  verb: 'link',
  forms: {
    link: line(maybe(words('who', '<who you are>'))),
  },
  examples: ['link', 'link I am Sam Reed from the NHS trust', 'whoami'],
} as const;

export const link = {
  ...own,
  name: 'link',
  summary: 'links this account to you on the plan',
  access: permissionTable['read-plan'].says,
  undated: (line, date) =>
    line === ''
      ? {
          problem:
            'An account is linked now or not at all. What the plan knew of you then is another question.',
          instead: `whoami at ${date}`,
        }
      : null,
  async run(_rest, context) {
    return reply({
      title: `This account is linked to ${context.actor.name}`,
      tone: 'good',
      blocks: [
        paragraph(
          'It was matched by the e-mail address that the platform vouches for, or by your programme office.',
        ),
        ...(await ownDetails(context)),
      ],
    });
  },
} satisfies Command;
