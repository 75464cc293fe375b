// Finds who is due a chase now and records it in the outbox, which queues it. Safe to run at any
// time and as often as wanted: the outbox's key makes a second run find nothing to do.
import type { Temporal } from 'temporal-polyfill';
import { localDate } from '../../../core/dates/domain/working-days.ts';
import type { NewNotification } from '../../../core/outbox/app/notification-ports.ts';
import type { PastChase } from '../../../core/outbox/domain/past-chase.ts';
import type { Commits, Partnership, Reads, Uses } from '../../../core/request/app/ports.ts';
import { isSendingTime } from '../../cycles/domain/chase-steps.ts';
import { type ChaseDecision, decideChases } from '../domain/chase-policy.ts';
import { decideEvidenceCalls } from '../domain/evidence-call.ts';
import { type ChaseFacts, loadChaseFacts } from './chase-facts.ts';
import { cancelOvertaken, chaseKey, overtakenChases } from './overtaken-chases.ts';
import { noticesOfUncovered } from './tell-uncovered.ts';
import { noticesOfUnreached } from './tell-unreached.ts';
import { noticesOfVacant } from './tell-vacant.ts';

type ChaseDueOwnersNeeds = Reads<'calendars' | 'objectives'> &
  Uses<'absences' | 'cycles' | 'notifications' | 'people' | 'preferences' | 'snoozes'> &
  Commits<'cycles' | 'notifications'>;

/** @returns how many chases were queued, and how many steps time had overtaken before they could be */
export async function chaseDueOwners(
  record: ChaseDueOwnersNeeds,
  partnership: Partnership,
  now: Temporal.Instant,
): Promise<{ queued: number; passed: number }> {
  // Most sweeps find nobody to be told anything: it is night, or a day off.
  if (!isSendingTime(now, partnership.timeZone, await record.calendars.ofPartnership()))
    return { queued: 0, passed: 0 };
  const today = localDate(now, partnership.timeZone);
  const facts = await loadChaseFacts(record, today);
  const overtaken = overtakenChases(facts, now, today);
  const decisions = decideAll(facts, now, today, overtaken);
  const notices = [
    ...(await noticesOfUncovered(record, partnership, facts, now)),
    ...noticesOfVacant(partnership, facts, now),
    ...(await noticesOfUnreached(record, partnership, facts, now)),
  ];
  if (overtaken.length + decisions.length + notices.length === 0) return { queued: 0, passed: 0 };
  // Whom it asks is written down with what it asks, so that a view as at a date knows since when.
  const by = { at: now, personId: null };
  return await record.transaction(async ({ notifications, cycles }) => {
    if (decisions.length > 0) await cycles.ensure(today);
    const underway = await cancelOvertaken(overtaken, notifications, now);
    const sure = decisions.filter(({ personId }) => !underway.has(personId));
    const passed = await notifications.recordPassed(
      sure.flatMap(({ passed: steps, ...decision }) =>
        steps.map((step) => chaseNotification({ ...decision, step }, now)),
      ),
      now,
      'passed before it could be sent',
    );
    const queued = await notifications.enqueue(
      sure.map((decision) => chaseNotification(decision, now)),
    );
    await notifications.enqueue(notices);
    return { queued, passed };
  }, by);
}

/** Everything that is due now. The nearest meeting first: a person who is due for two is chased for that one today. */
export function decideAll(
  facts: ChaseFacts,
  now: Temporal.Instant,
  today: Temporal.PlainDate,
  overtaken = overtakenChases(facts, now, today),
): ChaseDecision[] {
  const { cycles, reviews, circumstances } = facts;
  const dropped = new Set(overtaken.map(({ chase }) => chase));
  const past = facts.past.map((one) =>
    dropped.has(one) ? { ...one, outcome: 'passed' as const } : one,
  );
  const decided: ChaseDecision[] = [];
  const known = (): PastChase[] => [
    ...past,
    ...decided.map((one) => ({ ...one, on: today, outcome: 'other' as const })),
  ];
  for (const { cycle, outstanding } of cycles)
    decided.push(...decideChases(cycle, outstanding, known(), now, circumstances));
  for (const { review, gaps } of reviews)
    decided.push(...decideEvidenceCalls(review, gaps, known(), now, circumstances));
  return decided;
}

function chaseNotification(
  { cycleId, personId, step, objectiveIds }: Omit<ChaseDecision, 'passed'>,
  now: Temporal.Instant,
): NewNotification {
  return {
    kind: 'chase',
    dedupeKey: chaseKey({ cycleId, personId, step }),
    target: { personId },
    payload: { kind: 'chase', cycleId, step, objectiveIds },
    createdAt: now,
  };
}
