// What is outstanding: per cycle, the objectives whose return has not come in.
import type { Temporal } from 'temporal-polyfill';
import type { Reads } from '../../../core/request/app/ports.ts';
import { answersAlone, type Objective } from '../../../plan/objectives/domain/objective.ts';
import type { Cycle } from '../../cycles/domain/cycle.ts';

export type OutstandingOfCycle = {
  readonly cycle: Cycle;
  readonly objectives: readonly Objective[];
  readonly asked: number;
};

/** Every cycle whose meeting lies ahead, with what it still waits for. */
export async function listOutstanding(
  record: Reads<'cycles' | 'objectives'>,
  today: Temporal.PlainDate,
  filter: { readonly personId?: string; readonly themeId?: string } = {},
): Promise<OutstandingOfCycle[]> {
  const [cycles, objectives] = await Promise.all([
    record.cycles.listFrom(today),
    record.objectives.list(today, filter),
  ]);
  return await Promise.all(
    cycles.map(async (cycle) => {
      const waiting = new Set(
        (await record.cycles.outstanding(cycle)).map(({ objectiveId }) => objectiveId),
      );
      return {
        cycle,
        objectives: objectives.filter(({ id }) => waiting.has(id)),
        asked: objectives.length,
      };
    }),
  );
}

/** What a person owes, each once: what they own or cover for. A deputy owes nothing by themselves. */
export async function listOwed(
  record: Reads<'cycles' | 'objectives'>,
  today: Temporal.PlainDate,
  personId: string,
): Promise<Objective[]> {
  const groups = await listOutstanding(record, today, { personId });
  const owed = new Map(
    groups.flatMap(({ objectives }) =>
      objectives.filter((one) => answersAlone(one, personId)).map((one) => [one.id, one] as const),
    ),
  );
  return [...owed.values()];
}
