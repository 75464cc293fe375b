// How people want to be reached.
import type { PreferenceRepository } from '../app/people-ports.ts';
import type { Executor } from './executor.ts';

/** Preferences of one partnership's people. */
export function createPreferences(db: Executor, partnershipId: string): PreferenceRepository {
  return {
    async get(id) {
      const { preferredPlatform, chaseHour, digestOn } = await db.person.findFirstOrThrow({
        where: { id, partnershipId },
        select: { preferredPlatform: true, chaseHour: true, digestOn: true },
      });
      return { platform: preferredPlatform, chaseHour, digestOn };
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
