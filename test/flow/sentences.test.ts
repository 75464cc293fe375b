// Where people get with their own words: at least nine of ten in one more step, and nothing recorded that they did not say.
import { beforeAll, expect, it } from 'vitest';
import { describeOnDatabase } from '../support/database/database-harness.ts';
import type { RefStyle } from '../support/rules/ref-styles.ts';
import { DEV } from '../support/world/cast.ts';
import { loadWorld, type PlanWorld } from '../support/world/plan-world.ts';
import { type Restyled, restylePlan } from '../support/world/restyled-plan.ts';
import {
  inStyle,
  judge,
  type Labelled,
  labelledSentences,
  NOW,
  roles,
  type Verdict,
} from './sentences.ts';

const sentences = labelledSentences();
const LEAST = 0.9;
const styles: readonly RefStyle[] = ['2B:2', '1.2', 'SEND-14'];
const places = [
  ...styles.map((style) => ({ kind: 'embedded', style }) as const),
  { kind: 'postgresql', style: '2B:2' } as const,
];

for (const { kind, style } of places)
  describeOnDatabase(kind, `sentences on a plan with ${style}`, (harness) => {
    let world: PlanWorld;
    let printed: Restyled;
    beforeAll(async () => {
      await harness.reset();
      world = await loadWorld(harness);
      printed = await restylePlan(harness.prisma, world.partnership.id, style);
      await harness.pool.query(
        `INSERT INTO role_grant (id, partnership_id, person_id, role, starts_on)
         SELECT gen_random_uuid(), partnership_id, id, 'board', '2024-01-01' FROM person WHERE email = $1`,
        [DEV],
      );
      await world.restore();
    });

    it('get where they want in one more step, and record nothing wrongly', async () => {
      const asked = sentences.flatMap((one) => inStyle(one, printed) ?? []);
      const verdicts: { readonly one: Labelled; readonly verdict: Verdict }[] = [];
      const missed: string[] = [];
      world.at(NOW);
      for (const one of asked) {
        const { verdict, reply } = await judge(world, harness, one);
        verdicts.push({ one, verdict });
        if (verdict !== 'there')
          missed.push(
            `${verdict}: ${one.role}: “${one.sentence.replaceAll('\n', '⏎')}” wants ${one.wanted.join(' | ')} → ${reply.code ?? ''} ${reply.message.title}`,
          );
        expect(reply.outcome, one.sentence).not.toBe('fault');
      }
      const count = (verdict: Verdict, role?: Labelled['role']) =>
        verdicts.filter(
          (judged) => judged.verdict === verdict && (!role || judged.one.role === role),
        ).length;
      const told = roles.map((role) => {
        const all = verdicts.filter(({ one }) => one.role === role).length;
        return `${role} ${count('there', role)} of ${all}, ${count('dead end', role)} dead ends`;
      });
      console.log(
        [
          `${kind}, ${style}: ${count('there')} of ${asked.length} in at most one more step, ${count('elsewhere')} elsewhere, ${count('dead end')} dead ends, ${count('recorded wrongly')} recorded wrongly (${told.join('; ')})`,
          ...missed,
        ].join('\n'),
      );

      expect(count('recorded wrongly'), missed.join('\n')).toBe(0);
      expect(count('there') / asked.length, missed.join('\n')).toBeGreaterThanOrEqual(LEAST);
      expect(asked.length).toBeGreaterThan(200);
    }, 600_000);
  });

it('has sentences of four roles', () => {
  const of = (role: Labelled['role']) => sentences.filter((one) => one.role === role).length;

  expect(sentences.length).toBeGreaterThan(230);
  expect(Math.min(...roles.map(of))).toBeGreaterThan(20);
});
