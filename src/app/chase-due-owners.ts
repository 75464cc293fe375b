// Finds who is due a chase now and records it in the ledger, which queues it. Safe to run at any
// time and as often as wanted: the ledger's key makes a second run find nothing to do.
import type { Temporal } from 'temporal-polyfill';
import {
  type ChaseDecision,
  decideChases,
  type OutstandingReturn,
} from '../domain/chase-policy.ts';
import type { Cycle } from '../domain/cycle.ts';
import type { Objective } from '../domain/objective.ts';
import { listOutstanding } from './list-outstanding.ts';
import type { NewNotification, Partnership, PartnershipRecord } from './ports.ts';
import { noticesOfUncovered } from './tell-uncovered.ts';

/** How far back earlier chases matter: longer than any cycle's ladder. */
const LOOK_BACK_DAYS = 60;

/** @returns how many chases were queued */
export async function chaseDueOwners(
  record: PartnershipRecord,
  partnership: Partnership,
  now: Temporal.Instant,
): Promise<{ queued: number }> {
  const today = now.toZonedDateTimeISO(partnership.timeZone).toPlainDate();
  let queued = 0;
  // The nearest meeting first: a person who is due for two is chased for that one today.
  const outstanding = await listOutstanding(record, today);
  for (const { cycle, objectives } of outstanding) {
    const decisions = await dueChases(record, cycle, objectives, now, today);
    queued += await record.transaction(({ notifications }) =>
      notifications.enqueue(decisions.map((decision) => chaseNotification(decision, now))),
    );
  }
  const uncovered = await noticesOfUncovered(record, partnership, outstanding, now);
  if (uncovered.length > 0)
    await record.transaction(({ notifications }) => notifications.enqueue(uncovered));
  return { queued };
}

async function dueChases(
  record: PartnershipRecord,
  cycle: Cycle,
  objectives: readonly Objective[],
  now: Temporal.Instant,
  today: Temporal.PlainDate,
): Promise<ChaseDecision[]> {
  const outstanding = objectives.map(toOutstanding);
  const [absences, snoozes, hours] = await Promise.all([
    record.absences.onDay(today),
    record.snoozes.ofCycle(cycle.id),
    record.preferences.chaseHours(),
  ]);
  const people = [
    ...outstanding.flatMap(({ ownerIds, deputyIds }) => [...ownerIds, ...deputyIds]),
    ...absences.flatMap(({ coverId }) => coverId ?? []),
  ];
  const past = await record.notifications.pastChases(
    people,
    today.subtract({ days: LOOK_BACK_DAYS }),
  );
  return decideChases(cycle, outstanding, past, now, { absences, snoozes, hours });
}

function toOutstanding({ id, ref, assignees }: Objective): OutstandingReturn {
  const idsOf = (role: 'owner' | 'deputy') =>
    assignees.flatMap((assignee) =>
      assignee.role === role && assignee.personId ? [assignee.personId] : [],
    );
  return { objectiveId: id, ref, ownerIds: idsOf('owner'), deputyIds: idsOf('deputy') };
}

function chaseNotification(
  { cycleId, personId, step, objectiveIds }: ChaseDecision,
  now: Temporal.Instant,
): NewNotification {
  return {
    kind: 'chase',
    dedupeKey: `chase:${cycleId}:${personId}:${step}`,
    target: { personId },
    payload: { kind: 'chase', cycleId, step, objectiveIds },
    createdAt: now,
  };
}
