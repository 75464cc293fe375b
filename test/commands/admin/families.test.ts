// `/pap admin families`: words that were agreed, and the page that is made of them and of nothing else.

import { expect, it } from 'vitest';
import type { Reply } from '../../../src/core/request/app/inbound.ts';
import { ASHA, BEN, CERYS, DEV } from '../../support/world/cast.ts';
import { buttonsOf, itemsOf, paragraphsOf } from '../../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../../support/world/outsiders.ts';
import {
  describePlan,
  describePlanOnBoth,
  type PlanSuite,
} from '../../support/world/plan-suite.ts';
import { terminalInbound } from '../../support/world/plan-world.ts';
import { itRefuses } from '../../support/world/refusals.ts';
import { tablesWith } from '../../support/world/whole-record.ts';

const STOPPED = 'Two people to talk to in every school';
const PROMISE = 'Every child with SEND will have a named person to talk to';

describePlanOnBoth('admin families', (parts) => {
  it('asks before words are agreed, and records nothing', async () => {
    const { world, harness } = parts;

    const { message } = await world.pap(BEN, `admin families add 2b2 ${PROMISE}`);

    expect(message.title).toBe('Put this on the page for families, about 2B:2?');
    expect(buttonsOf(message).map(({ line }) => line)).toEqual([
      `admin families agree 2B:2 ${PROMISE}`,
    ]);
    expect(await harness.prisma.familyItem.count()).toBe(0);
  });

  it('puts agreed words on the page, once, in place of earlier ones', async () => {
    const { world, harness } = parts;
    await makeBoard(parts);
    await world.pap(BEN, 'admin families agree 2B:2 Earlier words');
    const inbound = terminalInbound(DEV, `admin families agree 2B:2 ${PROMISE}`, {
      tenantId: world.partnership.key,
    });

    const reply = await world.handle(inbound);
    await world.handle(inbound);
    await world.dispatcher()(inbound);

    expect(reply?.message.title).toBe('On the page for families: item 2, about 2B:2');
    expect(await harness.prisma.familyItem.count()).toBe(2);
    const { message } = await world.pap(BEN, 'admin families');
    expect(message.title).toBe('The page for families: 1 item');
    expect(itemsOf(message)[0]).toBe(`2 2B:2 · ${PROMISE} · agreed by Dev Example`);
    expect(itemsOf(message)).toContain('1A:2 Example: induction for new SENCOs');
    expect(itemsOf(message)).toHaveLength(6);
  });

  it('numbers what two people agree at once', async () => {
    const { world } = parts;

    const replies = await Promise.all([
      world.pap(BEN, `admin families agree 2B:2 ${PROMISE}`),
      world.pap(BEN, 'admin families agree kpi 12 Fewer children are sent home'),
    ]);

    expect(replies.map(({ message }) => /item (\d)/.exec(message.title)?.[1]).sort()).toEqual([
      '1',
      '2',
    ]);
  });

  it('makes a page of what was agreed, with the rating of now and every short word explained', async () => {
    const { world } = parts;
    await world.pap(BEN, `admin families agree 2B:2 ${PROMISE} <b>`);
    await world.pap(BEN, 'admin families agree kpi 12 Fewer children are sent home');
    await world.pap(ASHA, 'update 2B:2 amber Not for families: 14 of 20 trained');

    const reply = await world.pap(BEN, 'admin families page');

    const html = htmlOf(reply);
    expect(reply.files?.[0]).toMatchObject({
      ...{ name: 'families-2024-07-01.html', mediaType: 'text/html' },
      line: 'admin families page',
    });
    expect(html).toContain(`<h3>${PROMISE} &lt;b&gt;</h3>`);
    expect(html).toContain('<dt>Where it is</dt><dd>🔶 Amber. At risk:');
    expect(html).toContain('<dd>It is to be done: by July 2024.</dd>');
    expect(html).toContain('<dd>8.61% (331)</dd>');
    expect(html).toContain('<dt>EHCP</dt>');
    expect(html).toContain('<dt>SEND</dt>');
    expect(html).not.toContain('Not for families');
    expect(html).not.toContain('NEET');
    expect(html).not.toMatch(/Example|Asha|Ben\b/);
  });

  it('hides a count under five', async () => {
    const { world, harness } = parts;
    const { id: kpiId } = await harness.prisma.kpi.findFirstOrThrow({ where: { number: 12 } });
    await harness.pool.query(
      `BEGIN; SET LOCAL session_replication_role = replica;
       UPDATE kpi_observation SET raw = '0.09% (4)' WHERE kpi_id = '${kpiId}' AND "column" = 'performance'; COMMIT`,
    );
    await world.pap(BEN, 'admin families agree kpi 12 Fewer children are sent home');

    const html = htmlOf(await world.pap(BEN, 'admin families page'));

    expect(html).toContain('<dd>fewer than five</dd>');
    expect(html).not.toContain('0.09%');
  });

  it('tells the newest figure first, and names the published ones as published', async () => {
    const { world } = parts;
    await world.pap(BEN, 'admin families agree kpi 12 Fewer children are sent home');
    await world.pap(BEN, 'kpi set confirm 12 7.40% (339) period 2024');
    await world.pap(BEN, 'kpi set confirm 12 9.9% (380) period 2021/22');

    const html = htmlOf(await world.pap(BEN, 'admin families page'));

    expect(
      [...html.matchAll(/<dt>([^<]*)<\/dt><dd>([^<]*%[^<]*)<\/dd>/g)].map(([, ...one]) => one),
    ).toEqual([
      ['The newest figure: 2024', '7.40% (339)'],
      ['As published: Baseline as at inspection data (July 2023)', '8.61% (331)'],
      ['As published: 2023 performance (SEN2 and other sources)', '7.47% (337)'],
    ]);
  });

  it('hides a count under five in the newest figure too', async () => {
    const { world } = parts;
    await world.pap(BEN, 'admin families agree kpi 12 Fewer children are sent home');
    await world.pap(BEN, 'kpi set confirm 12 0.09% (4) period 2024');

    const html = htmlOf(await world.pap(BEN, 'admin families page'));

    expect(html).toContain('<dt>The newest figure: 2024</dt><dd>fewer than five</dd>');
    expect(html).not.toContain('0.09%');
  });

  it('prints what somebody said only with their consent, with their role', async () => {
    const { world, harness } = parts;
    const line = 'admin families agree quote 3 Small groups are calming';
    expect(await world.pap(BEN, line)).toMatchObject({ code: 'not-publishable' });
    const where = { ordinal: 3, partnershipId: world.partnership.id };
    await harness.prisma.voice.updateMany({ where, data: { publishable: true } });
    await world.pap(BEN, line);
    const html = htmlOf(await world.pap(BEN, 'admin families page'));
    expect(html).toContain('<p>Small groups are calming</p></blockquote>');
    expect(html).toContain('KS3 Child');

    await harness.prisma.voice.updateMany({ where, data: { publishable: false } });

    expect(await world.pap(BEN, 'admin families page')).toMatchObject({ code: 'empty-page' });
  });

  it('takes a consent in the chat, and takes the quote off the page when it is taken back', async () => {
    const { world, harness } = parts;
    const line = 'admin families agree quote 3 Small groups are calming';
    await world.pap(BEN, 'admin families agree 2B:2 A named person for each child');
    const given = await world.pap(
      BEN,
      'admin families consent 3 checked: his mother Jane signed the form',
    );
    expect(given.message.title).toBe('Quote 3 may be published');
    await world.pap(BEN, line);
    expect(htmlOf(await world.pap(BEN, 'admin families page'))).toContain('Small groups');

    const { message } = await world.pap(BEN, 'admin families consent 3 withdrawn');

    expect(message.title).toBe('Quote 3 may not be published any more');
    const html = htmlOf(await world.pap(BEN, 'admin families page'));
    expect(html).not.toMatch(/Small groups|KS3|consent|What people told us/);
    expect(await world.pap(BEN, line)).toMatchObject({ code: 'not-publishable' });
    // Given anew, it does not bring the old words back.
    await world.pap(BEN, 'admin families consent 3 speaker, in person');
    expect(htmlOf(await world.pap(BEN, 'admin families page'))).not.toContain('Small groups');
    const events = await harness.prisma.auditEvent.findMany({
      where: { kind: { startsWith: 'quote-consent' } },
      include: { author: true },
      orderBy: { seq: 'asc' },
    });
    expect(events.map(({ summary, author }) => [summary, author?.name])).toEqual([
      [
        'consent to publish quote 3 was recorded, given by a parent or carer, on a signed form',
        'Ben Example',
      ],
      ['consent to publish quote 3 was withdrawn', 'Ben Example'],
      [
        'consent to publish quote 3 was recorded, given by whoever said it, in person',
        'Ben Example',
      ],
    ]);
    expect(await tablesWith(harness, /Jane/)).toEqual([]);
  });

  it('lists what people said, and what may be published', async () => {
    const { world } = parts;
    await world.pap(BEN, 'admin families consent 4 by e-mail from the young person');

    const { message } = await world.pap(BEN, 'admin families consent');

    const said = itemsOf(message);
    expect(said).toHaveLength(5);
    expect(said[2]).toBe('3 KS3 Child · Small groups are calming. · no consent on record');
    expect(said[3]).toMatch(/^4 .* · may be published$/);
  });

  it('records a consent once, however often the request comes', async () => {
    const { world, harness } = parts;
    const inbound = terminalInbound(BEN, 'admin families consent 3 parent, on a form', {
      tenantId: world.partnership.key,
    });

    await world.handle(inbound);
    await world.dispatcher()(inbound);

    expect(await harness.prisma.auditEvent.count({ where: { kind: 'quote-consent' } })).toBe(1);
  });

  it('refuses the page while an abbreviation is not explained, and makes it once it is', async () => {
    const { world } = parts;
    await world.pap(BEN, 'admin families agree 2B:2 The GMH and the CoPs will help');
    const refused = await world.pap(BEN, 'admin families page');
    expect(refused).toMatchObject({ outcome: 'refused', code: 'unexplained-words' });
    expect(itemsOf(refused.message)).toEqual([
      '/pap admin families term CoPs what it means',
      '/pap admin families term GMH what it means',
    ]);
    await world.pap(BEN, 'admin families term GMH Growing minds: help with how you feel');
    await world.pap(BEN, 'admin families term CoP Circle of people');

    const html = htmlOf(await world.pap(BEN, 'admin families page'));

    expect(html).toContain('<dt>GMH</dt><dd>Growing minds. help with how you feel</dd>');
    expect(html).toContain('<dt>CoP</dt><dd>Circle of people</dd>');
  });

  it('makes no page with somebody’s data on it, however that came there', async () => {
    const { world, harness } = parts;
    await world.pap(BEN, `admin families agree 2B:2 ${PROMISE}`);
    await harness.prisma.familyItem.updateMany({ data: { words: '943 476 5919 waits' } });

    const reply = await world.pap(BEN, 'admin families page');

    expect(reply).toMatchObject({ outcome: 'refused', code: 'page-personal-data' });
    expect(reply.files).toBeUndefined();
  });

  it('makes no page of words that tell a number under five, however they came there', async () => {
    const { world, harness } = parts;
    await world.pap(BEN, `admin families agree 2B:2 ${PROMISE}`);
    await world.pap(BEN, 'admin families agree kpi 12 Fewer children are sent home');
    const words = 'We told 58 of 61 families';
    await harness.prisma.familyItem.updateMany({ where: { number: 1 }, data: { words } });

    const reply = await world.pap(BEN, 'admin families page');

    expect(reply).toMatchObject({ outcome: 'refused', code: 'page-small-counts' });
    expect(reply.files).toBeUndefined();
    expect(paragraphsOf(reply.message).slice(1)).toEqual([
      'Item 1 We told 58 of 61 families',
      'Put it right: /pap admin families add 2B:2 <other words>',
    ]);
    expect(itemsOf(reply.message)).toEqual(['“58 of 61”', '“58 and 61” near “families”']);
    const overview = await world.pap(BEN, 'admin families');
    expect(paragraphsOf(overview.message)).toContain('Item 1 We told 58 of 61 families');

    await world.pap(BEN, 'admin families agree 2B:2 We told most of 61 families');
    expect(htmlOf(await world.pap(BEN, 'admin families page'))).toContain('We told most of 61');
  });

  it('names an explanation and a role that tell a number under five', async () => {
    const { world, harness } = parts;
    await world.pap(BEN, 'admin families agree 2B:2 The GMH helps');
    await world.pap(BEN, 'admin families term GMH Growing minds');
    await harness.prisma.glossaryTerm.updateMany({
      where: { term: 'GMH' },
      data: { plain: 'three children go there' },
    });
    const where = { ordinal: 3, partnershipId: world.partnership.id };
    await harness.prisma.voice.updateMany({
      where,
      data: { publishable: true, role: 'Mother of two children' },
    });
    await world.pap(BEN, 'admin families agree quote 3 Small groups are calming');

    const { message } = await world.pap(BEN, 'admin families page');

    expect(paragraphsOf(message).slice(1)).toEqual([
      'Item 2 Mother of two children',
      'Put it right: /pap admin families withdraw 2',
      'The explanation of GMH Growing minds: three children go there',
      'Put it right: /pap admin families term GMH <other words>',
    ]);
  });

  it('publishes words that are stopped wrongly once two people approved exactly these', async () => {
    const { world, harness } = parts;
    await makeBoard(parts);
    const refused = await world.pap(BEN, `admin families add 2B:2 ${STOPPED}`);
    expect(refused).toMatchObject({ outcome: 'refused', code: 'small-counts' });
    const [ask = ''] = buttonsOf(refused.message).map(({ line }) => line);
    expect(ask).toBe(`admin families ask 2B:2 ${STOPPED}`);

    const asked = await world.pap(BEN, ask);

    const [, code = ''] = /approve (\w+)/.exec(paragraphsOf(asked.message).join()) ?? [];
    expect(await world.pap(BEN, 'admin families page')).toMatchObject({
      code: 'page-small-counts',
    });
    const approve = `admin families approve ${code}`;
    expect(await world.pap(BEN, `${approve} confirm`)).toMatchObject({
      code: 'second-person-needed',
    });
    expect(await world.pap(BEN, 'admin families page')).toMatchObject({
      code: 'page-small-counts',
    });
    const shown = await world.pap(DEV, approve);
    expect(paragraphsOf(shown.message)).toContain(STOPPED);
    expect(itemsOf(shown.message)).toEqual(['“2” near “people”']);
    expect(buttonsOf(shown.message).map(({ line }) => line)).toEqual([`${approve} confirm`]);
    const done = await world.pap(DEV, `${approve} confirm`);
    expect(done.message.title).toBe('The words can be published');
    expect(htmlOf(await world.pap(BEN, 'admin families page'))).toContain(STOPPED);
    expect(await tablesWith(harness, /Two people to talk to/)).toEqual(['family_item']);

    // Other words are not those that were approved.
    await harness.prisma.familyItem.updateMany({ data: { words: `${STOPPED}!` } });
    const again = await world.pap(BEN, 'admin families page');
    expect(again).toMatchObject({ code: 'page-small-counts' });
    expect(again.files).toBeUndefined();
  });

  it('publishes an explanation that is stopped wrongly once two people approved it', async () => {
    const { world } = parts;
    await makeBoard(parts);
    await world.pap(BEN, 'admin families agree 2B:2 The GMH helps');
    const refused = await world.pap(BEN, `admin families term GMH Growing minds: ${STOPPED}`);
    const [ask = ''] = buttonsOf(refused.message).map(({ line }) => line);

    const asked = await world.pap(BEN, ask);

    const [, code = ''] = /approve (\w+)/.exec(paragraphsOf(asked.message).join()) ?? [];
    expect(await world.pap(BEN, 'admin families page')).toMatchObject({
      code: 'page-small-counts',
    });
    await world.pap(DEV, `admin families approve ${code} confirm`);
    expect(htmlOf(await world.pap(BEN, 'admin families page'))).toContain(STOPPED);
  });

  it('takes words off the page, once, and keeps them', async () => {
    const { world, harness } = parts;
    await world.pap(BEN, `admin families agree 2B:2 ${PROMISE}`);

    const { message } = await world.pap(BEN, 'admin families withdraw 1');

    expect(message.title).toBe('Item 1 is off the page for families');
    expect(await world.pap(BEN, 'admin families withdraw 1')).toMatchObject({
      code: 'unknown-family-item',
    });
    expect(await harness.prisma.familyItem.findFirst()).toMatchObject({ words: PROMISE });
    expect(await world.pap(BEN, 'admin families page')).toMatchObject({ code: 'empty-page' });
  });

  it('comes back the same from an export', async () => {
    const { world, harness } = parts;
    await world.pap(BEN, `admin families agree 2B:2 ${PROMISE}`);
    await world.pap(BEN, 'admin families term GMH Growing minds');
    await world.pap(CERYS, 'highlight theme 1 progress 14 of 20 trained');
    await world.pap(CERYS, 'highlight theme 1 approve confirm');
    const names = ['family_item', 'glossary_term', 'highlight_report'];
    const dumped = await world.record.archive.dump();
    const wanted = dumped.filter(({ table }) => names.includes(table));
    const partnership = await harness.prisma.partnership.create({
      data: { key: `copy-${harness.kind}`, name: 'Copy', shortName: 'Copy' },
    });
    const copy = harness.store.open(partnership.id);

    await copy.transaction(async ({ archive }) => await archive.restore(dumped));

    const restored = (await copy.archive.dump()).filter(({ table }) => names.includes(table));
    expect(restored.map(withoutIds)).toEqual(wanted.map(withoutIds));
    expect(wanted.every(({ rows }) => rows.length > 0)).toBe(true);
  });
});

describePlan('admin families, refused', (parts) => {
  itRefuses(
    () => parts,
    [
      [CERYS, 'admin families', 'not-permitted'],
      [ASHA, `admin families add 2B:2 ${PROMISE}`, 'not-permitted'],
      [CERYS, `admin families agree 2B:2 ${PROMISE}`, 'not-permitted'],
      [CERYS, 'admin families withdraw 1', 'not-permitted'],
      [CERYS, 'admin families term GMH Growing minds', 'not-permitted'],
      [CERYS, 'admin families page', 'not-permitted'],
      [CERYS, 'admin families consent', 'not-permitted'],
      [CERYS, 'admin families consent 3 parent, on a form', 'not-permitted'],
      [ASHA, 'admin families consent 3 withdrawn', 'not-permitted'],
      [BEN, 'admin families consent 3', 'usage'],
      [BEN, 'admin families consent 3 yes', 'usage'],
      [BEN, 'admin families consent 3 parent', 'usage'],
      [BEN, 'admin families consent parent, on a form', 'usage'],
      [BEN, 'admin families consent 99 parent, on a form', 'unknown-family-subject'],
      [BEN, 'admin families consent 3 withdrawn', 'not-publishable'],
      [BEN, 'admin families consent 3 parent of 943 476 5919, on a form', 'personal-data'],
      [BEN, 'admin families add', 'usage'],
      [ASHA, `admin families ask 2B:2 ${STOPPED}`, 'not-permitted'],
      [CERYS, `admin families ask term GMH ${STOPPED}`, 'not-permitted'],
      [CERYS, 'admin families approve 0123abcd', 'not-permitted'],
      [CERYS, 'admin families approve 0123abcd confirm', 'not-permitted'],
      [BEN, 'admin families approve', 'usage'],
      [BEN, 'admin families approve 0123abcd', 'unknown-stopped-words'],
      [BEN, 'admin families approve 0123abcd confirm', 'unknown-stopped-words'],
      [BEN, 'admin families ask 2B:2 943 476 5919 has a named person', 'personal-data'],
      [BEN, 'admin families add 2B:2', 'usage'],
      [BEN, 'admin families withdraw it', 'usage'],
      [BEN, 'admin families withdraw 9', 'unknown-family-item'],
      [BEN, 'admin families sideways', 'usage'],
      [BEN, 'admin families term GMH', 'usage'],
      [BEN, 'admin families add 9Z:9 Words', 'unknown-objective'],
      [BEN, 'admin families add kpi 99 Words', 'unknown-family-subject'],
      [BEN, 'admin families agree quote 99 Words', 'unknown-family-subject'],
      [BEN, 'admin families add 2B:2 943 476 5919 has a named person', 'personal-data'],
      [BEN, 'admin families agree 2B:2 943 476 5919 has a named person', 'personal-data'],
      [BEN, 'admin families term GMH 943 476 5919', 'personal-data'],
      [BEN, 'admin families add 2B:2 3 of 61 families waited', 'small-counts'],
      [BEN, 'admin families agree 2B:2 58 of 61 families were told', 'small-counts'],
      [BEN, 'admin families agree 2B:2 checked: two children waited', 'small-counts'],
      [BEN, 'admin families add kpi 12 Only 4 appeals', 'small-counts'],
      [BEN, 'admin families term GMH Growing minds: for two children', 'small-counts'],
      [BEN, `admin families add 2B:2 ${'word '.repeat(130)}`, 'too-long'],
      [BEN, 'admin families page', 'empty-page'],
    ],
  );

  it('lets the board agree and see, and do nothing else', async () => {
    const { world } = parts;
    await makeBoard(parts);

    expect(await world.pap(DEV, `admin families agree 2B:2 ${PROMISE}`)).toMatchObject({
      outcome: 'done',
    });
    expect(await world.pap(DEV, 'admin families')).toMatchObject({ outcome: 'done' });
    expect(await world.pap(DEV, 'admin families page')).toMatchObject({ code: 'not-permitted' });
  });

  it('says what gives a number under five away, and how to go on', async () => {
    const { world } = parts;

    const { message } = await world.pap(BEN, 'admin families add 2B:2 3 of 61 families waited');

    expect(message.title).toBe('The words may tell a number under five');
    expect(itemsOf(message)).toEqual(['“3 of 61”', '“3” near “families”']);
    const fewer = 'admin families add 2B:2 fewer than five of 61 families waited';
    expect(await world.pap(BEN, fewer)).toMatchObject({ outcome: 'done' });
  });

  it('says gently what is hard to read', async () => {
    const { message } = await parts.world.pap(
      BEN,
      'admin families add 2B:2 Multidisciplinary arrangements',
    );

    expect(paragraphsOf(message)).toContain(
      'This may be hard to read: a sentence has 2 words on average. Long words: Multidisciplinary. Shorter ones reach more people.',
    );
  });

  itIsClosedToOutsiders('admin families', () => parts);
});

async function makeBoard({ world }: PlanSuite): Promise<void> {
  await world.pap(BEN, `admin people role ${DEV} board from 1 Jan 2024`);
}

function htmlOf({ files }: Reply): string {
  const [file] = files ?? [];
  if (!file) throw new Error('no page was made');
  return new TextDecoder().decode(file.bytes);
}

/** What a row says, whichever ids it and others have. */
function withoutIds({ table, rows }: { readonly table: string; readonly rows: readonly object[] }) {
  const said = rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => !/(?:^|_)id$/.test(name))),
  );
  return { table, said: said.map((one) => JSON.stringify(one)).sort() };
}
