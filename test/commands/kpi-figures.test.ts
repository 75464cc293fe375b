// `/pap kpi show|set|polarity|owner|target|agree|sign-off|comment|notes`: each as it should go, as it is refused, and
// for whom it is not.
import { beforeEach, expect, it } from 'vitest';
import { localDate } from '../../src/core/dates/domain/working-days.ts';
import { loadKpis } from '../../src/reports/kpis/app/kpi-readings.ts';
import {
  blocksOf,
  buttonOf,
  factsOf,
  itemsOf,
  paragraphsOf,
  rowsOf,
} from '../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../support/world/outsiders.ts';
import { describePlan, describePlanOnBoth } from '../support/world/plan-suite.ts';
import { textOf } from '../support/world/plan-world.ts';

const OFFICE = 'office@example.org';
const OWNER = 'owner@example.org';
/** Co-chairs of theme 1, of which KPI 12 is. */
const CHAIR = 'cochair@example.org';
const OTHER_CHAIR = 'dev@example.org';
const STRANGE_CHAIR = 'deputy@example.org';
const FIGURE = 'set confirm 12 7.40% (339) period 2024';

describePlanOnBoth('kpi set', (parts) => {
  const kpi = async (who: string, line: string) => await parts.world.pap(who, `kpi ${line}`);
  const footprint = async () => {
    const { prisma } = parts.harness;
    return {
      ...(await parts.world.footprint()),
      figures: await prisma.kpiObservation.count(),
      choices: await prisma.kpiPolarityChoice.count(),
      targets: await prisma.kpiTarget.count(),
      comments: await prisma.kpiComment.count(),
      audit: await prisma.auditEvent.count(),
    };
  };
  const theKpi = async (number = 12) => {
    const { record, clock, partnership } = parts.world;
    const now = await clock.now();
    const found = (
      await loadKpis(record, 'all', { now, today: localDate(now, partnership.timeZone) })
    ).find((one) => one.number === number);
    if (!found) throw new Error(`there is no KPI ${number}`);
    return found;
  };

  it('echoes how it read a figure, and saves nothing before it is confirmed', async () => {
    const before = await footprint();

    const echo = await kpi(OFFICE, 'set 12 7.40% (339) period 2024');

    expect(factsOf(echo.message)).toMatchObject({
      Typed: '7.40% (339)',
      'Read as': '7.40 per cent; a count of 339',
      Period: '2024: Mon 1 January 2024 to Tue 31 December 2024',
    });
    expect(await footprint()).toEqual(before);

    const saved = await parts.world.pap(OFFICE, buttonOf(echo.message, 'Save').line);

    expect(saved.message.title).toBe('KPI 12: figure recorded');
    expect((await theKpi()).latest).toMatchObject({
      ...{ raw: '7.40% (339)', label: '2024', by: { name: 'Ben Example' } },
    });
  });

  it('keeps what was published, and shows the new figure beside the table', async () => {
    await kpi(OFFICE, FIGURE);

    const { message } = await kpi(OWNER, 'theme 1 table');

    expect(rowsOf(message)).toContainEqual([
      ...['EHCP suspensions – all schools', '8.61% (331)', '7.47% (337)', '↓'],
    ]);
    const [, aid, since] = blocksOf(message, 'table');
    expect(aid?.caption).toBe('Reading aid');
    expect(aid?.rows).toContainEqual([
      ...['12 EHCP suspensions – all schools', '7.40% (339)', 'Unclear'],
      'it fell from 8.61% (331) to 7.40% (339); the rate fell while its count rose, from 331 to 339; nobody has decided whether a rise is good',
      '⬜ Grey: no target',
    ]);
    expect(since?.rows).toEqual([
      [
        ...['12 EHCP suspensions – all schools', '7.40% (339), 2024'],
        ...['Ben Example, Example Council', 'Mon 1 July 2024'],
      ],
    ]);
  });

  it('says of the same figure and period that it stands there', async () => {
    await kpi(OFFICE, FIGURE);
    const before = await footprint();

    const again = await kpi(OFFICE, FIGURE);

    expect(again).toMatchObject({ outcome: 'refused', code: 'nothing-to-change' });
    expect(await footprint()).toEqual(before);
  });

  it('records it once when two people confirm it at the same moment', async () => {
    const replies = await Promise.all([kpi(OFFICE, FIGURE), kpi(CHAIR, FIGURE)]);

    expect(replies.map(({ outcome }) => outcome).sort()).toEqual(['done', 'refused']);
    expect((await theKpi()).history.map(({ raw }) => raw)).toEqual([
      ...['8.61% (331)', '7.47% (337)', '7.40% (339)'],
    ]);
  });

  it('takes another figure of the same period, and keeps the first in its history', async () => {
    await kpi(OFFICE, FIGURE);

    const echo = await kpi(OFFICE, 'set 12 7.39% (338) period 2024');
    await parts.world.pap(OFFICE, buttonOf(echo.message, 'Save').line);

    expect(factsOf(echo.message)['On record for it']).toBe(
      '7.40% (339), which stays in the history',
    );
    expect((await theKpi()).history.map(({ raw }) => raw)).toEqual([
      ...['8.61% (331)', '7.47% (337)', '7.40% (339)', '7.39% (338)'],
    ]);
  });

  it('does not take a figure of an earlier period for the latest', async () => {
    await kpi(OFFICE, FIGURE);
    await kpi(OFFICE, 'set confirm 12 9.1% (350) period 2021/22');

    expect((await theKpi()).latest?.raw).toBe('7.40% (339)');
  });

  it('takes the period out of the figure where it stands there', async () => {
    const echo = await kpi(OFFICE, 'set 26 350 days (June 2024)');

    expect(factsOf(echo.message).Period).toBe('June 2024: Sat 1 June 2024 to Sun 30 June 2024');
  });

  it('offers what may have been meant, and records nothing before that is confirmed', async () => {
    const before = await footprint();

    const refused = await kpi(OFFICE, 'set 26 8,000 6.3% period June 2024');

    expect(refused).toMatchObject({ outcome: 'refused', code: 'unreadable-figure' });
    const offered = buttonOf(refused.message, '8,000 (6.3%)').line;
    expect(offered).toBe('kpi set 26 8,000 (6.3%) period June 2024');
    const echo = await parts.world.pap(OFFICE, offered);
    expect(factsOf(echo.message)['Read as']).toBe('8,000 without a unit; a rate of 6.3 per cent');
    expect(await footprint()).toEqual(before);
  });

  it('keeps words as text on request, and compares nothing with them', async () => {
    const refused = await kpi(OFFICE, 'set 12 Requires improvement period 2024');
    const echo = await parts.world.pap(OFFICE, buttonOf(refused.message, 'Keep as text').line);
    await parts.world.pap(OFFICE, buttonOf(echo.message, 'Save').line);
    const readable = await kpi(OFFICE, 'set 12 as text 7% period 2024');

    expect(await theKpi()).toMatchObject({
      latest: { raw: 'Requires improvement', value: null },
      aid: { verdict: 'not-comparable', reasons: [{ why: 'unreadable' }] },
    });
    expect(readable).toMatchObject({ outcome: 'refused', code: 'usage' });
  });

  it('does not compare a month with a year', async () => {
    await kpi(OFFICE, 'set confirm 26 350 days period 2023/24');

    expect((await theKpi(26)).aid).toMatchObject({
      ...{ verdict: 'not-comparable', reasons: [{ why: 'periods' }] },
    });
  });

  it('takes that there is no figure', async () => {
    await kpi(OFFICE, 'set confirm 12 Data not available period 2024');

    expect((await theKpi()).aid).toMatchObject({
      ...{ verdict: 'not-comparable', reasons: [{ why: 'missing' }] },
    });
  });

  it.each([
    ['set 12 1.234% period 2024', 'unreadable-figure'],
    ['set 12 - period 2024', 'unreadable-figure'],
    ['set confirm 12 7% and 8% period 2024', 'unreadable-figure'],
    ['set 12 7.40% (339)', 'usage'],
    ['set 12 7.40% (339) period soon', 'usage'],
    ['set 12 7.40% (May 2024) period 2023', 'usage'],
    ['set 12 7.40% (339) period 2025', 'usage'],
    ['set 12 7.40% (339) period August 2024', 'usage'],
    ['set 12', 'usage'],
    ['set', 'usage'],
    ['set 99 7% period 2024', 'unknown-kpi'],
    ['set twelve 7% period 2024', 'unknown-kpi'],
    ['set confirm 12 7% sam@example.com period 2024', 'personal-data'],
    ['show 99', 'unknown-kpi'],
    ['show', 'usage'],
    ['polarity 12', 'usage'],
    ['polarity 12 sideways', 'usage'],
    ['polarity 99 neutral', 'unknown-kpi'],
    ['polarity 12 neutral ask 07700 900123', 'personal-data'],
    ['owner 12', 'usage'],
    ['owner 12 @nobodyhere', 'unknown-person'],
    ['owner 99 @asha', 'unknown-kpi'],
    ['target 12 5%', 'usage'],
    ['target 12 at most', 'usage'],
    ['target 12 at most 1.234%', 'unreadable-figure'],
    ['target 12 at most 40 days', 'usage'],
    ['target 12 at most 5% tolerance much', 'usage'],
    ['target 12 at most 5% by the sea', 'bad-date'],
    ['agree 12', 'target-not-there'],
    ['agree 12 today', 'usage'],
    ['sign-off 12', 'usage'],
    ['sign-off 12 siab 2024-07-24', 'target-not-there'],
    ['sign-off 12 siab 2024-07-25', 'unknown-meeting'],
    ['sign-off 12 nowhere 2024-07-24', 'unknown-forum'],
    ['sign-off 12 siab one day', 'bad-date'],
    ['comment 12', 'usage'],
    ['comment 99 why', 'unknown-kpi'],
    ['comment 12 ask sam@example.com', 'personal-data'],
  ])('refuses %j as %s, and records nothing', async (line, code) => {
    const before = await footprint();

    const reply = await kpi(OFFICE, line);

    expect(reply).toMatchObject({ outcome: 'refused', code });
    expect(await footprint()).toEqual(before);
  });

  it.each([
    [OWNER, FIGURE],
    [STRANGE_CHAIR, FIGURE],
    [OWNER, 'polarity 12 up-is-bad'],
    [STRANGE_CHAIR, 'polarity 12 up-is-bad'],
    [OWNER, 'owner 12 @asha'],
    [STRANGE_CHAIR, 'owner 12 @asha'],
    [OWNER, 'target 12 at most 5%'],
    [OWNER, 'agree 12'],
    [STRANGE_CHAIR, 'agree 12'],
    [CHAIR, 'sign-off 12 siab 2024-07-24'],
    [OWNER, 'comment 12 two schools account for it'],
    [OWNER, 'notes'],
    [CHAIR, 'notes'],
  ])('is not for %s: %s', async (who, line) => {
    const before = await footprint();

    const reply = await kpi(who, line);

    expect(reply).toMatchObject({ outcome: 'refused', code: 'not-permitted' });
    expect(await footprint()).toEqual(before);
  });

  it('records the polarity with who decided it and why, and reads better or worse from then on', async () => {
    await kpi(CHAIR, 'polarity 24 up-is-bad');
    const refused = await kpi(CHAIR, 'polarity 12 up-is-bad because fewer are wanted');
    const other = await kpi(
      OTHER_CHAIR,
      'polarity 24 up is bad more young people are without work',
    );

    expect(refused.message.title).toBe('KPI 12: polarity decided');
    expect(other.message.title).toBe('KPI 24: polarity decided');
    expect(await theKpi(24)).toMatchObject({
      aid: { verdict: 'worse' },
      polarityChoice: {
        ...{ polarity: 'up-is-bad', reason: 'more young people are without work' },
        by: { name: 'Dev Example' },
      },
    });
    const shown = factsOf((await kpi(OWNER, 'show 24')).message);
    expect(shown.Polarity).toBe(
      'a rise is bad (Dev Example, Example Parent Carer Forum, Mon 1 July 2024: more young people are without work)',
    );
    expect(shown['Printed arrow']).toBe('↑');
  });

  it('proposes which way is good for known indicators, and decides nothing before it is confirmed', async () => {
    const listed = await kpi(CHAIR, 'polarity');
    const before = await theKpi();
    const offered = buttonOf(listed.message, 'Confirm these 10').line;
    const strange = await parts.world.pap(STRANGE_CHAIR, offered);
    const done = await parts.world.pap(CHAIR, offered);
    const again = await parts.world.pap(CHAIR, offered);

    expect(itemsOf(listed.message)).toContain(
      '12 EHCP suspensions – all schools: a rise is bad (DfE, Suspensions and permanent exclusions in England)',
    );
    expect(before.aid.reasons).toContainEqual({ why: 'polarity-undecided' });
    expect(strange).toMatchObject({ outcome: 'refused', code: 'not-permitted' });
    expect(done.message.title).toBe('Confirmed for 10 KPIs');
    expect(await theKpi()).toMatchObject({
      polarityChoice: { polarity: 'up-is-bad', by: { name: 'Cerys Example' } },
    });
    expect(again).toMatchObject({ code: 'nothing-to-change' });
  });

  it('says of a polarity that was decided so already that it was', async () => {
    await kpi(CHAIR, 'polarity 12 up-is-bad');

    expect(await kpi(OFFICE, 'polarity 12 up-is-bad')).toMatchObject({ code: 'nothing-to-change' });
  });

  it('lets the owner of a KPI record figures and comment', async () => {
    const set = await kpi(OFFICE, 'owner 12 @asha');
    const figure = await kpi(OWNER, FIGURE);
    const comment = await kpi(OWNER, 'comment 12 two schools account for it');

    expect(set.message.title).toBe('KPI 12: owner set');
    expect([figure.outcome, comment.outcome]).toEqual(['done', 'done']);
    expect(await theKpi()).toMatchObject({
      owner: { name: 'Asha Example' },
      comment: { words: 'two schools account for it', by: { name: 'Asha Example' } },
    });
    expect(await kpi(OFFICE, 'owner 12 @asha')).toMatchObject({ code: 'nothing-to-change' });
    expect((await kpi(OFFICE, 'owner 12 nobody')).outcome).toBe('done');
  });

  it('takes a target from draft over agreed to signed off, each by whom it is for', async () => {
    const proposed = await kpi(CHAIR, 'target 12 at most 5% tolerance 3 by July 2025');
    const draft = await theKpi();
    const early = await kpi(OFFICE, 'sign-off 12 siab 2024-07-24');
    const agreed = await kpi(CHAIR, 'agree 12');
    const counting = await theKpi();
    const { world } = parts;
    world.at('2024-07-24T16:00');
    const signedOff = await kpi(OFFICE, 'sign-off 12 siab 24 July 2024');
    const final = await theKpi();

    expect(proposed.message.title).toBe('KPI 12: target proposed');
    expect(draft).toMatchObject({
      target: { state: 'draft', sense: 'at-most', raw: '5%', tolerance: '3', dueText: 'July 2025' },
      rag: { rag: 'grey', why: 'draft' },
    });
    expect(early).toMatchObject({ code: 'target-not-there' });
    expect(agreed.message.title).toBe('KPI 12: target agreed');
    expect(counting).toMatchObject({
      ...{
        target: { state: 'agreed', agreedBy: { name: 'Cerys Example' } },
        // Nothing was measured since it was set, and its date is a year ahead.
        rag: { rag: 'grey', why: 'too-early' },
      },
    });
    expect(factsOf(signedOff.message).Target).toContain(
      'signed off at SIAB board meeting, Wed 24 July 2024, recorded by Ben Example',
    );
    expect(final.target?.state).toBe('signed-off');
    expect(await kpi(OFFICE, 'agree 12')).toMatchObject({ code: 'target-not-there' });
  });

  it('signs a target off only at a meeting that was held, with open minutes, and that can have had it', async () => {
    const { world, harness } = parts;
    await kpi(CHAIR, 'target 12 at most 5% by July 2025');
    await kpi(CHAIR, 'agree 12');
    const before = await footprint();
    const ahead = await kpi(OFFICE, 'sign-off 12 siab 2024-07-24');
    const cancelled = { heldOn: new Date('2024-06-19'), title: 'SIAB board meeting' };
    const { forumId } = await harness.prisma.meeting.findFirstOrThrow({
      where: { heldOn: new Date('2024-07-24') },
    });
    const partnershipId = world.partnership.id;
    await harness.prisma.meeting.create({
      data: { ...cancelled, partnershipId, forumId, calledOffAt: new Date('2024-06-01') },
    });
    const calledOff = await kpi(OFFICE, 'sign-off 12 siab 2024-06-19');
    await harness.prisma.meeting.create({
      data: { ...cancelled, heldOn: new Date('2024-06-26'), partnershipId, forumId },
    });
    const tooEarly = await kpi(OFFICE, 'sign-off 12 siab 2024-06-26');
    world.at('2024-07-30T10:00');
    await world.pap(OFFICE, 'admin cycle close siab 2024-07-24 confirm');
    const closed = await kpi(OFFICE, 'sign-off 12 siab 2024-07-24');

    expect([ahead, calledOff, tooEarly, closed].map(({ code }) => code)).toEqual([
      ...['meeting-not-held', 'meeting-called-off', 'target-after-meeting', 'minutes-agreed'],
    ]);
    expect((await theKpi()).target).toMatchObject({ state: 'agreed', meeting: null });
    expect((await footprint()).targets).toBe(before.targets);
  });

  it('calls no target missed before its date, and says how it stands by the figures since it was set', async () => {
    const { world } = parts;
    const standing = async () =>
      factsOf((await kpi(OWNER, 'show 12')).message)['Against the target'];
    await kpi(CHAIR, 'target 12 at most 5% by July 2025');
    await kpi(CHAIR, 'agree 12');
    const early = await standing();
    world.at('2024-10-07T10:00');
    await kpi(OFFICE, 'set confirm 12 9% (400) period Q3 2024');
    const worse = await standing();
    world.at('2025-01-06T10:00');
    await kpi(OFFICE, 'set confirm 12 5.5% (250) period Q4 2024');
    const better = await standing();
    world.at('2025-07-31T10:00');
    const lastDay = await standing();
    world.at('2025-08-01T10:00');
    const after = await standing();

    expect([early, worse, better, lastDay, after]).toEqual([
      '⬜ Grey: too early to say',
      '🔶 Amber: off course',
      '🟢 Green: on course',
      '🟢 Green: on course',
      '🛑 Red: missed, by a figure from before its date',
    ]);
    const then = await kpi(OWNER, 'show 12 at 31 Oct 2024');
    expect(factsOf(then.message)['Against the target']).toBe('🔶 Amber: off course');
  });

  it('begins with a draft again when a new target is proposed', async () => {
    await kpi(CHAIR, 'target 12 at most 5%');
    await kpi(CHAIR, 'agree 12');
    const same = await kpi(OFFICE, 'target 12 at most 5%');
    await kpi(OFFICE, 'target 12 at most 6%');

    expect(same).toMatchObject({ code: 'nothing-to-change' });
    expect(await theKpi()).toMatchObject({ target: { raw: '6%', state: 'draft' } });
  });

  it('writes in the log who decided what, without their words', async () => {
    await kpi(CHAIR, 'polarity 12 up-is-bad fewer are wanted');
    await kpi(CHAIR, 'target 12 at most 5%');

    const events = await parts.world.record.audit.list(2);

    expect(events.map(({ kind, author }) => [kind, author])).toEqual([
      ['kpi-target', 'Cerys Example'],
      ['kpi-polarity', 'Cerys Example'],
    ]);
    expect(events.map(({ summary }) => summary).join()).not.toContain('fewer are wanted');
  });

  it('knows at a date only what had been recorded by then', async () => {
    const { world } = parts;
    world.at('2024-08-01T10:00');
    await kpi(OFFICE, FIGURE);
    await kpi(CHAIR, 'polarity 12 up-is-bad');
    await kpi(CHAIR, 'target 12 at most 5%');
    await kpi(CHAIR, 'comment 12 two schools account for it');
    await kpi(OFFICE, 'owner 12 @asha');
    world.at('2024-08-05T10:00');
    await kpi(CHAIR, 'agree 12');

    const before = await kpi(OWNER, 'theme 1 table at 24 Jul 2024');
    const shown = await kpi(OWNER, 'show 12 at 24 Jul 2024');
    const between = await kpi(OWNER, 'show 12 at 2 Aug 2024');

    expect(blocksOf(before.message, 'table').map(({ caption }) => caption)).toEqual([
      ...['Key Performance Indicators: Right Support, Right Time (as published)', 'Reading aid'],
    ]);
    expect(textOf(before)).not.toContain('7.40%');
    expect(factsOf(shown.message)).toMatchObject({
      ...{ Target: 'none', Commentary: 'none', Owner: 'nobody: the theme’s co-chairs' },
      Polarity: expect.stringMatching(/^nobody has decided whether a rise is good; proposed/),
    });
    expect(factsOf(between.message)).toMatchObject({
      ...{
        Owner: 'Asha Example, Example Council',
        'Against the target': '⬜ Grey: the target is a draft',
      },
    });
  });

  it('says of a KPI that nothing had been recorded by then', async () => {
    const { message } = await kpi(OWNER, 'show 12 at 30 June 2024');

    expect(paragraphsOf(message)).toContain('No KPI figures had been recorded by then.');
  });
});

describePlanOnBoth('a KPI that misses its target', (parts) => {
  const kpi = async (line: string, who = OFFICE) => await parts.world.pap(who, `kpi ${line}`);
  const asked = async () =>
    await parts.harness.prisma.notification.findMany({
      where: { dedupeKey: { startsWith: 'notice:kpi-missed:' } },
      include: { person: { select: { email: true } } },
      orderBy: { dedupeKey: 'asc' },
    });

  beforeEach(async () => {
    await kpi('target 12 at most 8%');
    await kpi('agree 12');
  });

  it('asks its owner why, once', async () => {
    await kpi('owner 12 @asha');

    const reply = await kpi('set confirm 12 9% (400) period 2024');
    const again = await kpi('set confirm 12 9% (400) period 2024');
    await kpi('set confirm 12 9.5% (410) period 2024');

    expect(paragraphsOf(reply.message).join()).toContain('Asha Example will be asked why');
    expect(again).toMatchObject({ code: 'nothing-to-change' });
    expect((await asked()).map(({ person }) => person?.email)).toEqual([OWNER]);
  });

  it('asks its theme’s co-chairs where nobody owns it, but for whoever recorded it', async () => {
    await kpi('set confirm 12 9% (400) period 2024', CHAIR);

    expect((await asked()).map(({ person }) => person?.email)).toEqual([OTHER_CHAIR]);
  });

  it('asks nobody while the target is met or missed by no more than its tolerance', async () => {
    await kpi('target 12 at most 7% tolerance 1');
    await kpi('agree 12');
    await kpi('set confirm 12 7.9% (340) period 2024');

    expect(await asked()).toEqual([]);
  });

  it('asks why it is off course, and again once it is missed', async () => {
    const { world } = parts;
    await kpi('target 12 at most 5% by July 2025');
    await kpi('agree 12');
    world.at('2024-10-07T10:00');
    const off = await kpi('set confirm 12 9% (400) period Q3 2024', CHAIR);
    world.at('2025-01-06T10:00');
    await kpi('set confirm 12 9.1% (400) period Q4 2024', CHAIR);
    world.at('2025-08-04T10:00');
    const missed = await kpi('set confirm 12 8% (380) period Q2 2025', CHAIR);

    expect(paragraphsOf(off.message).join()).toContain('It is off course for its target now');
    expect(paragraphsOf(missed.message).join()).toContain('It misses its target now');
    const titles = (await asked()).map(
      ({ payload }) => /KPI 12 (.*?):/.exec(JSON.stringify(payload))?.[1],
    );
    expect(titles.toSorted()).toEqual(['is off course for its target', 'misses its target']);
  });

  it('asks nobody of a draft', async () => {
    await kpi('target 12 at most 1%');
    await kpi('set confirm 12 9% (400) period 2024');

    expect(await asked()).toEqual([]);
  });

  it('says in the message what to type', async () => {
    await kpi('owner 12 @asha');
    await kpi('set confirm 12 9% (400) period 2024');
    await parts.world.bindChannel('slack', 1);

    const [row] = await asked();

    expect(JSON.stringify(row?.payload)).toContain('/pap kpi comment 12');
    expect(JSON.stringify(row?.payload)).toContain('because you own KPI 12');
  });
});

describePlan('kpi show and notes', (parts) => {
  it('shows everything about one KPI, with where it stands in the document', async () => {
    const { message } = await parts.world.pap(OWNER, 'kpi show 22');

    expect(message.title).toBe('KPI 22: Number of tribunals');
    expect(factsOf(message)).toMatchObject({
      'Newest on record': '186 active appeals (end of June 2024)* (as published)',
      'Printed arrow': 'none',
      'The published figures': 'rose',
      Target: 'none',
    });
    expect(rowsOf(message).map(([raw]) => raw)).toEqual([
      '101 active appeals (end of June 2023)',
      '186 active appeals (end of June 2024)*',
    ]);
    expect(paragraphsOf(message).join('\n')).toMatch(/^\* Partly impacted by/);
    expect(paragraphsOf(message).at(-1)).toBe(
      'Source: Progress update on the Local Area Partnership, line 253.',
    );
  });

  it('lists all that does not fit in the printed figures, each with its line', async () => {
    const { message } = await parts.world.pap(OFFICE, 'kpi notes');

    const found = itemsOf(message).map((item) => {
      const [, kpi = '', rule, line] =
        /^(?:KPI (\d+)\. )?([^:]+): .*lines? ([\d, ]+)\)$/.exec(item) ?? [];
      return [kpi, rule, line].join(' | ');
    });
    expect(found).toEqual([
      ' | The baseline is not before what follows | 164',
      ' | The baseline is not before what follows | 248',
      ' | The baseline is not before what follows | 303',
      '2 | Percentage points called per cent | 166',
      '7 | A score printed as per cent | 171',
      '8 | A score printed as per cent | 172',
      '12 | Rate against count | 176',
      '19 | Earlier than its column | 250',
      '20 | Of another number | 251',
      '22 | Earlier than its column | 253',
      '22 | Later than its column | 253',
      '26 | Later than its column | 307',
      '26 | Later than its column | 307',
      ' | Parts and total | 129',
      ' | It moved, and no arrow says so | 165, 177, 249, 250, 251, 253',
      ' | The name says change, the figure is a level | 177, 178, 179, 250',
    ]);
  });

  it('puts the footnote of interim figures before any verdict', async () => {
    await parts.world.pap(OFFICE, 'kpi polarity 27 up-is-bad');

    const { message } = await parts.world.pap(OWNER, 'kpi theme 3 table');

    const row = blocksOf(message, 'table')[1]?.rows.find(([name]) => name?.startsWith('27 '));
    expect(row?.[2]).toBe('Unclear');
    expect(row?.[3]).toContain('footnote: Interim figures whilst');
  });

  itIsClosedToOutsiders('kpi show 12', () => parts);
  itIsClosedToOutsiders('kpi set confirm 12 7% period 2024', () => parts);
});

describePlanOnBoth('kpi compare', (parts) => {
  const kpi = async (who: string, line: string) => await parts.world.pap(who, `kpi ${line}`);

  it('echoes whose figure it is, records it when confirmed, and says when it is there already', async () => {
    const echo = await kpi(OFFICE, 'compare 12 England 7.1% period 2023');
    const line = buttonOf(echo.message, 'Save')?.line ?? '';
    const done = await parts.world.pap(OFFICE, line);
    const again = await kpi(OFFICE, 'compare 12 england: 7.1% period 2023');
    const other = await kpi(OFFICE, 'compare confirm 12 England: c period 2024');

    const shown = await kpi(OFFICE, 'show 12');

    expect(factsOf(echo.message)).toMatchObject({
      ...{ Whose: 'England', Typed: '7.1%', 'Read as': '7.1 per cent' },
      Period: '2023: Sun 1 January 2023 to Sun 31 December 2023',
    });
    expect(done).toMatchObject({ outcome: 'done' });
    expect(again).toMatchObject({ outcome: 'refused', code: 'nothing-to-change' });
    expect(other).toMatchObject({ outcome: 'done' });
    expect(
      blocksOf(shown.message, 'table')
        .find(({ caption }) => caption === 'Compared with')
        ?.rows.map((cells) => cells.slice(0, 3)),
    ).toEqual([
      ['England', '7.1%', '2023'],
      ['England', 'c', '2024'],
    ]);
  });

  it('leaves the KPI’s own figures, its reading and its published table as they were', async () => {
    const before = await kpi(OFFICE, 'show 12');
    const table = await kpi(OFFICE, 'theme 1 table');

    await kpi(OFFICE, 'compare confirm 12 England 1.1% period 2025');

    const after = await kpi(OFFICE, 'show 12');
    expect(factsOf(after.message)).toEqual(factsOf(before.message));
    expect(await kpi(OFFICE, 'theme 1 table')).toMatchObject({ message: table.message });
  });

  it.each([
    [OFFICE, 'compare 12 46% period 2023', 'usage'],
    [OFFICE, 'compare 12 England', 'usage'],
    [OFFICE, 'compare 12 England 46%', 'usage'],
    [OFFICE, 'compare 12 England 1.234 period 2023', 'unreadable-figure'],
    [OFFICE, 'compare 12 sam@example.com 46% period 2023', 'personal-data'],
    [OFFICE, 'compare 99 England 46% period 2023', 'unknown-kpi'],
    [OWNER, 'compare 12 England 46% period 2023', 'not-permitted'],
  ])('refuses %s “%s” as %s', async (who, line, code) => {
    expect(await kpi(who, line)).toMatchObject({ outcome: 'refused', code });
  });
});

describePlanOnBoth('kpi target … via', (parts) => {
  const kpi = async (who: string, line: string) => await parts.world.pap(who, `kpi ${line}`);
  const way = async () => (await parts.world.record.kpiFigures.list({ number: 12 }))[0]?.trajectory;

  it('plans the way there, which ends with the next target', async () => {
    const done = await kpi(
      CHAIR,
      'target 12 at most 5% by July 2025 via 7% in Dec 2024, 6% in March 2025',
    );
    const planned = await way();
    const same = await kpi(
      CHAIR,
      'target 12 at most 5% by July 2025 via 7% in Dec 2024, 6% in March 2025',
    );
    await kpi(CHAIR, 'target 12 at most 5% by July 2025');

    expect(factsOf(done.message)).toMatchObject({
      'The way there': '7% (Dec 2024), 6% (March 2025)',
    });
    expect(planned).toMatchObject([
      { raw: '7%', period: 'Dec 2024' },
      { raw: '6%', period: 'March 2025' },
    ]);
    expect(same).toMatchObject({ outcome: 'refused', code: 'nothing-to-change' });
    expect(await way()).toEqual([]);
  });

  it.each([
    ['target 12 at most 5% via 6% in March 2025', 'without a date'],
    ['target 12 at most 5% by July 2025 via 6% in spring', 'no period'],
    ['target 12 at most 5% by July 2025 via lower in March 2025', 'no figure'],
    ['target 12 at most 5% by July 2025 via 14 days in March 2025', 'another unit'],
    ['target 12 at most 5% by July 2025 via 6% in August 2025', 'behind the date'],
  ])('refuses “%s”: %s', async (line) => {
    expect(await kpi(CHAIR, line)).toMatchObject({ outcome: 'refused', code: 'usage' });
    expect(await way()).toEqual([]);
  });
});
