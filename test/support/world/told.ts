// Whom the queue tells what, by e-mail address.
import type { Message } from '../../../src/core/message/messages/message.ts';
import type { PlanSuite } from './plan-suite.ts';

export type Told = readonly [email: string, message: Message];

/** Sends what is queued and forgets what was sent before; by e-mail address, then title. */
export async function deliverNow({ world, harness }: PlanSuite): Promise<Told[]> {
  world.sent.length = 0;
  await world.deliver();
  const accounts = await harness.prisma.platformAccount.findMany({ include: { person: true } });
  return world.sent
    .map(({ target, message }): Told => {
      const userId = target.kind === 'person' ? target.userId : '';
      const account = accounts.find((one) => one.userId === userId);
      return [account?.person.email ?? target.kind, message];
    })
    .sort(
      ([one, { title }], [other, { title: otherTitle }]) =>
        one.localeCompare(other) || title.localeCompare(otherTitle),
    );
}

/** The e-mail address and the title of each. */
export function titlesOf(told: readonly Told[]): string[][] {
  return told.map(([email, { title }]) => [email, title]);
}
