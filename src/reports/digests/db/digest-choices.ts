// Which digests people take, and when they want them.

import { bool, int, oneOf, orNull, text, uuid } from '../../../core/database/db/columns.ts';
import type { Executor } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import type { RowsAt } from '../../../core/database/db/rows-at.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import type { DigestChoiceRepository } from '../app/digest-choice-ports.ts';
import { type DigestVariant, takesDigest } from '../domain/digest-choice.ts';

const choiceRow = {
  personId: uuid,
  variant: oneOf<DigestVariant>({ owner: true, 'co-chair': true, office: true, board: true }),
  ...{ taken: bool, weekday: orNull(int), time: orNull(text) },
};

/** Digest choices of one partnership's people. */
export function createDigestChoices(
  db: Executor,
  partnershipId: string,
  rowsAt: RowsAt,
): DigestChoiceRepository {
  return {
    async list(personId) {
      const whose = personId ? Prisma.sql`AND d.person_id = ${personId}::uuid` : Prisma.empty;
      return await rowsFrom(db, choiceRow)`
        ${rowsAt('digest_choice')}SELECT d.person_id AS "personId", d.variant::text AS variant, d.taken, d.weekday, d.time
        FROM digest_choice d WHERE d.partnership_id = ${partnershipId}::uuid ${whose} ORDER BY d.id`;
    },

    async set(personId, variant, { taken, weekday, time }) {
      const name = variant === 'co-chair' ? 'co_chair' : variant;
      const change = {
        ...(taken === undefined ? {} : { taken }),
        ...(weekday === undefined ? {} : { weekday }),
        ...(time === undefined ? {} : { time }),
      };
      await db.digestChoice.upsert({
        where: { partnershipId_personId_variant: { partnershipId, personId, variant: name } },
        // Whoever only chooses a time takes it as far as they did before.
        create: {
          partnershipId,
          personId,
          variant: name,
          taken: takesDigest(variant, undefined),
          ...change,
        },
        update: change,
      });
    },
  };
}
