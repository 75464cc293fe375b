// `kpi set 12 7.47% (337) period 2023`: a figure is read, echoed, and recorded once that is confirmed. Nothing on
// record changes; when the new figure misses the target, whoever answers for the KPI is asked why.
import { Temporal } from 'temporal-polyfill';
import {
  type PrintedPeriod,
  parsePrintedPeriod,
} from '../../../core/dates/domain/printed-period.ts';
import { localDate } from '../../../core/dates/domain/working-days.ts';
import type { Message } from '../../../core/message/messages/message.ts';
import { noticesTo } from '../../../core/outbox/app/notice.ts';
import { type NoteNames, parseTypedNote } from '../../../core/personal-data/app/typed-note.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { computeKpiFacts, latestOf, periodOf } from '../../figures/domain/compute-kpi-facts.ts';
import type { KpiFacts, KpiRecord, Observation } from '../../figures/domain/kpi-facts.ts';
import { asksWhy, type TargetReading } from '../../figures/domain/kpi-target.ts';
import { type KpiValue, parseKpiValue } from '../../figures/domain/kpi-value.ts';
import { waysOut } from '../../figures/domain/kpi-ways-out.ts';
import { figureReceipt, figureToConfirm, missedTargetNotice } from '../messages/kpi-receipts.ts';
import { readingText } from '../messages/kpi-words.ts';
import { holdKpi, parsePermittedLine } from './parse-kpi-line.ts';

const EXAMPLE = 'kpi set 12 7.47% (337) period 2023';
const SHOWN = 60;

type TypedFigure = {
  readonly kpi: KpiRecord;
  readonly raw: string;
  readonly value: KpiValue;
  /** As typed; null: it stands in the figure. */
  readonly period: string | null;
  readonly when: PrintedPeriod;
};

export type SetFigureNeeds = Given<
  Doing | 'partnership' | 'today',
  Reads<NoteNames | 'kpiFigures'> & Commits<'audit' | 'kpiFigures' | 'notifications' | 'people'>
>;

/**
 * Echoes how a figure was read, or records it when it is confirmed.
 * Refusals: `usage`, `unknown-kpi`, `not-permitted`, `unreadable-figure`, `nothing-to-change`, those of the note.
 */
export async function setFigure(
  line: string,
  context: SetFigureNeeds,
): Promise<Result<{ readonly message: Message; readonly recorded: boolean }>> {
  const [, confirmed, rest = ''] = /^(confirm\s+)?([\s\S]*)$/i.exec(line) ?? [];
  const read = await readFigure(rest, context);
  if (!read.ok) return read;
  const same = sameAs(read.value);
  if (same) return same;
  if (confirmed === undefined) {
    const { kpi, raw, value, when } = read.value;
    const replaces = latestOfPeriod(read.value);
    return ok({
      recorded: false,
      message: figureToConfirm({
        ...{ kpi, raw, value, period: when.text, line: `kpi set confirm ${rest.trim()}` },
        ...{ first: when.firstDay, last: when.lastDay, replaces: replaces?.raw ?? null },
      }),
    });
  }
  return await record(read.value, context);
}

async function readFigure(
  line: string,
  context: Given<'actor' | 'today', Reads<NoteNames | 'kpiFigures'>>,
): Promise<Result<TypedFigure>> {
  const read = await parsePermittedLine('kpi-figure', line, EXAMPLE, context);
  if (!read.ok) return read;
  const { kpi, words } = read.value;
  const note = await parseTypedNote(words, `kpi set ${kpi.number}`, context);
  if (!note.ok) return note;
  const [, asText, typed = '', period] =
    /^(as text\s+)?([\s\S]*?)(?:(?<!\s)\s+period\s+([\s\S]*))?$/i.exec(note.value ?? '') ?? [];
  if (typed === '') {
    const problem = `Say the figure and its period, for example “kpi set ${kpi.number} 7.47% (337) period 2023”.`;
    return refuse({ code: 'usage', verb: 'kpi', problem });
  }
  const value = parseKpiValue(typed);
  if (asText !== undefined && value.kind !== 'unreadable') {
    const problem = `“${typed.slice(0, SHOWN)}” can be read: ${readingText(value)}. Leave “as text” out: “kpi set ${kpi.number} ${typed.slice(0, SHOWN)}”.`;
    return refuse({ code: 'usage', verb: 'kpi', problem });
  }
  const unread =
    value.kind === 'unreadable'
      ? value.problem
      : value.kind === 'missing' && value.reason === 'no-entry'
        ? ('nought-or-nothing' as const)
        : null;
  if (unread === 'too-long' || (unread && asText === undefined)) {
    const behind = period === undefined ? '' : ` period ${period}`;
    const line = (words: string) => `kpi set ${kpi.number} ${words}${behind}`;
    return refuse({
      ...{ code: 'unreadable-figure', number: kpi.number, problem: unread },
      typed: typed.slice(0, SHOWN),
      ways: waysOut(typed, unread).map((way) => ({ value: way, line: line(way) })),
      asText:
        value.kind === 'unreadable' && unread !== 'too-long' ? line(`as text ${typed}`) : null,
    });
  }
  const own = value.kind === 'figure' ? value.period : null;
  const when = period === undefined ? own : parsePrintedPeriod(period);
  if (!when) {
    const problem =
      period === undefined
        ? `Say which period it is of behind the figure: “kpi set ${kpi.number} ${typed.slice(0, SHOWN)} period 2023”.`
        : `I cannot read “${period.slice(0, SHOWN)}” as a period. Say it like one of these: 2023, 2023/24, May 2024, Q2 2023/24, end of June 2024.`;
    return refuse({ code: 'usage', verb: 'kpi', problem });
  }
  if (Temporal.PlainDate.compare(when.firstDay, context.today) > 0) {
    const problem = `${when.text} has not begun yet, so there can be no figure of it. A figure that is aimed at is a target: “kpi target ${kpi.number} at most 5%”.`;
    return refuse({ code: 'usage', verb: 'kpi', problem });
  }
  if (own && period !== undefined && !isSamePeriod(own, when)) {
    const problem = `The figure says ${own.text} and its period is typed as ${when.text}. Say one of the two.`;
    return refuse({ code: 'usage', verb: 'kpi', problem });
  }
  return ok({ kpi, raw: typed, value, period: period ?? null, when });
}

async function record(
  typed: TypedFigure,
  context: Given<
    Doing | 'partnership' | 'today',
    Commits<'audit' | 'kpiFigures' | 'notifications' | 'people'>
  >,
): Promise<Result<{ readonly message: Message; readonly recorded: true }>> {
  const { actor, now, today } = context;
  return await commitOnce(context, async (repositories) => {
    const kpi = await holdKpi(repositories, typed.kpi);
    const same = sameAs({ ...typed, kpi });
    if (same) return same;
    // As it read when its newest figure was recorded: where the target's date has passed since, nobody was asked yet.
    const newest = latestOf(kpi)?.recordedAt ?? now;
    const before = computeKpiFacts(kpi, localDate(newest, context.partnership.timeZone));
    const id = await repositories.kpiFigures.add(
      kpi.id,
      { column: 'performance', raw: typed.raw, period: typed.period },
      { personId: actor.personId, at: now },
    );
    await repositories.audit.append({
      ...{ kind: 'kpi-figure', summary: `a figure of KPI ${kpi.number} was recorded` },
      ...{ authorId: actor.personId, at: now },
    });
    const after = computeKpiFacts(await holdKpi(repositories, kpi), today);
    const isNews = asksWhy(after.rag) && !isSameReading(after.rag, before.rag);
    const asked = isNews ? await askWhy(id, after, repositories, context) : null;
    const message = figureReceipt({
      ...{ kpi: after, raw: typed.raw, period: typed.when.text, asked },
    });
    return ok({ message, recorded: true as const });
  });
}

function isSameReading(one: TargetReading, other: TargetReading): boolean {
  return one.rag !== 'grey' && other.rag !== 'grey' && one.says === other.says;
}

/** Asks the owner, or else the theme's co-chairs; returns the names of those who are asked. */
async function askWhy(
  observationId: string,
  kpi: KpiFacts,
  { people, notifications }: Uses<'notifications' | 'people'>,
  context: Given<'actor' | 'partnership' | 'now' | 'today'>,
): Promise<string[]> {
  const { actor, today } = context;
  const asked = kpi.owner ? [kpi.owner] : await people.listByRole('co-chair', kpi.theme.id, today);
  const notice = missedTargetNotice(kpi);
  await notifications.enqueue(
    noticesTo(
      asked.map(({ id }) => id),
      `kpi-missed:${observationId}`,
      notice,
      context,
      { asks: {} },
    ),
  );
  const reachable = await people.reachable();
  return asked
    .filter(({ id }) => id !== actor.personId && reachable.has(id))
    .map(({ name }) => name);
}

/** That very figure of that very period stands on record as the latest of it. */
function sameAs(typed: TypedFigure) {
  const latest = latestOfPeriod(typed);
  return latest?.raw === typed.raw
    ? refuse({
        code: 'nothing-to-change',
        what: `figure of KPI ${typed.kpi.number} for ${typed.when.text}`,
        is: typed.raw,
      })
    : null;
}

function latestOfPeriod({ kpi, when }: TypedFigure): Observation | null {
  return (
    kpi.observations.findLast((one) => {
      const period = one.column === 'performance' ? periodOf(one, kpi) : null;
      return period !== null && isSamePeriod(period, when);
    }) ?? null
  );
}

function isSamePeriod(one: PrintedPeriod, other: PrintedPeriod): boolean {
  return (
    Temporal.PlainDate.compare(one.firstDay, other.firstDay) === 0 &&
    Temporal.PlainDate.compare(one.lastDay, other.lastDay) === 0
  );
}
