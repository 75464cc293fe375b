// When each step of the chase is due for whom, restated from the rules in words and from nothing else.
import { addDays, type Days, liesIn, localOf, momentAt } from './check-days.ts';
import type { ForumSetting, Stretch } from './story.ts';

export type Deadlines = {
  readonly dueOn: string;
  readonly due: number;
  readonly freezes: number;
  readonly ends: number;
  /** From when news counts as the return. */
  readonly countsFrom: number;
  readonly lastDay: string;
};

export type ScheduleStep = {
  readonly step: string;
  readonly to: 'owners' | 'owners-and-deputies' | 'co-chairs' | 'office' | 'leads';
  readonly day: string;
  readonly at: number;
  readonly ends: number;
};

const TIME = '10:00';
const MORNING = '09:00';
const EARLY_NEWS_DAYS = 5;

const asking = [
  { step: 'open', days: -7, to: 'owners' },
  { step: 'nudge', days: -3, to: 'owners' },
  { step: 'last-call', days: -1, to: 'owners-and-deputies' },
  { step: 'due-today', days: 0, to: 'owners' },
  { step: 'overdue', days: 1, to: 'owners-and-deputies' },
] as const;

const telling = [
  { step: 'roll-up', days: 2, to: 'co-chairs' },
  { step: 'office', days: 4, to: 'office' },
] as const;

export function deadlinesOf(forum: ForumSetting, heldOn: string, days: Days): Deadlines {
  const dueOn = days.lead(heldOn, forum.returns);
  const opensOn = days.before(dueOn, 7);
  return {
    dueOn,
    due: momentAt(dueOn, forum.returns.time),
    freezes: momentAt(days.lead(heldOn, forum.freeze), forum.freeze.time),
    ends: momentAt(addDays(heldOn, 1), '00:00'),
    countsFrom: momentAt(days.before(opensOn, EARLY_NEWS_DAYS), '00:00'),
    lastDay: heldOn,
  };
}

/** The steps that ask, for whoever works in these stretches of the partnership's days. */
export function askingSteps(
  { dueOn, due, freezes, countsFrom, lastDay }: Deadlines,
  days: Days,
  terms: readonly Stretch[] | null,
): ScheduleStep[] {
  return asking.flatMap(({ step, days: count, to }) => {
    const late = count > 0;
    const day = dayOfStep(dueOn, count, days);
    const moved = personal(
      day,
      { first: late ? null : localOf(countsFrom).day, last: late ? lastDay : dueOn },
      days,
      terms,
    );
    const ends = late ? freezes : Math.min(due, freezes);
    return moved ? [{ step, to, ends, ...moved }] : [];
  });
}

/** The steps that tell others, each with a schedule of its own. */
export function tellingSteps(
  { dueOn, ends, lastDay }: Deadlines,
  days: Days,
  terms: readonly Stretch[] | null,
): ScheduleStep[] {
  return telling.flatMap(({ step, days: count, to }) => {
    const day = dayOfStep(dueOn, count, days);
    const moved = personal(day, { first: null, last: lastDay }, days, terms);
    return moved ? [{ step, to, ends, ...moved }] : [];
  });
}

/** The calls for evidence before a review. */
export function evidenceSteps(
  forum: ForumSetting,
  heldOn: string,
  days: Days,
  terms: readonly Stretch[] | null,
): ScheduleStep[] {
  if (!forum.evidence) return [];
  const dueOn = days.lead(heldOn, forum.evidence);
  const ends = momentAt(dueOn, forum.evidence.time);
  const steps = [
    ['evidence-call', addDays(heldOn, -24)],
    ['evidence-reminder', addDays(heldOn, -17)],
    ['evidence-due', dueOn],
  ] as const;
  return steps.flatMap(([step, day]) => {
    const moved = personal(day, { first: addDays(heldOn, -31), last: dueOn }, days, terms);
    return moved ? [{ step, to: 'leads' as const, ends, ...moved }] : [];
  });
}

/**
 * The step that is true at a moment: the latest that has fallen due and still says something. Where a newer one
 * falls due later the same day, nothing: it takes the day's one message.
 */
export function trueStep(
  steps: readonly ScheduleStep[],
  at: number,
  waitsForNewer: boolean,
): ScheduleStep | null {
  const current = steps.filter((one) => one.at <= at).at(-1);
  if (!current || at > current.ends) return null;
  const today = localOf(at).day;
  const newer = steps.some(
    (one) => one.at > at && one.at <= one.ends && localOf(one.at).day === today,
  );
  return newer && waitsForNewer ? null : current;
}

function dayOfStep(dueOn: string, count: number, days: Days): string {
  if (count > 0) return days.after(dueOn, count);
  const day = days.before(dueOn, -count);
  return days.isWorking(day) ? day : days.before(day, 1);
}

/** On a day off: the next working morning, or earlier where that is past the last day. */
function personal(
  day: string,
  { first, last }: { readonly first: string | null; readonly last: string },
  days: Days,
  terms: readonly Stretch[] | null,
): { readonly day: string; readonly at: number } | null {
  const works = (one: string) => days.isWorking(one) && liesIn(one, terms);
  if (works(day)) return { day, at: momentAt(day, TIME) };
  for (let next = addDays(day, 1); next <= last; next = addDays(next, 1))
    if (works(next)) return { day: next, at: momentAt(next, MORNING) };
  for (
    let before = addDays(day, -1);
    first !== null && before >= first;
    before = addDays(before, -1)
  )
    if (works(before)) return { day: before, at: momentAt(before, TIME) };
  return null;
}
