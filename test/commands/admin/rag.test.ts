// `/pap admin rag` and `/pap help red`: what the colours mean, in the partnership's own words once it has set them.

import { expect, it } from 'vitest';
import { ASHA, BEN } from '../../support/world/cast.ts';
import { footerOf, itemsOf, paragraphsOf } from '../../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../../support/world/outsiders.ts';
import { describePlan } from '../../support/world/plan-suite.ts';
import { itRefuses } from '../../support/world/refusals.ts';

const BOARD_LINE = 'admin rag amber delivery Late, and there is a plan to bring it back';

describePlan('admin rag', (parts) => {
  it('shows both ratings with the product’s own wording, said to be so', async () => {
    const { world } = parts;

    const { message } = await world.pap(BEN, 'admin rag');

    expect(message.title).toBe('What the ratings mean');
    expect(paragraphsOf(message)).toEqual([
      'Delivery: is the work done?',
      'Impact: do families feel it?',
    ]);
    expect(itemsOf(message)).toHaveLength(8);
    expect(itemsOf(message)[3]).toBe(
      '🟦 Blue: Complete and embedded: done, in use, and shown by evidence to last. (default)',
    );
    expect(footerOf(message)).toContain('Wordings marked (default) are the product’s own');
  });

  it('sets a wording, keeps it in the log of the office, and shows it to everybody', async () => {
    const { world } = parts;

    const { message } = await world.pap(BEN, BOARD_LINE);

    expect(message.title).toBe('🔶 Amber for delivery is worded anew');
    expect(paragraphsOf(message)[0]).toBe('Now: Late, and there is a plan to bring it back');
    expect((await world.record.audit.list(1))[0]).toMatchObject({
      kind: 'rag-worded',
      summary: 'the wording of amber for delivery was set',
      author: 'Ben Example',
    });
    const help = await world.pap(ASHA, 'help amber');
    expect(help.message.title).toBe('What 🔶 Amber means');
    expect(itemsOf(help.message)).toEqual([
      '🔶 Amber: Late, and there is a plan to bring it back',
      '🔶 Amber: Some families feel a difference; it is uneven or not yet measured. (default)',
    ]);
  });

  it('sets it again', async () => {
    const { world } = parts;
    await world.pap(BEN, BOARD_LINE);

    const { message } = await world.pap(BEN, 'admin rag amber delivery: Late');

    expect(paragraphsOf(message).slice(0, 2)).toEqual([
      'Now: Late',
      'Before: Late, and there is a plan to bring it back',
    ]);
    expect(await world.record.ragWordings.list()).toEqual([
      { rating: 'delivery', rag: 'amber', wording: 'Late', example: false },
    ]);
  });

  it.each(['help ratings', 'help rag', 'help colours'])(
    'shows all to everybody: %s',
    async (line) => {
      const { world } = parts;

      const { message } = await world.pap(ASHA, line);

      expect(message.title).toBe('What the ratings mean');
      expect(itemsOf(message)).toHaveLength(8);
    },
  );

  itRefuses(
    () => parts,
    [
      [BEN, 'admin rag amber', 'usage'],
      [BEN, 'admin rag amber speed Late', 'usage'],
      [BEN, 'admin rag amber delivery', 'usage'],
      [BEN, 'admin rag purple delivery Late', 'usage'],
      [BEN, 'admin rag amber delivery 943 476 5919 waits', 'personal-data'],
      [ASHA, BOARD_LINE, 'not-permitted'],
      ['cochair@example.org', BOARD_LINE, 'not-permitted'],
    ],
  );

  itIsClosedToOutsiders(BOARD_LINE, () => parts);
});
