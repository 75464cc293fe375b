// `/pap amend`: saying the latest rating again, rightly.
import { expect, it } from 'vitest';
import { buttonOf, factsOf, footerOf, paragraphsOf } from '../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../support/world/outsiders.ts';
import { describePlanOnBoth } from '../support/world/plan-suite.ts';

const OWNER = 'owner@example.org';
const OFFICE = 'office@example.org';

describePlanOnBoth('amend', (parts) => {
  it('puts a note right weeks later and leaves the rating alone', async () => {
    const { world } = parts;
    await world.pap(OWNER, 'update 2B:2 amber 14 of 20 trained');
    await world.deliver();
    world.at('2024-07-12T10:00');

    const reply = await world.pap(OWNER, 'amend 2B:2 14 of 21 trained');
    await world.deliver();

    expect(reply).toMatchObject({ outcome: 'done', audience: 'private' });
    expect(reply.message.title).toBe(
      'Amended: 2B:2 Named workers identified, fully trained, and supported',
    );
    expect(factsOf(reply.message)).toEqual({
      Rating: '🔶 Amber (no change)',
      Note: '14 of 21 trained',
      By: 'Asha Example, Example Council',
      When: 'Fri 12 July 2024, 10:00',
      'What follows': 'The rating is unchanged, so no channel is told.',
    });
    expect(footerOf(reply.message)).toContain('Both stay in the history');
    expect(world.sent).toHaveLength(1);
  });

  it('puts a rating right, and tells the channels as of any change', async () => {
    const { world } = parts;
    await world.pap(OWNER, 'update 2B:2 amber 14 of 20 trained');
    await world.deliver();

    const { message } = await world.pap(OWNER, 'amend 2B:2 green all 20 trained');
    await world.deliver();

    expect(factsOf(message)['What follows']).toBe('This is posted to Right Support (Teams).');
    expect(world.sent.at(-1)?.message.title).toBe(
      '2B:2 Named workers identified, fully trained, and supported: 🔶 Amber → 🟢 Green, amended',
    );
    expect((await world.objective('2B:2')).rag).toBe('green');
  });

  it('appends an entry that names the one it puts right; the latest holds and both stay', async () => {
    const { world } = parts;
    await world.pap(OWNER, 'update 2B:2 amber 14 of 20 trained');
    await world.pap(OWNER, 'amend 2B:2 14 of 21 trained');
    await world.pap(OWNER, 'amend 2B:2 15 of 21 trained');

    const { id, version } = await world.objective('2B:2');
    const [second, first, slip] = await world.record.objectives.history(id, 3);
    const story = (await world.record.objectives.ratingStories([id])).get(id);

    expect(version).toBe(4);
    expect([second?.kind, first?.kind, slip?.kind]).toEqual(['amend', 'amend', 'update']);
    expect([second?.supersedesId, first?.supersedesId]).toEqual([first?.id, slip?.id]);
    expect([second?.superseded, first?.superseded, slip?.superseded]).toEqual([false, true, true]);
    expect(story?.reason?.words).toBe('15 of 21 trained');
    expect((await world.record.history.verify()).firstBreak).toBeNull();
  });

  it('leaves the return that was answered answered, and answers none', async () => {
    const { world } = parts;
    const owed = JSON.stringify((await world.pap(OWNER, 'outstanding')).message);
    await world.pap(OFFICE, 'amend 2B:2 as the board heard it');
    expect(JSON.stringify((await world.pap(OWNER, 'outstanding')).message)).toBe(owed);

    await world.pap(OWNER, 'same 2B:2');
    const answered = JSON.stringify((await world.pap(OWNER, 'outstanding')).message);
    await world.pap(OWNER, 'amend 2B:2 evidence is unchanged');

    expect(JSON.stringify((await world.pap(OWNER, 'outstanding')).message)).toBe(answered);
  });

  it('by the office says whose entry it puts right', async () => {
    const { world } = parts;
    await world.pap(OWNER, 'update 2B:2 green all 20 trained');

    const { message } = await world.pap(OFFICE, 'amend 2B:2 amber two are not in post');

    expect(factsOf(message)['What follows']).toContain(
      'It puts right what Asha Example, Example Council recorded.',
    );
  });

  it('takes a first word as a rating only where it is a colour', async () => {
    const { world } = parts;
    await world.pap(OWNER, 'update 2B:2 amber 14 of 20 trained');

    const letter = await world.pap(OWNER, 'amend 2B:2 a typo: 15 of 20 trained');
    const quoted = await world.pap(OWNER, 'amend 2B:2 "green shoots, no more"');

    expect(factsOf(letter.message)).toMatchObject({
      Rating: '🔶 Amber (no change)',
      Note: 'a typo: 15 of 20 trained',
    });
    expect(factsOf(quoted.message)).toMatchObject({
      Rating: '🔶 Amber (no change)',
      Note: 'green shoots, no more',
    });
  });

  it('of the impact rating amends that one alone', async () => {
    const { world } = parts;
    const { id, version } = await world.objective('2B:2');
    await world.record.objectives.appendUpdate(
      {
        ...{ objectiveId: id, kind: 'update', rating: 'impact', fromRag: null, toRag: 'red' },
        ...{ note: 'families see nothing', cycleIds: [], late: false, requestId: 'test:impact' },
        authorId: await world.personId(OWNER),
        at: await world.clock.now(),
      },
      version,
    );

    const { message } = await world.pap(OWNER, 'amend 2B:2 impact amber some families do');

    expect(factsOf(message)).toMatchObject({
      Impact: '🛑 Red → 🔶 Amber',
      'What follows': 'No channel had heard of it, so none is told.',
    });
    expect((await world.footprint()).notifications).toBe(0);
    const objective = await world.objective('2B:2');
    expect([objective.rag, objective.impactRag]).toEqual(['red', 'amber']);
  });

  it('to blue needs the evidence that blue needs', async () => {
    const { world } = parts;
    await world.pap(OWNER, 'update 2B:2 amber 14 of 20 trained');

    const without = await world.pap(OWNER, 'amend 2B:2 blue families feel it');
    await world.pap(
      OWNER,
      'evidence 2B:2 https://example.org/survey families say that it works felt',
    );
    const proven = await world.pap(OWNER, 'amend 2B:2 blue families feel it');

    expect([without.code, proven.outcome]).toEqual(['blue-needs-evidence', 'done']);
    expect(buttonOf(without.message, 'Try blue again').line).toBe(
      'amend 2B:2 blue families feel it',
    );
    expect((await world.objective('2B:2')).rag).toBe('blue');
  });

  it('while the papers are frozen is open for a note, and for a rating to the office alone', async () => {
    const { world } = parts;
    await world.pap(OWNER, 'update 2B:2 amber 14 of 20 trained');
    world.at('2024-07-17T10:00');
    const before = await world.footprint();

    const rating = await world.pap(OWNER, 'amend 2B:2 green all 20 trained');
    const untouched = await world.footprint();
    const note = await world.pap(OWNER, 'amend 2B:2 14 of 21 trained');
    const board = await world.pap(OFFICE, 'amend 2B:2 red the board saw no evidence');

    expect(rating.code).toBe('cycle-frozen');
    expect(untouched).toEqual(before);
    expect(note.outcome).toBe('done');
    expect(board.outcome).toBe('done');
    expect(factsOf(board.message)['What follows']).toContain(
      'It was made while the papers are frozen, and the history says so.',
    );
    expect((await world.objective('2B:2')).rag).toBe('red');
  });

  it.each(['deputy@example.org', 'cochair@example.org', 'dev@example.org'])(
    'is not for %s, who did not record it',
    async (email) => {
      const { world } = parts;
      await world.pap(OWNER, 'update 2B:2 amber 14 of 20 trained');
      const before = await world.footprint();

      const reply = await world.pap(email, 'amend 2B:2 green all 20 trained');

      expect(reply.code).toBe('not-permitted');
      expect(paragraphsOf(reply.message)[0]).toContain('whoever made the entry, or the programme');
      expect(await world.footprint()).toEqual(before);
    },
  );

  it.each([
    ['amend 2B:2', 'usage', 'I could not read that command'],
    ['amend 2B:2 green', 'usage', 'I could not read that command'],
    ['amend 2B:2 green amber the rest', 'usage', 'I could not read that command'],
    ['amend 2B:2 14 of 20 trained', 'nothing-to-amend', 'There is nothing to amend on 2B:2'],
    ['amend 2B:2 amber 14 of 20 trained', 'nothing-to-amend', 'There is nothing to amend on 2B:2'],
    ['amend 2B:2 impact all is well', 'nothing-to-amend', 'There is nothing to amend on 2B:2'],
    ['amend 2B:2 NHS number 943 476 5919', 'personal-data', undefined],
    ['amend 4D:1 anything', 'unknown-objective', 'There is no objective “4D:1”'],
  ])('refuses %j as %s', async (line, code, title) => {
    const { world } = parts;
    await world.pap(OWNER, 'update 2B:2 amber 14 of 20 trained');
    const before = await world.footprint();

    const reply = await world.pap(OWNER, line);

    expect(reply).toMatchObject({ outcome: 'refused', code });
    if (title) expect(reply.message.title).toBe(title);
    expect(await world.footprint()).toEqual(before);
  });

  itIsClosedToOutsiders('amend 2B:2 14 of 21 trained', () => parts);
});
