// A table of KPIs as bodies publish it, read row by row: a name, its baseline, its targets, a column of actuals for each
// period, and what others reach, in columns or in rows below. What a column or a cell does not say for certain is left out, with why.

import { Temporal } from 'temporal-polyfill';
import {
  findPrintedPeriod,
  parsePrintedPeriod,
} from '../../../core/dates/domain/printed-period.ts';
import type { Grid } from '../../../core/message/domain/grid.ts';
import { comparatorOfHeading } from './kpi-comparator.ts';
import type { TargetSense } from './kpi-target.ts';
import { parseKpiValue, type ValueProblem } from './kpi-value.ts';

export type ImportedFigure = {
  readonly column: 'baseline' | 'performance';
  readonly raw: string;
  /** As its column's heading says; null: the cell says it itself. */
  readonly period: string | null;
};

export type ImportedTarget = {
  /** Null: the cell says no more than a figure. */
  readonly sense: TargetSense | null;
  readonly raw: string;
  /** By when, in words; null: none is said. */
  readonly by: string | null;
};

/** What another body reached, as its heading or its row says. */
export type ImportedComparator = {
  readonly who: string;
  readonly raw: string;
  /** As the heading says; null: the cell says it itself. */
  readonly period: string | null;
};

/** What is planned for a period on the way to the target. */
export type ImportedPoint = { readonly raw: string; readonly period: string };

export type ImportedKpi = {
  /** In the file, counted from 1. */
  readonly row: number;
  readonly number: number | null;
  readonly name: string;
  readonly theme: string | null;
  readonly figures: readonly ImportedFigure[];
  readonly comparators: readonly ImportedComparator[];
  readonly target: ImportedTarget | null;
  /** By the end of their periods; none without a target. */
  readonly way: readonly ImportedPoint[];
};

export type CellFault = {
  readonly row: number;
  readonly heading: string;
  readonly raw: string;
  readonly why: ValueProblem | 'no-period' | 'other-period' | 'not-begun' | 'other-target';
};

export type KpiTableReading = {
  readonly kpis: readonly ImportedKpi[];
  readonly faults: readonly CellFault[];
  /** Headings whose columns are not taken. */
  readonly leftOut: readonly string[];
};

type Column =
  | { readonly is: 'number' | 'name' | 'theme'; readonly heading: string }
  | { readonly is: 'target'; readonly heading: string; readonly by: string | null }
  | {
      readonly is: 'comparator';
      readonly heading: string;
      readonly who: string;
      readonly period: string | null;
    }
  | {
      readonly is: 'baseline' | 'performance';
      readonly heading: string;
      readonly period: string | null;
    };

const NAME =
  /^(?:kpi|indicator|measure|name|description|(?:key )?performance (?:indicator|measure)s?)(?: name| description)?$/i;
const NUMBER = /^(?:no\.?|number|#|ref\.?|(?:kpi|indicator|measure) (?:no\.?|number|ref\.?|id))$/i;
const THEME = /^(?:theme|priority|area|workstream)$/i;
/** How far down the headings may stand: titles come before them. */
const HEADING_ROWS = 10;

/** Null: no headings of a KPI table are in it. */
export function parseKpiGrid({ rows }: Pick<Grid, 'rows'>): KpiTableReading | null {
  for (const [at, cells] of rows.slice(0, HEADING_ROWS).entries()) {
    const headings = cells.map((cell) => cell?.text.trim().replace(/\s+/g, ' ') ?? '');
    const columns = headings.map(columnOf);
    const has = (is: Column['is']) => columns.some((column) => column?.is === is);
    if (!has('name') || !(has('performance') || has('baseline') || has('target'))) continue;
    const read = rows.slice(at + 1).map((row, index) => parseRow(row, at + 2 + index, columns));
    return {
      kpis: withComparatorRows(read.flatMap(({ kpi }) => (kpi ? [kpi] : []))),
      faults: read.flatMap(({ faults }) => faults),
      leftOut: headings.filter((heading, index) => heading !== '' && !columns[index]),
    };
  }
  return null;
}

/** A row that is named for another body holds what that body reached of the KPI above it. */
function withComparatorRows(rows: readonly ImportedKpi[]): ImportedKpi[] {
  const kpis: ImportedKpi[] = [];
  for (const row of rows) {
    const who = comparatorOfHeading(row.name);
    const above = kpis.at(-1);
    if (who === null || !above) {
      kpis.push(row);
      continue;
    }
    const theirs = row.figures
      .filter(({ column }) => column === 'performance')
      .map(({ raw, period }) => ({ who, raw, period }));
    kpis[kpis.length - 1] = { ...above, comparators: [...above.comparators, ...theirs] };
  }
  return kpis;
}

/**
 * Of several targets the last to be reached is the KPI's, and those before it are the way there. One without a date is where
 * the way leads.
 */
function targetsOf(
  targets: readonly ImportedTarget[],
): Pick<ImportedKpi, 'target' | 'way'> & { readonly apart: readonly ImportedTarget[] } {
  const dated = targets.flatMap((target) => {
    const period = target.by === null ? null : parsePrintedPeriod(target.by);
    return period ? [{ target, period }] : [];
  });
  dated.sort((one, other) => Temporal.PlainDate.compare(one.period.lastDay, other.period.lastDay));
  const others = targets.filter((one) => !dated.some(({ target }) => target === one));
  const last = others.at(-1) ?? dated.at(-1)?.target ?? null;
  // A way leads to a date: to a target without one it cannot be held against.
  const hasDate = last !== null && (last.by !== null || dated.length === 0);
  const way = hasDate ? dated.filter(({ target }) => target !== last) : [];
  return {
    target: last,
    way: way.map(({ target, period }) => ({ raw: target.raw, period: period.text })),
    apart: [
      ...others.filter((one) => one !== last),
      ...(hasDate ? [] : dated.map(({ target }) => target)),
    ],
  };
}

function columnOf(heading: string): Column | null {
  if (NAME.test(heading)) return { is: 'name', heading };
  if (NUMBER.test(heading)) return { is: 'number', heading };
  if (THEME.test(heading)) return { is: 'theme', heading };
  const period = findPrintedPeriod(heading)?.text ?? null;
  const who = comparatorOfHeading(heading);
  if (who !== null) return { is: 'comparator', heading, who, period };
  if (/\btarget\b|\btrajectory\b/i.test(heading)) return { is: 'target', heading, by: period };
  // What is said of others is no figure of ours.
  if (
    /\b(?:england|national|neighbours?|sn|region|rag|rating|direction|trend|comment|source)\b/i.test(
      heading,
    )
  )
    return null;
  if (/\bbaseline\b/i.test(heading)) return { is: 'baseline', heading, period };
  if (period !== null || /\b(?:actual|performance|outturn|latest|current)\b/i.test(heading))
    return { is: 'performance', heading, period };
  return null;
}

type Row = { readonly kpi: ImportedKpi | null; readonly faults: readonly CellFault[] };

function parseRow(
  cells: Grid['rows'][number],
  row: number,
  columns: readonly (Column | null)[],
): Row {
  const facts: { number: number | null; name: string; theme: string | null } = {
    ...{ number: null, name: '', theme: null },
  };
  const figures: ImportedFigure[] = [];
  const targets: ImportedTarget[] = [];
  const comparators: ImportedComparator[] = [];
  const faults: CellFault[] = [];
  for (const [index, column] of columns.entries()) {
    const raw = cells[index]?.text.trim() ?? '';
    if (!column || raw === '') continue;
    const fault = (why: CellFault['why']) =>
      faults.push({ row, heading: column.heading, raw, why });
    switch (column.is) {
      case 'name':
        facts.name = raw.replace(/\s+/g, ' ');
        break;
      case 'theme':
        facts.theme = raw;
        break;
      case 'number':
        facts.number = /^\d{1,4}$/.test(raw) ? Number(raw) : null;
        break;
      case 'target': {
        const target = parseTarget(raw, column.by);
        if (typeof target === 'string') fault(target);
        else targets.push(target);
        break;
      }
      case 'baseline':
      case 'performance':
      case 'comparator': {
        const figure = parseFigure(raw, column.period);
        if (typeof figure === 'string') fault(figure);
        else if (figure && column.is === 'comparator')
          comparators.push({ who: column.who, ...figure });
        else if (figure && column.is !== 'comparator')
          figures.push({ column: column.is, ...figure });
        break;
      }
      default:
        column satisfies never;
    }
  }
  if (facts.name === '') return { kpi: null, faults: [] };
  const { apart, ...leads } = targetsOf(targets);
  for (const { raw, by } of apart)
    faults.push({ row, heading: `Target${by === null ? '' : ` ${by}`}`, raw, why: 'other-target' });
  return { kpi: { row, ...facts, figures, comparators, ...leads }, faults };
}

/** Null: a dash, which says nothing. */
function parseFigure(
  raw: string,
  period: string | null,
): Omit<ImportedFigure, 'column'> | CellFault['why'] | null {
  const value = parseKpiValue(raw);
  if (value.kind === 'unreadable') return value.problem;
  if (value.kind === 'missing' && value.reason === 'no-entry') return null;
  const own = value.kind === 'figure' ? value.period : null;
  const headed = period === null ? null : findPrintedPeriod(period);
  if (!own && !headed) return 'no-period';
  if (
    own &&
    headed &&
    (own.firstDay.until(headed.lastDay).days < 0 || headed.firstDay.until(own.lastDay).days < 0)
  )
    return 'other-period';
  return { raw, period: own ? null : period };
}

const SENSES: readonly (readonly [RegExp, TargetSense])[] = [
  [/^(?:at least|≥|>=|min(?:imum)?(?: of)?|no (?:less|fewer) than)\s*/i, 'at-least'],
  [/^(?:at most|≤|<=|max(?:imum)?(?: of)?|no more than|up to)\s*/i, 'at-most'],
  [/\s*(?:\+|or (?:more|above|over|higher))$/i, 'at-least'],
  [/\s*or (?:less|fewer|below|under|lower)$/i, 'at-most'],
];

function parseTarget(raw: string, by: string | null): ImportedTarget | ValueProblem {
  const [, words = '', due] = /^([\s\S]*?)(?:,?\s+by\s+(.+))?$/i.exec(raw) ?? [];
  const said = SENSES.find(([form]) => form.test(words));
  const figure = said ? words.replace(said[0], '') : words;
  const value = parseKpiValue(figure);
  if (value.kind === 'unreadable') return value.problem;
  if (value.kind === 'missing') return 'no-figure';
  if (value.upTo !== null) return 'range';
  return { sense: said?.[1] ?? null, raw: figure, by: due ?? by };
}
