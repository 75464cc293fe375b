// Giving and ending roles. The programme office is never left without anybody.
import { Temporal } from 'temporal-polyfill';
import { dayText } from '../../../core/dates/messages/when.ts';
import { noticesTo } from '../../../core/outbox/app/notice.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import type { RoleName } from '../../../core/request/domain/actor.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { ThemeView } from '../../../core/themes/app/theme-ports.ts';
import { roleText } from '../messages/identity.ts';
import { ownRoleMessage } from '../messages/people.ts';
import type { Party, PeopleAdminReads, PersonRecord } from './people-ports.ts';

export type RoleRequest = {
  readonly person: Party;
  readonly role: RoleName;
  /** A co-chair's or evidence lead's; the other roles have none. */
  readonly theme: ThemeView | null;
};

export type RoleSpan = {
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate | null;
};

/** The role in words, and from when until when. */
type Changed = { readonly role: string; readonly when: string };

/** Refusals: `bad-period`, `own-role`, `holds-role-already`. */
export async function grantRole(
  { person, role, theme }: RoleRequest,
  span: RoleSpan,
  context: Given<
    Doing | 'partnership' | 'today',
    Commits<'audit' | 'notifications' | 'peopleAdmin'>
  >,
): Promise<Result<Changed>> {
  const { startsOn, endsOn } = span;
  if (endsOn && isBefore(endsOn, startsOn))
    return refuse({ code: 'bad-period', problem: 'backwards', typed: '' });
  if (person.id === context.actor.personId) return refuse({ code: 'own-role' });
  const text = roleText(role, theme ?? undefined);
  return await commitOnce(context, async (repositories) => {
    const { peopleAdmin } = repositories;
    await peopleAdmin.lock();
    const held = await heldBy(person.id, role, theme, peopleAdmin, context);
    if (held.some((one) => overlap(one, span)))
      return refuse({ code: 'holds-role-already', name: person.name, role: text });
    await peopleAdmin.grant({ personId: person.id, role, themeId: theme?.id ?? null, ...span });
    const when = `From ${dayText(startsOn)}${endsOn ? ` until ${dayText(endsOn)}` : ' on'}`;
    await tell(person, { role: text, when }, 'role-granted', repositories, context);
    return ok({ role: text, when });
  });
}

/**
 * Several at once, all or none; a role that somebody holds already stays as it is. Each person hears of theirs in one message.
 * Refusal: `own-role`.
 */
export async function grantRoles(
  requests: readonly RoleRequest[],
  span: RoleSpan,
  context: Given<
    Doing | 'partnership' | 'today',
    Commits<'audit' | 'notifications' | 'peopleAdmin'>
  >,
): Promise<Result<true>> {
  const { actor, now, inbound } = context;
  if (requests.some(({ person }) => person.id === actor.personId))
    return refuse({ code: 'own-role' });
  return await commitOnce(context, async ({ peopleAdmin, audit, notifications }) => {
    await peopleAdmin.lock();
    const told = new Map<string, string[]>();
    const when = `From ${dayText(span.startsOn)} on`;
    for (const { person, role, theme } of requests) {
      const held = await heldBy(person.id, role, theme, peopleAdmin, context);
      if (held.some((one) => overlap(one, span))) continue;
      await peopleAdmin.grant({ personId: person.id, role, themeId: theme?.id ?? null, ...span });
      const text = roleText(role, theme ?? undefined);
      const summary = `${person.name}: ${text}. ${when}`;
      await audit.append({ kind: 'role-granted', summary, authorId: actor.personId, at: now });
      told.set(person.id, [...(told.get(person.id) ?? []), text]);
    }
    const intent = `role-granted:${inbound.requestId}`;
    await notifications.enqueue(
      [...told].flatMap(([id, roles]) =>
        noticesTo([id], intent, ownRoleMessage(roles.join(', '), when), context),
      ),
    );
    return ok(true);
  });
}

/** Ends the role from today on, also what was to begin later. Refusals: `holds-no-such-role`, `last-office`. */
export async function endRole(
  { person, role, theme }: RoleRequest,
  context: Given<
    Doing | 'partnership' | 'today',
    Commits<'audit' | 'notifications' | 'people' | 'peopleAdmin'>
  >,
): Promise<Result<Changed>> {
  const { today } = context;
  const text = roleText(role, theme ?? undefined);
  return await commitOnce(context, async (repositories) => {
    const { peopleAdmin } = repositories;
    await peopleAdmin.lock();
    const held = await heldBy(person.id, role, theme, peopleAdmin, context);
    if (held.length === 0)
      return refuse({ code: 'holds-no-such-role', name: person.name, role: text });
    if (role === 'programme-office' && (await isLastOffice(person.id, repositories, context)))
      return refuse({ code: 'last-office', name: person.name });
    for (const { id } of held) await peopleAdmin.endRole(id, today.subtract({ days: 1 }));
    const changed = { role: text, when: `Ended; ${dayText(today)} is the first day without it` };
    await tell(person, changed, 'role-ended', repositories, context);
    return ok(changed);
  });
}

/** Whether nobody else is the programme office today. */
export async function isLastOffice(
  personId: string,
  { people }: Reads<'people'>,
  { today }: Given<'today'>,
): Promise<boolean> {
  const office = await people.listByRole('programme-office', null, today);
  return office.some(({ id }) => id === personId) && office.length === 1;
}

async function heldBy(
  personId: string,
  role: RoleName,
  theme: ThemeView | null,
  peopleAdmin: PeopleAdminReads,
  { today }: Given<'today'>,
): Promise<PersonRecord['roles']> {
  const person = (await peopleAdmin.list(today)).find(({ id }) => id === personId);
  return (person?.roles ?? []).filter(
    (one) => one.role === role && one.themeId === (theme?.id ?? null),
  );
}

async function tell(
  person: Party,
  { role, when }: Changed,
  kind: string,
  { audit, notifications }: Uses<'audit' | 'notifications'>,
  context: Given<Doing | 'partnership'>,
): Promise<void> {
  const { actor, now, inbound } = context;
  const summary = `${person.name}: ${role}. ${when}`;
  await audit.append({ kind, summary, authorId: actor.personId, at: now });
  const intent = `${kind}:${inbound.requestId}`;
  await notifications.enqueue(noticesTo([person.id], intent, ownRoleMessage(role, when), context));
}

function overlap(one: RoleSpan, other: RoleSpan): boolean {
  return (
    (other.endsOn === null || !isBefore(other.endsOn, one.startsOn)) &&
    (one.endsOn === null || !isBefore(one.endsOn, other.startsOn))
  );
}

function isBefore(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0;
}
