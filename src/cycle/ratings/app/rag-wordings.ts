// What each colour means: the partnership's own words where it has set them, else the product's.

import { type Rag, type RatingKind, ragOrder } from '../../../core/message/domain/rag.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Reads } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result } from '../../../core/request/domain/result.ts';
import { defaultRagWordings } from '../domain/rag-wording.ts';
import type { WordingFacts } from '../messages/rag-wording.ts';

const ratings = ['delivery', 'impact'] as const satisfies readonly RatingKind[];

/** Both ratings in the current version, delivery first, every colour from red to blue. */
export async function ratingWordings({
  ragWordings,
}: Reads<'ragWordings'>): Promise<WordingFacts[]> {
  const own = await ragWordings.list();
  return ratings.flatMap((rating) =>
    ragOrder.map((rag) => {
      const set = own.find((one) => one.rating === rating && one.rag === rag);
      return {
        ...{ rating, rag, own: set !== undefined, example: set?.example ?? false },
        wording: set?.wording ?? defaultRagWordings[rating][rag],
      };
    }),
  );
}

/** Sets what a colour means in the current version. Refusal: `not-permitted`. */
export async function setRagWording(
  rating: RatingKind,
  rag: Rag,
  wording: string,
  context: Given<Doing, Commits<'audit' | 'ragWordings'>>,
): Promise<Result<{ readonly before: WordingFacts | null; readonly after: WordingFacts }>> {
  const { actor, now } = context;
  const allowed = permit(actor, 'rag-wording', 'admin rag');
  if (!allowed.ok) return allowed;
  return await commitOnce(context, async (repositories) => {
    const before = (await ratingWordings(repositories)).find(
      (one) => one.rating === rating && one.rag === rag,
    );
    await repositories.ragWordings.set(rating, rag, wording);
    const summary = `the wording of ${rag} for ${rating} was set`;
    await repositories.audit.append({
      ...{ kind: 'rag-worded', summary, authorId: actor.personId, at: now },
    });
    return ok({
      before: before ?? null,
      after: { rating, rag, wording, own: true, example: false },
    });
  });
}
