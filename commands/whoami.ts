// `/pap whoami`: who the plan takes me for, and what that lets me do.
import { type Command, reply } from '../src/app/command.ts';
import { ownDetails } from '../src/app/own-details.ts';
import { permissionTable } from '../src/domain/permissions.ts';

export const whoami = {
  name: 'whoami',
  aliases: ['who'],
  summary: 'says who you are on the plan',
  usage: 'whoami',
  examples: ['whoami', 'who', 'link'],
  access: permissionTable['read-plan'].says,
  async run(_rest, context) {
    return reply({ title: `You are ${context.actor.name}`, blocks: await ownDetails(context) });
  },
} satisfies Command;
