// The second lock on PostgreSQL: a role that does not own the tables is given one partnership's rows, whatever it asks.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { Client } from 'pg';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../../src/core/database/db/open-database.ts';
import { ofEverybody, ofPartnership } from '../../../../src/core/database/db/partnership-scope.ts';
import { createRecordStore } from '../../../../src/service/record/db/record.ts';
import { findPostgresql } from '../../../support/database/database-cluster.ts';
import {
  asRole,
  describeOnDatabase,
  freshDatabase,
} from '../../../support/database/database-harness.ts';
import { ownedTables } from '../../../support/database/partnership-pins.ts';
import { buildPartnership, buildPerson } from '../../../support/world/builders.ts';

const DEPLOY = join(import.meta.dirname, '../../../../deploy');

describeOnDatabase('postgresql', 'the role of the bot', (harness) => {
  let ours: string;
  let theirs: string;

  beforeAll(async () => {
    const { prisma } = harness;
    for (const name of ['Ours', 'Theirs']) {
      const built = await buildPartnership(prisma);
      await buildPerson(prisma, built, { name: `Of ${name}`, email: `${name}@example.org` });
      if (name === 'Ours') ours = built.id;
      else theirs = built.id;
    }
  });

  const everything = { select: { partnershipId: true }, distinct: ['partnershipId' as const] };

  it('sees the rows of its partnership, though the statement asks for all', async () => {
    const { prisma } = harness.bot;

    expect(await ofPartnership(prisma, ours).person.findMany(everything)).toEqual([
      { partnershipId: ours },
    ]);
    expect(
      await ofPartnership(prisma, ours).partnership.findMany({ select: { id: true } }),
    ).toEqual([{ id: ours }]);
    expect(
      await ofPartnership(prisma, ours).person.count({ where: { partnershipId: theirs } }),
    ).toBe(0);
  });

  it('sees nothing where nobody said whose rows are wanted', async () => {
    const { prisma, pool } = harness.bot;

    expect(await prisma.person.count()).toBe(0);
    expect((await pool.query('SELECT FROM person')).rowCount).toBe(0);
    expect(await ofPartnership(prisma, 'no id').person.count()).toBe(0);
  });

  it('changes no row of another partnership, and makes none', async () => {
    const db = ofPartnership(harness.bot.prisma, ours);
    const before = await harness.prisma.person.findMany({ where: { partnershipId: theirs } });

    expect(
      await db.$executeRaw`UPDATE person SET name = 'Changed' WHERE partnership_id = ${theirs}::uuid`,
    ).toBe(0);
    expect(await db.$executeRaw`DELETE FROM person WHERE partnership_id = ${theirs}::uuid`).toBe(0);
    await expect(
      db.workspace.create({
        data: { partnershipId: theirs, platform: 'slack', tenantId: 'T0MINE' },
      }),
    ).rejects.toThrow(/row-level security/);
    await expect(
      db.$executeRaw`UPDATE person SET partnership_id = ${theirs}::uuid WHERE partnership_id = ${ours}::uuid`,
    ).rejects.toThrow(/row-level security/);
    expect(await harness.prisma.person.findMany({ where: { partnershipId: theirs } })).toEqual(
      before,
    );
  });

  it('reads the rows of all to find out whose a request is, and changes none', async () => {
    const db = ofEverybody(harness.bot.prisma);

    expect((await db.person.findMany(everything)).length).toBe(2);
    expect(await db.$executeRaw`UPDATE person SET name = 'Changed'`).toBe(0);
    await expect(
      db.workspace.create({ data: { partnershipId: ours, platform: 'slack', tenantId: 'T0MINE' } }),
    ).rejects.toThrow(/row-level security/);
  });

  it('keeps a transaction to its partnership, with all that is in it', async () => {
    const { prisma } = harness.bot;
    const seen = await ofPartnership(prisma, ours).$transaction(async (db) => {
      await db.$executeRaw`UPDATE person SET active = active`;
      return await db.person.findMany(everything);
    });

    expect(seen).toEqual([{ partnershipId: ours }]);
    // The connection says again what it said before.
    expect(await ofPartnership(prisma, theirs).person.findMany(everything)).toEqual([
      { partnershipId: theirs },
    ]);
    await expect(
      ofPartnership(prisma, ours).$transaction(async (db) => {
        await db.$executeRaw`UPDATE person SET active = active`;
        throw new Error('thought better of it');
      }),
    ).rejects.toThrow('thought better of it');
    expect(await ofPartnership(prisma, theirs).person.findMany(everything)).toEqual([
      { partnershipId: theirs },
    ]);
  });

  it('mixes nothing up when many ask at once, with more of them than connections', async () => {
    const { prisma } = harness.bot;
    const asked = Array.from({ length: 300 }, (_, index) => (index % 3 ? ours : theirs));
    const seen = await Promise.all(
      asked.map(async (id, index) =>
        index % 7 === 0
          ? await ofPartnership(prisma, id).$transaction((db) => db.person.findMany(everything))
          : await ofPartnership(prisma, id).person.findMany(everything),
      ),
    );

    expect(seen).toEqual(asked.map((partnershipId) => [{ partnershipId }]));
  });

  it('has policies on every table with a partnership', async () => {
    const { rows } = await harness.pool.query<{ name: string }>(`
      SELECT c.relname::text AS name FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relrowsecurity AND EXISTS (
        SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'own_partnership' AND p.polcmd = '*')`);

    expect(rows.map(({ name }) => name).sort()).toEqual(
      [...(await ownedTables(harness.pool)).keys()].sort(),
    );
  });

  it('may use the tables and the queue, and neither alter nor empty them', async () => {
    const { pool } = harness.bot;

    for (const statement of [
      'ALTER TABLE person DISABLE ROW LEVEL SECURITY',
      'TRUNCATE snooze',
      'CREATE TABLE more (id int)',
      'DELETE FROM _prisma_migrations',
      "SET session_replication_role = 'replica'",
      'SET ROLE postgres',
    ])
      await expect(pool.query(statement), statement).rejects.toThrow(
        /permission denied|must be owner/,
      );
    await expect(pool.query(`SELECT graphile_worker.add_job('nothing')`)).resolves.toBeTruthy();
    await expect(pool.query('DELETE FROM graphile_worker._private_jobs')).resolves.toBeTruthy();
  });
});

describeOnDatabase('postgresql', 'the script of roles', (harness) => {
  const databases: Database[] = [];
  afterAll(async () => {
    for (const one of databases) await one.close();
  });

  it('hands a record over to its owner, and the bot starts as the other role', async () => {
    const fresh = await freshDatabase(harness.kind);
    const address = fresh.databaseUrl ?? '';
    const { pathname, searchParams } = new URL(address);
    const makeRoles = (password: string) =>
      execFileSync(join(DEPLOY, 'make-roles.sh'), {
        env: {
          PATH: `${findPostgresql()}:${process.env.PATH}`,
          ...{ PGHOST: searchParams.get('host') ?? '', ROLES_SQL: join(DEPLOY, 'roles.sql') },
          ...{ POSTGRES_USER: 'postgres', POSTGRES_DB: pathname.slice(1) },
          ...{ PAP_OWNER_PASSWORD: `owner’s ${password}`, PAP_BOT_PASSWORD: `'; ${password}` },
        },
      });
    const passwords = async () => {
      const { rows } = await harness.pool.query<{ password: string }>(
        `SELECT rolpassword AS password FROM pg_authid WHERE rolname IN ('pap_owner', 'pap_bot') ORDER BY rolname`,
      );
      return rows.map(({ password }) => password);
    };
    makeRoles('first');
    const first = await passwords();
    makeRoles('second');
    const second = await passwords();
    for (const password of [...first, ...second]) expect(password).toMatch(/^SCRAM-SHA-256\$/);
    expect(new Set([...first, ...second]).size).toBe(4);
    const database = await openDatabase({
      ...{ dataFolder: '', role: 'server' },
      ...{ databaseUrl: asRole(address, 'pap_bot'), migrationUrl: asRole(address, 'pap_owner') },
    });
    databases.push(database);
    const owner = new Client({ connectionString: asRole(address, 'pap_owner') });
    await owner.connect();
    const { rows } = await owner.query(`
      SELECT DISTINCT pg_get_userbyid(c.relowner)::text AS owner FROM pg_class c
      WHERE c.relnamespace::regnamespace::text IN ('public', 'graphile_worker') AND c.relkind IN ('r', 'S', 'v')`);
    await owner.query(
      "INSERT INTO partnership (id, key, name, short_name) VALUES (gen_random_uuid(), 'one', 'One', 'One')",
    );
    await owner.end();

    expect(database.keepsApart).toBe(true);
    expect(rows).toEqual([{ owner: 'pap_owner' }]);
    const store = createRecordStore(database.prisma);
    const [partnership] = await store.list();
    expect(partnership?.key).toBe('one');
    const { people } = store.open(partnership?.id ?? '');
    const today = Temporal.PlainDate.from('2024-07-01');
    expect(await people.findActorByEmail('nobody@example.org', today)).toBeNull();
  });
});
