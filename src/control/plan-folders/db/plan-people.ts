// Who meets, who answers and where they are reached, as the loader writes it.

import { fromDate } from '../../../core/database/db/executor.ts';
import { RoleName } from '../../../generated/prisma/client.ts';
import { PlanDataError } from '../files/load-plan-folder.ts';
import { followCalendars, loadCalendars, loadClosureDays } from './plan-calendars.ts';
import type { PlanContent } from './plan-objectives.ts';
import { type PlanLoad, reconcile, resolve } from './plan-table.ts';

export type Ids = ReadonlyMap<string, string>;

/** Loads organisations, people, their roles and assignments, and where people and channels are reached. */
export async function loadPeople(plan: PlanLoad, content: PlanContent): Promise<void> {
  const organisations = await loadOrganisations(plan);
  const calendars = await loadCalendars(plan);
  await loadClosureDays(plan, organisations);
  const people = await loadPersons(plan, organisations);
  await followCalendars(plan, people, calendars);
  await loadRoles(plan, people, content.themes);
  await loadAssignments(plan, people, organisations, content.objectives);
  await loadWorkspaces(plan);
  await loadChannels(plan, content.themes);
  await loadAccounts(plan, people);
}

async function loadOrganisations(plan: PlanLoad): Promise<Ids> {
  const { db, rows, partnershipId } = plan;
  const wanted = rows.organisation.map(({ key, name, kind, example }) => ({
    partnershipId,
    key,
    name,
    kind,
    example,
  }));
  const outcome = await reconcile(wanted, {
    keyOf: ({ key }) => key,
    read: () => db.organisation.findMany({ where: { partnershipId } }),
    add: (data) => db.organisation.createManyAndReturn({ data }),
    change: (id, data) =>
      db.organisation.update({ where: { partnershipId_id: { partnershipId, id } }, data }),
  });
  plan.note('organisation', 'organisation', rows.organisation, outcome, ({ key }) => key);
  return outcome.ids;
}

async function loadPersons(plan: PlanLoad, organisations: Ids): Promise<Ids> {
  const { db, rows, partnershipId } = plan;
  const wanted = rows.person.map(
    ({ key, name, email, furtherEmails, organisation, example, at }) => ({
      partnershipId,
      key,
      name,
      email,
      ...(furtherEmails && { furtherEmails }),
      organisationId: resolve(organisations, organisation, 'organisation', at),
      example,
    }),
  );
  const outcome = await reconcile(wanted, {
    keyOf: ({ key }) => key,
    read: () => db.person.findMany({ where: { partnershipId } }),
    add: (data) => db.person.createManyAndReturn({ data }),
    change: (id, data) =>
      db.person.update({ where: { partnershipId_id: { partnershipId, id } }, data }),
  });
  plan.note('person', 'person', rows.person, outcome, ({ key }) => key);
  return outcome.ids;
}

const roleNames = {
  'programme-office': RoleName.programme_office,
  'co-chair': RoleName.co_chair,
  'evidence-lead': RoleName.evidence_lead,
  board: RoleName.board,
  viewer: RoleName.viewer,
} as const;

async function loadRoles(plan: PlanLoad, people: Ids, themes: Ids): Promise<void> {
  const { db, rows, partnershipId } = plan;
  const toFacts = ({
    person,
    role,
    theme,
    from,
    until,
    example,
    at,
  }: (typeof rows.role)[number]) => ({
    partnershipId,
    personId: resolve(people, person, 'person', at),
    role: roleNames[role],
    themeId: theme === null ? null : resolve(themes, theme, 'theme', at),
    startsOn: fromDate(from),
    endsOn: until === null ? null : fromDate(until),
    example,
  });
  const keyOf = ({
    personId,
    role,
    themeId,
    startsOn,
  }: {
    personId: string;
    role: string;
    themeId: string | null;
    startsOn: Date;
  }) => `${personId} ${role} ${themeId} ${startsOn.toISOString()}`;
  const outcome = await reconcile(rows.role.map(toFacts), {
    keyOf,
    read: () => db.roleGrant.findMany({ where: { partnershipId } }),
    add: (data) => db.roleGrant.createManyAndReturn({ data }),
    change: (id, data) =>
      db.roleGrant.update({ where: { partnershipId_id: { partnershipId, id } }, data }),
  });
  plan.note('role', 'role_grant', rows.role, outcome, (row) => keyOf(toFacts(row)));
}

async function loadAssignments(
  plan: PlanLoad,
  people: Ids,
  organisations: Ids,
  objectives: Ids,
): Promise<void> {
  const { db, rows, partnershipId } = plan;
  const toFacts = ({
    objective,
    role,
    person,
    organisation,
    from,
    until,
    example,
    at,
  }: (typeof rows.assignment)[number]) => {
    if ((person === null) === (organisation === null))
      throw new PlanDataError(at, 'an assignment names either a person or an organisation');
    return {
      partnershipId,
      objectiveId: resolve(objectives, objective, 'objective', at),
      role,
      personId: person === null ? null : resolve(people, person, 'person', at),
      organisationId:
        organisation === null ? null : resolve(organisations, organisation, 'organisation', at),
      startsOn: fromDate(from),
      endsOn: until === null ? null : fromDate(until),
      example,
    };
  };
  type Key = {
    objectiveId: string;
    role: string;
    personId: string | null;
    organisationId: string | null;
    startsOn: Date;
  };
  const keyOf = ({ objectiveId, role, personId, organisationId, startsOn }: Key) =>
    `${objectiveId} ${role} ${personId} ${organisationId} ${startsOn.toISOString()}`;
  const outcome = await reconcile(rows.assignment.map(toFacts), {
    keyOf,
    read: () => db.assignment.findMany({ where: { partnershipId } }),
    add: (data) => db.assignment.createManyAndReturn({ data }),
    // A file may end an assignment; one that has ended in the record it does not bring back.
    change: (id, { endsOn, ...data }) =>
      db.assignment.update({
        where: { partnershipId_id: { partnershipId, id } },
        data: endsOn === null ? data : { ...data, endsOn },
      }),
  });
  plan.note('assignment', 'assignment', rows.assignment, outcome, (row) => keyOf(toFacts(row)));
}

/** A channel or an account shows which workspaces stand for this partnership. */
async function loadWorkspaces({ db, rows, partnershipId }: PlanLoad): Promise<void> {
  const used = [...rows.channel, ...rows.account];
  const data = used.map(({ platform, tenantId }) => ({ partnershipId, platform, tenantId }));
  await db.workspace.createMany({ data, skipDuplicates: true });
}

async function loadChannels(plan: PlanLoad, themes: Ids): Promise<void> {
  const { db, rows, partnershipId } = plan;
  const toFacts = ({ theme, at, source: _source, ...facts }: (typeof rows.channel)[number]) => ({
    partnershipId,
    themeId: theme === null ? null : resolve(themes, theme, 'theme', at),
    ...facts,
  });
  const keyOf = ({
    platform,
    tenantId,
    channelId,
    themeId,
  }: {
    platform: string;
    tenantId: string;
    channelId: string;
    themeId: string | null;
  }) => JSON.stringify([platform, tenantId, channelId, themeId]);
  const outcome = await reconcile(rows.channel.map(toFacts), {
    keyOf,
    read: () => db.channelBinding.findMany({ where: { partnershipId } }),
    add: (data) => db.channelBinding.createManyAndReturn({ data }),
    // What a channel is called and how often it is posted to is set in the channel, once it is bound.
    change: 'kept',
  });
  plan.note('channel', 'channel_binding', rows.channel, outcome, (row) => keyOf(toFacts(row)));
}

async function loadAccounts(plan: PlanLoad, people: Ids): Promise<void> {
  const { db, rows, partnershipId, now } = plan;
  const keyOf = ({
    platform,
    tenantId,
    userId,
  }: {
    platform: string;
    tenantId: string;
    userId: string;
  }) => JSON.stringify([platform, tenantId, userId]);
  const wanted = rows.account.map(({ person, platform, tenantId, userId, example, at }) => ({
    partnershipId,
    personId: resolve(people, person, 'person', at),
    platform,
    tenantId,
    userId,
    linkedAt: now,
    example,
  }));
  const outcome = await reconcile(wanted, {
    keyOf,
    read: () => db.platformAccount.findMany({ where: { partnershipId } }),
    add: (data) => db.platformAccount.createManyAndReturn({ data }),
    // Once linked an account stays with its person, also when a file says otherwise.
    change: 'kept',
  });
  plan.note('account', 'platform_account', rows.account, outcome, keyOf);
}
