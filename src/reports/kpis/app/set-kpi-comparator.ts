// `kpi compare 12 England 46% period 2023/24`: what others reach, beside a KPI's own figures. It is echoed, and recorded once
// that is confirmed.
import type { Message } from '../../../core/message/messages/message.ts';
import { type NoteNames, parseTypedNote } from '../../../core/personal-data/app/typed-note.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Reads } from '../../../core/request/app/ports.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { ownPeriod } from '../../figures/domain/compute-kpi-facts.ts';
import {
  comparatorCell,
  isSameBody,
  parseTypedComparator,
} from '../../figures/domain/kpi-comparator.ts';
import type { Comparator, KpiRecord } from '../../figures/domain/kpi-facts.ts';
import { figureToConfirm, kpiReceipt } from '../messages/kpi-receipts.ts';
import { holdKpi, parsePermittedLine } from './parse-kpi-line.ts';
import { isSamePeriod, parseTypedFigure, type TypedFigure } from './parse-typed-figure.ts';

const EXAMPLE = 'kpi compare 12 England 46% period 2023/24';

type FigureOfOthers = TypedFigure & { readonly kpi: KpiRecord; readonly who: string };

/**
 * Echoes how the figure was read, or records it when it is confirmed.
 * Refusals: `usage`, `unknown-kpi`, `not-permitted`, `unreadable-figure`, `nothing-to-change`, those of the note.
 */
export async function setComparator(
  line: string,
  context: Given<
    Doing | 'today',
    Reads<NoteNames | 'kpiFigures'> & Commits<'audit' | 'kpiFigures'>
  >,
): Promise<Result<{ readonly message: Message; readonly recorded: boolean }>> {
  const [, confirmed, rest = ''] = /^(confirm\s+)?([\s\S]*)$/i.exec(line) ?? [];
  const read = await readLine(rest, context);
  if (!read.ok) return read;
  const { kpi, who, raw, value, when } = read.value;
  const before = latestOfPeriod(kpi, read.value);
  if (before?.raw === raw) return unchanged(read.value);
  if (confirmed === undefined)
    return ok({
      recorded: false,
      message: figureToConfirm({
        ...{ kpi, raw, value, who, period: when.text, line: `kpi compare confirm ${rest.trim()}` },
        ...{ first: when.firstDay, last: when.lastDay, replaces: before?.raw ?? null },
      }),
    });
  const { actor, now } = context;
  return await commitOnce(context, async (repositories) => {
    const held = await holdKpi(repositories, kpi);
    if (latestOfPeriod(held, read.value)?.raw === raw) return unchanged(read.value);
    await repositories.kpiFigures.add(
      kpi.id,
      { column: 'comparator', raw: comparatorCell({ who, raw }), period: read.value.period },
      { personId: actor.personId, at: now },
    );
    await repositories.audit.append({
      ...{ kind: 'kpi-comparator', authorId: actor.personId, at: now },
      summary: `a figure to compare KPI ${kpi.number} with was recorded`,
    });
    const message = kpiReceipt(kpi, 'figure to compare with recorded', [
      ['Whose', who],
      ['Figure', raw],
      ['Period', when.text],
    ]);
    return ok({ message, recorded: true });
  });
}

async function readLine(
  line: string,
  context: Given<'actor' | 'today', Reads<NoteNames | 'kpiFigures'>>,
): Promise<Result<FigureOfOthers>> {
  const read = await parsePermittedLine('kpi-figure', line, EXAMPLE, context);
  if (!read.ok) return read;
  const { kpi, words } = read.value;
  const note = await parseTypedNote(words, `kpi compare ${kpi.number}`, context);
  if (!note.ok) return note;
  const typed = parseTypedComparator(note.value ?? '');
  if (!typed) {
    const problem = `Say whose figure it is, the figure and its period, for example “kpi compare ${kpi.number} England 46% period 2023/24”. Before a mark such as c put a colon: “England: c”.`;
    return refuse({ code: 'usage', verb: 'kpi', problem });
  }
  const { who } = typed;
  const start = `kpi compare ${kpi.number} ${who}:`;
  const figure = parseTypedFigure(typed.raw, kpi.number, start, context.today);
  return figure.ok ? ok({ kpi, who, ...figure.value }) : figure;
}

/** What that body reached in that period, as it was recorded last. */
function latestOfPeriod(
  { comparators }: KpiRecord,
  { who, when }: Pick<FigureOfOthers, 'who' | 'when'>,
): Comparator | null {
  return (
    comparators.findLast((one) => {
      const period = ownPeriod(one);
      return isSameBody(one.who, who) && period !== null && isSamePeriod(period, when);
    }) ?? null
  );
}

function unchanged({ kpi, who, raw, when }: FigureOfOthers): Result<never> {
  const what = `figure of ${who} beside KPI ${kpi.number} for ${when.text}`;
  return refuse({ code: 'nothing-to-change', what, is: raw });
}
