// A quarter with three themes: at each of its moments every place says the same of an objective and of a KPI. What they
// are held to is read from the record once, in the words of the one story and of the newest figure.

import { expect, it } from 'vitest';
import { localDate } from '../../src/core/dates/domain/working-days.ts';
import type { Cell, Document } from '../../src/core/message/messages/document.ts';
import { plainText } from '../../src/core/message/messages/plain-text.ts';
import { fadeWords, ratingText } from '../../src/core/message/messages/rag-text.ts';
import type { Reply } from '../../src/core/request/app/inbound.ts';
import { chaseDueOwners } from '../../src/cycle/chases/app/chase-due-owners.ts';
import { rollCycle } from '../../src/cycle/meetings/app/roll-cycle.ts';
import { fadeRatings } from '../../src/cycle/ratings/app/fade-ratings.ts';
import type { Objective } from '../../src/plan/objectives/domain/objective.ts';
import { ownWords, type RatingStory } from '../../src/plan/objectives/domain/rating-story.ts';
import { storyText } from '../../src/plan/objectives/messages/rating-story.ts';
import { composeDigest } from '../../src/reports/digests/app/compose-digest.ts';
import { ASHA, BEN, CERYS } from '../support/world/cast.ts';
import { buttonsOf, factsOf, itemsOf } from '../support/world/message-parts.ts';
import { describePlan, type PlanSuite } from '../support/world/plan-suite.ts';
import { textOf } from '../support/world/plan-world.ts';

const ZONE = 'Europe/London';

type Truth = { readonly objective: Objective; readonly story: RatingStory | undefined };

/** What happens, and when; after each day every place is asked. */
const QUARTER: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  [
    '2024-07-02T10:00',
    [
      [BEN, 'admin families agree 2B:2 Every child will have a named person to talk to'],
      [BEN, 'admin families agree kpi 12 Fewer children are sent home'],
      [ASHA, 'update 2B:2 amber 14 of 20 workers trained'],
      [ASHA, 'update 1A:1 amber the launch slipped by a month'],
      [BEN, 'kpi set 12 7.4% (339) period 2024'],
    ],
  ],
  [
    '2024-07-08T10:00',
    [
      [ASHA, 'same 2B:2'],
      [BEN, 'update 3A:1 red nobody to lead it'],
    ],
  ],
  // 24 July is the meeting: its pack is made, and the ratings that it shows are put right after it.
  ['2024-07-23T10:00', [[BEN, 'amend 3A:1 the post is advertised']]],
  [
    '2024-08-01T10:00',
    [
      [ASHA, 'update 2B:2 red two trainers left'],
      [ASHA, 'update 2B:2 amber one is back'],
      [BEN, 'kpi set 12 8.1% (360) period June 2024'],
      [BEN, 'kpi set 2 51.5% period Q2 2024'],
    ],
  ],
  ['2024-09-03T10:00', [[ASHA, 'same 1A:1 still with the printers']]],
];

describePlan('a quarter', (parts: PlanSuite) => {
  it('is told alike in every place, at each of its moments', async () => {
    const { world } = parts;
    const asked: string[] = [];
    for (const [moment, lines] of QUARTER) {
      world.at(moment);
      await world.run(rollCycle);
      for (const [who, line] of lines)
        expect(await world.pap(who, line), line).toMatchObject({ outcome: 'done' });
      world.sent.length = 0;
      await world.run(chaseDueOwners);
      await world.deliver();
      const truths = await readTruths();
      asked.push(...expectChases(truths));
      await expectObjectives(truths);
      await expectKpis();
    }
    // Some were asked, of some the rating has faded, and some are as they were: nothing is alike for want of anything.
    expect(asked).toEqual(expect.arrayContaining(['2B:2', '3A:1']));
    const last = await readTruths();
    expect(last.some(({ objective }) => objective.fade)).toBe(true);
    expect(new Set(last.map(({ objective }) => objective.rag)).size).toBeGreaterThan(2);
  }, 120_000);

  async function readTruths(): Promise<Truth[]> {
    const { world } = parts;
    const now = await world.clock.now();
    const all = await world.record.objectives.list(localDate(now, ZONE));
    const objectives = await fadeRatings(all, world.record, now);
    const stories = await world.record.objectives.ratingStories(objectives.map(({ id }) => id));
    return objectives.map((objective) => ({ objective, story: stories.get(objective.id) }));
  }

  /** Each request lists its objectives with the story of each; their references. */
  function expectChases(truths: readonly Truth[]): string[] {
    return parts.world.sent
      .filter(({ message }) => plainText(message).includes('Last: '))
      .flatMap(({ message }) => {
        const text = plainText(message);
        return truths.flatMap(({ objective, story }) => {
          const { ref, title, example } = objective;
          if (!text.includes(`${ref} ${title}`) || !story) return [];
          expect(text, `the request for ${ref}`).toContain(
            storyText(story, { example, timeZone: ZONE }),
          );
          return [ref];
        });
      });
  }

  async function expectObjectives(truths: readonly Truth[]): Promise<void> {
    const { world } = parts;
    const pack = await makePack();
    const home = textOf(await world.pap(ASHA, 'mine home'));
    const families = pageOf(await world.pap(BEN, 'admin families page'));
    const exported = await exportedRows('objective');
    const reports = await Promise.all(
      [1, 2, 3].map((theme) => world.pap(BEN, `highlight theme ${theme}`)),
    );
    for (const { objective, story } of truths) {
      const { ref, title, example, rag, fade } = objective;
      const shown = await world.pap(CERYS, `show ${ref}`);
      const why = textOf(await world.pap(CERYS, `why ${ref}`));
      const now = ratingText(objective);
      const row = rowOf(pack, ref);

      expect(factsOf(shown.message).Rating, `show ${ref}`).toContain(now);
      expect(exported.find((one) => one.ref === ref)?.rag ?? null, `export of ${ref}`).toBe(rag);
      expect(row.now, `the pack on ${ref}`).toEqual(
        rag && fade ? { rating: null, words: fadeWords(rag, fade) } : { rating: rag },
      );
      if (home.includes(`${ref} ${title}`)) expect(home, `Home on ${ref}`).toContain(now);
      if (ref === '2B:2')
        expect(families, 'the families’ page').toContain(now.replace(/^\S+ /, ''));
      if (!story) continue;
      const told = storyText(story, { example, timeZone: ZONE });
      const words = ownWords(story);
      expect(textOf(shown), `show ${ref}`).toContain(`Last recorded: ${told}`);
      if (words) expect(why, `why ${ref}`).toContain(words);
      if (words) expect(row.why, `the pack on ${ref}`).toContain(words);
      if (rag === 'red' || rag === 'amber') {
        const concern = reports
          .flatMap(({ message }) => itemsOf(message))
          .find((item) => item.startsWith(`${ref} ${title}`));
        expect(concern, `the highlight report on ${ref}`).toContain(
          storyText(story, { example, timeZone: ZONE, fade }),
        );
      }
      await expectDigest(objective, story);
    }
  }

  /** In what is new of a theme's week an objective stands once, with its latest words. */
  async function expectDigest({ ref, themes }: Objective, { reason }: RatingStory): Promise<void> {
    const { world } = parts;
    const now = await world.clock.now();
    for (const { id } of themes) {
      const theme = (await world.record.kpis.themes()).find((one) => one.id === id);
      if (!theme) throw new Error(`there is no theme of ${ref}`);
      const scope = { slot: now, since: now.subtract({ hours: 168 }), now, late: false };
      const of = { variant: 'theme', theme, audience: 'channel' } as const;
      const { message } = await composeDigest(of, world.record, world.partnership, scope);
      const lines = plainText(message).split('\n');
      const until = lines.findIndex((line) => line.startsWith('Where it stands'));
      const own = lines
        .slice(0, until)
        .filter((line) => line.includes(`${ref} `) || line.includes(`${ref}.`));

      expect(own.length, `the digest on ${ref}`).toBeLessThanOrEqual(1);
      const isNew = reason?.by && reason.at.epochMilliseconds > scope.since.epochMilliseconds;
      if (isNew) expect(own[0], `the digest on ${ref}`).toContain(reason.words);
    }
  }

  async function expectKpis(): Promise<void> {
    const { world } = parts;
    const pack = await makePack();
    const families = pageOf(await world.pap(BEN, 'admin families page'));
    const exported = await exportedRows('kpi_observation');
    const report = textOf(await world.pap(BEN, 'highlight theme 1'));
    for (const number of [2, 12]) {
      const shown = factsOf((await world.pap(BEN, `kpi show ${number}`)).message);
      const newest = (shown['Newest on record'] ?? '').split(',')[0] ?? '';
      const asPublished = newest.endsWith('(as published)');
      const figure = newest.replace(' (as published)', '');

      expect(figure, `KPI ${number}`).not.toBe('');
      expect(
        exported.some(({ raw }) => raw === figure),
        `export of KPI ${number}`,
      ).toBe(true);
      expect(JSON.stringify(pack.blocks), `the pack on KPI ${number}`).toContain(figure);
      if (!asPublished) expect(report, `the report on KPI ${number}`).toContain(figure);
      if (number === 12) expect(families, 'the families’ page').toContain(figure);
    }
  }

  async function makePack(): Promise<Document> {
    const { message } = await parts.world.pap(BEN, 'admin pack new');
    await parts.world.pap(BEN, buttonsOf(message)[0]?.line ?? '');
    const { content } = await parts.harness.prisma.boardPack.findFirstOrThrow({
      orderBy: [{ number: 'desc' }, { version: 'desc' }],
    });
    return content as unknown as Document;
  }

  function rowOf({ blocks }: Document, ref: string): { readonly now: Cell; readonly why: string } {
    for (const block of blocks) {
      if (block.kind !== 'table' || !block.caption.startsWith('Objectives: ')) continue;
      const row = block.rows.find(([first]) => first === ref);
      const at = (header: string) => block.columns.findIndex((one) => one.header === header);
      if (row) return { now: row[at('Now')] ?? '', why: String(row[at('Since when, and why')]) };
    }
    throw new Error(`${ref} is not in the pack`);
  }

  async function exportedRows(table: string): Promise<Record<string, unknown>[]> {
    const { files = [] } = await parts.world.pap(BEN, 'admin export json');
    const { tables } = JSON.parse(new TextDecoder().decode(files[0]?.bytes));
    return tables.find((one: { readonly table: string }) => one.table === table).rows;
  }

  function pageOf({ files = [] }: Reply): string {
    return new TextDecoder()
      .decode(files[0]?.bytes)
      .replace(/<style>[\s\S]*?<\/style>/, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
  }
});
