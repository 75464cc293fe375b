// Requests that were answered to the end, so that a platform's retry is not answered twice.
import type { RequestRepository } from '../../request/app/ports.ts';
import { type Executor, fromInstant } from './executor.ts';

/** Answered requests of one partnership. */
export function createRequests(db: Executor, partnershipId: string): RequestRepository {
  return {
    async wasAnswered(requestId) {
      const [row] = await db.$queryRaw<{ answered: boolean }[]>`
        SELECT EXISTS (
          SELECT FROM answered_request
          WHERE partnership_id = ${partnershipId}::uuid AND request_id = ${requestId}) AS answered`;
      return row?.answered === true;
    },

    async markAnswered(requestId, at) {
      const marked = await db.$executeRaw`
        INSERT INTO answered_request (partnership_id, request_id, at)
        VALUES (${partnershipId}::uuid, ${requestId}, ${fromInstant(at)})
        ON CONFLICT (partnership_id, request_id) DO NOTHING`;
      return marked === 1;
    },
  };
}
