// A person of several e-mail addresses: found by each, of nobody else, and gone with the person.
import { expect, it } from 'vitest';
import { ASHA, BEN, CERYS } from '../../../support/world/cast.ts';
import { factsOf, paragraphsOf } from '../../../support/world/message-parts.ts';
import { describePlanOnBoth } from '../../../support/world/plan-suite.ts';
import { SLACK_TEAM, textOf } from '../../../support/world/plan-world.ts';
import { deliverNow, titlesOf } from '../../../support/world/told.ts';

const ELLA = 'deputy@example.org';
const SECOND = 'ella.example@trust.example';

describePlanOnBoth('further addresses', (parts) => {
  const office = (line: string) => parts.world.pap(BEN, `admin people ${line}`);
  const ella = async () =>
    (await parts.world.record.people.list()).find(({ email }) => email === ELLA);

  it('adds one and takes it away, tells the person, and keeps the address out of the log', async () => {
    const { world } = parts;

    const added = await office(`address @ella Ella.Example@trust.example`);
    const told = await deliverNow(parts);
    const shown = await office('@ella');
    const own = await world.pap(SECOND, 'whoami');
    const gone = await office(`unaddress ${SECOND} ${SECOND}`);

    expect(added.message.title).toBe(`Ella Example is also known as ${SECOND}`);
    expect(paragraphsOf(added.message)[0]).toContain(`Their addresses now: ${ELLA}, ${SECOND}.`);
    expect(titlesOf(told)).toEqual([[ELLA, `You can use PAP as ${SECOND} too`]]);
    expect(factsOf(shown.message)).toMatchObject({ 'E-mail': `${ELLA}, ${SECOND}` });
    expect(own.message.title).toBe('You are Ella Example');
    expect(factsOf(own.message)).toMatchObject({ 'E-mail': `${ELLA}, ${SECOND}` });
    expect(gone.message.title).toBe(`${SECOND} is no longer Ella Example’s`);
    expect((await world.pap(SECOND, 'whoami')).code).toBe('not-linked');
    const audit = await world.record.audit.list(2);
    expect(audit.map(({ kind, summary }) => `${kind}: ${summary}`)).toEqual([
      'person-changed: Ella Example: a further e-mail address was taken away',
      'person-changed: Ella Example: a further e-mail address was added',
    ]);
  });

  it('links an account of the other address, and finds the person by it', async () => {
    const { world, harness } = parts;
    await office(`address @ella ${SECOND}`);
    const directory = {
      platform: 'slack',
      lookUp: async () => ({ email: SECOND, kind: 'member', active: true }) as const,
    } as const;
    const handle = world.dispatcher({ directories: [directory] });

    const reply = await handle({
      ...{ platform: 'slack', tenantId: SLACK_TEAM, userId: 'U0ELLA002', requestId: 'r-1' },
      ...{ conversation: { kind: 'personal', id: 'D1' }, text: 'whoami' },
    });

    expect(reply?.message.title).toBe('You are Ella Example');
    const routes = await harness.store.routes.withEmail([world.partnership.id], SECOND);
    expect(routes).toEqual([world.partnership.id]);
  });

  it.each([
    ['address @ella', 'usage', '“<e-mail>” is missing in'],
    ['address @ella nonsense', 'usage', '“<e-mail>” is missing in'],
    [`address @nobody ${SECOND}`, 'unknown-person', 'nobody'],
    [`address @ella ${ELLA}`, 'nothing-to-do', 'has that address already'],
    [`address @ella ${ASHA}`, 'on-the-plan-already', 'it is Asha Example'],
    [`unaddress @ella ${SECOND}`, 'nothing-to-do', 'has no such address'],
    [`unaddress @ella ${ELLA}`, 'nothing-to-do', 'is the main address of Ella Example'],
  ])('refuses “%s”: %s', async (line, code, words) => {
    const before = await parts.world.footprint();

    const reply = await office(line);

    expect(reply).toMatchObject({ outcome: 'refused', code });
    expect(textOf(reply)).toContain(words);
    expect(await parts.world.footprint()).toEqual(before);
  });

  it('gives an address to nobody else, whichever of theirs it is', async () => {
    const { world, harness } = parts;
    await office(`address @ella ${SECOND}`);

    const codes = await Promise.all(
      [
        `add "Sam Reed" ${SECOND} example nhs`,
        `change @asha e-mail ${SECOND}`,
        `address @asha ${SECOND}`,
      ].map(async (line) => (await office(line)).code),
    );

    expect(codes).toEqual(['on-the-plan-already', 'on-the-plan-already', 'on-the-plan-already']);
    const asha = await world.personId(ASHA);
    await expect(
      harness.prisma.person.updateMany({ where: { id: asha }, data: { furtherEmails: [SECOND] } }),
    ).rejects.toThrow();
  });

  it('makes a further address the main one, and keeps the main one', async () => {
    await office(`address @ella ${SECOND}`);

    await office(`change @ella e-mail ${SECOND}`);

    expect(await ella()).toBeUndefined();
    const [found] = (await parts.world.record.people.list()).filter(
      ({ email }) => email === SECOND,
    );
    expect(found).toMatchObject({ furtherEmails: [ELLA] });
  });

  it('keeps no more than five', async () => {
    for (const number of [1, 2, 3, 4, 5]) await office(`address @ella ella${number}@x.example`);

    const reply = await office('address @ella ella6@x.example');

    expect(textOf(reply)).toContain('Take one away first');
    expect((await ella())?.furtherEmails).toHaveLength(5);
  });

  it('is the programme office’s alone', async () => {
    const { world } = parts;
    const before = await world.footprint();

    const reply = await world.pap(CERYS, `admin people address @ella ${SECOND}`);

    expect(reply.code).toBe('not-permitted');
    expect(await world.footprint()).toEqual(before);
  });

  it('goes with the person, also out of what rows said before', async () => {
    const { harness } = parts;
    await office(`address @ella ${SECOND}`);
    await office(`change @ella e-mail ella@nhs.example`);
    await office('leave confirm @ella');

    const erased = await office('erase confirm @ella because she asked');

    expect(erased.outcome).toBe('done');
    const person = await harness.prisma.person.findMany();
    const changed = await harness.prisma.rowChange.findMany();
    const kept = JSON.stringify([person, changed], (_, one) =>
      typeof one === 'bigint' ? String(one) : one,
    );
    for (const address of [ELLA, SECOND, 'ella@nhs.example']) expect(kept).not.toContain(address);
  });
});
