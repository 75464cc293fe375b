// `/pap whoami`: who the plan takes me for, and what that lets me do.
import { type Command, reply } from '../src/app/command.ts';
import { permissionTable } from '../src/domain/permissions.ts';
import { identityBlocks } from '../src/messages/identity.ts';

export const whoami = {
  name: 'whoami',
  aliases: ['who'],
  summary: 'says who you are on the plan',
  usage: 'whoami',
  examples: ['whoami', 'who', 'link'],
  access: permissionTable['read-plan'].says,
  async run(_rest, { actor, record }) {
    const details = await record.people.details(actor.personId);
    return reply({
      title: `You are ${actor.name}`,
      blocks: identityBlocks(actor, details?.accounts ?? [], await record.kpis.themes()),
    });
  },
} satisfies Command;
