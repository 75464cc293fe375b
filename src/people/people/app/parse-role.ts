// From `@sam co-chair theme 1 from 1 Sep 2024 until 31 Mar 2025` to a person, a role and its days.

import type { Temporal } from 'temporal-polyfill';
import { parseDate } from '../../../core/dates/domain/parse-date.ts';
import type { Given } from '../../../core/request/app/command.ts';
import type { Reads } from '../../../core/request/app/ports.ts';
import type { RoleName } from '../../../core/request/domain/actor.ts';
import { badDate, type Calendar, someDate } from '../../../core/request/domain/date-result.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { findTheme } from '../../../core/themes/app/find-theme.ts';
import { findPerson } from './find-person.ts';
import type { RoleRequest, RoleSpan } from './manage-roles.ts';

/** What a line says of a role, piece by piece; of what is left out, the empty text. */
export type SaidRole = {
  readonly who: string;
  readonly role: string;
  readonly theme: string;
  readonly from: string;
  readonly until: string;
};

const ROLES: Readonly<Record<string, RoleName>> = {
  'co-chair': 'co-chair',
  board: 'board',
  'programme office': 'programme-office',
  'evidence lead': 'evidence-lead',
  viewer: 'viewer',
};

/** Refusals: `usage`, `bad-date`, and those of `findPerson` and `findTheme`. */
export async function parseRole(
  said: SaidRole,
  context: Given<'today' | 'terms' | 'inbound', Reads<'kpis' | 'people'>>,
): Promise<Result<RoleRequest & { readonly span: RoleSpan }>> {
  const person = await findPerson(said.who, context);
  if (!person.ok) return person;
  const role = ROLES[said.role] ?? 'viewer';
  const span = readSpan(said.from, said.until, context);
  if (!span.ok) return span;
  const subject = { person: { ...person.value, active: true }, role, span: span.value };
  if (role !== 'co-chair' && role !== 'evidence-lead') {
    if (said.theme === '') return ok({ ...subject, theme: null });
    const problem =
      'Only a co-chair and an evidence lead have a theme. Days are “from 1 Sep 2024 until 31 Mar 2025”.';
    return refuse({ code: 'usage', verb: 'admin people', problem });
  }
  const theme = await findTheme(said.theme, context.record);
  return theme.ok ? ok({ ...subject, theme: theme.value }) : theme;
}

function readSpan(from: string, until: string, { today, terms }: Calendar): Result<RoleSpan> {
  const startsOn = from === '' ? ok(today) : firstDay(from, { today, terms });
  if (!startsOn.ok) return startsOn;
  if (until === '') return ok({ startsOn: startsOn.value, endsOn: null });
  const endsOn = someDate(until, 'future', { today: startsOn.value, terms });
  return endsOn.ok ? ok({ startsOn: startsOn.value, endsOn: endsOn.value.lastDay }) : endsOn;
}

/** The first day of what was said: a role from September begins on its first day. */
function firstDay(words: string, { today, terms }: Calendar): Result<Temporal.PlainDate> {
  const read = parseDate(words, today, 'future', { terms });
  return read.kind === 'date' ? ok(read.firstDay) : badDate(words, read);
}
