// A rehearsal of one meeting: every message that would be sent for it if nobody answered, to whom and when, and who
// would get none. The job's own rules decide, sweep by sweep, for every meeting together; nothing is written or sent.

import type { Temporal } from 'temporal-polyfill';
import { localDate } from '../../../core/dates/domain/working-days.ts';
import type { ChaseStep, PastChase } from '../../../core/outbox/domain/past-chase.ts';
import type { Given } from '../../../core/request/app/command.ts';
import type { Reads, Uses } from '../../../core/request/app/ports.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { decideAll } from '../../../cycle/chases/app/chase-due-owners.ts';
import {
  type ChaseFacts,
  loadChaseFacts,
  toOutstanding,
} from '../../../cycle/chases/app/chase-facts.ts';
import { noticesOfUncovered } from '../../../cycle/chases/app/tell-uncovered.ts';
import { noticesOfUnreached } from '../../../cycle/chases/app/tell-unreached.ts';
import { noticesOfVacant } from '../../../cycle/chases/app/tell-vacant.ts';
import { evidenceDueAt } from '../../../cycle/chases/domain/evidence-call.ts';
import { sweeps, timesOfDay } from '../../../cycle/chases/domain/sweep-times.ts';
import { chaseMessage } from '../../../cycle/chases/messages/chase.ts';
import { evidenceCallMessage } from '../../../cycle/chases/messages/evidence-call.ts';
import { asksForReturn, isEvidenceStep } from '../../../cycle/cycles/domain/chase-rules.ts';
import { type Cycle, cycleDeadlines, isBefore } from '../../../cycle/cycles/domain/cycle.ts';
import type { ForumView, MeetingView } from '../../../cycle/meetings/app/meeting-ports.ts';
import { asCycle, placeOf } from '../../../cycle/meetings/app/plan-meetings.ts';
import { officeListMessage, rollUpMessage } from '../../../cycle/returns/messages/roll-up.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import { ownersReached } from '../../../plan/objectives/domain/owners-reached.ts';
import type { Rehearsal, RehearsedMessage } from '../messages/rehearsal.ts';
import { silentPeople } from './silent-people.ts';

type CycleFacts = ChaseFacts['cycles'][number];
type Target = {
  /** Null: the forum collects no returns. */
  readonly cycle: CycleFacts | null;
  readonly review: ChaseFacts['reviews'][number] | null;
  readonly hypothetical: boolean;
};

type RehearseMeetingNeeds = Given<
  'partnership' | 'now' | 'today',
  Reads<'calendars' | 'objectives'> &
    Uses<'absences' | 'cycles' | 'notifications' | 'people' | 'preferences' | 'snoozes'>
>;

/** Refusal: `no-round`, where nothing is ever sent for the forum. */
export async function rehearseMeeting(
  forum: ForumView,
  meeting: MeetingView,
  context: RehearseMeetingNeeds,
): Promise<Result<Rehearsal>> {
  const { record, today, now, partnership } = context;
  const real = await loadChaseFacts(record, today);
  const target = await targetOf(forum, meeting, real, context);
  const { cycle, review, hypothetical } = target;
  const rehearsed = cycle?.cycle ?? review?.review;
  if (!rehearsed)
    return refuse({ code: 'no-round', forum: forum.name, on: meeting.heldOn.toString() });
  const facts = withTarget(real, target);
  const own = new Set([cycle?.cycle.id, review?.review.id]);
  const messages: RehearsedMessage[] = [];
  const names = new Map((await record.people.list()).map(({ id, name }) => [id, name]));
  const objectives = new Map(
    (await record.objectives.list(today)).map((objective) => [objective.id, objective]),
  );
  const noted = new Set<string>();
  // Nothing is recorded in between, so what was read once is read for each sweep.
  const absences = await record.absences.list(today);
  const quiet = { absences: { ...record.absences, list: async () => absences } };
  const reachable = await record.people.reachable();
  const known = { people: { ...record.people, reachable: async () => reachable } };
  const past: PastChase[] = [...facts.past];
  const times = timesOfDay(
    [
      ...facts.cycles.flatMap((one) => one.cycle.chase.steps),
      ...facts.reviews.flatMap((one) => one.review.chase.evidence),
    ],
    facts.circumstances,
  );
  const { timeZone } = partnership;
  for (const at of sweeps(timeZone, meetingCalendar(target), times, now, endOf(target))) {
    const on = localDate(at, timeZone);
    for (const decision of decideAll({ ...facts, past }, at, on)) {
      past.push({ ...decision, on, outcome: 'sent' });
      if (!own.has(decision.cycleId)) continue;
      const about = decision.objectiveIds.flatMap((id) => objectives.get(id) ?? []);
      messages.push({
        at,
        personId: decision.personId,
        name: names.get(decision.personId) ?? '',
        role: roleText(decision.personId, decision.step, about, facts, names),
        step: decision.step,
        title: titleOf(decision.step, target, about, at),
        refs: about.map(({ ref }) => ref),
      });
    }
    const onlyTarget = { ...facts, cycles: cycle ? [cycle] : [] };
    for (const { dedupeKey, target: to, payload } of [
      ...(await noticesOfUncovered(quiet, partnership, onlyTarget, at)),
      ...noticesOfVacant(partnership, onlyTarget, at),
      ...(await noticesOfUnreached(known, partnership, onlyTarget, at)),
    ]) {
      if (noted.has(dedupeKey) || !('personId' in to) || payload.kind !== 'message') continue;
      noted.add(dedupeKey);
      messages.push({
        ...{ at, personId: to.personId, name: names.get(to.personId) ?? '' },
        ...{ role: 'programme office', step: 'notice', title: payload.message.title, refs: [] },
      });
    }
  }
  return ok({
    meeting: rehearsed,
    timeZone,
    hypothetical,
    messages,
    silent: cycle ? silentPeople(cycle, facts, messages, names, { reachable, today }) : [],
    reached: cycle ? ownersReached(cycle.objectives, reachable) : null,
  });
}

/** The meeting as the job sees it; where its cycle has not begun, with every objective that is open now. */
async function targetOf(
  forum: ForumView,
  meeting: MeetingView,
  facts: ChaseFacts,
  { record, partnership, today }: Given<'partnership' | 'today', Reads<'calendars' | 'objectives'>>,
): Promise<Target> {
  const place = await placeOf(record, partnership);
  const known = facts.cycles.find(({ cycle }) => cycle.id === meeting.cycleId) ?? null;
  const review = facts.reviews.find((one) => one.review.id === meeting.id) ?? null;
  if (known || !forum.collectsReturns) return { cycle: known, review, hypothetical: false };
  const objectives = await record.objectives.list(today);
  const cycle = asCycle(forum, meeting, place);
  const outstanding = objectives.map(toOutstanding);
  return {
    cycle: { cycle, objectives, asked: objectives.length, outstanding },
    review,
    hypothetical: true,
  };
}

/** The nearest meeting first, as the job has them. */
function withTarget(facts: ChaseFacts, { cycle, hypothetical }: Target): ChaseFacts {
  if (!cycle || !hypothetical) return facts;
  const cycles = [...facts.cycles, cycle].sort(
    (one, other) => other.cycle.meetingDate.until(one.cycle.meetingDate).days,
  );
  return { ...facts, cycles };
}

function meetingCalendar({ cycle, review }: Target): Cycle['calendar'] {
  return (cycle?.cycle ?? review?.review)?.calendar ?? { closed: new Set(), worked: new Set() };
}

function endOf({ cycle, review }: Target): Temporal.Instant {
  const ends = [
    ...(cycle ? [cycleDeadlines(cycle.cycle).ends] : []),
    ...(review ? [evidenceDueAt(review.review)] : []),
  ];
  return ends.reduce((one, other) => (isBefore(one, other) ? other : one));
}

/** As what somebody gets it. */
function roleText(
  personId: string,
  step: ChaseStep,
  about: readonly Objective[],
  { circumstances }: ChaseFacts,
  names: ReadonlyMap<string, string>,
): string {
  if (step === 'roll-up') return 'co-chair';
  if (step === 'office') return 'programme office';
  const has = (role: 'owner' | 'deputy') =>
    about.some(({ assignees }) =>
      assignees.some((one) => one.role === role && one.personId === personId),
    );
  if (has('owner')) return 'owner';
  if (isEvidenceStep(step)) return 'evidence lead';
  const covered = new Set(
    circumstances.absences.flatMap((one) => (one.coverId === personId ? [one.personId] : [])),
  );
  const whose = about
    .map(toOutstanding)
    .flatMap(({ ownerIds, deputyIds }) => [...ownerIds, ...deputyIds])
    .filter((id) => covered.has(id))
    .map((id) => names.get(id) ?? '');
  if (has('deputy')) return 'deputy';
  return whose.length > 0 ? `cover for ${[...new Set(whose)].join(', ')}` : 'cover';
}

/** The title that the message would have. */
function titleOf(
  step: ChaseStep,
  { cycle: facts, review }: Target,
  objectives: readonly Objective[],
  now: Temporal.Instant,
): string {
  if (isEvidenceStep(step))
    return review ? evidenceCallMessage({ step, review: review.review, objectives }).title : step;
  if (!facts) return step;
  const { cycle } = facts;
  if (asksForReturn(step)) {
    const stories = new Map();
    return chaseMessage({ step, cycle, objectives, stories, asDeputy: false, first: true, now })
      .title;
  }
  return step === 'roll-up'
    ? rollUpMessage({ cycle, objectives }).title
    : officeListMessage({ cycle, objectives, unasked: new Set() }).title;
}
