// A record of many small partnerships, written in a few statements: what is looked at is what the bot does with them.
import type { Pool } from 'pg';

/** Of each partnership. */
export const PEOPLE = 12;
export const OBJECTIVES = 24;
/** On Monday 1 July owners are asked first, for a meeting on the 24th; on Monday the 8th the digests are due. */
const MEETING = '2024-07-24';
/** Three partnerships share a workspace. */
export const teamOf = (key: string) => `T${Math.trunc(Number(key.slice(2)) / 3)}`;
const TEAM = `'T' || substr(p.key, 3)::int / 3`;

/** Fills an empty record. Each has a workspace of the same team, a plan of a current version, three themes with a channel. */
export async function fillPartnerships(pool: Pool, count: number): Promise<void> {
  const each = (rows: string, sql: string) =>
    pool.query(sql.replace('FROM each', `FROM partnership p, generate_series(1, ${rows}) n`));
  await pool.query(
    `INSERT INTO partnership (id, key, name, short_name)
     SELECT gen_random_uuid(), 'p-' || n, 'Partnership ' || n, 'P' || n FROM generate_series(1, $1::int) n`,
    [count],
  );
  await each(
    '1',
    `INSERT INTO workspace (id, partnership_id, platform, tenant_id)
    SELECT gen_random_uuid(), p.id, 'slack', ${TEAM} FROM each`,
  );
  await each(
    '1',
    `INSERT INTO organisation (id, partnership_id, key, name, kind)
    SELECT gen_random_uuid(), p.id, 'council', 'Council', 'council' FROM each`,
  );
  await each(
    '1',
    `INSERT INTO plan_version (id, partnership_id, number, label, status)
    SELECT gen_random_uuid(), p.id, 1, 'Plan', 'current' FROM each`,
  );
  await each(
    '1',
    `INSERT INTO forum (id, partnership_id, key, name, kind, collects_returns)
    SELECT gen_random_uuid(), p.id, 'board', 'Board', 'board', true FROM each`,
  );
  await pool.query(`INSERT INTO priority_area (id, partnership_id, plan_version_id, ref)
    SELECT gen_random_uuid(), partnership_id, id, '1' FROM plan_version`);
  await pool.query(`INSERT INTO meeting (id, partnership_id, forum_id, held_on, title)
    SELECT gen_random_uuid(), partnership_id, id, '${MEETING}', 'Board meeting' FROM forum`);
  await each(
    '3',
    `INSERT INTO theme (id, partnership_id, key, kind, number, name)
    SELECT gen_random_uuid(), p.id, 'theme-' || n, 'theme', n, 'Theme ' || n FROM each`,
  );
  await pool.query(`INSERT INTO channel_binding (id, partnership_id, theme_id, platform, tenant_id, channel_id, name)
    SELECT gen_random_uuid(), t.partnership_id, t.id, 'slack', ${TEAM}, 'C' || t.partnership_id || t.number, t.name
    FROM theme t JOIN partnership p ON p.id = t.partnership_id`);
  await each(
    String(PEOPLE),
    `INSERT INTO person (id, partnership_id, organisation_id, key, name, email)
    SELECT gen_random_uuid(), p.id, (SELECT o.id FROM organisation o WHERE o.partnership_id = p.id), 'person-' || n,
      'Person ' || n, 'person-' || n || '@example.org' FROM each`,
  );
  await pool.query(`INSERT INTO platform_account (id, partnership_id, person_id, platform, tenant_id, user_id, linked_at)
    SELECT gen_random_uuid(), x.partnership_id, x.id, 'slack', ${TEAM}, 'U' || x.key, '2024-01-01'
    FROM person x JOIN partnership p ON p.id = x.partnership_id`);
  await each(
    String(OBJECTIVES),
    `INSERT INTO objective (id, partnership_id, plan_version_id, area_id, ref, ref_key, title, rag)
    SELECT gen_random_uuid(), p.id, a.plan_version_id, a.id, '1.' || n, '1X' || n, 'Objective ' || n, 'amber'
    FROM priority_area a JOIN partnership p ON p.id = a.partnership_id, generate_series(1, ${OBJECTIVES}) n`,
  );
  await pool.query(`INSERT INTO objective_theme (partnership_id, objective_id, theme_id)
    SELECT o.partnership_id, o.id, t.id FROM objective o
    JOIN theme t ON t.partnership_id = o.partnership_id AND t.number = 1 + (substr(o.ref, 3)::int % 3)`);
  await pool.query(`INSERT INTO assignment (id, partnership_id, objective_id, role, person_id, starts_on)
    SELECT gen_random_uuid(), o.partnership_id, o.id, 'owner', p.id, '2024-01-01' FROM objective o
    JOIN person p ON p.partnership_id = o.partnership_id AND p.key = 'person-' || (1 + substr(o.ref, 3)::int % ${PEOPLE})`);
  await pool.query('ANALYZE');
}
