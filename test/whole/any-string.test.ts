// Whatever is typed gets an answer: done or refused, never a fault, and a refusal leaves nothing behind.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { describePlan } from '../support/world/plan-suite.ts';

/** Every verb, and the verbs behind a verb: `update`, `admin audit`. */
const verbs = commands.flatMap(({ name, aliases = [], subcommands = [] }) => [
  name,
  ...aliases,
  ...subcommands.map((sub) => `${name} ${sub.name}`),
]);

/** Words that mean something somewhere, in any order, among others that do not. */
const pieces = fc.oneof(
  fc.constantFrom('2B:2', '2b2', '1A:1', '9Z:9', '2B', 'PAP 2B:2', '2B:2.1', '2B:2@1', 'all'),
  fc.constantFrom('amber', 'r', 'at risk', '🔴', 'blue', 'impact', 'delivery', 'same', 'done'),
  fc.constantFrom(
    'confirm',
    'accept',
    'decline',
    'approve',
    'cover',
    'because',
    'until',
    'at',
    '1',
  ),
  fc.constantFrom(
    '@sam',
    '@asha',
    'office@example.org',
    'theme 1',
    'theme 99',
    '"',
    '“',
    ';',
    '\n',
  ),
  fc.constantFrom('24 Jul 2024', '31/02/2024', 'Autumn 2024', '12–23 Aug', 'https://example.org/x'),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
);

const anyLine = fc
  .tuple(fc.constantFrom('', ...verbs), fc.array(pieces, { maxLength: 6 }))
  .map(([verb, words]) => `${verb} ${words.join(' ')}`);

/** With PAP_FUZZ_LINES=100000 it is the long form; PAP_FUZZ_SEED plays one again. */
const lines = Number(process.env.PAP_FUZZ_LINES ?? 500);
const seed = Number(process.env.PAP_FUZZ_SEED ?? Date.now() % 2_147_483_647);

describePlan('any string', (parts) => {
  it.each(['owner@example.org', 'office@example.org'])(
    'is answered for %s without a fault',
    async (email) => {
      const { world } = parts;

      await fc.assert(
        fc.asyncProperty(anyLine, async (line) => {
          const before = await world.footprint();

          const reply = await world.pap(email, line);

          expect(reply.outcome, reply.code).not.toBe('fault');
          if (reply.outcome === 'refused') expect(await world.footprint()).toEqual(before);
        }),
        { numRuns: lines / 2, seed },
      );
      console.log(`any string: ${lines / 2} lines of ${email}, seed ${seed}`);
    },
    60_000 + lines * 100,
  );
});
