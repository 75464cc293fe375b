// What help shows of the office's verbs works as it stands there.
import { expect, it } from 'vitest';
import { adminCommands } from '../../../commands/admin/index.ts';
import { describePlan } from '../../support/world/plan-suite.ts';

describePlan('the examples behind admin', (parts) => {
  it.each(adminCommands)('of $name can be typed', async ({ examples }) => {
    const { world } = parts;

    const outcomes: string[] = [];
    for (const example of examples)
      outcomes.push((await world.pap('office@example.org', example)).outcome);

    expect(outcomes).toEqual(['done', 'done', 'done']);
  });
});
