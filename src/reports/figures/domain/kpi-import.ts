// A table of KPIs as bodies publish it, read row by row: a name, its baseline, its target, and a column of actuals for each
// period. What a column or a cell does not say for certain is left out, with why.

import { findPrintedPeriod } from '../../../core/dates/domain/printed-period.ts';
import type { Grid } from '../../../core/message/domain/grid.ts';
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

export type ImportedKpi = {
  /** In the file, counted from 1. */
  readonly row: number;
  readonly number: number | null;
  readonly name: string;
  readonly theme: string | null;
  readonly figures: readonly ImportedFigure[];
  readonly target: ImportedTarget | null;
};

export type CellFault = {
  readonly row: number;
  readonly heading: string;
  readonly raw: string;
  readonly why: ValueProblem | 'no-period' | 'other-period' | 'not-begun';
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
    const columns = withOneTarget(headings.map(columnOf));
    const has = (is: Column['is']) => columns.some((column) => column?.is === is);
    if (!has('name') || !(has('performance') || has('baseline') || has('target'))) continue;
    const read = rows.slice(at + 1).map((row, index) => parseRow(row, at + 2 + index, columns));
    return {
      kpis: read.flatMap(({ kpi }) => (kpi ? [kpi] : [])),
      faults: read.flatMap(({ faults }) => faults),
      leftOut: headings.filter((heading, index) => heading !== '' && !columns[index]),
    };
  }
  return null;
}

/** A KPI has one target: of several columns the last, which is where the way leads. */
function withOneTarget(columns: readonly (Column | null)[]): readonly (Column | null)[] {
  const last = columns.findLastIndex((column) => column?.is === 'target');
  return columns.map((column, at) => (column?.is === 'target' && at !== last ? null : column));
}

function columnOf(heading: string): Column | null {
  if (NAME.test(heading)) return { is: 'name', heading };
  if (NUMBER.test(heading)) return { is: 'number', heading };
  if (THEME.test(heading)) return { is: 'theme', heading };
  const period = findPrintedPeriod(heading)?.text ?? null;
  if (/\btarget\b|\btrajectory\b/i.test(heading)) return { is: 'target', heading, by: period };
  if (/\bbaseline\b/i.test(heading)) return { is: 'baseline', heading, period };
  // What is said of others is no figure of ours.
  if (
    /\b(?:england|national|neighbours?|sn|region|rag|rating|direction|trend|comment|source)\b/i.test(
      heading,
    )
  )
    return null;
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
      case 'performance': {
        const figure = parseFigure(raw, column);
        if (typeof figure === 'string') fault(figure);
        else if (figure) figures.push(figure);
        break;
      }
      default:
        column satisfies never;
    }
  }
  if (facts.name === '') return { kpi: null, faults: [] };
  return { kpi: { row, ...facts, figures, target: targets.at(-1) ?? null }, faults };
}

/** Null: a dash, which says nothing. */
function parseFigure(
  raw: string,
  { is, period }: Extract<Column, { period: unknown }>,
): ImportedFigure | CellFault['why'] | null {
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
  return { column: is, raw, period: own ? null : period };
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
