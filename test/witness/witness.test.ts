// Records that earlier versions made, with what was seen of them then: each is opened with today's code and has to
// migrate, say the same, send nothing and take its old buttons. README.md says how a witness is added.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openDatabase } from '../../src/core/database/db/open-database.ts';
import { databaseUrl, findPostgresql } from '../support/database/database-cluster.ts';
import { announceMissing, freshDatabase } from '../support/database/database-harness.ts';
import { lostByImport, seedEmpty } from './archive.ts';
import { openWitnessBot, type WitnessBot } from './bot.ts';
import { cast, everybody } from './cast.ts';
import { differences, unknownNames } from './compare.ts';
import {
  folderOf,
  KINDS,
  type Kind,
  type Opened,
  openKept,
  readArchive,
  readButtons,
  readChanges,
  readSeen,
  witnesses,
} from './kept.ts';
import {
  answerNames,
  askAll,
  filesOf,
  ofJobsThen,
  pressAll,
  pressNames,
  rerun,
  rerunNames,
  sealOf,
  strangeKeys,
  unexplained,
} from './observe.ts';

function describeWitness(name: string, kind: Kind): void {
  const title = `the witness ${name} (${kind})`;
  if (!findPostgresql() && kind === 'postgresql') {
    announceMissing(title, 'PostgreSQL', 'apt-get install postgresql');
    return;
  }
  // Each test goes on from the one before, as the generator did.
  describe(title, () => {
    const seen = readSeen(name, kind);
    const buttons = readButtons(name, kind);
    const changes = readChanges(name);
    let opened: Opened;
    let bot: WitnessBot;
    let empty: Awaited<ReturnType<typeof freshDatabase>>;
    beforeAll(async () => {
      // An empty record, for the archive; for PostgreSQL it also starts the cluster.
      empty = await freshDatabase(kind);
      const folder = inject('databaseFolder');
      opened = await openKept(name, kind, { folder, adminUrl: databaseUrl(folder, 'postgres') });
      bot = await openWitnessBot(opened.database, {
        at: seen.moment,
        queue: false,
        cast: everybody,
      });
    });
    afterAll(async () => {
      await bot?.close();
      await opened?.close();
      await empty?.remove();
    });

    it('comes up to date', async () => {
      expect(await opened.database.isMigrated()).toBe(true);
    });

    it('has the same seal', async () => {
      expect(await sealOf(bot)).toBe(seen.seal);
    });

    it('answers as it did', async () => {
      const answers = await askAll(bot, seen.answers);

      expect(differences(answerNames(seen.answers), answerNames(answers), changes)).toEqual([]);
    }, 60_000);

    it('hands out its pack byte for byte', async () => {
      const files = await filesOf(bot, 'pack');

      expect(files.map((one) => one.name)).toEqual(seen.pack);
      for (const { name: file, bytes } of files)
        expect(readFileSync(join(folderOf(name, kind), file)).equals(bytes), file).toBe(true);
    });

    it('knows what it queued by the keys that it had', async () => {
      expect(await strangeKeys(bot)).toEqual([]);
    });

    it('queues and sends nothing anew', async () => {
      const again = await rerun(bot);

      expect(again.newlyQueued).toEqual([]);
      expect(again.sentAgain).toEqual([]);
      const { rerun: then, newer } = ofJobsThen(again, seen.rerun);
      expect(newer).toEqual([]);
      expect(differences(rerunNames(seen.rerun), rerunNames(then), changes)).toEqual([]);
    }, 60_000);

    it('takes its old buttons and forms', async () => {
      const pressed = await pressAll(bot, buttons);

      expect(unexplained(pressed), bot.complaints.join('\n')).toEqual([]);
      expect(differences(pressNames(buttons), pressNames(pressed), changes)).toEqual([]);
    }, 60_000);

    it('knows its seal when more was recorded', async () => {
      const reply = await bot.terminal(cast.ben.email, `admin audit verify ${seen.seal}`);

      expect(reply.message.title).toBe('The record had this seal');
    });

    it('gives an empty record its archive without loss', async () => {
      const database = await openDatabase({ ...empty, role: 'server' });
      await seedEmpty(database);
      const taker = await openWitnessBot(database, { at: seen.moment, queue: false, cast: [] });
      const lost = await lostByImport(taker, readArchive(name, kind));
      await taker.close();
      await database.close();

      expect(lost).toEqual([]);
    }, 60_000);

    it('lists no change of what was never seen', () => {
      const names = [answerNames(seen.answers), rerunNames(seen.rerun), pressNames(buttons)];

      expect(unknownNames(changes, new Set(names.flatMap((one) => [...one.keys()])))).toEqual([]);
    });
  });
}

for (const name of witnesses()) for (const kind of KINDS) describeWitness(name, kind);

it('finds its witnesses', () => {
  expect(witnesses().length).toBeGreaterThan(0);
});
