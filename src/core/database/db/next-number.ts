// Numbers by which people call an agreement or a request: 1, 2, 3 … within the partnership.
import { Prisma } from '../../../generated/prisma/client.ts';
import { int } from './columns.ts';
import type { Executor } from './executor.ts';
import { rowsFrom } from './rows.ts';

/** Until the transaction ends, others who lock the partnership's people wait. References to it are not held up. */
export async function lockPeople(db: Executor, partnershipId: string): Promise<void> {
  await db.$executeRaw`SELECT FROM partnership WHERE id = ${partnershipId}::uuid FOR NO KEY UPDATE`;
}

/** The next number; whoever asks has called `lockPeople` in the same transaction. */
export async function nextNumber(
  db: Executor,
  partnershipId: string,
  table: 'absence' | 'handover' | 'link_request' | 'family_item',
): Promise<number> {
  const [row] = await rowsFrom(db, { next: int })`
    SELECT coalesce(max(number), 0) + 1 AS next FROM ${Prisma.raw(table)}
    WHERE partnership_id = ${partnershipId}::uuid`;
  return row?.next ?? 1;
}
