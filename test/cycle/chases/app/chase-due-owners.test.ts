// The chases of the real calendar: meeting on Wednesday 24 July 2024, returns due Wednesday 10 July at
// 17:00, first request Monday 1 July at 10:00.
import { expect, it } from 'vitest';
import type { Message } from '../../../../src/core/message/messages/message.ts';
import { chaseDueOwners } from '../../../../src/cycle/chases/app/chase-due-owners.ts';
import {
  buttonOf,
  buttonsOf,
  factsOf,
  footerOf,
  paragraphsOf,
  rowsOf,
} from '../../../support/world/message-parts.ts';
import { loadOutbox, outboxLines } from '../../../support/world/outbox.ts';
import { describePlanOnBoth } from '../../../support/world/plan-suite.ts';

const OWNER = 'owner@example.org';
/** What the office is told when the returns open. */
const VACANT = 'An objective has no owner to ask';

describePlanOnBoth('chase due owners', (parts) => {
  /** Runs the job at a time and sends what it queued; the messages by first name. */
  async function chaseAt(time: string): Promise<Map<string, Message>> {
    const { world } = parts;
    world.at(time);
    const already = world.sent.length;
    await world.run(chaseDueOwners);
    await world.deliver();
    const names = await namesByAccount();
    return new Map(
      world.sent
        .slice(already)
        .filter(({ message }) => message.title !== VACANT)
        .map(({ target, message }) => {
          const userId = target.kind === 'person' ? target.userId : '';
          return [names.get(userId) ?? target.kind, message];
        }),
    );
  }

  async function namesByAccount(): Promise<Map<string, string>> {
    const accounts = await parts.harness.prisma.platformAccount.findMany({
      include: { person: true },
    });
    return new Map(
      accounts.map(({ userId, person }) => [userId, person.name.replace(' Example', '')]),
    );
  }

  /** The outbox's lines of chases; the office's notice of what is vacant is left out. */
  const chaseLines = async (prisma: Parameters<typeof outboxLines>[0]) =>
    (await outboxLines(prisma)).filter((line) => !line.includes(' notice '));

  const chasesSent = () => parts.world.sent.filter(({ message }) => message.title !== VACANT);

  const titles = (messages: Map<string, Message>) =>
    Object.fromEntries([...messages].map(([name, { title }]) => [name, title]));

  const refs = (message: Message | undefined) => [
    ...new Set(buttonsOf(message ?? { title: '', blocks: [] }).map(({ line }) => line.slice(-4))),
  ];

  it('asks each owner once, for everything they owe, when the returns open', async () => {
    const early = await chaseAt('2024-07-01T09:59');
    const messages = await chaseAt('2024-07-01T10:00');

    expect(titles(early)).toEqual({});
    expect(titles(messages)).toEqual({
      Asha: '2 returns to give by Wed 10 July 2024, 17:00',
      Ella: '1 return to give by Wed 10 July 2024, 17:00',
      Femi: '2 returns to give by Wed 10 July 2024, 17:00',
    });
    expect(refs(messages.get('Asha'))).toEqual(['1A:1', '2B:2']);
    expect(refs(messages.get('Femi'))).toEqual(['1A:2', '2B:1']);
    expect(refs(messages.get('Ella'))).toEqual(['3A:1']);
  });

  it('carries for each objective Same and Change, bound to id and version, and the last return', async () => {
    const guard = await parts.world.guard('2B:2');
    const partnershipId = parts.world.partnership.id;

    const asha = (await chaseAt('2024-07-01T10:00')).get('Asha') ?? { title: '', blocks: [] };

    expect(buttonsOf(asha).slice(-2)).toEqual([
      { label: 'Same 2B:2', line: 'same 2B:2', guard, style: 'primary', partnershipId },
      { label: 'Change 2B:2', line: 'update 2B:2', guard, partnershipId },
    ]);
    expect(paragraphsOf(asha).slice(-2)).toEqual([
      '2B:2 Named workers identified, fully trained, and supported · 🛑 Red · due by July 2024',
      expect.stringMatching(/^Last: 🛑 Red, as published: The only area reported as high risk/),
    ]);
    expect(footerOf(asha)).toMatch(
      /^Why am I getting this\? SIAB board meeting is on Wed 24 July 2024/,
    );
    expect(footerOf(asha)).toContain('Contains example data');
  });

  it('records the press of Same, and explains the second press', async () => {
    const { world } = parts;
    const asha = (await chaseAt('2024-07-01T10:00')).get('Asha');
    const { line, guard } = buttonOf(asha ?? { title: '', blocks: [] }, 'Same 2B:2');
    const before = await world.footprint();

    const first = await world.pap(OWNER, line, guard && { guard });
    const second = await world.pap(OWNER, line, guard && { guard });

    expect(first.outcome).toBe('done');
    expect(factsOf(first.message)).toMatchObject({ Rating: '🛑 Red (no change)' });
    expect(second).toMatchObject({ outcome: 'refused', code: 'stale-version' });
    expect(paragraphsOf(second.message)[0]).toContain(
      'Since you saw it, you recorded 🛑 Red (no change) at Mon 1 July 2024, 10:00',
    );
    expect((await world.footprint()).updates).toBe(before.updates + 1);
  });

  it('asks only who has not answered, step by step, and then tells the co-chairs and the office', async () => {
    const { world } = parts;
    await chaseAt('2024-07-01T10:00');
    world.at('2024-07-02T14:00');
    await world.pap('femi@example.org', 'same 1A:2');
    await world.pap('femi@example.org', 'same 2B:1');
    await world.pap(OWNER, 'same 1A:1');

    const nudge = await chaseAt('2024-07-05T10:00');
    const lastCall = await chaseAt('2024-07-09T10:00');
    const dueToday = await chaseAt('2024-07-10T10:00');
    const evening = await chaseAt('2024-07-10T17:01');
    const overdue = await chaseAt('2024-07-11T10:00');
    const rollUp = await chaseAt('2024-07-12T10:00');
    const office = await chaseAt('2024-07-16T10:00');
    const frozen = await chaseAt('2024-07-17T10:00');

    expect(titles(nudge)).toEqual({
      Asha: 'Still to come: 1 return by Wed 10 July 2024, 17:00',
      Ella: 'Still to come: 1 return by Wed 10 July 2024, 17:00',
    });
    expect(titles(lastCall)).toEqual({
      Asha: 'Last call: 1 return by Wed 10 July 2024, 17:00',
      Ella: 'Last call: 2 returns by Wed 10 July 2024, 17:00',
    });
    expect(titles(dueToday)).toEqual({
      Asha: 'Due today at 17:00: 1 return',
      Ella: 'Due today at 17:00: 1 return',
    });
    expect(titles(evening)).toEqual({});
    expect(titles(overdue)).toEqual({
      Asha: 'Overdue since Wed 10 July 2024, 17:00: 1 return',
      Ella: 'Overdue since Wed 10 July 2024, 17:00: 2 returns',
    });
    expect(titles(rollUp)).toEqual({
      Cerys: '1 return overdue for SIAB board meeting on Wed 24 July 2024',
      Dev: '2 returns overdue for SIAB board meeting on Wed 24 July 2024',
      Femi: '1 return overdue for SIAB board meeting on Wed 24 July 2024',
    });
    expect(titles(office)).toEqual({
      Ben: 'Work list: 3 returns outstanding for SIAB board meeting on Wed 24 July 2024',
    });
    expect(titles(frozen)).toEqual({});
  });

  it('writes to the deputy at the last call, and says why', async () => {
    const { world } = parts;
    await world.pap('deputy@example.org', 'same 3A:1');

    const nudge = await chaseAt('2024-07-05T10:00');
    const lastCall = await chaseAt('2024-07-09T10:00');

    expect([...nudge.keys()].sort()).toEqual(['Asha', 'Femi']);
    expect([...lastCall.keys()].sort()).toEqual(['Asha', 'Ella', 'Femi']);
    expect(refs(lastCall.get('Ella'))).toEqual(['2B:2']);
    expect(footerOf(lastCall.get('Ella') ?? { title: '', blocks: [] })).toContain(
      'you stand in for the owner',
    );
    expect(refs(lastCall.get('Asha'))).toEqual(['1A:1', '1A:2', '2B:2']);
  });

  it('asks nobody again who gave fresh news in the five working days before', async () => {
    const { world } = parts;
    world.at('2024-06-24T09:00');
    await world.pap(OWNER, 'same 2B:2');
    await world.pap(OWNER, 'same 1A:1');

    const messages = await chaseAt('2024-07-01T10:00');

    expect([...messages.keys()].sort()).toEqual(['Ella', 'Femi']);
  });

  it('queues each chase once however often it runs', async () => {
    const { world, harness } = parts;
    world.at('2024-07-01T10:00');

    const first = await world.run(chaseDueOwners);
    let later = 0;
    for (let run = 0; run < 50; run++) later += (await world.run(chaseDueOwners)).queued;

    expect(first).toEqual({ queued: 3, passed: 0 });
    expect(later).toBe(0);
    expect(await chaseLines(harness.prisma)).toEqual([
      ...['Asha open queued', 'Ella open queued', 'Femi open queued'],
    ]);
  });

  it('queues each chase once from four processes at the same time', async () => {
    const { world, harness } = parts;
    world.at('2024-07-01T10:00');

    const counts = await Promise.all([1, 2, 3, 4].map(() => world.run(chaseDueOwners)));

    expect(counts.reduce((sum, { queued }) => sum + queued, 0)).toBe(3);
    expect(await chaseLines(harness.prisma)).toHaveLength(3);
  });

  it('does not chase who answered between queueing and sending, nor for what was answered', async () => {
    const { world, harness } = parts;
    world.at('2024-07-01T10:00');
    await world.run(chaseDueOwners);
    await world.pap(OWNER, 'same 2B:2');
    await world.pap('deputy@example.org', 'same 3A:1');

    await world.deliver();

    expect(await chaseLines(harness.prisma)).toEqual([
      ...['Asha open sent', 'Ella open cancelled', 'Femi open sent'],
    ]);
    expect(
      chasesSent()
        .map(({ message }) => [message.title.slice(0, 8), refs(message)])
        .sort(),
    ).toEqual([
      ['1 return', ['1A:1']],
      ['2 return', ['1A:2', '2B:1']],
    ]);
    const ella = (await loadOutbox(harness.prisma)).find(({ to }) => to === 'Ella');
    expect(ella?.lastError).toBe('answered before it was sent');
  });

  it('sends one message and no stale ones after being down from 1 to 8 July', async () => {
    const { world, harness } = parts;

    const messages = await chaseAt('2024-07-08T10:00');
    const again = await chaseAt('2024-07-08T15:00');

    expect(titles(messages)).toEqual({
      Asha: 'Still to come: 2 returns by Wed 10 July 2024, 17:00',
      Ella: 'Still to come: 1 return by Wed 10 July 2024, 17:00',
      Femi: 'Still to come: 2 returns by Wed 10 July 2024, 17:00',
    });
    expect(again.size).toBe(0);
    expect((await chaseLines(harness.prisma)).sort()).toEqual([
      ...['Asha nudge sent', 'Asha open cancelled', 'Ella nudge sent'],
      ...['Ella open cancelled', 'Femi nudge sent', 'Femi open cancelled'],
    ]);
    expect(world.sent.filter(({ message }) => message.title !== VACANT)).toHaveLength(3);
  });

  it('drops a request that was queued before an outage and overtaken during it', async () => {
    const { world, harness } = parts;
    world.at('2024-07-01T10:00');
    await world.run(chaseDueOwners);

    const messages = await chaseAt('2024-07-05T10:00');

    expect([...messages.values()].map(({ title }) => title.slice(0, 13))).toEqual([
      ...['Still to come', 'Still to come', 'Still to come'],
    ]);
    expect(await chaseLines(harness.prisma)).toEqual([
      ...['Asha open cancelled', 'Ella open cancelled', 'Femi open cancelled'],
      ...['Asha nudge sent', 'Ella nudge sent', 'Femi nudge sent'],
    ]);
    expect((await loadOutbox(harness.prisma))[0]?.lastError).toBe('overtaken before it was sent');
  });

  it('sends nothing past the deadline that was queued before it', async () => {
    const { world, harness } = parts;
    world.at('2024-07-10T10:00');
    await world.run(chaseDueOwners);

    world.at('2024-07-11T10:00');
    await world.deliver();

    expect(chasesSent()).toEqual([]);
    const lines = await chaseLines(harness.prisma);
    expect(lines.filter((line) => !line.endsWith('cancelled'))).toEqual([]);
    expect(lines).toContain('Asha due-today cancelled');
  });

  it('sends nothing out of hours that was queued within them, and sends it in the morning', async () => {
    const { world, harness } = parts;
    world.at('2024-07-01T10:00');
    await world.run(chaseDueOwners);

    world.at('2024-07-01T22:00');
    await world.deliver();
    const overnight = (await loadOutbox(harness.prisma)).filter(({ kind }) => kind === 'chase');
    world.at('2024-07-02T09:00');
    await world.deliver();

    expect(overnight.map(({ state, attempts }) => [state, attempts])).toEqual([
      ...[
        ['queued', 0],
        ['queued', 0],
        ['queued', 0],
      ],
    ]);
    expect(chasesSent()).toHaveLength(3);
  });

  it.each([
    ['2024-07-01T08:59', 'before hours'],
    ['2024-07-01T16:31', 'after hours'],
    ['2024-07-06T10:00', 'on a Saturday'],
    ['2024-07-07T10:00', 'on a Sunday'],
    ['2024-06-28T10:00', 'before the returns open'],
    ['2024-07-25T10:00', 'after the meeting'],
  ])('chases nobody at %s, %s', async (time) => {
    expect((await chaseAt(time)).size).toBe(0);
  });

  it('tells only the office what is outstanding once the papers are frozen, also after an outage', async () => {
    const messages = await chaseAt('2024-07-17T10:00');

    expect([...messages.keys()]).toEqual(['Ben']);
    expect(rowsOf(messages.get('Ben') ?? { title: '', blocks: [] })[0]).toEqual([
      ...['1A:1', '⬜ Last known amber, 16 days ago', 'Asha Example, Example Council'],
      'no request arrived',
    ]);
  });

  it('chases nobody on a bank holiday, and follows a meeting that has moved', async () => {
    const { harness } = parts;
    // Returns are then due on Wednesday 28 August; the Monday before is a bank holiday.
    await harness.prisma.meeting.updateMany({
      where: { heldOn: new Date('2024-07-24') },
      data: { heldOn: new Date('2024-09-11') },
    });

    const july = await chaseAt('2024-07-01T10:00');
    const holiday = await chaseAt('2024-08-26T10:00');
    const next = await chaseAt('2024-08-27T10:00');

    expect(july.size).toBe(0);
    expect(holiday.size).toBe(0);
    expect(titles(next).Asha).toBe('Last call: 3 returns by Wed 28 August 2024, 17:00');
  });

  it('says of an owner without an account why nothing reached them; the others get theirs', async () => {
    const { world, harness } = parts;
    await harness.prisma.platformAccount.deleteMany({
      where: { person: { email: 'femi@example.org' } },
    });

    const messages = await chaseAt('2024-07-01T10:00');

    expect([...messages.keys()].sort()).toEqual(['Asha', 'Ella']);
    expect((await loadOutbox(harness.prisma)).find(({ to }) => to === 'Femi')).toMatchObject({
      state: 'dead',
      lastError: 'person-has-no-account',
    });
    expect(world.lines).toEqual([
      expect.objectContaining({ level: 'warn', message: 'a notification cannot be delivered' }),
    ]);
    expect(JSON.stringify(world.lines)).not.toMatch(/Femi|example\.org/);
  });

  it('chases nobody for what an organisation answers for without a person', async () => {
    const { world } = parts;

    const steps = ['2024-07-01', '2024-07-05', '2024-07-09', '2024-07-10'];
    for (const day of steps) await chaseAt(`${day}T10:00`);

    expect(world.sent.length).toBeGreaterThan(8);
    for (const { message } of world.sent) expect(refs(message)).not.toContain('3A:2');
  });

  it('chases nobody who has left', async () => {
    const { harness } = parts;
    await harness.prisma.person.updateMany({
      where: { email: 'femi@example.org' },
      data: { active: false },
    });

    const messages = await chaseAt('2024-07-01T10:00');

    expect([...messages.keys()].sort()).toEqual(['Asha', 'Ben', 'Ella']);
    expect(titles(messages).Ben).toBe('3 objectives have no owner to ask');
  });

  it('sends each person no more than one message a day, five requests a cycle, and each report once', async () => {
    const { world } = parts;
    for (let day = 1; day <= 19; day++) {
      for (const time of ['09:00', '10:00', '12:15', '16:30'])
        await chaseAt(`2024-07-${String(day).padStart(2, '0')}T${time}`);
    }

    const perPerson = new Map<string, number>();
    for (const { target, message } of world.sent) {
      if (message.title === VACANT) continue;
      const userId = target.kind === 'person' ? target.userId : '';
      perPerson.set(userId, (perPerson.get(userId) ?? 0) + 1);
    }
    // Three owners; two co-chairs of theme 1 and the two owners who co-chair theme 2; the programme office.
    expect([...perPerson.values()].sort()).toEqual([1, 1, 1, 5, 6, 6]);
  });
});
