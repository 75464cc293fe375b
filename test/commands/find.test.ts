// `/pap find`: words looked for in everything of the plan; and the pages that its answers lead to.
import { expect, it } from 'vitest';
import { ASHA, BEN } from '../support/world/cast.ts';
import { buttonsOf, itemsOf } from '../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../support/world/outsiders.ts';
import { describePlan, describePlanOnBoth } from '../support/world/plan-suite.ts';
import { textOf } from '../support/world/plan-world.ts';

describePlanOnBoth('find', (parts) => {
  it('says where words stand, what stands there, and how to read on', async () => {
    const reply = await parts.world.pap(ASHA, 'find trained workers');

    expect(reply).toMatchObject({ outcome: 'done', audience: 'private' });
    expect(itemsOf(reply.message)[0]).toBe(
      '2B:2 Named workers identified, fully trained, and supported — named workers identified, fully trained, and supported /pap show 2B:2',
    );
    expect(buttonsOf(reply.message)[0]).toMatchObject({ line: 'show 2B:2' });
  });

  it('finds a note from when it is recorded, by its words and by who is named in it', async () => {
    const { world } = parts;
    expect((await world.pap(BEN, 'find zebra turnstile')).message.title).toBe(
      'Nothing in the plan says that',
    );
    await world.pap(ASHA, 'update 2B:2 amber zebra turnstiles agreed with Ben Example');

    const byWords = await world.pap(BEN, 'find zebra turnstile');
    const byName = await world.pap(BEN, 'find Ben Example zebra');

    for (const { message } of [byWords, byName])
      expect(itemsOf(message)).toEqual([
        expect.stringMatching(
          /^Note on 2B:2 Named workers.*, \d.* — zebra turnstiles agreed with Ben Example \/pap show 2B:2 history$/,
        ),
      ]);
  });

  it('finds nothing of a note that was taken back, and only the new words of one that was amended', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'update 2B:2 amber zebra turnstiles agreed');
    await world.pap(ASHA, 'amend 2B:2 giraffe turnstiles agreed');
    expect((await world.pap(ASHA, 'find zebra')).message.title).toMatch(/^Nothing/);
    expect((await world.pap(ASHA, 'find giraffe')).message.title).toBe('Found in one place');

    await world.pap(ASHA, 'update 1A:1 green quagga turnstiles agreed');
    expect((await world.pap(ASHA, 'find quagga')).message.title).toBe('Found in one place');
    expect(await world.pap(ASHA, 'undo 1A:1')).toMatchObject({ outcome: 'done' });
    expect((await world.pap(ASHA, 'find quagga')).message.title).toMatch(/^Nothing/);
  });

  it('finds nothing of words that were erased', async () => {
    const { world, harness } = parts;
    await world.pap(ASHA, 'update 2B:2 amber zebra turnstiles agreed');
    await harness.prisma.$transaction(async (db) => {
      const [{ id = '' } = {}] = await db.$queryRaw<{ id: string }[]>`
        INSERT INTO erasure (partnership_id, id, number, kind, reason, at)
        VALUES (${world.partnership.id}::uuid, gen_random_uuid(), 1, 'retention', 'old', now()) RETURNING id::text`;
      await db.$executeRaw`SELECT set_config('pap.erasure', ${id}, true)`;
      await db.$executeRaw`UPDATE entry_words SET note = 'words erased on Mon 1 July 2024', salts = '{}', erased = '{"/note":"2024-07-01"}' WHERE note LIKE 'zebra%'`;
    });

    expect((await world.pap(ASHA, 'find zebra')).message.title).toMatch(/^Nothing/);
  });

  it('finds nothing of another partnership', async () => {
    const { world, other } = parts;

    const own = await world.handle(other.inbound('find other plan'));
    const foreign = await world.pap(ASHA, 'find other plan');

    expect(own && textOf(own)).toContain('9Z:9 Of the other plan');
    expect(textOf(foreign)).not.toContain('9Z:9');
  });

  // Words without a stem are looked for as they stand: the index is not asked then, which keeps partnerships apart too.
  it.each(['find other plan', 'find of the other'])(
    'finds no words of another partnership’s row that has the same id: %s',
    async (line) => {
      const { world, other, harness } = parts;
      const { id } = await world.objective('2B:2');
      await harness.prisma.$executeRaw`
        UPDATE objective SET id = ${id}::uuid WHERE partnership_id = ${other.partnershipId}::uuid AND ref = '9Z:9'`;

      const own = await world.handle(other.inbound(line));
      const foreign = await world.pap(ASHA, line);

      expect(own && textOf(own)).toContain('9Z:9 Of the other plan');
      expect(textOf(foreign)).not.toContain('Of the other plan');
    },
  );
});

describePlan('find, its answers', (parts) => {
  it.each([
    ['find mainstream EHCPs', 'KPI 2 Proportion of children with EHCPs in mainstream'],
    ['find 5,427', 'KPI 1 Number of pupils with EHCP in Oxfordshire'],
    ['find consistent workforce', 'Development area a: consistent workforce'],
    ['find banded funding', 'Voice: Headteacher'],
    ['find alternative provision', 'Project: Alternative Provision'],
    ['find senco', 'AP: alternative provision'],
  ])('%s', async (line, place) => {
    const { message } = await parts.world.pap(ASHA, line);
    if (line === 'find senco') expect(itemsOf(message).join('\n')).toContain('SENCO');
    else expect(itemsOf(message).join('\n')).toContain(place);
  });

  it('goes on with the places that the first answer had no room for', async () => {
    const { world } = parts;
    const seen: string[] = [];
    let line: string | undefined = 'find children';
    while (line) {
      const { message } = await world.pap(ASHA, line);
      seen.push(...itemsOf(message));
      line = buttonsOf(message).find(({ label }) => label === 'More')?.line;
    }

    const { message } = await world.pap(ASHA, 'find children');
    expect(message.title).toBe(`Found in ${seen.length} places`);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(12);
  });

  it('finds signs without a word, and says when only some words were found', async () => {
    const { world } = parts;

    expect((await world.pap(ASHA, 'find ↑')).message.title).toMatch(/^Found in \d+ places$/);
    expect((await world.pap(ASHA, 'find trained zebras')).message.title).toMatch(
      /^No place has all of these words; \d+ places have some of them$/,
    );
  });

  it.each([
    ['find', '“<words>” is missing in “find <words>”'],
    ['find ""', 'Say what to look for'],
    [`find ${'x'.repeat(400)}`, 'up to 300 characters'],
  ])('refuses what is nothing to look for: %.20s', async (line, says) => {
    const reply = await parts.world.pap(ASHA, line);

    expect(reply).toMatchObject({ outcome: 'refused', code: 'usage' });
    expect(textOf(reply)).toContain(says);
  });

  it('leads only to lines that show something', async () => {
    const { world } = parts;
    const lines = new Set<string>();
    for (const words of [
      'school',
      'plan',
      'meeting',
      'health',
      'data',
      'local',
      'July 2024',
      'board',
      'area',
      'forum',
    ])
      for (const from of [1, 7, 13]) {
        const { message } = await world.pap(ASHA, `find ${words} from ${from}`);
        for (const item of itemsOf(message)) lines.add(/\/pap (.*)$/.exec(item)?.[1] ?? '');
      }

    expect(lines.size).toBeGreaterThan(25);
    for (const line of lines)
      expect([line, (await world.pap(ASHA, line)).outcome]).toEqual([line, 'done']);
  }, 120_000);

  itIsClosedToOutsiders('find trained workers', () => parts);
});

describePlan('show, a page of the plan', (parts) => {
  it.each([
    ['show theme 1', 'Theme 1 Right Support, Right Time', 'Early Years'],
    ['show workstream data', 'Workstream: ', ''],
    ['show project early years', 'Project: Early Years', 'Theme 1 Right Support'],
    ['show strengths', 'Strengths', ''],
    ['show development areas', 'Areas for development', 'consistent workforce'],
    ['show area a', 'Development area a: consistent workforce', 'Strategic priority 1'],
    ['show priority 1', 'Strategic priority 1 Improving outcomes', 'Development area a'],
    ['show voices', 'What people said', 'Headteacher'],
    ['show glossary', 'Abbreviations', 'alternative provision'],
    ['show ways of working', 'Ways of working', 'Partners work more closely'],
    ['show plan', 'The plan', 'Theme 3'],
    ['show forum siab', 'Forum: SEND Improvement', 'System leaders'],
    ['show documents', 'Documents', 'Self Evaluation Summary'],
    ['show organisation example-council', 'Organisation: Example Council', '2B:2'],
  ])('%s', async (line, title, says) => {
    const { world } = parts;
    const all = line === 'show workstream data' ? 'show workstreams' : line;

    const reply = await world.pap(ASHA, all);

    expect(reply.outcome).toBe('done');
    expect(reply.message.title).toContain(all === line ? title : 'Workstreams');
    expect(textOf(reply)).toContain(says);
  });

  it('names those that there are when there is no such one, and says that pages have no past', async () => {
    const { world } = parts;

    const unknown = await world.pap(ASHA, 'show theme 9');
    const dated = await world.pap(ASHA, 'show theme 1 at 24 Jul 2024');

    expect(unknown).toMatchObject({ outcome: 'refused', code: 'unknown-page' });
    expect(itemsOf(unknown.message)).toHaveLength(3);
    expect(dated).toMatchObject({ outcome: 'refused', code: 'usage' });
    expect(textOf(dated)).toContain('type “show theme 1” alone');
  });
});
