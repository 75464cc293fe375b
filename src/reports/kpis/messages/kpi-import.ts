// What a file of KPIs would add, or added, and what of it was left out with why.
import {
  code,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import { type NamedTheme, themeName } from '../../../core/themes/domain/theme-name.ts';
import type { KpiRecord } from '../../figures/domain/kpi-facts.ts';
import type {
  CellFault,
  ImportedComparator,
  ImportedFigure,
  ImportedPoint,
  ImportedTarget,
} from '../../figures/domain/kpi-import.ts';
import type { TargetSense } from '../../figures/domain/kpi-target.ts';
import { problemText } from '../../figures/messages/kpi-value-words.ts';
import { comparatorText, trajectoryText } from '../../figures/messages/kpi-words.ts';

export type KpiImportPlan = {
  readonly kpis: readonly {
    readonly row: number;
    readonly name: string;
    /** Null: it is new. */
    readonly kpi: KpiRecord | null;
    /** Of a new one; null and new: nothing says to which theme it belongs. */
    readonly theme: (NamedTheme & { readonly id: string }) | null;
    readonly figures: readonly ImportedFigure[];
    readonly comparators: readonly ImportedComparator[];
    readonly target: (ImportedTarget & { readonly sense: TargetSense }) | null;
    readonly way: readonly ImportedPoint[];
    /** What is on record already. */
    readonly same: number;
  }[];
  readonly unclearTargets: readonly CellFault[];
  /** Of periods that have not begun. */
  readonly ahead: readonly CellFault[];
};

export type KpiImportFacts = {
  readonly plan: KpiImportPlan;
  readonly faults: readonly CellFault[];
  readonly leftOut: readonly string[];
  /** Rows that hold what may be personal, or too long a name. */
  readonly refused: readonly number[];
};

const MAX_SHOWN = 20;

/** @param again the line that records it, sent with the file; null: it was recorded */
export function kpiImportMessage(facts: KpiImportFacts, again: string | null): Message {
  const { plan } = facts;
  const homeless = plan.kpis.filter(({ kpi, theme }) => !kpi && !theme);
  const taken = plan.kpis.filter((one) => !homeless.includes(one));
  const fresh = taken.filter(({ kpi }) => !kpi).length;
  const figures = taken.reduce((sum, one) => sum + one.figures.length, 0);
  const targets = taken.filter(({ target }) => target !== null).length;
  const others = taken.reduce((sum, one) => sum + one.comparators.length, 0);
  const same = taken.reduce((sum, one) => sum + one.same, 0);
  const counts = [
    `${fresh} new ${fresh === 1 ? 'KPI' : 'KPIs'}`,
    `${figures} ${figures === 1 ? 'figure' : 'figures'}`,
    `${targets} ${targets === 1 ? 'target' : 'targets'} as drafts`,
    ...(others > 0 ? [`${others} ${others === 1 ? 'figure' : 'figures'} to compare with`] : []),
    ...(same > 0 ? [`${same} on record already`] : []),
  ].join(', ');
  const left = leftOutLines(facts);
  return {
    title: again === null ? `Recorded: ${counts}` : `The file would add ${counts}`,
    ...(again === null && { tone: 'good' as const }),
    blocks: [
      ...(again === null
        ? []
        : [
            paragraph(
              'Nothing was saved yet. To record it, send the same file with ',
              code(`/pap ${again}`),
              '.',
            ),
          ]),
      {
        kind: 'table',
        caption: 'KPIs in the file',
        columns: ['KPI', 'Figures', 'Target', 'Compared with'].map((header) => ({ header })),
        rows: taken
          .slice(0, MAX_SHOWN)
          .map((one) => [
            `${one.kpi ? `${one.kpi.number} ` : 'new: '}${one.name}${one.theme ? ` (${themeName(one.theme)})` : ''}`,
            one.figures
              .map(({ raw, period }) => (period === null ? raw : `${raw}, ${period}`))
              .join('; '),
            one.target
              ? [
                  `${one.target.sense.replace('-', ' ')} ${one.target.raw}`,
                  ...(one.target.by === null ? [] : [`by ${one.target.by}`]),
                  ...(one.way.length > 0
                    ? [
                        `by way of ${trajectoryText(one.way.map(({ raw, period }) => ({ raw, label: period })))}`,
                      ]
                    : []),
                ].join(' ')
              : '',
            one.comparators
              .map(({ who, raw, period }) => comparatorText({ who, raw, label: period ?? '' }))
              .join('; '),
          ]),
      },
      ...(taken.length > MAX_SHOWN ? [paragraph(`And ${taken.length - MAX_SHOWN} more.`)] : []),
      ...(left.length === 0
        ? []
        : [
            paragraph(strong('Left out')),
            { kind: 'list' as const, items: left.map((text) => inline(text)) },
          ]),
    ],
  };
}

/** What is not taken, with why and what to do. */
function leftOutLines({ plan, faults, leftOut, refused }: KpiImportFacts): string[] {
  const homeless = plan.kpis.filter(({ kpi, theme }) => !kpi && !theme);
  return [
    ...homeless.map(
      ({ row, name }) =>
        `Row ${row}, ${name}: it is new, and nothing says of which theme. Send the file with “kpi import theme 2”.`,
    ),
    ...[...faults, ...plan.ahead].map(faultText),
    ...plan.unclearTargets.map(
      ({ row, raw }) =>
        `Row ${row}, target “${raw}”: at least or at most? Write “at least ${raw}” in the table, or decide whether a rise is good: kpi polarity.`,
    ),
    ...(refused.length > 0
      ? [`Rows ${refused.join(', ')}: they may hold something personal, or too long a name.`]
      : []),
    ...(leftOut.length > 0 ? [`Columns not taken: ${leftOut.join(', ')}.`] : []),
  ];
}

function faultText({ row, heading, raw, why }: CellFault): string {
  const where = `Row ${row}, ${heading}, “${raw}”`;
  if (why === 'no-period')
    return `${where}: nothing says of which period it is. Put it in the heading, such as Q1 2024/25.`;
  if (why === 'not-begun')
    return `${where}: its period has not begun yet. A figure that is aimed at is a target.`;
  if (why === 'other-target')
    return `${where}: a KPI has one target, and only a target with a date can have others on the way to it. Write “by March 2026” into the last one.`;
  if (why === 'other-period') return `${where}: the cell says another period than its heading.`;
  return `${where}: ${problemText(why)}`;
}
