// A figure with its period as somebody types it, whole or refused with what to type instead.
import { Temporal } from 'temporal-polyfill';
import {
  type PrintedPeriod,
  parsePrintedPeriod,
} from '../../../core/dates/domain/printed-period.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { type KpiValue, parseKpiValue } from '../../figures/domain/kpi-value.ts';
import { waysOut } from '../../figures/domain/kpi-ways-out.ts';
import { readingText } from '../../figures/messages/kpi-value-words.ts';

const SHOWN = 60;

export type TypedFigure = {
  readonly raw: string;
  readonly value: KpiValue;
  /** As typed; null: it stands in the figure. */
  readonly period: string | null;
  readonly when: PrintedPeriod;
};

/**
 * Reads `7.47% (337) period 2023`.
 * @param start the words of the command before the figure, `kpi set 12`, for what is proposed instead
 * Refusals: `usage`, `unreadable-figure`.
 */
export function parseTypedFigure(
  words: string,
  number: number,
  start: string,
  today: Temporal.PlainDate,
): Result<TypedFigure> {
  const usage = (problem: string) => refuse({ code: 'usage', verb: 'kpi', problem });
  const [, asText, typed = '', period] =
    /^(as text\s+)?([\s\S]*?)(?:(?<!\s)\s+period\s+([\s\S]*))?$/i.exec(words) ?? [];
  if (typed === '') {
    return usage(`Say the figure and its period, for example “${start} 7.47% (337) period 2023”.`);
  }
  const value = parseKpiValue(typed);
  if (asText !== undefined && value.kind !== 'unreadable') {
    const problem = `“${typed.slice(0, SHOWN)}” can be read: ${readingText(value)}. Leave “as text” out: “${start} ${typed.slice(0, SHOWN)}”.`;
    return usage(problem);
  }
  const unread =
    value.kind === 'unreadable'
      ? value.problem
      : value.kind === 'missing' && value.reason === 'no-entry'
        ? ('nought-or-nothing' as const)
        : null;
  if (unread === 'too-long' || (unread && asText === undefined)) {
    const behind = period === undefined ? '' : ` period ${period}`;
    const line = (words: string) => `${start} ${words}${behind}`;
    return refuse({
      ...{ code: 'unreadable-figure', number, problem: unread },
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
        ? `Say which period it is of behind the figure: “${start} ${typed.slice(0, SHOWN)} period 2023”.`
        : `I cannot read “${period.slice(0, SHOWN)}” as a period. Say it like one of these: 2023, 2023/24, May 2024, Q2 2023/24, end of June 2024.`;
    return usage(problem);
  }
  if (Temporal.PlainDate.compare(when.firstDay, today) > 0) {
    const problem = `${when.text} has not begun yet, so there can be no figure of it. A figure that is aimed at is a target: “kpi target ${number} at most 5%”.`;
    return usage(problem);
  }
  if (own && period !== undefined && !isSamePeriod(own, when)) {
    const problem = `The figure says ${own.text} and its period is typed as ${when.text}. Say one of the two.`;
    return usage(problem);
  }
  return ok({ raw: typed, value, period: period ?? null, when });
}

/** Whether two periods have the same first and last day. */
export function isSamePeriod(one: PrintedPeriod, other: PrintedPeriod): boolean {
  return (
    Temporal.PlainDate.compare(one.firstDay, other.firstDay) === 0 &&
    Temporal.PlainDate.compare(one.lastDay, other.lastDay) === 0
  );
}
