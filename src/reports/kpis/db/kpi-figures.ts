// Records of a KPI its figures, polarity, targets, commentary and owner. Nothing is written over but a target's way to
// its sign-off, which its own dates tell, and who owns a KPI, which row_change keeps.
import { type Executor, fromDate, fromInstant } from '../../../core/database/db/executor.ts';
import type { RowsAt } from '../../../core/database/db/rows-at.ts';
import type { Polarity } from '../../figures/domain/kpi-reading-aid.ts';
import type { KpiFigureRepository } from '../app/kpi-ports.ts';
import { createKpiFigureReads } from './kpi-figure-reads.ts';

/** KPI figures of one partnership. */
export function createKpiFigures(
  db: Executor,
  partnershipId: string,
  rowsAt: RowsAt,
): KpiFigureRepository {
  return {
    ...createKpiFigureReads(db, partnershipId, rowsAt),
    ...createKpiCellWrites(db, partnershipId),
    ...createKpiFigureWrites(db, partnershipId),
  };
}

function createKpiCellWrites(
  db: Executor,
  partnershipId: string,
): Pick<KpiFigureRepository, 'add' | 'planTrajectory'> {
  const cells: Pick<KpiFigureRepository, 'add'> = {
    async add(kpiId, { column, raw, period }, { personId, at: recordedAt }) {
      const last = await db.kpiObservation.aggregate({
        where: { partnershipId, kpiId, column },
        _max: { ordinal: true },
      });
      // What was published stays the first of its column, also where nothing was.
      const { id } = await db.kpiObservation.create({
        data: {
          ...{ partnershipId, kpiId, column, raw, period, personId },
          ...{ ordinal: (last._max.ordinal ?? 1) + 1, recordedAt: fromInstant(recordedAt) },
        },
        select: { id: true },
      });
      return id;
    },
  };
  return {
    ...cells,
    async planTrajectory(kpiId, points, by) {
      const column = 'trajectory';
      const before = await db.kpiObservation.count({ where: { partnershipId, kpiId, column } });
      if (before > 0) await cells.add(kpiId, { column, raw: '', period: null }, by);
      for (const point of points) await cells.add(kpiId, { column, ...point }, by);
    },
  };
}

function createKpiFigureWrites(
  db: Executor,
  partnershipId: string,
): Pick<
  KpiFigureRepository,
  | 'hold'
  | 'create'
  | 'choosePolarity'
  | 'setOwner'
  | 'proposeTarget'
  | 'agreeTarget'
  | 'signOffTarget'
  | 'comment'
> {
  return {
    async hold(kpiId) {
      await db.$queryRaw`SELECT id FROM kpi WHERE partnership_id = ${partnershipId}::uuid AND id = ${kpiId}::uuid FOR UPDATE`;
    },

    async create(themeId, name) {
      // One at a time, so that no two get the same number.
      await db.$queryRaw`SELECT id FROM partnership WHERE id = ${partnershipId}::uuid FOR UPDATE`;
      const last = await db.kpi.aggregate({ where: { partnershipId }, _max: { number: true } });
      const number = (last._max.number ?? 0) + 1;
      await db.kpi.create({
        data: { partnershipId, themeId, number, name, publishedDirection: '' },
      });
      return number;
    },

    async choosePolarity(kpiId, { polarity, reason }, { personId, at: chosenAt }) {
      const ordinal = (await db.kpiPolarityChoice.count({ where: { partnershipId, kpiId } })) + 1;
      await db.kpiPolarityChoice.create({
        data: {
          ...{ partnershipId, kpiId, ordinal, reason, personId },
          ...{ polarity: fromPolarity(polarity), chosenAt: fromInstant(chosenAt) },
        },
      });
    },

    async setOwner(kpiId, ownerId) {
      await db.kpi.updateMany({ where: { partnershipId, id: kpiId }, data: { ownerId } });
    },

    async proposeTarget(kpiId, { sense, raw, tolerance, due }, { personId, at: proposedAt }) {
      const ordinal = (await db.kpiTarget.count({ where: { partnershipId, kpiId } })) + 1;
      await db.kpiTarget.create({
        data: {
          ...{ partnershipId, kpiId, ordinal, raw, tolerance, proposedById: personId },
          sense: sense === 'at-least' ? 'at_least' : 'at_most',
          dueText: due?.text ?? null,
          dueOn: due && fromDate(due.lastDay),
          proposedAt: fromInstant(proposedAt),
        },
      });
    },

    async agreeTarget(targetId, { personId, at: agreedAt }) {
      await db.kpiTarget.updateMany({
        where: { partnershipId, id: targetId, agreedAt: null },
        data: { agreedById: personId, agreedAt: fromInstant(agreedAt) },
      });
    },

    async signOffTarget(targetId, meetingId, { personId, at: signedOffAt }) {
      await db.kpiTarget.updateMany({
        where: { partnershipId, id: targetId, signedOffAt: null },
        data: { meetingId, signedOffById: personId, signedOffAt: fromInstant(signedOffAt) },
      });
    },

    async comment(kpiId, words, { personId, at: said }) {
      const ordinal = (await db.kpiComment.count({ where: { partnershipId, kpiId } })) + 1;
      await db.kpiComment.create({
        data: { partnershipId, kpiId, ordinal, words, personId, at: fromInstant(said) },
      });
    },
  };
}

function fromPolarity(polarity: Polarity) {
  const columns = {
    undecided: 'undecided',
    'up-is-good': 'up_is_good',
    'up-is-bad': 'up_is_bad',
    neutral: 'neutral',
  } as const satisfies Record<Polarity, string>;
  return columns[polarity];
}
