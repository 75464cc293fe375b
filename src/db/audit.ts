// What the office did that is no objective's history. The database refuses to change or remove any of it.
import type { AuditRepository } from '../app/plan-ports.ts';
import { noteRows } from '../app/trace.ts';
import { type Executor, fromInstant, toInstant } from './executor.ts';

/** The office's log of one partnership. */
export function createAudit(db: Executor, partnershipId: string): AuditRepository {
  return {
    async append({ kind, summary, authorId, at }) {
      const event = await db.auditEvent.create({
        data: { partnershipId, kind, summary, authorId, at: fromInstant(at) },
        select: { id: true },
      });
      noteRows('events', [event.id]);
    },

    async list(limit) {
      const events = await db.auditEvent.findMany({
        where: { partnershipId },
        select: { kind: true, summary: true, at: true, author: { select: { name: true } } },
        orderBy: { seq: 'desc' },
        take: limit,
      });
      return events.map(({ kind, summary, at, author }) => ({
        kind,
        summary,
        author: author?.name ?? null,
        at: toInstant(at),
      }));
    },
  };
}
