// What waits for its sending and has nothing to say any more must not take somebody's one message of the day from
// what is true now. The sweep cancels it in the transaction in which it records the next.
import type { Temporal } from 'temporal-polyfill';
import type { NotificationWrites } from '../../../core/outbox/app/notification-ports.ts';
import type { NothingToSay, PastChase } from '../../../core/outbox/domain/past-chase.ts';
import { isEvidenceStep } from '../../cycles/domain/chase-rules.ts';
import { absentOn } from '../domain/chase-audience.ts';
import { type ChaseSubject, nothingToSay } from '../domain/nothing-to-say.ts';
import type { ChaseFacts } from './chase-facts.ts';

export type OvertakenChase = { readonly chase: PastChase; readonly why: NothingToSay };

/** The waiting chases that would not be sent if their turn came now. */
export function overtakenChases(
  facts: ChaseFacts,
  now: Temporal.Instant,
  today: Temporal.PlainDate,
): OvertakenChase[] {
  const { calendars, absences, snoozes } = facts.circumstances;
  const absent = absentOn(today, absences);
  return facts.past.flatMap((chase) => {
    if (chase.outcome !== 'waiting') return [];
    const calendar = calendars.get(chase.personId);
    const why = nothingToSay(chase, subjectOf(chase, facts), { calendar, absent, snoozes }, now);
    return why ? [{ chase, why }] : [];
  });
}

function subjectOf(
  { cycleId, step }: PastChase,
  { cycles, reviews }: ChaseFacts,
): ChaseSubject | null {
  const idsOf = (wanted: readonly { readonly objectiveId: string }[]) =>
    new Set(wanted.map(({ objectiveId }) => objectiveId));
  if (isEvidenceStep(step)) {
    const found = reviews.find(({ review }) => review.id === cycleId);
    return found ? { review: found.review, wanted: idsOf(found.gaps) } : null;
  }
  const found = cycles.find(({ cycle }) => cycle.id === cycleId);
  return found ? { cycle: found.cycle, wanted: idsOf(found.outstanding) } : null;
}

/**
 * Cancels them, in the caller's transaction.
 * @returns whose chase is being sent at this very moment: that one is their message of the day
 */
export async function cancelOvertaken(
  overtaken: readonly OvertakenChase[],
  notifications: Pick<NotificationWrites, 'cancelWaiting'>,
  now: Temporal.Instant,
): Promise<ReadonlySet<string>> {
  const cancelled = await notifications.cancelWaiting(
    overtaken.map(({ chase, why }) => ({ dedupeKey: chaseKey(chase), why })),
    now,
  );
  return new Set(
    overtaken.flatMap(({ chase }) => (cancelled.has(chaseKey(chase)) ? [] : [chase.personId])),
  );
}

/** What tells a chase from every other one, so that none is recorded twice. */
export function chaseKey({
  cycleId,
  personId,
  step,
}: Pick<PastChase, 'cycleId' | 'personId' | 'step'>): string {
  return `chase:${cycleId}:${personId}:${step}`;
}
