// History is append-only because the database says so, whoever asks and however.
import { beforeAll, expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../../support/database/database-harness.ts';
import {
  buildObjective,
  buildPartnership,
  buildPerson,
  newUpdate,
} from '../../../support/world/builders.ts';

describeOnBothDatabases('the status history', (harness) => {
  beforeAll(async () => {
    const partnership = await buildPartnership(harness.prisma);
    const author = await buildPerson(harness.prisma, partnership);
    const objective = await buildObjective(harness.prisma, partnership);
    await harness.store
      .open(partnership.id)
      .objectives.appendUpdate(newUpdate(objective.id, author.id), 0);
  });

  it.each([
    "UPDATE objective_entry SET note = 'something else'",
    'DELETE FROM objective_entry',
    'TRUNCATE objective_entry CASCADE',
    "INSERT INTO objective_entry SELECT * FROM objective_entry ON CONFLICT (partnership_id, id) DO UPDATE SET note = ''",
  ])('refuses %s', async (statement) => {
    await expect(harness.pool.query(statement)).rejects.toThrow('append-only');

    const { rows } = await harness.pool.query('SELECT note FROM entry_words');
    expect(rows).toEqual([{ note: 'Two of three posts are filled.' }]);
  });

  it.each([
    "UPDATE entry_words SET note = 'something else'",
    'DELETE FROM entry_words',
    'TRUNCATE entry_words',
  ])('refuses %s', async (statement) => {
    await expect(harness.pool.query(statement)).rejects.toThrow('append-only');
  });

  it.each(['UPDATE row_change SET before = NULL', 'DELETE FROM row_change', 'TRUNCATE row_change'])(
    'refuses %s',
    async (statement) => {
      await harness.pool.query(
        "INSERT INTO row_change (id, partnership_id, table_name, row_id, at) SELECT gen_random_uuid(), id, 'meeting', id, now() FROM partnership",
      );

      await expect(harness.pool.query(statement)).rejects.toThrow('append-only');
    },
  );

  it('refuses to let its objective or its author go', async () => {
    await expect(harness.pool.query('DELETE FROM objective')).rejects.toThrow('foreign key');
    await expect(harness.pool.query('DELETE FROM person')).rejects.toThrow('foreign key');
  });

  it('refuses half a due date, an assignment to nobody and a notification to nobody', async () => {
    const refused = [
      "UPDATE objective SET due_text = 'soon'",
      "INSERT INTO assignment (id, partnership_id, objective_id, role, starts_on) SELECT gen_random_uuid(), partnership_id, id, 'owner', now() FROM objective",
      "INSERT INTO notification (id, partnership_id, kind, dedupe_key, payload, created_at) SELECT gen_random_uuid(), id, 'digest', 'x', '{}', now() FROM partnership",
    ];
    for (const statement of refused)
      await expect(harness.pool.query(statement)).rejects.toThrow('check constraint');
  });
});
