// From an empty partnership in chat: the first person of the office comes from the terminal, then a partnership is set up with
// lines alone, up to a rehearsed cycle; and the same by sending the workbook.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { startSheets } from '../../src/control/workbook/domain/kept-sheets.ts';
import { nothingKnown } from '../../src/control/workbook/domain/known-record.ts';
import { parseWorkbook } from '../../src/control/workbook/domain/parse-workbook.ts';
import type { Inbound, Reply } from '../../src/core/request/app/inbound.ts';
import { fileFormats } from '../../src/files/formats.ts';
import { createDispatch } from '../../src/service/dispatch/app/dispatch-command.ts';
import { setUpFromWorkbook } from '../../src/setup-workbook.ts';
import { describeOnBothDatabases, type Harness } from '../support/database/database-harness.ts';
import { london, terminalInbound, textOf } from '../support/world/plan-world.ts';
import { borsetshire, filledWorkbook } from '../support/world/workbooks.ts';

const NADIA = 'nadia.khan@borsetshire.example';
const TOM = 'tom.obrien@icb.example';
const NOW = london('2027-01-11T09:00');
const FIRST = {
  ...{ partnership: 'Borsetshire SEND Local Area Partnership', name: 'Nadia Khan', email: NADIA },
  organisation: 'Borsetshire Council',
};

/** Who types what, in order. */
const LINES: readonly (readonly [who: string, line: string])[] = [
  [NADIA, 'admin organisation kind Borsetshire Council as council'],
  [NADIA, 'admin organisation add "Borsetshire ICB" as NHS'],
  [NADIA, `admin people add "Tom O’Brien" ${TOM} Borsetshire ICB`],
  [NADIA, 'admin people role @tom board'],
  [NADIA, 'admin theme add Early help'],
  [NADIA, 'admin theme project add Family hubs in theme 1'],
  [NADIA, 'admin theme area 1 Early help'],
  [NADIA, 'admin people role @tom co-chair theme 1'],
  [NADIA, 'admin change add 1.2 "Named workers trained" due March 2027 because the plan says so'],
  [NADIA, 'admin change add SEND-14 "Shorter waits" due July 2027 because the plan says so'],
  [TOM, 'admin change approve 1, 2'],
  [NADIA, `admin owner confirm 1.2, SEND-14 ${TOM}`],
  [NADIA, 'admin theme place confirm 1.2, SEND-14 in theme 1'],
  [NADIA, 'kpi add theme 1 Plans within 20 weeks'],
  [NADIA, 'admin cycle forum add "Improvement Board" as board collects returns'],
  [NADIA, 'admin cycle add Improvement Board 17 March 2027'],
  [NADIA, 'admin cycle rehearse Improvement Board'],
];

describeOnBothDatabases('a partnership that starts in chat', (harness) => {
  it('comes from its first person to a rehearsed cycle in lines alone', async () => {
    const type = await start(harness);
    const answers: Reply[] = [];
    for (const [who, line] of LINES) {
      const reply = await type(who, line);
      expect(`${line}: ${reply.outcome} ${reply.code ?? ''} ${reply.message.title}`).toContain(
        ': done ',
      );
      answers.push(reply);
    }
    console.log(`from the first person to a rehearsed cycle: ${LINES.length} lines in chat`);

    const rehearsed = answers.at(-1);
    expect(rehearsed && textOf(rehearsed)).toContain('Tom O’Brien');
    const mine = await type(TOM, 'mine');
    expect(textOf(mine)).toMatch(/1\.2 .*SEND-14 /s);
    expect(textOf(await type(NADIA, 'show SEND-14'))).toContain('Early help');
    expect(textOf(await type(NADIA, 'admin audit verify'))).toMatch(/nothing missing|whole/i);
  });

  it('takes the workbook in chat: shown, pressed once, and roles apart, never for oneself', async () => {
    const type = await start(harness);
    const bytes = await filledWorkbook({
      ...borsetshire,
      Plan: borsetshire.Plan.map(([ref = '', ...rest]) => [
        ref === '1.10' ? 'SEND-14' : ref,
        ...rest,
      ]),
      Roles: [...borsetshire.Roles, ['Tom O’Brien', 'Board'], ['Nadia Khan', 'Board']],
      Channels: [['Early help news', 'Slack', 'T0STRANGE', 'C0STRANGE', 'Early help']],
    });
    const file = { name: 'my-plan.xlsx', bytes };

    const shown = await type(NADIA, 'admin import', { file });
    const before = await counts(harness);
    const loaded = await type(NADIA, 'admin import confirm 1');
    const again = await type(NADIA, 'admin import confirm 1');

    expect(textOf(shown)).toContain('2 organisations, 2 people, 2 themes, 1 forum, 2 meetings');
    expect(textOf(shown)).toContain('Nothing was changed yet.');
    expect(before).toEqual({ people: 1, objectives: 0, roles: 1 });
    expect(loaded.message.title).toBe('Import 1 is done');
    expect(textOf(loaded)).toContain('Grace Lee: co-chair of Early help');
    expect(textOf(loaded)).toContain('Not for yourself: Nadia Khan: board');
    expect(again.code).toBe('import-settled');
    expect(await counts(harness)).toEqual({ people: 3, objectives: 3, roles: 1 });
    expect(await harness.prisma.workspace.count({ where: { tenantId: 'T0STRANGE' } })).toBe(0);

    const given = await type(NADIA, 'admin import roles 1');
    const own = await type(NADIA, 'admin import roles 1');

    expect(given.message.title).toBe('2 roles were given');
    expect(own.code).toBe('own-role');
    expect(await counts(harness)).toEqual({ people: 3, objectives: 3, roles: 3 });
    expect(textOf(await type(NADIA, 'show SEND-14 history'))).toContain('Nadia Khan');
    expect((await type(TOM, 'admin import roles 1')).code).toBe('not-permitted');
    expect(textOf(await type(NADIA, 'admin cycle rehearse Improvement Board'))).toContain(
      'Nadia Khan',
    );
  });

  it('says what is wrong with a workbook cell by cell, and whose it is', async () => {
    const type = await start(harness);
    const wrong = await filledWorkbook({
      ...borsetshire,
      People: [...borsetshire.People, ['Sam Reed', 'sam', 'Borsetshire ICB']],
    });
    const other = await filledWorkbook({ ...borsetshire, Partnership: [['Barsetshire', 'Bars']] });

    const replies = [
      await type(NADIA, 'admin import', { file: { name: 'wrong.xlsx', bytes: wrong } }),
      await type(NADIA, 'admin import', { file: { name: 'other.xlsx', bytes: other } }),
    ];

    expect(replies.map(({ code }) => code)).toEqual(['bad-workbook', 'bad-workbook']);
    expect(replies[0] && textOf(replies[0])).toMatch(
      /‘People’ B\d+: “sam” isn't an e-mail address/,
    );
    expect(replies[1] && textOf(replies[1])).toContain('“Barsetshire”');
    expect(await counts(harness)).toEqual({ people: 1, objectives: 0, roles: 1 });
  });
});

it('is what “Your first hour” prints', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/first-hour.md'), 'utf8');
  const [, block = ''] =
    /```text\n([\s\S]*?)```/.exec(page.split('## In chat instead')[1] ?? '') ?? [];
  const printed = block.trim().split('\n');

  expect(printed.map((line) => line.replace(/\s{2,}\(.*$/, ''))).toEqual(
    // A button says “confirm”, and nobody has to type it.
    LINES.map(([, line]) => line.replace(' confirm', '')),
  );
  expect(page).toContain(`${LINES.length} lines lead to a rehearsed cycle`);
});

it('starts with a workbook that needs nothing else', () => {
  const parsed = parseWorkbook(
    startSheets(FIRST),
    nothingKnown,
    NOW.toZonedDateTimeISO('UTC').toPlainDate(),
  );

  expect(parsed.problems).toEqual([]);
  expect(parsed.rows.map(({ kind }) => kind)).toEqual([
    ...['partnership', 'plan-version', 'organisation', 'person', 'role'],
  ]);
});

/** As `npm run setup -- --start` does it. @returns what types a line as somebody */
async function start(harness: Harness) {
  await harness.reset();
  const { database, store } = harness;
  const said: string[] = [];
  const isWell = await setUpFromWorkbook(
    { database, store },
    { path: 'what you typed', grids: startSheets(FIRST) },
    NOW,
    { isDryRun: false, say: (line) => said.push(line) },
  );
  expect([isWell, said.at(-1)]).toEqual([
    true,
    'Loaded what you typed into the record of Borsetshire SEND Local Area Partnership.',
  ]);
  const [partnership] = await store.list();
  const silent = { info: () => {}, warn: () => {}, error: () => {} };
  const handle = createDispatch({
    ...{ store, commands, directories: [], files: fileFormats, log: silent },
    clock: { now: async () => NOW },
  });
  return async (who: string, line: string, more: Partial<Inbound> = {}): Promise<Reply> => {
    const tenantId = partnership?.key ?? '';
    const reply = await handle(terminalInbound(who, line, { tenantId, ...more }));
    if (!reply) throw new Error('the request was held to be a repeat');
    return reply;
  };
}

async function counts({ prisma }: Harness) {
  const [people, objectives, roles] = await Promise.all([
    prisma.person.count(),
    prisma.objective.count(),
    prisma.roleGrant.count(),
  ]);
  return { people, objectives, roles };
}
