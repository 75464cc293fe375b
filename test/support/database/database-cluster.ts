// A PostgreSQL of the tests' own: a throw-away cluster in a folder, reached by its socket only.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const INSTALLED = '/usr/lib/postgresql';

/** The folder of PostgreSQL's programs, the newest version first; null when there is none. */
export function findPostgresql(): string | null {
  const installed = existsSync(INSTALLED)
    ? readdirSync(INSTALLED).sort((a, b) => Number(b) - Number(a))
    : [];
  const folders = [
    ...installed.map((version) => join(INSTALLED, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return (
    folders.find(
      (folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')),
    ) ?? null
  );
}

/** Nothing in the cluster of a test run outlives it. */
const THROW_AWAY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** Makes and starts the cluster of a run. */
export function startCluster(shared: string, programs: string, durability = THROW_AWAY): void {
  const { root, data } = places(shared);
  mkdirSync(root);
  const owner = serverUser();
  if (owner) chownSync(root, owner.uid, owner.gid);
  run(programs, 'initdb', [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C',
    '-N',
  ]);
  const settings = [
    ...['listen_addresses=', `unix_socket_directories=${root}`, 'max_connections=200'],
    // Far from ours, so that a moment written without its zone shows.
    'timezone=Asia/Tokyo',
    ...durability,
  ];
  const options = settings.map((setting) => `-c ${setting}`).join(' ');
  run(programs, 'pg_ctl', ['-D', data, '-w', '-l', join(root, 'log'), '-o', options, 'start']);
}

/** Stops the cluster of a run, if it has one. */
export function stopCluster(shared: string): void {
  const { data } = places(shared);
  const programs = findPostgresql();
  if (programs && existsSync(join(data, 'postmaster.pid')))
    run(programs, 'pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
}

/** Restarts it as after a crash: every connection breaks, and what was committed is read back from its log. */
export async function restartCluster(shared: string, programs: string): Promise<void> {
  // Not run(): whoever serves beside it in this process goes on.
  const args = ['-D', places(shared).data, '-w', '-m', 'immediate', 'restart'];
  const child = spawn(join(programs, 'pg_ctl'), args, {
    ...serverUser(),
    cwd: '/',
    stdio: 'ignore',
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`the cluster did not restart: ${code}`);
}

/** The URL of one of the cluster's databases. */
export function databaseUrl(shared: string, database: string): string {
  return `postgresql://postgres@localhost/${database}?host=${encodeURIComponent(places(shared).root)}`;
}

function places(shared: string): { root: string; data: string } {
  const root = join(shared, 'cluster');
  return { root, data: join(root, 'data') };
}

/** PostgreSQL refuses to run as root: then its own system user runs it. */
function serverUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const idOf = (flag: string) =>
    Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function run(programs: string, program: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(join(programs, program), args, {
    ...serverUser(),
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    timeout: 60_000,
  });
  if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr}`);
}
