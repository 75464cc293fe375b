import { day, moment, uuid } from '../../../core/database/db/columns.ts';
import { type Executor, fromDate, fromInstant, isId } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import { beginCycles } from '../../cycles/db/cycle-of-meeting.ts';
import type { SnoozeRepository } from '../app/snooze-ports.ts';
import type { SnoozeFact } from '../domain/chase-audience.ts';

/** Snoozes of one partnership's people. */
export function createSnoozes(db: Executor, partnershipId: string): SnoozeRepository {
  return {
    async listFrom(from) {
      return await select(Prisma.sql`m.held_on >= ${from.toString()}::date`);
    },

    async find(personId, cycleId) {
      if (!isId(personId) || !isId(cycleId)) return null;
      const [found] = await select(
        Prisma.sql`s.person_id = ${personId}::uuid AND s.cycle_id = ${cycleId}::uuid`,
      );
      return found ?? null;
    },

    async latest(personId) {
      if (!isId(personId)) return null;
      const [found] = await rowsFrom(db, { cycleId: uuid, at: moment })`
        SELECT cycle_id AS "cycleId", at FROM snooze
        WHERE partnership_id = ${partnershipId}::uuid AND person_id = ${personId}::uuid
        ORDER BY at DESC LIMIT 1`;
      return found ?? null;
    },

    async add({ personId, cycleId, until, at }) {
      await db.$executeRaw(beginCycles(partnershipId, [cycleId]));
      const { count } = await db.snooze.createMany({
        data: { partnershipId, personId, cycleId, untilDay: fromDate(until), at: fromInstant(at) },
        skipDuplicates: true,
      });
      return count === 1;
    },

    async remove(personId, cycleId) {
      const where = { partnershipId, personId, cycleId };
      return (await db.snooze.deleteMany({ where })).count === 1;
    },
  };

  async function select(which: Prisma.Sql): Promise<SnoozeFact[]> {
    return await rowsFrom(db, { personId: uuid, cycleId: uuid, until: day })`
      SELECT s.person_id AS "personId", s.cycle_id AS "cycleId", s.until_day::text AS until
      FROM snooze s
      JOIN governance_cycle c ON c.partnership_id = s.partnership_id AND c.id = s.cycle_id
      JOIN meeting m ON m.partnership_id = c.partnership_id AND m.id = c.meeting_id
      WHERE s.partnership_id = ${partnershipId}::uuid AND ${which}`;
  }
}
