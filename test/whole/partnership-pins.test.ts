// The check behind kept-apart.test.ts sees each way in which a statement can forget the partnership.
import { expect, it } from 'vitest';
import { describeOnDatabase } from '../support/database/database-harness.ts';
import { ownedTables, places, unpinned } from '../support/database/partnership-pins.ts';

const OWN = '$1::uuid';

/** Each with the tables of which it takes everybody's rows. $1 is the partnership, $2 is not. */
const forgetful: readonly (readonly [statement: string, tables: string])[] = [
  [`SELECT ${OWN} FROM person p WHERE p.id = $2::uuid`, 'person p'],
  [`SELECT ${OWN} FROM person p WHERE p.partnership_id = $2::uuid`, 'person p'],
  [`SELECT ${OWN} FROM person p WHERE p.partnership_id = ANY($2::uuid[])`, 'person p'],
  [`SELECT FROM person p WHERE p.partnership_id = ${OWN} OR p.active`, 'person p'],
  [`SELECT FROM person p WHERE NOT p.partnership_id = ${OWN}`, 'person p'],
  [
    `SELECT FROM notification n JOIN person p ON p.id = n.person_id WHERE n.partnership_id = ${OWN}`,
    'person p',
  ],
  [
    `SELECT FROM notification n LEFT JOIN person p ON p.id = n.person_id AND n.partnership_id = p.partnership_id
       AND n.partnership_id = ${OWN}`,
    'notification n',
  ],
  [
    `SELECT FROM notification n LEFT JOIN person p ON p.id = n.person_id AND p.partnership_id = ${OWN}`,
    'notification n',
  ],
  [
    `SELECT FROM notification n FULL JOIN person p ON p.id = n.person_id AND p.partnership_id = n.partnership_id
     WHERE n.partnership_id = ${OWN} OR n.id IS NULL`,
    'notification n, person p',
  ],
  [
    `SELECT FROM person p WHERE p.partnership_id = ${OWN}
       AND EXISTS (SELECT FROM role_grant r WHERE r.person_id = p.id)`,
    'role_grant r',
  ],
  [
    `SELECT FROM person p WHERE NOT EXISTS (
       SELECT FROM role_grant r WHERE r.partnership_id = p.partnership_id AND r.partnership_id = ${OWN})`,
    'person p',
  ],
  [
    `SELECT c.n FROM person p CROSS JOIN LATERAL (
       SELECT count(*) AS n FROM role_grant r WHERE r.partnership_id = p.partnership_id AND r.partnership_id = ${OWN}) c`,
    'person p',
  ],
  [
    `WITH known AS MATERIALIZED (SELECT * FROM person) SELECT FROM known k
     JOIN role_grant r ON r.partnership_id = k.partnership_id AND r.person_id = k.id`,
    'person person, role_grant r',
  ],
  [
    `SELECT FROM (SELECT partnership_id, id FROM person WHERE partnership_id = ${OWN}
       UNION ALL SELECT partnership_id, id FROM objective) x`,
    'objective objective',
  ],
  [
    `WITH RECURSIVE chain AS (
       SELECT e.id FROM objective_entry e WHERE e.partnership_id = ${OWN}
       UNION ALL SELECT f.id FROM chain c JOIN objective_entry f ON f.supersedes_id = c.id
     ) SELECT FROM chain`,
    'objective_entry f',
  ],
  [
    `UPDATE person p SET active = false FROM organisation o
     WHERE o.partnership_id = ${OWN} AND o.id = p.organisation_id`,
    'person p',
  ],
  [`DELETE FROM role_grant r WHERE r.id = $2::uuid RETURNING ${OWN}`, 'role_grant r'],
  [
    `INSERT INTO theme (partnership_id, id, key, kind, number, name)
     SELECT ${OWN}, gen_random_uuid(), t.key, t.kind, t.number, t.name FROM theme t`,
    'theme t',
  ],
  [
    `WITH RECURSIVE chain AS (
       SELECT e.partnership_id, e.id FROM objective_entry e WHERE e.partnership_id = ${OWN}
       UNION ALL SELECT f.partnership_id, f.id FROM chain c JOIN objective_entry f ON f.supersedes_id = c.id
     ) SELECT FROM chain c JOIN entry_words w ON w.partnership_id = c.partnership_id`,
    'entry_words w, objective_entry f',
  ],
];

const mindful: readonly string[] = [
  `SELECT FROM person p WHERE p.partnership_id = ${OWN}`,
  `SELECT FROM person p WHERE (p.partnership_id = ${OWN} AND p.active) OR (p.partnership_id = ${OWN} AND p.example)`,
  `SELECT FROM notification n LEFT JOIN person p ON p.partnership_id = n.partnership_id AND p.id = n.person_id
   WHERE n.partnership_id = ${OWN}`,
  `SELECT FROM person p WHERE p.partnership_id = ${OWN} AND NOT EXISTS (
     SELECT FROM role_grant r WHERE r.partnership_id = p.partnership_id AND r.person_id = p.id)`,
  `WITH RECURSIVE chain AS (
     SELECT e.partnership_id, e.id FROM objective_entry e WHERE e.partnership_id = ${OWN}
     UNION ALL SELECT f.partnership_id, f.id FROM chain c
       JOIN objective_entry f ON f.partnership_id = c.partnership_id AND f.supersedes_id = c.id
   ) SELECT FROM chain c JOIN entry_words w ON w.partnership_id = c.partnership_id`,
  `UPDATE person p SET active = false FROM organisation o
   WHERE o.partnership_id = ${OWN} AND p.partnership_id = o.partnership_id AND o.id = p.organisation_id`,
];

describeOnDatabase('postgresql', 'what a plan says of a statement', (harness) => {
  const given = { isOwn: (one: number) => one === 1 };
  const look = async (statement: string) => {
    const client = await harness.pool.connect();
    try {
      return (await unpinned(client, statement, await ownedTables(client), given)).sort();
    } finally {
      client.release();
    }
  };

  it.each(forgetful)('sees what is forgotten in %s', async (statement, tables) => {
    expect((await look(statement)).join(', ')).toBe(tables);
  });

  it.each(mindful)('sees that nothing is forgotten in %s, and what would be', async (statement) => {
    expect(await look(statement)).toEqual([]);
    const found = places(statement);
    expect(found.length).toBeGreaterThan(0);
    for (const { without } of found) expect(await look(without)).not.toEqual([]);
  });
});
