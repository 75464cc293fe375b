// The KPI that a line is about, by its number, and whether whoever typed it may do what it says.

import type { Given } from '../../../core/request/app/command.ts';
import type { Reads, Uses } from '../../../core/request/app/ports.ts';
import { refuseSeveral } from '../../../core/request/app/several-numbers.ts';
import { parseNumberList } from '../../../core/request/domain/number-list.ts';
import { type Permission, permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { KpiRecord } from '../../figures/domain/kpi-facts.ts';

const SHOWN = 40;

export type KpiLine = { readonly kpi: KpiRecord; readonly words: string };

/** `12 …`: the KPI and what is said of it. Refusals: `usage`, `unknown-kpi`, `several-numbers`. */
export async function parseKpiLine(
  line: string,
  example: string,
  { record }: { readonly record: Reads<'kpiFigures'> },
): Promise<Result<KpiLine>> {
  const said = line.replace(/^kpi\s+/i, '');
  const [, typed = '', words = ''] = /^#?(\S*)\s*([\s\S]*)$/.exec(said) ?? [];
  if (typed === '') {
    const problem = `Say which KPI by its number, for example “${example}”.`;
    return refuse({ code: 'usage', verb: 'kpi', problem });
  }
  const several = refuseList(said, example);
  if (several) return several;
  const number = /^\d{1,4}$/.test(typed) ? Number(typed) : null;
  const [kpi] = number === null ? [] : await record.kpiFigures.list({ number });
  if (kpi) return ok({ kpi, words: words.trim() });
  const last = (await record.kpiFigures.list()).at(-1)?.number ?? 0;
  return refuse({ code: 'unknown-kpi', typed: typed.slice(0, SHOWN), last });
}

/** `12, 13 …` and `12 13 …`, but that a figure or a comment may itself begin with a number. */
function refuseList(line: string, example: string): Result<never> | null {
  const verb = verbOf(example);
  const list = parseNumberList(line);
  if (!list || verb === 'kpi set') return null;
  const numbers = verb === 'kpi comment' ? list.numbers : [...list.numbers, ...list.unclear];
  return refuseSeveral(numbers, (one) => `${verb} ${one} ${list.words}`, null);
}

/**
 * The same, of somebody who may do what the example shows.
 * Refusals: `usage`, `unknown-kpi`, `several-numbers`, `not-permitted`.
 */
export async function parsePermittedLine(
  permission: Permission,
  line: string,
  example: string,
  context: Given<'actor', Reads<'kpiFigures'>>,
): Promise<Result<KpiLine>> {
  const read = await parseKpiLine(line, example, context);
  if (!read.ok) return read;
  const allowed = permitKpi(permission, verbOf(example), read.value.kpi, context);
  return allowed.ok ? read : allowed;
}

/** Refusal: `not-permitted`. */
export function permitKpi(
  permission: Permission,
  verb: string,
  { theme, owner }: KpiRecord,
  { actor }: Given<'actor'>,
): Result<true> {
  return permit(actor, permission, verb, {
    themeId: theme.id,
    ...(owner && { personId: owner.id }),
  });
}

/** `kpi set` of `kpi set 12 7.4%`. */
function verbOf(example: string): string {
  return example.slice(0, example.search(/\d/)).trim();
}

/** The KPI as it is in the transaction, kept from anybody else until that is over. */
export async function holdKpi(
  { kpiFigures }: Uses<'kpiFigures'>,
  { id, number }: KpiRecord,
): Promise<KpiRecord> {
  await kpiFigures.hold(id);
  const [kpi] = await kpiFigures.list({ number });
  if (!kpi) throw new Error(`KPI ${number} was there and is not`);
  return kpi;
}
