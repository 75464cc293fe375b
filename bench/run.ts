// `npm run bench`: measures the bot against bare programs in the same run and prints what it finds,
// with the targets beside it. `npm run bench -- --short` takes nearly three minutes and says less; `npm run bench -- readers`
// measures the readers of typed text alone, `-- lines` what reading a line costs on a large plan, `-- partnerships` a record
// with a thousand partnerships, `-- lock` what row-level security costs, `-- migrations` an upgrade, `-- imports` plans from files.
import { cpus, loadavg } from 'node:os';
import { compile, type Environment } from './children.ts';
import { type Databases, makeFolder, prepareEmbedded, preparePostgresql } from './databases.ts';
import { printImports } from './imports.ts';
import { printLines } from './lines.ts';
import { printMigrations } from './migrations.ts';
import { measurePacks } from './pack.ts';
import { printPartnerships } from './partnerships.ts';
import { printReaders } from './readers.ts';
import { printChecks, printPacks, printRest, printThroughput } from './report.ts';
import { measureRest, type Rest } from './rest.ts';
import { printLock } from './second-lock.ts';
import { startSlackStub } from './slack-stub.ts';
import { measureThroughput, type Plan, type Throughput } from './throughput.ts';
import { BOT_TOKEN, SIGNING_SECRET, TEAM_ID } from './world.ts';

const FULL: Plan = {
  warmUpSeconds: 4,
  rounds: [
    { concurrency: 50, pairs: 5, seconds: 4 },
    { concurrency: 1, pairs: 3, seconds: 2 },
  ],
};
const SHORT: Plan = {
  warmUpSeconds: 1,
  rounds: [
    { concurrency: 50, pairs: 2, seconds: 1.2 },
    { concurrency: 1, pairs: 1, seconds: 1 },
  ],
};

async function main(short: boolean): Promise<void> {
  const began = performance.now();
  say(
    `${short ? 'Short benchmark' : 'Benchmark'}: Node ${process.version}, ${cpus().length} cores`,
  );
  say(
    `Load of this machine before it: ${loadavg()
      .map((load) => load.toFixed(2))
      .join(' ')}`,
  );
  compile();
  const folder = makeFolder();
  const slack = await startSlackStub();
  const settings = settingsFor(slack.url);
  const databases = await prepare(folder);
  const throughputs: Throughput[] = [];
  for (const each of databases) {
    progress(`updates a second, ${each.kind} …`);
    throughputs.push(await measureThroughput(each, settings.slack, short ? SHORT : FULL));
  }
  const rests: Rest[] = [];
  for (const each of databases) {
    progress(`memory and start-up, ${each.kind} …`);
    rests.push(await measureRest(each, settings.both, short ? 1 : 5));
  }
  slack.stop();
  progress('board packs …');
  const packs = await measurePacks(short);
  say(printThroughput(throughputs));
  say(printChecks(throughputs));
  say(printRest(rests));
  say(printPacks(packs));
  say(`Took ${Math.round((performance.now() - began) / 1_000)} s.`);
}

async function prepare(folder: string): Promise<Databases[]> {
  progress('preparing the databases …');
  const postgresql = await preparePostgresql(folder);
  if (!postgresql) {
    say(
      'PostgreSQL was not found, so it is left out; to have it measured: apt-get install postgresql',
    );
  }
  const embedded = await prepareEmbedded(folder);
  return postgresql ? [postgresql, embedded] : [embedded];
}

function settingsFor(slackApiUrl: string): { slack: Environment; both: Environment } {
  const common = { HOST: '127.0.0.1', PORT: '0', PAP_OPS_PORT: '0', NODE_ENV: 'production' };
  const slack = {
    ...common,
    PAP_PLATFORMS: 'slack',
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_TEAM_ID: TEAM_ID,
    SLACK_API_URL: slackApiUrl,
  };
  const teams = {
    TEAMS_APP_ID: '00000000-0000-4000-8000-00000000000a',
    TEAMS_APP_PASSWORD: 'bench-password',
    TEAMS_TENANT_ID: '00000000-0000-4000-8000-00000000000b',
  };
  return { slack, both: { ...slack, ...teams, PAP_PLATFORMS: 'slack,teams' } };
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}

if (process.argv.includes('readers')) await printReaders(say);
else if (process.argv.includes('lines')) printLines(say);
else if (process.argv.includes('imports')) await printImports(say);
else if (process.argv.includes('partnerships'))
  await printPartnerships(process.argv.includes('--short'), say);
else if (process.argv.includes('lock')) await printLock(process.argv.includes('--short'), say);
else if (process.argv.includes('migrations'))
  await printMigrations(process.argv.includes('--short'), say);
else await main(process.argv.includes('--short'));
