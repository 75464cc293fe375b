// Whatever people do, in whatever order, the history keeps its promises: one rating holds, and it is what the
// entries that stand add up to; versions count ratings; the chain is whole; a refusal leaves nothing behind.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { HistoryEntry } from '../../src/plan/history/domain/history-entry.ts';
import { isRating, type RatingEntry } from '../../src/plan/history/domain/history-entry.ts';
import { type RatingStory, ratingStory } from '../../src/plan/objectives/domain/rating-story.ts';
import { describePlan, type PlanSuite } from '../support/world/plan-suite.ts';
import { london } from '../support/world/plan-world.ts';

const PEOPLE = ['office', 'owner', 'deputy', 'femi', 'cochair', 'stranger'] as const;
const REFS = ['2B:2', '1A:2', '3A:2'] as const;

const commands = fc.record({
  who: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('office' as const, 'owner' as const) },
    { weight: 2, arbitrary: fc.constantFrom(...PEOPLE) },
  ),
  line: fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom(...REFS), fc.constantFrom('red', 'amber', 'green', 'blue'))
        .map(([ref, rag]) => `update ${ref} ${rag} as counted`),
    },
    { weight: 3, arbitrary: fc.constantFrom(...REFS).map((ref) => `same ${ref} as before`) },
    {
      weight: 4,
      arbitrary: fc.constantFrom('', '', '', ...REFS).map((ref) => `undo ${ref}`.trim()),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom(...REFS), fc.constantFrom('', 'red', 'green'), fc.nat(3))
        .map(([ref, rag, note]) => `amend ${ref} ${rag} ${note} of 20`.replace('  ', ' ')),
    },
  ),
  /** Minutes until the next command: mostly soon, at times past the limit or the freeze. */
  wait: fc.oneof(
    { weight: 12, arbitrary: fc.nat(4) },
    { weight: 1, arbitrary: fc.constantFrom(15, 60 * 24 * 4, 60 * 24 * 12) },
  ),
});

describePlan('the history', (parts) => {
  it('holds whatever people do', async () => {
    const seen: Record<string, number> = {};
    await fc.assert(
      fc.asyncProperty(fc.array(commands, { minLength: 12, maxLength: 12 }), async (all) => {
        const { world } = parts;
        await world.restore();
        let now = london('2024-07-01T09:45');
        for (const { who, line, wait } of all) {
          world.at(now);
          const before = await standing(parts);
          const { outcome } = await world.pap(`${who}@example.org`, line);
          const after = await standing(parts);

          if (outcome === 'refused') expect(after).toEqual(before);
          else expect([outcome, after.rows]).toEqual(['done', before.rows + 1]);
          const what = `${line.split(' ')[0]} ${outcome}`;
          seen[what] = (seen[what] ?? 0) + 1;
          now = now.add({ minutes: wait });
        }
        await expectWhole(parts);
      }),
      { numRuns: 25, seed: 20240724, endOnFailure: true },
    );
    // Each was done, and refused, often enough to say something.
    for (const verb of ['update', 'same', 'undo', 'amend']) {
      expect(seen[`${verb} done`], verb).toBeGreaterThan(8);
      expect(seen[`${verb} refused`], verb).toBeGreaterThan(8);
    }
  }, 60_000);
});

/** All that a refused command may not touch. */
async function standing({ world, harness }: PlanSuite) {
  const { updates, notifications } = await world.footprint();
  const ratings = await harness.prisma.objective.findMany({
    where: { ref: { in: [...REFS] } },
    select: { ref: true, rag: true, impactRag: true, version: true },
    orderBy: { ref: 'asc' },
  });
  const answered = await harness.prisma.returnRequest.findMany({
    where: { answeredById: { not: null } },
    select: { id: true, answeredById: true },
    orderBy: { id: 'asc' },
  });
  return { rows: updates, notifications, ratings, answered };
}

async function expectWhole({ world, harness }: PlanSuite): Promise<void> {
  const { firstBreak } = await world.record.history.verify();
  expect(firstBreak).toBeNull();
  for (const ref of REFS) {
    const objective = await world.objective(ref);
    const entries = await world.record.history.list(objective.id);
    const ratings = entries.filter(({ version }) => version !== null);

    expect(objective.version, ref).toBe(ratings.length);
    expect(
      ratings.map(({ version }) => version),
      ref,
    ).toEqual(ratings.map((_, index) => index + 1));
    await expectTold(objective.id, entries.filter(isRating), world);
    expect(objective.rag, ref).toBe(ratingStory(entries.filter(isRating))?.rag ?? null);
    expect(objective.rag, ref).toBe(ratings.at(-1)?.toRag ?? null);
    for (const entry of ratings) expectToFit(entry, ratings);

    const returns = await harness.prisma.returnRequest.findMany({
      where: { objectiveId: objective.id, answeredById: { not: null } },
    });
    const undone = new Set(
      ratings.filter(({ kind }) => kind === 'undo').map(({ supersedesId }) => supersedesId),
    );
    for (const { answeredById } of returns) {
      expect(entries.map(({ id }) => id)).toContain(answeredById);
      expect(undone.has(answeredById)).toBe(false);
    }
  }
}

/** The database finds of each moment the story that the whole history tells of it. */
async function expectTold(
  id: string,
  ratings: readonly RatingEntry[],
  { record }: PlanSuite['world'],
): Promise<void> {
  for (const { at: until } of ratings) {
    const stories = await record.objectives.ratingStories([id], { until });
    const known = ratings.filter(({ at }) => at.epochMilliseconds <= until.epochMilliseconds);
    expect(inShort(stories.get(id) ?? null)).toEqual(inShort(ratingStory(known)));
  }
}

function inShort(story: RatingStory | null) {
  const { since, confirmed, before } = story ?? {};
  const short = [since, confirmed, before].map(
    (one) => one && [one.id, one.at.toString(), one.kind],
  );
  return [story?.rag, short, story?.reason?.words];
}

/** Each entry goes on from the one before it, and puts right at most one earlier, standing entry. */
function expectToFit(entry: HistoryEntry, ratings: readonly HistoryEntry[]): void {
  const index = ratings.indexOf(entry);
  expect(entry.fromRag).toBe(ratings[index - 1]?.toRag ?? null);
  const isCorrection = entry.kind === 'undo' || entry.kind === 'amend';
  expect(entry.supersedesId !== null).toBe(isCorrection);
  if (!isCorrection) return;
  const target = ratings.findIndex(({ id }) => id === entry.supersedesId);
  expect(target).toBeGreaterThanOrEqual(0);
  expect(target).toBeLessThan(index);
  expect(ratings[target]?.toRag).toBe(entry.fromRag);
  expect(ratings.filter(({ supersedesId }) => supersedesId === entry.supersedesId)).toHaveLength(1);
  if (entry.kind === 'undo') {
    expect(ratings[target]?.author).toEqual(entry.author);
    const minutes = ratings[target]?.at.until(entry.at).total('minutes') ?? Infinity;
    expect(minutes).toBeLessThanOrEqual(10);
  }
}
