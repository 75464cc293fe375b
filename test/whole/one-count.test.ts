// One way to count: what is said of the ratings at one moment is the same wherever it is said.
import { expect, it } from 'vitest';
import { type Standing, standings } from '../../src/core/message/domain/standing.ts';
import type { ChartData } from '../../src/core/message/messages/chart-data.ts';
import type { Document } from '../../src/core/message/messages/document.ts';
import type { Message } from '../../src/core/message/messages/message.ts';
import { plainText } from '../../src/core/message/messages/plain-text.ts';
import { standingWord } from '../../src/core/message/messages/rag-text.ts';
import { rollCycle } from '../../src/cycle/meetings/app/roll-cycle.ts';
import { composeDigest, type DigestOf } from '../../src/reports/digests/app/compose-digest.ts';
import type { PackRatings } from '../../src/reports/packs/domain/pack-ratings.ts';
import { blocksOf, factsOf } from '../support/world/message-parts.ts';
import { describePlan, type PlanSuite } from '../support/world/plan-suite.ts';
import { textOf } from '../support/world/plan-world.ts';

const OFFICE = 'office@example.org';
const OWNER = 'owner@example.org';

type Counts = Readonly<Record<string, number>>;
type RagOverTime = Extract<ChartData, { kind: 'rag-over-time' }>;

const words = standings.map(standingWord);
const NUMBER = new RegExp(
  `(${[...words].sort((a, b) => b.length - a.length).join('|')}) (\\d+)`,
  'g',
);

/** What a sentence such as `🛑 Red 1 · ⬜ Last known red 1 — of 2` counts, what there is none of left out. */
function countsIn(sentence: string): Counts {
  const found = [...sentence.matchAll(NUMBER)].map(([, word = '', count]) => [word, Number(count)]);
  return Object.fromEntries(found.filter(([, count]) => Number(count) > 0));
}

function countsOf(counts: Partial<Readonly<Record<Standing, number>>>): Counts {
  const told = standings.map((one) => [standingWord(one), counts[one] ?? 0] as const);
  return Object.fromEntries(told.filter(([, count]) => count > 0));
}

/** The first sentence of a text that counts, behind the words `after`. */
function sentenceIn(text: string, after: string): string {
  const at = text.indexOf(after);
  const behind = text.slice(at + after.length).split('\n');
  const line = behind.find((one) => one.includes(' — of '));
  if (at < 0 || line === undefined) throw new Error(`nothing is counted after “${after}”`);
  return line;
}

function chartIn(blocks: readonly { readonly kind: string }[]): RagOverTime {
  const charts = blocks.flatMap((block) => ('chart' in block ? [block.chart as ChartData] : []));
  const found = charts.find((one): one is RagOverTime => one.kind === 'rag-over-time');
  if (!found) throw new Error('there is no chart of ratings');
  return found;
}

function latest({ points }: RagOverTime): Counts {
  return countsOf(points.at(-1)?.counts ?? {});
}

/** How often each rating stands in a column of a pack's table. */
function tally(document: Document, caption: string, header: string): Counts {
  const table = document.blocks.find((one) => one.kind === 'table' && one.caption === caption);
  if (table?.kind !== 'table') throw new Error(`there is no table “${caption}”`);
  const column = table.columns.findIndex((one) => one.header === header);
  const counts: Record<string, number> = {};
  for (const row of table.rows) {
    const word = cellWord(row[column]);
    counts[word] = (counts[word] ?? 0) + 1;
  }
  return counts;
}

function cellWord(cell: unknown): string {
  if (typeof cell !== 'object' || cell === null) return String(cell);
  const { rating, words: said } = cell as { rating: Standing | null; words?: string };
  if (said !== undefined) return words.find((word) => said.startsWith(word)) ?? said;
  return standingWord(rating ?? 'not-rated');
}

function paragraphsOf({ blocks }: Document): string {
  return blocks
    .map((one) =>
      one.kind === 'paragraph'
        ? one.spans.map(({ text }) => text).join('')
        : one.kind === 'heading'
          ? one.text
          : '',
    )
    .join('\n');
}

describePlan('one way to count', (parts: PlanSuite) => {
  async function frozen(): Promise<{ content: Document; ratings: PackRatings }> {
    const pack = await parts.harness.prisma.boardPack.findFirstOrThrow({
      orderBy: { number: 'desc' },
    });
    return pack as unknown as { content: Document; ratings: PackRatings };
  }

  async function digest(of: DigestOf): Promise<Message> {
    const { world } = parts;
    const now = await world.clock.now();
    const scope = { slot: now, since: now.subtract({ hours: 168 }), now, late: false };
    return (await composeDigest(of, world.record, world.partnership, scope)).message;
  }

  /** Everything that counts at the clock's time, against the pack that is made then. */
  async function compare(whole: Counts, byTheme: Readonly<Record<number, Counts>>): Promise<void> {
    const { world } = parts;
    await world.pap(OFFICE, 'admin pack');
    const { content, ratings } = await frozen();
    const text = paragraphsOf(content);
    const office = textOf(await world.pap(OFFICE, 'digest preview office'));
    const board = await digest({ variant: 'board' });

    expect(countsIn(sentenceIn(text, 'Now: ')), 'the pack’s text').toEqual(whole);
    expect(countsOf(ratings.counts), 'what the pack keeps').toEqual(whole);
    expect(countsIn(sentenceIn(office, 'Where it stands')), 'the office’s digest').toEqual(whole);
    expect(countsIn(sentenceIn(plainText(board), 'Where it stands')), 'the board’s').toEqual(whole);
    for (const theme of await world.record.kpis.themes()) {
      const expected = theme.kind === 'theme' ? byTheme[theme.number] : undefined;
      if (!expected) continue;
      const name = `Theme ${theme.number} ${theme.name}`;
      const caption = `Objectives: theme ${theme.number} ${theme.name}`;
      const line = `digest preview theme ${theme.number}`;
      const own = await digest({ variant: 'theme', theme, audience: 'channel' });
      const drawn = await world.pap(OFFICE, `${line} picture`);
      const report = await world.pap(OFFICE, `highlight theme ${theme.number}`);

      expect(countsIn(sentenceIn(text, name)), `${name} in the pack`).toEqual(expected);
      expect(tally(content, caption, 'Now'), `${name}: the table`).toEqual(expected);
      expect(countsIn(sentenceIn(plainText(board), name)), `${name}: board`).toEqual(expected);
      expect(countsIn(sentenceIn(plainText(own), 'Where it stands')), name).toEqual(expected);
      expect(latest(chartIn(drawn.message.blocks)), `${name}: picture`).toEqual(expected);
      expect(countsIn(factsOf(report.message).Ratings ?? ''), `${name}: report`).toEqual(expected);
    }
    await sayTheSameOfEach(ratings);
  }

  /** Home and `show`, of each objective. */
  async function sayTheSameOfEach({ objectives }: PackRatings): Promise<void> {
    const { world } = parts;
    const home = textOf(await world.pap(OWNER, 'mine home'));
    for (const { ref, id, rag } of await world.record.objectives.list(await today())) {
      const packed = objectives.find(({ objectiveId }) => objectiveId === id);
      const shown = factsOf((await world.pap(OFFICE, `show ${ref}`)).message).Rating ?? '';

      expect(packed?.rag, ref).toBe(rag);
      const daysAgo = packed?.fade ? `${packed.fade.daysAgo} days ago` : '';
      expect(shown, ref).toContain(daysAgo);
      if (packed?.fade) expect(shown, ref).not.toMatch(/🟢|🟦|🛑|🔶/);
      if (home.includes(`${ref} `)) expect(home, ref).toContain(shown.split(' · ')[0]);
    }
  }

  async function today() {
    return (await parts.world.clock.now()).toZonedDateTimeISO('Europe/London').toPlainDate();
  }

  const JULY = {
    whole: {
      ...{ Amber: 1, 'Last known red': 1, 'Last known amber': 1, 'Last known green': 2 },
      'Not rated': 1,
    },
    themes: {
      1: { Amber: 1, 'Last known red': 1, 'Last known green': 1 },
      2: { 'Last known green': 1 },
      3: { 'Last known amber': 1, 'Not rated': 1 },
    },
  };

  it('holds over two meetings, and each pack’s last pack is what that one said', async () => {
    const { world } = parts;
    world.at('2024-07-03T11:00');
    await world.pap(OWNER, 'update 1A:1 amber the launch has a day');
    world.at('2024-07-15T10:00');
    await compare(JULY.whole, JULY.themes);
    // It moves after the pack, and before the meeting is over.
    world.at('2024-07-25T08:00');
    await world.run(rollCycle);
    await world.pap(OFFICE, 'admin cycle amend siab 1A:2 red the board saw no session held');
    world.at('2024-09-05T11:00');
    await world.pap(OWNER, 'update 1A:1 green launched');
    world.at('2024-09-16T10:00');

    await compare(
      {
        ...{ Green: 1, 'Last known red': 2, 'Last known amber': 1, Unrated: 1, 'Not rated': 1 },
      },
      {
        1: { Green: 1, 'Last known red': 2 },
        2: { Unrated: 1 },
        3: { 'Last known amber': 1, 'Not rated': 1 },
      },
    );

    const { content } = await frozen();
    const chart = chartIn(content.blocks);
    const numbers = Object.keys(JULY.themes).map(Number) as (keyof typeof JULY.themes)[];
    const themes = (await world.record.kpis.themes()).filter(({ kind }) => kind === 'theme');
    const names = new Map(themes.map(({ number, name }) => [number, name]));
    expect(chart.points.map(({ label }) => label)).toEqual(['24 Jul 2024', 'now']);
    expect(chart.points.map(({ counts }) => countsOf(counts))[0]).toEqual(JULY.whole);
    for (const number of numbers)
      expect(
        tally(content, `Objectives: theme ${number} ${names.get(number)}`, 'Last pack'),
      ).toEqual(JULY.themes[number]);
    const board = await digest({ variant: 'board' });
    expect(latest(chartIn(blocksOf(board, 'chart')))).toEqual(latest(chart));
  });
});
