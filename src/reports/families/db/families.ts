// What was agreed for the families' page, and the words that explain abbreviations.
import { type Executor, fromInstant, toInstant } from '../../../core/database/db/executor.ts';
import { lockPeople, nextNumber } from '../../../core/database/db/next-number.ts';
import type { FamilyItem, FamilyRepository, FamilyTarget, Quote } from '../app/family-ports.ts';

/** The families' page of one partnership. */
export function createFamilies(db: Executor, partnershipId: string): FamilyRepository {
  return {
    ...createFamilyReads(db, partnershipId),
    ...createFamilyWrites(db, partnershipId),
  };
}

/** What is known of it. */
function createFamilyReads(
  db: Executor,
  partnershipId: string,
): Pick<FamilyRepository, 'list' | 'find' | 'quotes' | 'terms'> {
  return {
    async list() {
      const rows = await db.familyItem.findMany({
        where: { partnershipId },
        include: { objective: true, kpi: true, voice: true, agreedBy: true },
        orderBy: { number: 'asc' },
      });
      return rows.flatMap(({ objective, kpi, voice, ...row }): FamilyItem[] => {
        const about = objective
          ? ({ kind: 'objective', id: objective.id, ref: objective.ref } as const)
          : kpi
            ? kpiTarget(kpi)
            : voice && voiceTarget(voice);
        if (!about) return [];
        return [
          {
            ...{ number: row.number, about, words: row.words },
            agreedBy: row.agreedBy.name,
            agreedAt: toInstant(row.agreedAt),
            withdrawn: row.withdrawnAt !== null,
          },
        ];
      });
    },

    async find(kind, number) {
      if (kind === 'kpi') {
        const kpi = await db.kpi.findFirst({ where: { partnershipId, number } });
        return kpi && kpiTarget(kpi);
      }
      const voice = await db.voice.findFirst({ where: { partnershipId, ordinal: number } });
      return voice && voiceTarget(voice);
    },

    async quotes() {
      const rows = await db.voice.findMany({
        where: { partnershipId },
        orderBy: { ordinal: 'asc' },
      });
      return rows.map(quoteOf);
    },

    async terms() {
      return await db.glossaryTerm.findMany({
        where: { partnershipId },
        select: { term: true, meaning: true, plain: true },
        orderBy: { term: 'asc' },
      });
    },
  };
}

/** What changes it. */
function createFamilyWrites(
  db: Executor,
  partnershipId: string,
): Pick<FamilyRepository, 'agree' | 'withdraw' | 'setConsent' | 'setTerm'> {
  return {
    async agree({ kind, id }, words, { personId, at }) {
      await lockPeople(db, partnershipId);
      const about = {
        objectiveId: kind === 'objective' ? id : null,
        kpiId: kind === 'kpi' ? id : null,
        voiceId: kind === 'quote' ? id : null,
      };
      const { count } = await db.familyItem.updateMany({
        where: { partnershipId, ...about, withdrawnAt: null },
        data: { withdrawnById: personId, withdrawnAt: fromInstant(at) },
      });
      const number = await nextNumber(db, partnershipId, 'family_item');
      await db.familyItem.create({
        data: {
          ...{ partnershipId, number, ...about, words },
          ...{ agreedById: personId, agreedAt: fromInstant(at) },
        },
      });
      return { number, replaced: count > 0 };
    },

    async withdraw(number, { personId, at }) {
      const { count } = await db.familyItem.updateMany({
        where: { partnershipId, number, withdrawnAt: null },
        data: { withdrawnById: personId, withdrawnAt: fromInstant(at) },
      });
      return count === 1;
    },

    async setConsent(number, publishable, { personId, at }) {
      await lockPeople(db, partnershipId);
      const voice = await db.voice.findFirst({ where: { partnershipId, ordinal: number } });
      if (!voice) return null;
      await db.voice.update({
        where: { partnershipId_ordinal: { partnershipId, ordinal: number } },
        data: { publishable },
      });
      if (!publishable)
        await db.familyItem.updateMany({
          where: { partnershipId, voiceId: voice.id, withdrawnAt: null },
          data: { withdrawnById: personId, withdrawnAt: fromInstant(at) },
        });
      return quoteOf(voice);
    },

    async setTerm({ term, meaning, plain }) {
      await db.glossaryTerm.upsert({
        where: { partnershipId_term: { partnershipId, term } },
        create: { partnershipId, term, meaning, plain },
        update: { meaning, plain },
      });
    },
  };
}

function kpiTarget(kpi: {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly themeId: string;
}): FamilyTarget {
  const { id, number, name, themeId } = kpi;
  return { kind: 'kpi', id, number, name, themeId };
}

function quoteOf(voice: Omit<Quote, 'number'> & { readonly ordinal: number }): Quote {
  const { ordinal, role, summary, publishable } = voice;
  return { number: ordinal, role, summary, publishable };
}

function voiceTarget(voice: {
  readonly id: string;
  readonly ordinal: number;
  readonly role: string;
  readonly publishable: boolean;
}): FamilyTarget {
  const { id, ordinal, role, publishable } = voice;
  return { kind: 'quote', id, number: ordinal, role, publishable };
}
