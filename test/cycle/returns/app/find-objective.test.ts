// What of a plan is asked for to read a line: as much as the line may name, and the line reads the same by it.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseReturnLines } from '../../../../src/cycle/returns/app/parse-return-lines.ts';
import {
  keysOfRefs,
  parseRefs,
  refTester,
} from '../../../../src/plan/objectives/app/find-objective.ts';
import { refKey } from '../../../../src/plan/objectives/domain/objective-ref.ts';
import { objective } from '../../../support/rules/builders.ts';

const PLAN = ['2B:2', '1.3', '1.34', '1.2', 'PA1.2a', 'SEND-14', '13', 'R1'].map((ref) =>
  objective({ ref }),
);

const PIECES = [
  ...PLAN.map(({ ref }) => ref),
  ...['2b2', 'send-14', '4', '14', 'amber', 'same', 'note', 'and', 'pap', '"', '(', ':', '.', '-'],
  ...['@4', ',', ';', '\n', ' ', ' ', ' ', '\t', '–'],
];

it.each<[line: string, keys: string[]]>([
  ['2B:2 amber 14 of 20 trained', ['2B2']],
  ['2B:2 1A:1 green all 20, #3 too', ['2B2', '1A1']],
  ['same, and 4 more', []],
  ['1.3@4, SEND-14 amber says PA1.2a; 1.2', ['134', '13', 'SEND14', 'PA12A', '12']],
])('of %j the plan is asked for %j', (line, keys) => {
  expect(keysOfRefs(line)).toEqual(keys);
});

it('reads every line by what it asks for as by the whole plan', () => {
  const whole = refTester({ objectives: PLAN });
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }), (pieces) => {
      const line = pieces.join('');
      const keys = keysOfRefs(line);
      const asked = refTester({
        objectives: PLAN.filter(({ ref }) => keys.includes(refKey(ref))),
      });
      for (const verb of ['update', 'same'] as const) {
        const read = parseReturnLines(line, verb, asked);
        expect(read).toEqual(parseReturnLines(line, verb, whole));
        for (const { typedRef, words } of read.lines) {
          const one = `${typedRef} ${words}`.trim();
          expect(parseRefs(one, asked)).toEqual(parseRefs(one, whole));
        }
      }
    }),
    { numRuns: 2_000 },
  );
});
