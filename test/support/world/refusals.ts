// Lines that are refused: each with its reason, and nothing anywhere in the record is other than before.
import { expect, it } from 'vitest';
import type { PlanSuite } from './plan-suite.ts';
import { wholeRecord } from './whole-record.ts';

/** Who types which line, the code of its refusal, and what the answer's title says where that matters. */
type Refused = readonly [email: string, line: string, code: string, title?: string];

/** Registers one test for each line. @param parts of the suite, asked when a test runs */
export function itRefuses(parts: () => PlanSuite, refused: readonly Refused[]): void {
  for (const [email, line, code, title] of refused)
    it(`refuses ${email} ${JSON.stringify(line)} as ${code}, and nothing is recorded`, async () => {
      const { world, harness } = parts();
      const before = await wholeRecord(harness);

      const reply = await world.pap(email, line);

      expect(reply).toMatchObject({ outcome: 'refused', code });
      if (title !== undefined) expect(reply.message.title).toBe(title);
      expect(await wholeRecord(harness)).toEqual(before);
    });
}
