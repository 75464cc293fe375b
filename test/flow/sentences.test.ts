// Where people get with their own words: at least nine of ten in one more step, and nothing recorded that they did not say.
import { beforeAll, expect, it } from 'vitest';
import { describeOnDatabase } from '../support/database/database-harness.ts';
import { countWrites, type Writes } from '../support/database/watch-writes.ts';
import type { RefStyle } from '../support/rules/ref-styles.ts';
import { DEV } from '../support/world/cast.ts';
import { loadWorld, type PlanWorld } from '../support/world/plan-world.ts';
import { type Restyled, restylePlan } from '../support/world/restyled-plan.ts';
import {
  inStyle,
  type Judged,
  judge,
  type Labelled,
  labelledSentences,
  NOW,
  roles,
  rounds,
  type Verdict,
  verdicts,
} from './sentences.ts';

const sentences = labelledSentences();
const LEAST = 0.9;
const styles: readonly RefStyle[] = ['2B:2', '1.2', 'SEND-14'];
/** On PostgreSQL so many of them: reading is not the database's, and finding has tests of its own on both. */
const ONE_IN = 8;

for (const kind of ['embedded', 'postgresql'] as const)
  describeOnDatabase(kind, 'sentences', (harness) => {
    let world: PlanWorld;
    let writes: Writes;
    beforeAll(async () => {
      await harness.reset();
      writes = countWrites(harness.bot.pool);
      world = await loadWorld(harness);
      await harness.pool.query(
        `INSERT INTO role_grant (id, partnership_id, person_id, role, starts_on)
         SELECT gen_random_uuid(), partnership_id, id, 'board', '2024-01-01' FROM person WHERE email = $1`,
        [DEV],
      );
      await world.restore();
    });

    async function printedIn(style: RefStyle): Promise<Restyled> {
      await world.restore();
      world.at(NOW);
      return await restylePlan(harness.prisma, world.partnership.id, style);
    }

    async function judgeAll(style: RefStyle, asked: readonly Labelled[]): Promise<Outcomes> {
      const back = async () => void (await printedIn(style));
      const all: (Judged & { readonly one: Labelled })[] = [];
      for (const one of asked)
        all.push({ one, ...(await judge({ world, harness, writes }, one, back)) });
      expect(
        all.filter(({ reply }) => reply.outcome === 'fault').map(({ one }) => one.sentence),
      ).toEqual([]);
      return all;
    }

    it.each(kind === 'embedded' ? styles : styles.slice(0, 1))(
      'get where they want in one more step, and record nothing wrongly, on a plan with %s',
      async (style) => {
        const printed = await printedIn(style);
        const asked = sentences.flatMap((one) => inStyle(one, printed) ?? []);
        const few = asked.filter((_one, index) => kind === 'embedded' || index % ONE_IN === 0);

        const all = await judgeAll(style, few);

        console.log([`${kind}, ${style}: ${told(all)}`, ...missed(all)].join('\n'));
        expect(count(all, 'recorded wrongly'), missed(all).join('\n')).toBe(0);
        expect(count(all, 'there') / all.length, missed(all).join('\n')).toBeGreaterThanOrEqual(
          LEAST,
        );
      },
      240_000,
    );

    if (kind === 'embedded')
      it.each(rounds().map((round) => [round.name, round] as const))(
        '%s, which nobody had tried when it was labelled, still gets there',
        async (name, { blind, sentences: asked }) => {
          const all: Outcomes = [];
          for (const style of new Set(asked.map((one) => one.style))) {
            await printedIn(style);
            const own = asked.filter((one) => one.style === style);
            all.push(...(await judgeAll(style, own)));
          }

          console.log(
            [`${name}: blind ${blind} of ${asked.length}; now ${told(all)}`, ...missed(all)].join(
              '\n',
            ),
          );
          expect(blind).toBeLessThanOrEqual(asked.length);
          expect(count(all, 'recorded wrongly'), missed(all).join('\n')).toBe(0);
          expect(count(all, 'there') / all.length, missed(all).join('\n')).toBeGreaterThanOrEqual(
            LEAST,
          );
        },
        120_000,
      );
  });

type Outcomes = (Judged & { readonly one: Labelled })[];

function count(all: Outcomes, verdict: Verdict, role?: Labelled['role']): number {
  return all.filter((judged) => judged.verdict === verdict && (!role || judged.one.role === role))
    .length;
}

function told(all: Outcomes): string {
  const inAll = verdicts.map((verdict) => `${count(all, verdict)} ${verdict}`).join(', ');
  const byRole = roles.map((role) => {
    const of = all.filter(({ one }) => one.role === role).length;
    return `${role} ${count(all, 'there', role)} of ${of}`;
  });
  return `${all.length} sentences: ${inAll} (${byRole.join(', ')})`;
}

function missed(all: Outcomes): string[] {
  return all
    .filter(({ verdict }) => verdict !== 'there')
    .map(
      ({ one, verdict, reply }) =>
        `${verdict}: ${one.role}: “${one.sentence.replaceAll('\n', '⏎')}” wants ${one.wanted.join(' | ')} → ${reply.code ?? ''} ${reply.message.title}`,
    );
}

it('has sentences of four roles', () => {
  const of = (role: Labelled['role']) => sentences.filter((one) => one.role === role).length;

  expect(sentences.length).toBeGreaterThan(400);
  expect(Math.min(...roles.map(of))).toBeGreaterThan(20);
});
