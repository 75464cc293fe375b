// The roles that a workbook asks for: shown apart, and given once the office confirms them; to nobody by themselves.

import { fieldOf } from '../../../core/message/domain/narrow.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import type { Actor, RoleName } from '../../../core/request/domain/actor.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { grantRoles, type RoleRequest } from '../../../people/people/app/manage-roles.ts';
import { parseKept } from '../domain/kept-sheets.ts';
import type { KnownRecord } from '../domain/known-record.ts';
import type { WorkbookRow } from '../domain/workbook-reading.ts';
import type { KeptWorkbook } from './load-workbook.ts';

/** A role of the sheet Roles that its person does not hold. */
export type AskedRole = {
  readonly email: string;
  readonly name: string;
  readonly role: RoleName;
  /** The theme's name; null: none. */
  readonly theme: string | null;
  /** Whoever sent the workbook asks for it themselves. */
  readonly isOwn: boolean;
};

/** Those that are not in force, in the order of the sheet. */
export function askedRoles(
  rows: readonly WorkbookRow[],
  known: KnownRecord,
  { email: own }: Pick<Actor, 'email'>,
): readonly AskedRole[] {
  const ofKind = (kind: string) => rows.filter((one) => one.kind === kind).map(({ row }) => row);
  const people: readonly object[] = [...ofKind('person'), ...known.people];
  const themes: readonly object[] = [...ofKind('theme'), ...known.themes];
  const wordOf = (all: readonly object[], key: unknown, field: string) =>
    String(
      fieldOf(
        all.find((one) => fieldOf(one, 'key') === key),
        field,
      ) ?? '',
    );
  const isHeld = (row: object) =>
    known.roles.some(
      ({ person, role, theme }) =>
        person === fieldOf(row, 'person') &&
        role === fieldOf(row, 'role') &&
        theme === fieldOf(row, 'theme'),
    );
  return ofKind('role')
    .filter((row) => !isHeld(row))
    .map((row) => {
      const { person, role, theme } = row;
      const email = wordOf(people, person, 'email');
      return {
        ...{ email, name: wordOf(people, person, 'name'), role: role as RoleName },
        theme: theme === null ? null : wordOf(themes, theme, 'name'),
        isOwn: email === own,
      };
    });
}

/**
 * Gives the roles that a loaded workbook asks for, but none to whoever confirms it. Each person hears of theirs once.
 * Refusals: `not-permitted`, `unknown-import` where it is not loaded, `own-role`, `nothing-to-do`.
 */
export async function giveAskedRoles(
  { number, kept, state }: KeptWorkbook,
  context: Given<
    Doing | 'partnership' | 'today',
    Reads<'kpis' | 'people'> & Uses<'workbook'> & Commits<'audit' | 'notifications' | 'peopleAdmin'>
  >,
): Promise<Result<{ readonly given: readonly AskedRole[]; readonly own: readonly AskedRole[] }>> {
  const { actor, record, today } = context;
  const allowed = permit(actor, 'people', 'admin import roles');
  if (!allowed.ok) return allowed;
  if (state !== 'imported') return refuse({ code: 'unknown-import', number });
  const known = await record.workbook.known(today);
  const asked = askedRoles(parseKept(kept.sheets, known, today).rows, known, actor);
  const own = asked.filter(({ isOwn }) => isOwn);
  const others = asked.filter(({ isOwn }) => !isOwn);
  if (others.length === 0 && own.length > 0) return refuse({ code: 'own-role' });
  if (others.length === 0) {
    const problem = 'Everybody holds the roles that the workbook asks for.';
    return refuse({ code: 'nothing-to-do', problem, look: 'admin people' });
  }
  const [people, themes] = await Promise.all([record.people.list(), record.kpis.themes()]);
  const requests = others.flatMap(({ email, role, theme }): RoleRequest[] => {
    const person = people.find((one) => one.email === email);
    const placed = themes.find((one) => one.kind === 'theme' && one.name === theme) ?? null;
    return person ? [{ person: { ...person, active: true }, role, theme: placed }] : [];
  });
  const granted = await grantRoles(requests, { startsOn: today, endsOn: null }, context);
  return granted.ok ? ok({ given: others, own }) : granted;
}
