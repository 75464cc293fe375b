// How people want to be reached.

import { bool, int, orNull, word } from '../../../core/database/db/columns.ts';
import type { Executor } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import type { RowsAt } from '../../../core/database/db/rows-at.ts';
import { Platform } from '../../../generated/prisma/enums.ts';
import type { PreferenceRepository } from '../app/people-ports.ts';

const preferencesRow = {
  ...{ platform: orNull(word(Platform)), chaseHour: orNull(int), digestOn: bool },
};

/** Preferences of one partnership's people. */
export function createPreferences(
  db: Executor,
  partnershipId: string,
  rowsAt: RowsAt,
): PreferenceRepository {
  return {
    async get(id) {
      const [chosen] = await rowsFrom(db, preferencesRow)`
        ${rowsAt('person')}SELECT p.preferred_platform::text AS platform, p.chase_hour AS "chaseHour", p.digest_on AS "digestOn"
        FROM person p WHERE p.partnership_id = ${partnershipId}::uuid AND p.id = ${id}::uuid`;
      if (!chosen) throw new Error('whoever asks for their settings is not on the plan');
      return chosen;
    },

    async set(id, { platform, chaseHour, digestOn }) {
      await db.person.updateMany({
        where: { id, partnershipId },
        data: {
          ...(platform === undefined ? {} : { preferredPlatform: platform }),
          ...(chaseHour === undefined ? {} : { chaseHour }),
          ...(digestOn === undefined ? {} : { digestOn }),
        },
      });
    },

    async chaseHours() {
      const people = await db.person.findMany({
        where: { partnershipId, chaseHour: { not: null } },
        select: { id: true, chaseHour: true },
      });
      return new Map(people.map(({ id, chaseHour }) => [id, chaseHour ?? 0]));
    },

    async withoutDigests() {
      const people = await db.person.findMany({
        where: { partnershipId, digestOn: false },
        select: { id: true },
      });
      return new Set(people.map(({ id }) => id));
    },
  };
}
