// `/pap admin people`: who is on the plan, what they may do, and what happens when somebody leaves.

import { expect, it } from 'vitest';
import { people } from '../../../commands/admin/people.ts';
import { chaseDueOwners } from '../../../src/cycle/chases/app/chase-due-owners.ts';
import { postDueDigests } from '../../../src/reports/digests/app/post-due-digests.ts';
import { someDay } from '../../support/world/builders.ts';
import { ASHA, BEN, CERYS, DEV, ELLA, FEMI } from '../../support/world/cast.ts';
import {
  buttonOf,
  factsOf,
  itemsOf,
  paragraphsOf,
  rowsOf,
} from '../../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../../support/world/outsiders.ts';
import { describePlanOnBoth } from '../../support/world/plan-suite.ts';
import {
  SLACK_TEAM,
  TEAMS_TENANT,
  terminalInbound,
  textOf,
} from '../../support/world/plan-world.ts';
import { deliverNow, titlesOf } from '../../support/world/told.ts';

describePlanOnBoth('admin people', (parts) => {
  const office = (line: string) => parts.world.pap(BEN, `admin people ${line}`);
  const lastAudit = async () => (await parts.world.record.audit.list(1))[0];
  const assignmentEntries = async (ref: string) => {
    const { id } = await parts.world.objective(ref);
    const all = await parts.world.record.history.list(id);
    return all.flatMap(({ detail }) => (detail?.of === 'assignment' ? [detail] : []));
  };

  it('lists everybody with roles, what they own and accounts, and what is vacant', async () => {
    const { message } = await office('');

    expect(message.title).toBe('People on the plan: 6');
    expect(rowsOf(message)[0]).toEqual([
      'Asha Example, Example Council (example)',
      'none',
      '1A:1, 2B:2',
      'Teams',
    ]);
    expect(rowsOf(message)[1]?.[1]).toBe('programme office from Mon 1 January 2024');
    expect(itemsOf(message)).toEqual(['3A:2 Example: one list of post-16 options']);
  });

  it.each(people.examples)('has an example that works: %s', async (line) => {
    expect((await parts.world.pap(BEN, line)).outcome).toBe('done');
  });

  it.each(['@ella', 'Ella Example', 'deputy@example.org'])('shows one: %s', async (words) => {
    const { message } = await office(words);

    expect(message.title).toBe('Ella Example (example)');
    expect(factsOf(message)).toMatchObject({ Owns: '3A:1', Organisation: 'Example NHS' });
  });

  it('says who can be reached by which door, who cannot, and what to do', async () => {
    const { world, harness } = parts;
    const first = await office('reach');
    await office('add “Sam Reed” sam@nhs.example example nhs');
    await harness.prisma.platformAccount.updateMany({
      where: { personId: await world.personId('owner@example.org') },
      data: {
        unreachableSince: new Date('2024-06-20T09:00:00Z'),
        unreachableCode: 'BotNotInRoster',
      },
    });

    const { message } = await office('reach');

    expect(first.message).toMatchObject({ title: '6 of 6 people can be reached', tone: 'good' });
    expect(message).toMatchObject({ title: '5 of 7 people can be reached', tone: 'attention' });
    expect(itemsOf(message).slice(0, 2)).toEqual([
      expect.stringMatching(
        /^Asha Example, Example Council \(owns 1A:1, 2B:2\): Teams has taken nothing for them since Thu 20 June 2024\./,
      ),
      expect.stringMatching(
        /^Sam Reed, Example NHS: no account that PAP can write to\. Ask them to write “help” .*sam@nhs\.example/,
      ),
    ]);
    expect(rowsOf(message)).toContainEqual(['Example NHS', '2 of 3', 'Teams 2']);
    expect(factsOf((await world.pap(BEN, 'admin status')).message).People).toBe(
      '5 of 7 people can be reached: admin people reach',
    );
  });

  it('says what came of looking for somebody, and how an account was found', async () => {
    const { world } = parts;
    await office('add “Sam Reed” sam@nhs.example example nhs');
    await office('add “Uma Patel” uma@nhs.example example nhs');
    const now = await world.clock.now();
    const slack = { platform: 'slack', tenantId: SLACK_TEAM } as const;
    const { accountSearches, people: known } = world.record;
    const [sam, uma] = [
      await world.personId('sam@nhs.example'),
      await world.personId('uma@nhs.example'),
    ];
    await accountSearches.note({ ...slack, personId: sam, lookedAt: now, outcome: 'guest' });
    await known.linkAccount(uma, { ...slack, userId: 'U0UMA' }, now, 'found');

    const { message } = await office('reach');

    expect(itemsOf(message)[0]).toMatch(
      /^Sam Reed, .* can write to\. PAP looked on Mon 1 July 2024\. Their account in Slack is a guest’s: once they write/,
    );
    expect(itemsOf(message)).toContain(
      'Uma Patel, Example NHS: Slack since Mon 1 July 2024, found by their address',
    );
  });

  it('counts nobody on a platform that the bot is not connected to', async () => {
    const time = new Date('2024-06-30T07:00:00Z');
    await parts.harness.prisma.jobRun.create({
      data: {
        ...{ partnershipId: parts.world.partnership.id, job: 'start', scheduledFor: time },
        ...{ startedAt: time, finishedAt: time, outcome: '{"platforms":["slack"]}' },
      },
    });

    const { message } = await office('reach');

    expect(rowsOf(message).length).toBeGreaterThan(0);
    for (const [, , where] of rowsOf(message)) expect(where).not.toContain('Teams');
    expect(await office('reach everybody')).toMatchObject({ outcome: 'refused', code: 'usage' });
    expect(await parts.world.pap(ASHA, 'admin people reach')).toMatchObject({
      ...{ outcome: 'refused', code: 'not-permitted' },
    });
  });

  it.each([
    ['change @ella name Ella O’Hara-Jones', 'Ella Example: name is now Ella O’Hara-Jones'],
    [
      'change @ella e-mail <Ella.Jones@NHS.example>',
      'Ella Example: e-mail is now ella.jones@nhs.example',
    ],
    [
      'change @ella email ella.jones@nhs.example',
      'Ella Example: e-mail is now ella.jones@nhs.example',
    ],
    [
      'change Ella Example organisation example council',
      'Ella Example: organisation is now Example Council',
    ],
  ])('changes what is recorded of somebody, and tells them: %s', async (line, title) => {
    const reply = await office(line);
    const audit = await lastAudit();

    expect(reply.message.title).toBe(title);
    expect(audit?.kind).toBe('person-changed');
    expect(audit?.summary).not.toContain('@');
    const told = await deliverNow(parts);
    expect(told.map(([, message]) => message.title)).toEqual([
      title.replace('Ella Example: ', 'Your ').replace(' is now', ' on the plan is now'),
    ]);
  });

  it('keeps what was recorded of somebody before as it was', async () => {
    const { world } = parts;
    await office('change @ella organisation Example Council');
    await office('change @ella e-mail ella.jones@nhs.example');
    world.at('2024-07-03T09:00');

    const then = await office('@ella at 28 June 2024');
    const now = await office('@ella');

    expect(factsOf(then.message)).toMatchObject({
      ...{ Organisation: 'Example NHS', 'E-mail': 'deputy@example.org' },
    });
    expect(factsOf(now.message)).toMatchObject({
      ...{ Organisation: 'Example Council', 'E-mail': 'ella.jones@nhs.example' },
    });
  });

  it('puts somebody on the plan, who is linked by their address', async () => {
    const { world } = parts;

    const reply = await office('add “Sam Reed” Sam@NHS.example example nhs');

    expect(reply.message.title).toBe('Sam Reed is on the plan');
    expect(await lastAudit()).toMatchObject({
      kind: 'person-added',
      summary: 'Sam Reed, Example NHS, was put on the plan',
      author: 'Ben Example',
    });
    expect((await world.pap('sam@nhs.example', 'whoami')).message.title).toBe('You are Sam Reed');
  });

  it('gives a role from its first day to its last, and tells the person', async () => {
    const { world } = parts;

    const reply = await office('role @ella co-chair theme 1 from 1 Sep 2024 until 31 Mar 2025');
    const told = titlesOf(await deliverNow(parts));
    const mayPost = async (time: string) => {
      world.at(time);
      return (await world.pap(ELLA, 'digest now theme 1')).outcome;
    };

    expect(reply.message.title).toBe('Ella Example: co-chair of theme 1 Right Support, Right Time');
    expect(told).toEqual([[ELLA, 'Your role: co-chair of theme 1 Right Support, Right Time']]);
    expect(await lastAudit()).toMatchObject({ kind: 'role-granted' });
    expect([
      await mayPost('2024-08-30T12:00'),
      await mayPost('2024-09-01T12:00'),
      await mayPost('2025-03-31T12:00'),
      await mayPost('2025-04-01T12:00'),
    ]).toEqual(['refused', 'done', 'done', 'refused']);
  });

  it('ends a role from today, after one confirmation', async () => {
    const { world } = parts;

    const asked = await office('unrole @cerys co-chair theme 1');
    const still = await world.pap(CERYS, 'digest now theme 1');
    const ended = await world.pap(BEN, buttonOf(asked.message, 'Confirm').line);
    const after = await world.pap(CERYS, 'digest now theme 1');

    expect([asked.outcome, still.outcome, ended.outcome, after.outcome]).toEqual([
      ...['done', 'done', 'done', 'refused'],
    ]);
    expect(await lastAudit()).toMatchObject({ kind: 'role-ended' });
  });

  it('makes what somebody owned vacant everywhere, and tells the office and the co-chairs', async () => {
    const { world } = parts;
    const asked = await office('leave @asha');
    expect((await world.objective('2B:2')).assignees[0]?.name).toBe('Asha Example');

    const reply = await world.pap(BEN, buttonOf(asked.message, 'Confirm').line);
    const told = titlesOf(await deliverNow(parts));

    expect(reply.message.title).toBe('Asha Example has left');
    expect(told).toEqual([
      [CERYS, 'Asha Example has left: 1A:1, 2B:2 vacant'],
      [DEV, 'Asha Example has left: 1A:1, 2B:2 vacant'],
    ]);
    expect(await lastAudit()).toMatchObject({
      kind: 'person-left',
      summary: 'Asha Example left on Mon 1 July 2024; vacant: 1A:1, 2B:2',
    });
    expect(await assignmentEntries('2B:2')).toEqual([
      expect.objectContaining({ role: 'owner', before: ['Asha Example'], after: [] }),
    ]);
    expect(await assignmentEntries('1A:2')).toEqual([
      expect.objectContaining({ role: 'deputy', before: ['Asha Example'], after: [] }),
    ]);
    const show = await world.pap(BEN, 'show 1A:1');
    expect(factsOf(show.message).Owner).toBe('nobody is named — vacant');
    const outstanding = await world.pap(BEN, 'outstanding');
    expect(rowsOf(outstanding.message)[0]?.[2]).toBe('nobody is named — vacant');
    expect(textOf(await world.pap(ELLA, 'mine'))).toContain(
      'you are the deputy · vacant: nobody is named as owner',
    );
    const list = await office('');
    expect(itemsOf(list.message).map((item) => item.slice(0, 4))).toEqual(['1A:1', '2B:2', '3A:2']);
    expect(paragraphsOf(list.message).at(-1)).toBe('Left: Asha Example (Mon 1 July 2024)');
  });

  it('chases nobody for what is vacant, and the digest says that nobody is named', async () => {
    const { world } = parts;
    await office('leave confirm @asha');
    await deliverNow(parts);
    world.at('2024-07-01T10:00');
    await world.run(chaseDueOwners);
    const chased = (await deliverNow(parts)).map(([email]) => email);
    world.at('2024-07-08T09:30');
    await world.run(postDueDigests);
    const digests = await deliverNow(parts);

    // The office is told what is vacant.
    expect(chased).toEqual([ELLA, FEMI, BEN]);
    const [, digest] = digests.find(([email]) => email === CERYS) ?? [];
    expect(digest && itemsOf(digest).filter((item) => item.startsWith('1A:1'))).toEqual([
      '1A:1 Owner: Asha Example → nobody · Ben Example, Example Council',
      expect.stringContaining('nobody is named — vacant'),
    ]);
  });

  it('stops a chase that was queued before they left', async () => {
    const { world, harness } = parts;
    world.at('2024-07-01T10:00');
    await world.run(chaseDueOwners);
    await office('leave confirm @asha');

    const told = (await deliverNow(parts)).map(([email]) => email);

    expect(told).not.toContain(ASHA);
    const personId = (await harness.prisma.person.findFirstOrThrow({ where: { email: ASHA } })).id;
    const [row] = await harness.prisma.notification.findMany({ where: { personId } });
    expect([row?.state, row?.lastError]).toEqual(['dead', 'person-has-no-account']);
  });

  it('lets nobody in any more by the accounts of somebody who has left', async () => {
    const { world } = parts;
    const inbound = terminalInbound('', 'mine', {
      ...{ platform: 'teams', tenantId: TEAMS_TENANT },
      userId: '00000000-0000-4000-8000-000000000020',
    });
    expect((await world.handle(inbound))?.outcome).toBe('done');

    await office('leave confirm @asha on 28 June');

    const after = await world.handle({ ...inbound, requestId: 'test:after' });
    expect(after).toMatchObject({ outcome: 'refused', code: 'not-linked' });
    expect((await world.pap(ASHA, 'mine')).code).toBe('not-linked');
  });

  it('lets a handover by somebody who left be accepted, and withdraws one to them', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'handover 2B:2 @femi');
    await world.pap(FEMI, 'handover 2B:1 @asha');
    await deliverNow(parts);

    await office('leave confirm @asha');
    const told = titlesOf(await deliverNow(parts));
    const accepted = await world.pap(FEMI, 'handover accept 1');

    expect(told).toContainEqual([FEMI, 'Asha Example has left and cannot take over 2B:1']);
    expect(accepted.message.title).toBe('Femi Example owns 2B:2 from today');
    const owners = (await world.objective('2B:2')).assignees.filter(({ role }) => role === 'owner');
    expect(owners.map(({ name }) => name)).toEqual(['Femi Example']);
    expect((await world.pap(BEN, 'handover withdraw 2')).code).toBe('agreement-over');
  });

  it('lets the office hand over what somebody owned who has left', async () => {
    const { world } = parts;
    await office('leave confirm @asha');

    await world.pap(BEN, 'handover confirm @asha all @femi');
    const accepted = await world.pap(FEMI, 'handover accept 1 2');

    expect(accepted.outcome).toBe('done');
    expect((await world.objective('1A:1')).assignees.map(({ name }) => name)).toEqual([
      'Femi Example',
    ]);
  });

  it('withdraws covers by somebody who left, and ends their own absences', async () => {
    const { world } = parts;
    await world.pap(FEMI, 'away 12–23 Aug cover @asha');
    await world.pap(ASHA, 'away accept 1');
    await world.pap(ASHA, 'away 1–5 Sep');
    await deliverNow(parts);

    const reply = await office('leave confirm @asha');

    expect(titlesOf(await deliverNow(parts))).toContainEqual([
      FEMI,
      'Nobody covers for Femi Example',
    ]);
    expect(textOf(reply)).toContain('covering for Femi Example');
    expect(itemsOf((await world.pap(BEN, 'away')).message)).toEqual([
      '1: Femi Example, Mon 12 August 2024 to Fri 23 August 2024; nobody covers (Asha Example cannot any more)',
    ]);
  });

  it('brings somebody back: theirs is what nobody took over, roles are given anew', async () => {
    const { world } = parts;
    await office('leave confirm @femi');
    await world.pap(BEN, 'handover 2B:1 @asha');
    await world.pap(ASHA, 'handover accept 1');

    const reply = await office('return @femi');

    expect(reply.message.title).toBe('Femi Example is back');
    expect(paragraphsOf(reply.message)[0]).toBe(
      'Theirs again, because nobody else took it over: 1A:2.',
    );
    expect(await lastAudit()).toMatchObject({ kind: 'person-returned' });
    const whoami = await world.pap(FEMI, 'whoami');
    expect(factsOf(whoami.message).Roles).toMatch(/^none/);
    expect((await world.objective('2B:1')).assignees.map(({ name }) => name)).toEqual([
      'Asha Example',
    ]);
  });

  it('takes an account away', async () => {
    const { world } = parts;

    const reply = await office('unlink @ella teams');
    const again = await office('unlink @ella teams');

    expect(reply.message.title).toBe('Ella Example is unlinked in Teams');
    expect(await lastAudit()).toMatchObject({ kind: 'account-unlinked' });
    expect(again.code).toBe('nothing-to-do');
    const details = await world.record.people.details(await world.personId(ELLA));
    expect(details?.accounts).toEqual([]);
  });

  it('never leaves the programme office without anybody', async () => {
    const role = await office('unrole confirm @ben programme office');
    const left = await office('leave confirm @ben');
    await office('role @ella programme office');
    const now = await office('unrole confirm @ben office');

    expect([role.code, left.code, now.outcome]).toEqual(['last-office', 'last-office', 'done']);
  });

  it('ends one of the last two at most, when both are ended at once', async () => {
    const { world } = parts;
    await office('role @ella programme office');

    const replies = await Promise.all([
      world.pap(BEN, 'admin people unrole confirm @ella office'),
      world.pap(ELLA, 'admin people unrole confirm @ben office'),
    ]);

    expect(replies.map(({ outcome }) => outcome).sort()).toEqual(['done', 'refused']);
  });

  it.each([
    ['nobody', 'unknown-person'],
    ['add Sam', 'usage'],
    ['add "Sam Reed" sam@nhs.example', 'unknown-organisation'],
    ['add "Sam Reed" sam@nhs.example Acme', 'unknown-organisation'],
    ['add "Sam Reed" sam@nhs.example example', 'unknown-organisation'],
    ['add "Asha" owner@example.org Example NHS', 'on-the-plan-already'],
    ['add "<b>Sam" sam@nhs.example Example NHS', 'usage'],
    ['change', 'usage'],
    ['change @ella', 'usage'],
    ['change @ella shoes size 9', 'usage'],
    ['change @nobody name Sam', 'unknown-person'],
    ['change @ella name 4711', 'usage'],
    ['change @ella e-mail nowhere', 'usage'],
    ['change @ella e-mail owner@example.org', 'on-the-plan-already'],
    ['change @ella e-mail deputy@example.org', 'nothing-to-do'],
    ['change @ella e-mail 9434765919@nhs.example', 'personal-data'],
    ['change @ella organisation Acme', 'unknown-organisation'],
    ['role', 'usage'],
    ['role @ella', 'usage'],
    ['role @ella king', 'usage'],
    ['role @ella co-chair', 'unknown-theme'],
    ['role @ella co-chair theme 9', 'unknown-theme'],
    ['role @ella board theme 1', 'usage'],
    ['role @ella board from soon', 'bad-date'],
    ['role @ella board until whenever', 'bad-date'],
    ['role @ella board from 1 Sep 2024 until 1 Aug 2024', 'bad-period'],
    ['role @ella co-chair theme 2', 'holds-role-already'],
    ['role @nobody board', 'unknown-person'],
    ['unrole confirm @ella board', 'holds-no-such-role'],
    ['leave', 'usage'],
    ['leave @nobody', 'unknown-person'],
    ['leave @ella on 31 July 2024', 'usage'],
    ['leave @ella on soon', 'bad-date'],
    ['return @ella', 'nothing-to-do'],
    ['return @nobody', 'unknown-person'],
    ['link 3 @ella', 'no-such-number'],
    ['link @ella', 'usage'],
    ['refuse', 'usage'],
    ['unlink @ella', 'usage'],
    ['unlink @ella slack', 'nothing-to-do'],
  ])('refuses %j as %s and changes nothing', async (line, code) => {
    const { world } = parts;
    const before = await world.record.peopleAdmin.list(someDay);
    const footprint = await world.footprint();

    const reply = await office(line);

    expect(reply).toMatchObject({ outcome: 'refused', code });
    expect(await world.footprint()).toEqual(footprint);
    expect(await world.record.audit.list(1)).toEqual([]);
    const after = await world.record.peopleAdmin.list(someDay);
    expect(after).toEqual(before);
  });

  it.each([
    [ASHA, ''],
    [CERYS, 'add "Sam Reed" sam@nhs.example Example NHS'],
    [CERYS, 'role @cerys programme office'],
    [ELLA, 'leave confirm @asha'],
    [ELLA, 'requests'],
    [FEMI, 'unlink @asha teams'],
  ])('is forbidden to %s: %j', async (email, line) => {
    const { world } = parts;
    const before = await world.footprint();

    const reply = await world.pap(email, `admin people ${line}`);

    expect(reply).toMatchObject({ outcome: 'refused', code: 'not-permitted' });
    expect(await world.footprint()).toEqual(before);
    expect(await world.record.audit.list(1)).toEqual([]);
  });

  it('does nothing more when the platform repeats the request', async () => {
    const { world, harness } = parts;
    const requestId = 'test:role';
    const line = 'admin people role @ella board';
    await world.pap(BEN, line, { requestId });

    await expect(world.pap(BEN, line, { requestId })).rejects.toThrow('repeat');

    expect(await harness.prisma.roleGrant.count({ where: { role: 'board' } })).toBe(1);
  });

  itIsClosedToOutsiders('admin people', () => parts);
});
