import { expect, it } from 'vitest';
import type { Reply } from '../../src/core/request/app/inbound.ts';
import { parseFile } from '../../src/files/reading/parse-file.ts';
import { blocksOf, buttonsOf, rowsOf } from '../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../support/world/outsiders.ts';
import { describePlan, describePlanOnBoth, type PlanSuite } from '../support/world/plan-suite.ts';
import { textOf } from '../support/world/plan-world.ts';
import {
  samplePlanCsv,
  samplePlanDocx,
  samplePlanHtml,
  samplePlanXlsx,
} from '../support/world/sample-plans.ts';

const office = 'office@example.org';

/** Every column that the plan has a place for but no rating, and two that it has none for. */
const everything = [
  'Ref,Objective,Action,Start,End,Milestone,6 months,Impact RAG,Evaluation,RAG last period,Monitoring',
  '3A:2,,Example: write it,May 2024,October 2024,Example: a draft,Example: half of them use it,amber,Few know of it,red,Each month',
  '3A:2,,Example: write it,,,Example: agreed,,,,,',
  '3A:2,,Example: print it,1 June 2024,,Example: printed,,,,,',
].join('\n');

async function workOf({ world }: PlanSuite) {
  const { id } = await world.objective('3A:2');
  const items = await world.record.items.list({
    ...{ objectiveIds: [id], kinds: ['action', 'milestone', 'measure'] },
  });
  return items.map(({ kind, ref, title, detail }) => [kind, ref, title, detail]);
}

function send(
  { world }: PlanSuite,
  name: string,
  bytes: Uint8Array | string,
  email = office,
): Promise<Reply> {
  const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  return world.pap(email, 'admin import', { file: { name, bytes: content } });
}

/** The difference as the dry run shows it. */
function changesOf({ message }: Reply): string[] {
  return rowsOf(message).map((row) => row.join(' | '));
}

/** What the dry run could not read. */
function problemsOf(reply: Reply): string[] {
  return listUnder(reply, 'Not read');
}

/** What of the tables the dry run leaves out. */
function leftOutOf(reply: Reply): string[] {
  return listUnder(reply, 'Left out');
}

function listUnder({ message }: Reply, heading: string): string[] {
  const at = message.blocks.findIndex(
    (block) => block.kind === 'text' && block.spans[0]?.text.startsWith(heading),
  );
  const list = at < 0 ? undefined : message.blocks[at + 1];
  return list?.kind === 'list'
    ? list.items.map((item) => item.map(({ text }) => text).join(''))
    : [];
}

/** Finished work and words that are no rating for certain, as plans print them. */
const printed = [
  'Ref,Objective,Lead,Status,Progress',
  '7.1,Example: appoint a chair,Director of Services,Complete,Chair in post',
  '7.2,Example: publish it,Asha Example,On hold,Waiting for the board',
  '7.3,Example: agree it,Asha Example,,Drafted in May',
  '7.4,Example: say it,Asha Example,Amber,Late',
].join('\n');

describePlanOnBoth('an import of ratings that do not count', (parts) => {
  it('keeps them as published with their notes, and counts none of them', async () => {
    const { world } = parts;
    const dry = await send(parts, 'plan.csv', printed);
    await world.pap(office, 'admin import confirm 1');

    expect(changesOf(dry)).toEqual(
      expect.arrayContaining([
        '7.1 | owner | – → “Director of Services” as published | row 2, column 3',
        '7.1 | rating | – → “Complete” as published | row 2, column 4',
        '7.1 | progress | – → Chair in post | row 2, column 5',
        '7.3 | progress | – → Drafted in May | row 4, column 5',
      ]),
    );
    const [done, held, noted, rated] = await Promise.all(
      ['7.1', '7.2', '7.3', '7.4'].map((ref) => world.objective(ref)),
    );
    expect([done?.rag, held?.rag, noted?.rag, rated?.rag]).toEqual([null, null, null, 'amber']);
    const card = textOf(await world.pap(office, 'show 7.1'));
    expect(card).toContain(
      'Published rating: 🟦 Blue (“Complete”), evidence not yet recorded · in a file, Mon 1 July 2024, 09:45 · Chair in post',
    );
    expect(card).toContain('Lead as printed: Director of Services');
    expect(textOf(await world.pap(office, 'show 7.2'))).toContain('Published rating: “On hold”');
    expect(textOf(await world.pap(office, 'show 7.3 history'))).toContain(
      'Rating as published: a note without a rating',
    );
    expect((await world.record.history.verify()).firstBreak).toBeNull();
  });

  it('finds nothing new in the same words, and shows them no more once a rating was recorded', async () => {
    const { world } = parts;
    await send(parts, 'plan.csv', printed);
    await world.pap(office, 'admin import confirm 1');

    const again = await send(parts, 'again.csv', `${printed}\n`);
    const changed = await send(parts, 'changed.csv', printed.replace('On hold', 'Paused'));
    world.at('2024-07-02T10:00');
    await world.pap(office, 'update 7.1 green a chair chairs');

    expect(changesOf(again)).toEqual([]);
    expect(changesOf(changed)).toEqual([
      '7.2 | rating | On hold → “Paused” as published | row 3, column 4',
    ]);
    expect(textOf(await world.pap(office, 'show 7.1'))).not.toContain('Published rating');
  });
});

/** A heading that could be several things, colours without words and leads by post. */
const asking = [
  '<table><tr><th>Ref</th><th>Objective</th><th>Lead</th><th>Outcome</th><th>RAG Sept 24</th></tr>',
  '<tr><td>7.1</td><td>Example: chair</td><td>Director of Services</td><td>A chair chairs</td><td style="background-color:#00B050"></td></tr>',
  '<tr><td>7.2</td><td>Example: board</td><td>Director of Services</td><td>A board meets</td><td style="background-color:#FFC000"></td></tr></table>',
].join('');

describePlanOnBoth('an import that asks', (parts) => {
  it('asks once what a column, a colour and a lead are, and keeps the answers for the layout', async () => {
    const { world } = parts;
    const first = await send(parts, 'plan.html', asking);
    expect(blocksOf(first.message, 'form')).toMatchObject([
      { submit: { line: 'admin import answer 1', rows: ['1', '2', '3'] } },
    ]);
    expect(textOf(first)).toContain('1. “Outcome” (table 1, column 4): “A chair chairs”');

    const answered = await world.pap(
      office,
      'admin import answer 1\n1 success-measure\n2 green\n3 amber',
    );
    const named = await world.pap(
      office,
      'admin import lead 1 Director of Services is Asha Example',
    );

    expect(blocksOf(answered.message, 'form')).toEqual([]);
    expect(changesOf(answered)).toEqual(
      expect.arrayContaining([
        '7.1 | success measure | – → A chair chairs | table 1, row 2, column 4',
        '7.1 | rating | – → 🟢 Green | table 1, row 2, column 5',
        '7.2 | rating | – → 🔶 Amber | table 1, row 3, column 5',
      ]),
    );
    expect(changesOf(named)).toContain('7.2 | owner | – → Asha Example | table 1, row 3, column 3');
    const later = asking.replaceAll('Example:', 'Then:').replace('Sept 24', 'Oct 24');
    const next = await send(parts, 'next.html', later);
    expect(blocksOf(next.message, 'form')).toEqual([]);
    expect(changesOf(next)).toContain(
      '7.2 | success measure | – → A board meets | table 1, row 3, column 4',
    );
    await world.pap(office, 'admin import confirm 2');
    const { rag, successMeasure, assignees } = await world.objective('7.1');
    expect({ rag, successMeasure, owner: assignees[0]?.name }).toEqual({
      ...{ rag: 'green', successMeasure: 'A chair chairs', owner: 'Asha Example' },
    });
  });

  it('gives the whole dry run as a workbook, and names what the file does not have', async () => {
    const dry = await send(parts, 'plan.html', asking);

    const reply = await parts.world.pap(office, 'admin import 1 workbook');

    expect(textOf(dry)).toMatch(/In the plan and not in this file \(\d+\): 1A:1, 1A:2/);
    const [file] = reply.files ?? [];
    const read = await parseFile(file?.bytes ?? new Uint8Array());
    if (read.kind !== 'tables') throw new Error('no workbook');
    expect(read.grids.map(({ place }) => 'name' in place && place.name)).toEqual([
      'Would change',
      'Not read',
      'Left out',
      'Not in the file',
    ]);
    const words = read.grids.map(({ rows }) => rows.map((row) => row.map((cell) => cell?.text)));
    expect(words[0]?.[1]).toEqual([
      '7.1',
      'title',
      undefined,
      'Example: chair',
      'table 1, row 2, column 2',
    ]);
    expect(words[1]?.flat()).toContain('Director of Services');
    expect(words[2]?.flat()).toContain('Outcome');
    expect(words[3]?.flat()).toContain('1A:1');
    expect(await parts.world.pap(office, 'admin import 9 workbook')).toMatchObject({
      code: 'unknown-import',
    });
  });

  it.each([
    ['answer 1 9 title', 'import-answer'],
    ['answer 1 1 colour', 'import-answer'],
    ['answer 1', 'import-answer'],
    ['answer 7 1 title', 'unknown-import'],
    ['lead 1 Director of Services is Zed Nobody', 'unknown-person'],
  ])('refuses %s', async (line, code) => {
    await send(parts, 'plan.html', asking);

    expect(await parts.world.pap(office, `admin import ${line}`)).toMatchObject({ code });
  });

  it('takes no answer from somebody who may not import', async () => {
    await send(parts, 'plan.html', asking);

    const reply = await parts.world.pap('owner@example.org', 'admin import answer 1 1 title');

    expect(reply).toMatchObject({ outcome: 'refused', code: 'not-permitted' });
  });
});

describePlanOnBoth('an import of all that a plan can hold', (parts) => {
  it('takes start dates, milestones and impact into the plan, each with its place and its history', async () => {
    const { world, harness } = parts;
    await send(parts, 'plan.csv', everything);

    const reply = await world.pap(office, 'admin import confirm 1');

    expect(textOf(reply)).toContain('2 columns of the file were left out, as the dry run showed.');
    const objective = await world.objective('3A:2');
    expect(await workOf(parts)).toEqual([
      ['action', '1', 'Example: write it', { doneOn: null, start: 'May 2024' }],
      ['action', '2', 'Example: print it', { doneOn: null, start: '1 June 2024' }],
      ['milestone', '1.1', 'Example: a draft', { doneOn: null }],
      ['milestone', '1.2', 'Example: agreed', { doneOn: null }],
      ['milestone', '2.1', 'Example: printed', { doneOn: null }],
      ['measure', 'M1', 'At 6 months: Example: half of them use it', {}],
    ]);
    expect(objective.impactRag).toBe('amber');
    const [latest] = await world.record.objectives.history(objective.id, 1);
    expect(latest).toMatchObject({ rating: 'impact', toRag: 'amber', note: 'Few know of it' });
    const shown = textOf(await world.pap(office, 'show 3A:2 all'));
    expect(shown).toContain(
      '1 Example: write it · not started · start May 2024 · due October 2024',
    );
    expect(shown).toContain('1.2 Example: agreed · not started');
    const references = await harness.prisma.sourceReference.findMany({
      where: { document: { file: 'plan.csv' } },
      select: { place: true, field: true, verbatim: true },
      orderBy: [{ line: 'asc' }, { place: 'asc' }],
    });
    expect(
      references.filter(({ field }) => /milestone|start|impact|evaluation/.test(field ?? '')),
    ).toEqual([
      { place: 'row 2, column 4', field: 'start date', verbatim: 'May 2024' },
      { place: 'row 2, column 6', field: 'milestone', verbatim: 'Example: a draft' },
      {
        place: 'row 2, column 7',
        field: 'impact at 6 months',
        verbatim: 'Example: half of them use it',
      },
      { place: 'row 2, column 8', field: 'impact rating', verbatim: 'amber' },
      { place: 'row 2, column 9', field: 'evaluation', verbatim: 'Few know of it' },
      { place: 'row 3, column 6', field: 'milestone', verbatim: 'Example: agreed' },
      { place: 'row 4, column 4', field: 'start date', verbatim: '1 June 2024' },
      { place: 'row 4, column 6', field: 'milestone', verbatim: 'Example: printed' },
    ]);
    const entries = await world.record.history.list(objective.id);
    expect(entries.filter(({ detail }) => detail?.of === 'item')).toHaveLength(6);
    expect((await world.record.history.verify()).firstBreak).toBeNull();
  });

  it('finds nothing new in what it has taken, and changes only what is another', async () => {
    const { world } = parts;
    await send(parts, 'plan.csv', everything);
    await world.pap(office, 'admin import confirm 1');

    const again = await send(parts, 'again.csv', `${everything}\n`);
    const changed = await send(
      parts,
      'changed.csv',
      everything.replace('May 2024', 'July 2024').replace('Few know of it', 'Some know of it'),
    );
    await world.pap(office, 'admin import confirm 3');

    expect(changesOf(again)).toEqual([]);
    expect(buttonsOf(again.message).map(({ label }) => label)).toEqual(['Drop it']);
    expect(changesOf(changed)).toEqual([
      '3A:2 | evaluation | Few know of it → Some know of it | row 2, column 9',
      '3A:2.1 | start date | May 2024 → July 2024 | row 2, column 4',
    ]);
    expect((await workOf(parts))[0]?.[3]).toEqual({ doneOn: null, start: 'July 2024' });
    await world.pap(office, 'update 3A:2.1 done');
    expect((await workOf(parts))[0]?.[3]).toEqual({ doneOn: '2024-07-01', start: 'July 2024' });
  });
});

describePlan('admin import', (parts) => {
  it('shows what an .xlsx plan would change, cell by cell, and changes nothing', async () => {
    const before = await parts.world.footprint();

    const reply = await send(parts, 'plan.xlsx', await samplePlanXlsx());

    expect(reply).toMatchObject({ outcome: 'done', audience: 'private' });
    expect(changesOf(reply)).toEqual([
      '2B:2 | success measure | – → All 20 trained | Sheet ‘Plan’ F5',
      '2B:2 | due date | by July 2024 → 30/09/2024 | Sheet ‘Plan’ E5',
      '2B:2 | rating | 🛑 Red → 🔶 Amber | Sheet ‘Plan’ G5',
      '2B:2 | progress | The only area reported as high risk; the partnership says that it must be under… → 14 of 20 trained | Sheet ‘Plan’ H5',
      '2B:2.1 | action | – → Example: train the last six | Sheet ‘Plan’ B6',
      '2B:2.1 | due date | – → Autumn 2024 | Sheet ‘Plan’ D6',
      '2B:2.1 | start date | – → May 2024 | Sheet ‘Plan’ J6',
      '2B:2.1 | rating | – → under way | Sheet ‘Plan’ G6',
      '2B:2.1 | owner | – → Femi Example | Sheet ‘Plan’ C6',
      '2B:1 | rating | – → “purple” as published | Sheet ‘Plan’ G7',
      '5A:1 | title | – → Example: fewer waits | Sheet ‘Next’ B5',
      '5A:1 | area | – → 5 Preparing for adulthood | Sheet ‘Next’ A4',
      '5A:1 | rating | – → 🔶 Amber | Sheet ‘Next’ F5',
      '5A:1.1 | action | – → Example: list the waits | Sheet ‘Next’ C5',
      '5A:1.1 | due date | – → May 2025 | Sheet ‘Next’ E5',
      '5A:1.1 | start date | – → 04/11/2024 | Sheet ‘Next’ H5',
      '5A:1.1 | rating | – → under way | Sheet ‘Next’ F5',
      '5A:1.1 | owner | – → Ella Example | Sheet ‘Next’ D5',
      '5A:1.1.1 | milestone | – → Example: the list is agreed | Sheet ‘Next’ G5',
      '5A:1.2 | action | – → Example: halve the waits | Sheet ‘Next’ C6',
      '5A:1.2 | due date | – → July 2025 | Sheet ‘Next’ E6',
      '5A:1.2 | rating | – → done | Sheet ‘Next’ F6',
      '5A:1.2.1 | milestone | – → Example: the first month with half | Sheet ‘Next’ G6',
    ]);
    expect(problemsOf(reply)).toEqual([
      'Sheet ‘Plan’ D7: a formula; formulas are not worked out. Paste it as a value',
      'Sheet ‘Plan’ J5: the plan keeps a start date for an action, not for an objective',
      'Sheet ‘Plan’ G7: “purple”: not a rating for certain, so it is kept as published and not counted. Write Red, Amber, Green or Blue',
      'Sheet ‘Next’ F5: “5A:1: Amber”: the objective has no rating of its own, so it gets the worst of its actions. Rate it anew with “update” if that is wrong',
      'Sheet ‘Next’ H6: “soon”: not a date that can be read. Write one such as 31 March 2025 or March 2025',
      'Sheet ‘Next’ D6: “Zed Nobody”: not a person on the plan, so nobody is put down. The words are kept with an objective, not with an action. Say once whom they mean: “admin import lead <number> <words> is <name>”. “admin people” adds people',
    ]);
    expect(leftOutOf(reply)).toEqual([
      'Sheet ‘Plan’ rows 1 to 2: above the headings · 1 cell',
      'Sheet ‘Plan’ column I: “RAG last period”: an earlier rating; the history is not written afterwards · 2 cells',
      'Sheet ‘Plan’ column K: no heading over it · 1 cell',
      'Sheet ‘Next’ rows 1 to 2: above the headings · 1 cell',
    ]);
    expect(buttonsOf(reply.message)).toEqual([
      { label: 'Confirm import 1', line: 'admin import confirm 1', style: 'primary' },
      { label: 'Drop it', line: 'admin import drop 1' },
    ]);
    expect(await parts.world.footprint()).toEqual(before);
  });

  it('shows what a .docx plan would change', async () => {
    const reply = await send(parts, 'plan.docx', samplePlanDocx());

    expect(changesOf(reply)).toEqual([
      '1A:1 | due date | Autumn 2024 → December 2024 | table 1, row 2, column 4',
      '1A:1 | rating | 🔶 Amber → 🟢 Green | table 1, row 2, column 5',
      '1A:1 | progress | Example: the design is agreed and the launch has slipped by a month. → The door is open | table 1, row 2, column 6',
      '1A:1 | impact rating | – → 🔶 Amber | table 1, row 2, column 8',
      '1A:1 | evaluation | – → Half of the callers are helped at once | table 1, row 2, column 9',
      '1A:2 | title | Example: induction for new SENCOs → Example: induction for every new SENCO | table 2, row 2, column 3',
      '1A:2 | rating | 🟢 Green → 🛑 Red | table 2, row 2, column 1',
      '1A:2 | evidence | – → https://example.org/minutes | table 2, row 2, column 4',
      '6A:1 | title | – → Example: a new objective | table 2, row 4, column 3',
      '6A:1 | area | – → 6 | table 2, row 4, column 2',
    ]);
    expect(problemsOf(reply)).toEqual([]);
    expect(leftOutOf(reply)).toEqual([
      'table 1, column 7: “Monitoring”: the plan has no place for how something is monitored · 1 cell',
    ]);
  });

  it('shows what a .csv plan would change', async () => {
    const reply = await send(parts, 'plan.csv', samplePlanCsv());

    expect(changesOf(reply)).toEqual([
      '3A:1 | title | Example: waiting families are told what happens next → Example: waiting families are told; in writing | row 2, column 4',
      '3A:1 | impact at 3 months | – → At 3 months: Example: everybody has a letter | row 2, column 6',
      '3A:1 | risk | – → =HYPERLINK(1) | row 2, column 5',
    ]);
    expect(problemsOf(reply)).toEqual([
      'row 4, column 1: “green; Example: no reference; the day after tomorrow”: a row without a reference. Give it one, or put its words into the row that it belongs to',
    ]);
    expect(leftOutOf(reply)).toEqual([
      'column 7: “Telephone”: not understood. Say above what it is, if it belongs in the plan · 2 cells',
      'column 8: “Due date”: another column has the due date · 1 cell',
    ]);
  });

  it('shows what a page would change', async () => {
    const reply = await send(parts, 'plan.html', samplePlanHtml());

    expect(changesOf(reply)).toEqual([
      '3A:2 | impact rating | – → 🛑 Red | table 1, row 3, column 5',
      '3A:2.1 | action | – → Example: write it | table 1, row 3, column 3',
      '3A:2.1 | due date | – → 1 October 2024 | table 1, row 3, column 4',
      '3A:2.1.1 | milestone | – → Example: schools have it | table 1, row 3, column 6',
      '3A:2.2 | action | – → Example: print it | table 1, row 4, column 3',
      '3A:2.2 | due date | – → Spring 2025 | table 1, row 4, column 4',
    ]);
    expect(leftOutOf(reply)).toEqual([]);
  });

  it('imports in one go what was confirmed, each cell with its place', async () => {
    const { world, harness } = parts;
    await send(parts, 'plan.xlsx', await samplePlanXlsx());

    const reply = await world.pap(office, 'admin import confirm 1');

    expect(reply.outcome).toBe('done');
    const objective = await world.objective('2B:2');
    expect(objective.rag).toBe('amber');
    expect(objective.due?.lastDay.toString()).toBe('2024-09-30');
    expect(objective.originalDue?.text).toBe('by July 2024');
    expect((await world.objective('5A:1')).areaName).toBe('Preparing for adulthood');
    const [latest] = await world.record.objectives.history(objective.id, 1);
    expect(latest).toMatchObject({
      kind: 'update',
      fromRag: 'red',
      toRag: 'amber',
      note: '14 of 20 trained',
    });
    expect(latest?.author?.name).toBe('Ben Example');
    const references = await harness.prisma.sourceReference.findMany({
      where: { document: { file: 'plan.xlsx' } },
      select: { place: true, field: true, verbatim: true, line: true, subjectType: true },
    });
    expect(references).toContainEqual({
      ...{ place: 'Sheet ‘Plan’ E5', field: 'due date', verbatim: '30/09/2024', line: 5 },
      subjectType: 'objective',
    });
    expect(references).toContainEqual({
      ...{ place: 'Sheet ‘Plan’ G5', field: 'rating', verbatim: 'A', line: 5 },
      subjectType: 'objective_entry',
    });
    expect(textOf(reply)).toContain(`${references.length} cells, each with its place in the file`);
    expect((await world.record.history.verify()).firstBreak).toBeNull();
    expect((await world.record.audit.list(1))[0]?.kind).toBe('plan-imported');
  });

  it('changes nothing when the same file comes again, whatever it is called', async () => {
    const { world } = parts;
    const bytes = await samplePlanXlsx();
    await send(parts, 'plan.xlsx', bytes);
    await world.pap(office, 'admin import confirm 1');
    const before = await world.footprint();

    const reply = await send(parts, 'renamed.xlsx', bytes);

    expect(reply.message.title).toBe('plan.xlsx was imported before');
    expect(buttonsOf(reply.message)).toEqual([]);
    expect(await world.footprint()).toEqual(before);
    expect(await world.record.imports.list(5)).toHaveLength(1);
  });

  it('leaves alone who has an action, its first date and the area, and says so', async () => {
    const { world } = parts;
    const head = 'Ref,Objective,Action,Lead,End,Revised,Area';
    const lines = [
      '3A:2.1,,Example: write it,Ella Example,May 2024,July 2024,',
      '3A:2,,,,,,Area 3',
    ];
    await send(parts, 'plan.csv', [head, ...lines].join('\n'));
    await world.pap(office, 'admin import confirm 1');

    const same = await send(parts, 'same.csv', [head, ...lines, ''].join('\n'));
    const other = await send(
      parts,
      'other.csv',
      `${head}\n3A:2.1,,Example: write it,Femi Example,June 2024,July 2024,\n3A:2,,,,,,Area 4`,
    );

    expect(problemsOf(same)).toEqual([]);
    expect(changesOf(other)).toEqual([]);
    expect(problemsOf(other)).toEqual([
      'row 3, column 7: “Area 4”: a file moves no objective to another area',
      'row 2, column 5: a file does not change the original date of what is in the plan',
      'row 2, column 4: “Femi Example”: a file does not change who has an action that is there already',
    ]);
  });

  it('says of what has no place in the plan where it stands and why', async () => {
    const reply = await send(
      parts,
      'plan.csv',
      [
        'Our plan,,as at May,,,,,,',
        'Ref,Objective,Start,Milestone,Evaluation,Budget,End,Due,Budget',
        '1A:1,,May 2024,Example: a draft,Few know of it,£5,,July 2024,',
        '1A:2,,June 2024,,,£6,,,£7,,see the minutes',
        'Area 9: nothing yet',
        '2B:2.1,Example: train,soon,,,,,,',
        '2B:2.1,Example: teach,,,,,,,',
        ',,,,,,,,,,a remark',
        ',,,,halfway,,,,',
        'Key: G is green',
      ].join('\n'),
    );

    expect(leftOutOf(reply)).toEqual([
      'row 1: above the headings · 2 cells',
      'column 6: “Budget”: not understood. Say above what it is, if it belongs in the plan · 2 cells',
      'column 8: “Due”: another column has the due date · 1 cell',
      'column 9: “Budget”: not understood. Say above what it is, if it belongs in the plan · 1 cell',
      'column 11: no heading over it · 2 cells',
    ]);
    expect(problemsOf(reply)).toEqual([
      'row 9, column 5: “halfway”: a row without a reference. Give it one, or put its words into the row that it belongs to',
      'row 10, column 1: “Key: G is green”: no row of the plan stands under this heading',
      'row 3, column 3 and 1 further cell: the plan keeps a start date for an action, not for an objective',
      'row 3, column 4: a milestone belongs to an action, and none stands in this row',
      'row 3, column 5: no rating that counts stands beside this note, so it is kept as published. It is no return',
      'row 6, column 3: “soon”: not a date that can be read. Write one such as 31 March 2025 or March 2025',
      'row 7, column 1: “2B:2.1”: a second, different entry for the same thing; the first one counts',
    ]);
  });

  it('finds nothing to change in a plan that says the same', async () => {
    const { world } = parts;
    await send(
      parts,
      'plan.csv',
      'Ref,RAG,Progress,Action\n3A:1,green,letters sent,Example: print them\n',
    );
    await world.pap(office, 'admin import confirm 1');

    const reply = await send(
      parts,
      'again.csv',
      'Ref,RAG,Progress,Action\n3A:1,Green,letters sent,Example: print them\n\n',
    );

    expect(changesOf(reply)).toEqual([]);
    expect(buttonsOf(reply.message).map(({ label }) => label)).toEqual(['Drop it']);
  });

  it('gives a file that waits the number that it has', async () => {
    await send(parts, 'plan.csv', samplePlanCsv());

    const reply = await send(parts, 'plan.csv', samplePlanCsv());

    expect(reply.message.title).toBe('Import 1: what plan.csv would change');
    expect(textOf(reply)).toContain('This very file was read before');
  });

  it('does not import what is not what was shown', async () => {
    const { world } = parts;
    await send(parts, 'plan.csv', 'Ref,RAG\n2B:2,amber\n');
    await world.pap('owner@example.org', 'update 2B:2 green all 20 trained');

    const refused = await world.pap(office, 'admin import confirm 1');
    const shown = await world.pap(office, 'admin import 1');
    const done = await world.pap(office, 'admin import confirm 1');

    expect(refused).toMatchObject({ outcome: 'refused', code: 'import-outdated' });
    expect(changesOf(shown)).toEqual(['2B:2 | rating | 🟢 Green → 🔶 Amber | row 2, column 2']);
    expect(done.outcome).toBe('done');
    expect((await world.objective('2B:2')).rag).toBe('amber');
  });

  it('is no way round the evidence that blue needs', async () => {
    const { world } = parts;
    const file = 'Ref,RAG,Impact RAG\n2B:2,blue,\n1A:1,blue,\n';
    await world.pap('cochair@example.org', 'evidence 1A:1 waive the board saw it in use');

    const shown = await send(parts, 'plan.csv', file);
    await world.pap(office, 'admin import confirm 1');

    expect(changesOf(shown)).toEqual([
      '2B:2 | rating | – → “blue” as published | row 2, column 2',
      '1A:1 | rating | 🔶 Amber → 🟦 Blue | row 3, column 2',
    ]);
    expect(problemsOf(shown)).toEqual([
      'row 2, column 2: blue needs evidence that families feel it, or a waiver: the rating that counts stays as it is, and this one is kept as published. Record the evidence with “evidence <ref> …”',
    ]);
    expect((await world.objective('2B:2')).rag).toBe('red');
    expect((await world.objective('1A:1')).rag).toBe('blue');
  });

  it('changes no rating while the papers are frozen', async () => {
    const { world } = parts;
    world.at('2024-07-18T10:00');
    await send(parts, 'plan.csv', 'Ref,RAG\n2B:2,amber\n');

    const reply = await world.pap(office, 'admin import confirm 1');

    expect(reply).toMatchObject({ outcome: 'refused', code: 'cycle-frozen' });
    expect((await world.objective('2B:2')).rag).toBe('red');
  });

  it('changes nothing at all when a part of it fails', async () => {
    const { world, harness } = parts;
    await send(parts, 'plan.xlsx', await samplePlanXlsx());
    const before = await world.footprint();
    await harness.pool.query(`
      CREATE FUNCTION fail_source() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''no''; END';
      CREATE TRIGGER fail_source BEFORE INSERT ON source_reference FOR EACH ROW EXECUTE FUNCTION fail_source();`);

    const reply = await world.pap(office, 'admin import confirm 1');
    const between = await world.footprint();
    await harness.pool.query('DROP TRIGGER fail_source ON source_reference');
    const again = await world.pap(office, 'admin import confirm 1');

    expect(reply.outcome).toBe('fault');
    expect(between).toEqual(before);
    expect(again.outcome).toBe('done');
    expect((await world.footprint()).updates).toBeGreaterThan(before.updates);
    expect((await world.record.history.verify()).firstBreak).toBeNull();
  });

  it('does it once, however often it is confirmed', async () => {
    const { world } = parts;
    await send(parts, 'plan.csv', 'Ref,RAG\n2B:2,amber\n');
    await world.pap(office, 'admin import confirm 1', { requestId: 'slack:action:1' });
    const before = await world.footprint();

    const again = await world.handle({
      ...{ platform: 'terminal', tenantId: 'oxfordshire', userId: office },
      conversation: { kind: 'personal', id: 'x' },
      ...{ text: 'admin import confirm 1', requestId: 'slack:action:1' },
    });
    const later = await world.pap(office, 'admin import confirm 1');

    expect(again).toBeNull();
    expect(later).toMatchObject({ outcome: 'refused', code: 'import-settled' });
    expect(await world.footprint()).toEqual(before);
  });

  it('drops a file, which can then be sent again', async () => {
    const { world } = parts;
    await send(parts, 'plan.csv', samplePlanCsv());

    const dropped = await world.pap(office, 'admin import drop 1');
    const refused = await world.pap(office, 'admin import confirm 1');
    const again = await send(parts, 'plan.csv', samplePlanCsv());

    expect(dropped.message.title).toBe('Import 1 was dropped');
    expect(refused).toMatchObject({ outcome: 'refused', code: 'import-settled' });
    expect(again.message.title).toBe('Import 2: what plan.csv would change');
  });

  it('keeps nothing of what certainly is personal, and says only where it stands', async () => {
    const { harness } = parts;

    const reply = await send(
      parts,
      'plan.csv',
      'Ref,RAG,Progress,Risk\n2B:2,amber,NHS number 943 476 5919,"Sam, aged 9, has no place"\n',
    );

    expect(problemsOf(reply)).toEqual([
      'row 2, column 3: personal data; it was left out and not kept',
      'row 2, column 4: could this tell which child is meant? It is imported unless you change the file',
    ]);
    expect(textOf(reply)).not.toContain('943');
    const [kept] = await harness.prisma.planImport.findMany();
    expect(JSON.stringify(kept?.reading)).not.toContain('943');
  });

  it('reads nothing from tables without the headings of a plan', async () => {
    const reply = await send(parts, 'list.csv', 'Name,Telephone\nA,1\n');

    expect(reply.outcome).toBe('done');
    expect(problemsOf(reply)).toEqual([
      'the file: “Name, Telephone”: no headings of a plan. One row needs a heading such as Objective or Action, and one such as Ref, Lead or Due',
    ]);
    expect(buttonsOf(reply.message).map(({ label }) => label)).toEqual(['Drop it']);
  });

  it('refuses a file that is none, and names the reason that scripts go by', async () => {
    const reply = await send(parts, '../../plan.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]));

    expect(reply).toMatchObject({ outcome: 'refused', code: 'bad-file' });
    expect(textOf(reply)).toContain('“plan.xls” was not read');
    expect(textOf(reply)).toContain('Reason: old-office');
    expect(await parts.world.record.imports.list(5)).toEqual([]);
  });

  it('passes on why the platform could not give the file', async () => {
    const file = { name: 'plan.xlsx', problem: 'not-downloaded' } as const;

    const reply = await parts.world.pap(office, 'admin import', { file });

    expect(reply).toMatchObject({ outcome: 'refused', code: 'bad-file' });
    expect(textOf(reply)).toContain('Please send it again.');
  });

  it('lists the imports', async () => {
    await send(parts, 'plan.csv', samplePlanCsv());

    const reply = await parts.world.pap(office, 'admin import');

    expect(rowsOf(reply.message)).toEqual([
      ['1', 'plan.csv', 'waiting', 'Mon 1 July 2024, 09:45, Ben Example'],
    ]);
  });

  it.each([
    ['admin import 9', 'unknown-import'],
    ['admin import confirm 9', 'unknown-import'],
    ['admin import drop 9', 'unknown-import'],
    ['admin import plan.xlsx', 'usage'],
    ['admin import confirm', 'usage'],
  ])('refuses %s', async (line, code) => {
    expect(await parts.world.pap(office, line)).toMatchObject({ outcome: 'refused', code });
  });

  it.each(['owner@example.org', 'cochair@example.org'])('is not for %s', async (email) => {
    await send(parts, 'plan.csv', samplePlanCsv());

    const sent = await send(parts, 'other.csv', 'Ref,RAG\n2B:2,amber\n', email);
    const confirmed = await parts.world.pap(email, 'admin import confirm 1');

    expect(sent).toMatchObject({ outcome: 'refused', code: 'not-permitted' });
    expect(confirmed).toMatchObject({ outcome: 'refused', code: 'not-permitted' });
    expect(await parts.world.record.imports.list(5)).toHaveLength(1);
  });

  itIsClosedToOutsiders('admin import', () => parts);
});
