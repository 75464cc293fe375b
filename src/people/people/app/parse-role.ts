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

const FORM =
  /^(\S.*?)(?<!\s)\s+(co-?chair|programme[\s-]office|office|board|evidence[\s-]lead|viewer)\b(?:\s+of\b)?\s*(.*)$/is;
const DAYS = /^(.*?)(?:(?<!\s)\s*\bfrom\s+(.+?))?(?:(?<!\s)\s*\buntil\s+(.+))?$/is;

/** Refusals: `usage`, `bad-date`, and those of `findPerson` and `findTheme`. */
export async function parseRole(
  line: string,
  context: Given<'today' | 'terms' | 'inbound', Reads<'kpis' | 'people'>>,
): Promise<Result<RoleRequest & { readonly span: RoleSpan }>> {
  const [, who, word = '', rest = ''] = FORM.exec(line) ?? [];
  if (who === undefined) {
    const problem =
      'Say who, which role and, for a co-chair or an evidence lead, which theme, for example “@ella co-chair theme 1”. The roles are co-chair, board, programme office, evidence lead and viewer.';
    return refuse({ code: 'usage', verb: 'admin people', problem });
  }
  const person = await findPerson(who, context);
  if (!person.ok) return person;
  const role = roleNamed(word);
  const [, themeWords = '', from, until] = DAYS.exec(rest) ?? [];
  const span = readSpan(from, until, context);
  if (!span.ok) return span;
  const subject = { person: { ...person.value, active: true }, role, span: span.value };
  if (role !== 'co-chair' && role !== 'evidence-lead') {
    if (themeWords === '') return ok({ ...subject, theme: null });
    const problem =
      'Only a co-chair and an evidence lead have a theme. Days are “from 1 Sep 2024 until 31 Mar 2025”.';
    return refuse({ code: 'usage', verb: 'admin people', problem });
  }
  const theme = await findTheme(themeWords, context.record);
  return theme.ok ? ok({ ...subject, theme: theme.value }) : theme;
}

function roleNamed(word: string): RoleName {
  const plain = word.toLowerCase();
  if (plain.startsWith('co')) return 'co-chair';
  if (plain.endsWith('office')) return 'programme-office';
  if (plain.startsWith('evidence')) return 'evidence-lead';
  return plain === 'board' ? 'board' : 'viewer';
}

function readSpan(
  from: string | undefined,
  until: string | undefined,
  { today, terms }: Calendar,
): Result<RoleSpan> {
  const startsOn = from === undefined ? ok(today) : firstDay(from, { today, terms });
  if (!startsOn.ok) return startsOn;
  if (until === undefined) return ok({ startsOn: startsOn.value, endsOn: null });
  const endsOn = someDate(until, 'future', { today: startsOn.value, terms });
  return endsOn.ok ? ok({ startsOn: startsOn.value, endsOn: endsOn.value.lastDay }) : endsOn;
}

/** The first day of what was said: a role from September begins on its first day. */
function firstDay(words: string, { today, terms }: Calendar): Result<Temporal.PlainDate> {
  const read = parseDate(words, today, 'future', { terms });
  return read.kind === 'date' ? ok(read.firstDay) : badDate(words, read);
}
