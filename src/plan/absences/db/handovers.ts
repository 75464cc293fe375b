// Objectives that are to pass from one owner to another, and the passing itself: ownership is a row a
// period, so the giver's ends with yesterday and the taker's starts today.
import { int, moment, orNull, text, uuid, word } from '../../../core/database/db/columns.ts';
import { type Executor, fromDate, fromInstant, isId } from '../../../core/database/db/executor.ts';
import { lockPeople, nextNumber } from '../../../core/database/db/next-number.ts';
import { partyOf, partyRow } from '../../../core/database/db/party.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import type { RowsAt } from '../../../core/database/db/rows-at.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import { AgreementState } from '../../../generated/prisma/enums.ts';
import type { ObjectiveReads } from '../../objectives/app/objective-ports.ts';
import type {
  Handover,
  HandoverReads,
  HandoverRepository,
  NewHandover,
} from '../app/handover-ports.ts';

const handoverRow = {
  ...{ id: uuid, number: int, objectiveId: uuid, ref: text, title: text, askedAt: moment },
  ...{ state: word(AgreementState), from: orNull(partyRow), to: partyRow, askedBy: partyRow },
};

/** Handovers as they were at a moment, each of an objective as it was called then. */
export function handoversAsAt(
  db: Executor,
  partnershipId: string,
  rowsThen: RowsAt,
  objectivesThen: Pick<ObjectiveReads, 'listNames'>,
): HandoverReads {
  const { find, listOpen } = createHandovers(db, partnershipId, rowsThen);
  return {
    find,
    listOpen: async (personId) => {
      const titles = new Map(
        (await objectivesThen.listNames()).map(({ id, title }) => [id, title] as const),
      );
      return (await listOpen(personId)).map((handover) => ({
        ...handover,
        title: titles.get(handover.objectiveId) ?? handover.title,
      }));
    },
  };
}

/** Handovers of one partnership's objectives. */
export function createHandovers(
  db: Executor,
  partnershipId: string,
  rowsAt: RowsAt,
): HandoverRepository {
  async function select(which: Prisma.Sql): Promise<Handover[]> {
    return await rowsFrom(db, handoverRow)`
      ${rowsAt('handover', 'person')}SELECT h.id, h.number, h.objective_id AS "objectiveId", o.ref, o.title, h.asked_at AS "askedAt",
        h.state::text AS state, ${partyOf('h', 'from_person_id')} AS "from",
        ${partyOf('h', 'to_person_id')} AS "to", ${partyOf('h', 'asked_by_id')} AS "askedBy"
      FROM handover h JOIN objective o ON o.partnership_id = h.partnership_id AND o.id = h.objective_id
      WHERE h.partnership_id = ${partnershipId}::uuid AND ${which}
      ORDER BY h.number`;
  }

  async function openOf({ objectiveId, fromPersonId }: NewHandover): Promise<Handover | null> {
    const [open] =
      await select(Prisma.sql`h.state = 'asked' AND h.objective_id = ${objectiveId}::uuid
      AND h.from_person_id IS NOT DISTINCT FROM ${fromPersonId}::uuid`);
    return open ?? null;
  }

  return {
    async listOpen(personId) {
      const whose =
        personId === undefined
          ? Prisma.sql`true`
          : Prisma.sql`${personId} IN (h.from_person_id::text, h.to_person_id::text, h.asked_by_id::text)`;
      return await select(Prisma.sql`h.state = 'asked' AND ${whose}`);
    },

    async find(number) {
      const [handover] = await select(Prisma.sql`h.number = ${number}`);
      return handover ?? null;
    },

    async add(handover) {
      await lockPeople(db, partnershipId);
      const open = await openOf(handover);
      if (open) return { open };
      const { at, ...facts } = handover;
      const number = await nextNumber(db, partnershipId, 'handover');
      await db.handover.create({
        data: { partnershipId, number, ...facts, askedAt: fromInstant(at) },
        select: { id: true },
      });
      const [added] = await select(Prisma.sql`h.number = ${number}`);
      return added ? { added } : {};
    },

    async answer(id, state, at) {
      if (!isId(id)) return false;
      const { count } = await db.handover.updateMany({
        where: { id, partnershipId, state: 'asked' },
        data: { state, decidedAt: fromInstant(at) },
      });
      return count === 1;
    },

    pass: (...passed) => passObjective(db, partnershipId, ...passed),
  };
}

/** Ends what the giver holds with yesterday and begins the taker's today; false when the giver's had ended before. */
async function passObjective(
  db: Executor,
  partnershipId: string,
  ...[{ objectiveId, from, to }, today]: Parameters<HandoverRepository['pass']>
): Promise<boolean> {
  const day = Prisma.sql`${today.toString()}::date`;
  const inForce = Prisma.sql`s.partnership_id = ${partnershipId}::uuid AND s.objective_id = ${objectiveId}::uuid
    AND s.item_id IS NULL
    AND s.starts_on <= ${day} AND (s.ends_on IS NULL OR s.ends_on >= ${day})`;
  await db.$executeRaw`
    SELECT FROM objective WHERE partnership_id = ${partnershipId}::uuid AND id = ${objectiveId}::uuid FOR NO KEY UPDATE`;
  const [owner] = await rowsFrom(db, { id: uuid })`
    SELECT s.id FROM assignment s JOIN person p ON p.partnership_id = s.partnership_id AND p.id = s.person_id AND p.active
    WHERE ${inForce} AND s.role = 'owner' LIMIT 1`;
  if (!from && owner) return false;
  // Where nobody owned it, an organisation that had named nobody gives way, and so does whoever has left.
  const giver = from
    ? Prisma.sql`s.person_id = ${from.id}::uuid`
    : Prisma.sql`NOT EXISTS (SELECT FROM person p WHERE p.partnership_id = s.partnership_id AND p.id = s.person_id AND p.active)`;
  const ended = await db.$executeRaw`
    UPDATE assignment s SET ends_on = ${day} - 1 WHERE ${inForce} AND s.role = 'owner' AND ${giver}`;
  if (from && ended === 0) return false;
  // An owner is not their own deputy.
  await db.$executeRaw`
    UPDATE assignment s SET ends_on = ${day} - 1
    WHERE ${inForce} AND s.role = 'deputy' AND s.person_id = ${to.id}::uuid`;
  await db.assignment.create({
    data: {
      ...{ partnershipId, objectiveId, personId: to.id, role: 'owner' },
      startsOn: fromDate(today),
    },
    select: { id: true },
  });
  return true;
}
