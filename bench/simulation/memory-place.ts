// The record in memory: what the chase, an answer, an absence, a snooze and a moved meeting ask of it, and nothing
// else. A test runs the same year against a real database and compares every message.
import { Temporal } from 'temporal-polyfill';
import {
  isWithin,
  type Period,
  type WorkCalendar,
} from '../../src/core/dates/domain/working-days.ts';
import type {
  NewNotification,
  NotificationRow,
} from '../../src/core/outbox/app/notification-ports.ts';
import type { PastChase } from '../../src/core/outbox/domain/past-chase.ts';
import type { SendPace } from '../../src/core/request/app/chat-ports.ts';
import type {
  Partnership,
  PartnershipRecord,
  RecordStore,
  Repositories,
} from '../../src/core/request/app/ports.ts';
import { chaseRules } from '../../src/cycle/cycles/domain/chase-rules.ts';
import {
  type Cycle,
  countsAsReturnFrom,
  isBefore,
  nothingByHand,
  type Review,
} from '../../src/cycle/cycles/domain/cycle.ts';
import type { ForumRules } from '../../src/cycle/cycles/domain/forum-rules.ts';
import type { Absence } from '../../src/plan/absences/app/absence-ports.ts';
import type { AbsenceFact } from '../../src/plan/absences/domain/absence-fact.ts';
import type {
  Assignee,
  Objective,
  StatusEntry,
} from '../../src/plan/objectives/domain/objective.ts';
import { indexRefs, type PlanRefs } from '../../src/plan/objectives/domain/plan-refs.ts';
import { ratingStory } from '../../src/plan/objectives/domain/rating-story.ts';
import type { Place } from './place.ts';
import type { MeetingSetting, ObjectiveSetting, Outcome, PersonSetting, Setting } from './story.ts';

/** How a past chase of a state counts; of every other state: `other`. */
const outcomes: { readonly [state in NotificationRow['state']]?: PastChase['outcome'] } = {
  ...{ sent: 'sent', cancelled: 'passed', queued: 'waiting' },
};
const TIME_ZONE = 'Europe/London';
const ORGANISATION = 'Council';
const { compare } = Temporal.PlainDate;

type Person = PersonSetting & { active: boolean };
type Held = MeetingSetting & { day: Temporal.PlainDate; calledOff: boolean };
type Kept = ObjectiveSetting & {
  readonly order: number;
  owners: { readonly personId: string; readonly from: Temporal.PlainDate; until: string | null }[];
  deputy: string | null;
  open: boolean;
  closedOn: Temporal.PlainDate | null;
  version: number;
  rag: Objective['rag'];
  readonly ratings: StatusEntry[];
  evidence: Temporal.PlainDate[];
};
type Row = {
  readonly id: string;
  key: string;
  readonly notification: NewNotification;
  readonly on: Temporal.PlainDate;
  state: NotificationRow['state'];
  attempts: number;
  arrivedOn: Temporal.PlainDate | null;
  reason: string | null;
  past: PastChase | null;
};
type WorkedOut = {
  readonly day: string;
  readonly views: Map<string, Objective>;
  open: readonly Objective[] | null;
  away: (AbsenceFact & Period)[] | null;
};
type KeptAbsence = { -readonly [K in keyof Absence]: Absence[K] };

/** A port of which only these methods are there; any other one says so. */
function only<Port extends object>(name: string, methods: Partial<Port>): Port {
  return new Proxy(methods, {
    get(target, key) {
      const found: unknown = Reflect.get(target, key);
      if (found === undefined) throw new Error(`not simulated: ${name}.${String(key)}`);
      return found;
    },
  }) as Port;
}

/** A partnership of its own, as its setting says. */
export function createMemoryPlace(setting: Setting): Place {
  const partnership: Partnership = {
    id: setting.id,
    key: setting.key,
    name: setting.key,
    timeZone: TIME_ZONE,
    hasExamples: false,
    switchedOff: false,
  };
  const people = new Map<string, Person>(
    setting.people.map((person) => [person.id, { ...person, active: true }]),
  );
  const calendar: WorkCalendar = { closed: new Set(setting.closed), worked: new Set() };
  const personCalendars = calendarsOf(setting, calendar);
  const forums = new Map(
    setting.forums.map((forum) => [forum.id, { ...forum, rules: rulesOf(forum) }]),
  );
  const meetings: Held[] = setting.meetings.map((meeting) => ({
    ...meeting,
    day: Temporal.PlainDate.from(meeting.heldOn),
    calledOff: false,
  }));
  const first = Temporal.PlainDate.from(setting.firstDay);
  const objectives = new Map<string, Kept>();
  let refs: PlanRefs | null = null;
  const absences: KeptAbsence[] = [];
  const snoozes = new Map<
    string,
    { personId: string; cycleId: string; until: Temporal.PlainDate }
  >();
  /** By cycle, which is named by its meeting: the objectives whose return was asked for, and whether it came. */
  const returns = new Map<string, Map<string, boolean>>();
  const rows: Row[] = [];
  const byId = new Map<string, Row>();
  const keys = new Set<string>();
  const waiting = new Set<string>();
  const answered = new Set<string>();

  const put = (objective: ObjectiveSetting, on: Temporal.PlainDate) => {
    const { ownerId, deputyId } = objective;
    objectives.set(objective.id, {
      ...objective,
      owners: ownerId === null ? [] : [{ personId: ownerId, from: on, until: null }],
      deputy: deputyId,
      order: orderOf(objective.ref),
      ...{ open: true, closedOn: null, version: 0, rag: 'amber', ratings: [], evidence: [] },
    });
  };
  for (const objective of setting.objectives) put(objective, first.subtract({ days: 365 }));

  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(TIME_ZONE).toPlainDate();
  const partyOf = (id: string) => {
    const { name, active } = person(id);
    return { id, name, organisation: ORGANISATION, active };
  };
  const person = (id: string): Person => {
    const found = people.get(id);
    if (!found) throw new Error(`there is nobody with the id ${id}`);
    return found;
  };
  const ahead = (from: Temporal.PlainDate) =>
    meetings
      .filter(({ calledOff, day }) => !calledOff && compare(day, from) >= 0)
      .sort((one, other) => compare(one.day, other.day) || (nameOf(one) < nameOf(other) ? -1 : 1));
  const nameOf = ({ forumId }: Held) => forums.get(forumId)?.name ?? '';

  const reviewKept = new WeakMap<Cycle, Review>();
  const cycleKept = new Map<string, Cycle>();
  const cycleOf = (meeting: Held): Cycle => {
    const forum = forums.get(meeting.forumId);
    if (!forum) throw new Error('a meeting of no forum');
    const known = cycleKept.get(meeting.id);
    // The same object as long as nothing of it changes: the rules remember what they counted by it.
    if (known?.meetingDate.equals(meeting.day)) return known;
    const cycle: Cycle = {
      id: meeting.id,
      forumName: forum.name,
      meetingDate: meeting.day,
      meetingTitle: meeting.title,
      rules: forum.rules,
      chase,
      calendar,
      timeZone: TIME_ZONE,
      example: false,
      byHand: nothingByHand,
    };
    cycleKept.set(meeting.id, cycle);
    return cycle;
  };
  const isNext = (meeting: ReturnType<typeof ahead>[number], from: Temporal.PlainDate) =>
    forums.get(meeting.forumId)?.collectsReturns === true &&
    ahead(from).find(({ forumId }) => forumId === meeting.forumId)?.id === meeting.id;
  const cyclesFrom = (from: Temporal.PlainDate) =>
    ahead(from)
      .filter((meeting) => returns.has(meeting.id) || isNext(meeting, from))
      .map(cycleOf);
  const owes = (cycle: Cycle, { id, ratings }: Kept) => {
    const last = ratings.at(-1);
    return (
      !returns.get(cycle.id)?.get(id) && (!last || isBefore(last.at, countsAsReturnFrom(cycle)))
    );
  };

  const ownersOn = ({ owners }: Kept, today: Temporal.PlainDate) =>
    owners.filter(
      ({ personId, from, until }) =>
        person(personId).active &&
        compare(from, today) <= 0 &&
        (until === null || until >= today.toString()),
    );
  const assigneesOn = (one: Kept, today: Temporal.PlainDate): Assignee[] => {
    const owners = ownersOn(one, today).map(({ personId }) => personId);
    const deputies = one.deputy !== null && person(one.deputy).active ? [one.deputy] : [];
    const covers = [...owners, ...deputies].flatMap((id) =>
      awayOn(today)
        .filter(({ personId, coverId }) => personId === id && coverId !== null)
        .map(({ coverId }) => coverId ?? ''),
    );
    const as = (role: Assignee['role']) => (personId: string) => ({
      ...{ role, personId, name: person(personId).name, organisation: ORGANISATION },
    });
    return [
      ...owners.map(as('owner')),
      ...deputies.map(as('deputy')),
      ...[...new Set(covers)].map(as('cover')),
    ];
  };
  /** What was worked out for a day; it holds until somebody or something of it changes. */
  let worked: WorkedOut | null = null;
  const workedOut = (today: Temporal.PlainDate): WorkedOut => {
    const day = today.toString();
    if (worked?.day !== day) worked = { day, views: new Map(), open: null, away: null };
    return worked;
  };
  const changed = (objectiveId?: string) => {
    if (objectiveId === undefined) worked = null;
    worked?.views.delete(objectiveId ?? '');
    if (worked) worked.open = null;
  };
  const viewOf = (one: Kept, today: Temporal.PlainDate): Objective => {
    const { views } = workedOut(today);
    const view = views.get(one.id) ?? makeView(one, today);
    views.set(one.id, view);
    return view;
  };
  const makeView = (one: Kept, today: Temporal.PlainDate): Objective => ({
    ...{ id: one.id, ref: one.ref, title: 'Something that is to be done', areaRef: '1' },
    ...{ areaName: null, due: null, originalDue: null, successMeasure: null },
    ...{ rag: one.rag, impactRag: null, status: one.open ? 'open' : 'closed' },
    ...{ closedOn: one.closedOn, version: one.version, example: false },
    themes: [
      {
        ...{ id: one.themeId, kind: 'theme', name: 'Theme', placingIsExample: false },
        number: setting.themes.indexOf(one.themeId) + 1,
      },
    ],
    assignees: assigneesOn(one, today),
  });
  const openOn = (today: Temporal.PlainDate): readonly Objective[] => {
    const known = workedOut(today);
    known.open ??= inOrder([...objectives.values()].filter(({ open }) => open)).map((one) =>
      viewOf(one, today),
    );
    return known.open;
  };

  const inForce = (from: Temporal.PlainDate) =>
    absences
      .filter(({ active, endsOn }) => active && compare(endsOn, from) >= 0)
      .sort((one, other) => compare(one.startsOn, other.startsOn) || one.number - other.number);
  const factOf = ({ person: away, cover, coverState, startsOn, endsOn }: KeptAbsence) => ({
    personId: away.id,
    coverId:
      cover !== null && coverState === 'accepted' && person(cover.id).active ? cover.id : null,
    from: startsOn,
    until: endsOn,
  });
  const awayOn = (day: Temporal.PlainDate) => {
    const known = workedOut(day);
    known.away ??= inForce(day)
      .map(factOf)
      .filter((one) => isWithin(day, one));
    return known.away;
  };

  const record = (notification: NewNotification, state: Row['state']): boolean => {
    if (keys.has(notification.dedupeKey)) return false;
    keys.add(notification.dedupeKey);
    const row: Row = {
      id: `notification-${rows.length}`,
      key: notification.dedupeKey,
      notification,
      on: dayOf(notification.createdAt),
      state,
      ...{ attempts: 0, arrivedOn: null, reason: null, past: null },
    };
    rows.push(row);
    byId.set(row.id, row);
    if (state === 'queued') waiting.add(row.id);
    return true;
  };
  const pastOf = (row: Row): PastChase | null => {
    const { payload, target } = row.notification;
    if (payload.kind !== 'chase' || !('personId' in target) || row.key.startsWith('moved:'))
      return null;
    const { cycleId, step, objectiveIds } = payload;
    const outcome = outcomes[row.state] ?? 'other';
    row.past ??= {
      ...{ personId: target.personId, cycleId, step, objectiveIds, outcome },
      on: row.arrivedOn ?? row.on,
    };
    return row.past;
  };
  const summaryOf = ({ id, name, email }: Person) => ({
    ...{ id, name, email, organisation: ORGANISATION },
  });
  const office = () => [...people.values()].filter((one) => one.active && one.office);

  const repositories: Repositories = {
    ...unused,
    people: only<Repositories['people']>('people', {
      async findActorByEmail(email) {
        const found = [...people.values()].find((one) => one.active && one.email === email);
        if (!found) return null;
        const { id: personId, ...facts } = summaryOf(found);
        const roles = [
          ...(found.office ? [{ name: 'programme-office', themeId: null } as const] : []),
          ...found.chairs.map((themeId) => ({ name: 'co-chair', themeId }) as const),
        ];
        return { personId, partnershipId: setting.id, ...facts, roles };
      },
      async details(id) {
        const found = people.get(id);
        if (!found?.active) return null;
        const account = { platform: 'slack', tenantId: setting.key, userId: found.id } as const;
        const accounts = found.account ? [{ ...account, unreachableSince: null }] : [];
        return { ...summaryOf(found), furtherEmails: [], preferredPlatform: null, accounts };
      },
      async holders(role) {
        return [...people.values()]
          .filter(({ active }) => active)
          .flatMap((one) => themesOf(one, role).map((themeId) => ({ personId: one.id, themeId })));
      },
      async reachable() {
        return new Set([...people.values()].filter(({ account }) => account).map(({ id }) => id));
      },
      async listByRole(role, themeId) {
        return role === 'programme-office' && themeId === null ? office().map(summaryOf) : [];
      },
    }),
    peopleAdmin: only<Repositories['peopleAdmin']>('peopleAdmin', {
      async setLeft(id) {
        person(id).active = false;
        changed();
      },
      async ownedBy(personId, today) {
        return [...objectives.values()]
          .filter(
            (one) => one.open && ownersOn(one, today).some((own) => own.personId === personId),
          )
          .map(({ id, ref }) => ({ objectiveId: id, ref }));
      },
    }),
    handovers: only<Repositories['handovers']>('handovers', {
      async pass({ objectiveId, from, to }, today) {
        const one = objectives.get(objectiveId);
        if (!one) return false;
        const yesterday = today.subtract({ days: 1 }).toString();
        for (const own of one.owners)
          if (from === null || own.personId === from.id) own.until ??= yesterday;
        if (one.deputy === to.id) one.deputy = null;
        one.owners.push({ personId: to.id, from: today, until: null });
        changed();
        return true;
      },
    }),
    objectives: only<Repositories['objectives']>('objectives', {
      async find(id, today) {
        const one = objectives.get(id);
        return one ? viewOf(one, today) : null;
      },
      async refs() {
        if (refs?.all.length !== objectives.size)
          refs = indexRefs(
            [...objectives.values()].map(({ id, ref }) => ({ id, ref, title: ref })),
          );
        return refs;
      },
      async list(today, { personId, ids } = {}) {
        if (ids) {
          const wanted = [...new Set(ids)].flatMap((id) => objectives.get(id) ?? []);
          return inOrder(wanted).map((one) => viewOf(one, today));
        }
        const views = [...openOn(today)];
        return personId === undefined
          ? views
          : views.filter(({ assignees }) => assignees.some((one) => one.personId === personId));
      },
      async ratingStories(ids) {
        return new Map(
          ids.flatMap((id) => {
            const story = ratingStory(objectives.get(id)?.ratings ?? []);
            return story ? [[id, story] as const] : [];
          }),
        );
      },
      async findUpdateByRequest() {
        return null;
      },
      async appendUpdate(update, expectedVersion) {
        const one = objectives.get(update.objectiveId);
        if (!one?.open || one.version !== expectedVersion) return null;
        one.version++;
        one.rag = update.toRag;
        one.ratings.push({
          ...{ id: update.requestId, kind: update.kind, rating: 'delivery', supersedesId: null },
          ...{ superseded: false, fromRag: update.fromRag, toRag: update.toRag, note: update.note },
          ...{ author: partyOf(update.authorId), at: update.at, late: update.late },
          version: one.version,
        });
        for (const cycleId of update.cycleIds)
          returns.set(cycleId, (returns.get(cycleId) ?? new Map()).set(one.id, true));
        changed(one.id);
        return { id: update.requestId, version: one.version, told: [] };
      },
    }),
    items: only<Repositories['items']>('items', { list: async () => [] }),
    audit: only<Repositories['audit']>('audit', { append: async () => {} }),
    requests: only<Repositories['requests']>('requests', {
      async markAnswered(requestId) {
        if (answered.has(requestId)) return false;
        answered.add(requestId);
        return true;
      },
    }),
    meetings: only<Repositories['meetings']>('meetings', {
      async forums() {
        return [...forums.values()].map(({ id, name, collectsReturns, rules }) => ({
          ...{ id, name, collectsReturns, rules, key: name.toLowerCase().replace(' ', '-') },
          ...{ chase, ownChase: {}, recurrence: null },
        }));
      },
      async listFrom(from) {
        return ahead(from).map(({ id, forumId, day, title }) => ({
          ...{ id, forumId, heldOn: day, title, example: false, byHand: nothingByHand },
          cycleId: cyclesFrom(from).some((cycle) => cycle.id === id) ? id : null,
          ...{ recursOn: null, answers: 0 },
        }));
      },
      async calledOffOn(forumId, day) {
        return meetings.find((one) => one.calledOff && sameDay(one, forumId, day))?.title ?? null;
      },
      async move(id, to) {
        const meeting = meetings.find((one) => one.id === id);
        if (!meeting || meetings.some((one) => sameDay(one, meeting.forumId, to))) return false;
        meeting.day = to;
        return true;
      },
      async cancelChases(cycleId) {
        let cancelled = 0;
        for (const row of rows) {
          const { payload } = row.notification;
          if (payload.kind !== 'chase' || payload.cycleId !== cycleId) continue;
          if (row.state === 'queued') cancelled++;
          else if (row.state !== 'cancelled' || row.key.startsWith('moved:')) continue;
          keys.delete(row.key);
          row.key = `moved:${row.id}:${row.key}`;
          row.state = 'cancelled';
          waiting.delete(row.id);
        }
        return cancelled;
      },
    }),
    cycles: only<Repositories['cycles']>('cycles', {
      async listFrom(from) {
        return cyclesFrom(from);
      },
      async listOwedBy(personId, today) {
        const owned = openOn(today).filter(({ assignees }) =>
          assignees.some((one) => one.role === 'owner' && one.personId === personId),
        );
        return cyclesFrom(today).map((cycle) => ({
          ...cycle,
          owed: owned
            .filter(({ id }) => {
              const kept = objectives.get(id);
              return kept !== undefined && owes(cycle, kept);
            })
            .map(({ ref }) => ref),
        }));
      },
      async ensure(from) {
        const made = { cycles: 0, returns: 0 };
        const next = new Set<string>();
        for (const meeting of ahead(from)) {
          if (!forums.get(meeting.forumId)?.collectsReturns) continue;
          if (!next.has(meeting.forumId) && !returns.has(meeting.id)) {
            returns.set(meeting.id, new Map());
            made.cycles++;
          }
          next.add(meeting.forumId);
          const asked = returns.get(meeting.id);
          if (!asked) continue;
          for (const { id, open } of objectives.values()) {
            if (!open || asked.has(id)) continue;
            asked.set(id, false);
            made.returns++;
          }
        }
        return made;
      },
      async listReviews(from) {
        return ahead(from).flatMap((meeting) => {
          const due = forums.get(meeting.forumId)?.rules.evidenceDue;
          if (!due) return [];
          const cycle = cycleOf(meeting);
          const review = reviewKept.get(cycle) ?? { ...cycle, due };
          reviewKept.set(cycle, review);
          return [review];
        });
      },
      async evidenceGaps(meetingId) {
        const meeting = meetings.find(({ id }) => id === meetingId);
        if (!meeting) return [];
        const before = meetings
          .filter(
            (one) =>
              one.forumId === meeting.forumId &&
              !one.calledOff &&
              compare(one.day, meeting.day) < 0,
          )
          .map(({ day }) => day)
          .sort(compare)
          .at(-1);
        return [...objectives.values()]
          .filter(
            ({ open, evidence }) =>
              open && !evidence.some((day) => !before || compare(day, before) > 0),
          )
          .map(({ id }) => ({ objectiveId: id }));
      },
      async outstanding(cycle) {
        return [...objectives.values()]
          .filter((one) => one.open && owes(cycle, one))
          .map(({ id }) => ({ objectiveId: id }));
      },
    }),
    calendars: only<Repositories['calendars']>('calendars', {
      ofPartnership: async () => calendar,
      ofPeople: async () => personCalendars,
    }),
    preferences: only<Repositories['preferences']>('preferences', {
      async chaseHours() {
        return hours;
      },
    }),
    absences: only<Repositories['absences']>('absences', {
      async list(from, { personId, coverId } = {}) {
        return inForce(from)
          .filter(
            (one) =>
              (personId === undefined || one.person.id === personId) &&
              (coverId === undefined || one.cover?.id === coverId),
          )
          .map((one) => ({ ...one }));
      },
      factsFrom: async (from) => inForce(from).map(factOf),
      onDay: async (day) => awayOn(day),
      async add({ personId, startsOn, endsOn, coverId, recordedById }) {
        const overlaps = inForce(startsOn).find(
          (one) => one.person.id === personId && compare(one.startsOn, endsOn) <= 0,
        );
        if (overlaps) return { overlaps };
        const number = absences.length + 1;
        const added: KeptAbsence = {
          ...{ id: `absence-${number}`, number, startsOn, endsOn, recordedById, active: true },
          person: partyOf(personId),
          cover: coverId === null ? null : partyOf(coverId),
          coverState: coverId === null ? null : 'asked',
        };
        absences.push(added);
        changed();
        return { added: { ...added } };
      },
      async find(number) {
        const found = absences.find((one) => one.number === number);
        return found ? { ...found } : null;
      },
      async answer(id, state) {
        const found = absences.find((one) => one.id === id);
        if (!found?.active || found.coverState !== 'asked') return false;
        found.coverState = state;
        changed();
        return true;
      },
    }),
    snoozes: only<Repositories['snoozes']>('snoozes', {
      async add({ personId, cycleId, until }) {
        const key = `${personId}:${cycleId}`;
        if (snoozes.has(key)) return false;
        snoozes.set(key, { personId, cycleId, until });
        return true;
      },
      find: async (personId, cycleId) => snoozes.get(`${personId}:${cycleId}`) ?? null,
      listFrom: async () => [...snoozes.values()],
    }),
    notifications: only<Repositories['notifications']>('notifications', {
      async enqueue(notifications) {
        return notifications.filter((one) => record(one, 'queued')).length;
      },
      // What the office is told of held requests is no chase, and no story asks after it.
      async lastRecordedAt() {
        return null;
      },
      async heldRequestsUntold() {
        return [];
      },
      async pastChases(since) {
        const past: PastChase[] = [];
        for (let index = rows.length - 1; index >= 0; index--) {
          const row = rows[index];
          if (!row || compare(row.on, since) < 0) break;
          const chase = pastOf(row);
          if (chase) past.push(chase);
        }
        return past.reverse();
      },
      async recordPassed(chases) {
        return chases.filter((one) => record(one, 'cancelled')).length;
      },
      async cancelWaiting(overtaken) {
        const cancelled = overtaken.filter(({ dedupeKey, why }) => {
          const row = rows.find(({ key, state }) => key === dedupeKey && state === 'queued');
          if (!row) return false;
          Object.assign(row, { state: 'cancelled', reason: why, past: null });
          waiting.delete(row.id);
          return true;
        });
        return new Set(cancelled.map(({ dedupeKey }) => dedupeKey));
      },
      async find(id) {
        const row = byId.get(id);
        if (!row) return null;
        const { kind, target, payload } = row.notification;
        return {
          ...{ id, kind, payload, state: row.state, attempts: row.attempts },
          personId: 'personId' in target ? target.personId : null,
          channelBindingId: null,
          ...{ stateSince: NEVER, route: null, attemptedAt: null, externalId: null },
        };
      },
      async claim(id) {
        const row = byId.get(id);
        if (row?.state !== 'queued') return false;
        row.state = 'sending';
        row.attempts++;
        row.past = null;
        return true;
      },
      async settle(id, { state, at, lastError }, from = 'sending') {
        const row = byId.get(id);
        if (row?.state !== from) return false;
        row.state = state;
        row.reason = lastError ?? null;
        row.arrivedOn = state === 'sent' || state === 'held' ? dayOf(at) : null;
        row.past = null;
        if (state !== 'queued') waiting.delete(id);
        return true;
      },
    }),
  };
  const hours = new Map(
    setting.people.flatMap(({ id, hour }) => (hour === null ? [] : [[id, hour] as const])),
  );
  const wholeRecord: PartnershipRecord = {
    ...repositories,
    transaction: (work) => work(repositories),
    asAt: () => repositories,
    keptSince: async () => null,
  };
  const store = only<RecordStore>('store', {
    list: async () => [partnership],
    listByWorkspace: async () => [partnership],
    find: async (id) => (id === partnership.id ? partnership : null),
    open: () => wholeRecord,
    pace: noPace,
  });
  return {
    ...{ store, partnership, record: wholeRecord },
    queued: async () => [...waiting],
    async outcome(id) {
      const row = byId.get(id);
      if (!row) throw new Error('a notification that was never recorded');
      return { state: row.state as Outcome, reason: row.reason };
    },
    meetingOf: async (cycleId) => cycleId,
    async addObjective(objective, on) {
      put(objective, Temporal.PlainDate.from(on));
      changed();
    },
    async closeObjective(id, on) {
      const one = objectives.get(id);
      if (!one) return;
      one.open = false;
      one.closedOn = Temporal.PlainDate.from(on);
      changed();
    },
    async giveEvidence(objectiveId, at) {
      const day = dayOf(Temporal.Instant.fromEpochMilliseconds(at));
      objectives.get(objectiveId)?.evidence.push(day);
    },
    async callOff(meetingId) {
      const meeting = meetings.find(({ id }) => id === meetingId);
      if (meeting) meeting.calledOff = true;
      if (returns.has(meetingId))
        await repositories.meetings.cancelChases(
          meetingId,
          Temporal.Instant.fromEpochMilliseconds(0),
        );
    },
  };
}

const chase = chaseRules();

/** A simulated platform takes as much as comes. */
export const noPace: SendPace = {
  waitFor: async () => 0,
  take: async () => 0,
  holdUp: async () => {},
};

const NEVER = Temporal.Instant.fromEpochMilliseconds(0);

/** What the simulation never touches. */
const unused = {
  calendarFeeds: only<Repositories['calendarFeeds']>('calendarFeeds', {}),
  workbook: only<Repositories['workbook']>('workbook', {}),
  themes: only<Repositories['themes']>('themes', {}),
  organisations: only<Repositories['organisations']>('organisations', {}),
  history: only<Repositories['history']>('history', {}),
  search: only<Repositories['search']>('search', {}),
  vocabulary: only<Repositories['vocabulary']>('vocabulary', {}),
  pages: only<Repositories['pages']>('pages', {}),
  sessions: only<Repositories['sessions']>('sessions', {}),
  seal: only<Repositories['seal']>('seal', {}),
  changes: only<Repositories['changes']>('changes', {}),
  planEdits: only<Repositories['planEdits']>('planEdits', {}),
  planVersions: only<Repositories['planVersions']>('planVersions', {}),
  ragWordings: only<Repositories['ragWordings']>('ragWordings', {}),
  channelBindings: only<Repositories['channelBindings']>('channelBindings', {}),
  imports: only<Repositories['imports']>('imports', {}),
  planWriter: only<Repositories['planWriter']>('planWriter', {}),
  archive: only<Repositories['archive']>('archive', {}),
  erasing: only<Repositories['erasing']>('erasing', {}),
  retention: only<Repositories['retention']>('retention', {
    rules: async () => new Map(),
    holds: async () => [],
  }),
  subjectAccess: only<Repositories['subjectAccess']>('subjectAccess', {}),
  packs: only<Repositories['packs']>('packs', {}),
  kpis: only<Repositories['kpis']>('kpis', {}),
  highlights: only<Repositories['highlights']>('highlights', {}),
  kpiFigures: only<Repositories['kpiFigures']>('kpiFigures', {}),
  families: only<Repositories['families']>('families', {}),
  channels: only<Repositories['channels']>('channels', {}),
  jobRuns: only<Repositories['jobRuns']>('jobRuns', {}),
  linkRequests: only<Repositories['linkRequests']>('linkRequests', {}),
  accountSearches: only<Repositories['accountSearches']>('accountSearches', {}),
  allowedOrganisations: only<Repositories['allowedOrganisations']>('allowedOrganisations', {}),
  digestChoices: only<Repositories['digestChoices']>('digestChoices', {}),
  operations: only<Repositories['operations']>('operations', {
    sendingPausedAt: async () => null,
  }),
};

/** By reference, in the order of people. */
function inOrder(kept: readonly Kept[]): Kept[] {
  return [...kept].sort((one, other) => one.order - other.order);
}

/** `10A:2` after `2B:10`, as a number. */
function orderOf(ref: string): number {
  const [, area = '', strand = '', number = ''] = /^(\d+)([A-D]):(\d+)$/.exec(ref) ?? [];
  return Number(area) * 100_000 + strand.charCodeAt(0) * 100 + Number(number);
}

function sameDay(one: Held, forumId: string, day: Temporal.PlainDate): boolean {
  return one.forumId === forumId && one.day.equals(day);
}

function themesOf(one: Person, role: string): readonly (string | null)[] {
  if (role === 'programme-office') return one.office ? [null] : [];
  return role === 'co-chair' ? one.chairs : role === 'evidence-lead' ? one.gathers : [];
}

function rulesOf({ returns, freeze, evidence }: Setting['forums'][number]): ForumRules {
  return { returnsDue: returns, freeze, papersOut: null, minutesDue: null, evidenceDue: evidence };
}

function calendarsOf(
  { people }: Setting,
  { closed, worked }: WorkCalendar,
): ReadonlyMap<string, WorkCalendar> {
  const known = new Map<PersonSetting['terms'], WorkCalendar>();
  return new Map(
    people.flatMap(({ id, terms }) => {
      if (terms === null) return [];
      const own = known.get(terms) ?? {
        ...{ closed, worked },
        periods: terms.map(
          ({ from, until }): Period => ({
            from: Temporal.PlainDate.from(from),
            until: Temporal.PlainDate.from(until),
          }),
        ),
      };
      known.set(terms, own);
      return [[id, own] as const];
    }),
  );
}
