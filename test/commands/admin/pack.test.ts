// The board's pack: what it says, that it is frozen, and who may have it.
import { expect, it } from 'vitest';
import type { MadeFile, Reply } from '../../../src/core/request/app/inbound.ts';
import { buttonOf } from '../../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../../support/world/outsiders.ts';
import {
  describePlan,
  describePlanOnBoth,
  type PlanSuite,
} from '../../support/world/plan-suite.ts';
import { textOf } from '../../support/world/plan-world.ts';

const office = 'office@example.org';
const owner = 'owner@example.org';
const board = 'femi@example.org';
const cochair = 'cochair@example.org';

function fileOf({ files = [] }: Reply, ending: 'docx' | 'html'): MadeFile {
  const file = files.find(({ name }) => name.endsWith(`.${ending}`));
  if (!file) throw new Error(`there is no .${ending}`);
  return file;
}

function pageOf(reply: Reply): string {
  return new TextDecoder()
    .decode(fileOf(reply, 'html').bytes)
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

function hashes({ files = [] }: Reply): string[] {
  return files.map(({ bytes }) => Buffer.from(bytes).toString('base64'));
}

async function seatOnBoard({ harness, world }: PlanSuite): Promise<void> {
  await harness.prisma.roleGrant.create({
    data: {
      partnershipId: world.partnership.id,
      personId: await world.personId(board),
      role: 'board',
      startsOn: new Date('2024-01-01'),
    },
  });
}

describePlanOnBoth('a board pack', (parts) => {
  it('is frozen: asked for again, it is the same to the byte, whatever changed', async () => {
    const { world } = parts;
    const made = await world.pap(office, 'admin pack');
    await world.pap(owner, 'update 2B:2 amber 14 of 20 trained');
    world.at('2024-07-10T10:00');

    const again = await world.pap(office, 'admin pack');

    expect(textOf(made)).toContain('Board pack 1, version 1 is made');
    expect(textOf(again)).toContain('as they were frozen, byte for byte');
    expect(made.files?.map(({ name }) => name)).toEqual([
      'oxfordshire-board-pack-1-v1.docx',
      'oxfordshire-board-pack-1-v1.html',
    ]);
    expect(hashes(again)).toEqual(hashes(made));
    expect(pageOf(again)).not.toContain('14 of 20 trained');
  });

  it('gets a new version on purpose, once, and keeps the one before', async () => {
    const { world } = parts;
    const first = await world.pap(office, 'admin pack');
    await world.pap(owner, 'update 2B:2 amber 14 of 20 trained');
    const asked = await world.pap(office, 'admin pack siab 24 July 2024 new');
    const { line } = buttonOf(asked.message, 'Make version 2');

    const second = await world.pap(office, line);
    const pressedTwice = await world.pap(office, line);

    expect(line).toBe('admin pack siab 2024-07-24 v2 new confirm');
    expect(textOf(second)).toContain('Board pack 1, version 2 is made');
    expect(pageOf(second)).toContain('14 of 20 trained');
    expect(hashes(pressedTwice)).toEqual(hashes(second));
    expect(hashes(await world.pap(office, 'admin pack siab 24 July 2024 v1'))).toEqual(
      hashes(first),
    );
    const list = textOf(await world.pap(office, 'admin pack list'));
    expect(list.indexOf('1, version 2')).toBeLessThan(list.indexOf('1, version 1'));
    expect(list).not.toContain('version 3');
  });

  it('is made once by two who ask at the same time', async () => {
    const { world, harness } = parts;

    const replies = await Promise.all([
      world.pap(office, 'admin pack'),
      world.pap(office, 'admin pack'),
    ]);

    const [one, other] = replies.map(hashes);
    expect(one).toEqual(other);
    const where = { partnershipId: world.partnership.id };
    expect(await harness.prisma.boardPack.count({ where })).toBe(1);
    expect(await harness.prisma.boardPackFile.count({ where })).toBe(2);
  });

  it('cannot be changed or removed in the database', async () => {
    const { world, harness } = parts;
    await world.pap(office, 'admin pack');

    await expect(harness.pool.query(`UPDATE board_pack_file SET bytes = ''`)).rejects.toThrow();
    await expect(harness.pool.query('DELETE FROM board_pack')).rejects.toThrow();
    await expect(harness.pool.query(`UPDATE board_pack SET ratings = NULL`)).rejects.toThrow();
  });

  it('calls the last pack what that one said, whatever the history says of the day now', async () => {
    const { world, harness } = parts;
    world.at('2024-07-15T10:00');
    await world.pap(office, 'admin pack');
    // As if another version of the program had shown it.
    const made = await harness.prisma.boardPack.findFirstOrThrow();
    const { id: _, ratings, ...facts } = made;
    const { id } = await world.objective('2B:2');
    const kept = ratings as { counts: object; objectives: { objectiveId: string }[] };
    await harness.prisma.boardPack.create({
      data: {
        ...{ ...facts, content: {}, version: 2 },
        ratings: {
          counts: { ...kept.counts, blue: 1, 'last-known-red': 0 },
          objectives: kept.objectives.map((one) =>
            one.objectiveId === id ? { objectiveId: id, rag: 'blue' } : one,
          ),
        },
      },
    });
    world.at('2024-09-02T10:00');

    const text = pageOf(await world.pap(office, 'admin pack siab 25 September 2024'));

    expect(text).toContain('since board pack 1, version 2, for the meeting of Wed 24 July 2024');
    expect(text).toMatch(/2B:2 Named workers[^|]*? ■ Blue □ Last known red, 63 days ago/);
    expect(text).toContain('A?2 B1 –3');
  });

  it('counts a pack that kept no ratings from the history at the moment that it was made', async () => {
    const { world, harness } = parts;
    world.at('2024-07-15T10:00');
    await world.pap(office, 'admin pack');
    const { id: _, ratings: __, ...facts } = await harness.prisma.boardPack.findFirstOrThrow();
    await harness.prisma.boardPack.create({ data: { ...facts, content: {}, version: 2 } });
    await world.pap(owner, 'update 2B:2 green said after the pack, while the clock stood still');
    world.at('2024-09-02T10:00');
    await world.pap(owner, 'update 2B:2 amber 14 of 20 trained');

    const text = pageOf(await world.pap(office, 'admin pack siab 25 September 2024'));

    expect(text).toMatch(/2B:2 Named workers[^|]*? □ Last known red, 14 days ago ◆ Amber/);
    expect(text).toMatch(/1A:2 Example[^|]*? □ Last known green, 14 days ago □ Last known green/);
    // The chart has its column too: nothing was returned by then.
    expect(text).toContain('R?1 A?2 –3');
  });
});

describePlan('what a board pack says', (parts) => {
  it('begins with the meeting, its number, and what moment it is of', async () => {
    const text = pageOf(await parts.world.pap(office, 'admin pack'));

    expect(text).toContain('For the SIAB board meeting of Wed 24 July 2024');
    expect(text).toContain('Pack 1, version 1, made by Ben Example, Example Council');
    expect(text).toContain(
      'It says what the record said at Mon 1 July 2024, 09:45 (Europe/London).',
    );
    expect(text).toContain('Contains example data');
  });

  it('has what needs deciding, each once: decisions asked for, changes proposed', async () => {
    const { world } = parts;
    await world.pap(owner, 'update 2B:2 red nobody is trained yet');
    await world.pap(owner, 'recovery 2B:2 hire two trainers by 31 July decision from SIAB');
    await world.pap(owner, 'admin change 2B:2 date December 2024 because training slipped');

    const text = pageOf(await world.pap(office, 'admin pack'));

    const deciding = text.slice(
      text.indexOf('Decisions asked for'),
      text.indexOf('Objectives: theme 1'),
    );
    expect(deciding).toContain('who pays for the printed copies');
    // Once, as what is to be decided; the recovery action itself stands with the red ones.
    expect(deciding.match(/hire two trainers/g)).toHaveLength(1);
    expect(deciding).toContain(
      '2B:2 D1 Decision wanted so that the recovery action can go ahead: hire two trainers SIAB',
    );
    expect(deciding).toContain('Change to the plan 2B:2');
    expect(deciding).toContain('because training slipped');
  });

  it('has a theme’s counts, its objectives and the way back of the red ones', async () => {
    const text = pageOf(await parts.world.pap(office, 'admin pack'));

    expect(text).toContain('▲ Red 1 · ◆ Amber 1 · ● Green 1 · ■ Blue 0 — of 3');
    expect(text).toMatch(
      /2B:2 Named workers identified, fully trained, and supported Example Council/,
    );
    expect(text).toContain('2B:2 no recovery action is recorded');
  });

  it('has the KPI tables cell for cell, with their footnotes', async () => {
    const { world } = parts;
    const text = pageOf(await world.pap(office, 'admin pack'));
    const themes = await world.record.kpis.themes();

    for (const theme of themes) {
      const table = await world.record.kpis.table(theme.id);
      for (const { name, baseline, performance } of table?.rows ?? [])
        for (const cell of [name, baseline, performance])
          expect(text).toContain(
            cell.replace(/&/g, '&amp;').replace(/'/g, '&#39;').replace(/\s+/g, ' ').trim(),
          );
      for (const note of table?.footnotes ?? [])
        expect(text).toContain(note.text.replace(/'/g, '&#39;').slice(0, 30));
    }
  });

  it('says who gave no return, until they do', async () => {
    const { world } = parts;
    await world.pap(owner, 'update 2B:2 amber 14 of 20 trained');

    const text = pageOf(await world.pap(office, 'admin pack'));

    const silent = text.slice(
      text.lastIndexOf('Objectives without a return'),
      text.lastIndexOf('Every change'),
    );
    expect(silent).toContain('1A:1');
    expect(silent).not.toContain('2B:2');
  });

  it('compares with the pack of the meeting before, and lists what was recorded since', async () => {
    const { world } = parts;
    await world.pap(owner, 'update 2B:2 amber said before the first pack');
    world.at('2024-07-08T10:00');
    await world.pap(office, 'admin pack');
    world.at('2024-07-25T10:00');
    await world.pap(office, 'admin cycle amend siab 2B:2 red the board saw no evidence');
    await world.pap(owner, 'update 1A:2 amber one session fell through');

    const text = pageOf(await world.pap(office, 'admin pack'));

    expect(text).toContain('since board pack 1, version 1, for the meeting of Wed 24 July 2024');
    expect(text).toContain('board pack 2');
    expect(text).toMatch(/2B:2 Named workers[^|]*? ◆ Amber ▲ Red/);
    expect(text).toMatch(/What the board decided of ratings .*the board saw no evidence/);
    expect(text).toContain('one session fell through');
    expect(text).not.toContain('said before the first pack');
    expect(text).toContain('24 Jul 2024');
  });

  it('says how the KPIs read, what co-chairs reported, which ratings faded, and which targets wait', async () => {
    const { world } = parts;
    await world.pap(cochair, 'kpi polarity 2 up-is-good');
    await world.pap(cochair, 'kpi target 2 at least 60%');
    await world.pap(office, 'kpi agree 2');
    await world.pap(cochair, 'kpi comment 2 Two posts were filled');
    await world.pap(cochair, 'highlight theme 1 reason Slow start in spring');
    await world.pap(cochair, 'highlight theme 1 approve confirm');
    world.at('2024-07-15T10:00');

    const text = pageOf(await world.pap(office, 'admin pack'));

    expect(text).toContain('Better: it rose from 45.30%');
    expect(text).toContain('Red: missed · at least 60%');
    expect(text).toContain('Newest on record');
    expect(text).toContain('50.3% (increase of 5% on previous year) (as published)');
    expect(text).toContain('Two posts were filled (Cerys Example');
    expect(text).toContain('July 2024, version 1, approved by Cerys Example');
    expect(text).toContain('Slow start in spring');
    expect(text).toMatch(
      /Target to sign off 2 Proportion of children with EHCPs in mainstream at least 60%/,
    );
    expect(text).toMatch(/□ Last known green, \d+ days ago/);
    expect(text).toContain('by June 2024 — overdue');
    expect(text).toMatch(
      /Rated green, and past their own date 1A:2 due by June 2024 \(Sun 30 June 2024\) \(Last known green/,
    );
    // A stale green is not counted green, and a stale red is still there.
    expect(text).toContain('● Green 0');
    expect(text).toContain('□ Last known red 1');
    expect(text).toMatch(/Red, and the way back 2B:2 no recovery action is recorded/);
  });
});

describePlan('what a pack compares and counts', (parts) => {
  it('is at first what was published: nothing is new, and what was rated since has changed', async () => {
    const { world } = parts;
    await world.pap(owner, 'update 2B:2 amber 14 of 20 trained');
    world.at('2024-07-05T10:00');

    const text = pageOf(await world.pap(office, 'admin pack'));

    expect(text).toContain(
      'Ratings are compared with those that the objectives came with. The rating of 1 objective changed.',
    );
    expect(text).toContain('At the start');
    expect(text).toMatch(/2B:2 Named workers[^|]*? ▲ Red ◆ Amber/);
    expect(text).not.toMatch(/not in the record|added since/);
  });

  it('is at first what was published, also where a meeting was held without a pack', async () => {
    const { world } = parts;
    world.at('2024-07-12T10:00');
    await world.pap(owner, 'update 2B:2 green all trained');
    world.at('2024-09-02T10:00');

    const text = pageOf(await world.pap(office, 'admin pack siab 25 September 2024'));

    expect(text).toContain('since the meeting of Wed 24 July 2024: there is no earlier pack');
    expect(text).toMatch(/2B:2 Named workers[^|]*? ▲ Red ● Green/);
    expect(text).toMatch(/the rating of 4 objectives faded, because no return confirmed it/);
  });

  it('calls an objective new that was added to the plan', async () => {
    const { world } = parts;
    world.at('2024-07-02T10:00');
    const line = 'admin change add 2B:9 "One list of trainers" theme 1 because it was missing';
    await world.pap(cochair, line);
    await world.pap(office, 'admin change approve 1');
    world.at('2024-07-03T10:00');

    const text = pageOf(await world.pap(office, 'admin pack'));

    expect(text).toMatch(/2B:9 One list of trainers[^|]*? added since □ Not rated/);
    expect(text).toContain('1 objective is new');
  });

  it('tells no rating as news that an objective came with, read from a file', async () => {
    const { world } = parts;
    const lines = ['Ref,Objective,RAG', '1.2,A front door,red', 'SEND-14,Reviews on time,green'];
    const file = { name: 'plan.csv', bytes: new TextEncoder().encode(lines.join('\n')) };
    await world.pap(office, 'admin import', { file });
    await world.pap(office, 'admin import confirm 1');
    await world.pap(office, 'update SEND-14 amber three reviews were late');

    const text = pageOf(await world.pap(office, 'admin pack'));

    expect(text).toContain('The rating of 1 objective changed.');
    expect(text).toMatch(/SEND-14 Reviews on time[^|]*? ● Green ◆ Amber/);
    expect(text).not.toContain('New words where the delivery rating is the same');
  });

  it('lists what was closed since, and says that it does not count it', async () => {
    const { world } = parts;
    world.at('2024-07-08T10:00');
    await world.pap(office, 'admin pack');
    await world.pap(owner, 'admin change 1A:1 close because it is done');
    await world.pap(office, 'admin change approve 1');
    world.at('2024-07-25T10:00');

    const text = pageOf(await world.pap(office, 'admin pack'));

    expect(text).toMatch(
      /— of 2\. 1 more is listed that was closed since; it is not counted\. Objectives: theme 1/,
    );
    expect(text).toContain('— of 5 open objectives. 1 more is listed');
    expect(text).toContain('— closed');
  });
});

describePlan('admin pack', (parts) => {
  it('hands out one form of one version, by the line that the file names', async () => {
    const { world } = parts;
    const made = await world.pap(office, 'admin pack');
    const { line, bytes } = fileOf(made, 'docx');
    const { line: html } = fileOf(made, 'html');

    const again = await world.pap(office, line);

    expect(line).toBe('admin pack siab 2024-07-24 v1 docx');
    expect(html).toBe('admin pack siab 2024-07-24 v1 html');
    expect(again.files).toHaveLength(1);
    expect(Buffer.from(again.files?.[0]?.bytes ?? []).equals(bytes)).toBe(true);
  });

  it('notes in the office’s log that it was made, and not that it was fetched', async () => {
    const { world } = parts;
    await world.pap(office, 'admin pack');
    await world.pap(office, 'admin pack');

    const events = await world.record.audit.list(5);

    expect(events.filter(({ kind }) => kind === 'pack-made')).toMatchObject([
      {
        summary: 'board pack 1, version 1, was made for siab on Wed 24 July 2024',
        author: 'Ben Example',
      },
    ]);
  });

  it('is made by the office alone; the board may fetch what was made', async () => {
    const { world } = parts;
    await seatOnBoard(parts);
    const early = await world.pap(board, 'admin pack');
    const made = await world.pap(office, 'admin pack');

    const fetched = await world.pap(board, 'admin pack siab');
    const anew = await world.pap(board, 'admin pack new');

    expect(early).toMatchObject({ outcome: 'refused', code: 'not-permitted' });
    expect(hashes(fetched)).toEqual(hashes(made));
    expect(anew).toMatchObject({ outcome: 'refused', code: 'not-permitted' });
    expect(textOf(await world.pap(board, 'admin pack list'))).toContain('1, version 1');
  });

  it.each([owner, 'cochair@example.org'])('is not for %s', async (email) => {
    await parts.world.pap(office, 'admin pack');
    for (const line of ['admin pack', 'admin pack list', 'admin pack siab 24 July 2024 v1 html']) {
      const reply = await parts.world.pap(email, line);

      expect(reply).toMatchObject({ outcome: 'refused', code: 'not-permitted' });
      expect(reply.files).toBeUndefined();
    }
  });

  it('makes none for a meeting that was held', async () => {
    const { world } = parts;
    world.at('2024-07-25T10:00');

    const reply = await world.pap(office, 'admin pack siab 24 July 2024');
    const anew = await world.pap(office, 'admin pack siab 24 July 2024 new');

    expect(reply).toMatchObject({ outcome: 'refused', code: 'no-pack' });
    expect(anew).toMatchObject({ outcome: 'refused', code: 'no-pack' });
  });

  it.each([
    ['admin pack siab 23 July 2024', 'unknown-meeting'],
    ['admin pack siab soon', 'bad-date'],
    ['admin pack scrutiny', 'no-pack'],
    ['admin pack nowhere', 'unknown-forum'],
    ['admin pack siab v7', 'unknown-pack'],
  ])('refuses “%s”', async (line, code) => {
    expect(await parts.world.pap(office, line)).toMatchObject({ outcome: 'refused', code });
  });

  itIsClosedToOutsiders('admin pack list', () => parts);
});
