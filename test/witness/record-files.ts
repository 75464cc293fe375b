// A record as a file of a witness, and back: the embedded folder as an archive, a PostgreSQL as its plain dump.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Client } from 'pg';
import { findPostgresql } from '../support/database/database-cluster.ts';

/** Packs the folder of an embedded record that nobody has open. */
export function packFolder(dataFolder: string, file: string): void {
  const tar = run('tar', ['-C', dataFolder, '-cf', '-', 'postgres']);
  writeFileSync(file, gzipSync(tar, { level: 9 }));
}

/** Unpacks it into a new folder inside `within`. */
export function unpackFolder(file: string, within: string): string {
  const folder = mkdtempSync(join(within, 'witness-'));
  run('tar', ['-C', folder, '-xf', '-'], gunzipSync(readFileSync(file)));
  return folder;
}

/** Dumps a database as plain SQL. */
export function dump(databaseUrl: string, file: string): void {
  const sql = run(program('pg_dump'), ['--no-owner', '--no-privileges', databaseUrl]);
  writeFileSync(file, gzipSync(sql, { level: 9 }));
}

/** Restores a dump into an empty database. Lines for another version's client or server are left out. */
export function restore(file: string, databaseUrl: string): void {
  const sql = gunzipSync(readFileSync(file)).toString('utf8');
  const known = sql.replace(/^(?:\\(?:un)?restrict .*|SET transaction_timeout = .*)$/gm, '');
  const args = ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', databaseUrl];
  run(program('psql'), args, Buffer.from(known));
}

/** A database without any table in the cluster that `adminUrl` leads to. */
export async function createDatabase(adminUrl: string, name: string): Promise<void> {
  await administer(adminUrl, `CREATE DATABASE ${name}`);
}

export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await administer(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`);
}

async function administer(adminUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

function program(name: string): string {
  return join(findPostgresql() ?? '', name);
}

function run(command: string, args: readonly string[], input?: Buffer): Buffer {
  const ran = spawnSync(command, args, { input, maxBuffer: 1 << 30 });
  if (ran.status !== 0)
    throw new Error(`${command} failed: ${ran.error?.message ?? ran.stderr.toString()}`);
  return ran.stdout;
}
