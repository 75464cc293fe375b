// `npm run simulate`: a year of cycles for 153 partnerships of about 150 objectives on a fake clock, held to the
// rules of the chase by a checker that knows nothing else. `-- --partnerships 10 --objectives 60 --seed 7` is
// a smaller or another one. Exits 1 when a rule was broken.
import { fork } from 'node:child_process';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Order, Report } from './simulate-some.ts';
import { addCounts, printCounts } from './simulation/count-story.ts';
import { schoolYear } from './simulation/setting.ts';

const { values } = parseArgs({
  options: {
    partnerships: { type: 'string', default: '153' },
    objectives: { type: 'string', default: '150' },
    seed: { type: 'string', default: '1' },
    processes: { type: 'string', default: String(cpus().length) },
  },
});

/** Gives every process the next partnership until none is left. */
async function simulateAll(orders: Order[], processes: number): Promise<Report[]> {
  const reports: Report[] = [];
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const child = fork(join(import.meta.dirname, 'simulate-some.ts'), {
        execArgv: ['--import', 'tsx'],
      });
      const next = () => {
        const order = orders.shift();
        if (order) child.send(order);
        else child.kill();
      };
      child.on('message', (report: Report) => {
        reports.push(report);
        for (const story of report.stories) console.log(story);
        process.stderr.write(`\r${reports.length} lived, ${orders.length} wait   `);
        next();
      });
      child.on('error', reject);
      child.on('exit', (code, signal) =>
        code === 0 || signal === 'SIGTERM'
          ? resolve()
          : reject(new Error(`a process ended with ${code ?? signal}`)),
      );
      next();
    });
  await Promise.all(Array.from({ length: processes }, work));
  process.stderr.write('\n');
  return reports;
}

function numberOf(name: keyof typeof values): number {
  const number = Number(values[name]);
  if (!Number.isInteger(number) || number < 1) {
    console.error(`--${name} takes a whole number from 1 on`);
    process.exit(2);
  }
  return number;
}

const began = performance.now();
const seed = numberOf('seed');
const size = { objectives: numberOf('objectives'), ...schoolYear };
const orders = Array.from({ length: numberOf('partnerships') }, (_, number) => ({
  ...{ seed, number, size },
}));
const reports = await simulateAll(orders, numberOf('processes'));
const broken = reports.reduce((sum, one) => sum + one.broken, 0);
console.log(printCounts(addCounts(reports.map(({ counts }) => counts)), seed));
console.log(`rules broken: ${broken}`);
console.log(`took ${Math.round((performance.now() - began) / 1_000)} s`);
if (broken > 0) process.exitCode = 1;
