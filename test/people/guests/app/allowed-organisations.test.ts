// People of another organisation are let in where the office has said so, by name and with a reason, and never by default.

import { expect, it } from 'vitest';
import type { DirectoryEntry } from '../../../../src/core/request/app/chat-ports.ts';
import type { Inbound } from '../../../../src/core/request/app/inbound.ts';
import { ASHA, BEN } from '../../../support/world/cast.ts';
import { buttonsOf, paragraphsOf } from '../../../support/world/message-parts.ts';
import { OTHER_TEAM } from '../../../support/world/outsiders.ts';
import { describePlanOnBoth } from '../../../support/world/plan-suite.ts';
import {
  SLACK_TEAM,
  TEAMS_TENANT,
  terminalInbound,
  textOf,
} from '../../../support/world/plan-world.ts';
import { deliverNow } from '../../../support/world/told.ts';

const ELLA = 'deputy@example.org';
const TRUST = '0a1b2c3d-0000-4000-8000-00000000000f';
const SCHOOL = 'T0SCHOOL1';
const ALLOW = `admin people allow teams ${TRUST} "Borset NHS Trust" because their therapists own 1.3`;

describePlanOnBoth('another organisation', (parts) => {
  const entryOf = (outsideTenantId: string | null): DirectoryEntry => ({
    ...{ email: ELLA, kind: 'guest', active: true },
    guest: { kind: 'other_organisation', name: 'Vic Visitor', outsideTenantId },
  });

  /** In Teams the directory alone says whose they are; in Slack the payload does as well. */
  async function say(line: string, of: string | null = TRUST, more: Partial<Inbound> = {}) {
    const slack = of === SCHOOL;
    const platform = slack ? 'slack' : 'teams';
    const handle = parts.world.dispatcher({
      directories: [{ platform, lookUp: async () => entryOf(of) }],
    });
    const reply = await handle(
      terminalInbound('', line, {
        ...{ platform, tenantId: slack ? SLACK_TEAM : TEAMS_TENANT, userId: 'U0OUTSIDE' },
        ...(slack && { outsideTenantId: SCHOOL }),
        ...more,
      }),
    );
    if (!reply) throw new Error('nothing was answered');
    return reply;
  }
  const linked = () =>
    parts.harness.prisma.platformAccount.count({ where: { userId: 'U0OUTSIDE' } });
  const requests = () => parts.harness.prisma.linkRequest.count();

  it.each([
    [TRUST, `/pap admin people allow teams ${TRUST} "your organisation" because …`],
    [SCHOOL, `/pap admin people allow slack ${SCHOOL} "your organisation" because …`],
    [null, 'ask them, and use an account of theirs until then.'],
  ])('that nobody allowed is told so, and nothing is asked or recorded: %s', async (of, next) => {
    const before = await parts.world.footprint();

    for (const line of ['mine', 'link I am Vic Visitor', 'update 2B:2 green']) {
      const reply = await say(line, of);
      expect(reply).toMatchObject({ outcome: 'refused', code: 'not-linked' });
      expect(reply.message.title).toBe('Your organisation can’t use PAP here yet');
      expect(paragraphsOf(reply.message).at(-1)).toBe(next);
    }

    expect(await requests()).toBe(0);
    expect(await parts.world.footprint()).toEqual(before);
  });

  it.each([
    [TRUST, ALLOW],
    [SCHOOL, `admin people allow slack ${SCHOOL} "Borset School" because their head owns 1.3`],
  ])(
    'is let in by name and reason, its people by address and approval, until it is taken back: %s',
    async (of, allow) => {
      const { world } = parts;
      const name = of === TRUST ? 'Borset NHS Trust' : 'Borset School';
      const platform = of === TRUST ? 'teams' : 'slack';
      const allowed = await world.pap(BEN, allow);
      const asked = await say('mine', of);
      expect(await linked()).toBe(0);
      const [, card] = (await deliverNow(parts))[0] ?? [];
      const [link] = card ? buttonsOf(card) : [];

      await world.pap(BEN, link?.line ?? '');
      const known = await say('whoami', of);
      const listed = await world.pap(BEN, 'admin people allowed');
      const question = await world.pap(BEN, `admin people disallow ${platform} ${name}`);
      const [confirm] = buttonsOf(question.message);
      const ended = await world.pap(BEN, confirm?.line ?? '');
      const after = await say('whoami', of);

      expect(allowed.message.title).toBe(`${name} is allowed`);
      expect(textOf(asked)).toContain('I’ve asked your programme office');
      expect(card && paragraphsOf(card)[0]).toBe(
        'Vic Visitor (deputy@example.org), from another organisation',
      );
      expect(known.message.title).toBe('You are Ella Example');
      expect(textOf(listed)).toContain('accounts linked: 1');
      expect(textOf(question)).toContain('accounts are unlinked: 1');
      expect(ended.message.title).toBe(`${name} is not allowed any more`);
      expect(after.code).toBe('not-linked');
      expect(await linked()).toBe(0);
      expect(
        (await world.record.audit.list(3)).map(({ kind, summary }) => [kind, summary]),
      ).toEqual([
        ['organisation-disallowed', expect.stringContaining('accounts unlinked: 1')],
        ['account-linked', expect.stringContaining('from another organisation')],
        ['organisation-allowed', expect.stringContaining(name)],
      ]);
    },
  );

  it('cannot be linked by a card from before it was taken back', async () => {
    const { world } = parts;
    await world.pap(BEN, ALLOW);
    await say('mine');
    await world.pap(BEN, `admin people disallow confirm teams ${TRUST}`);

    const late = await world.pap(BEN, `admin people link 1 ${ELLA}`);

    expect(late).toMatchObject({ outcome: 'refused', code: 'organisation-not-allowed' });
    expect(await linked()).toBe(0);
  });

  it('stays out where another partnership allows it, or where the directory says it is another one', async () => {
    const { world, other } = parts;
    const { partnershipId } = other;
    const theirs = parts.harness.store.open(partnershipId);
    const person = await parts.harness.prisma.person.findFirstOrThrow({ where: { partnershipId } });
    await theirs.allowedOrganisations.add({
      ...{ platform: 'slack', tenantId: SCHOOL, name: 'Borset School', reason: 'theirs' },
      ...{ allowedById: person.id, at: await world.clock.now() },
    });

    const here = await say('mine', SCHOOL);
    await world.pap(BEN, `admin people allow slack ${SCHOOL} Borset School because ours too`);
    const forged = await say('mine', SCHOOL, { outsideTenantId: 'T0FORGED1' });

    expect(here.message.title).toBe('Your organisation can’t use PAP here yet');
    expect(forged.message.title).toBe('Your organisation can’t use PAP here yet');
    const { routes } = parts.harness.store;
    expect(await routes.allows('slack', OTHER_TEAM, SCHOOL)).toBe(true);
    expect(await routes.allows('slack', SLACK_TEAM, SCHOOL)).toBe(true);
    expect(await routes.allows('slack', SLACK_TEAM, 'T0FORGED1')).toBe(false);
    expect(await routes.allows('teams', SLACK_TEAM, SCHOOL)).toBe(false);
  });

  it.each([
    [BEN, 'admin people allow teams', 'usage'],
    [BEN, `admin people allow teams ${TRUST} "Borset NHS Trust"`, 'usage'],
    [BEN, 'admin people allow teams borset.example "Borset" because of 1.3', 'bad-workspace-id'],
    [BEN, `admin people allow slack ${SLACK_TEAM} "Ours" because of 1.3`, 'own-workspace'],
    [
      BEN,
      `admin people allow slack T0ABC1234 "Borset" because of Kim, 07700 900123`,
      'personal-data',
    ],
    [BEN, 'admin people disallow', 'usage'],
    [BEN, 'admin people disallow slack T0ABC1234', 'nothing-to-do'],
    [ASHA, ALLOW, 'not-permitted'],
    [ASHA, 'admin people allowed', 'not-permitted'],
    [ASHA, `admin people disallow confirm teams ${TRUST}`, 'not-permitted'],
  ])('answers %s: %s with %s', async (who, line, code) => {
    const { world } = parts;
    const before = await world.footprint();

    expect(await world.pap(who, line)).toMatchObject({ outcome: 'refused', code });
    expect(await world.footprint()).toEqual(before);
  });

  it('is allowed once', async () => {
    const { world } = parts;
    await world.pap(BEN, ALLOW);

    expect(await world.pap(BEN, ALLOW)).toMatchObject({ code: 'allowed-already' });
    await world.pap(BEN, `admin people disallow confirm teams ${TRUST}`);
    expect((await world.pap(BEN, ALLOW)).outcome).toBe('done');
  });
});
