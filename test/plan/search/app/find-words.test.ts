// Everything in the partnership's two documents can be found by asking.
import { expect, it } from 'vitest';
import { findWords, PLACES_A_PAGE } from '../../../../src/plan/search/app/find-words.ts';
import type { Search } from '../../../../src/plan/search/domain/found.ts';
import { allRows } from '../../../control/plan-folders/files/support/plan.ts';
import { someDay } from '../../../support/world/builders.ts';
import { ASHA } from '../../../support/world/cast.ts';
import { describePlan, type PlanSuite } from '../../../support/world/plan-suite.ts';

const cited = allRows.flatMap(({ source }) => source.map(({ text }) => text));
const facts = [...new Set(cited)];

async function search({ world }: PlanSuite, words: string): Promise<Search> {
  const actor = await world.record.people.findActorByEmail(ASHA, someDay);
  if (!actor) throw new Error('nobody asks');
  const found = await findWords(words, 1, { actor, record: world.record });
  if (!found.ok) throw new Error(`${words}: ${found.refusal.code}`);
  return found.value;
}

const lettersOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

describePlan('find, fact by fact', (parts) => {
  it(`finds each of the documents’ facts: ${cited.length}, of which ${facts.length} read differently`, async () => {
    const missing: string[] = [];
    const elsewhere: string[] = [];
    for (const fact of facts) {
      const found = await search(parts, fact);
      if (found.total === 0 || found.how === 'any') missing.push(fact);
      if (!found.hits.some(({ excerpt }) => lettersOf(excerpt).includes(lettersOf(fact))))
        elsewhere.push(fact);
    }
    console.log(
      `${facts.length - missing.length} of ${facts.length} facts found, ${facts.length - elsewhere.length} word for word among the first ${PLACES_A_PAGE} places`,
    );

    expect(cited.length).toBeGreaterThan(500);
    expect(missing).toEqual([]);
    expect(elsewhere).toEqual([]);
  }, 240_000);
});
