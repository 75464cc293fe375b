// Makes a witness of the present version: `npm run witness -- 2026-11-29`. Plays the story on an empty record of each
// database, keeps it, opens what it kept as the test will, and writes down what is seen.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/core/database/db/open-database.ts';
import {
  databaseUrl,
  findPostgresql,
  startCluster,
  stopCluster,
} from '../support/database/database-cluster.ts';
import { openWitnessBot } from './bot.ts';
import { type Button, collectButtons } from './buttons.ts';
import { everybody } from './cast.ts';
import { missingKinds } from './coverage.ts';
import {
  begin,
  folderOf,
  KINDS,
  type Kind,
  openKept,
  recordFile,
  write,
  writeArchive,
} from './kept.ts';
import { askAll, filesOf, pressAll, rerun, sealOf, strangeKeys, unexplained } from './observe.ts';
import { loadWitnessPlan, play } from './play.ts';
import { questions } from './questions.ts';
import { createDatabase, dump, packFolder, removeFolder } from './record-files.ts';
import { MOMENT, START } from './story.ts';

const BUTTONS_EACH = 20;
/** Leaves no room for what was deleted, and of the log only what a start reads: the archive is a third as large. */
const COMPACT = [
  ...['VACUUM FULL', 'SET wal_recycle = off', 'CHECKPOINT'],
  ...['SELECT pg_switch_wal()', 'CHECKPOINT'],
];

type Place = { readonly folder: string; readonly adminUrl: string };

/** Plays the story and keeps the record; what was sent with buttons comes back. */
async function keep(name: string, kind: Kind, { folder, adminUrl }: Place): Promise<Button[]> {
  const dataFolder = mkdtempSync(join(folder, 'played-'));
  const url = kind === 'postgresql' ? adminUrl.replace('/postgres?', '/played?') : undefined;
  if (url) await createDatabase(adminUrl, 'played');
  const database = await openDatabase({ dataFolder, databaseUrl: url, role: 'server' });
  await loadWitnessPlan(database);
  const bot = await openWitnessBot(database, { at: START, queue: true, cast: everybody });
  const surprises = await play(bot);
  const missing = await missingKinds(database);
  const buttons = collectButtons(bot);
  insist(surprises, `the story went otherwise\n${bot.complaints.join('\n')}`);
  insist(missing, 'not every kind of row stands');
  for (const platform of ['slack', 'teams'])
    if (buttons.filter((one) => one.kind.startsWith(platform)).length < BUTTONS_EACH)
      throw new Error(`fewer than ${BUTTONS_EACH} buttons were sent to ${platform}`);
  await bot.close();
  if (kind === 'embedded') for (const line of COMPACT) await database.pool.query(line);
  await database.close();
  if (url) dump(url, recordFile(name, kind));
  else packFolder(dataFolder, recordFile(name, kind));
  removeFolder(dataFolder);
  return buttons;
}

/** Opens what was kept, looks at it as the test does, and writes down what is seen. */
async function see(name: string, kind: Kind, place: Place, buttons: readonly Button[]) {
  const { database, close } = await openKept(name, kind, place);
  const bot = await openWitnessBot(database, { at: MOMENT, queue: false, cast: everybody });
  const seal = await sealOf(bot);
  const answers = await askAll(bot, questions);
  const pack = await filesOf(bot, 'pack');
  for (const { name: file, bytes } of pack) writeFileSync(join(folderOf(name, kind), file), bytes);
  const [archive] = await filesOf(bot, 'archive');
  if (archive) writeArchive(name, kind, archive.bytes);
  insist(await strangeKeys(bot), 'a job is not known by its keys');
  const again = await rerun(bot);
  insist([...again.newlyQueued, ...again.sentAgain], 'something goes out twice');
  const pressed = await pressAll(bot, buttons);
  insist(unexplained(pressed), 'a button is not understood');
  write(
    name,
    kind,
    { moment: MOMENT, seal, answers, rerun: again, pack: pack.map((one) => one.name) },
    pressed,
  );
  await bot.close();
  await close();
}

function insist(problems: readonly string[], what: string): void {
  if (problems.length > 0) throw new Error(`${what}:\n${problems.join('\n')}`);
}

async function main([name]: readonly string[]): Promise<void> {
  const programs = findPostgresql();
  if (!name || !/^[\w.-]+$/.test(name)) throw new Error('name it: npm run witness -- 2026-11-29');
  if (!programs) throw new Error('PostgreSQL was not found: apt-get install postgresql');
  const folder = mkdtempSync(join(tmpdir(), 'pap-witness-'));
  await chmod(folder, 0o755);
  begin(name);
  startCluster(folder, programs);
  const place = { folder, adminUrl: databaseUrl(folder, 'postgres') };
  try {
    for (const kind of KINDS) {
      const buttons = await keep(name, kind, place);
      await see(name, kind, place, buttons);
    }
  } finally {
    stopCluster(folder);
    removeFolder(folder);
  }
}

main(process.argv.slice(2)).then(
  // The send that a kill leaves behind never ends.
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
