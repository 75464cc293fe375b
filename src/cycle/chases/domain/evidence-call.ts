// Who is asked for evidence before a review, and when. As the chase, it is a pure function of the record and
// the time, and counts towards the one message a person a day.
import type { Temporal } from 'temporal-polyfill';
import {
  isWorkingDay,
  localDate,
  type WorkCalendar,
} from '../../../core/dates/domain/working-days.ts';
import type { EvidenceStep, PastChase } from '../../../core/outbox/domain/past-chase.ts';
import type { EvidenceRule } from '../../cycles/domain/chase-rules.ts';
import { fallsLaterToday, isSendingTime, personalMoment } from '../../cycles/domain/chase-steps.ts';
import { isBefore, type Review } from '../../cycles/domain/cycle.ts';
import { leadDay, leadInstant } from '../../cycles/domain/forum-rules.ts';
import {
  absentOn,
  type ChaseCircumstances,
  noCircumstances,
  standInsFor,
} from './chase-audience.ts';
import { type ChaseDecision, hadOneOn } from './chase-policy.ts';

/** An objective that lacks fresh evidence, and who gathers it. */
export type EvidenceGap = {
  readonly objectiveId: string;
  readonly ref: string;
  readonly leadIds: readonly string[];
};

/** When the documents are due. */
export function evidenceDueAt({ meetingDate, due, timeZone, calendar }: Review): Temporal.Instant {
  return leadInstant(meetingDate, due, timeZone, calendar);
}

/** Whether evidence is being asked for at `now`, of whoever works as the partnership does. */
export function isEvidenceCalledFor(review: Review, now: Temporal.Instant): boolean {
  const { timeZone, calendar } = review;
  return (
    isSendingTime(now, timeZone, calendar) &&
    !isBefore(evidenceDueAt(review), now) &&
    currentStep(review, fallenSteps(review, calendar, now), calendar, now) !== null
  );
}

/** The day of a step, whether or not it is a working day. */
export function evidenceStepDay(review: Review, { daysBefore }: EvidenceRule): Temporal.PlainDate {
  return daysBefore === null
    ? leadDay(review.meetingDate, review.due, review.calendar)
    : review.meetingDate.subtract({ days: daysBefore });
}

/** Whether a step that was decided for somebody is still the one that is true. */
export function isEvidenceStepStillTrue(
  review: Review,
  step: EvidenceStep,
  calendar: Review['calendar'],
  now: Temporal.Instant,
): boolean {
  return (
    !isBefore(evidenceDueAt(review), now) &&
    currentStep(review, fallenSteps(review, calendar, now), calendar, now)?.step === step
  );
}

/**
 * Everybody to be asked for evidence at `now`: one message a person for all their objectives, each step once. What an
 * absent person would be asked, whoever covers is; where nobody does, it waits.
 */
export function decideEvidenceCalls(
  review: Review,
  gaps: readonly EvidenceGap[],
  past: readonly PastChase[],
  now: Temporal.Instant,
  circumstances: Partial<ChaseCircumstances> = {},
): ChaseDecision[] {
  const { timeZone, calendar: everybodys } = review;
  if (!isSendingTime(now, timeZone, everybodys) || isBefore(evidenceDueAt(review), now)) return [];
  const { absences, calendars } = { ...noCircumstances, ...circumstances };
  const today = localDate(now, timeZone);
  const absent = absentOn(today, absences);
  const asked = gaps.map(({ objectiveId, leadIds }) => ({
    objectiveId,
    to: leadIds.flatMap((personId) => standInsFor(personId, absent)),
  }));
  return [...new Set(asked.flatMap(({ to }) => to))].flatMap((personId) => {
    const calendar = calendars.get(personId) ?? everybodys;
    if (!isWorkingDay(today, calendar)) return [];
    const own = past.filter((one) => one.personId === personId);
    const fallen = fallenSteps(review, calendar, now);
    const current = currentStep(review, fallen, calendar, now);
    const recorded = own.filter(({ cycleId }) => cycleId === review.id);
    const had = (rule: EvidenceRule) => recorded.some(({ step }) => step === rule.step);
    if (!current || had(current) || hadOneOn(today, own)) return [];
    return [
      {
        cycleId: review.id,
        personId,
        step: current.step,
        objectiveIds: asked
          .filter(({ to }) => to.includes(personId))
          .map(({ objectiveId }) => objectiveId),
        passed: fallen.filter((rule) => rule !== current && !had(rule)).map(({ step }) => step),
      },
    ];
  });
}

function fallenSteps(
  review: Review,
  calendar: Review['calendar'],
  now: Temporal.Instant,
): EvidenceRule[] {
  return review.chase.evidence.filter((rule) => {
    const at = stepAt(review, rule, calendar);
    return at !== null && !isBefore(now, at);
  });
}

/** As with the chase: a step that falls due later today takes the day's one message. */
function currentStep(
  review: Review,
  fallen: readonly EvidenceRule[],
  calendar: WorkCalendar,
  now: Temporal.Instant,
): EvidenceRule | null {
  const ends = evidenceDueAt(review);
  const later = review.chase.evidence.some((rule) => {
    const at = stepAt(review, rule, calendar);
    return at && fallsLaterToday(at, ends, now, review.timeZone);
  });
  return later ? null : (fallen.at(-1) ?? null);
}

type Moments = Map<EvidenceRule, Temporal.Instant | null>;

/** Most leads share one calendar, and counting working days takes its time. */
const counted = new WeakMap<Review, Map<WorkCalendar, Moments>>();

function stepAt(review: Review, rule: EvidenceRule, calendar: WorkCalendar) {
  const ofReview = counted.get(review) ?? new Map<WorkCalendar, Moments>();
  counted.set(review, ofReview);
  const ofCalendar: Moments = ofReview.get(calendar) ?? new Map();
  ofReview.set(calendar, ofCalendar);
  const known = ofCalendar.get(rule);
  if (known !== undefined) return known;
  const at = countStep(review, rule, calendar);
  ofCalendar.set(rule, at);
  return at;
}

function countStep(review: Review, rule: EvidenceRule, calendar: WorkCalendar) {
  const { meetingDate, due, timeZone, chase } = review;
  const day = evidenceStepDay(review, rule);
  const furthest = Math.max(0, ...chase.evidence.map(({ daysBefore }) => daysBefore ?? 0));
  return personalMoment(
    { day, time: rule.time, timeZone },
    {
      first: meetingDate.subtract({ days: furthest + 7 }),
      last: leadDay(meetingDate, due, review.calendar),
    },
    calendar,
  );
}
