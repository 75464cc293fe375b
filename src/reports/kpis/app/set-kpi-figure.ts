// `kpi set 12 7.47% (337) period 2023`: a figure is read, echoed, and recorded once that is confirmed. Nothing on
// record changes; when the new figure misses the target, whoever answers for the KPI is asked why.
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
import { figureReceipt, figureToConfirm, missedTargetNotice } from '../messages/kpi-receipts.ts';
import { holdKpi, parsePermittedLine } from './parse-kpi-line.ts';
import { isSamePeriod, parseTypedFigure, type TypedFigure } from './parse-typed-figure.ts';

const EXAMPLE = 'kpi set 12 7.47% (337) period 2023';

type FigureOfKpi = TypedFigure & { readonly kpi: KpiRecord };

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
): Promise<Result<FigureOfKpi>> {
  const read = await parsePermittedLine('kpi-figure', line, EXAMPLE, context);
  if (!read.ok) return read;
  const { kpi, words } = read.value;
  const note = await parseTypedNote(words, `kpi set ${kpi.number}`, context);
  if (!note.ok) return note;
  const typed = parseTypedFigure(
    note.value ?? '',
    kpi.number,
    `kpi set ${kpi.number}`,
    context.today,
  );
  return typed.ok ? ok({ kpi, ...typed.value }) : typed;
}

async function record(
  typed: FigureOfKpi,
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
function sameAs(typed: FigureOfKpi) {
  const latest = latestOfPeriod(typed);
  return latest?.raw === typed.raw
    ? refuse({
        code: 'nothing-to-change',
        what: `figure of KPI ${typed.kpi.number} for ${typed.when.text}`,
        is: typed.raw,
      })
    : null;
}

function latestOfPeriod({ kpi, when }: FigureOfKpi): Observation | null {
  return (
    kpi.observations.findLast((one) => {
      const period = one.column === 'performance' ? periodOf(one, kpi) : null;
      return period !== null && isSamePeriod(period, when);
    }) ?? null
  );
}
