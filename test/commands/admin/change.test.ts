// `/pap admin change`: the plan changes when somebody else approves it, and the date that it first had stays.

import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { ASHA, BEN, CERYS, DEV, ELLA, FEMI } from '../../support/world/cast.ts';
import { buttonOf, buttonsOf, itemsOf, paragraphsOf } from '../../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../../support/world/outsiders.ts';
import { describePlan } from '../../support/world/plan-suite.ts';
import { textOf } from '../../support/world/plan-world.ts';
import { itRefuses } from '../../support/world/refusals.ts';
import { deliverNow } from '../../support/world/told.ts';

const REDATE = 'admin change 2B:2 date September 2024 because two posts are vacant';

describePlan('admin change', (parts) => {
  it('proposes a date and changes nothing before it is approved', async () => {
    const { world } = parts;
    const before = await world.objective('2B:2');

    const reply = await world.pap(ASHA, REDATE);

    expect(reply).toMatchObject({ outcome: 'done', audience: 'private' });
    expect(reply.message.title).toBe('Proposed as change 1');
    expect(paragraphsOf(reply.message)).toEqual([
      '2B:2 Named workers identified, fully trained, and supported: due “by July 2024” → “September 2024” (read as Mon 30 September 2024 at the latest)',
      'Why: two posts are vacant',
      'The plan stays as it is until Ben Example approves it; they have been told.',
    ]);
    expect(await world.objective('2B:2')).toEqual(before);
  });

  it('re-dates on approval, keeps the first date as the original, and writes the history', async () => {
    const { world } = parts;
    await world.pap(ASHA, REDATE);

    const reply = await world.pap(BEN, 'admin change approve 1 agreed with the board');

    expect(reply.outcome).toBe('done');
    expect(reply.message.title).toBe('Change 1: approved');
    const { due, originalDue, version, id } = await world.objective('2B:2');
    expect([due?.text, due?.lastDay.toString()]).toEqual(['September 2024', '2024-09-30']);
    expect([originalDue?.text, originalDue?.lastDay.toString()]).toEqual([
      'by July 2024',
      '2024-07-31',
    ]);
    expect(version).toBe(1);
    const july = { text: 'by July 2024', precision: 'month', lastDay: '2024-07-31' };
    const [entry] = (await world.record.history.list(id)).slice(-1);
    expect(entry?.detail).toEqual({
      of: 'objective',
      change: 'changed',
      before: { due: july, originalDue: null },
      after: {
        due: { text: 'September 2024', precision: 'month', lastDay: '2024-09-30' },
        originalDue: july,
      },
    });
    expect(entry?.note).toBe(
      'two posts are vacant (change 1, proposed by Asha Example, Example Council)',
    );
    expect(entry?.author?.name).toBe('Ben Example');
    expect((await world.record.history.verify()).firstBreak).toBeNull();
  });

  it('keeps the first date when it is re-dated again', async () => {
    const { world } = parts;
    await world.pap(ASHA, REDATE);
    await world.pap(BEN, 'admin change approve 1');
    await world.pap(ASHA, 'admin change 2B:2 date December 2024 because of the tender');

    await world.pap(BEN, 'admin change approve 2');

    const { due, originalDue } = await world.objective('2B:2');
    expect([due?.text, originalDue?.text]).toEqual(['December 2024', 'by July 2024']);
  });

  it('tells the approvers with a button, the owner, and the proposer of the decision', async () => {
    const { world, harness } = parts;
    await link(ASHA, BEN, DEV);
    await world.pap(DEV, REDATE);
    await world.deliver();

    const [toOwner, toOffice] = [sentTo(ASHA), sentTo(BEN)];
    expect(buttonsOf(toOwner[0]?.message ?? { title: '', blocks: [] })).toEqual([]);
    expect(toOffice.map(({ message }) => message.title)).toEqual(['Change 1 is proposed']);
    const approve = toOffice[0] && buttonOf(toOffice[0].message, 'Approve 1');
    expect(approve?.line).toBe('admin change approve 1');
    world.sent.length = 0;

    await world.pap(BEN, approve?.line ?? '');
    await world.deliver();

    expect(sentTo(DEV).map(({ message }) => message.title)).toEqual(['Change 1 is approved']);
    expect(sentTo(ASHA).map(({ message }) => message.title)).toEqual(['Change 1 is approved']);
    expect(sentTo(BEN)).toEqual([]);

    async function link(...emails: string[]): Promise<void> {
      for (const email of emails) {
        await harness.prisma.platformAccount.deleteMany({
          where: { personId: await world.personId(email) },
        });
        await world.record.people.linkAccount(
          await world.personId(email),
          { platform: 'teams', tenantId: 'tenant', userId: email },
          await world.clock.now(),
        );
      }
    }

    function sentTo(email: string) {
      return world.sent.filter(({ target }) => target.kind === 'person' && target.userId === email);
    }
  });

  it.each([
    [
      'admin change 2B:2 title Named workers in post and trained because it reads better',
      { title: 'Named workers in post and trained' },
    ],
    [
      'admin change 2B:2 title “Trained because asked” because it reads better',
      { title: 'Trained because asked' },
    ],
    [
      'admin change 2b2 measure All 20 schools have one because there was none',
      { successMeasure: 'All 20 schools have one' },
    ],
  ])('re-words: %s', async (line, expected) => {
    const { world } = parts;
    await world.pap(ASHA, line);

    await world.pap(BEN, 'admin change approve 1');

    expect(await world.objective('2B:2')).toMatchObject(expected);
  });

  it('re-owns: the old owner owes nothing more, the new one is told', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'admin change 2B:2 owner @Femi because Asha moves to another team');

    await world.pap(BEN, 'admin change approve 1');

    const objective = await world.objective('2B:2');
    expect(objective.assignees.map(({ role, name }) => [role, name])).toEqual([
      ['owner', 'Femi Example'],
      ['deputy', 'Ella Example'],
    ]);
    expect((await world.record.history.list(objective.id)).at(-1)?.detail).toEqual({
      of: 'assignment',
      itemId: null,
      role: 'owner',
      before: ['Asha Example, Example Council'],
      after: ['Femi Example, Example Council'],
    });
    const refused = await world.pap(ASHA, 'update 2B:2 amber 14 of 20 trained');
    expect(refused.code).toBe('not-permitted');
  });

  it('re-owns twice on one day without two owners', async () => {
    const { world } = parts;
    await world.pap(DEV, 'admin change 2B:2 owner Femi because of leave');
    await world.pap(BEN, 'admin change approve 1');
    await world.pap(DEV, 'admin change 2B:2 owner Ella because Femi is away as well');

    await world.pap(BEN, 'admin change approve 2');

    const { assignees, id } = await world.objective('2B:2');
    // Ella, who was its deputy, is so no more.
    expect(assignees.map(({ role, name }) => [role, name])).toEqual([['owner', 'Ella Example']]);
    expect((await world.record.history.list(id)).slice(-2).map(({ detail }) => detail)).toEqual([
      {
        of: 'assignment',
        itemId: null,
        role: 'owner',
        before: ['Femi Example, Example Council'],
        after: ['Ella Example, Example NHS'],
      },
      {
        of: 'assignment',
        itemId: null,
        role: 'deputy',
        before: ['Ella Example, Example NHS'],
        after: [],
      },
    ]);
  });

  it('tells each person whom several decisions concern once, and of one as before', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'admin change 2B:2 date September 2024 because two posts are vacant');
    await world.pap(ASHA, 'admin change 1A:1 date October 2024 because it depends on 2B:2');
    await world.pap(DEV, 'admin change 2B:2 theme add 2 because it rests on the plans');
    await deliverNow(parts);

    const reply = await world.pap(BEN, 'admin change approve 1, 2, 3: agreed');

    expect(reply.code ?? reply.outcome).toBe('done');
    const told = await deliverNow(parts);
    const decided = told.filter(([, { title }]) => /change|theme/i.test(title));
    expect(decided.map(([email, { title }]) => [email, title])).toEqual(
      expect.arrayContaining([
        [ASHA, '3 changes are approved'],
        [DEV, 'Change 3 is approved'],
      ]),
    );
    expect(decided.filter(([email]) => email === ASHA)).toHaveLength(1);
    expect(new Set(decided.map(([email]) => email)).size).toBe(decided.length);
  });

  it('adds an objective with its area, owner and the return that the open cycle asks for', async () => {
    const { world } = parts;
    await world.pap(
      CERYS,
      'admin change add 4C:1 "One plan for transport" due July 2025 owner @femi because the board asked for it',
    );
    expect((await world.pap(FEMI, 'show 4C:1')).code).toBe('unknown-objective');

    const reply = await world.pap(BEN, 'admin change approve 1');

    expect(paragraphsOf(reply.message)[0]).toBe(
      'Add objective 4C:1 “One plan for transport”, due “July 2025” (read as Thu 31 July 2025 at the latest), owner Femi Example, Example Council',
    );
    const added = await world.objective('4C:1');
    expect(added).toEqual({
      id: added.id,
      ref: '4C:1',
      title: 'One plan for transport',
      areaRef: '4',
      areaName: null,
      due: {
        text: 'July 2025',
        precision: 'month',
        lastDay: Temporal.PlainDate.from('2025-07-31'),
      },
      originalDue: null,
      successMeasure: null,
      rag: null,
      impactRag: null,
      status: 'open',
      closedOn: null,
      version: 0,
      themes: [],
      assignees: [
        {
          role: 'owner',
          personId: await world.personId(FEMI),
          name: 'Femi Example',
          organisation: 'Example Council',
        },
      ],
      example: false,
    });
    expect(textOf(await world.pap(FEMI, 'mine'))).toContain('4C:1');
    expect((await world.pap(FEMI, 'update 4C:1 amber first meeting held')).outcome).toBe('done');
  });

  it('adds parts: an action, its milestone, a measure and a risk', async () => {
    const { world } = parts;
    for (const [index, line] of [
      'action 2B:2 "Write the training" due September 2024',
      'milestone 2B:2.1 "First draft" due 31 July 2024',
      'measure 2B:2 “Every school has a named worker”',
      'risk 2B:2 Posts stay vacant',
    ].entries()) {
      await world.pap(ASHA, `admin change add ${line} because the board asked`);
      const reply = await world.pap(BEN, `admin change approve ${index + 1}`);
      expect(reply.outcome).toBe('done');
    }

    const { id } = await world.objective('2B:2');
    const items = await world.record.items.list({ objectiveIds: [id] });
    expect(items.map(({ kind, ref, title }) => [kind, ref, title])).toEqual([
      ['action', '1', 'Write the training'],
      ['milestone', '1.1', 'First draft'],
      ['measure', 'M1', 'Every school has a named worker'],
      ['risk', 'R1', 'Posts stay vacant'],
    ]);
  });

  it('re-dates and re-words a part, and keeps its first date', async () => {
    const { world } = parts;
    for (const [index, line] of [
      'add action 2B:2 "Write the training" due July 2024',
      'add measure 2B:2 "All schools"',
      '2B:2.1 date September 2024',
      '2B:2.1 title Write and try the training',
      '2b2 m1 title All 20 schools',
    ].entries()) {
      await world.pap(ASHA, `admin change ${line} because the board asked`);
      const reply = await world.pap(BEN, `admin change approve ${index + 1}`);
      expect(reply.outcome).toBe('done');
    }

    const { id, due } = await world.objective('2B:2');
    expect(due?.text).toBe('by July 2024');
    const items = await world.record.items.list({ objectiveIds: [id] });
    expect(
      items.map((one) => [one.ref, one.title, one.due?.text, one.originalDue?.text, one.version]),
    ).toEqual([
      ['1', 'Write and try the training', 'September 2024', 'July 2024', 3],
      ['M1', 'All 20 schools', undefined, undefined, 2],
    ]);
    const shown = await world.pap(BEN, 'admin change 3');
    expect(paragraphsOf(shown.message)[0]).toBe(
      '2B:2 Named workers identified, fully trained, and supported: action 2B:2.1 “Write the training”, due “July 2024” → “September 2024” (read as Mon 30 September 2024 at the latest)',
    );
  });

  it('gives an action an owner and a deputy of its own, who may then record how far it is', async () => {
    const { world } = parts;
    const line = 'update 1A:1.2 done all are answered in four days';
    expect((await world.pap(ELLA, line)).code).toBe('not-permitted');

    const proposed = await world.pap(
      ASHA,
      'admin change 1A:1.2 owner @ella because she leads the line',
    );
    await world.pap(BEN, 'admin change approve 1');
    await world.pap(ASHA, 'admin change 1A:1.2 deputy @femi because Ella is away in August');
    await world.pap(BEN, 'admin change approve 2');

    expect(paragraphsOf(proposed.message)[0]).toBe(
      '1A:1 Example: one front door for advice to settings (example): action 1A:1.2 “Example: advice is answered within five working days”, owner nobody → Ella Example, Example NHS',
    );
    const shown = await world.pap(CERYS, 'show 1A:1 all history');
    expect(itemsOf(shown.message).find((one) => one.startsWith('1A:1.2 '))).toContain(
      'Ella Example, Example NHS; deputy Femi Example, Example Council',
    );
    expect(textOf(shown)).toContain('Owner of 1A:1.2: nobody → Ella Example, Example NHS');
    expect((await world.objective('1A:1')).assignees.map(({ name }) => name)).toEqual([
      'Asha Example',
    ]);
    expect((await world.pap(ELLA, line)).outcome).toBe('done');
    const again = await world.pap(ASHA, 'admin change 1A:1.2 owner @ella because she leads it');
    expect(again.code).toBe('nothing-to-change');
  });

  it('refuses another owner of an action that somebody else has got since', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'admin change 1A:1.2 owner @ella because she leads the line');
    await world.pap(ASHA, 'admin change 1A:1.2 owner @femi because he leads the line');
    await world.pap(BEN, 'admin change approve 1');

    expect((await world.pap(BEN, 'admin change approve 2')).code).toBe('change-overtaken');
    expect((await world.pap(ASHA, 'admin change 1A:1 M1 owner @ella because x')).code).toBe(
      'usage',
    );
  });

  it('refuses a change of a part that the plan has overtaken', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'admin change add action 2B:2 "Write" because the board asked');
    await world.pap(BEN, 'admin change approve 1');
    await world.pap(ASHA, 'admin change 2B:2.1 date May 2025 because of the tender');
    await world.pap(ASHA, 'admin change 2B:2.1 date June 2025 because of the tender');
    await world.pap(BEN, 'admin change approve 2');

    expect((await world.pap(BEN, 'admin change approve 3')).code).toBe('change-overtaken');
  });

  it('places a new objective in a theme, whose co-chairs then see it', async () => {
    const { world } = parts;
    await world.pap(
      CERYS,
      'admin change add 1A:3 "One plan" theme 1 due July 2025 because it is missing',
    );

    await world.pap(BEN, 'admin change approve 1');

    const { themes, due } = await world.objective('1A:3');
    expect(themes.map(({ number }) => number)).toEqual([1]);
    expect(due?.text).toBe('July 2025');
    expect(textOf(await world.pap(CERYS, 'outstanding theme 1'))).toContain('1A:3');
  });

  it('closes: warns when it is not blue, then takes no updates and owes no return, and is still shown', async () => {
    const { world } = parts;

    const proposed = await world.pap(ASHA, 'admin change close 2B:2 because it moves to 2B:1');
    expect(paragraphsOf(proposed.message)[2]).toBe(
      'Mind: 2B:2 is 🛑 Red, not 🟦 Blue: closing it now leaves it without a completed rating.',
    );
    await world.pap(BEN, 'admin change approve 1');

    const objective = await world.objective('2B:2');
    expect([objective.status, objective.closedOn?.toString()]).toEqual(['closed', '2024-07-01']);
    const update = await world.pap(ASHA, 'update 2B:2 amber 14 of 20 trained');
    expect(update).toMatchObject({ outcome: 'refused', code: 'objective-closed' });
    expect(update.message.title).toBe('2B:2 is closed');
    expect((await world.pap(ASHA, 'same 2B:2')).code).toBe('objective-closed');
    expect((await world.pap(ASHA, 'show 2B:2')).outcome).toBe('done');
    expect(textOf(await world.pap(BEN, 'outstanding'))).not.toContain('2B:2 ');
    expect((await world.record.history.list(objective.id)).at(-1)?.detail).toEqual({
      of: 'objective',
      change: 'closed',
      before: { status: 'open', closedOn: null },
      after: { status: 'closed', closedOn: '2024-07-01' },
    });
    const again = await world.pap(ASHA, 'admin change 2B:2 date May 2025 because of the tender');
    expect(again.code).toBe('objective-closed');
  });

  it('lists what is open and what was decided, and shows one with its buttons', async () => {
    const { world } = parts;
    await world.pap(ASHA, REDATE);
    await world.pap(ASHA, 'admin change close 1A:1 because it is done');
    await world.pap(BEN, 'admin change reject 2 it is still amber');

    const list = await world.pap(ELLA, 'admin change');
    const one = await world.pap(BEN, 'admin change 1');
    const decided = await world.pap(ELLA, 'admin change 2');

    expect(list.message.title).toBe('Changes to the plan: 1 open');
    expect(itemsOf(list.message)).toEqual([
      '1 2B:2: due “by July 2024” → “September 2024” (read as Mon 30 September 2024 at the latest) · Asha Example',
      '2 rejected: 1A:1: close it: no more returns, still to be seen · Asha Example',
    ]);
    expect(buttonsOf(one.message).map(({ label }) => label)).toEqual(['Approve 1', 'Withdraw 1']);
    expect(buttonsOf(decided.message)).toEqual([]);
    expect(paragraphsOf(decided.message)).toContain('Note: it is still amber');
    expect((await world.objective('1A:1')).status).toBe('open');
  });

  it('refuses what the plan has overtaken, and says what is there now', async () => {
    const { world } = parts;
    await world.pap(ASHA, REDATE);
    await world.pap(ASHA, 'admin change 2B:2 date May 2025 because of the tender');
    await world.pap(BEN, 'admin change approve 2');

    const reply = await world.pap(BEN, 'admin change approve 1');

    expect(reply).toMatchObject({ outcome: 'refused', code: 'change-overtaken' });
    expect(textOf(reply)).toContain('the date of 2B:2 has gone from “by July 2024” to “May 2025”');
    expect((await world.objective('2B:2')).due?.text).toBe('May 2025');
    expect(
      buttonsOf((await world.pap(BEN, 'admin change 1')).message).map(({ label }) => label),
    ).toEqual(['Withdraw 1']);
  });

  it('refuses the second of two proposals for one reference', async () => {
    const { world } = parts;
    await world.pap(CERYS, 'admin change add 2B:5 "One" because it is missing');
    await world.pap(CERYS, 'admin change add 2b5 "Two" because it is missing');
    await world.pap(BEN, 'admin change approve 1');

    const reply = await world.pap(BEN, 'admin change approve 2');

    expect(reply.code).toBe('ref-taken');
    expect((await world.objective('2B:5')).title).toBe('One');
    expect((await world.record.changes.find(2))?.state).toBe('proposed');
  });

  it('does a repeated request once', async () => {
    const { world } = parts;
    await world.pap(ASHA, REDATE, { requestId: 'slack:cmd:1' });
    await world.pap(BEN, 'admin change approve 1', { requestId: 'slack:cmd:2' });
    const before = await world.footprint();

    await expect(
      world.pap(BEN, 'admin change approve 1', { requestId: 'slack:cmd:2' }),
    ).rejects.toThrow('repeat');

    expect(await world.footprint()).toEqual(before);
    expect((await world.pap(BEN, 'admin change approve 1')).code).toBe('change-decided');
  });

  it('lets its proposer withdraw it, and nobody else but the office', async () => {
    const { world } = parts;
    await world.pap(ASHA, REDATE);

    const forbidden = await world.pap(DEV, 'admin change withdraw 1');
    const done = await world.pap(ASHA, 'admin change withdraw 1');
    const approved = await world.pap(BEN, 'admin change approve 1');

    expect(forbidden.code).toBe('not-permitted');
    expect(done.message.title).toBe('Change 1: withdrawn');
    expect(approved.code).toBe('change-decided');
  });

  itRefuses(
    () => parts,
    [
      [BEN, 'admin change 2B:2 date September 2024', 'no-reason'],
      [BEN, 'admin change 2B:2 date sometime because of it', 'bad-date'],
      [BEN, 'admin change 2B:2 date by July 2024 because of it', 'nothing-to-change'],
      [BEN, 'admin change 2B:2 owner Asha because she does it', 'nothing-to-change'],
      [BEN, 'admin change 2B:2 owner Zoltan because of it', 'unknown-person'],
      [BEN, 'admin change 2B:2 colour red because of it', 'usage'],
      [BEN, 'admin change 2B:2', 'usage'],
      [BEN, 'admin change 9Z:9 date May 2025 because of it', 'unknown-objective'],
      [BEN, 'admin change add 2B:2 "Again" because of it', 'ref-taken'],
      [BEN, 'admin change add transport "Again" because of it', 'usage'],
      [BEN, 'admin change add milestone 2B:2 "First" because of it', 'usage'],
      [BEN, 'admin change add milestone 2B:2.7 "First" because of it', 'unknown-part'],
      [BEN, 'admin change add 2B:5 because of it', 'usage'],
      [BEN, 'admin change add 2B:5 "One" theme 9 because of it', 'unknown-theme'],
      [BEN, 'admin change add 2B:5 "One" due sometime because of it', 'bad-date'],
      [BEN, 'admin change 2B:2.7 date May 2025 because of it', 'unknown-part'],
      [BEN, 'admin change 2B:2 M7 title One because of it', 'unknown-part'],
      [BEN, 'admin change approve', 'usage'],
      [BEN, 'admin change approve 7', 'unknown-change'],
      [BEN, 'admin change 7', 'unknown-change'],
      [BEN, 'admin change reject 7 no', 'unknown-change'],
      [ASHA, 'admin change 2B:2 title Help for 943 476 5919 because of it', 'personal-data'],
      [ASHA, 'admin change 2B:2 date May 2025 because 943 476 5919 waits', 'personal-data'],
      [FEMI, 'admin change approve 7', 'not-permitted'],
    ],
  );

  it('wants a reason for a rejection', async () => {
    const { world } = parts;
    await world.pap(ASHA, REDATE);

    expect((await world.pap(BEN, 'admin change reject 1')).code).toBe('usage');
    expect((await world.record.changes.find(1))?.state).toBe('proposed');
  });

  it('is forbidden to whoever has no part in it', async () => {
    const { world } = parts;
    await world.pap(BEN, REDATE);

    const own = await world.pap(BEN, 'admin change approve 1');
    const owner = await world.pap(ASHA, 'admin change approve 1');
    const coChair = await world.pap(CERYS, 'admin change reject 1 too late');
    const other = await world.pap(ASHA, 'admin change 3A:1 date May 2025 because of the tender');
    const adding = await world.pap(ASHA, 'admin change add 2B:5 "One" because it is missing');

    for (const reply of [own, owner, coChair, other, adding])
      expect(reply).toMatchObject({ outcome: 'refused', code: 'not-permitted' });
    expect((await world.objective('2B:2')).due?.text).toBe('by July 2024');
  });

  it('can be approved by a member of the board', async () => {
    const { world, harness } = parts;
    await harness.prisma.roleGrant.create({
      data: {
        partnershipId: world.partnership.id,
        personId: await world.personId(CERYS),
        role: 'board',
        startsOn: new Date('2024-01-01'),
      },
    });
    await world.pap(BEN, REDATE);

    expect((await world.pap(CERYS, 'admin change approve 1')).outcome).toBe('done');
  });

  itIsClosedToOutsiders(REDATE, () => parts);
  itIsClosedToOutsiders('admin change approve 1', () => parts);
});
