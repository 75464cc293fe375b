// A KPI's figures as a line: those in the unit of its newest figure, with the target that they are held against.
import type { HistoryPoint, KpiFacts } from '../domain/kpi-facts.ts';
import { toleranceOf } from '../domain/kpi-target.ts';
import { type KpiUnit, readKpiValue } from '../domain/kpi-value.ts';
import type { ChartData } from './chart-data.ts';
import { targetText, verdictWords } from './kpi-words.ts';

/** A longer label, such as a table's heading, leaves a phone no room for the figures. */
const LONGEST_LABEL = 16;

type KpiTrend = Extract<ChartData, { kind: 'kpi-trend' }>;

/**
 * Null where a line would say no more than its table: there is neither a target in force nor a figure since publication,
 * or there are not two figures to join.
 * @param when `always`: somebody asks for the line, however little it says
 */
export function kpiTrend(kpi: KpiFacts, when: 'news' | 'always' = 'news'): KpiTrend | null {
  const { history, latest, number, name, aid } = kpi;
  const unit = latest?.unit ?? null;
  const target = targetOf(kpi);
  const figures = history.filter((point) => point.value !== null && point.unit === unit);
  const hasNews = history.some(({ published }) => !published);
  if (unit === null || figures.length < 2) return null;
  if (when === 'news' && !target && !hasNews) return null;
  const said = history.map((point) => `${labelOf(point)} ${point.raw}`).join('; ');
  return {
    kind: 'kpi-trend',
    title: `${number} ${name}`,
    alt: `${name}: ${said}. ${verdictWords[aid.verdict]}.${kpi.target ? ` Target: ${targetText(kpi.target)}.` : ''}`,
    unit: suffixOf(unit),
    points: history.map((point) => ({
      label: labelOf(point),
      value: point.unit === unit ? point.value : null,
      raw: point.raw,
    })),
    ...(target && { target }),
  };
}

function targetOf({ target, rag }: KpiFacts): KpiTrend['target'] | null {
  if (!target || rag.rag === 'grey') return null;
  const aim = readKpiValue(target.raw);
  if (aim.kind !== 'figure') return null;
  const tolerance = toleranceOf(target);
  return {
    ...{ value: aim.value, raw: target.raw, sense: target.sense },
    ...(tolerance > 0 && { tolerance }),
  };
}

function labelOf({ label, column, published }: HistoryPoint): string {
  if (label !== '' && label.length <= LONGEST_LABEL) return label;
  if (!published) return `${label.slice(0, LONGEST_LABEL - 1)}…`;
  return column === 'baseline' ? 'Baseline' : 'Published';
}

function suffixOf(unit: KpiUnit): string {
  switch (unit) {
    case 'per-cent':
      return '%';
    case 'points':
      return ' points';
    case 'hours':
    case 'days':
    case 'weeks':
    case 'months':
    case 'years':
      return ` ${unit}`;
    case 'pounds':
    case 'ratio':
    case 'count':
    case 'none':
      return '';
    default:
      return unit satisfies never;
  }
}
