// Somebody leaves. What they owned becomes vacant and stays in its history; what others had agreed with them is
// settled; whoever has to act is told: all in one transaction.
import type { Temporal } from 'temporal-polyfill';
import { dayText } from '../../../core/dates/messages/when.ts';
import { noticesTo, noticesToOffice } from '../../../core/outbox/app/notice.ts';
import type { NewNotification } from '../../../core/outbox/app/notification-ports.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { isLastOffice } from '../../../people/people/app/manage-roles.ts';
import type { Party } from '../../../people/people/app/people-ports.ts';
import {
  type LeavingFacts,
  personLeftMessage,
  vacancyMessage,
} from '../../../people/people/messages/people.ts';
import { appendAssignments } from '../../objectives/app/assignment-history.ts';
import { isVacant, type Objective } from '../../objectives/domain/objective.ts';
import { coverMissingMessage } from '../messages/absence.ts';
import { takerLeftMessage } from '../messages/handover.ts';
import { refsOf } from './record-absence.ts';

type Done = { readonly lines: readonly string[]; readonly notices: readonly NewNotification[] };

type PersonLeavesNeeds = Given<
  Doing | 'partnership' | 'today',
  Commits<
    | 'absences'
    | 'audit'
    | 'handovers'
    | 'history'
    | 'notifications'
    | 'objectives'
    | 'people'
    | 'peopleAdmin'
  >
>;

/** Refusals: `last-office`, `usage` when they have left already. */
export async function personLeaves(
  person: Party,
  leftOn: Temporal.PlainDate,
  context: PersonLeavesNeeds,
): Promise<Result<LeavingFacts>> {
  return await commitOnce(context, async (repositories) => {
    const { peopleAdmin, objectives, notifications, audit } = repositories;
    const { today, actor, now } = context;
    await peopleAdmin.lock();
    const listed = (await peopleAdmin.list(today)).find(({ id }) => id === person.id);
    if (!listed?.active) return refuse(leftAlready(person));
    if (await isLastOffice(person.id, repositories, context))
      return refuse({ code: 'last-office', name: person.name });
    const before = await objectives.list(today, { personId: person.id });
    const covers = await withdrawCovers(person, repositories, context);
    await peopleAdmin.setLeft(person.id, leftOn);
    await appendAssignments(before, repositories, context, 'left');
    for (const { id } of listed.roles) await peopleAdmin.endRole(id, today.subtract({ days: 1 }));
    const handovers = await withdrawHandovers(person, repositories, context);
    const after = await objectives.list(today, { ids: before.map(({ id }) => id) });
    const vacant = after.filter((one) => isVacant(one) && !wasVacant(one, before));
    const facts = {
      name: person.name,
      leftOn,
      vacant,
      withdrawn: [...covers.lines, ...handovers.lines],
    };
    await audit.append({
      kind: 'person-left',
      summary: `${person.name} left on ${dayText(leftOn)}${vacant.length > 0 ? `; vacant: ${vacant.map(({ ref }) => ref).join(', ')}` : ''}`,
      authorId: actor.personId,
      at: now,
    });
    await notifications.enqueue([
      ...covers.notices,
      ...handovers.notices,
      ...(await noticesOfVacancies(person, facts, vacant, repositories, context)),
    ]);
    return ok(facts);
  });
}

function leftAlready({ name }: Party) {
  const problem = `${name} has left already; “admin people return” brings them back.`;
  return { code: 'nothing-to-do', problem, look: 'admin people' } as const;
}

function wasVacant({ id }: Objective, before: readonly Objective[]): boolean {
  const then = before.find((one) => one.id === id);
  return then ? isVacant(then) : true;
}

/** Their own absences count no longer, and they cover for nobody. */
async function withdrawCovers(
  { id }: Party,
  repositories: Reads<'people'> & Uses<'absences' | 'peopleAdmin'>,
  context: Given<'actor' | 'partnership' | 'now' | 'today'>,
): Promise<Done> {
  const { absences } = repositories;
  const { today } = context;
  for (const own of await absences.list(today, { personId: id }))
    await absences.callOff(own.id, today);
  const lines: string[] = [];
  const notices: NewNotification[] = [];
  for (const one of await absences.list(today, { coverId: id })) {
    if (one.coverState !== 'asked' && one.coverState !== 'accepted') continue;
    await absences.withdrawCover(one.id);
    const facts = { ...one, coverState: 'withdrawn' as const };
    const message = coverMissingMessage(facts, await refsOf(one, repositories, context));
    const intent = `absence:${one.id}:cover-left`;
    lines.push(`covering for ${one.person.name}`);
    notices.push(
      ...noticesTo([one.person.id], intent, message, context),
      ...(await noticesToOffice(repositories, intent, message, context)),
    );
  }
  return { lines, notices };
}

/** What was to pass to them does not; whoever asked is told, or the office where they have left as well. */
async function withdrawHandovers(
  person: Party,
  repositories: Reads<'people'> & Uses<'handovers'>,
  context: Given<'actor' | 'partnership' | 'now' | 'today'>,
): Promise<Done> {
  const { handovers } = repositories;
  const open = (await handovers.listOpen(person.id)).filter(({ to }) => to.id === person.id);
  const lines: string[] = [];
  const notices: NewNotification[] = [];
  for (const one of open) {
    await handovers.answer(one.id, 'withdrawn', context.now);
    const message = takerLeftMessage([one]);
    const intent = `handover:${one.id}:taker-left`;
    lines.push(`the handover of ${one.ref} to them`);
    notices.push(
      ...(one.askedBy.active
        ? noticesTo([one.askedBy.id], intent, message, context)
        : await noticesToOffice(repositories, intent, message, context)),
    );
  }
  return { lines, notices };
}

async function noticesOfVacancies(
  person: Party,
  facts: LeavingFacts,
  vacant: readonly Objective[],
  repositories: Reads<'people'>,
  context: Given<Doing | 'partnership' | 'today'>,
): Promise<NewNotification[]> {
  const { people } = repositories;
  const intent = `left:${person.id}:${context.inbound.requestId}`;
  const office = await noticesToOffice(repositories, intent, personLeftMessage(facts), context);
  const themes = new Set(vacant.flatMap(({ themes: placed }) => placed.map(({ id }) => id)));
  const chairs: string[] = [];
  for (const theme of themes) {
    const chairing = await people.listByRole('co-chair', theme, context.today);
    chairs.push(...chairing.map(({ id }) => id));
  }
  return [...office, ...noticesTo(chairs, intent, vacancyMessage(facts), context)];
}

/** Brings somebody back; what nobody else took over is theirs again. Refusal: `usage` when they are there. */
export async function personReturns(
  person: Party,
  context: Given<Doing | 'today', Commits<'audit' | 'history' | 'objectives' | 'peopleAdmin'>>,
): Promise<Result<readonly string[]>> {
  return await commitOnce(context, async (repositories) => {
    const { peopleAdmin, objectives, audit } = repositories;
    const { actor, now, today } = context;
    await peopleAdmin.lock();
    const listed = (await peopleAdmin.list(today)).find(({ id }) => id === person.id);
    if (listed?.active !== false) {
      const problem = `${person.name} has not left.`;
      return refuse({ code: 'nothing-to-do', problem, look: 'admin people' });
    }
    const owned = await peopleAdmin.ownedBy(person.id, today);
    const ids = owned.map(({ objectiveId }) => objectiveId);
    const before = await objectives.list(today, { ids });
    await peopleAdmin.setLeft(person.id, null);
    await appendAssignments(before, repositories, context, 'returned');
    const summary = `${person.name} is back`;
    await audit.append({ kind: 'person-returned', summary, authorId: actor.personId, at: now });
    return ok(owned.map(({ ref }) => ref));
  });
}
