// Migrations are applied once and in order, and the record is refused when the files do not fit it.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { applyMigrations } from '../../../../src/core/database/db/apply-migrations.ts';
import { InvariantError } from '../../../../src/core/request/app/faults.ts';
import { describeOnBothDatabases } from '../../../support/database/database-harness.ts';

const FIRST = 'CREATE TABLE one (\n  a int\n);\nINSERT INTO one VALUES (1);\n';
const SECOND = 'ALTER TABLE one ADD COLUMN b int;\n';

describeOnBothDatabases('migrations', (harness) => {
  let folder: string;
  let schema = 0;
  let client: PoolClient;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'migrations-'));
    client = await connectTo(`fresh_${++schema}`);
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true });
    await client.query('RESET search_path');
    client.release();
  });

  /** An empty schema stands in for an empty database. */
  async function connectTo(name: string): Promise<PoolClient> {
    const connected = await harness.pool.connect();
    await connected.query(`CREATE SCHEMA IF NOT EXISTS ${name}; SET search_path = ${name}`);
    return connected;
  }

  function write(name: string, sql: string): void {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'migration.sql'), sql);
  }

  it('are applied in the order of their names, with Prisma’s own bookkeeping', async () => {
    write('2_second', SECOND);
    write('1_first', FIRST);
    writeFileSync(join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n');

    expect(await applyMigrations(client, folder)).toEqual(['1_first', '2_second']);

    const { rows } = await client.query(
      'SELECT migration_name, checksum, finished_at IS NOT NULL AS finished, applied_steps_count FROM _prisma_migrations ORDER BY 1',
    );
    const sha256 = (sql: string) => createHash('sha256').update(sql).digest('hex');
    expect(rows).toEqual([
      {
        migration_name: '1_first',
        checksum: sha256(FIRST),
        finished: true,
        applied_steps_count: 1,
      },
      {
        migration_name: '2_second',
        checksum: sha256(SECOND),
        finished: true,
        applied_steps_count: 1,
      },
    ]);
  });

  it('are applied once, and later only what is new', async () => {
    write('1_first', FIRST);
    await applyMigrations(client, folder);

    expect(await applyMigrations(client, folder)).toEqual([]);
    write('2_second', SECOND);
    expect(await applyMigrations(client, folder)).toEqual(['2_second']);

    const { rows } = await client.query('SELECT a, b FROM one');
    expect(rows).toEqual([{ a: 1, b: null }]);
  });

  it('are applied once by four processes at once', async () => {
    write('1_first', FIRST);
    write('2_second', SECOND);
    const others = await Promise.all([1, 2, 3].map(() => connectTo(`fresh_${schema}`)));

    const applied = await Promise.allSettled(
      [client, ...others].map((each) => applyMigrations(each, folder)),
    );
    for (const other of others) {
      await other.query('RESET search_path');
      other.release();
    }

    const names = applied.flatMap((each) =>
      each.status === 'fulfilled' ? each.value : [String(each.reason)],
    );
    expect(names.sort()).toEqual(['1_first', '2_second']);
  });

  it('leave nothing of one that fails', async () => {
    write('1_first', `${FIRST}SELECT nonsense;`);

    await expect(applyMigrations(client, folder)).rejects.toThrow('nonsense');

    const { rows } = await client.query(`SELECT to_regclass('one') AS one`);
    expect(rows).toEqual([{ one: null }]);
    write('1_first', FIRST);
    expect(await applyMigrations(client, folder)).toEqual(['1_first']);
  });

  it('may have their line endings changed, and nothing else', async () => {
    write('1_first', FIRST);
    await applyMigrations(client, folder);

    write('1_first', FIRST.replaceAll('\n', '\r\n'));
    expect(await applyMigrations(client, folder)).toEqual([]);
    write('1_first', `${FIRST}-- edited\n`);
    await expect(applyMigrations(client, folder)).rejects.toThrow('1_first was edited');
  });

  it('may have come with the other line ending', async () => {
    write('1_first', FIRST.replaceAll('\n', '\r\n'));
    await applyMigrations(client, folder);

    write('1_first', FIRST);
    expect(await applyMigrations(client, folder)).toEqual([]);
  });

  it('are refused when one was begun and not finished', async () => {
    write('1_first', FIRST);
    await applyMigrations(client, folder);
    await client.query('UPDATE _prisma_migrations SET finished_at = NULL');

    await expect(applyMigrations(client, folder)).rejects.toThrow('begun and not finished');
    await client.query('UPDATE _prisma_migrations SET rolled_back_at = now()');
    await client.query('DROP TABLE one');
    expect(await applyMigrations(client, folder)).toEqual(['1_first']);
  });

  it('are refused when the record has one that is not known here', async () => {
    write('1_first', FIRST);
    write('2_second', SECOND);
    await applyMigrations(client, folder);
    rmSync(join(folder, '2_second'), { recursive: true });

    await expect(applyMigrations(client, folder)).rejects.toThrow(InvariantError);
    await expect(applyMigrations(client, folder)).rejects.toThrow('newer version');
  });
});
