// Each objective's history is a chain: whoever changes, removes or replaces an entry behind the product's
// back is found, at the entry where they did it.
import { Temporal } from 'temporal-polyfill';
import { beforeEach, expect, it } from 'vitest';
import type { PartnershipRecord } from '../../../../src/core/request/app/ports.ts';
import { describeOnBothDatabases } from '../../../support/database/database-harness.ts';
import {
  buildObjective,
  buildPartnership,
  buildPerson,
  newUpdate,
  someInstant,
} from '../../../support/world/builders.ts';

const OF_ENTRY = `w.entry_id = (SELECT id FROM objective_entry WHERE position = 2 AND objective_id = (SELECT id FROM objective WHERE ref = '2B:2'))`;

describeOnBothDatabases('the chain of a history', (harness) => {
  let record: PartnershipRecord;
  let objectiveId: string;
  let otherId: string;
  let authorId: string;

  beforeEach(async () => {
    await harness.reset();
    const partnership = await buildPartnership(harness.prisma);
    record = harness.store.open(partnership.id);
    authorId = (await buildPerson(harness.prisma, partnership)).id;
    objectiveId = (await buildObjective(harness.prisma, partnership)).id;
    otherId = (await buildObjective(harness.prisma, partnership, { ref: '2B:3' })).id;
    for (const version of [0, 1, 2]) {
      const at = someInstant.add({ minutes: version });
      await record.objectives.appendUpdate(newUpdate(objectiveId, authorId, { at }), version);
    }
    await record.objectives.appendUpdate(newUpdate(otherId, authorId), 0);
  });

  it('numbers the entries of an objective and links each to the one before', async () => {
    const { rows } = await harness.pool.query<{
      position: number;
      prev: string | null;
      hash: string;
    }>(
      'SELECT position, prev_hash AS prev, hash FROM objective_entry WHERE objective_id = $1 ORDER BY position',
      [objectiveId],
    );

    expect(rows.map(({ position }) => position)).toEqual([1, 2, 3]);
    expect(rows.map(({ prev }) => prev)).toEqual([null, rows[0]?.hash, rows[1]?.hash]);
    expect(new Set(rows.map(({ hash }) => hash)).size).toBe(3);
    expect(rows.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
  });

  it('finds an untouched history whole, with a seal that only new entries change', async () => {
    const report = await record.history.verify();

    expect(report).toEqual({
      objectives: 2,
      entries: 4,
      firstBreak: null,
      seal: expect.stringMatching(/^[0-9a-f]{64}$/),
      epoch: null,
    });
    expect(await record.history.verify()).toEqual(report);

    await record.objectives.appendUpdate(newUpdate(otherId, authorId), 1);
    expect((await record.history.verify()).seal).not.toBe(report.seal);
  });

  it.each([
    ["UPDATE objective_entry SET note = 'all is well' WHERE position = 2", 2, 'changed'],
    [`UPDATE entry_words w SET note = 'all is well' WHERE ${OF_ENTRY}`, 2, 'changed'],
    [`UPDATE entry_words w SET salts = '{}' WHERE ${OF_ENTRY}`, 2, 'changed'],
    [`DELETE FROM entry_words w WHERE ${OF_ENTRY}`, 2, 'changed'],
    ["UPDATE objective_entry SET to_rag = 'green' WHERE position = 3", 3, 'changed'],
    ["UPDATE objective_entry SET at = at - interval '1 day' WHERE position = 2", 2, 'changed'],
    ['UPDATE objective_entry SET author_id = NULL WHERE position = 3', 3, 'changed'],
    ["UPDATE objective_entry SET hash = repeat('0', 64) WHERE position = 2", 2, 'changed'],
    ['DELETE FROM objective_entry WHERE position = 2', 3, 'missing'],
    ['DELETE FROM objective_entry WHERE position = 3', null, 'cut-short'],
  ])('names the first break after %s', async (statement, position, what) => {
    await behindTheBack(statement);

    const { firstBreak } = await record.history.verify();

    expect(firstBreak).toMatchObject({ ref: '2B:2', position, what });
  });

  it('finds an entry that was rewritten with a digest that fits it, at the entry after it', async () => {
    await behindTheBack(`UPDATE objective_entry SET note = 'all is well' WHERE position = 2;
      UPDATE objective_entry e SET hash = objective_entry_digest(e) WHERE position = 2`);

    const { firstBreak } = await record.history.verify();

    expect(firstBreak).toMatchObject({ ref: '2B:2', position: 3, what: 'missing' });
  });

  const REPLACED = `UPDATE objective_entry SET note = 'all is well' WHERE position = 2;
    UPDATE objective_entry e SET hash = objective_entry_digest(e) WHERE position = 2;
    UPDATE objective_entry e SET prev_hash = b.hash FROM objective_entry b
      WHERE e.position = 3 AND b.position = 2 AND b.objective_id = e.objective_id`;

  it('finds it too where the entry after it was made to point to the new one', async () => {
    await behindTheBack(REPLACED);

    const { firstBreak } = await record.history.verify();

    expect(firstBreak).toMatchObject({ ref: '2B:2', position: 3, what: 'changed' });
  });

  it('shows by its seal alone that the rest of a chain was written anew', async () => {
    const { seal } = await record.history.verify();
    await behindTheBack(`${REPLACED};
      UPDATE objective_entry e SET hash = objective_entry_digest(e) WHERE position = 3`);

    const report = await record.history.verify();

    expect(report.firstBreak).toBeNull();
    expect(report.seal).not.toBe(seal);
  });

  it('keeps one chain when two write to it at once', async () => {
    const append = (requestId: string) =>
      record.history.append({
        ...{ objectiveId, authorId, requestId, at: Temporal.Instant.from('2024-07-02T09:00:00Z') },
        detail: { of: 'assignment', itemId: null, role: 'owner', before: [], after: ['Asha'] },
      });

    await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map(append));

    expect((await record.history.list(objectiveId)).map(({ position }) => position)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
    expect((await record.history.verify()).firstBreak).toBeNull();
  });

  /** As a replica, the database lets history be changed. */
  async function behindTheBack(statements: string): Promise<void> {
    await harness.pool.query(
      `BEGIN; SET LOCAL session_replication_role = replica; ${statements}; COMMIT`,
    );
  }
});
