// The same words get the same answer at every door: each line of the grammar, spelt well and badly, said
// to the real Bolt, to the real teams-ai and in the terminal.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeOnDatabase, type Harness } from '../support/database/database-harness.ts';
import { loadWorld, type PlanWorld, textOf } from '../support/world/plan-world.ts';
import { doors, openThreeDoors, type ThreeDoors } from '../support/world/three-doors.ts';
import { lines } from './same-words.ts';

/** Teams shows this much of a message as plain text; the card has the rest. */
const TEAMS_TEXT = 1_499;

/** A terminal has no accounts that could be linked on request. */
const ASKS = /\n\nOr type it with who you are.*$/m;

/**
 * What to type stands without "/pap" in a chat of one's own in Teams, where a slash opens Teams' own menu. What
 * stands for buttons and forms is no text to be read: the card has them.
 */
function asTypedAt(door: string, words: string): string {
  return door === 'teams'
    ? words.replace(/^(?!\[|To answer, type).*$/gm, (line) => line.replaceAll('/pap ', ''))
    : words;
}

describeOnDatabase('embedded', 'the same words', (harness: Harness) => {
  let world: PlanWorld;
  let open: ThreeDoors;
  beforeAll(async () => {
    world = await loadWorld(harness);
    open = await openThreeDoors(harness, world);
    await world.restore();
  });
  afterAll(() => open?.close());

  it('has at least 200 lines', () => {
    expect(lines.length).toBeGreaterThanOrEqual(200);
  });

  it.each(lines)('%s: %s → %s', async (who, line, outcome, title) => {
    const email = `${who}@example.org`;
    const texts: string[] = [];
    for (const door of doors) {
      await world.restore();

      const { text, reply } = await open.say(door, email, line);

      expect(reply?.code ?? reply?.outcome, door).toBe(outcome);
      expect(reply?.message.title, door).toContain(title);
      const words = reply ? textOf(reply) : '';
      texts.push(outcome === 'not-linked' ? words.replace(ASKS, '') : words);
      const typed = asTypedAt(door, words);
      if (typed.length <= TEAMS_TEXT || door !== 'teams') expect(text, door).toBe(typed);
      else expect(typed, door).toContain(text.replace(/…$/, ''));
    }
    expect(new Set(texts).size).toBe(1);
  });
});
