// The plan of the tests with its references printed as another plan prints them, and lines said of it.
import type { PrismaClient } from '../../../src/generated/prisma/client.ts';
import { refKey } from '../../../src/plan/objectives/domain/plan-refs.ts';
import { type RefStyle, refStyles } from '../rules/ref-styles.ts';

/** Which reference of the style each of the plan has. */
export type Restyled = ReadonlyMap<string, string>;

/** Prints the references of a partnership's objectives in a style, in the order of the plan. */
export async function restylePlan(
  prisma: PrismaClient,
  partnershipId: string,
  style: RefStyle,
): Promise<Restyled> {
  const objectives = await prisma.objective.findMany({
    where: { partnershipId },
    orderBy: { ref: 'asc' },
  });
  const printed = new Map<string, string>();
  for (const [index, { id, ref: before }] of objectives.entries()) {
    const ref = refStyles[style][index];
    if (ref === undefined) throw new Error(`the style ${style} has too few references`);
    printed.set(before, ref);
    await prisma.objective.update({
      where: { partnershipId_id: { partnershipId, id } },
      data: { ref, refKey: refKey(ref) },
    });
  }
  return printed;
}

/** The same line or words of the plan in its style; null: it names none, or in a way that the style has not. */
export function restyled(line: string, printed: Restyled): string | null {
  let names = 0;
  const words = line.replace(/\b\d[A-Z]:\d+\b/g, (ref) => {
    const own = printed.get(ref);
    if (own !== undefined) names++;
    return own ?? ref;
  });
  return names > 0 && !/\b\d[A-Z][:.-]?\d/i.test(words) ? words : null;
}
