// The ledger of notifications as tests read it.
import type { PrismaClient } from '../../../src/generated/prisma/client.ts';

export type LedgerLine = {
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
export async function readLedger(prisma: PrismaClient): Promise<LedgerLine[]> {
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
export async function ledgerLines(prisma: PrismaClient): Promise<string[]> {
  return (await readLedger(prisma)).map(
    ({ to, step, kind, state }) => `${to} ${step ?? kind} ${state}`,
  );
}
