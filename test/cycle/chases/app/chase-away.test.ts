// Chases while somebody is away: they go to the cover who agreed, else to nobody, and the office knows.

import { expect, it } from 'vitest';
import { chaseDueOwners } from '../../../../src/cycle/chases/app/chase-due-owners.ts';
import { ASHA, BEN, CERYS, ELLA, FEMI } from '../../../support/world/cast.ts';
import {
  buttonsOf,
  factsOf,
  footerOf,
  paragraphsOf,
} from '../../../support/world/message-parts.ts';
import { describePlanOnBoth } from '../../../support/world/plan-suite.ts';
import { textOf } from '../../../support/world/plan-world.ts';
import { deliverNow, titlesOf } from '../../../support/world/told.ts';

const VACANT = 'An objective has no owner to ask';
const FIRST = 'to give by Wed 10 July 2024, 17:00';

describePlanOnBoth('chase while somebody is away', (parts) => {
  /** The office is told at the opening that nobody owns 3A:2; that is not what these tests are about. */
  async function chaseAt(time: string) {
    const { world } = parts;
    world.at(time);
    await world.run(chaseDueOwners);
    return (await deliverNow(parts)).filter(([, { title }]) => title !== VACANT);
  }

  it('chases the cover who accepted, for what is theirs as well in one message', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'away 1–5 July cover @ella');
    await world.pap(ELLA, 'away accept 1');
    await deliverNow(parts);

    const told = await chaseAt('2024-07-01T10:00');

    expect(titlesOf(told)).toEqual([
      [ELLA, `3 returns ${FIRST}`],
      [FEMI, `2 returns ${FIRST}`],
    ]);
  });

  it('says to a cover who owns nothing that they stand in, and takes their return', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'away 1–5 July cover @cerys');
    await world.pap(CERYS, 'away accept 1');
    await deliverNow(parts);

    const told = await chaseAt('2024-07-01T10:00');
    const [, message] = told.find(([email]) => email === CERYS) ?? [];
    const [same] = message ? buttonsOf(message) : [];
    const reply = await world.pap(CERYS, same?.line ?? '', same?.guard && { guard: same.guard });
    const mine = await world.pap(CERYS, 'mine');
    const show = await world.pap(BEN, 'show 1A:1');

    expect(message && footerOf(message)).toContain('you stand in for the owner');
    expect(reply.outcome).toBe('done');
    expect(textOf(mine)).toContain('returned · you cover');
    expect(factsOf(show.message).Owner).toBe(
      'Asha Example, Example Council; covered by Cerys Example',
    );
  });

  it('chases nobody in place of somebody without a cover', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'away 1–5 July');
    await deliverNow(parts);

    const away = await chaseAt('2024-07-01T10:00');
    const back = await chaseAt('2024-07-08T10:00');

    expect(away.map(([email]) => email)).toEqual([ELLA, FEMI]);
    expect(titlesOf(back)).toContainEqual([ASHA, `2 returns ${FIRST}`]);
  });

  it('tells the office once when the cover has not answered by the time of a chase', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'away 1–5 July cover @cerys');
    await deliverNow(parts);

    const first = await chaseAt('2024-07-01T10:00');
    const second = await chaseAt('2024-07-05T10:00');

    expect(titlesOf(first)).toContainEqual([BEN, 'Nobody covers for Asha Example']);
    const [, message] = first.find(([email]) => email === BEN) ?? [];
    expect(message && paragraphsOf(message)).toEqual([
      'Asha Example is away Mon 1 July 2024 to Fri 5 July 2024 and asked Cerys Example to cover, who has not answered.',
      'Nobody is chased for 1A:1, 2B:2 in those days.',
    ]);
    expect(second.map(([email]) => email)).toEqual([ELLA, FEMI]);
  });

  it('drops a chase that was queued before the absence was recorded; the cover gets it', async () => {
    const { world, harness } = parts;
    world.at('2024-07-01T10:00');
    await world.run(chaseDueOwners);
    await world.pap(ASHA, 'away today cover @cerys');
    await world.pap(CERYS, 'away accept 1');

    const sent = await deliverNow(parts);
    const next = await chaseAt('2024-07-01T10:15');

    expect(titlesOf(sent)).not.toContainEqual([ASHA, `2 returns ${FIRST}`]);
    expect(titlesOf(next)).toEqual([[CERYS, `2 returns ${FIRST}`]]);
    const dropped = await harness.prisma.notification.findMany({ where: { state: 'cancelled' } });
    expect(dropped.map(({ lastError }) => lastError)).toEqual(['away before it was sent']);
  });
});
