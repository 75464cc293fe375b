// The outbox of notifications as tests read it.
import type { PrismaClient } from '../../../src/generated/prisma/client.ts';

export type OutboxLine = {
  readonly id: string;
  readonly kind: string;
  /** The person's first name, or the channel's name. */
  readonly to: string;
  /** The step of a chase. */
  readonly step: string | undefined;
  readonly state: string;
  readonly attempts: number;
  readonly lastError: string | null;
};

/** Every notification, in the order of its recipients. */
export async function loadOutbox(prisma: PrismaClient): Promise<OutboxLine[]> {
  const rows = await prisma.notification.findMany({
    include: { person: true, channel: true },
    orderBy: [{ createdAt: 'asc' }, { person: { name: 'asc' } }, { channel: { name: 'asc' } }],
  });
  return rows.map(({ id, kind, person, channel, payload, state, attempts, lastError }) => ({
    ...{ id, kind, state, attempts, lastError },
    to: person?.name.replace(' Example', '') ?? channel?.name ?? '',
    step: (payload as { step?: string }).step,
  }));
}

/** `Asha open queued` for each. */
export async function outboxLines(prisma: PrismaClient): Promise<string[]> {
  return (await loadOutbox(prisma)).map(
    ({ to, step, kind, state }) => `${to} ${step ?? kind} ${state}`,
  );
}
