// Small valid facts for the tests of the rules and the messages; a test states only what it is about.
import { Temporal } from 'temporal-polyfill';
import { everydayCalendar } from '../../../src/core/dates/domain/working-days.ts';
import type { Actor } from '../../../src/core/request/domain/actor.ts';
import { chaseRules } from '../../../src/cycle/cycles/domain/chase-rules.ts';
import { type Cycle, nothingByHand } from '../../../src/cycle/cycles/domain/cycle.ts';
import { defaultRules, type ForumRules } from '../../../src/cycle/cycles/domain/forum-rules.ts';
import type { HistoryEntry } from '../../../src/plan/history/domain/history-entry.ts';
import type {
  Assignee,
  Objective,
  StatusEntry,
} from '../../../src/plan/objectives/domain/objective.ts';
import { indexRefs, type PlanRefs } from '../../../src/plan/objectives/domain/plan-refs.ts';
import type { PlanItem } from '../../../src/plan/plan-items/domain/plan-item.ts';

export const london = 'Europe/London';

/** A day from `yyyy-mm-dd`. */
export function day(text: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(text);
}

/** An instant from a local time in London, `yyyy-mm-ddThh:mm`. */
export function at(text: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(text).toZonedDateTime(london).toInstant();
}

/** A moment as London's clocks show it, to compare instants in words. */
export function inLondon(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO(london).toString({ smallestUnit: 'minute' }).slice(0, 22);
}

/** A forum's rules in working days before the meeting, all at one time of day. */
export function rules(returns: number, time: string, freeze: number): ForumRules {
  const lead = (days: number) => ({ days, unit: 'working', time }) as const;
  return { ...defaultRules, returnsDue: lead(returns), freeze: lead(freeze) };
}

/** The meeting of 24 July 2024: opens 1 July, returns due 10 July 17:00, freezes 16 July 17:00. */
export function cycle(changes: Partial<Cycle> = {}): Cycle {
  return {
    id: 'cycle-july',
    forumName: 'The Board',
    meetingDate: day('2024-07-24'),
    meetingTitle: 'Board meeting',
    rules: defaultRules,
    chase: chaseRules(),
    calendar: everydayCalendar,
    byHand: nothingByHand,
    timeZone: london,
    example: false,
    ...changes,
  };
}

export const owner: Assignee = {
  role: 'owner',
  personId: 'sam',
  name: 'Sam Taylor',
  organisation: 'Northshire Council',
};

export const deputy: Assignee = {
  role: 'deputy',
  personId: 'alex',
  name: 'Alex Reed',
  organisation: 'Northshire NHS',
};

export function objective(changes: Partial<Objective> = {}): Objective {
  return {
    id: 'objective-1',
    ref: '2B:2',
    title: 'Named workers are trained',
    areaRef: '2',
    areaName: 'The right support',
    due: { text: 'by July 2024', precision: 'month', lastDay: day('2024-07-31') },
    originalDue: null,
    successMeasure: '20 named workers trained',
    rag: 'amber',
    impactRag: null,
    status: 'open',
    closedOn: null,
    version: 3,
    themes: [
      { id: 'theme-1', kind: 'theme', number: 1, name: 'Right plan', placingIsExample: false },
    ],
    assignees: [owner],
    example: false,
    ...changes,
  };
}

/** Evidence of the objective, given by its owner on 12 June 2024. */
export function evidence(
  detail: Partial<PlanItem<'evidence'>['detail']> = {},
): PlanItem<'evidence'> {
  return {
    ...{ id: 'evidence-1', objectiveId: 'objective-1', parentId: null, ref: 'E1', version: 1 },
    ...{ kind: 'evidence', title: 'Training register', status: 'given' },
    ...{ due: null, originalDue: null, addedAt: at('2024-06-12T09:15'), example: false },
    detail: {
      ...{ link: 'https://northshire.example/register', rung: 'done', on: '2024-06-12' },
      ...{ by: { personId: 'sam', name: 'Sam Taylor', organisation: 'Northshire Council' } },
      ...{ waiver: false, ...detail },
    },
  };
}

export function actor(changes: Partial<Actor> = {}): Actor {
  return {
    personId: 'sam',
    partnershipId: 'northshire',
    name: 'Sam Taylor',
    organisation: 'Northshire Council',
    email: 'sam.taylor@northshire.example',
    roles: [],
    ...changes,
  };
}

export function statusEntry(changes: Partial<StatusEntry> = {}): StatusEntry {
  return {
    id: 'entry-1',
    kind: 'update',
    rating: 'delivery',
    supersedesId: null,
    superseded: false,
    fromRag: 'red',
    toRag: 'amber',
    note: '14 of 20 trained',
    author: { name: 'Sam Taylor', organisation: 'Northshire Council' },
    at: at('2024-06-12T09:15'),
    late: false,
    version: 3,
    ...changes,
  };
}

/** The same as an entry of the whole history. */
export function historyEntry(changes: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    ...statusEntry(),
    objectiveId: 'objective-1',
    position: 3,
    detail: null,
    hash: '',
    ...changes,
  };
}

/** What a plan of these objectives calls them. */
export function refsOf(...refs: readonly string[]): PlanRefs {
  return indexRefs(refs.map((ref) => ({ id: `id of ${ref}`, ref, title: `Title of ${ref}` })));
}
