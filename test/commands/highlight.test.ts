// `/pap highlight`: a theme's report of a month, from the record and its co-chairs' words; frozen once approved.

import { expect, it } from 'vitest';
import type { Message } from '../../src/core/message/messages/message.ts';
import { approvedHighlight } from '../../src/reports/highlights/app/highlight-facts.ts';
import { remindHighlights } from '../../src/reports/highlights/app/remind-highlights.ts';
import { ASHA, BEN, CERYS, DEV, ELLA } from '../support/world/cast.ts';
import {
  blocksOf,
  buttonsOf,
  factsOf,
  itemsOf,
  paragraphsOf,
} from '../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../support/world/outsiders.ts';
import { describePlan, describePlanOnBoth } from '../support/world/plan-suite.ts';
import { type PlanWorld, terminalInbound, textOf } from '../support/world/plan-world.ts';

const FORM = [
  'highlight theme 1 July 2024 write@0',
  'reason "Two trainers left.\nnext month they are replaced"',
  'impact families wait longer',
  'next the second half of the training',
].join('\n');

async function frozen(world: PlanWorld) {
  const theme = (await world.record.kpis.themes()).find(({ number }) => number === 1);
  return await approvedHighlight(world.record, theme?.id ?? '', '2024-07');
}

describePlanOnBoth('highlight', (parts) => {
  it('shows this month from the record, in the order of the report', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'update 2B:2 red two trainers left');
    await world.pap(ASHA, 'recovery 2B:2 two more trainers by 30 August 2024');
    await world.pap(ASHA, 'decide 2B:2 needed a third trainer from SIAB by 24 July');

    const { message } = await world.pap(CERYS, 'highlight theme 1');

    expect(message.title).toBe('Highlight report: theme 1 Right Support, Right Time, July 2024');
    expect(factsOf(message)).toEqual({
      Version: '1, a draft',
      'What the record said': 'Mon 1 July 2024, 09:45',
      'Co-chairs': 'Cerys Example, Example NHS; Dev Example, Example Parent Carer Forum',
      Ratings: '🛑 Red 1 · 🔶 Amber 1 · 🟢 Green 1 · 🟦 Blue 0 — of 3',
    });
    expect(itemsOf(message)).toEqual([
      '2B:2 Named workers identified, fully trained, and supported · 🛑 Red, as published: two trainers left; confirmed Mon 1 July 2024 by Asha Example, Example Council',
      '1A:1 Example: one front door for advice to settings (example) · 🔶 Amber, as made up for the example: Example: the design is agreed and the launch has slipped by a month.',
      '2B:2 V1 two more trainers · by 30 August 2024 (read as Fri 30 August 2024 at the latest)',
      '1A:1 R1 Example: the mailbox is read by one person only (example) · risk, score 12 · Example: a second reader from September',
      '2B:2 🛑 Red (no change) · Asha Example, Example Council, Mon 1 July 2024, 09:45 · two trainers left; Recovery action 2B:2 V1 added: two more trainers · Asha Example, Example Council, Mon 1 July 2024, 09:45; Decision 2B:2 D1 added: a third trainer · Asha Example, Example Council, Mon 1 July 2024, 09:45',
      '2B:2 D1 a third trainer · by 24 July (read as Wed 24 July 2024 at the latest) · from SIAB',
    ]);
    expect(paragraphsOf(message).slice(0, 9)).toEqual([
      'Reason for the ratings',
      'Mitigation',
      'Impact if not mitigated',
      'Progress since the last report',
      'Next period',
      'Nothing is written yet.',
      'Decisions needed',
      'KPIs of theme 1 Right Support, Right Time',
      'Figures and arrows are as published. An arrow says whether the number rose or fell, not whether that is good.',
    ]);
    expect(blocksOf(message, 'table')[1]?.rows[11]).toEqual([
      'EHCP suspensions – all schools',
      '8.61% (331)',
      '7.47% (337)',
      '↓',
    ]);
  });

  it('keeps the newest figures and targets beside the published KPIs, as they were at the month’s end', async () => {
    const { world } = parts;
    await world.pap(BEN, 'kpi target 12 at most 8% by July 2024');
    await world.pap(BEN, 'kpi agree 12');
    await world.pap(BEN, 'kpi set confirm 12 9% (400) period Q2 2024');
    world.at('2024-08-05T10:00');
    await world.pap(BEN, 'kpi set confirm 12 9.9% (420) period July 2024');

    const july = await world.pap(CERYS, 'highlight theme 1 July 2024');
    const august = await world.pap(CERYS, 'highlight theme 1');

    const newest = ({ message }: typeof july) =>
      blocksOf(message, 'table')
        .at(-1)
        ?.rows.map(([, figure, , target]) => [figure, target?.split(' · ')[0]]);
    expect(newest(july)).toEqual([['9% (400), Q2 2024', '🔶 Amber: off course']]);
    expect(newest(august)).toEqual([['9.9% (420), July 2024', '🛑 Red: missed']]);
    expect(blocksOf(july.message, 'table').at(-2)?.caption).toMatch(/\(as published\)$/);
  });

  it('says of a month that is over what the record said at its end', async () => {
    const { world } = parts;
    world.at('2024-07-11T12:00');
    await world.pap(ASHA, 'update 2B:2 amber 14 of 20 trained');
    world.at('2024-08-05T10:00');
    await world.pap(BEN, 'update 2B:2 green all are trained');

    const { message } = await world.pap(CERYS, 'highlight theme 1 July 2024');

    expect(factsOf(message)).toMatchObject({
      'What the record said': 'Wed 31 July 2024, 23:59',
      Ratings:
        '🛑 Red 0 · 🔶 Amber 1 · 🟢 Green 0 · 🟦 Blue 0 · ⬜ Last known amber 1 · ⬜ Last known green 1 — of 3',
    });
    expect(paragraphsOf(message)).toContain(
      'Returns that did not come in · SIAB board meeting, due Wed 10 July 2024',
    );
    expect(itemsOf(message).join('\n')).toContain('14 of 20 trained');
    expect(itemsOf(message).join('\n')).not.toContain('all are trained');
  });

  it('offers a form with what was saved, and saves all that it says', async () => {
    const { world } = parts;
    await world.pap(DEV, 'highlight theme 1 mitigation to be cleared');

    const { message } = await world.pap(CERYS, 'highlight theme 1 write');

    const [form] = blocksOf(message, 'form');
    expect(form?.fields.map((field) => field.value)).toEqual([
      ...[undefined, 'to be cleared', undefined, undefined, undefined, undefined],
    ]);
    expect(form?.submit).toMatchObject({
      line: 'highlight theme 1 2024-07 write@1',
      again: 'highlight theme 1 2024-07 write',
    });
    const saved = await world.pap(CERYS, FORM.replace('@0', '@1'));
    expect(factsOf(saved.message)).toEqual({
      'Reason for the ratings': 'Two trainers left.\nnext month they are replaced',
      'Impact if not mitigated': 'families wait longer',
      'Next period': 'the second half of the training',
    });
    expect(paragraphsOf(saved.message)).toEqual([
      'Nothing is written yet under: Mitigation, Progress since the last report, Decisions needed.',
    ]);
  });

  it('saves one field typed alone beside the others, and clears it with none', async () => {
    const { world } = parts;
    await world.pap(CERYS, FORM);
    await world.pap(CERYS, 'highlight theme 1 progress 14 of 20 trained');

    const { message } = await world.pap(DEV, 'highlight theme 1 impact none');

    expect(factsOf(message)).toEqual({ 'Impact if not mitigated': 'nothing' });
    const shown = await world.pap(ASHA, 'report theme 1');
    expect(paragraphsOf(shown.message)).toContain('14 of 20 trained');
    expect(textOf(shown)).not.toContain('families wait longer');
  });

  it('keeps the words of whoever was quicker', async () => {
    const { world } = parts;
    await world.pap(DEV, FORM);

    const late = await world.pap(CERYS, FORM.replace('families wait longer', 'nothing much'));

    expect(late).toMatchObject({ outcome: 'refused', code: 'highlight-moved-on' });
    expect(textOf(await world.pap(CERYS, 'highlight theme 1'))).toContain('families wait longer');
  });

  it('asks before it approves, and then keeps exactly what it said', async () => {
    const { world } = parts;
    await world.pap(CERYS, FORM);
    const draft = await world.pap(CERYS, 'highlight theme 1');
    const asked = await world.pap(CERYS, 'highlight theme 1 approve');
    expect(asked.message.title).toBe(
      'Approve the report of theme 1 Right Support, Right Time, July 2024, version 1?',
    );
    expect(await frozen(world)).toBeNull();
    const approve = buttonsOf(asked.message)[0]?.line ?? '';
    expect(approve).toBe('highlight theme 1 2024-07 approve@1');

    const { message } = await world.pap(CERYS, approve);

    expect(message.title).toBe('Approved: theme 1 Right Support, Right Time, July 2024, version 1');
    world.at('2024-07-03T10:00');
    await world.pap(ASHA, 'update 2B:2 amber 14 of 20 trained');
    await world.pap(BEN, 'admin people unrole cochair@example.org co-chair theme 1');
    const later = await world.pap(ASHA, 'highlight theme 1 July 2024');
    expect(factsOf(later.message).Version).toBe(
      '1, approved by Cerys Example on Mon 1 July 2024, 09:45',
    );
    expect(withoutVersion(later.message)).toEqual(withoutVersion(draft.message));
    expect(await frozen(world)).toMatchObject({
      by: 'Cerys Example',
      content: { version: 1, month: '2024-07', words: { impact: 'families wait longer' } },
    });
  });

  it('tells the programme office once, also when the request is repeated', async () => {
    const { world, harness } = parts;
    const inbound = terminalInbound(CERYS, 'highlight theme 1 approve confirm', {
      tenantId: world.partnership.key,
    });
    await world.handle(inbound);
    await world.handle(inbound);
    await world.dispatcher()(inbound);

    const told = await harness.prisma.notification.findMany({ where: { kind: 'notice' } });

    expect(told.map(({ personId }) => personId)).toEqual([await world.personId(BEN)]);
    expect(JSON.stringify(told[0]?.payload)).toContain(
      'The highlight report of theme 1 Right Support, Right Time, July 2024 is approved',
    );
  });

  it('is approved by one of two who approve at once', async () => {
    const { world } = parts;

    const replies = await Promise.all([
      world.pap(CERYS, 'highlight theme 1 approve confirm'),
      world.pap(DEV, 'highlight theme 1 approve confirm'),
    ]);

    expect(replies.map(({ code }) => code ?? 'done').sort()).toEqual([
      'done',
      'highlight-approved',
    ]);
    const versions = await world.pap(CERYS, 'highlight theme 1 versions');
    expect(itemsOf(versions.message)).toHaveLength(1);
  });

  it('does not approve words that somebody changed meanwhile', async () => {
    const { world } = parts;
    await world.pap(CERYS, FORM);
    await world.pap(DEV, 'highlight theme 1 impact none');

    const reply = await world.pap(CERYS, 'highlight theme 1 July 2024 approve@1');

    expect(reply).toMatchObject({ outcome: 'refused', code: 'highlight-moved-on' });
    expect(await frozen(world)).toBeNull();
  });

  it('begins the next version on purpose, with the words of the one before', async () => {
    const { world } = parts;
    await world.pap(CERYS, FORM);
    await world.pap(CERYS, 'highlight theme 1 approve confirm');
    const refused = await world.pap(DEV, 'highlight theme 1 impact none');
    expect(refused).toMatchObject({ outcome: 'refused', code: 'highlight-approved' });

    const { message } = await world.pap(DEV, 'highlight theme 1 new');

    expect(message.title).toBe(
      'Version 2 of theme 1 Right Support, Right Time, July 2024 is begun',
    );
    await world.pap(DEV, 'highlight theme 1 impact families wait less');
    const draft = await world.pap(ASHA, 'highlight theme 1');
    expect(factsOf(draft.message)).toMatchObject({
      Version: '2, a draft',
      'Approved before': 'version 1',
    });
    expect(textOf(draft)).toContain('Two trainers left.');
    expect(textOf(await world.pap(ASHA, 'highlight theme 1 version 1'))).toContain(
      'families wait longer',
    );
    expect((await frozen(world))?.content.version).toBe(1);
    const versions = await world.pap(ASHA, 'highlight theme 1 versions');
    expect(itemsOf(versions.message)).toEqual([
      '1 begun by Cerys Example, Mon 1 July 2024, 09:45 · approved by Cerys Example, Mon 1 July 2024, 09:45',
      '2 begun by Dev Example, Mon 1 July 2024, 09:45 · a draft',
    ]);
    const again = await world.pap(DEV, 'highlight theme 1 new');
    expect(again).toMatchObject({ outcome: 'refused', code: 'highlight-is-draft' });
  });

  it('reminds a theme’s co-chairs once, on the first working day after the month', async () => {
    const { world, harness } = parts;
    world.at('2024-07-05T10:00');
    await world.pap(ELLA, 'highlight theme 2 approve confirm');
    world.at('2024-08-01T10:00');

    const first = await world.run(remindHighlights);
    const second = await world.run(remindHighlights);
    world.at('2024-08-02T10:00');
    const third = await world.run(remindHighlights);

    expect([first, second, third]).toEqual([{ queued: 4 }, { queued: 0 }, { queued: 0 }]);
    const rows = await harness.prisma.notification.findMany({
      where: { dedupeKey: { startsWith: 'notice:highlight-due:' } },
    });
    const told = rows.map(
      ({ payload }) => (payload as unknown as { message: Message }).message.title,
    );
    expect(new Set(told)).toEqual(
      new Set([
        'The highlight report of theme 1 Right Support, Right Time, July 2024 is to be approved',
        'The highlight report of theme 3 Right Provision, Right Time, Looking to Independence, July 2024 is to be approved',
      ]),
    );
  });

  it.each(['2024-09-01T10:00', '2024-08-31T10:00', '2024-08-12T10:00'])(
    'reminds nobody at another time: %s',
    async (time) => {
      const { world } = parts;
      world.at(time);

      expect(await world.run(remindHighlights)).toEqual({ queued: 0 });
    },
  );
});

describePlan('highlight, refused', (parts) => {
  it.each([
    [ASHA, 'highlight theme 1 write', 'not-permitted'],
    [ASHA, 'highlight theme 1 progress well', 'not-permitted'],
    [ELLA, 'highlight theme 1 progress well', 'not-permitted'],
    [ELLA, 'highlight theme 1 approve', 'not-permitted'],
    [ELLA, 'highlight theme 1 approve confirm', 'not-permitted'],
    [ELLA, 'highlight theme 1 new', 'not-permitted'],
    [CERYS, 'highlight', 'usage'],
    [CERYS, 'highlight theme 1 new words', 'usage'],
    [CERYS, 'highlight theme 9', 'unknown-theme'],
    [CERYS, 'highlight theme 1 version 3', 'unknown-highlight'],
    [CERYS, 'highlight theme 1 new', 'highlight-is-draft'],
    [CERYS, 'highlight theme 1 progress 943 476 5919 waits', 'personal-data'],
    [CERYS, `highlight theme 1 progress ${'x'.repeat(2_001)}`, 'note-too-long'],
    [CERYS, 'highlight theme 1 write@0\nreason well\nprogress 943 476 5919 waits', 'none-recorded'],
  ])('refuses: %s %s as %s', async (email, line, code) => {
    const { world, harness } = parts;

    const reply = await world.pap(email, line);

    expect(reply).toMatchObject({ outcome: 'refused', code });
    expect(await harness.prisma.highlightReport.count()).toBe(0);
  });

  it('shows nothing to press to whoever may not', async () => {
    const { world } = parts;

    expect(buttonsOf((await world.pap(ASHA, 'highlight theme 1')).message)).toEqual([]);
    expect(buttonsOf((await world.pap(BEN, 'highlight theme 1')).message)).toHaveLength(2);
  });

  itIsClosedToOutsiders('highlight theme 1', () => parts);
});

function withoutVersion(message: Message) {
  return message.blocks
    .filter(({ kind }) => kind !== 'actions')
    .map((block) =>
      block.kind === 'facts' ? block.facts.filter(({ label }) => label !== 'Version') : block,
    )
    .filter((block) => !JSON.stringify(block).includes('Nothing is written yet under'));
}
