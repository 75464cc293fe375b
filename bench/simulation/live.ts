// A partnership's life from its first day to its last: what was planned happens, the bot sweeps and sends, people
// react. The use cases are the product's own; only the clock, the chat platform and chance are ours.
import { Temporal } from 'temporal-polyfill';
import type { Message } from '../../src/core/message/messages/message.ts';
import { DeliveryError } from '../../src/core/outbox/app/delivery-error.ts';
import type { NotificationRow } from '../../src/core/outbox/app/notification-ports.ts';
import type { MessageSender } from '../../src/core/request/app/chat-ports.ts';
import type { CommandContext } from '../../src/core/request/app/command.ts';
import { RetryLater } from '../../src/core/request/app/faults.ts';
import type { Log } from '../../src/core/request/app/ports.ts';
import { chaseDueOwners } from '../../src/cycle/chases/app/chase-due-owners.ts';
import { snoozeChases } from '../../src/cycle/chases/app/snooze-chases.ts';
import { moveMeeting } from '../../src/cycle/meetings/app/plan-meetings.ts';
import { rollCycle } from '../../src/cycle/meetings/app/roll-cycle.ts';
import { updateStatus } from '../../src/cycle/returns/app/update-status.ts';
import { fileFormats } from '../../src/files/formats.ts';
import { answerCover } from '../../src/plan/absences/app/answer-cover.ts';
import { recordAbsence } from '../../src/plan/absences/app/record-absence.ts';
import { deliverNotification } from '../../src/service/delivery/app/deliver-notification.ts';
import type { Place } from './place.ts';
import {
  DAY,
  HOUR,
  type LifePlan,
  MINUTE,
  momentOf,
  type Outage,
  type Planned,
  planLife,
  TIME_ZONE,
} from './plan-life.ts';
import { chanceOf } from './random.ts';
import { react } from './react.ts';
import type { Happening, Outcome, Setting, Story, StoryLine, Told } from './story.ts';

const QUARTER = 15 * MINUTE;
/** A sweep at each of these can find something that the one before could not; the hours are those that people choose. */
const SWEEPS = ['08:45', '09:00', '10:00', '11:00', '13:00', '16:00', '16:30', '16:45'];
/** So long before a meeting something may be asked for it. */
const ASKED_BEFORE_DAYS = 45;

const quiet: Log = { info() {}, warn() {}, error() {} };

type Life = {
  readonly setting: Setting;
  readonly seed: number;
  readonly place: Place;
  readonly plan: LifePlan;
  readonly lines: StoryLine[];
  /** What will happen, the next last. */
  readonly planned: Planned[];
  readonly refs: Map<string, string>;
  readonly objectives: Map<string, string>;
  readonly gone: Set<string>;
  readonly meetings: Map<string, string>;
  requests: number;
  rolledOn: string;
};

/** Lives it to the end; the same seed and number give the same story in every place. */
export async function live(
  setting: Setting,
  seed: number,
  number: number,
  place: Place,
): Promise<Story> {
  const plan = planLife(setting, seed, number);
  const life: Life = {
    ...{
      setting,
      seed,
      place,
      plan,
      lines: [],
      planned: [],
      requests: 0,
      rolledOn: '',
      gone: new Set(),
    },
    refs: new Map(setting.objectives.map(({ id, ref }) => [ref, id])),
    objectives: new Map(setting.objectives.map(({ id, ref }) => [id, ref])),
    meetings: new Map(setting.meetings.map(({ id, heldOn }) => [id, heldOn])),
  };
  for (const one of plan.planned) schedule(life, one);
  for (const { from, until } of plan.outages) life.lines.push({ at: from, kind: 'down', until });
  for (const regular of sweepsOf(life)) {
    const times = [...regular];
    for (let next = times.shift(); next !== undefined; next = times.shift()) {
      const changedAt = await happenUntil(life, next);
      // What may make a chase due is seen by the sweep of the next quarter of an hour.
      const moment =
        changedAt === null ? next : Math.min(next, Math.ceil(changedAt / QUARTER) * QUARTER);
      if (moment < next) times.unshift(next);
      for (let more = changedAt; more !== null; ) more = await happenUntil(life, moment);
      await sweepIfUp(life, moment);
    }
  }
  life.lines.sort((one, other) => one.at - other.at);
  return { setting, lines: life.lines };
}

/** The moments of the sweeps of each day on which something can be due. */
function* sweepsOf(life: Life): Generator<readonly number[]> {
  const { setting, seed, plan } = life;
  const outages = [...plan.outages, ...plan.platformOutages];
  for (
    let date = Temporal.PlainDate.from(setting.firstDay);
    date.toString() <= setting.lastDay;
    date = date.add({ days: 1 })
  ) {
    const day = date.toString();
    const noon = momentOf(day, '12:00');
    if (![...life.meetings.values()].some((held) => isAhead(day, held))) continue;
    const midnight = momentOf(day, '00:00');
    const ended = outages
      .map(({ until }) => Math.ceil(until / QUARTER) * QUARTER)
      .filter((at) => at >= midnight && at < midnight + DAY);
    // Now and then a sweep on a day off, and out of hours: nothing may come of it.
    const usual = date.dayOfWeek <= 5 || chanceOf(seed, day).happens(0.2);
    const times = usual ? SWEEPS.map((time) => momentOf(day, time)) : [noon];
    yield [...new Set([...times, ...ended])].sort((one, other) => one - other);
  }
}

function isAhead(day: string, held: string): boolean {
  return day <= held && momentOf(held, '12:00') - momentOf(day, '12:00') <= ASKED_BEFORE_DAYS * DAY;
}

function schedule({ planned }: Life, one: Planned): void {
  let place = planned.length;
  while (place > 0 && (planned[place - 1]?.at ?? 0) <= one.at) place--;
  planned.splice(place, 0, one);
}

/** Lets happen what comes by then; stops after what may make a chase due, and says when that was. */
async function happenUntil(life: Life, until: number): Promise<number | null> {
  for (let next = life.planned.at(-1); next && next.at <= until; next = life.planned.at(-1)) {
    life.planned.pop();
    const down = downAt(life, next.at);
    if (down) {
      // The bot is the door: nobody can tell it anything while it is down.
      schedule(life, { ...next, at: down.until + 7 * MINUTE });
      continue;
    }
    const line = await happen(life, next);
    if (!line) continue;
    life.lines.push({ ...line, at: next.at });
    if (!['answered', 'evidence', 'snoozed'].includes(line.kind)) return next.at;
  }
  return null;
}

function downAt({ plan }: Life, at: number): Outage | undefined {
  return plan.outages.find(({ from, until }) => from <= at && at < until);
}

async function happen(life: Life, one: Planned): Promise<Happening | null> {
  const { place } = life;
  const { record } = place;
  const now = instant(one.at);
  switch (one.kind) {
    case 'answer':
      return await answer(life, one);
    case 'snooze': {
      const context = await contextOf(life, one.person, one.at);
      const put = context && (await snoozeChases(one.words, context));
      if (!put?.ok || !put.value) return null;
      const meeting = await place.meetingOf(put.value.cycle.id);
      const until = put.value.until.toString();
      return { kind: 'snoozed', person: one.person, meeting, until };
    }
    case 'away':
      return await goAway(life, one);
    case 'cover-answer': {
      const absence = await record.absences.find(one.number);
      const context = absence?.cover && (await contextOf(life, absence.cover.id, one.at));
      const said = context && (await answerCover(absence, one.state, context));
      if (!said?.ok) return null;
      const accepted = one.state === 'accepted';
      return { kind: 'cover-answered', absence: String(one.number), accepted };
    }
    case 'leave':
      if (life.gone.has(one.person)) return null;
      life.gone.add(one.person);
      await record.peopleAdmin.setLeft(one.person, contextDay(now));
      return { kind: 'left', person: one.person };
    case 'hand-over':
      return await handOver(life, one);
    case 'add':
      await place.addObjective(one.objective, contextDay(now).toString());
      await rollCycle(record, place.partnership, now);
      life.refs.set(one.objective.ref, one.objective.id);
      life.objectives.set(one.objective.id, one.objective.ref);
      return { kind: 'added', objective: one.objective };
    case 'close':
      await place.closeObjective(one.objective, contextDay(now).toString());
      return { kind: 'closed', objective: one.objective };
    case 'evidence':
      await place.giveEvidence(one.objective, one.at);
      return { kind: 'evidence', objective: one.objective };
    case 'move':
      return await move(life, one);
    case 'call-off':
      if ((life.meetings.get(one.meeting) ?? '') <= contextDay(now).toString()) return null;
      await place.callOff(one.meeting, one.at);
      life.meetings.delete(one.meeting);
      await rollCycle(record, place.partnership, now);
      return { kind: 'called-off', meeting: one.meeting };
  }
}

/** Several returns are as many answers; all but the last are written down here. */
async function answer(
  life: Life,
  { at, person, objectives }: Extract<Planned, { kind: 'answer' }>,
): Promise<Happening | null> {
  for (const id of objectives) {
    const context = await contextOf(life, person, at);
    const objective = context && (await life.place.record.objectives.find(id, context.today));
    if (!objective) continue;
    const chance = chanceOf(life.seed, 'rating', id, at);
    const request = chance.happens(0.5)
      ? ({ kind: 'same', note: null } as const)
      : ({ kind: 'update', rag: chance.pick(['amber', 'green'] as const), note: 'Done.' } as const);
    const done = await updateStatus(request, objective, context);
    if (done.ok) life.lines.push({ at, kind: 'answered', objective: id });
  }
  return null;
}

async function goAway(
  life: Life,
  one: Extract<Planned, { kind: 'away' }>,
): Promise<Happening | null> {
  const context = await contextOf(life, one.person, one.at);
  const people = life.setting.people;
  const summary = (id: string | null) => {
    const found = people.find((person) => person.id === id);
    return found && !life.gone.has(found.id)
      ? { id: found.id, name: found.name, email: found.email, organisation: '' }
      : null;
  };
  const person = summary(one.person);
  if (!context || !person) return null;
  const period = {
    startsOn: Temporal.PlainDate.from(one.from),
    endsOn: Temporal.PlainDate.from(one.until),
  };
  let cover = summary(one.cover);
  let added = await recordAbsence({ person, period, cover }, context);
  if (!added.ok && added.refusal.code === 'cover-away') {
    cover = null;
    const again = await contextOf(life, one.person, one.at);
    if (again) added = await recordAbsence({ person, period, cover }, again);
  }
  if (!added.ok) return null;
  const { number } = added.value;
  const state = one.coverSays;
  if (cover && state)
    schedule(life, { at: one.at + 3 * HOUR, kind: 'cover-answer', number, state });
  return {
    ...{ kind: 'away', absence: String(number), person: one.person },
    ...{ from: one.from, until: one.until, cover: cover?.id ?? null },
  };
}

async function handOver(
  { place, gone }: Life,
  { at, objective: objectiveId, to }: Extract<Planned, { kind: 'hand-over' }>,
): Promise<Happening | null> {
  const today = contextDay(instant(at));
  const objective = await place.record.objectives.find(objectiveId, today);
  if (gone.has(to) || objective?.status !== 'open') return null;
  const party = (id: string) => ({ id, name: '', organisation: '', active: true });
  const owner = objective.assignees.find(({ role }) => role === 'owner')?.personId ?? null;
  if (owner === to) return null;
  const passed = await place.record.handovers.pass(
    {
      ...{ id: '', number: 0, objectiveId, ref: objective.ref, title: objective.title },
      ...{ from: owner === null ? null : party(owner), to: party(to), askedBy: party(to) },
      ...{ askedAt: instant(at), state: 'accepted' },
    },
    today,
  );
  return passed ? { kind: 'handed-over', objective: objectiveId, to } : null;
}

async function move(
  life: Life,
  { at, meeting: id, byDays }: Extract<Planned, { kind: 'move' }>,
): Promise<Happening | null> {
  const { record } = life.place;
  const office = life.setting.people.find((person) => person.office);
  const context = office && (await contextOf(life, office.id, at));
  if (!context) return null;
  const meeting = (await record.meetings.listFrom(context.today)).find((one) => one.id === id);
  const forum = (await record.meetings.forums()).find((one) => one.id === meeting?.forumId);
  if (!meeting || !forum) return null;
  let to = meeting.heldOn.add({ days: byDays });
  while (to.dayOfWeek > 5) to = to.add({ days: 1 });
  if (Temporal.PlainDate.compare(to, context.today.add({ days: 1 })) <= 0) return null;
  const moved = await moveMeeting(forum, meeting, to, context);
  if (!moved.ok) return null;
  life.meetings.set(id, to.toString());
  return { kind: 'moved', meeting: id, to: to.toString() };
}

async function contextOf(life: Life, person: string, at: number): Promise<CommandContext | null> {
  const { place, setting } = life;
  const now = instant(at);
  const today = contextDay(now);
  const email = setting.people.find(({ id }) => id === person)?.email ?? '';
  const actor = await place.record.people.findActorByEmail(email, today);
  if (!actor) return null;
  return {
    ...{ actor, partnership: place.partnership, partnerships: [place.partnership] },
    ...{ record: place.record, now, today },
    ...{ log: quiet, files: fileFormats, directories: [], commands: [], terms: [] },
    inbound: {
      ...{ platform: 'terminal', tenantId: setting.key, userId: email, text: '' },
      conversation: { kind: 'personal', id: email },
      requestId: `request-${++life.requests}`,
    },
  };
}

async function sweepIfUp(life: Life, at: number): Promise<void> {
  if (downAt(life, at)) return;
  const { place, plan } = life;
  const today = contextDay(instant(at)).toString();
  if (life.rolledOn !== today) await rollCycle(place.record, place.partnership, instant(at));
  life.rolledOn = today;
  await chaseDueOwners(place.record, place.partnership, instant(at));
  // It may die before it sends what it wrote down.
  const dies = plan.outages.some(
    ({ from, beforeSending }) => beforeSending && at < from && from - at <= 2 * HOUR,
  );
  const told = dies ? [] : await deliverQueued(life, at);
  if (!dies) life.lines.push({ at, kind: 'sweep', told });
  for (const one of told)
    if (one.outcome === 'sent')
      for (const next of react(one, at, life.seed, (ref) => life.refs.get(ref)))
        schedule(life, next);
}

const noLimit = { key: 'simulation', everyMs: 0, burst: 1 };

async function deliverQueued(life: Life, at: number): Promise<Told[]> {
  const { place } = life;
  const told: Told[] = [];
  for (const id of await place.queued()) {
    const row = await place.record.notifications.find(id);
    if (!row?.personId) continue;
    const chase = await chaseOf(row, place);
    let given: Message | null = null;
    const sender: MessageSender = {
      platform: 'slack',
      paceOf: () => ({ limits: [], slowedBy: noLimit, stoppedBy: noLimit }),
      async send(_target, message) {
        given = message;
        fail(life, row, chase, at);
        return { externalId: id };
      },
      async edit() {
        throw new Error('nothing is changed in the simulation');
      },
    };
    const parts = {
      ...{ store: place.store, clock: { now: async () => instant(at) }, log: quiet },
      senders: [sender],
    };
    await deliverNotification(parts, place.partnership.id, id).catch((error: unknown) => {
      if (!(error instanceof RetryLater)) throw error;
    });
    const { state, reason } = await place.outcome(id);
    // It waits for its time.
    if (state === 'queued' && given === null) continue;
    told.push(toldOf(life, row, { chase, given, state, reason }));
  }
  return told.sort((one, other) =>
    `${one.person} ${one.title}` < `${other.person} ${other.title}` ? -1 : 1,
  );
}

/** The platform takes nothing for a while; with some messages nobody knows, some go nowhere. */
function fail({ seed, plan }: Life, row: NotificationRow, chase: Told['chase'], at: number): void {
  if (plan.platformOutages.some(({ from, until }) => from <= at && at < until))
    throw new DeliveryError('not-sent', 'rate-limited', { retryAfterMs: HOUR });
  if (!chase) return;
  const luck = chanceOf(seed, 'send', row.personId ?? '', chase.meeting, chase.step).fraction();
  if (luck < 0.015) throw new DeliveryError('never', 'account-gone');
  if (luck < 0.025) throw new DeliveryError('unknown', 'no-answer');
}

async function chaseOf({ payload }: NotificationRow, place: Place): Promise<Told['chase']> {
  if (payload.kind !== 'chase') return null;
  return { meeting: await place.meetingOf(payload.cycleId), step: payload.step };
}

function toldOf(
  { objectives }: Life,
  { personId, payload }: NotificationRow,
  happened: {
    readonly chase: Told['chase'];
    readonly given: Message | null;
    readonly state: Outcome;
    readonly reason: string | null;
  },
): Told {
  const { chase, given, state: outcome, reason } = happened;
  const text = given ? JSON.stringify(given.blocks) : '';
  const decided =
    payload.kind === 'chase' ? payload.objectiveIds.map((id) => objectives.get(id) ?? id) : [];
  return {
    person: personId ?? '',
    title: given?.title ?? (payload.kind === 'message' ? payload.message.title : ''),
    chase,
    refs: given ? [...new Set(text.match(/\b\d+[A-D]:\d+\b/g))].sort() : decided.sort(),
    more: Number(/And (\d+) more/.exec(text)?.[1] ?? 0),
    ...{ outcome, reason },
  };
}

function instant(at: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(at);
}

function contextDay(now: Temporal.Instant): Temporal.PlainDate {
  return now.toZonedDateTimeISO(TIME_ZONE).toPlainDate();
}
