// A chase that waits for its sending says nothing any more once time, an answer, an absence or a snooze has overtaken
// it. The sending asks before it goes out; the sweep asks before what waits takes somebody's one message of the day.
import type { Temporal } from 'temporal-polyfill';
import { localDate, type WorkCalendar } from '../../../core/dates/domain/working-days.ts';
import type { ChaseStep, NothingToSay } from '../../../core/outbox/domain/past-chase.ts';
import type { AbsenceFact } from '../../../plan/absences/domain/absence-fact.ts';
import { asksForReturn, isEvidenceStep } from '../../cycles/domain/chase-rules.ts';
import { isStillTrue } from '../../cycles/domain/chase-steps.ts';
import type { Cycle, Review } from '../../cycles/domain/cycle.ts';
import { isAway, type SnoozeFact } from './chase-audience.ts';
import { isSnoozed } from './chase-policy.ts';
import { isEvidenceStepStillTrue } from './evidence-call.ts';

type Waiting = {
  /** Null: it goes to a channel. */
  readonly personId: string | null;
  readonly cycleId: string;
  readonly step: ChaseStep;
  readonly objectiveIds: readonly string[];
};

/** What a chase is about, as it stands now, with the objectives whose return or evidence is still wanted. */
export type ChaseSubject =
  | { readonly cycle: Cycle; readonly wanted: ReadonlySet<string> }
  | { readonly review: Review; readonly wanted: ReadonlySet<string> };

type Recipient = {
  readonly calendar: WorkCalendar | undefined;
  /** Everybody who is away today. */
  readonly absent: readonly AbsenceFact[];
  readonly snoozes: readonly SnoozeFact[];
};

/**
 * Why the chase is not sent after all; null: it still has something to say.
 * @param subject null: no such meeting lies ahead
 */
export function nothingToSay(
  { personId, cycleId, step, objectiveIds }: Waiting,
  subject: ChaseSubject | null,
  { calendar, absent, snoozes }: Recipient,
  now: Temporal.Instant,
): NothingToSay | null {
  if (!subject || !isTrueNow(step, subject, calendar, now)) return 'overtaken before it was sent';
  const { timeZone } = 'cycle' in subject ? subject.cycle : subject.review;
  const today = localDate(now, timeZone);
  if (personId !== null) {
    if (isAway(personId, absent)) return 'away before it was sent';
    if (asksForReturn(step) && isSnoozed(personId, cycleId, snoozes, today))
      return 'put off before it was sent';
  }
  return objectiveIds.some((id) => subject.wanted.has(id)) ? null : 'answered before it was sent';
}

function isTrueNow(
  step: ChaseStep,
  subject: ChaseSubject,
  own: WorkCalendar | undefined,
  now: Temporal.Instant,
): boolean {
  if ('cycle' in subject) {
    const { cycle } = subject;
    return !isEvidenceStep(step) && isStillTrue(cycle, step, own ?? cycle.calendar, now);
  }
  const { review } = subject;
  return isEvidenceStep(step) && isEvidenceStepStillTrue(review, step, own ?? review.calendar, now);
}
