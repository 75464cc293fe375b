import { bool, day, int, orNull, uuid, word } from '../../../core/database/db/columns.ts';
import { type Executor, fromDate, fromInstant, isId } from '../../../core/database/db/executor.ts';
import { lockPeople, nextNumber } from '../../../core/database/db/next-number.ts';
import { partyOf, partyRow } from '../../../core/database/db/party.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import type { RowsAt } from '../../../core/database/db/rows-at.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import { AgreementState } from '../../../generated/prisma/enums.ts';
import type { Absence, AbsenceRepository } from '../app/absence-ports.ts';

const absenceRow = {
  ...{ id: uuid, number: int, startsOn: day, endsOn: day, recordedById: uuid, active: bool },
  ...{ coverState: orNull(word(AgreementState)), person: partyRow, cover: orNull(partyRow) },
};

const factRow = { personId: uuid, coverId: orNull(uuid) };

/** Absences of one partnership's people. */
export function createAbsences(
  db: Executor,
  partnershipId: string,
  rowsAt: RowsAt,
): AbsenceRepository {
  return {
    ...createAbsenceReads(db, partnershipId, rowsAt),
    ...createAbsenceWrites(db, partnershipId, rowsAt),
  };
}

/** What is known of them. */
function createAbsenceReads(
  db: Executor,
  partnershipId: string,
  rowsAt: RowsAt,
): Pick<AbsenceRepository, 'list' | 'factsFrom' | 'onDay' | 'find'> {
  return {
    async list(from, { personId, coverId } = {}) {
      const filters = [
        Prisma.sql`w.active AND w.ends_on >= ${from.toString()}::date`,
        ...(personId === undefined ? [] : [Prisma.sql`w.person_id::text = ${personId}`]),
        ...(coverId === undefined ? [] : [Prisma.sql`w.cover_id::text = ${coverId}`]),
      ];
      return await selectAbsences(db, partnershipId, rowsAt, Prisma.join(filters, ' AND '));
    },

    async factsFrom(from) {
      return await rowsFrom(db, { ...factRow, from: day, until: day })`
        SELECT w.person_id AS "personId", c.id AS "coverId", w.starts_on::text AS "from", w.ends_on::text AS until
        FROM absence w
        LEFT JOIN person c ON c.partnership_id = w.partnership_id AND c.id = w.cover_id AND c.active AND w.cover_state = 'accepted'
        WHERE w.partnership_id = ${partnershipId}::uuid AND w.active AND w.ends_on >= ${from.toString()}::date
        ORDER BY w.starts_on, w.number`;
    },

    async onDay(day) {
      return await rowsFrom(db, factRow)`
        ${rowsAt('absence', 'person')}SELECT w.person_id AS "personId", c.id AS "coverId"
        FROM absence w
        LEFT JOIN person c ON c.partnership_id = w.partnership_id AND c.id = w.cover_id AND c.active AND w.cover_state = 'accepted'
        WHERE w.partnership_id = ${partnershipId}::uuid AND w.active
          AND ${day.toString()}::date BETWEEN w.starts_on AND w.ends_on`;
    },

    async find(number) {
      const [absence] = await selectAbsences(
        db,
        partnershipId,
        rowsAt,
        Prisma.sql`w.number = ${number}`,
      );
      return absence ?? null;
    },
  };
}

/** What changes them. */
function createAbsenceWrites(
  db: Executor,
  partnershipId: string,
  rowsAt: RowsAt,
): Pick<AbsenceRepository, 'add' | 'answer' | 'withdrawCover' | 'callOff'> {
  return {
    async add({ personId, startsOn, endsOn, coverId, recordedById, at }) {
      await lockPeople(db, partnershipId);
      const [overlaps] = await selectAbsences(
        db,
        partnershipId,
        rowsAt,
        Prisma.sql`w.active AND w.person_id = ${personId}::uuid
        AND w.starts_on <= ${endsOn.toString()}::date AND w.ends_on >= ${startsOn.toString()}::date`,
      );
      if (overlaps) return { overlaps };
      const number = await nextNumber(db, partnershipId, 'absence');
      await db.absence.create({
        data: {
          ...{ partnershipId, number, personId, coverId, recordedById },
          coverState: coverId === null ? null : 'asked',
          startsOn: fromDate(startsOn),
          endsOn: fromDate(endsOn),
          recordedAt: fromInstant(at),
        },
        select: { id: true },
      });
      const [added] = await selectAbsences(
        db,
        partnershipId,
        rowsAt,
        Prisma.sql`w.number = ${number}`,
      );
      return added ? { added } : {};
    },

    async answer(id, state) {
      if (!isId(id)) return false;
      const { count } = await db.absence.updateMany({
        where: { id, partnershipId, active: true, coverState: 'asked' },
        data: { coverState: state },
      });
      return count === 1;
    },

    async withdrawCover(id) {
      await db.absence.updateMany({
        where: { id, partnershipId, coverId: { not: null } },
        data: { coverState: 'withdrawn' },
      });
    },

    async callOff(id, today) {
      if (!isId(id)) return false;
      const day = Prisma.sql`${today.toString()}::date`;
      const changed = await db.$executeRaw`
        UPDATE absence SET active = starts_on < ${day},
          ends_on = CASE WHEN starts_on < ${day} THEN ${day} - 1 ELSE ends_on END
        WHERE partnership_id = ${partnershipId}::uuid AND id = ${id}::uuid AND active AND ends_on >= ${day}`;
      return changed === 1;
    },
  };
}

async function selectAbsences(
  db: Executor,
  partnershipId: string,
  rowsAt: RowsAt,
  which: Prisma.Sql,
): Promise<Absence[]> {
  return await rowsFrom(db, absenceRow)`
    ${rowsAt('absence', 'person')}SELECT w.id, w.number, w.starts_on::text AS "startsOn", w.ends_on::text AS "endsOn",
      w.cover_state::text AS "coverState", w.recorded_by_id AS "recordedById", w.active,
      ${party('person_id')} AS person, ${party('cover_id')} AS cover
    FROM absence w WHERE w.partnership_id = ${partnershipId}::uuid AND ${which}
    ORDER BY w.starts_on, w.number`;
}

/** The person of a column of the table `w`. */
function party(column: 'person_id' | 'cover_id'): Prisma.Sql {
  return partyOf('w', column);
}
