// What a KPI is to reach, and how its figures stand against that. A draft is nobody's target yet, so it is not judged.
import { Temporal } from 'temporal-polyfill';
import { isBound, unitOf, worthOf } from './kpi-direction.ts';
import { type KpiFigure, type KpiValue, parseKpiValue } from './kpi-value.ts';

type Day = Temporal.PlainDate;

export type TargetSense = 'at-least' | 'at-most';
export type TargetState = 'draft' | 'agreed' | 'signed-off';

export type Target = {
  readonly sense: TargetSense;
  /** As typed. */
  readonly raw: string;
  readonly tolerance: string | null;
  readonly state: TargetState;
  /** The last day of the date that it carries; null: it carries none. */
  readonly dueOn: Day | null;
};

/** A figure, and the last day of its period; null: nothing says which period it is of. */
export type Measured = { readonly value: KpiValue; readonly until: Day | null };

export type TargetFigures = {
  /** The newest on record. */
  readonly latest: Measured | null;
  /** Where the way to the target began: the newest figure when the target was set; null: there was none. */
  readonly start: Measured | null;
  /** What is planned on the way, by the end of its periods. */
  readonly way: readonly (Measured & { readonly until: Day })[];
};

export type GreyReason = 'no-target' | 'draft' | 'no-figure' | 'units' | 'inexact' | 'too-early';
export type TargetReading =
  | {
      readonly rag: 'green' | 'amber' | 'red';
      readonly says: 'met' | 'within-tolerance' | 'missed' | 'on-course' | 'off-course';
      /** Its date has passed, and no figure on record is of that date or later. */
      readonly noFigureSince?: true;
    }
  | { readonly rag: 'grey'; readonly why: GreyReason };

const HAIR = 1e-9;

/**
 * Judges a target by the newest figure. This is the only place where that is done.
 *
 * After its last day, and where it carries no date at all:
 * - green, met: the figure reaches it
 * - amber, within tolerance: the figure misses it by no more than the tolerance
 * - red, missed
 *
 * Up to and including its last day it can be neither met nor missed, since there is time left:
 * - green, on course: the figure reaches it already, or is no further from it than a straight line from where it
 *   began, by way of what is planned for the periods between, to its date would have it at the end of the figure's
 *   period; the tolerance counts here as well
 * - amber, off course: it is further away than that
 * - grey, too early to say: no figure is of a later period than the one that it began with, or of the first planned one
 *
 * Grey as well: there is no target, or only a draft; there is no figure, or none that can be held against it. Polarity
 * is not asked: a target itself says which way is wanted.
 */
export function judgeTarget(
  target: Target | null,
  { latest, start, way }: TargetFigures,
  today: Day,
): TargetReading {
  if (!target) return grey('no-target');
  if (target.state === 'draft') return grey('draft');
  const aim = parseKpiValue(target.raw);
  if (latest?.value.kind !== 'figure' || aim.kind !== 'figure') return grey('no-figure');
  if (!fits(aim, latest.value)) return grey('units');
  if (isBound(latest.value)) return grey('inexact');
  const short = shortOf(target.sense, aim, latest.value);
  const tolerance = toleranceOf(target) + HAIR;
  const { dueOn } = target;
  if (dueOn !== null && Temporal.PlainDate.compare(today, dueOn) <= 0) {
    if (short <= HAIR) return { rag: 'green', says: 'on-course' };
    const expected = expectedShort({ ...target, dueOn }, aim, { start, way }, latest.until);
    if (expected === null) return grey('too-early');
    return short <= expected + tolerance
      ? { rag: 'green', says: 'on-course' }
      : { rag: 'amber', says: 'off-course' };
  }
  const isOfBefore =
    dueOn !== null && latest.until && Temporal.PlainDate.compare(latest.until, dueOn) < 0;
  const noFigureSince = isOfBefore ? { noFigureSince: true as const } : {};
  if (short <= HAIR) return { rag: 'green', says: 'met', ...noFigureSince };
  return short <= tolerance
    ? { rag: 'amber', says: 'within-tolerance', ...noFigureSince }
    : { rag: 'red', says: 'missed', ...noFigureSince };
}

/** How far a figure may still be from the target at the end of its period; null: that cannot be said yet. */
function expectedShort(
  { sense, dueOn }: Target & { readonly dueOn: Day },
  aim: KpiFigure,
  { start, way }: Pick<TargetFigures, 'start' | 'way'>,
  until: Day | null,
): number | null {
  if (!until) return null;
  const shortAt = ({ value, until: on }: Measured) =>
    on && value.kind === 'figure' && fits(aim, value) && !isBound(value)
      ? [{ on, short: Math.max(0, shortOf(sense, aim, value)) }]
      : [];
  const [began] = start ? shortAt(start) : [];
  const planned = way
    .flatMap(shortAt)
    .filter(({ on }) => isBefore(on, dueOn) && (!began || !isBefore(on, began.on)));
  // What is planned for its own period is held against it; what it began with is not.
  const isPlanned = began && planned[0]?.on.equals(began.on);
  const beginning = began && !isPlanned ? [began] : [];
  const [first, ...rest] = [...beginning, ...planned, { on: dueOn, short: 0 }];
  if (!first || (rest.length === 0 && planned.length === 0)) return null;
  if (isBefore(until, first.on) || (first === began && !isBefore(first.on, until))) return null;
  let from = first;
  for (const to of rest) {
    if (!isBefore(to.on, until)) {
      const [passed, all] = [from.on.until(until).days, from.on.until(to.on).days];
      return from.short + ((to.short - from.short) * passed) / all;
    }
    from = to;
  }
  return from.short;
}

function isBefore(one: Day, other: Day): boolean {
  return Temporal.PlainDate.compare(one, other) < 0;
}

/** How much is missing; 0 or less: it is reached. */
function shortOf(sense: TargetSense, aim: KpiFigure, figure: KpiFigure): number {
  return sense === 'at-least' ? worthOf(aim) - worthOf(figure) : worthOf(figure) - worthOf(aim);
}

/** Whether somebody has to say why: it is missed, or will be. */
export function asksWhy(reading: TargetReading): boolean {
  return reading.rag !== 'grey' && (reading.says === 'missed' || reading.says === 'off-course');
}

/** Whether a target says what the figure says: per cent for per cent, days for days. */
export function fits(aim: KpiFigure, figure: KpiFigure): boolean {
  const isShare = (one: KpiFigure) => one.denominator !== null && one.unit !== 'per-cent';
  return unitOf(aim) === unitOf(figure) && isShare(aim) === isShare(figure);
}

/** How far it may be missed and still be amber, in the figure's own unit; 0 where none was set. */
export function toleranceOf({ tolerance }: Pick<Target, 'tolerance'>): number {
  const read = tolerance === null ? null : parseKpiValue(tolerance);
  return read?.kind === 'figure' ? Math.abs(read.value) : 0;
}

function grey(why: GreyReason): TargetReading {
  return { rag: 'grey', why };
}
