// A KPI's figures as a line in the order of their periods, so that the newest comes last: those in the unit of its newest
// figure, with the target that they are held against.
import { Temporal } from 'temporal-polyfill';
import type { KpiTrend } from '../../../core/message/messages/chart-data.ts';
import type { HistoryPoint, KpiFacts, PlannedPoint } from '../domain/kpi-facts.ts';
import { toleranceOf } from '../domain/kpi-target.ts';
import { type KpiUnit, parseKpiValue } from '../domain/kpi-value.ts';
import { aidText, ragText, standingText, targetText } from './kpi-words.ts';

/** A longer label, such as a table's heading, leaves a phone no room for the figures. */
const LONGEST_LABEL = 16;

/**
 * Null where a line would say no more than its table: there is neither a target in force nor a figure since publication,
 * or there are not two figures to join.
 * @param when `always`: somebody asks for the line, however little it says
 */
export function kpiTrend(kpi: KpiFacts, when: 'news' | 'always' = 'news'): KpiTrend | null {
  const { latest, number, name } = kpi;
  const history = inTime(kpi.history);
  const unit = latest?.unit ?? null;
  const target = targetOf(kpi);
  const isAlike = (point: HistoryPoint) => point.unit === unit && point.per === latest?.per;
  const figures = history.filter((point) => point.value !== null && isAlike(point));
  const hasNews = kpi.history.some(({ published }) => !published);
  if (unit === null || figures.length < 2) return null;
  if (when === 'news' && !target && !hasNews) return null;
  const said = history.map((point) => `${labelOf(point)} ${point.raw}`).join('; ');
  return {
    kind: 'kpi-trend',
    title: `${number} ${name}`,
    alt: `${name}: ${said}. ${aidText(kpi)}.${kpi.target ? ` Target: ${targetText(kpi.target)}: ${ragText(kpi.rag)}.` : ''}`,
    unit: suffixOf(unit, latest?.per ?? null),
    points: withPlanned(
      history.map((point) => ({ ...point, value: isAlike(point) ? point.value : null })),
      target ? kpi.trajectory : [],
    ),
    ...(target && { target }),
  };
}

/** The figures with what was planned for their periods, and the planned periods that are still to come. */
function withPlanned(
  history: readonly HistoryPoint[],
  trajectory: readonly PlannedPoint[],
): KpiTrend['points'] {
  const figures = history.map((point) => {
    const planned = trajectory.find((one) => isSamePeriod(point, one))?.value;
    return {
      ...{ label: labelOf(point), value: point.value, raw: point.raw, until: point.until },
      ...(planned != null && { planned }),
    };
  });
  const ahead = trajectory.flatMap((one) =>
    one.value === null || history.some((point) => isSamePeriod(point, one))
      ? []
      : [
          {
            label: shortLabel(one.label),
            value: null,
            raw: '',
            until: one.until,
            planned: one.value,
          },
        ],
  );
  const points: ((typeof figures)[number] | (typeof ahead)[number])[] = [...figures];
  for (const one of ahead) {
    const next = points.findIndex(
      ({ until }) => until !== null && Temporal.PlainDate.compare(until, one.until) > 0,
    );
    points.splice(next < 0 ? points.length : next, 0, one);
  }
  return points.map(({ until: _until, ...point }) => point);
}

/** By the end of their periods; of one period only what was recorded last, which took the place of what was before. */
function inTime(history: readonly HistoryPoint[]): readonly HistoryPoint[] {
  const standing = history.filter(
    (one, index) =>
      !history
        .slice(index + 1)
        .some((later) => later.column === one.column && isSamePeriod(one, later)),
  );
  // What states no period stays behind the one that was recorded before it.
  let before: Temporal.PlainDate | null = null;
  const dated = standing.map((point) => {
    before = point.until ?? before;
    return { point, until: before };
  });
  return dated.toSorted(inOrder).map(({ point }) => point);
}

/** By the end of the periods; but a baseline of a year that reaches into a quarter after it stands before that quarter. */
function inOrder(one: Dated, other: Dated): number {
  const begins = ({ point }: Dated, { point: later }: Dated) =>
    point.column === 'baseline' &&
    later.column !== 'baseline' &&
    point.from !== null &&
    later.from !== null &&
    Temporal.PlainDate.compare(point.from, later.from) < 0;
  if (begins(one, other)) return -1;
  return begins(other, one) ? 1 : byEnd(one, other);
}

type Dated = Ends & { readonly point: HistoryPoint };
type Ends = { readonly until: Temporal.PlainDate | null };

/** What says no period comes first. */
function byEnd(one: Ends, other: Ends): number {
  return one.until && other.until
    ? Temporal.PlainDate.compare(one.until, other.until)
    : Number(one.until !== null) - Number(other.until !== null);
}

function isSamePeriod(
  one: Pick<HistoryPoint, 'from' | 'until'>,
  other: Pick<HistoryPoint, 'from' | 'until'>,
): boolean {
  return (
    one.until !== null &&
    other.until !== null &&
    one.until.equals(other.until) &&
    one.from !== null &&
    other.from !== null &&
    one.from.equals(other.from)
  );
}

function targetOf({ target, rag }: KpiFacts): KpiTrend['target'] | null {
  const stands = standingText(rag);
  if (!target || stands === null) return null;
  const aim = parseKpiValue(target.raw);
  if (aim.kind !== 'figure') return null;
  const tolerance = toleranceOf(target);
  return {
    ...{ value: aim.value, raw: target.raw, sense: target.sense },
    ...(tolerance > 0 && { tolerance }),
    ...(target.dueOn && { by: byText(target.dueText ?? '', target.dueOn) }),
    stands,
  };
}

/** As typed, or its last day where that is too long for a picture. */
function byText(typed: string, { day, month, year }: Temporal.PlainDate): string {
  const words = typed.replace(/^by\s+/i, '');
  return words !== '' && words.length <= LONGEST_LABEL ? words : `${day}/${month}/${year}`;
}

function labelOf({ label, column, published }: HistoryPoint): string {
  if (label !== '' && label.length <= LONGEST_LABEL) return label;
  if (!published) return shortLabel(label);
  return column === 'baseline' ? 'Baseline' : 'Published';
}

function shortLabel(label: string): string {
  return label.length <= LONGEST_LABEL ? label : `${label.slice(0, LONGEST_LABEL - 1)}…`;
}

function suffixOf(unit: KpiUnit, per: number | null): string {
  switch (unit) {
    case 'per-cent':
      return '%';
    case 'points':
      return ' points';
    case 'rate':
      return per === null ? '' : ` per ${per.toLocaleString('en-GB')}`;
    case 'working-days':
    case 'school-days':
      return ` ${unit.replace('-', ' ')}`;
    case 'seconds':
    case 'minutes':
    case 'hours':
    case 'days':
    case 'weeks':
    case 'months':
    case 'years':
      return ` ${unit}`;
    case 'pounds':
    case 'ratio':
    case 'share':
    case 'count':
    case 'none':
      return '';
    default:
      return unit satisfies never;
  }
}
