// A process that updates 2B:2 over and over and says each time when the bot has acknowledged it; in
// between it runs the chase job. It is there to be killed.

import { commands } from '../../../commands/index.ts';
import { chaseOwners } from '../../../scheduled/chase-owners.ts';
import { fileFormats } from '../../../src/files/formats.ts';
import { createLog } from '../../../src/log.ts';
import { demoClock, ensureDemo, openRecord } from '../../../src/open-record.ts';
import { createDispatch } from '../../../src/service/dispatch/app/dispatch-command.ts';
import { runJob } from '../../../src/service/jobs/app/run-job.ts';
import { terminalInbound } from '../world/plan-world.ts';

const [folder = '', start = '0'] = process.argv.slice(2);
const log = createLog('error');
const record = await openRecord(
  { databaseUrl: undefined, dataFolder: folder, logLevel: 'error' },
  'server',
  log,
  () => {},
);
const partnership = await ensureDemo(record, log);
if (!partnership) throw new Error('not a demonstration');
const clock = demoClock(record, partnership.id);
const parts = { store: record.store, clock, log };
const handle = createDispatch({ ...parts, commands, directories: [], files: fileFormats });

for (let count = Number(start); ; count++) {
  const rag = count % 2 === 0 ? 'amber' : 'red';
  const reply = await handle(
    terminalInbound('owner@example.org', `update 2B:2 ${rag} note ${count}`),
  );
  if (reply?.outcome !== 'done') throw new Error(`not recorded: ${reply?.code}`);
  process.stdout.write(`acknowledged ${count}\n`);
  if (count % 5 === 0)
    await runJob({ ...chaseOwners, slot: (now) => now.add({ milliseconds: count }) }, parts);
}
