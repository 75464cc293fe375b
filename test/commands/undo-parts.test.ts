// `/pap undo` of what is no rating: a recovery action planned or done, a decision asked for, taken or withdrawn, reminders put off.

import { expect, it } from 'vitest';
import { ASHA, BEN, CERYS, ELLA, FEMI } from '../support/world/cast.ts';
import {
  buttonOf,
  factsOf,
  footerOf,
  itemsOf,
  paragraphsOf,
} from '../support/world/message-parts.ts';
import { describePlanOnBoth } from '../support/world/plan-suite.ts';

const PLAN = 'recovery 2B:2 train the last six by 31 July decision from SIAB';
const ASK = 'decide 2B:2 needed a second trainer from SIAB by 24 July';
const TAKE = 'decide 2B:2 D1 agreed, from September';

describePlanOnBoth('undo', (parts) => {
  const type = async (lines: readonly (readonly [string, string])[]) => {
    for (const [who, line] of lines) {
      const { outcome, message } = await parts.world.pap(who, line);
      expect(outcome, `${line}: ${message.title}`).toBe('done');
    }
  };
  const roads = async () => itemsOf((await parts.world.pap(FEMI, 'recovery 2B:2')).message);
  const decisions = async () => itemsOf((await parts.world.pap(FEMI, 'decide 2B:2')).message);
  const kept = async () => [await roads(), await decisions()];

  /** Who does what before, what they do, what it is called, and what holds again. */
  const acts: readonly {
    readonly name: string;
    readonly before: readonly (readonly [string, string])[];
    readonly by: string;
    readonly line: string;
    readonly part: string;
    readonly holds: string;
    /** Nothing was there: it stays as taken back. */
    readonly added?: readonly [roads: string, decisions: string];
  }[] = [
    {
      ...{ name: 'a recovery action planned', before: [], by: ASHA, line: PLAN, part: 'V1' },
      holds: '2B:2 V1 is taken back; 2B:2 D1 is taken back',
      added: [' · withdrawn', ' · withdrawn'],
    },
    {
      ...{ name: 'a better one planned', before: [[ASHA, PLAN]], by: ASHA, part: 'V2' },
      line: 'recovery 2B:2 hire two by 30 August',
      holds: '2B:2 V2 is taken back; 2B:2 V1 is open again; 2B:2 D1 is needed again',
    },
    {
      ...{ name: 'a recovery action done', before: [[ASHA, PLAN]], by: ASHA, part: 'V1' },
      line: 'recovery 2B:2 done all trained',
      holds: '2B:2 V1 is open again; 2B:2 D1 is needed again',
    },
    {
      ...{ name: 'a decision asked for', before: [], by: ASHA, line: ASK, part: 'D1' },
      holds: '2B:2 D1 is taken back',
      added: ['', ' · withdrawn'],
    },
    {
      ...{ name: 'a decision taken', before: [[ASHA, ASK]], by: CERYS, line: TAKE, part: 'D1' },
      holds: '2B:2 D1 is needed again',
    },
    {
      ...{ name: 'a decision withdrawn', before: [[ASHA, ASK]], by: ASHA, part: 'D1' },
      line: 'decide 2B:2 withdraw D1',
      holds: '2B:2 D1 is needed again',
    },
  ];

  it.each(acts)('takes $name back, once, and nobody else does', async (act) => {
    const { before, by, line, part, holds, added } = act;
    const { world } = parts;
    await type(before);
    const was = await kept();
    const receipt = await world.pap(by, line);
    const { id } = await world.objective('2B:2');
    const entries = (await world.record.history.list(id)).length;
    const button = buttonOf(receipt.message, `Undo 2B:2 ${part}`).line;

    for (const other of [ASHA, BEN, CERYS, ELLA].filter((one) => one !== by))
      expect((await world.pap(other, button)).code, other).toMatch(
        other === before[0]?.[0] ? /^(?:not-permitted|undo-built-on)$/ : /^not-permitted$/,
      );
    const pressed = await Promise.all([world.pap(by, button), world.pap(by, button)]);
    const undone = pressed.find(({ outcome }) => outcome === 'done');

    expect(pressed.map(({ code }) => code ?? 'done').toSorted()).toEqual([
      'done',
      'nothing-to-undo',
    ]);
    expect(undone && factsOf(undone.message)['What holds now']).toBe(holds);
    expect(undone && footerOf(undone.message)).toContain('Both stay in the history');
    const count = holds.split(';').length;
    expect(await world.record.history.list(id)).toHaveLength(entries + count);
    const { message: shown } = await world.pap(by, 'show 2B:2 history');
    expect(itemsOf(shown).filter((one) => one.endsWith('— taken back since'))).toHaveLength(count);
    expect((await world.record.history.verify()).firstBreak).toBeNull();
    const now = await kept();
    if (added)
      expect(now.map((list) => list.join())).toEqual(
        added.map((end) => expect.stringContaining(end)),
      );
    else expect(now.flat()).toEqual(expect.arrayContaining(was.flat()));

    expect((await world.pap(by, line)).outcome).toBe('done');
    world.at('2024-07-01T09:56');
    const late = await world.pap(by, 'undo 2b2');
    expect(late.code).toBe('undo-too-late');
    expect(paragraphsOf(late.message)[0]).toMatch(
      /^Nothing was changed: you can undo for 10 minutes\. Say what is so now with \/pap (?:decide|recovery) 2B:2/,
    );
  });

  it('takes a part back by its reference, for one request once', async () => {
    const { world, harness } = parts;
    await type([[ASHA, PLAN]]);
    const requestId = 'test:undo-part';
    await world.pap(ASHA, 'undo 2b2 v1', { requestId });
    const held = await kept();
    await harness.prisma.answeredRequest.deleteMany({ where: { requestId } });

    await world.pap(ASHA, 'undo 2b2 v1', { requestId });

    expect(await kept()).toEqual(held);
    expect(held[0]?.[0]).toContain(' · withdrawn');
    expect((await world.pap(ASHA, 'undo 2B:2 V9')).code).toBe('nothing-to-undo');
    expect((await world.pap(ASHA, 'undo 2B:2 please')).code).toBe('usage');
  });

  it('is refused once something rests on it, and says what', async () => {
    const { world } = parts;
    await type([
      [ASHA, PLAN],
      [CERYS, 'decide 2B:2 D1 agreed'],
    ]);
    const held = await kept();

    const reply = await world.pap(ASHA, 'undo 2B:2');

    expect(reply.code).toBe('undo-built-on');
    expect(paragraphsOf(reply.message)[0]).toBe(
      'Nothing was changed: Cerys Example recorded 2B:2 D1 as taken after that, and it rests on what you want to undo. /pap show 2B:2 history shows it. Say what is so now with /pap recovery 2B:2 what is done by 31 July.',
    );
    expect(await kept()).toEqual(held);
  });

  it.each([
    [
      'a second open recovery action',
      [ASHA, 'recovery 2B:2 done V1'],
      [ELLA, 'recovery 2B:2 hire two by 30 August'],
    ],
    [
      'a decision for a recovery action that is over',
      [CERYS, 'decide 2B:2 D1 agreed'],
      [ELLA, 'recovery 2B:2 done'],
    ],
  ] as const)('leaves no %s', async (_what, [by, line], later) => {
    const { world } = parts;
    await type([[ASHA, PLAN], [by, line], later]);
    const held = await kept();

    expect((await world.pap(by, 'undo 2B:2')).code).toBe('undo-built-on');
    expect(await kept()).toEqual(held);
  });

  it('is possible again once what rested on it was taken back', async () => {
    const { world } = parts;
    await type([
      [ASHA, PLAN],
      [CERYS, 'decide 2B:2 D1 agreed'],
      [CERYS, 'undo 2B:2'],
      [ASHA, 'undo 2B:2'],
    ]);

    expect((await roads())[0]).toContain(' · withdrawn');
    expect((await world.pap(ASHA, 'undo 2B:2')).code).toBe('nothing-to-undo');
  });

  it('takes a button’s own act back and no other', async () => {
    const { world } = parts;
    const asked = await world.pap(ASHA, ASK);
    const withdrawn = await world.pap(ASHA, 'decide 2B:2 withdraw D1');
    const press = async (message: typeof asked.message) =>
      await world.pap(ASHA, buttonOf(message, 'Undo 2B:2 D1').line);

    expect((await press(asked.message)).code).toBe('undo-built-on');
    expect((await press(withdrawn.message)).outcome).toBe('done');
    expect((await press(withdrawn.message)).code).toBe('nothing-to-undo');
    expect((await decisions())[0]).not.toContain('withdrawn');
  });

  it('keeps back what has not gone out about a decision', async () => {
    const { world } = parts;
    await type([
      [ASHA, ASK],
      [CERYS, TAKE],
    ]);

    const { message } = await world.pap(CERYS, 'undo');
    await world.deliver();

    expect(factsOf(message)['What follows']).toBe(
      '2 messages about it had not gone out and will not.',
    );
    expect(world.sent).toEqual([]);
  });

  it('tells those who had been told of a decision, and tells them of the next one', async () => {
    const { world } = parts;
    await type([
      [ASHA, ASK],
      [CERYS, TAKE],
    ]);
    await world.deliver();

    const { message } = await world.pap(CERYS, 'undo');
    await type([[CERYS, TAKE]]);
    await world.deliver();

    expect(factsOf(message)['What follows']).toBe(
      '2 people who had been told of it hear that it is taken back.',
    );
    const titles = world.sent.map((one) => one.message.title);
    expect(titles.toSorted()).toEqual([
      'Decided: 2B:2 D1',
      'Decided: 2B:2 D1',
      'Decided: 2B:2 D1',
      'Decided: 2B:2 D1',
      'Not decided after all: 2B:2 D1',
      'Not decided after all: 2B:2 D1',
    ]);
    const news = world.sent.find((one) => one.message.title.startsWith('Not'));
    expect(news && paragraphsOf(news.message)).toEqual([
      '2B:2 Named workers identified, fully trained, and supported',
      'Still needed: a second trainer',
      'Cerys Example, Example NHS, recorded a decision by mistake and took it back.',
    ]);
  });

  it('is refused once the papers are frozen that have it in them, and not of what came after', async () => {
    const { world } = parts;
    world.at('2024-07-16T16:58');
    await type([[ASHA, ASK]]);
    world.at('2024-07-16T17:02');
    expect((await world.pap(ASHA, 'undo 2B:2')).code).toBe('cycle-frozen');

    await type([[ASHA, 'decide 2B:2 needed two rooms from SIAB']]);
    expect((await world.pap(ASHA, 'undo 2B:2')).outcome).toBe('done');
  });

  it('is the right of today: a cover that has ended takes nothing back', async () => {
    const { world } = parts;
    await type([
      [ASHA, 'away today cover @femi'],
      [FEMI, 'away accept 1'],
    ]);
    world.at('2024-07-01T23:55');
    await type([[FEMI, PLAN]]);
    world.at('2024-07-02T00:01');

    expect((await world.pap(FEMI, 'undo 2B:2 V1')).code).toBe('not-permitted');
    expect((await world.pap(FEMI, 'undo')).code).toBe('not-permitted');
  });

  it('takes back whatever was done last, one after the other', async () => {
    const { world } = parts;
    await type([[ASHA, 'update 2B:2 amber 14 of 20 trained']]);
    world.at('2024-07-01T09:46');
    await type([[ASHA, ASK]]);
    world.at('2024-07-01T09:47');
    await type([[ASHA, 'snooze 2 days']]);

    const titles = [];
    for (let press = 0; press < 4; press += 1)
      titles.push((await world.pap(ASHA, 'undo')).message.title);

    expect(titles).toEqual([
      'Taken back: chases come when they are due',
      'Taken back: 2B:2 D1 decision',
      'Taken back: 2B:2 Named workers identified, fully trained, and supported',
      'You have nothing to take back',
    ]);
  });

  it('lets reminders come again that were put off, for whoever did it and ten minutes', async () => {
    const { world } = parts;
    await type([[ASHA, 'snooze 2 days']]);
    expect((await world.pap(BEN, 'undo')).code).toBe('nothing-to-undo');
    expect((await world.pap(ASHA, 'snooze')).code).toBe('snoozed-already');

    const replies = await Promise.all([world.pap(ASHA, 'undo'), world.pap(ASHA, 'undo')]);

    expect(replies.filter(({ outcome }) => outcome === 'done')).toHaveLength(1);
    const log = (await world.record.audit.list(2)).map(({ kind }) => kind);
    expect(log).toEqual(['chases-not-put-off', 'chases-put-off']);
    await type([[ASHA, 'snooze 2 days']]);
    world.at('2024-07-01T09:56');
    const late = await world.pap(ASHA, 'undo');
    expect(late.code).toBe('undo-too-late');
    expect(paragraphsOf(late.message)[0]).toContain('/pap snooze off');
    await type([[ASHA, 'snooze off']]);
  });
});
