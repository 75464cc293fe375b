// `npm run chaos`: kills, restarts and faults at random, many times over, and counts what became of every
// notification. Ends with 1 when anything was lost, doubled or left without a reason.
//   npm run chaos -- [--database postgres|embedded] [--runs 50] [--kills 4] [--seed N]
import { parseArgs } from 'node:util';
import {
  type ChaosPlaces,
  prepareChaosEmbedded,
  prepareChaosPostgresql,
} from '../test/support/chaos/chaos-places.ts';
import { type ChaosResult, runChaos } from '../test/support/chaos/chaos-run.ts';
import { printChaos, printLine, printStories } from './chaos-report.ts';
import { compile, compiled } from './children.ts';
import { makeFolder } from './databases.ts';

const program = [compiled('test/support/chaos/chaos-bot.ts')];

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      database: { type: 'string', default: 'postgres' },
      runs: { type: 'string', default: '50' },
      kills: { type: 'string', default: '4' },
      seed: { type: 'string', default: '1' },
    },
  });
  const [runs, kills, first] = [values.runs, values.kills, values.seed].map(Number);
  if (!runs || !kills || !Number.isSafeInteger(first))
    throw new Error('--runs, --kills and --seed are whole numbers');
  compile();
  const folder = makeFolder();
  const places = await prepare(values.database, folder);
  const results: ChaosResult[] = [];
  // Stopped early, it tells what it has seen so far.
  process.once('SIGINT', () => {
    process.stdout.write(printChaos(results));
    process.exit(1);
  });
  let failed = 0;
  for (let run = 0; run < runs; run++) {
    const seed = (first ?? 0) + run;
    const place = await places.make();
    try {
      const plan = { seed, kills, replicas: places.replicas, restart: run % 2 === 1, program };
      const result = await runChaos(plan, place);
      results.push(result);
      process.stderr.write(printLine(result, `${run + 1} of ${runs}`));
      process.stderr.write(printStories(result));
      if (result.violations.length > 0) failed++;
    } catch (error) {
      failed++;
      process.stderr.write(`${run + 1} of ${runs}, seed ${seed}, failed: ${String(error)}\n`);
    }
    await place.remove();
  }
  process.stdout.write(printChaos(results));
  return failed === 0;
}

async function prepare(database: string, folder: string): Promise<ChaosPlaces> {
  if (database === 'embedded') return await prepareChaosEmbedded(folder);
  if (database !== 'postgres') throw new Error('--database is postgres or embedded');
  const places = await prepareChaosPostgresql(folder);
  if (!places) throw new Error('PostgreSQL was not found; to have it: apt-get install postgresql');
  return places;
}

process.exit((await main()) ? 0 : 1);
