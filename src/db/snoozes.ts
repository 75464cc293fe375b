// Chases that somebody has put off: once a cycle.
import { Temporal } from 'temporal-polyfill';
import type { SnoozeRepository } from '../app/people-ports.ts';
import type { SnoozeFact } from '../domain/chase-policy.ts';
import { type Executor, fromInstant, isId } from './executor.ts';

/** Snoozes of one partnership's people. */
export function createSnoozes(db: Executor, partnershipId: string): SnoozeRepository {
  async function ofCycle(cycleId: string): Promise<SnoozeFact[]> {
    if (!isId(cycleId)) return [];
    const rows = await db.$queryRaw<(Omit<SnoozeFact, 'until'> & { until: string })[]>`
      SELECT person_id AS "personId", cycle_id AS "cycleId", until_day::text AS until FROM snooze
      WHERE partnership_id = ${partnershipId}::uuid AND cycle_id = ${cycleId}::uuid`;
    return rows.map(({ until, ...facts }) => ({ ...facts, until: Temporal.PlainDate.from(until) }));
  }

  return {
    ofCycle,

    async find(personId, cycleId) {
      return (await ofCycle(cycleId)).find((one) => one.personId === personId) ?? null;
    },

    async add({ personId, cycleId, until, at }) {
      const added = await db.$executeRaw`
        INSERT INTO snooze (partnership_id, person_id, cycle_id, until_day, at)
        VALUES (${partnershipId}::uuid, ${personId}::uuid, ${cycleId}::uuid, ${until.toString()}::date, ${fromInstant(at)})
        ON CONFLICT (person_id, cycle_id) DO NOTHING`;
      return added === 1;
    },
  };
}
