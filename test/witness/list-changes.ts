// Lists in `changed-on-purpose.json` of every witness what today's code answers otherwise:
// `npm run witness:changed -- 12 "The reason stays with its rating"`. What it lists is to be read, line by line, before
// it is committed: a line that nobody meant to change is a fault of the code.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWitnessBot } from './bot.ts';
import { everybody } from './cast.ts';
import { listed, type Named } from './compare.ts';
import { openKept, readButtons, readChanges, readSeen, witnesses, writeChanges } from './kept.ts';
import {
  answerNames,
  askAll,
  ofJobsThen,
  pressAll,
  pressNames,
  rerun,
  rerunNames,
  strangeKeys,
} from './observe.ts';
import { removeFolder } from './record-files.ts';

async function listIn(name: string, folder: string, change: { issue: string; why: string }) {
  const seen = readSeen(name, 'embedded');
  const buttons = readButtons(name, 'embedded');
  const { database, close } = await openKept(name, 'embedded', { folder, adminUrl: '' });
  const bot = await openWitnessBot(database, { at: seen.moment, queue: false, cast: everybody });
  // In the order of the test: each step leaves the record as the next one finds it.
  const answers = await askAll(bot, seen.answers);
  await strangeKeys(bot);
  const again = await rerun(bot);
  const pressed = await pressAll(bot, buttons);
  await bot.close();
  await close();
  const before = all(answerNames(seen.answers), rerunNames(seen.rerun), pressNames(buttons));
  const { rerun: then } = ofJobsThen(again, seen.rerun);
  const now = all(answerNames(answers), rerunNames(then), pressNames(pressed));
  const changes = listed(before, now, readChanges(name), change);
  writeChanges(name, changes);
  console.log(`${name}: ${changes.length} answers are listed`);
}

function all(...parts: readonly Named[]): Named {
  return new Map(parts.flatMap((part) => [...part]));
}

async function main([issue, why]: readonly string[]): Promise<void> {
  if (!issue || !why) throw new Error('say which issue and why: npm run witness:changed -- 12 "…"');
  const folder = mkdtempSync(join(tmpdir(), 'pap-witness-'));
  try {
    for (const name of witnesses()) await listIn(name, folder, { issue, why });
  } finally {
    removeFolder(folder);
  }
}

await main(process.argv.slice(2));
process.exit(0);
