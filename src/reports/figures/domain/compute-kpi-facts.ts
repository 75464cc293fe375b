// From what is on record of a KPI to how it reads.
import { Temporal } from 'temporal-polyfill';
import {
  findPrintedPeriod,
  type PrintedPeriod,
  parsePrintedPeriod,
} from '../../../core/dates/domain/printed-period.ts';
import { isSameBody } from './kpi-comparator.ts';
import { computeDirection, publishedDirection } from './kpi-direction.ts';
import type {
  ComparatorPoint,
  HistoryPoint,
  KpiFacts,
  KpiRecord,
  Observation,
  Planned,
  PlannedPoint,
  TargetFacts,
} from './kpi-facts.ts';
import { readingAid } from './kpi-reading-aid.ts';
import { judgeTarget, type Measured } from './kpi-target.ts';
import { type KpiValue, parseKpiValue } from './kpi-value.ts';

/**
 * Reads one KPI.
 * @param today the day on which its target is judged
 */
export function computeKpiFacts(kpi: KpiRecord, today: Temporal.PlainDate): KpiFacts {
  const { observations, polarities, targets, comments, footnotes } = kpi;
  const published = (column: 'baseline' | 'performance') =>
    observations.find((one) => one.column === column && one.ordinal === 1)?.raw ?? '';
  const latest = latestOf(kpi);
  const since = firstBefore(kpi, latest);
  const polarity = polarities.at(-1)?.polarity ?? kpi.planPolarity;
  const target = targets.at(-1) ?? null;
  const value = readValue(latest);
  const trajectory = trajectoryOf(kpi);
  return {
    ...{ id: kpi.id, number: kpi.number, name: kpi.name, example: kpi.example, theme: kpi.theme },
    ...{ baseline: published('baseline'), performance: published('performance') },
    publishedDirection: kpi.publishedDirection,
    published: publishedDirection(kpi.publishedDirection),
    computed: computeDirection(
      parseKpiValue(published('baseline')),
      parseKpiValue(published('performance')),
    ),
    latest: latest && pointOf(latest, kpi),
    since: since && pointOf(since, kpi),
    aid: readingAid({
      ...{ before: readValue(since), after: value, polarity },
      footnotes: footnotes.filter(({ place }) => isRead(place, [since, latest])),
    }),
    ...{ polarity, polarityChoice: polarities.at(-1) ?? null },
    ...{ target, owner: kpi.owner },
    rag: judgeTarget(
      target,
      {
        latest: latest && { value, until: periodOf(latest, kpi)?.lastDay ?? null },
        start: target && startOf(kpi, target),
        way: trajectory.map(({ raw, until }) => ({ value: parseKpiValue(raw), until })),
      },
      today,
    ),
    comment: comments.at(-1) ?? null,
    history: observations.map((one) => pointOf(one, kpi)),
    ...{ comparators: comparatorsOf(kpi), trajectory },
    ...{ footnotes, sources: kpi.sources },
  };
}

/** The newest figure: recorded last, unless its period ended before that of one recorded earlier. */
export function latestOf(kpi: KpiRecord): Observation | null {
  let latest: Observation | null = null;
  for (const one of kpi.observations.filter(({ column }) => column === 'performance')) {
    if (!latest || !endsBefore(one, latest, kpi)) latest = one;
  }
  return latest ?? kpi.observations.at(-1) ?? null;
}

/** The earliest of the others that states a figure; where none does, the baseline, which says why. */
function firstBefore(kpi: KpiRecord, latest: Observation | null): Observation | null {
  const others = kpi.observations.filter(({ id }) => id !== latest?.id);
  return others.find(({ raw }) => parseKpiValue(raw).kind === 'figure') ?? others[0] ?? null;
}

/**
 * Where the way to a target began: the newest figure when it was set, as it reads today; where there was none, the
 * first that came after. One whose period nobody says counts as of the day on which the target was set.
 */
function startOf(kpi: KpiRecord, { proposedAt }: TargetFacts): Measured | null {
  const figures = kpi.observations.filter(({ raw }) => parseKpiValue(raw).kind === 'figure');
  // What was recorded at the very moment came after it: the demonstration's clock stands still.
  const known = figures.filter(
    ({ ordinal, recordedAt }) =>
      ordinal === 1 || recordedAt.epochMilliseconds < proposedAt.epochMilliseconds,
  );
  const start =
    latestOf({ ...kpi, observations: known }) ??
    figures.find(({ column }) => column === 'performance');
  if (!start) return null;
  const period = periodOf(start, kpi);
  if (!period)
    return { value: readValue(start), until: proposedAt.toZonedDateTimeISO('UTC').toPlainDate() };
  // Put right since then, it began with what it was put right to.
  const corrected = figures.findLast(
    (one) => one.column === start.column && periodOf(one, kpi)?.lastDay.equals(period.lastDay),
  );
  return { value: readValue(corrected ?? start), until: period.lastDay };
}

function endsBefore(one: Observation, other: Observation, kpi: KpiRecord): boolean {
  const [first, second] = [periodOf(one, kpi), periodOf(other, kpi)];
  return first && second ? Temporal.PlainDate.compare(first.lastDay, second.lastDay) < 0 : false;
}

/** The period of a figure: as typed with it, as printed in its cell, or as its column's heading says. */
export function periodOf(
  one: Observation,
  { headers }: Pick<KpiRecord, 'headers'>,
): PrintedPeriod | null {
  if (one.period !== null) return parsePrintedPeriod(one.period);
  const value = parseKpiValue(one.raw);
  const own = value.kind === 'figure' ? value.period : null;
  return own ?? (headers ? findPrintedPeriod(headers[one.column]) : null);
}

/** The period of what stands beside our own figures; no heading of the published table says one. */
export function ownPeriod({ raw, period }: Pick<Planned, 'raw' | 'period'>): PrintedPeriod | null {
  if (period !== null) return parsePrintedPeriod(period);
  const value = parseKpiValue(raw);
  return value.kind === 'figure' ? value.period : null;
}

function comparatorsOf({ comparators }: KpiRecord): ComparatorPoint[] {
  const points = comparators.map((one) => {
    const period = ownPeriod(one);
    return {
      ...{ who: one.who, raw: one.raw, at: one.recordedAt, by: one.by },
      ...{ label: period?.text ?? '', until: period?.lastDay ?? null, from: period?.firstDay },
    };
  });
  return points
    .filter(
      (one, index) =>
        !points
          .slice(index + 1)
          .some((later) => isSameBody(one.who, later.who) && isSameSpan(one, later)),
    )
    .map(({ from: _from, ...point }) => point)
    .toSorted(byEnd);
}

function trajectoryOf({ trajectory }: KpiRecord): PlannedPoint[] {
  const points = trajectory.flatMap((one) => {
    const period = ownPeriod(one);
    const value = parseKpiValue(one.raw);
    const figure = value.kind === 'figure' && value.upTo === null ? value : null;
    return period
      ? [
          {
            ...{ raw: one.raw, label: period.text, from: period.firstDay, until: period.lastDay },
            ...{ value: figure?.value ?? null, unit: figure?.unit ?? null },
          },
        ]
      : [];
  });
  return points
    .filter((one, index) => !points.slice(index + 1).some(({ until }) => until.equals(one.until)))
    .toSorted(byEnd);
}

type Span = {
  readonly from?: Temporal.PlainDate | undefined;
  readonly until: Temporal.PlainDate | null;
};

function isSameSpan(one: Span, other: Span): boolean {
  if (!one.from || !one.until || !other.from || !other.until) return false;
  return one.from.equals(other.from) && one.until.equals(other.until);
}

/** What says no period comes first. */
function byEnd(one: Pick<Span, 'until'>, other: Pick<Span, 'until'>): number {
  return one.until && other.until
    ? Temporal.PlainDate.compare(one.until, other.until)
    : Number(one.until !== null) - Number(other.until !== null);
}

/** The figure, of the period that was typed with it. */
function readValue(one: Observation | null): KpiValue {
  const value = parseKpiValue(one?.raw ?? '');
  return value.kind === 'figure' && one && one.period !== null
    ? { ...value, period: parsePrintedPeriod(one.period) }
    : value;
}

/** A footnote on a cell speaks of the published cell only; one on the name, of all. */
function isRead(place: string, read: readonly (Observation | null)[]): boolean {
  return place === 'name' || read.some((one) => one?.ordinal === 1 && one.column === place);
}

function pointOf(one: Observation, kpi: KpiRecord): HistoryPoint {
  const value = parseKpiValue(one.raw);
  const figure = value.kind === 'figure' ? value : null;
  const period = periodOf(one, kpi);
  return {
    ...{ column: one.column, raw: one.raw, at: one.recordedAt, by: one.by },
    label: one.period ?? figure?.period?.text ?? kpi.headers?.[one.column] ?? '',
    // A range has no one value.
    value: figure?.upTo === null ? figure.value : null,
    ...{ unit: figure?.unit ?? null, per: figure?.per?.value ?? null },
    from: period?.firstDay ?? null,
    until: period?.lastDay ?? null,
    published: one.ordinal === 1,
  };
}
