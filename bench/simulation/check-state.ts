// What holds in a partnership at a moment, folded from its story line by line.
import { type Days, daysOf, localOf } from './check-days.ts';
import { type Deadlines, deadlinesOf } from './check-schedule.ts';
import type {
  ForumSetting,
  MeetingSetting,
  ObjectiveSetting,
  PersonSetting,
  Setting,
  StoryLine,
} from './story.ts';

type Objective = Omit<ObjectiveSetting, 'ownerId' | 'deputyId'> & {
  owner: string | null;
  deputy: string | null;
  open: boolean;
  evidence: string[];
  /** When it was updated. */
  updated: number[];
};
export type Absence = {
  readonly person: string;
  readonly from: string;
  readonly until: string;
  readonly cover: string | null;
  accepted: boolean;
  readonly recordedAt: number;
};
export type Meeting = Omit<MeetingSetting, 'heldOn'> & {
  readonly forum: ForumSetting;
  heldOn: string;
  calledOff: boolean;
  /** Objectives whose return for it has come. */
  readonly answered: Set<string>;
};

export type State = {
  readonly setting: Setting;
  readonly days: Days;
  readonly people: ReadonlyMap<string, PersonSetting>;
  readonly gone: Set<string>;
  readonly objectives: Map<string, Objective>;
  readonly byRef: Map<string, Objective>;
  readonly meetings: Map<string, Meeting>;
  readonly absences: Map<string, Absence>;
  /** By person and meeting, until which day. */
  readonly snoozes: Map<string, string>;
  readonly deadlines: Map<string, Deadlines>;
};

export function begin(setting: Setting): State {
  const forums = new Map(setting.forums.map((forum) => [forum.id, forum]));
  const state: State = {
    setting,
    days: daysOf(setting.closed),
    people: new Map(setting.people.map((person) => [person.id, person])),
    gone: new Set(),
    objectives: new Map(),
    byRef: new Map(),
    meetings: new Map(
      setting.meetings.flatMap((meeting) => {
        const forum = forums.get(meeting.forumId);
        const facts = { ...meeting, calledOff: false, answered: new Set<string>() };
        return forum ? [[meeting.id, { ...facts, forum }] as const] : [];
      }),
    ),
    absences: new Map(),
    snoozes: new Map(),
    deadlines: new Map(),
  };
  for (const objective of setting.objectives) add(state, objective);
  return state;
}

function add(state: State, { ownerId, deputyId, ...facts }: ObjectiveSetting): void {
  const one = { ...facts, owner: ownerId, deputy: deputyId, open: true, evidence: [], updated: [] };
  state.objectives.set(one.id, one);
  state.byRef.set(one.ref, one);
}

/** The state after the line. */
export function fold(state: State, line: StoryLine): void {
  switch (line.kind) {
    case 'answered':
      state.objectives.get(line.objective)?.updated.push(line.at);
      for (const meeting of currentMeetings(state, localOf(line.at).day))
        if (takesReturns(state, meeting, line.at)) meeting.answered.add(line.objective);
      return;
    case 'away':
      state.absences.set(line.absence, { ...line, accepted: false, recordedAt: line.at });
      return;
    case 'cover-answered': {
      const absence = state.absences.get(line.absence);
      if (absence) absence.accepted = line.accepted;
      return;
    }
    case 'snoozed':
      state.snoozes.set(`${line.person} ${line.meeting}`, line.until);
      return;
    case 'left':
      state.gone.add(line.person);
      return;
    case 'handed-over': {
      const one = state.objectives.get(line.objective);
      if (!one) return;
      one.owner = line.to;
      if (one.deputy === line.to) one.deputy = null;
      return;
    }
    case 'added':
      add(state, line.objective);
      return;
    case 'closed': {
      const one = state.objectives.get(line.objective);
      if (one) one.open = false;
      return;
    }
    case 'evidence':
      state.objectives.get(line.objective)?.evidence.push(localOf(line.at).day);
      return;
    case 'moved': {
      const meeting = state.meetings.get(line.meeting);
      if (meeting) meeting.heldOn = line.to;
      return;
    }
    case 'called-off': {
      const meeting = state.meetings.get(line.meeting);
      if (meeting) meeting.calledOff = true;
      return;
    }
    case 'down':
    case 'sweep':
      return;
  }
}

/** Each forum's next meeting. */
export function currentMeetings({ meetings, setting }: State, today: string): Meeting[] {
  return setting.forums.flatMap(({ id }) => {
    const [next] = [...meetings.values()]
      .filter((one) => one.forumId === id && !one.calledOff && one.heldOn >= today)
      .sort((one, other) => (one.heldOn < other.heldOn ? -1 : 1));
    return next ? [next] : [];
  });
}

export function deadlinesAt({ deadlines, days }: State, { id, forum, heldOn }: Meeting): Deadlines {
  const key = `${id} ${heldOn}`;
  const known = deadlines.get(key) ?? deadlinesOf(forum, heldOn, days);
  deadlines.set(key, known);
  return known;
}

function takesReturns(state: State, meeting: Meeting, at: number): boolean {
  if (!meeting.forum.collectsReturns) return false;
  const { countsFrom, freezes, due, ends } = deadlinesAt(state, meeting);
  return at >= countsFrom && at < ends && (at < freezes || (freezes === due && at === due));
}

/** Open objectives whose return is to come: none was taken as that, and none was given while it counts. */
export function outstandingOf(state: State, meeting: Meeting): Objective[] {
  const { countsFrom, ends } = deadlinesAt(state, meeting);
  return [...state.objectives.values()].filter(
    ({ id, open, updated }) =>
      open && !meeting.answered.has(id) && !updated.some((at) => at >= countsFrom && at < ends),
  );
}

export function absenceOf({ absences }: State, person: string, day: string): Absence | undefined {
  for (const one of absences.values())
    if (one.person === person && one.from <= day && day <= one.until) return one;
  return undefined;
}

/** Who answers in somebody's place: themselves, an accepted cover who is there, or nobody. */
export function answering(state: State, person: string | null, day: string): string | null {
  if (person === null || state.gone.has(person)) return null;
  const absence = absenceOf(state, person, day);
  if (!absence) return person;
  const { cover, accepted } = absence;
  if (cover === null || !accepted || state.gone.has(cover)) return null;
  return absenceOf(state, cover, day) ? null : cover;
}

/** Objectives without evidence since the forum's meeting before. */
export function lackingEvidence({ objectives, meetings }: State, review: Meeting): Objective[] {
  const before = [...meetings.values()]
    .filter((one) => one.forumId === review.forumId && !one.calledOff && one.heldOn < review.heldOn)
    .map(({ heldOn }) => heldOn)
    .sort()
    .at(-1);
  return [...objectives.values()].filter(
    ({ open, evidence }) => open && !evidence.some((day) => before === undefined || day > before),
  );
}
