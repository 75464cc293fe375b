// What may change in each state of a cycle: one table, read by every rule that lets something into the record and
// printed in the user guide.
import type { Temporal } from 'temporal-polyfill';
import { localDate } from '../../../core/dates/domain/working-days.ts';
import { type Cycle, type CyclePhase, cyclePhase } from './cycle.ts';

export type StateRule = {
  /** What the state is called. */
  readonly name: string;
  /** An update of a rating: taken, taken and marked late, or not until the meeting is over. */
  readonly update: 'taken' | 'marked late' | 'refused';
  /** An amendment of a note. */
  readonly amendNote: 'taken' | 'marked';
  /** An amendment of a rating: by whoever made it, or by the programme office alone. */
  readonly amendRating: 'taken' | 'office only, marked';
  /** What the board decided of a rating. */
  readonly board: 'not yet' | 'on the day of the meeting' | 'taken' | 'refused';
  /** What the programme office may do with the cycle. */
  readonly byHand: readonly ByHandVerb[];
};

export type ByHandVerb = 'open' | 'freeze' | 'close' | 'cancel';

export const cycleStates = {
  planned: {
    name: 'planned',
    update: 'taken',
    amendNote: 'taken',
    amendRating: 'taken',
    board: 'not yet',
    byHand: ['open', 'freeze', 'cancel'],
  },
  open: {
    name: 'open',
    update: 'taken',
    amendNote: 'taken',
    amendRating: 'taken',
    board: 'not yet',
    byHand: ['freeze', 'cancel'],
  },
  late: {
    name: 'returns overdue',
    update: 'marked late',
    amendNote: 'taken',
    amendRating: 'taken',
    board: 'not yet',
    byHand: ['freeze', 'cancel'],
  },
  frozen: {
    name: 'frozen',
    update: 'refused',
    amendNote: 'marked',
    amendRating: 'office only, marked',
    board: 'on the day of the meeting',
    byHand: ['cancel'],
  },
  papers: {
    name: 'papers out',
    update: 'refused',
    amendNote: 'marked',
    amendRating: 'office only, marked',
    board: 'on the day of the meeting',
    byHand: ['cancel'],
  },
  held: {
    name: 'held',
    update: 'taken',
    amendNote: 'taken',
    amendRating: 'taken',
    board: 'taken',
    byHand: ['close'],
  },
  minuted: {
    name: 'minuted',
    update: 'taken',
    amendNote: 'taken',
    amendRating: 'taken',
    board: 'refused',
    byHand: [],
  },
} as const satisfies Record<CyclePhase, StateRule>;

/** What holds of the cycle now. */
export function stateOf(cycle: Cycle, now: Temporal.Instant): StateRule {
  return cycleStates[cyclePhase(cycle, now)];
}

/** Whether nothing of the cycle's papers changes now: from the freeze until the meeting is over. */
export function papersStand(cycle: Cycle, now: Temporal.Instant): boolean {
  return stateOf(cycle, now).update === 'refused';
}

/** Whether an update that answers the cycle now is marked late. */
export function marksLate(cycle: Cycle, now: Temporal.Instant): boolean {
  return stateOf(cycle, now).update === 'marked late';
}

/** Whether what the board decided is recorded now. */
export function takesBoardAmendments(cycle: Cycle, now: Temporal.Instant): boolean {
  const { board } = stateOf(cycle, now);
  if (board === 'on the day of the meeting')
    return localDate(now, cycle.timeZone).equals(cycle.meetingDate);
  return board === 'taken';
}

/** Whether the programme office may do this with the cycle now. */
export function mayByHand(cycle: Cycle, verb: ByHandVerb, now: Temporal.Instant): boolean {
  return stateOf(cycle, now).byHand.includes(verb);
}
