// “What did the board see then?”: each view is asked at the end of several days and must say later, as at
// those days, what it said then.

import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import type { Block } from '../../../../src/core/message/messages/message.ts';
import { type Command, type Given, reply } from '../../../../src/core/request/app/command.ts';
import type { Reply } from '../../../../src/core/request/app/inbound.ts';
import { rollCycle } from '../../../../src/cycle/meetings/app/roll-cycle.ts';
import type { NewItem } from '../../../../src/plan/plan-items/app/plan-item-ports.ts';
import { answerAsAt } from '../../../../src/service/dispatch/app/run-as-at.ts';
import { FEMI } from '../../../support/world/cast.ts';
import {
  buttonsOf,
  factsOf,
  itemsOf,
  paragraphsOf,
  rowsOf,
} from '../../../support/world/message-parts.ts';
import {
  describePlan,
  describePlanOnBoth,
  type PlanSuite,
} from '../../../support/world/plan-suite.ts';
import {
  london,
  type PlanWorld,
  SLACK_TEAM,
  terminalInbound,
} from '../../../support/world/plan-world.ts';
import { itRefuses } from '../../../support/world/refusals.ts';
import { samplePlanXlsx } from '../../../support/world/sample-plans.ts';

const OWNER = 'owner@example.org';
const OFFICE = 'office@example.org';
const DEPUTY = 'deputy@example.org';

const plan = 'Ref,Objective\n2B:2,Example: every worker is named';

type Said = readonly [who: string, line: string];

/** What is said of the plan and of what is on an objective. */
const VIEWS: readonly Said[] = [
  [OFFICE, 'why 2B:2'],
  [OWNER, 'show 2B:2 all history'],
  [OWNER, 'show 2B:2'],
  [OFFICE, 'show 1A:1 history'],
  [OWNER, 'mine'],
  [FEMI, 'mine'],
  [OFFICE, 'outstanding'],
  [OFFICE, 'outstanding theme 1 red'],
  [OFFICE, 'outstanding overdue'],
  [OFFICE, 'kpi theme 1'],
  ['cochair@example.org', 'digest preview theme 1'],
  [OFFICE, 'evidence 2B:2'],
  [OWNER, 'decide'],
  [OFFICE, 'decide theme 1'],
  [OFFICE, 'decide 2B:2'],
  [OWNER, 'challenge'],
  [OFFICE, 'challenge 2B:2'],
  [OFFICE, 'recovery 2B:2'],
  [OWNER, 'handover'],
  [OFFICE, 'handover'],
  [OWNER, 'admin change'],
  [OFFICE, 'admin change 1'],
  [OFFICE, 'admin change diff 1 now'],
];

/** What the office and people change that is no objective's history, and the views that rest on it. */
const AROUND: readonly Said[] = [
  [OWNER, 'mine'],
  [DEPUTY, 'mine'],
  [OFFICE, 'outstanding'],
  [OFFICE, 'show 2B:2 all history'],
  [OFFICE, 'show 1A:2 all'],
  ['cochair@example.org', 'digest preview theme 1'],
  [OWNER, 'away'],
  [DEPUTY, 'away'],
  [OFFICE, 'away'],
  [OFFICE, 'handover'],
  [OWNER, 'settings'],
  [OWNER, 'whoami'],
  [DEPUTY, 'whoami'],
  [OFFICE, 'help ratings'],
  [OFFICE, 'help amber'],
  [OFFICE, 'admin rag'],
  [OFFICE, 'admin cycle'],
  [OFFICE, 'admin channel'],
  [OFFICE, 'admin people'],
  [OFFICE, 'admin people @asha'],
  [OFFICE, 'admin people requests'],
  [OFFICE, 'admin audit'],
  [OFFICE, 'admin import'],
  [OFFICE, 'admin change versions'],
  [OFFICE, 'admin change diff 1 now'],
  [OFFICE, 'admin change diff 1 2'],
];

const DAYS = ['2024-07-01', '2024-07-02', '2024-07-03', '2024-07-04', '2024-07-05', '2024-07-08'];

describePlanOnBoth('a view as at a date', (parts) => {
  it('says what it said at the end of that day, whatever came later', async () => {
    const { world } = parts;
    const then: Then = new Map();
    for (const day of DAYS) {
      await happenings(parts)[day]?.();
      await keepSaid(world, VIEWS, day, then);
    }
    world.at('2024-07-29T10:00');
    await world.run(rollCycle);
    await world.pap(OFFICE, 'update 1A:1 green all of it is done');

    await expectSaid(world, VIEWS, then);
    // The days differ, so that nothing is shown to be equal for want of anything to show.
    expect(differing(then, 'show 2B:2 all history')).toBe(DAYS.length);
  }, 240_000);

  it('takes away what each verb that changes the plan recorded', async () => {
    const { world } = parts;
    const days: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
      [
        '2024-07-01',
        [
          [OFFICE, 'admin change baseline'],
          [OWNER, 'update 2B:2 amber 14 of 20 trained'],
          [OWNER, 'evidence 2B:2 https://example.org/register training register done'],
          ['cochair@example.org', 'challenge 2B:2 what changed since May?'],
        ],
      ],
      [
        '2024-07-02',
        [
          [OWNER, 'challenge 2B:2 answer six more were trained in June'],
          [OWNER, 'recovery 2B:2 train the last six workers by 31 July'],
          [OWNER, 'decide 2B:2 needed a second trainer from SIAB by 24 July'],
          [OWNER, 'handover 2B:2 @femi'],
        ],
      ],
      [
        '2024-07-03',
        [
          [FEMI, 'handover accept 1'],
          [OFFICE, 'decide 2B:2 D1 agreed, from September'],
          [FEMI, 'recovery 2B:2 done all six are trained'],
        ],
      ],
      [
        '2024-07-04',
        [
          [FEMI, 'admin change 2B:2 date September 2024 because two posts are vacant'],
          [OFFICE, 'admin change approve 1 agreed'],
          [FEMI, 'evidence 2B:2 with six parents of the forum 12 June'],
        ],
      ],
      [
        '2024-07-05',
        [
          [
            FEMI,
            'admin change 2B:2 title Named workers are in place because the wording was unclear',
          ],
          [OFFICE, 'admin change approve 2 agreed'],
          [FEMI, 'admin change close 1A:2 because all are inducted'],
          [OFFICE, 'admin change approve 3 agreed'],
          [OFFICE, 'evidence 2B:2 withdraw E1'],
        ],
      ],
    ];
    const then: Then = new Map();
    for (const [day, lines] of days) {
      world.at(`${day}T10:00`);
      for (const line of lines) await mustDo(world, line);
      await keepSaid(world, VIEWS, day, then);
    }
    world.at('2024-07-11T10:00');
    await world.pap(OFFICE, 'admin change 1A:1 title One front door because it was too long');

    await expectSaid(world, VIEWS, then);
    for (const line of ['evidence 2B:2', 'decide', 'challenge', 'recovery 2B:2', 'admin change'])
      expect(differing(then, line), line).toBeGreaterThan(1);
  }, 240_000);

  it('knows people, roles, meetings, agreements, channels and wordings as they were', async () => {
    const { world } = parts;
    const then: Then = new Map();
    for (const [day, things] of Object.entries(around)) {
      world.at(`${day}T10:00`);
      for (const thing of things)
        if (typeof thing === 'function') await thing(parts);
        else await mustDo(world, thing);
      await keepSaid(world, AROUND, day, then);
    }
    world.at('2024-07-25T10:00');
    await world.run(rollCycle);
    for (const line of last) await mustDo(world, line);

    await expectSaid(world, AROUND, then);
    for (const [who, line] of AROUND.filter(([, line]) => line !== 'admin people requests'))
      expect(differing(then, line, who), `${who} ${line}`).toBeGreaterThan(1);
  }, 240_000);

  it('knows the returns that were answered by what was taken back later', async () => {
    const { world } = parts;
    world.at('2024-07-02T23:55');
    await world.pap(OWNER, 'same 2B:2');
    world.at('2024-07-03T00:02');
    await world.pap(OWNER, 'undo 2B:2');

    const before = await world.pap(OFFICE, 'outstanding theme 1 at 1 July 2024');
    const between = await world.pap(OFFICE, 'outstanding theme 1 at 2 July 2024');
    const after = await world.pap(OFFICE, 'outstanding theme 1');

    expect(JSON.stringify(before.message)).toContain('2B:2');
    expect(JSON.stringify(between.message)).not.toContain('2B:2');
    expect(JSON.stringify(after.message)).toContain('2B:2');
  });

  it('knows neither an objective nor a cycle that came later', async () => {
    const { world, harness } = parts;
    await addObjective(parts, '2024-07-03T10:00');
    world.at('2024-07-04T10:00');

    const today = await world.pap(OFFICE, 'show 2B:7');
    const earlier = await world.pap(OFFICE, 'show 2B:7 at 2 July 2024');

    expect(today.outcome).toBe('done');
    expect(earlier.code).toBe('unknown-objective');
    expect(buttonsOf(earlier.message).every(({ line }) => line.endsWith(' at 2 July 2024'))).toBe(
      true,
    );
    expect(await harness.prisma.objective.count({ where: { ref: '2B:7' } })).toBe(1);
  });

  it('knows who answered for it then, also when they have left since', async () => {
    const { world, harness } = parts;
    await harness.prisma.person.updateMany({
      where: { id: await world.personId(OWNER) },
      data: { active: false, leftOn: new Date('2024-07-03') },
    });
    world.at('2024-07-04T10:00');

    const now = await world.pap(OFFICE, 'show 2B:2');
    const then = await world.pap(OFFICE, 'show 2B:2 at 2 July 2024');

    expect(factsOf(now.message).Owner).toBe('nobody is named — vacant; deputy Ella Example');
    expect(factsOf(then.message).Owner).toBe('Asha Example, Example Council; deputy Ella Example');
  });
});

describePlanOnBoth('an import as at a date', (parts) => {
  it('is what it would have done then, and what had become of it by then', async () => {
    const { world } = parts;
    const file = { name: 'plan.csv', bytes: new TextEncoder().encode(plan) };
    world.at('2024-07-02T10:00');
    await world.pap(OFFICE, 'admin import', { file });
    world.at('2024-07-03T10:00');
    await mustDo(world, [OWNER, 'admin change 2B:2 title Named workers because it was too long']);
    await mustDo(world, [OFFICE, 'admin change approve 1 agreed']);
    const before = await world.footprint();
    const read = async (line: string) => rowsOf((await world.pap(OFFICE, line)).message).join();

    const first = await read('admin import 1 at 2 July 2024');
    expect(first).toContain('Example: every worker is named');
    expect(first).not.toContain('title,Named workers →');
    expect(await read('admin import 1')).toContain('title,Named workers →');
    expect(await world.footprint()).toEqual(before);
    const early = await world.pap(OFFICE, 'admin import 1 at 1 July 2024');
    expect(early).toMatchObject({ code: 'unknown-import' });
    expect(early.message.title).toBe('Import 1 had not been read by Mon 1 July 2024');

    world.at('2024-07-04T10:00');
    await mustDo(world, [OFFICE, 'admin import confirm 1']);
    world.at('2024-07-05T10:00');
    expect(await read('admin import 1 at 2 July 2024')).toBe(first);
    const settled = await world.pap(OFFICE, 'admin import 1 at 4 July 2024');
    expect(settled.message.title).toBe('plan.csv was imported before');
  });
});

describePlan('a line with a date', (parts) => {
  it.each([
    'mine at 30 June 2024',
    'outstanding at 30 June 2024',
    'outstanding red at 30/06/2024',
    'kpi theme 1 at 2024-06-30',
    'digest preview at June 2024',
    'show 2B:2 at 30 June',
    '2b2 at 30 june 2024',
    'mine AT 30 June 2024',
  ])('says of when it is, and has nothing to press: %j', async (line) => {
    const { world } = parts;

    const { message, outcome } = await world.pap(OWNER, line);

    expect(outcome).toBe('done');
    expect(paragraphsOf(message)[0]).toBe(
      'As at Sun 30 June 2024. This is what had been recorded by the end of that day.',
    );
    expect(buttonsOf(message)).toEqual([]);
  });

  it('says of a day to come that it is what has been recorded so far', async () => {
    const { world } = parts;

    const { message } = await world.pap(OWNER, 'mine at 24 July 2024');

    expect(paragraphsOf(message)[0]).toBe(
      'As at Wed 24 July 2024. That day is still to come: this is what has been recorded so far.',
    );
    expect(paragraphsOf(message)[1]).toBe(
      paragraphsOf((await world.pap(OWNER, 'mine')).message)[0],
    );
  });

  it('leaves “at risk” to be the rating that it is', async () => {
    const { world } = parts;

    const risk = await world.pap(OFFICE, 'outstanding at risk');
    const both = await world.pap(OFFICE, 'outstanding at risk at 1 July 2024');

    expect(risk.outcome).toBe('done');
    expect(JSON.stringify(risk.message)).not.toContain('As at');
    expect(itemsOf(both.message)).toEqual(itemsOf(risk.message));
  });

  it.each([
    [
      'update 2B:2 amber waiting for the meeting at 1 July 2024',
      'waiting for the meeting at 1 July 2024',
    ],
    ['same 2B:2 as agreed at 1 July 2024', 'as agreed at 1 July 2024'],
  ])('is left whole where it is a note: %j', async (line, note) => {
    const { world } = parts;

    const { message } = await world.pap(OWNER, line);

    expect(factsOf(message).Note).toBe(note);
  });

  it.each<[string, string, string, string?]>([
    [OWNER, 'evidence 2B:2 https://example.org/m', 'minutes of the meeting at 24 July 2024'],
    [OWNER, 'evidence 2B:2 https://example.org/m', 'at 24 July 2024'],
    [OFFICE, 'evidence 2B:2 waive', 'it was seen at 1 July 2024'],
    ['cochair@example.org', 'challenge 2B:2', 'who was there at 1 July 2024'],
    ['cochair@example.org', 'challenge 2B:2', 'at the meeting you said amber'],
    [OWNER, 'recovery 2B:2', 'at the school all six are trained', ' by 31 August 2024'],
  ])(
    'is part of what is recorded behind a line that records: %s types “%s %s”',
    async (who, start, words, more = '') => {
      const { world } = parts;
      const { id } = await world.objective('2B:2');

      const reply = await world.pap(who, `${start} ${words}${more}`);

      expect(reply.outcome, JSON.stringify(reply.message)).toBe('done');
      const titles = (await world.record.items.list({ objectiveIds: [id] })).map(
        ({ title }) => title,
      );
      expect(titles).toContain(words);
    },
  );

  it.each([
    [OWNER, 'away'],
    [OWNER, 'handover'],
    [OWNER, 'evidence 2b 2'],
    [OWNER, 'decide'],
    [OWNER, 'decide theme 1'],
    [OWNER, 'decide 2B:2'],
    [OWNER, 'challenge'],
    [OWNER, 'challenge 2B:2'],
    [OWNER, 'recovery 2B:2'],
    [OWNER, 'whoami'],
    [OWNER, 'settings'],
    [OWNER, 'help ratings'],
    [OWNER, 'help red'],
    [OWNER, 'admin rag'],
    [OWNER, 'admin change'],
    [OWNER, 'admin change versions'],
    [OFFICE, 'admin cycle'],
    [OFFICE, 'admin channel'],
    [OFFICE, 'admin people'],
    [OFFICE, 'admin people @ella'],
    [OFFICE, 'admin people requests'],
    [OFFICE, 'admin audit'],
    [OFFICE, 'admin import'],
  ])('%s asks “%s at 1 July 2024”, and nothing happens', async (who, line) => {
    const { world } = parts;
    const before = await world.footprint();

    const reply = await world.pap(who, `${line} at 1 July 2024`);

    expect(reply.outcome, JSON.stringify(reply.message)).toBe('done');
    expect(paragraphsOf(reply.message)[0]).toContain('As at Mon 1 July 2024.');
    expect(await world.footprint()).toEqual(before);
  });

  itRefuses(
    () => parts,
    [
      [OWNER, 'handover 2B:2 @femi at 1 July 2024', 'unknown-person'],
      [OWNER, 'away off at 1 July 2024', 'bad-period'],
      [OWNER, 'settings hour 14 at 1 July 2024', 'usage'],
      [OWNER, 'admin change 2B:2 at 1 July 2024', 'usage'],
      [OWNER, 'help update at 1 July 2024', 'unknown-verb'],
    ],
  );

  it.each([
    [OWNER, 'why', 'why'],
    [OWNER, 'link', 'whoami at 1 July 2024'],
    [OFFICE, 'admin audit verify', 'admin audit verify'],
    [OFFICE, 'admin import columns', 'admin import columns'],
    [OFFICE, 'admin import confirm 1', 'admin import 1 at 1 July 2024'],
    [OFFICE, 'admin import drop #1', 'admin import 1 at 1 July 2024'],
    [OFFICE, 'admin status', 'admin status'],
    [OFFICE, 'admin delivery', 'admin delivery'],
  ])('says why “%s … %s” has no date, and what to type instead', async (who, line, instead) => {
    const { world } = parts;
    const before = await world.footprint();

    const { code, message } = await world.pap(who, `${line} at 1 July 2024`);

    expect(code).toBe('usage');
    expect(buttonsOf(message)).toMatchObject([{ line: instead }]);
    const [, help = ''] = /\/pap (help [a-z ]+)/.exec(JSON.stringify(message)) ?? [];
    expect((await world.pap(who, help)).outcome, help).toBe('done');
    expect(await world.footprint()).toEqual(before);
  });

  it('says which lines are not of that day where their changes were not kept yet', async () => {
    const { world, harness } = parts;
    const { id: partnershipId } = world.partnership;
    await harness.prisma.rowChange.create({
      data: {
        ...{ partnershipId, tableName: 'row_change', rowId: partnershipId },
        at: new Date('2024-07-02T09:00:00Z'),
      },
    });
    world.at('2024-07-04T10:00');

    const before = await world.pap(OFFICE, 'admin cycle at 1 July 2024');
    const after = await world.pap(OFFICE, 'admin cycle at 2 July 2024');

    expect(paragraphsOf(before.message)[1]).toBe(
      'People, roles, meetings, covers, channels and the wording of colours were not kept before Tue 2 July 2024, 10:00: they are shown as they were then.',
    );
    expect(JSON.stringify(after.message)).not.toContain('were not kept');
  });

  it('says of somebody that they were not on the plan then', async () => {
    const { world } = parts;
    world.at('2024-07-03T10:00');
    await world.pap(OFFICE, 'admin people add "Sam Reed" sam@nhs.example Example NHS');
    world.at('2024-07-04T10:00');

    const { message } = await world.pap('sam@nhs.example', 'whoami at 2 July 2024');

    expect(message.title).toBe('Sam Reed was not on the plan');
  });

  itRefuses(
    () => parts,
    [
      ['cochair@example.org', 'mine at soonish', 'bad-date'],
      ['cochair@example.org', 'outstanding at 31/02/2024', 'bad-date'],
      ['cochair@example.org', 'digest now theme 1 at 1 July 2024', 'usage'],
      ['cochair@example.org', 'digest off at 1 July 2024', 'usage'],
    ],
  );

  it.each([
    ['digest preview office', 'usage'],
    ['admin cycle', 'not-permitted'],
    ['admin people', 'not-permitted'],
    ['admin people requests', 'not-permitted'],
    ['admin people @ella', 'not-permitted'],
    ['admin channel', 'not-permitted'],
    ['admin audit', 'not-permitted'],
    ['admin import', 'not-permitted'],
    ['admin import 1', 'not-permitted'],
  ])('asks for the same right as today: %s', async (line, code) => {
    const { world } = parts;
    const who = code === 'usage' ? OFFICE : OWNER;

    const dated = await world.pap(who, `${line} at 1 July 2024`);

    expect(dated).toMatchObject({ outcome: 'refused', code });
    if (code === 'not-permitted') expect(await world.pap(who, line)).toMatchObject({ code });
  });

  it('knows whom a mention means', async () => {
    const { world } = parts;
    const from = { platform: 'slack', tenantId: SLACK_TEAM, userId: 'U0ASHA00' } as const;
    await world.record.people.linkAccount(
      await world.personId(OWNER),
      from,
      await world.clock.now(),
    );

    const mentioned = await world.pap('', 'outstanding <@U0ASHA00> at 1 July 2024', from);
    const named = await world.pap('', 'outstanding @asha at 1 July 2024', from);

    expect(mentioned.outcome, JSON.stringify(mentioned.message)).toBe('done');
    expect(mentioned.message).toEqual(named.message);
  });

  it('gives a verb the end of the day as its time, and today’s time for today', async () => {
    const { world } = parts;
    const seen: string[] = [];
    async function run(rest: string, { now, today }: Given<'now' | 'today'>) {
      seen.push(`${rest}|${now}|${today}`);
      return reply({ title: '', blocks: [] });
    }
    const probe = {
      ...{ name: 'probe', summary: '', forms: {}, access: '' },
      examples: ['', '', ''],
      asAt: { answer: run },
      run,
    } satisfies Command;
    const context = {
      ...{ record: world.record, partnership: world.partnership, now: london('2024-07-05T09:00') },
      inbound: terminalInbound(OFFICE, ''),
      today: Temporal.PlainDate.from('2024-07-05'),
    };

    for (const rest of ['a at 3 July 2024', 'at 5 July', 'b at 1 Aug 2024', 'c'])
      await answerAsAt(probe, rest, context as never);

    expect(seen).toEqual([
      'a|2024-07-03T22:59:59.999Z|2024-07-03',
      '|2024-07-05T08:00:00Z|2024-07-05',
      'b|2024-07-05T08:00:00Z|2024-07-05',
      'c|2024-07-05T08:00:00Z|2024-07-05',
    ]);
  });
});

/** What somebody was told on a day: its outcome and all that it says. */
type Then = Map<string, { readonly outcome: string; readonly said: unknown }>;

async function mustDo(world: PlanWorld, [email, line]: Said): Promise<void> {
  const { outcome, message } = await world.pap(email, line);
  expect(outcome, `${line}: ${JSON.stringify(message)}`).toBe('done');
}

/** Asks each view when the day ends. */
async function keepSaid(
  world: PlanWorld,
  views: readonly Said[],
  day: string,
  then: Then,
): Promise<void> {
  world.at(`${day}T23:59:59.999`);
  for (const [email, line] of views) {
    const reply = await world.pap(email, line);
    then.set(`${day}|${email}|${line}`, { outcome: reply.outcome, said: essence(reply) });
  }
}

/** Asks each view as at each of the days: it says what it said then. */
async function expectSaid(world: PlanWorld, views: readonly Said[], then: Then): Promise<void> {
  const days = new Set([...then.keys()].map((key) => key.slice(0, 10)));
  for (const day of days)
    for (const [email, line] of views) {
      const reply = await world.pap(email, `${line} at ${day}`);
      const now = { outcome: reply.outcome, said: essence(reply) };
      expect(now, `${email} ${line} at ${day}`).toEqual(then.get(`${day}|${email}|${line}`));
    }
}

/** How many different things a view said on the days. */
function differing(then: Then, line: string, who?: string): number {
  const said = [...then].flatMap(([key, { said }]) =>
    key.endsWith(`|${line}`) && (!who || key.includes(`|${who}|`)) ? [JSON.stringify(said)] : [],
  );
  return new Set(said).size;
}

type Thing = Said | ((parts: PlanSuite) => Promise<unknown>);

/** An account that nobody on the plan has. */
const inSlack = { platform: 'slack', tenantId: SLACK_TEAM, userId: 'U0SAMREED' } as const;

/** What the office and people did around the plan, by day. */
const around: Readonly<Record<string, readonly Thing[]>> = {
  '2024-07-01': [
    [OWNER, 'away 3 July–9 July cover @ella'],
    [OFFICE, 'admin cycle rules siab 8 days 12:00 freeze 4'],
    [OFFICE, 'admin change baseline'],
    [OWNER, 'settings hour 14'],
    [OFFICE, 'admin channel always on Right Support'],
    async ({ world }) => {
      const member = { email: 'sam@home.example', kind: 'member', active: true } as const;
      const directories = [{ platform: 'slack' as const, lookUp: async () => member }];
      const ask = terminalInbound('', 'link I am Sam Reed from the NHS trust', inSlack);
      await world.dispatcher({ directories })(ask);
    },
  ],
  '2024-07-02': [
    [DEPUTY, 'away accept 1'],
    [OFFICE, 'admin cycle move siab 24 July 2024 to 31 July 2024 confirm'],
    [OFFICE, 'admin rag amber delivery Some of it is late'],
    [OFFICE, 'admin people role @ella co-chair theme 1 from 1 July 2024'],
    [OFFICE, 'admin people add "Sam Reed" sam@nhs.example Example NHS'],
    [FEMI, 'handover 1A:2 @sam'],
    async ({ world }) => {
      const file = { name: 'plan.xlsx', bytes: await samplePlanXlsx() };
      await world.pap(OFFICE, 'admin import', { file });
    },
  ],
  '2024-07-03': [
    [OFFICE, 'admin change revise Revised plan July 2024'],
    [OFFICE, 'admin cycle add siab 17 July 2024 "Extra meeting"'],
    [OFFICE, 'admin channel unbind General'],
    [OFFICE, 'admin import confirm 1'],
    [OFFICE, 'admin people link 1 @sam'],
  ],
  '2024-07-04': [
    [OFFICE, 'admin change publish 2 confirm'],
    [OFFICE, 'admin rag amber delivery Late, and there is a plan to bring it back'],
    [OFFICE, 'admin people leave confirm @femi on 2 July 2024'],
    [OWNER, 'away off'],
    [OWNER, 'settings digest off'],
  ],
  '2024-07-05': [
    [OFFICE, 'admin people return @femi'],
    [OFFICE, 'admin people unlink @asha teams'],
    [OFFICE, 'admin people unrole confirm @ella co-chair theme 1'],
    [OFFICE, 'admin cycle move siab 17 July 2024 to 18 July 2024 confirm'],
    async ({ world }) => {
      const account = { ...inSlack, userId: 'U0BEN0000' };
      const { record } = world;
      await record.people.linkAccount(
        await world.personId(OFFICE),
        account,
        await world.clock.now(),
      );
      const conversation = { kind: 'channel', id: 'C0RIGHT' } as const;
      await world.pap('', 'admin channel bind theme 1 as right-support', {
        ...{ ...account, conversation },
      });
    },
  ],
};

/** What came after all those days. */
const last: readonly Said[] = [
  [OFFICE, 'admin rag amber delivery Nearly there'],
  [OFFICE, 'admin cycle move siab 31 July 2024 to 1 August 2024 confirm'],
  [OFFICE, 'admin channel always on right-support'],
  [OFFICE, 'admin people leave confirm @sam'],
  [OWNER, 'settings hour 10'],
  [OWNER, 'away 26 July–30 July cover @ella'],
];

/** What happened on each day. */
function happenings(parts: PlanSuite): Readonly<Record<string, () => Promise<void>>> {
  const { world, harness } = parts;
  const add = async (ref: string, facts: Omit<NewItem, 'objectiveId'>, requestId: string) => {
    const { id } = await world.objective(ref);
    const at = await world.clock.now();
    const authorId = await world.personId(OWNER);
    return await world.record.transaction(({ items }) =>
      items.add({ ...facts, objectiveId: id } as NewItem, { authorId, requestId, at }),
    );
  };
  return {
    '2024-07-01': async () => {
      await world.pap(OWNER, 'update 2B:2 amber 14 of 20 trained');
      await add(
        '2B:2',
        {
          ...{ kind: 'action', title: 'Train named workers', status: 'under-way' },
          ...{ due: null, originalDue: null, detail: { doneOn: null } },
        },
        'test:action',
      );
    },
    '2024-07-02': async () => {
      world.at('2024-07-02T10:00');
      await world.pap(OWNER, 'update 2B:2 green all 20 trained');
      world.at('2024-07-02T10:05');
      await world.pap(OWNER, 'undo 2B:2');
      await world.pap('deputy@example.org', 'same 2B:2 still 14');
    },
    '2024-07-03': async () => {
      world.at('2024-07-03T10:00');
      const { id } = await world.objective('2B:2');
      const [action] = await world.record.items.list({ objectiveIds: [id] });
      if (action?.kind !== 'action') throw new Error('the action is not there');
      await world.record.transaction(({ items }) =>
        items.change(
          action.id,
          action.version,
          { ...action, title: 'Train all named workers', status: 'done' },
          { authorId: null, requestId: 'test:done', at: london('2024-07-03T10:00') },
        ),
      );
      await world.pap(OFFICE, 'amend 2B:2 15 of 20 as the office counts');
      await addObjective(parts, '2024-07-03T11:00');
    },
    '2024-07-04': async () => {
      world.at('2024-07-04T10:00');
      const { id } = await world.objective('2B:2');
      // Handed over: Asha until Wednesday, Femi from Thursday.
      const { partnershipId } = await harness.prisma.objective.findFirstOrThrow({ where: { id } });
      await harness.prisma.assignment.updateMany({
        where: { objectiveId: id, role: 'owner' },
        data: { endsOn: new Date('2024-07-03') },
      });
      await harness.prisma.assignment.create({
        data: {
          ...{ partnershipId, objectiveId: id, role: 'owner', startsOn: new Date('2024-07-04') },
          personId: await world.personId(FEMI),
        },
      });
      await world.record.history.append({
        ...{ objectiveId: id, authorId: null, requestId: 'test:handover' },
        at: london('2024-07-04T10:00'),
        detail: {
          of: 'assignment',
          itemId: null,
          role: 'owner',
          before: ['Asha'],
          after: ['Femi'],
        },
      });
      await add(
        '2B:2',
        {
          ...{ kind: 'challenge', title: 'What changed since May?', status: 'open' },
          ...{ due: null, originalDue: null },
          detail: {
            ...{ by: { personId: 'p', name: 'Cerys Example', organisation: 'Example NHS' } },
            ...{ on: '2024-07-04', answer: null, answeredBy: null, answeredOn: null },
          },
        },
        'test:challenge',
      );
    },
    '2024-07-05': async () => {
      world.at('2024-07-05T10:00');
      const { id } = await world.objective('2B:2');
      const due = { text: 'by December 2024', precision: 'month', lastDay: '2024-12-31' } as const;
      const first = { text: 'by July 2024', precision: 'month', lastDay: '2024-07-31' } as const;
      await harness.prisma.objective.updateMany({
        where: { id },
        data: {
          ...{ dueText: due.text, duePrecision: due.precision, dueLastDay: new Date(due.lastDay) },
          ...{ originalDueText: first.text, originalDuePrecision: first.precision },
          ...{ originalDueLastDay: new Date(first.lastDay), title: 'Named workers are in place' },
        },
      });
      await world.record.history.append({
        ...{ objectiveId: id, authorId: null, requestId: 'test:re-date' },
        at: london('2024-07-05T10:00'),
        detail: {
          ...{ of: 'objective', change: 'changed' },
          before: {
            ...{ due: first, originalDue: null },
            title: 'Named workers identified, fully trained, and supported',
          },
          after: { due, originalDue: first, title: 'Named workers are in place' },
        },
      });
    },
    '2024-07-08': async () => {
      world.at('2024-07-08T10:00');
      await world.pap(OWNER, 'update 1A:1 red nobody is in post');
      const { id } = await world.objective('1A:2');
      await harness.prisma.objective.updateMany({
        where: { id },
        data: { status: 'closed', closedOn: new Date('2024-07-08') },
      });
      await world.record.history.append({
        ...{ objectiveId: id, authorId: null, requestId: 'test:close' },
        at: london('2024-07-08T10:00'),
        detail: {
          ...{ of: 'objective', change: 'closed' },
          before: { status: 'open', closedOn: null },
          after: { status: 'closed', closedOn: '2024-07-08' },
        },
      });
      await world.pap(FEMI, 'update 2B:2 red two have left');
    },
  };
}

/** A new objective of theme 1, 2B:7, with its entry. */
async function addObjective({ world, harness }: PlanSuite, time: string): Promise<void> {
  const at = london(time);
  const { id: modelId } = await world.objective('2B:2');
  const model = await harness.prisma.objective.findFirstOrThrow({
    where: { id: modelId },
    include: { placings: true },
  });
  const { partnershipId, planVersionId, areaId, placings } = model;
  const { id } = await harness.prisma.objective.create({
    data: {
      ...{
        partnershipId,
        planVersionId,
        areaId,
        ref: '2B:7',
        refKey: '2B7',
        title: 'New',
        example: true,
      },
      placings: { create: placings.map(({ themeId }) => ({ themeId })) },
    },
  });
  await world.record.history.append({
    ...{ objectiveId: id, authorId: null, requestId: 'test:added', at },
    detail: { of: 'objective', change: 'added', before: {}, after: { title: 'New' } },
  });
  world.at(at);
  await world.run(rollCycle);
}

/** All that is said, without the line that says of when it is and without what can be pressed. */
function essence({ message }: Reply): unknown {
  const blocks = message.blocks.filter(
    (block: Block) =>
      block.kind !== 'actions' &&
      block.kind !== 'form' &&
      !(block.kind === 'text' && block.spans[0]?.text.startsWith('As at ')),
  );
  return { title: message.title, footer: message.footer, blocks };
}
