// Holds a story to the rules of the chase. It knows the rules in words, has arithmetic of its own, and works out
// at every sweep who had to get what: a message too many, a wrong one and a missing one are each told by name.
import { liesIn, localOf, momentAt } from './check-days.ts';
import {
  askingSteps,
  evidenceSteps,
  type ScheduleStep,
  tellingSteps,
  trueStep,
} from './check-schedule.ts';
import {
  absenceOf,
  answering,
  begin,
  currentMeetings,
  deadlinesAt,
  fold,
  lackingEvidence,
  type Meeting,
  outstandingOf,
  type State,
} from './check-state.ts';
import type { PersonSetting, Story, StoryLine, Stretch, Told, Violation } from './story.ts';

export const ruleNames = [
  'out-of-hours',
  'two-a-day',
  'six-a-cycle',
  'repeated-step',
  'answered-before',
  'wrong-person',
  'incomplete',
  'too-early',
  'stale-step',
  'away',
  'not-at-work',
  'snoozed',
  'before-their-hour',
  'escalated-without-notice',
  'missed',
  'move-told-wrongly',
  'vacancy-told-wrongly',
  'no-cover-not-told',
] as const;
export type RuleName = (typeof ruleNames)[number];

const FROM = '09:00';
const UNTIL = '16:30';
const MOST_A_CYCLE = 5;
const asks = ['open', 'nudge', 'last-call', 'due-today', 'overdue'];

/** A person, a meeting and a step that are due together, and the references. */
type Due = {
  readonly meeting: Meeting;
  readonly step: ScheduleStep;
  readonly refs: readonly string[];
};

type Check = {
  readonly state: State;
  readonly violations: Violation[];
  /** Steps that were tried, by person and meeting. */
  readonly tried: Map<string, string[]>;
  /** Those that are done with, whatever became of them. */
  readonly settled: Set<string>;
  /** How many requests may have arrived, by person and meeting. */
  readonly asked: Map<string, number>;
  /** The day of the latest try to reach a person with a chase, and of the latest that may have arrived. */
  readonly triedOn: Map<string, string>;
  readonly reachedOn: Map<string, string>;
  /** The day on which a request for a return first arrived, by meeting and objective. */
  readonly noticed: Map<string, string>;
  readonly schedules: Map<string, readonly ScheduleStep[]>;
  /** How often somebody has to be told something, and was. */
  readonly owed: Map<string, number>;
  readonly told: Map<string, number>;
  readonly vacancies: Set<string>;
  readonly uncovered: Set<string>;
  /** When the latest sweep within the hours was. */
  lastSweep: number;
  readonly movedAt: Map<string, number>;
};

/** Every rule that the story breaks; none: it is as it should be. */
export function checkStory({ setting, lines }: Story): Violation[] {
  const check: Check = {
    ...{
      state: begin(setting),
      violations: [],
      tried: new Map(),
      settled: new Set(),
      triedOn: new Map(),
      asked: new Map(),
      reachedOn: new Map(),
    },
    ...{ noticed: new Map(), schedules: new Map(), owed: new Map(), told: new Map() },
    ...{ vacancies: new Set(), uncovered: new Set(), lastSweep: 0, movedAt: new Map() },
  };
  for (const line of lines) {
    if (line.kind === 'sweep') checkSweep(check, line.at, line.told);
    if (line.kind === 'moved') expectMoveNotices(check, line);
    fold(check.state, line);
  }
  checkNotices(check);
  return check.violations;
}

function checkSweep(check: Check, at: number, told: readonly Told[]): void {
  const { state } = check;
  const { day, time } = localOf(at);
  const inHours = state.days.isWorking(day) && time >= FROM && time <= UNTIL;
  const due = inHours ? dueNow(check, at) : new Map<string, Due[]>();
  const tried = new Set<string>();
  for (const one of told) {
    if (one.outcome === 'cancelled') continue;
    if (one.chase) {
      tried.add(one.person);
      checkChase(check, one, one.chase, at, inHours, due.get(one.person) ?? []);
    } else noteNotice(check, one, at, inHours);
  }
  for (const [person, steps] of due)
    if (!tried.has(person)) {
      const what = steps.map(({ step, meeting }) => `${step.step} for ${meeting.title}`).join(', ');
      break_(check, 'missed', at, person, `nothing came, though due: ${what}`);
    }
  if (!inHours) return;
  check.lastSweep = at;
  expectVacancyNotices(check, at);
}

function break_(
  { violations }: Check,
  rule: RuleName,
  at: number,
  person: string,
  what: string,
): void {
  violations.push({ rule, at, person, what });
}

/** Holds one message to the rules, and remembers it. */
function checkChase(
  check: Check,
  told: Told,
  chase: NonNullable<Told['chase']>,
  at: number,
  inHours: boolean,
  due: readonly Due[],
): void {
  const { state, tried } = check;
  const { person, refs } = told;
  const { day } = localOf(at);
  const meeting = state.meetings.get(chase.meeting);
  const says = `${chase.step} for ${meeting?.title ?? chase.meeting} of ${refs.join(', ')}`;
  const bad = (rule: RuleName, more = '') => break_(check, rule, at, person, `${says}${more}`);
  const key = `${person} ${chase.meeting}`;
  const before = tried.get(key) ?? [];
  const isNew = !before.includes(chase.step);
  if (isNew) tried.set(key, [...before, chase.step]);
  // Nothing reached anybody yet: what the platform did not take is tried again.
  if (told.outcome === 'queued') return;
  if (check.settled.has(`${key} ${chase.step}`)) bad('repeated-step');
  check.settled.add(`${key} ${chase.step}`);
  check.triedOn.set(person, day);
  if (told.outcome === 'dead') return;
  if (!inHours) bad('out-of-hours', `, at ${localOf(at).time}`);
  if (check.reachedOn.get(person) === day) bad('two-a-day');
  check.reachedOn.set(person, day);
  if (asks.includes(chase.step)) {
    const asked = (check.asked.get(key) ?? 0) + 1;
    check.asked.set(key, asked);
    if (asked > MOST_A_CYCLE) bad('six-a-cycle');
  }
  if (absenceOf(state, person, day)) bad('away');
  const who = state.people.get(person);
  if (!who || !liesIn(day, who.terms)) bad('not-at-work');
  if (meeting && who) {
    checkTime(check, meeting, chase.step, who, at, bad);
    checkRefs(check, meeting, chase.step, told, at, bad, isNew ? due : []);
  } else bad('stale-step');
  if (told.outcome === 'sent' && asks.includes(chase.step))
    for (const ref of refs) {
      const noticed = `${chase.meeting} ${ref}`;
      if (!check.noticed.has(noticed)) check.noticed.set(noticed, day);
    }
}

type Bad = (rule: RuleName, more?: string) => void;

function checkTime(
  check: Check,
  meeting: Meeting,
  step: string,
  who: PersonSetting,
  at: number,
  bad: Bad,
): void {
  const { day } = localOf(at);
  const steps = scheduleOf(check, meeting, step, who.terms);
  const own = steps.find((one) => one.step === step);
  if (meeting.calledOff) bad('stale-step', ', which is called off');
  else if (!own || at < own.at) bad('too-early');
  else if (trueStep(steps, at, false)?.step !== step) bad('stale-step');
  if (!asks.includes(step)) return;
  const until = check.state.snoozes.get(`${who.id} ${meeting.id}`);
  if (until !== undefined && day < until) bad('snoozed', `, put off until ${until}`);
  const { dueOn } = deadlinesAt(check.state, meeting);
  const lastCall = check.state.days.before(dueOn, 1);
  if (until !== undefined && until > lastCall && day >= lastCall && day < until)
    bad('snoozed', ', put off beyond the last call');
  if (!isTheirHour(check, meeting, who, at)) bad('before-their-hour');
}

/** What a message names has to be outstanding, theirs to answer, and all of it. */
function checkRefs(
  check: Check,
  meeting: Meeting,
  step: string,
  { refs, more, person }: Told,
  at: number,
  bad: Bad,
  due: readonly Due[],
): void {
  const { state } = check;
  const { day } = localOf(at);
  const open = new Set(
    (step.startsWith('evidence-')
      ? lackingEvidence(state, meeting)
      : outstandingOf(state, meeting)
    ).map(({ ref }) => ref),
  );
  for (const ref of refs) {
    if (!open.has(ref)) bad('answered-before', `: ${ref}`);
    else if (!isTheirs(state, person, ref, step, day)) bad('wrong-person', `: ${ref}`);
    else if (step === 'roll-up' && !wasNoticed(check, meeting, ref, day))
      bad('escalated-without-notice', `: ${ref}`);
  }
  const wanted = due.find((one) => one.meeting.id === meeting.id && one.step.step === step);
  const missing = wanted?.refs.filter((ref) => !refs.includes(ref)) ?? [];
  if (missing.length > more) bad('incomplete', `: without ${missing.join(', ')}`);
}

function isTheirs(state: State, person: string, ref: string, step: string, day: string): boolean {
  const one = state.byRef.get(ref);
  const who = state.people.get(person);
  if (!one || !who) return false;
  if (step === 'office') return who.office;
  if (step === 'roll-up') return who.chairs.includes(one.themeId);
  if (step.startsWith('evidence-'))
    return (
      one.owner === person ||
      answering(state, one.owner, day) === person ||
      [...state.people.values()].some(
        ({ id, gathers }) => gathers.includes(one.themeId) && answering(state, id, day) === person,
      )
    );
  if (answering(state, one.owner, day) === person) return true;
  return toDeputies(step) && answering(state, one.deputy, day) === person;
}

function toDeputies(step: string): boolean {
  return step === 'last-call' || step === 'overdue';
}

function wasNoticed({ noticed }: Check, { id }: Meeting, ref: string, day: string): boolean {
  const on = noticed.get(`${id} ${ref}`);
  return on !== undefined && on < day;
}

function isTheirHour(
  { state }: Check,
  meeting: Meeting,
  { hour }: PersonSetting,
  at: number,
): boolean {
  if (hour === null) return true;
  const from = momentAt(localOf(at).day, `${String(hour).padStart(2, '0')}:00`);
  const { due } = deadlinesAt(state, meeting);
  // Nobody's hour makes them miss a deadline.
  return at >= from || (at < due && from >= due);
}

/** The steps among which one is true at a time, for somebody who works in these stretches. */
function scheduleOf(
  { state, schedules }: Check,
  meeting: Meeting,
  step: string,
  terms: readonly Stretch[] | null,
): readonly ScheduleStep[] {
  const kind = asks.includes(step) ? 'asks' : step.startsWith('evidence-') ? 'evidence' : step;
  const key = `${meeting.id} ${meeting.heldOn} ${kind} ${terms === null}`;
  const known = schedules.get(key);
  if (known) return known;
  const { days } = state;
  const made =
    kind === 'evidence'
      ? evidenceSteps(meeting.forum, meeting.heldOn, days, terms)
      : kind === 'asks'
        ? askingSteps(deadlinesAt(state, meeting), days, terms)
        : tellingSteps(deadlinesAt(state, meeting), days, terms).filter((one) => one.step === step);
  schedules.set(key, made);
  return made;
}

/** Everybody to whom something is due at the moment, and what; of several things one has to come. */
function dueNow(check: Check, at: number): Map<string, Due[]> {
  const { state } = check;
  const { day } = localOf(at);
  const due = new Map<string, Due[]>();
  const add = (person: string, one: Due) => due.set(person, [...(due.get(person) ?? []), one]);
  for (const meeting of currentMeetings(state, day)) {
    const wanted = meeting.forum.collectsReturns
      ? wantedOfReturns(check, meeting, day, at)
      : wantedOfEvidence(state, meeting, day);
    for (const [step, people] of wanted)
      for (const [person, refs] of people) {
        const who = state.people.get(person);
        if (!who || !mayGet(check, who, meeting, step, day)) continue;
        const steps = scheduleOf(check, meeting, step, who.terms);
        const current = trueStep(steps, at, true);
        if (current?.step !== step) continue;
        if (asks.includes(step) && !mayBeAsked(check, who, meeting, at)) continue;
        add(person, { meeting, step: current, refs });
      }
  }
  return due;
}

type Wanted = Map<string, Map<string, string[]>>;

function wantedOfReturns(check: Check, meeting: Meeting, day: string, at: number): Wanted {
  const { state } = check;
  const wanted: Wanted = new Map();
  if (at < deadlinesAt(state, meeting).countsFrom) return wanted;
  const put = (step: string, person: string, ref: string) => {
    const people = wanted.get(step) ?? new Map<string, string[]>();
    wanted.set(step, people);
    const refs = people.get(person) ?? [];
    if (!refs.includes(ref)) people.set(person, [...refs, ref]);
  };
  for (const { ref, owner, deputy, themeId } of outstandingOf(state, meeting)) {
    const owners = answering(state, owner, day);
    const deputies = answering(state, deputy, day);
    for (const step of asks) {
      if (owners) put(step, owners, ref);
      if (deputies && toDeputies(step)) put(step, deputies, ref);
    }
    for (const { id, office, chairs } of state.people.values()) {
      if (state.gone.has(id) || absenceOf(state, id, day)) continue;
      if (office) put('office', id, ref);
      if (chairs.includes(themeId) && wasNoticed(check, meeting, ref, day)) put('roll-up', id, ref);
    }
  }
  return wanted;
}

function wantedOfEvidence(state: State, review: Meeting, day: string): Wanted {
  const people = new Map<string, string[]>();
  for (const { ref, themeId, owner } of lackingEvidence(state, review)) {
    const leads = [...state.people.values()].filter(
      ({ id, gathers }) => gathers.includes(themeId) && !state.gone.has(id),
    );
    const own = owner === null || state.gone.has(owner) ? [] : [owner];
    const asked = leads.length > 0 ? leads.map((lead) => lead.id) : own;
    for (const id of new Set(asked.flatMap((one) => answering(state, one, day) ?? [])))
      people.set(id, [...(people.get(id) ?? []), ref]);
  }
  return new Map(
    ['evidence-call', 'evidence-reminder', 'evidence-due'].map((step) => [step, people]),
  );
}

function mayGet(
  { state, tried, triedOn }: Check,
  { id, terms }: PersonSetting,
  meeting: Meeting,
  step: string,
  day: string,
): boolean {
  return (
    !state.gone.has(id) &&
    liesIn(day, terms) &&
    !absenceOf(state, id, day) &&
    triedOn.get(id) !== day &&
    !(tried.get(`${id} ${meeting.id}`) ?? []).includes(step)
  );
}

function mayBeAsked(check: Check, who: PersonSetting, meeting: Meeting, at: number): boolean {
  const { state, tried } = check;
  const key = `${who.id} ${meeting.id}`;
  const until = state.snoozes.get(key);
  const asked = (tried.get(key) ?? []).filter((step) => asks.includes(step));
  return (
    asked.length < MOST_A_CYCLE &&
    !(until !== undefined && localOf(at).day < until) &&
    isTheirHour(check, meeting, who, at)
  );
}

/** Everybody who owes a return by the meeting's new day is told, once. */
function expectMoveNotices(
  check: Check,
  { at, meeting: id, to }: Extract<StoryLine, { kind: 'moved' }>,
): void {
  const { state, owed, movedAt } = check;
  const meeting = state.meetings.get(id);
  const current = currentMeetings(state, localOf(at).day).some((one) => one.id === id);
  if (!meeting?.forum.collectsReturns || !current) return;
  // An update given too early for the old day may count for an earlier one, and is then not asked for again.
  const owing = outstandingOf(state, { ...meeting, heldOn: to });
  const owners = new Set(owing.map(({ owner }) => owner));
  for (const owner of owners)
    if (owner !== null && !state.gone.has(owner)) {
      const key = `${owner} moved ${meeting.title}`;
      owed.set(key, (owed.get(key) ?? 0) + 1);
      movedAt.set(key, at);
    }
}

/** The office is told of objectives that nobody owns once a meeting, and of whoever is away without a cover. */
function expectVacancyNotices(check: Check, at: number): void {
  const { state, vacancies, owed, uncovered } = check;
  const { day } = localOf(at);
  const office = [...state.people.values()].filter(({ office: is }) => is);
  for (const meeting of currentMeetings(state, day)) {
    if (!meeting.forum.collectsReturns) continue;
    if (!trueStep(scheduleOf(check, meeting, 'open', null), at, false)) continue;
    const outstanding = outstandingOf(state, meeting);
    const vacant = outstanding.some(({ owner }) => owner === null || state.gone.has(owner));
    if (vacant && !vacancies.has(meeting.id)) {
      vacancies.add(meeting.id);
      for (const { id } of office) owed.set(`${id} vacant`, (owed.get(`${id} vacant`) ?? 0) + 1);
    }
    for (const owner of new Set(outstanding.map((one) => one.owner))) {
      const absence = owner === null ? undefined : absenceOf(state, owner, day);
      if (!absence || absence.accepted || state.gone.has(absence.person)) continue;
      const name = state.people.get(absence.person)?.name ?? '';
      const told = office.some(({ id }) => uncovered.has(`${id} ${name}`));
      if (!told) break_(check, 'no-cover-not-told', at, absence.person, 'the office was not told');
    }
  }
}

function noteNotice(check: Check, told: Told, at: number, inHours: boolean): void {
  if (told.outcome === 'queued') {
    check.uncovered.add(`${told.person} ${nameIn(told.title)}`);
    return;
  }
  if (told.outcome === 'sent' && !isWorkingHours(at)) {
    if (!inHours) break_(check, 'out-of-hours', at, told.person, told.title);
  }
  const { title, person } = told;
  const moved = /^(.+) has moved to /.exec(title)?.[1];
  const key = moved ? `${person} moved ${moved}` : `${person} vacant`;
  if (moved || / no owner to ask$/.test(title)) check.told.set(key, (check.told.get(key) ?? 0) + 1);
  check.uncovered.add(`${person} ${nameIn(title)}`);
}

function nameIn(title: string): string {
  return /^Nobody covers for (.+)$/.exec(title)?.[1] ?? '';
}

/** Notices, which somebody's own doing brings about, go by the hours and weekdays of everybody. */
function isWorkingHours(at: number): boolean {
  const { day, time } = localOf(at);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday > 0 && weekday < 6 && time >= FROM && time <= UNTIL;
}

function checkNotices(check: Check): void {
  const { owed, told, lastSweep, movedAt } = check;
  for (const key of new Set([...owed.keys(), ...told.keys()])) {
    const [person = '', ...what] = key.split(' ');
    const [wanted, had] = [owed.get(key) ?? 0, told.get(key) ?? 0];
    // Nothing swept since the last move: it is still to be told.
    const waits = had < wanted && lastSweep < (movedAt.get(key) ?? 0);
    if (had === wanted || waits) continue;
    const rule = what[0] === 'moved' ? 'move-told-wrongly' : 'vacancy-told-wrongly';
    break_(check, rule, lastSweep, person, `${what.join(' ')}: told ${had} times, not ${wanted}`);
  }
}
