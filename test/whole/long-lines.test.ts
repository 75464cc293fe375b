// Somebody pastes a page where a word should stand: it is answered, and soon.
import { expect, it } from 'vitest';
import { describePlan } from '../support/world/plan-suite.ts';
import { ASHA, BEN } from '../support/world/writing-lines.ts';

const LENGTH = 11_900;
const starts = [
  ...['help ', 'show ', 'update ', 'same 2B:2 ', 'recovery 2B:2 ', 'decide 2B:2 needed ', 'away @'],
  ...['handover @', 'handover ', 'evidence 2B:2 with ', 'admin people add "', 'admin change add '],
  ...['admin cycle add siab ', 'admin change 2B:2 title ', 'admin '],
];
const pieces = ['by ', '2B:2 ', 'because ', '"x', ' ', 'a@', '- ', 'at 1 '];

describePlan('a very long line', (parts) => {
  it.each(starts)('has an answer without a fault: %j', async (start) => {
    const { world } = parts;
    for (const piece of pieces) {
      const line = start + piece.repeat((LENGTH - start.length) / piece.length);

      const reply = await world.pap(start.startsWith('admin') ? BEN : ASHA, line);

      expect(reply.outcome, `${start}${piece}`).not.toBe('fault');
    }
  });
});
