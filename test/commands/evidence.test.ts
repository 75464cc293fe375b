// `/pap evidence`: what shows that work is done, used, or felt by families.
import { expect, it } from 'vitest';
import { buttonsOf, factsOf, itemsOf, paragraphsOf } from '../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../support/world/outsiders.ts';
import { describePlan } from '../support/world/plan-suite.ts';
import { textOf } from '../support/world/plan-world.ts';

const LINK = 'https://example.org/register';

describePlan('evidence', (parts) => {
  it.each([
    [`evidence 2B:2 ${LINK} training register`, 'training register', 'done: the work is done'],
    [`ev 2b2 ${LINK} rota of June used`, 'rota of June', 'used: it is used'],
    [`evidence 2B.2 <${LINK}> survey felt by families`, 'survey', 'felt: families feel it'],
  ])('keeps %j', async (line, shows, rung) => {
    const { world } = parts;
    const before = await world.footprint();

    const reply = await world.pap('owner@example.org', line);

    expect(reply).toMatchObject({ outcome: 'done', audience: 'private' });
    expect(reply.message.title).toBe('Recorded: 2B:2 E1 evidence given');
    expect(factsOf(reply.message)).toEqual({
      Objective: '2B:2 Named workers identified, fully trained, and supported',
      'It shows': shows,
      Rung: rung,
      Link: LINK,
      By: 'Asha Example, Example Council',
    });
    expect(buttonsOf(reply.message).map((one) => one.line)).toEqual(['evidence 2B:2 withdraw E1']);
    expect(await world.footprint()).toEqual({ ...before, updates: before.updates + 1 });
  });

  it.each(['deputy@example.org', 'cochair@example.org', 'office@example.org'])(
    'takes it from %s',
    async (email) => {
      const { world } = parts;

      const reply = await world.pap(email, `evidence 2B:2 ${LINK} register`);

      expect(reply.outcome).toBe('done');
    },
  );

  it('lists it by rung, with what was withdrawn and who was involved', async () => {
    const { world } = parts;
    await world.pap('owner@example.org', `evidence 2B:2 ${LINK} register done`);
    await world.pap('owner@example.org', 'evidence 2B:2 https://example.org/s survey felt');
    await world.pap('owner@example.org', 'evidence 2B:2 with six parents of the forum 12 June');
    await world.pap('owner@example.org', 'evidence 2B:2 withdraw E2');

    const { message } = await world.pap('femi@example.org', 'evidence 2B:2');

    expect(paragraphsOf(message).slice(0, 5)).toEqual([
      'Done: the work is done',
      'Used: it is used — nothing yet',
      'Felt: families feel it — nothing yet',
      'Withdrawn',
      'Who was involved',
    ]);
    expect(itemsOf(message)).toEqual([
      `2B:2 E1 register · ${LINK} · Asha Example, Example Council, Mon 1 July 2024`,
      '2B:2 E2 survey · https://example.org/s · Asha Example, Example Council, Mon 1 July 2024 · withdrawn',
      '2B:2 P1 six parents of the forum · Wed 12 June 2024',
    ]);
  });

  it('lets a co-chair waive it by name, so that blue may be given', async () => {
    const { world } = parts;

    const waived = await world.pap('cochair@example.org', 'evidence 2B:2 waive survey is yearly');
    const blue = await world.pap('owner@example.org', 'update 2B:2 blue used in all settings');

    expect(waived.message.title).toBe('Recorded: 2B:2 E1 evidence waived');
    expect(factsOf(waived.message)).toMatchObject({
      Why: 'survey is yearly',
      By: 'Cerys Example, Example NHS',
    });
    expect(blue.outcome).toBe('done');
  });

  it('takes blue’s ground away when it is withdrawn, only by who may waive', async () => {
    const { world } = parts;
    await world.pap('cochair@example.org', 'evidence 2B:2 waive survey is yearly');

    const owner = await world.pap('owner@example.org', 'evidence 2B:2 withdraw E1');
    const chair = await world.pap('cochair@example.org', 'evidence 2B:2 withdraw');
    const blue = await world.pap('owner@example.org', 'update 2B:2 blue used in all settings');

    expect(owner).toMatchObject({ outcome: 'refused', code: 'not-permitted' });
    expect(chair.message.title).toBe('Recorded: 2B:2 E1 withdrawn');
    expect(blue).toMatchObject({ outcome: 'refused', code: 'blue-needs-evidence' });
  });

  it.each([
    ['owner@example.org', 'evidence', 'usage'],
    ['owner@example.org', 'evidence 2B:2 the register', 'usage'],
    ['owner@example.org', `evidence 2B:2 ${LINK}`, 'usage'],
    ['owner@example.org', `evidence 2B:2 ${LINK} felt`, 'usage'],
    ['owner@example.org', 'evidence 2B:2 javascript:alert(1) register', 'bad-link'],
    ['owner@example.org', 'evidence 2B:2 https://me:pw@example.org register', 'bad-link'],
    ['owner@example.org', 'evidence 2B:2 https://example.org/943-476-5919 x', 'bad-link'],
    ['owner@example.org', `evidence 2B:2 ${LINK} NHS number 943 476 5919`, 'personal-data'],
    ['owner@example.org', `evidence 2B:2 ${LINK} @channel look`, 'broadcast-mention'],
    ['owner@example.org', `evidence 2B:2 ${LINK} ${'x'.repeat(2_001)}`, 'note-too-long'],
    ['owner@example.org', 'evidence 2B:2 with six parents', 'usage'],
    ['owner@example.org', 'evidence 2B:2 with 12 June', 'usage'],
    ['owner@example.org', 'evidence 2B:2 withdraw E1', 'unknown-item'],
    ['office@example.org', 'evidence 2B:2 waive', 'usage'],
    ['owner@example.org', 'evidence 4D:1', 'unknown-objective'],
    ['femi@example.org', `evidence 2B:2 ${LINK} register`, 'not-permitted'],
    ['femi@example.org', 'evidence 2B:2 with six parents 12 June', 'not-permitted'],
    ['owner@example.org', 'evidence 2B:2 waive no time', 'not-permitted'],
    ['femi@example.org', 'evidence 2B:2 waive no time', 'not-permitted'],
  ])('refuses %s %j as %s, and nothing is recorded', async (email, line, code) => {
    const { world } = parts;
    const before = await world.footprint();

    const reply = await world.pap(email, line);

    expect(reply).toMatchObject({ outcome: 'refused', code });
    expect(textOf(reply)).not.toContain(':pw@');
    expect(await world.footprint()).toEqual(before);
  });

  it('is not withdrawn twice', async () => {
    const { world } = parts;
    await world.pap('owner@example.org', `evidence 2B:2 ${LINK} register`);
    await world.pap('owner@example.org', 'evidence 2B:2 withdraw E1');

    const reply = await world.pap('owner@example.org', 'evidence 2B:2 withdraw E1');

    expect(reply).toMatchObject({ outcome: 'refused', code: 'item-settled' });
    expect(reply.message.title).toBe('2B:2 E1 is withdrawn already');
  });

  it('is recorded once for a request that is repeated', async () => {
    const { world } = parts;
    const line = `evidence 2B:2 ${LINK} register`;
    await world.pap('owner@example.org', line, { requestId: 'one' });
    const before = await world.footprint();

    await expect(world.pap('owner@example.org', line, { requestId: 'one' })).rejects.toThrow(
      'held to be a repeat',
    );

    expect(await world.footprint()).toEqual(before);
  });

  it('is refused where the objective is closed', async () => {
    const { world, harness } = parts;
    const { id } = await world.objective('2B:2');
    await harness.prisma.objective.updateMany({
      where: { id },
      data: { status: 'closed', closedOn: new Date('2024-06-28') },
    });

    const reply = await world.pap('owner@example.org', `evidence 2B:2 ${LINK} register`);

    expect(reply).toMatchObject({ outcome: 'refused', code: 'objective-closed' });
  });

  itIsClosedToOutsiders('evidence 2B:2', () => parts);
  itIsClosedToOutsiders(`evidence 2B:2 ${LINK} register`, () => parts);
});
