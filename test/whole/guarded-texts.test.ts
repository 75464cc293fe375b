// Whatever text is stored passes the personal-data guard first: verb by verb, an NHS number is refused, and
// afterwards it is in no table and in no line of the log.
import excel from 'exceljs';
import { expect, it } from 'vitest';
import type { Inbound } from '../../src/core/request/app/inbound.ts';
import { describePlan, type PlanSuite } from '../support/world/plan-suite.ts';
import { SLACK_TEAM, TEAMS_TENANT, terminalInbound, textOf } from '../support/world/plan-world.ts';
import { tablesWith } from '../support/world/whole-record.ts';
import {
  ASHA,
  BEN,
  CERYS,
  DEV,
  ELLA,
  FEMI,
  type TypedLine,
  typeBefore,
} from '../support/world/writing-lines.ts';

/** A valid number that was issued to nobody. */
const NUMBER = '943 476 5919';
const JOINED = '9434765919';
const TRACE = /943\D{0,3}476\D{0,3}5919/;
const CHANNEL: Partial<Inbound> = {
  ...{ platform: 'teams', tenantId: TEAMS_TENANT },
  userId: '00000000-0000-4000-8000-000000000021',
  conversation: { kind: 'channel', id: '19:test@thread.tacv2' },
};

type Guarded = readonly [by: string, line: string, before?: readonly TypedLine[], more?: object];

const UPDATED: readonly TypedLine[] = [[ASHA, 'update 2B:2 amber 14 of 20 trained']];
const CHALLENGED: readonly TypedLine[] = [[CERYS, 'challenge 2B:2 what changed since May?']];
const PROPOSED: readonly TypedLine[] = [
  [ASHA, 'admin change 2B:2 date September 2024 because two posts are vacant'],
];
const refused: readonly Guarded[] = [
  [ASHA, `update 2B:2 amber agreed for ${NUMBER}`],
  [ASHA, `update 2B:2 amber checked: agreed for ${NUMBER}`],
  [ASHA, `update 2B:2 impact amber agreed for ${JOINED}`],
  [ASHA, `update 1A:1.2 under way agreed for ${NUMBER}`],
  [ASHA, `same 2B:2 still waiting: ${JOINED}`],
  [ASHA, `amend 2B:2 agreed for ${NUMBER}`, UPDATED],
  [ASHA, `amend 2B:2 green agreed for ${NUMBER}`, UPDATED],
  [ASHA, `evidence 2B:2 https://example.org/register of ${NUMBER} done`],
  [ASHA, `evidence 2B:2 with parents of ${NUMBER} 12 June`],
  [CERYS, `evidence 2B:2 waive as ${NUMBER} says`],
  [ASHA, `recovery 2B:2 a place for ${NUMBER} by 31 July`],
  [ASHA, `recovery 2B:2 find a place by 31 July who ${NUMBER}`],
  [ASHA, `recovery 2B:2 find a place by 31 July who @femi decision from ${NUMBER}`],
  [ASHA, `recovery 2B:2 done for ${NUMBER}`, [[ASHA, 'recovery 2B:2 find a place by 31 July']]],
  [ASHA, `decide 2B:2 needed a place for ${NUMBER} from SIAB by 24 July`],
  [ASHA, `decide 2B:2 needed a place from ${NUMBER} by 24 July`],
  [BEN, `decide 2B:1 D1 agreed for ${NUMBER}`],
  [CERYS, `challenge 2B:2 what about ${NUMBER}?`],
  [ASHA, `challenge 2B:2 answer ask ${NUMBER}`, CHALLENGED],
  [ASHA, `admin change 2B:2 date September 2024 because of ${NUMBER}`],
  [ASHA, `admin change 2B:2 title Place for ${NUMBER} because it reads better`],
  [ASHA, `admin change 2B:2 measure Place for ${NUMBER} because there was none`],
  [ASHA, `admin change 2B:2 owner @femi because of ${NUMBER}`],
  [ASHA, `admin change 2B:2 link project ${NUMBER} because asked`],
  [ASHA, `admin change 2B:2 theme add 2 because of ${NUMBER}`],
  [ASHA, `admin change close 2B:2 because ${NUMBER} is placed`],
  [ASHA, `admin change 1A:1.2 title Place for ${NUMBER} because it reads better`],
  [ASHA, `admin change add action 2B:2 "Place for ${NUMBER}" because the board asked`],
  [DEV, `admin change add 4C:1 "Place for ${NUMBER}" because the board asked`],
  [DEV, `admin change add ${JOINED} "Transport" because the board asked`],
  [BEN, `admin change approve 1 for ${NUMBER}`, PROPOSED],
  [BEN, `admin change reject 1 for ${NUMBER}`, PROPOSED],
  [ASHA, `admin change withdraw 1 for ${NUMBER}`, PROPOSED],
  [BEN, `admin change revise Plan for ${NUMBER}`],
  [BEN, `admin rag amber delivery Late for ${NUMBER}`],
  [BEN, `admin cycle add siab 22 January 2025 "Meeting on ${NUMBER}"`],
  [BEN, `admin cycle add siab 22 January 2025 Meeting on ${NUMBER}`],
  [BEN, `admin cycle amend siab 2B:2 amber the board asked about ${NUMBER}`],
  [BEN, `admin calendar close 8 July 2024 "Visit of ${NUMBER}"`],
  [BEN, `admin channel bind theme 1 as News of ${NUMBER}`, [], CHANNEL],
  [BEN, `admin people add "Sam Reed" ${JOINED}@nhs.example Example NHS`],
  [BEN, `admin people add "Sam Reed" sam.943-476-5919@nhs.example Example NHS`],
  [BEN, `admin people erase @ella because of ${NUMBER}`],
  [BEN, `admin retention hold @ella because of ${NUMBER}`],
];

/** Refused for another reason: there is no text in them that could be stored. */
const unreadable: readonly Guarded[] = [
  [ASHA, `evidence 2B:2 https://example.org/${JOINED} register done`],
  [ASHA, `evidence 2B:2 https://example.org/943-476-5919.pdf register done`],
  [ASHA, `evidence 2B:2 https://example.org/?child=943:476:5919 register done`],
  [ASHA, `evidence 2B:2 https://example.org/943%20476%205919 register done`],
  [ASHA, `evidence 2B:2 withdraw ${NUMBER}`],
  [ASHA, `decide 2B:2 ${NUMBER}`],
  [ASHA, `update confirm 2B:2 amber fine\n1A:1 green for ${NUMBER}`],
  [ASHA, `update ${JOINED} amber 14 trained`],
  [ASHA, `away 12–23 Aug cover ${JOINED}`],
  [ASHA, `away 12–23 Aug ${NUMBER}`],
  [ASHA, `handover 2B:2 ${NUMBER}`],
  [ASHA, `snooze ${NUMBER}`],
  [ASHA, `settings ${JOINED}`],
  [BEN, `admin people add "${NUMBER}" sam@nhs.example Example NHS`],
  [BEN, `admin people add "Sam Reed" sam@nhs.example ${NUMBER}`],
  [BEN, `admin people link ${JOINED} @ella`],
  [BEN, `admin people leave confirm ${NUMBER}`],
  [BEN, `admin cycle repeat siab every ${JOINED} weeks`],
  [BEN, `admin cycle chase siab ${NUMBER}`],
  [BEN, `admin cycle rehearse siab ${NUMBER}`],
  [BEN, `admin calendar terms ${NUMBER} 2 Sep 2024 to 25 Oct 2024`],
  [BEN, `admin calendar follow ${JOINED} school`],
  [BEN, `admin change diff ${JOINED} now`],
  [BEN, `admin export ${JOINED}`],
  [BEN, `admin sar ${JOINED}`],
  [BEN, `admin retention set ${JOINED} 2 years`],
  [BEN, `admin audit verify ${JOINED}`],
  [BEN, `admin status heartbeat on ${JOINED}`],
  [FEMI, JOINED],
  [ELLA, `mine ${NUMBER}`],
];

function named(all: readonly Guarded[]) {
  return all.map((guarded) => ({ guarded, line: guarded[1] }));
}

async function expectNoTrace({ world, harness }: PlanSuite): Promise<void> {
  expect(await tablesWith(harness, TRACE)).toEqual([]);
  expect(JSON.stringify(world.lines)).not.toMatch(TRACE);
  const { message } = await world.pap(BEN, 'admin audit verify');
  expect(message.title).toBe('The history is whole');
}

function typed({ world }: PlanSuite, [by, line, before = [], more]: Guarded) {
  const lines = before.map(([email, first]): TypedLine => [email, first]);
  return typeBefore(world, { by, line, before: lines }).then(() => world.pap(by, line, more));
}

describePlan('the personal-data guard', (parts) => {
  it.each(named(refused))('refuses and keeps nothing: $line', async ({ guarded }) => {
    const reply = await typed(parts, guarded);

    expect(reply).toMatchObject({ outcome: 'refused', code: 'personal-data' });
    expect(textOf(reply)).not.toMatch(TRACE);
    await expectNoTrace(parts);
  });

  it.each(named(unreadable))('keeps nothing of what says nothing: $line', async ({ guarded }) => {
    const reply = await typed(parts, guarded);

    expect(reply.outcome).toBe('refused');
    await expectNoTrace(parts);
  });

  it('does not read a file with a sheet of such a name', async () => {
    const workbook = new excel.Workbook();
    workbook.addWorksheet(`Plan ${NUMBER}`).addRow(['Ref', 'Objective', 'RAG']);
    workbook.addWorksheet('Plan').addRow(['Ref', 'Objective', 'RAG']);
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());

    const reply = await parts.world.pap(BEN, 'admin import', { file: { name: 'p.xlsx', bytes } });

    expect(reply).toMatchObject({ outcome: 'refused', code: 'bad-file' });
    expect(textOf(reply)).not.toMatch(TRACE);
    await expectNoTrace(parts);
  });

  it('refuses the claim of somebody who is not linked', async () => {
    const { world } = parts;
    const entry = { email: 'sam@nhs.example', kind: 'member', active: true } as const;
    const directory = { platform: 'slack', lookUp: async () => entry } as const;
    const handle = world.dispatcher({ directories: [directory] });
    const more = { platform: 'slack', tenantId: SLACK_TEAM, userId: 'U0SAM' } as const;

    const reply = await handle(terminalInbound('', `link I am the aunt of ${NUMBER}`, more));

    expect(reply).toMatchObject({ outcome: 'refused', code: 'personal-data' });
    await expectNoTrace(parts);
  });

  it.each([
    ['a cell', 'plan.csv', `Ref,Objective,RAG,Progress\n2B:2,Named workers,amber,for ${NUMBER}\n`],
    ['a reference', 'plan.csv', `Ref,Objective,RAG\n${JOINED},A place,amber\n`],
    ['a part’s reference', 'plan.csv', `Ref,Objective,RAG\n2B:2.943-476-5919,A place,amber\n`],
    ['a bad reference', 'plan.csv', `Ref,Objective,RAG\nfor ${NUMBER},A place,amber\n`],
    ['a person', 'plan.csv', `Ref,Objective,Lead\n2B:2,Named workers,${NUMBER}\n`],
    ['a date', 'plan.csv', `Ref,Objective,Due\n2B:2,Named workers,${NUMBER}\n`],
    ['a rating', 'plan.csv', `Ref,Objective,RAG\n2B:2,Named workers,${NUMBER}\n`],
    ['a heading', 'plan.csv', `Ref,Objective,${NUMBER}\n2B:2,Named workers,amber\n`],
    ['an area', 'plan.csv', `Ref,Objective,RAG\nArea of ${NUMBER},,\n2B:2,Named workers,amber\n`],
    ['a file’s name', `plan ${NUMBER}.csv`, 'Ref,Objective,RAG\n2B:2,Named workers,amber\n'],
    ['a joined file’s name', `plan_${JOINED}.csv`, 'Ref,Objective,RAG\n2B:2,Named workers,amber\n'],
    ['an exported plan', 'plan.json', exportOf({ note: `for ${NUMBER}` })],
    ['an exported plan’s word', 'plan.json', exportOf({ note: JOINED })],
    ['an exported plan’s number', 'plan.json', exportOf({ note: Number(JOINED) })],
    ['an exported plan’s key', 'plan.json', exportOf({ detail: { [JOINED]: 1 } })],
  ])('leaves out what a file has in %s', async (_what, name, text) => {
    const { world } = parts;
    const file = { name, bytes: new TextEncoder().encode(text) };

    const reply = await world.pap(BEN, 'admin import', { file });
    await world.pap(BEN, 'admin import confirm 1');

    expect(reply.outcome).not.toBe('fault');
    expect(textOf(reply)).not.toMatch(TRACE);
    await expectNoTrace(parts);
  });
});

function exportOf(row: object): string {
  return JSON.stringify({
    ...{ format: 'pap-plan', version: 1, exportedAt: '2024-07-01T00:00:00Z' },
    partnership: { key: 'x', name: 'X', timeZone: 'Europe/London' },
    tables: [{ table: 'objective_entry', rows: [row] }],
  });
}
