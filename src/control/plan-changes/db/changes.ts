// Changes to the plan that people proposed, and what became of them.

import { z } from 'zod';
import {
  bool,
  int,
  json,
  moment,
  oneOf,
  orNull,
  text,
  uuid,
  word,
} from '../../../core/database/db/columns.ts';
import { type Executor, fromInstant } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import type { RowsAt } from '../../../core/database/db/rows-at.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import { ChangeState } from '../../../generated/prisma/enums.ts';
import type { ObjectiveReads } from '../../../plan/objectives/app/objective-ports.ts';
import type { ChangeReads, ChangeRepository, ChangeRequest } from '../app/plan-control-ports.ts';
import { type ChangeKind, fromStoredProposal, storedProposal } from '../domain/plan-change.ts';
import { storedProposalColumn } from './proposal-json.ts';

const who = json(
  'the person',
  z.object({ id: z.string(), name: z.string(), organisation: z.string() }),
);
const changeRow = {
  id: uuid,
  number: int,
  kind: oneOf<ChangeKind>({
    ...{ 're-date': true, 're-word': true, 're-own': true, 're-link': true },
    ...{ add: true, close: true },
  }),
  ...{ state: word(ChangeState), proposal: storedProposalColumn, reason: text, example: bool },
  ...{ objectiveId: orNull(uuid), ref: orNull(text), title: orNull(text) },
  ...{ proposedAt: moment, decidedAt: orNull(moment), decisionNote: orNull(text) },
  ...{ versionNumber: orNull(int), proposedBy: who, decidedBy: orNull(who) },
};

/** Changes as they were at a moment, each of an objective as it was called then; what one added was not there before it. */
export function changesAsAt(
  db: Executor,
  partnershipId: string,
  rowsThen: RowsAt,
  objectivesThen: Pick<ObjectiveReads, 'listNames'>,
): ChangeReads {
  const changes = createChanges(db, partnershipId, rowsThen);

  async function named(found: readonly ChangeRequest[]): Promise<ChangeRequest[]> {
    const names = new Map((await objectivesThen.listNames()).map((one) => [one.id, one]));
    return found.map((change) => {
      const name = names.get(change.objectiveId ?? '');
      return name
        ? { ...change, ref: name.ref, title: name.title }
        : { ...change, objectiveId: null, ref: null, title: null, example: false };
    });
  }

  return {
    find: async (number) => {
      const change = await changes.find(number);
      return change && ((await named([change]))[0] ?? null);
    },
    listOpen: async () => await named(await changes.listOpen()),
    listDecided: async (limit) => await named(await changes.listDecided(limit)),
  };
}

/** Changes of one partnership. */
export function createChanges(
  db: Executor,
  partnershipId: string,
  rowsAt: RowsAt,
): ChangeRepository {
  async function select(which: Prisma.Sql): Promise<ChangeRequest[]> {
    const rows = await rowsFrom(db, changeRow)`
      ${rowsAt('change_request')}SELECT c.id, c.number, c.kind::text AS kind, c.state::text AS state, c.proposal, c.reason,
        c.objective_id AS "objectiveId", o.ref, o.title, coalesce(o.example, false) AS example,
        c.proposed_at AS "proposedAt", c.decided_at AS "decidedAt", c.decision_note AS "decisionNote",
        v.number AS "versionNumber", ${whoOf('p')} AS "proposedBy", ${whoOf('d')} AS "decidedBy"
      FROM change_request c
      LEFT JOIN objective o ON o.partnership_id = c.partnership_id AND o.id = c.objective_id
      LEFT JOIN plan_version v ON v.partnership_id = c.partnership_id AND v.id = c.plan_version_id
      JOIN person p ON p.partnership_id = c.partnership_id AND p.id = c.proposed_by_id
      JOIN organisation pg ON pg.partnership_id = p.partnership_id AND pg.id = p.organisation_id
      LEFT JOIN person d ON d.partnership_id = c.partnership_id AND d.id = c.decided_by_id
      LEFT JOIN organisation dg ON dg.partnership_id = d.partnership_id AND dg.id = d.organisation_id
      WHERE c.partnership_id = ${partnershipId}::uuid AND ${which}`;
    return rows.map(({ proposal, ...facts }) => ({
      ...facts,
      proposal: fromStoredProposal(proposal),
    }));
  }

  return {
    async propose({ objectiveId, proposal, reason, proposedById, at }) {
      // Held until the end, so that two proposals do not get the same number. The weaker lock: whoever writes a
      // row of the partnership holds its key.
      await db.$executeRaw`SELECT FROM partnership WHERE id = ${partnershipId}::uuid FOR NO KEY UPDATE`;
      const [row] = await rowsFrom(db, { number: int })`
        INSERT INTO change_request (id, partnership_id, number, objective_id, kind, proposal, reason, proposed_by_id, proposed_at)
        SELECT gen_random_uuid(), ${partnershipId}::uuid, coalesce(max(number), 0) + 1, ${objectiveId}::uuid,
          ${proposal.kind}::"ChangeKind", ${JSON.stringify(storedProposal(proposal))}::jsonb, ${reason},
          ${proposedById}::uuid, ${fromInstant(at)}
        FROM change_request WHERE partnership_id = ${partnershipId}::uuid
        RETURNING number`;
      return row?.number ?? 0;
    },

    async find(number) {
      const [change] = await select(Prisma.sql`c.number = ${number}`);
      return change ?? null;
    },

    async listOpen() {
      return await select(Prisma.sql`c.state = 'proposed' ORDER BY c.number`);
    },

    async listDecided(limit) {
      return await select(
        Prisma.sql`c.state <> 'proposed' ORDER BY c.decided_at DESC, c.number DESC LIMIT ${limit}`,
      );
    },

    async hold(id) {
      const held = await db.$queryRaw<unknown[]>`
        SELECT 1 FROM change_request
        WHERE partnership_id = ${partnershipId}::uuid AND id = ${id}::uuid AND state = 'proposed' FOR NO KEY UPDATE`;
      return held.length === 1;
    },

    async decide(id, { state, decidedById, at, note, planVersionId, objectiveId }) {
      const decided = await db.$executeRaw`
        UPDATE change_request SET state = ${state}::"ChangeState", decided_by_id = ${decidedById}::uuid,
          decided_at = ${fromInstant(at)}, decision_note = ${note}, plan_version_id = ${planVersionId ?? null}::uuid,
          objective_id = coalesce(objective_id, ${objectiveId ?? null}::uuid)
        WHERE partnership_id = ${partnershipId}::uuid AND id = ${id}::uuid AND state = 'proposed'`;
      return decided === 1;
    },
  };
}

/** The proposer `p` or the decider `d` as they are called, or null where the row has none. */
function whoOf(alias: 'p' | 'd'): Prisma.Sql {
  const [person, organisation] = [Prisma.raw(alias), Prisma.raw(`${alias}g`)];
  return Prisma.sql`CASE WHEN ${person}.id IS NULL THEN NULL
    ELSE json_build_object('id', ${person}.id, 'name', ${person}.name, 'organisation', ${organisation}.name) END`;
}
