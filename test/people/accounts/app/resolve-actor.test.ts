// Who is asking: linked already, or vouched for by the platform now; everybody else is told why not.
import { expect, it } from 'vitest';
import { localDate } from '../../../../src/core/dates/domain/working-days.ts';
import type {
  AccountDirectory,
  DirectoryEntry,
} from '../../../../src/core/request/app/chat-ports.ts';
import { resolveActor } from '../../../../src/people/accounts/app/resolve-actor.ts';
import { describePlanOnBoth } from '../../../support/world/plan-suite.ts';
import {
  SLACK_TEAM,
  TEAMS_TENANT,
  terminalInbound,
  textOf,
} from '../../../support/world/plan-world.ts';

const MEMBER: DirectoryEntry = { email: 'owner@example.org', kind: 'member', active: true };

describePlanOnBoth('resolve actor', (parts) => {
  const asking = (userId = 'U0NEWACCOUNT') =>
    terminalInbound('', 'mine', { platform: 'slack', tenantId: SLACK_TEAM, userId });

  async function resolve(directory: AccountDirectory | null, inbound = asking()) {
    const { world } = parts;
    const now = await world.clock.now();
    const today = localDate(now, 'Europe/London');
    const directories = directory ? [directory] : [];
    const { actor } = await world.record.requests.hear(inbound, today);
    return await resolveActor(actor, world.record, directories, inbound, now, today);
  }

  it('links an account by the e-mail address that the platform vouches for, and asks only once', async () => {
    const { world } = parts;
    const directory = knowing(MEMBER);

    const first = await resolve(directory);
    const second = await resolve(directory);

    const personId = await world.personId('owner@example.org');
    expect(first).toMatchObject({ ok: true, value: { personId, name: 'Asha Example' } });
    expect(second).toEqual(first);
    expect(directory.asked).toEqual([[SLACK_TEAM, 'U0NEWACCOUNT']]);
    const accounts = (await world.record.people.details(personId))?.accounts ?? [];
    expect(accounts.map(({ platform, userId }) => `${platform} ${userId}`)).toContain(
      'slack U0NEWACCOUNT',
    );
  });

  it('knows an account that is linked already without asking anybody', async () => {
    const directory = knowing(null);
    const inbound = terminalInbound('', 'mine', {
      ...{ platform: 'teams', tenantId: TEAMS_TENANT },
      userId: '00000000-0000-4000-8000-000000000021',
    });

    const actor = await resolve(directory, inbound);

    expect(actor).toMatchObject({
      ok: true,
      value: { name: 'Ben Example', roles: [{ name: 'programme-office', themeId: null }] },
    });
    expect(directory.asked).toEqual([]);
  });

  it.each<[reason: string, entry: DirectoryEntry | null]>([
    ['no-match', null],
    ['no-match', { ...MEMBER, email: 'stranger@example.org' }],
    ['no-match', { ...MEMBER, email: 'other@example.net' }],
    ['no-email', { ...MEMBER, email: null }],
    ['no-email', { ...MEMBER, email: '' }],
    ['guest', { ...MEMBER, kind: 'guest' }],
    ['bot', { ...MEMBER, kind: 'bot' }],
    ['inactive', { ...MEMBER, active: false }],
  ])('refuses with %s: %j, and links nobody', async (reason, entry) => {
    const { harness } = parts;
    const before = await harness.prisma.platformAccount.count();

    const actor = await resolve(knowing(entry));

    expect(actor).toEqual({
      ok: false,
      refusal: { code: 'not-linked', platform: 'slack', reason },
    });
    expect(await harness.prisma.platformAccount.count()).toBe(before);
  });

  it('refuses where the platform has no directory', async () => {
    const actor = await resolve(null);

    expect(actor).toMatchObject({ ok: false, refusal: { reason: 'no-match' } });
  });

  it('asks the directory of the platform that the request came from', async () => {
    const teams = { ...knowing(MEMBER), platform: 'teams' as const };

    const actor = await resolve(teams);

    expect(actor.ok).toBe(false);
    expect(teams.asked).toEqual([]);
  });

  it('does not know somebody who has left, linked or not', async () => {
    const { harness } = parts;
    await resolve(knowing(MEMBER));
    await harness.prisma.person.updateMany({
      where: { email: 'owner@example.org' },
      data: { active: false },
    });

    const actor = await resolve(knowing(MEMBER));

    expect(actor).toMatchObject({ ok: false, refusal: { code: 'not-linked', reason: 'no-match' } });
  });

  it('counts a role from its first day to its last', async () => {
    const { world } = parts;
    const rolesAt = async (time: string) => {
      world.at(time);
      const actor = await resolve(knowing({ ...MEMBER, email: 'office@example.org' }));
      return actor.ok ? actor.value.roles.length : null;
    };

    expect(await rolesAt('2023-12-31T23:59')).toBe(0);
    expect(await rolesAt('2024-01-01T00:00')).toBe(1);
  });

  it('links two accounts of one person that ask at the same time, each once', async () => {
    const { harness } = parts;
    const before = await harness.prisma.platformAccount.count();

    const actors = await Promise.all(
      ['U0FIRST', 'U0FIRST', 'U0SECOND'].map((userId) => resolve(knowing(MEMBER), asking(userId))),
    );

    expect(actors.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(await harness.prisma.platformAccount.count()).toBe(before + 2);
  });

  it.each<[entry: DirectoryEntry | null, words: string]>([
    [null, 'not that of anybody on the plan'],
    [{ ...MEMBER, kind: 'guest' }, 'Guest accounts are not linked by themselves'],
    [{ ...MEMBER, kind: 'bot' }, 'Bots have no part in the plan'],
    [{ ...MEMBER, active: false }, 'Your account is deactivated'],
    [{ ...MEMBER, email: null }, 'did not show your e-mail address'],
  ])('tells the person why: %j', async (entry, words) => {
    const handle = parts.world.dispatcher({ directories: [knowing(entry)] });

    const reply = await handle(asking());

    expect(reply).toMatchObject({ outcome: 'refused', code: 'not-linked', audience: 'private' });
    expect(reply && textOf(reply)).toContain(words);
    expect(reply && textOf(reply)).toContain('/pap link');
  });
});

/** A Slack directory that says this of everybody, and notes whom it was asked for. */
function knowing(entry: DirectoryEntry | null): AccountDirectory & { asked: string[][] } {
  const asked: string[][] = [];
  return {
    platform: 'slack',
    asked,
    async lookUp(tenantId, userId) {
      asked.push([tenantId, userId]);
      return entry;
    },
  };
}
