// What the office did that is no objective's history. The database refuses to change or remove any of it.

import type { Temporal } from 'temporal-polyfill';
import { type Executor, fromInstant, toInstant } from '../../../core/database/db/executor.ts';
import { noteRows } from '../../../core/request/app/trace.ts';
import type { AuditRepository } from '../app/plan-ports.ts';

/** The office's log of one partnership. */
export function createAudit(
  db: Executor,
  partnershipId: string,
  at?: Temporal.Instant,
): AuditRepository {
  return {
    async append({ at: when, ...event }) {
      const { id } = await db.auditEvent.create({
        data: { partnershipId, ...event, at: fromInstant(when) },
        select: { id: true },
      });
      noteRows('events', [id]);
    },

    async authorsOf(kind, summary) {
      const events = await db.auditEvent.findMany({
        where: { partnershipId, kind, summary, ...(at && { at: { lte: fromInstant(at) } }) },
        select: { authorId: true },
        distinct: ['authorId'],
      });
      return events.flatMap(({ authorId }) => authorId ?? []);
    },

    async list(limit) {
      const events = await db.auditEvent.findMany({
        where: { partnershipId, ...(at && { at: { lte: fromInstant(at) } }) },
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
