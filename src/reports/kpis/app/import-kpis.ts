// A table of KPIs from a file. It is read and shown first; sent again with `confirm` it is recorded, in one transaction.
import { Temporal } from 'temporal-polyfill';
import type { FuzzyDate } from '../../../core/dates/domain/fuzzy-date.ts';
import { parseDate } from '../../../core/dates/domain/parse-date.ts';
import { parsePrintedPeriod } from '../../../core/dates/domain/printed-period.ts';
import type { Message } from '../../../core/message/messages/message.ts';
import { type NoteNames, parseTypedNote } from '../../../core/personal-data/app/typed-note.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { findTheme } from '../../../core/themes/app/find-theme.ts';
import type { ThemeView } from '../../../core/themes/app/theme-ports.ts';
import { ownPeriod, periodOf } from '../../figures/domain/compute-kpi-facts.ts';
import { comparatorCell, isSameBody } from '../../figures/domain/kpi-comparator.ts';
import type { KpiRecord } from '../../figures/domain/kpi-facts.ts';
import {
  type CellFault,
  type ImportedComparator,
  type ImportedFigure,
  type ImportedKpi,
  parseKpiGrid,
} from '../../figures/domain/kpi-import.ts';
import type { TargetSense } from '../../figures/domain/kpi-target.ts';
import { type KpiImportPlan, kpiImportMessage } from '../messages/kpi-import.ts';

import { isCalled, MAX_NAME } from './add-kpis.ts';

type ImportNeeds = Given<
  Doing | 'today' | 'files',
  Reads<NoteNames | 'kpiFigures' | 'kpis'> & Commits<'audit' | 'kpiFigures' | 'kpis'>
>;

/**
 * `import [theme 2] [confirm]` with a file: what its tables would add, or, confirmed, the same recorded.
 * Refusals: `not-permitted`, `usage`, `bad-file`, `unknown-theme`.
 */
export async function importKpis(
  line: string,
  context: ImportNeeds,
): Promise<Result<{ readonly message: Message; readonly recorded: boolean }>> {
  const allowed = permit(context.actor, 'kpi-add', 'kpi import');
  if (!allowed.ok) return allowed;
  const [, where = '', confirmed] = /^([\s\S]*?)\s*\b(confirm)?$/i.exec(line.trim()) ?? [];
  const theme = where === '' ? ok(null) : await findTheme(where, context.record);
  if (!theme.ok) return theme;
  const { file } = context.inbound;
  if (!file)
    return usage(
      'Send a file with the table of KPIs and “kpi import theme 2” in one message: a column KPI, one of Baseline, Target, and one for each period, such as Q1 2024/25.',
    );
  const name = file.name.slice(0, MAX_NAME);
  if ('problem' in file) return refuse({ code: 'bad-file', name, problem: file.problem });
  const read = await context.files.read(file.bytes);
  if (read.kind === 'refused') return refuse({ code: 'bad-file', name, problem: read.problem });
  const tables = read.kind === 'plan' ? [] : read.grids.flatMap((grid) => parseKpiGrid(grid) ?? []);
  if (tables.length === 0)
    return usage(
      'No headings of a KPI table are in the file. Name one column KPI or Indicator, and others Baseline, Target, or a period such as Q1 2024/25.',
    );
  const rows = tables.flatMap(({ kpis }) => kpis);
  const faults = tables.flatMap((table) => table.faults);
  const leftOut = [...new Set(tables.flatMap((table) => table.leftOut))];
  const guarded = await guard(rows, context);
  if (confirmed === undefined) {
    const plan = await planImport(guarded.rows, theme.value, context.record, context);
    const again = `kpi import ${where} confirm`.replace(/\s+/g, ' ');
    const facts = { plan, faults, leftOut, refused: guarded.refused };
    return ok({ recorded: false, message: kpiImportMessage(facts, again) });
  }
  return await commitOnce(context, async (repositories) => {
    const plan = await planImport(guarded.rows, theme.value, repositories, context);
    await writeImport(plan, repositories, context);
    const facts = { plan, faults, leftOut, refused: guarded.refused };
    return ok({ recorded: true, message: kpiImportMessage(facts, null) });
  });
}

/** Rows whose words hold nothing personal, and the numbers of the others. */
async function guard(rows: readonly ImportedKpi[], context: ImportNeeds) {
  const kept: ImportedKpi[] = [];
  const refused: number[] = [];
  for (const row of rows) {
    const texts = [
      ...[row.name, row.target?.raw ?? ''],
      ...[...row.figures, ...row.comparators, ...row.way].map(({ raw }) => raw),
      ...row.comparators.map(({ who }) => who),
    ];
    const checks = [];
    for (const text of texts)
      if (text !== '') checks.push(await parseTypedNote(text, 'kpi import', context));
    if (checks.every((check) => check.ok) && row.name.length <= MAX_NAME) kept.push(row);
    else refused.push(row.row);
  }
  return { rows: kept, refused };
}

async function planImport(
  rows: readonly ImportedKpi[],
  theme: ThemeView | null,
  record: Reads<'kpiFigures' | 'kpis'>,
  { today }: Pick<ImportNeeds, 'today'>,
): Promise<KpiImportPlan> {
  const known = await record.kpiFigures.list();
  const themes = await record.kpis.themes();
  const unclearTargets: CellFault[] = [];
  const ahead: CellFault[] = [];
  const kpis = rows.flatMap((row) => {
    const kpi = known.find((one) => isCalled(one, row.name)) ?? null;
    const own = row.theme === null ? theme : (themeOf(row.theme, themes) ?? theme);
    const nothing = { figures: [], comparators: [], target: null, way: [], same: 0 };
    if (!kpi && !own) return [{ ...row, kpi, theme: null, ...nothing }];
    const isAhead = ({ period }: { readonly period: string | null }) => {
      const when = period === null ? null : parsePrintedPeriod(period);
      return when !== null && Temporal.PlainDate.compare(when.firstDay, today) > 0;
    };
    const begun = row.figures.filter((one) => !isAhead(one));
    for (const { raw, period } of [...row.figures, ...row.comparators].filter(isAhead))
      ahead.push({ row: row.row, heading: period ?? '', raw, why: 'not-begun' });
    const fresh = begun.filter((one) => !isThere(one, kpi));
    const others = row.comparators.filter((one) => !isAhead(one));
    const freshOthers = others.filter((one) => !isComparatorThere(one, kpi));
    const sense = row.target?.sense ?? senseOf(kpi);
    const target = row.target && sense ? { ...row.target, sense } : null;
    const isSame =
      target !== null &&
      kpi?.targets.at(-1)?.raw === target.raw &&
      kpi.targets.at(-1)?.sense === sense &&
      isSameDay(kpi.targets.at(-1)?.dueOn, target.by === null ? null : dueOf(target.by, today)) &&
      wayText(kpi.trajectory) === wayText(row.way);
    if (row.target && !sense)
      unclearTargets.push({
        row: row.row,
        heading: 'Target',
        raw: row.target.raw,
        why: 'no-figure',
      });
    return [
      {
        ...{ row: row.row, name: row.name, number: kpi?.number ?? null, kpi },
        ...{ theme: kpi ? null : own, figures: fresh, comparators: freshOthers },
        ...{ target: isSame ? null : target, way: row.way },
        same: begun.length - fresh.length + others.length - freshOthers.length + (isSame ? 1 : 0),
      },
    ];
  });
  return { kpis, unclearTargets, ahead };
}

async function writeImport(
  { kpis }: KpiImportPlan,
  { kpiFigures, audit }: Uses<'audit' | 'kpiFigures'>,
  { actor, now, today }: Pick<ImportNeeds, 'actor' | 'now' | 'today'>,
): Promise<void> {
  const by = { personId: actor.personId, at: now };
  const numbers: number[] = [];
  for (const { kpi, theme, name, figures, comparators, target, way } of kpis) {
    if (!kpi && !theme) continue;
    const number = kpi?.number ?? (theme ? await kpiFigures.create(theme.id, name) : 0);
    const [held] = await kpiFigures.list({ number });
    if (!held) throw new Error(`KPI ${number} was there and is not`);
    await kpiFigures.hold(held.id);
    for (const figure of figures) await kpiFigures.add(held.id, figure, by);
    for (const { period, ...typed } of comparators) {
      const raw = comparatorCell(typed);
      await kpiFigures.add(held.id, { column: 'comparator', raw, period }, by);
    }
    if (target) {
      const due = target.by === null ? null : dueOf(target.by, today);
      await kpiFigures.proposeTarget(held.id, { ...target, tolerance: null, due }, by);
      await kpiFigures.planTrajectory(held.id, way, by);
    }
    if (figures.length + comparators.length > 0 || target || !kpi) numbers.push(number);
  }
  if (numbers.length === 0) return;
  const summary = `figures of KPIs ${numbers.join(', ')} were recorded from a file`;
  await audit.append({ kind: 'kpi-import', summary, authorId: actor.personId, at: now });
}

function isSameDay(one: Temporal.PlainDate | null | undefined, other: FuzzyDate | null): boolean {
  return one && other ? one.equals(other.lastDay) : !one && !other;
}

/** A target's date may be a period of the table: it has to be reached by its last day. */
function dueOf(words: string, today: Temporal.PlainDate): FuzzyDate | null {
  const read = parseDate(words, today, 'future', { isPrinted: true });
  if (read.kind === 'date') return read.date;
  const period = parsePrintedPeriod(words);
  return period && { text: words, precision: 'day', lastDay: period.lastDay };
}

function isThere({ column, raw, period }: ImportedFigure, kpi: KpiRecord | null): boolean {
  if (!kpi) return false;
  const typed = {
    id: '',
    column,
    ordinal: 2,
    raw,
    period,
    recordedAt: Temporal.Instant.from('1970-01-01T00:00Z'),
    by: null,
  };
  const when = periodOf(typed, { ...kpi, headers: null });
  const latest = kpi.observations.findLast((one) => {
    const own = one.column === column ? periodOf(one, kpi) : null;
    return (
      own !== null &&
      when !== null &&
      own.firstDay.equals(when.firstDay) &&
      own.lastDay.equals(when.lastDay)
    );
  });
  return latest?.raw === raw;
}

function isComparatorThere(
  { who, raw, period }: ImportedComparator,
  kpi: KpiRecord | null,
): boolean {
  const when = ownPeriod({ raw, period });
  const latest = kpi?.comparators.findLast((one) => {
    const own = isSameBody(one.who, who) ? ownPeriod(one) : null;
    return own && when && own.firstDay.equals(when.firstDay) && own.lastDay.equals(when.lastDay);
  });
  return latest?.raw === raw;
}

function wayText(points: readonly { readonly raw: string; readonly period: string | null }[]) {
  return points.map(({ raw, period }) => `${raw} ${period}`).join('\n');
}

/** Which way is wanted, where somebody decided whether a rise is good. */
function senseOf(kpi: KpiRecord | null): TargetSense | null {
  const polarity = kpi?.polarities.at(-1)?.polarity ?? kpi?.planPolarity;
  if (polarity === 'up-is-good') return 'at-least';
  return polarity === 'up-is-bad' ? 'at-most' : null;
}

function themeOf(words: string, themes: readonly ThemeView[]): ThemeView | null {
  const text = words.trim().toLowerCase();
  const number = /^(?:theme|priority)?\s*(\d+)\b/.exec(text)?.[1];
  return (
    themes.find((one) => one.kind === 'theme' && one.number === Number(number)) ??
    themes.find(({ name }) => name.toLowerCase() === text) ??
    null
  );
}

function usage(problem: string): Result<never> {
  return refuse({ code: 'usage', verb: 'kpi', problem });
}
