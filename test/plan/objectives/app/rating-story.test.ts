// Why an objective has its rating, since when and who confirmed it: the same in every place that says it, also after
// “same” without words, an amendment, and as at a day.

import { expect, it } from 'vitest';
import { plainText } from '../../../../src/core/message/messages/plain-text.ts';
import type { Reply } from '../../../../src/core/request/app/inbound.ts';
import { chaseDueOwners } from '../../../../src/cycle/chases/app/chase-due-owners.ts';
import { rollCycle } from '../../../../src/cycle/meetings/app/roll-cycle.ts';
import { postDueDigests } from '../../../../src/reports/digests/app/post-due-digests.ts';
import { ASHA, BEN, CERYS, ELLA } from '../../../support/world/cast.ts';
import { blocksOf, itemsOf, paragraphsOf, rowsOf } from '../../../support/world/message-parts.ts';
import {
  describePlan,
  describePlanOnBoth,
  type PlanSuite,
} from '../../../support/world/plan-suite.ts';
import { textOf } from '../../../support/world/plan-world.ts';

const SINCE = 'since Tue 2 July 2024: launch slipped by a month; confirmed Mon 8 July 2024 by ';
const STORY = `🔶 Amber ${SINCE}Ella Example, Example NHS`;

/** Amber with a reason, then “same” without words. */
async function confirmedWithoutWords({ world }: PlanSuite): Promise<void> {
  world.at('2024-07-02T10:00');
  await world.pap(ASHA, 'update 2B:2 amber launch slipped by a month');
  world.at('2024-07-08T10:00');
  await world.pap(ELLA, 'same 2B:2');
}

function pageOf({ files = [] }: Reply): string {
  const page = files.find(({ name }) => name.endsWith('.html'));
  return new TextDecoder()
    .decode(page?.bytes)
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

function valuesOf({ message }: Reply): (string | undefined)[] {
  return blocksOf(message, 'form')
    .flatMap(({ fields }) => fields)
    .filter(({ kind }) => kind === 'text')
    .map(({ value }) => value);
}

describePlanOnBoth('the reason for a rating', (parts) => {
  it('outlives “same” without words, wherever it is shown', async () => {
    const { world } = parts;
    await confirmedWithoutWords(parts);

    const why = textOf(await world.pap(CERYS, 'why 2B:2'));

    expect(textOf(await world.pap(CERYS, 'show 2B:2'))).toContain(`Last recorded: ${STORY}`);
    expect(textOf(await world.pap(CERYS, 'highlight theme 1'))).toContain(`supported · ${STORY}`);
    expect(valuesOf(await world.pap(ASHA, 'update 2B:2'))).toEqual(['launch slipped by a month']);
    expect(valuesOf(await world.pap(ASHA, 'mine form'))).toContain('launch slipped by a month');
    expect(why).toContain('launch slipped by a month');
    expect(why).toContain('Last confirmed: Ella Example, Example NHS, Mon 8 July 2024, 10:00');
    const pack = pageOf(await world.pap(BEN, 'admin pack'));
    expect(pack.split(`Since ${SINCE.slice(6)}Example NHS`)).toHaveLength(3);
  });

  it('stands in the next request for returns', async () => {
    const { world } = parts;
    await confirmedWithoutWords(parts);
    world.at('2024-07-25T10:00');
    await world.run(rollCycle);
    world.at('2024-09-02T10:00');
    const already = world.sent.length;
    await world.run(chaseDueOwners);
    await world.deliver();

    const asked = world.sent.slice(already).map(({ message }) => plainText(message));

    expect(asked.some((text) => text.includes(`Last: ${STORY}`))).toBe(true);
  });

  it('is that of the day that is asked about', async () => {
    const { world } = parts;
    await confirmedWithoutWords(parts);
    world.at('2024-07-09T10:00');
    await world.pap(BEN, 'amend 2B:2 launch slipped by two months');

    const at = async (when: string) =>
      paragraphsOf((await world.pap(CERYS, `show 2B:2 ${when}`)).message).find((one) =>
        one.startsWith('Last recorded'),
      );

    expect(await at('at 5 July 2024')).toBe(
      'Last recorded: 🔶 Amber since Tue 2 July 2024 (Asha Example, Example Council): launch slipped by a month',
    );
    expect(await at('at 8 July 2024')).toBe(`Last recorded: ${STORY}`);
    expect(await at('')).toBe(
      'Last recorded: 🔶 Amber since Tue 2 July 2024: launch slipped by two months (said Tue 9 July 2024); confirmed Mon 8 July 2024 by Ella Example, Example NHS',
    );
  });

  it('is told by the newer words, and does not outlive the rating', async () => {
    const { world } = parts;
    await confirmedWithoutWords(parts);
    world.at('2024-07-09T10:00');
    await world.pap(ASHA, 'same 2B:2 now in August');
    const newer = textOf(await world.pap(CERYS, 'show 2B:2'));
    await world.pap(ASHA, 'update 2B:2 red');

    const red = textOf(await world.pap(CERYS, 'show 2B:2'));

    expect(newer).toContain(
      '🔶 Amber since Tue 2 July 2024: now in August; confirmed Tue 9 July 2024',
    );
    expect(red).toContain(
      '🛑 Red since Tue 9 July 2024 (Asha Example, Example Council): no reason is recorded',
    );
  });

  it('comes back with the rating that an undo brings back', async () => {
    const { world } = parts;
    await confirmedWithoutWords(parts);
    await world.pap(ASHA, 'update 2B:2 green all launched');
    await world.pap(ASHA, 'undo 2B:2');

    expect(textOf(await world.pap(CERYS, 'show 2B:2'))).toContain(`Last recorded: ${STORY}`);
  });
});

describePlan('what is new of an objective', (parts) => {
  /** What the channel of theme 1 reads on Monday 8 July of what changed. */
  async function digest(): Promise<string[]> {
    const { world } = parts;
    world.at('2024-07-08T09:30');
    const already = world.sent.length;
    await world.run(postDueDigests);
    await world.deliver();
    const found = world.sent
      .slice(already)
      .find(
        ({ target, message }) =>
          target.kind === 'channel' &&
          target.channelId.includes('right-support') &&
          message.title.includes('week to'),
      );
    const text = found ? plainText(found.message) : '';
    return text.slice(0, text.indexOf('Where it stands')).split('\n').filter(Boolean);
  }

  it('is told once, with the latest words, though it was confirmed and amended since', async () => {
    const { world } = parts;
    world.at('2024-07-02T10:00');
    await world.pap(ASHA, 'update 2B:2 amber 14 of 20 trained');
    await world.pap(ASHA, 'amend 2B:2 15 of 20 trained');
    world.at('2024-07-03T10:00');
    await world.pap(ELLA, 'same 2B:2 16 of 20 trained');
    world.at('2024-07-04T10:00');
    await world.pap(ASHA, 'same 2B:2');

    const lines = await digest();

    expect(lines.filter((line) => line.includes('2B:2'))).toEqual([
      '- 2B:2 🛑 Red → 🔶 Amber · Asha Example, Example Council · 16 of 20 trained (words of Ella Example, Example NHS)',
    ]);
  });

  it('is news also without a new colour', async () => {
    const { world } = parts;
    world.at('2024-07-02T10:00');
    await world.pap(ASHA, 'same 2B:2 the trainer starts in August');

    expect((await digest()).filter((line) => line.includes('2B:2'))).toEqual([
      '- 2B:2 🛑 Red (no change) · Asha Example, Example Council · the trainer starts in August',
    ]);
  });

  it('is not hidden by the amendment of its words: why, highlight, pack', async () => {
    const { world } = parts;
    world.at('2024-07-02T10:00');
    await world.pap(ASHA, 'update 2B:2 amber 14 of 20 trained');
    world.at('2024-07-03T10:00');
    await world.pap(BEN, 'amend 2B:2 15 of 20 trained');

    const why = paragraphsOf((await world.pap(CERYS, 'why 2B:2')).message);
    const report = itemsOf((await world.pap(CERYS, 'highlight theme 1')).message);
    const pack = pageOf(await world.pap(BEN, 'admin pack'));

    expect(why).toContain(
      'What moved it: 🛑 Red → 🔶 Amber · Asha Example, Example Council, Tue 2 July 2024, 10:00 · amended by Ben Example, Example Council, Wed 3 July 2024, 10:00 · 15 of 20 trained',
    );
    expect(report).toContain(
      '2B:2 🛑 Red → 🔶 Amber · Asha Example, Example Council, Tue 2 July 2024, 10:00 · 15 of 20 trained (words of Ben Example, Example Council)',
    );
    expect(pack).toContain(
      'Since Tue 2 July 2024 (Example Council): 15 of 20 trained (said Wed 3 July 2024)',
    );
    expect(pack).toMatch(/Red → [^ ]* ?Amber — amended since/);
  });

  it('stands in a pack also where the rating is the one that it was', async () => {
    const { world } = parts;
    world.at('2024-07-02T10:00');
    await world.pap(BEN, 'admin pack');
    world.at('2024-07-26T10:00');
    await world.run(rollCycle);
    await world.pap(ASHA, 'same 2B:2 the trainer starts in August');
    await world.pap(ASHA, 'same 1A:1');

    const pack = pageOf(await world.pap(BEN, 'admin pack'));

    const [, spoken = ''] = pack.split('New words where the delivery rating is the same');
    expect(spoken.slice(0, 400)).toContain(
      'the trainer starts in August (Fri 26 July 2024, 10:00)',
    );
    expect(spoken.slice(0, spoken.indexOf('What needs deciding'))).not.toContain('1A:1');
  });

  it('is nothing where a file says the reason that stands', async () => {
    const { world } = parts;
    await confirmedWithoutWords(parts);
    const content = 'Ref,RAG,Progress\n2B:2,amber,launch slipped by a month\n';

    const reply = await world.pap(BEN, 'admin import', {
      file: { name: 'plan.csv', bytes: new TextEncoder().encode(content) },
    });

    expect(rowsOf(reply.message)).toEqual([]);
    expect(reply.outcome).toBe('done');
  });
});
