// The KPIs of a theme, or all, as a workbook that `kpi import` reads again: a column for each period.
import { Temporal } from 'temporal-polyfill';
import type { NoteNames } from '../../../core/personal-data/app/typed-note.ts';
import type { Given } from '../../../core/request/app/command.ts';
import { shownInWords } from '../../../core/request/app/in-words.ts';
import type { MadeFile } from '../../../core/request/app/inbound.ts';
import type { Reads } from '../../../core/request/app/ports.ts';
import { themeName } from '../../../core/themes/domain/theme-name.ts';
import { ownPeriod, periodOf } from '../../figures/domain/compute-kpi-facts.ts';
import { comparatorHeading } from '../../figures/domain/kpi-comparator.ts';
import type { KpiRecord, Observation } from '../../figures/domain/kpi-facts.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Column = { readonly heading: string; readonly until: Temporal.PlainDate };

/**
 * Every figure as it was printed or typed; of one period the one recorded last.
 * @param theme the id of the one theme that is wanted; null: all
 * @param line the command that makes it
 */
export async function exportKpis(
  theme: string | null,
  line: string,
  {
    files,
    record,
    partnership,
    today,
    now,
  }: Given<'files' | 'partnership' | 'today' | 'now', Reads<NoteNames | 'kpiFigures'>>,
): Promise<{ readonly file: MadeFile; readonly kpis: number; readonly figures: number }> {
  const kpis = await record.kpiFigures.list(theme === null ? {} : { themeId: theme });
  const cells = kpis.flatMap((kpi) => cellsOf(kpi));
  const columns = new Map(cells.map(({ column }) => [column.heading, column]));
  const ordered = [...columns.values()].toSorted((one, other) =>
    Temporal.PlainDate.compare(one.until, other.until),
  );
  const table = {
    name: 'KPIs',
    columns: ['No.', 'KPI', 'Theme', 'Target', ...ordered.map(({ heading }) => heading)],
    rows: kpis.map((kpi) => [
      ...[kpi.number, kpi.name, themeName(kpi.theme), targetOf(kpi)],
      ...ordered.map(
        ({ heading }) =>
          cells.findLast((one) => one.kpi === kpi && one.column.heading === heading)?.raw ?? '',
      ),
    ]),
  };
  const shown = await shownInWords([table], record, today);
  const bytes = await files.writeXlsx(shown, new Date(now.epochMilliseconds));
  const name = `${partnership.key}-kpis-${today}.xlsx`;
  return { file: { name, mediaType: XLSX, bytes, line }, kpis: kpis.length, figures: cells.length };
}

/** Its figures, what others reached, and what is planned on the way to its target, each under a heading of its own. */
function cellsOf(kpi: KpiRecord) {
  const figures = kpi.observations.flatMap((one) => {
    const column = columnOf(one, kpi);
    return column === null ? [] : [{ kpi, column, raw: one.raw }];
  });
  const beside = [
    ...kpi.comparators.map((one) => ({
      ...one,
      heading: (period: string) => comparatorHeading(one.who, period),
    })),
    ...kpi.trajectory.map((one) => ({ ...one, heading: (period: string) => `Target ${period}` })),
  ].flatMap(({ heading, raw, period: typed }) => {
    const period = ownPeriod({ raw, period: typed });
    if (!period) return [];
    const column = { heading: heading(period.text), until: period.lastDay };
    return [{ kpi, column, raw }];
  });
  return [...figures, ...beside];
}

/** Null: nothing says of which period it is, or nothing stands there. */
function columnOf(one: Observation, kpi: KpiRecord): Column | null {
  const period = periodOf(one, kpi);
  if (!period || one.raw.trim() === '') return null;
  const heading = one.column === 'baseline' ? `Baseline ${period.text}` : period.text;
  return { heading, until: period.lastDay };
}

/** `at least 95% by July 2025`. */
function targetOf({ targets }: KpiRecord): string {
  const target = targets.at(-1);
  if (!target) return '';
  return `${target.sense.replace('-', ' ')} ${target.raw}${target.dueText === null ? '' : ` by ${target.dueText.replace(/^by\s+/i, '')}`}`;
}
