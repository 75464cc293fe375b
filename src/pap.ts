// The terminal client: one command in its own process. It exits 0 (done), 2 (refused) or 1 (a fault).
import { dirname, resolve } from 'node:path';
import { createDemoCommand } from '../commands/demo.ts';
import { commands } from '../commands/index.ts';
import { jobs } from '../scheduled/index.ts';
import { fileFor, namedFile, writeFiles } from './chat/terminal/files.ts';
import { parseTerminal, type TerminalRequest, terminalUsage } from './chat/terminal/inbound.ts';
import { renderTerminal } from './chat/terminal/render.ts';
import { parseRecordConfig, type RecordConfig } from './config.ts';
import { PlanDataError } from './control/plan-folders/files/load-plan-folder.ts';
import { isExplained, NoRecord } from './core/request/app/faults.ts';
import type { Reply } from './core/request/app/inbound.ts';
import type { Log } from './core/request/app/ports.ts';
import { whileTold } from './core/request/app/while-told.ts';
import { fileFormats } from './files/formats.ts';
import { createLog } from './log.ts';
import { demoClock, ensureDemo, type OpenRecord, openRecord, realClock } from './open-record.ts';
import { createDispatch } from './service/dispatch/app/dispatch-command.ts';

const NO_PLAN =
  'The record holds no plan yet: load one with “npm run setup -- my-plan.xlsx” (docs/operations.md), or try --demo.';

async function main(): Promise<number> {
  const request = parseTerminal(process.argv.slice(2));
  if (!request) return stop('usage', terminalUsage);
  const environment = { LOG_LEVEL: 'error', ...process.env };
  const config = parseRecordConfig(environment, request.demo ? '.pap/demo' : '.pap/record');
  const log = createLog(config.logLevel);
  // Only a demonstration is made here: an empty record would stand where a real one was lost.
  const onFirstStart = request.demo
    ? () => process.stderr.write('Making a new record; this takes a few seconds …\n')
    : null;
  const record = await openRecord(config, 'any', log, onFirstStart);
  try {
    const reply = await whileWorking(run(withFile(request), record, log, config));
    if (typeof reply === 'number') return reply;
    const { stdout, stderr, exitCode } = renderTerminal(reply, request.json);
    process.stdout.write(stdout);
    process.stderr.write(stderr);
    return writeReplyFiles(reply, request.out) ? exitCode : 2;
  } finally {
    await record.close();
  }
}

/** What takes long, such as an import, says so to whoever looks on; it begins with a line and goes on with points. */
async function whileWorking<T>(work: Promise<T>): Promise<T> {
  if (!process.stderr.isTTY) return await work;
  let told = false;
  const tell = () => {
    process.stderr.write(told ? '.' : 'Working on it ');
    told = true;
  };
  try {
    return await whileTold(work, tell, () => {});
  } finally {
    if (told) process.stderr.write('\n');
  }
}

/** False: the answer has no file of the form that was asked for. */
function writeReplyFiles({ files = [], outcome }: Reply, out: string | null): boolean {
  const chosen = out === null ? null : fileFor(files, out);
  if (out !== null && outcome === 'done' && !chosen) {
    process.stderr.write(`no-file: the answer has no file for ${out}\n`);
    return false;
  }
  const written = chosen
    ? writeFiles([chosen], dirname(resolve(out ?? '')))
    : writeFiles(files, process.cwd());
  for (const path of written) process.stderr.write(`Written: ${path}\n`);
  return true;
}

function withFile({ inbound, ...request }: TerminalRequest): TerminalRequest {
  const file = namedFile(inbound.text);
  return { ...request, inbound: file ? { ...inbound, file } : inbound };
}

async function run(
  { demo, inbound }: TerminalRequest,
  record: OpenRecord,
  log: Log,
  { publicUrl }: RecordConfig,
): Promise<Reply | number> {
  const parts = { store: record.store, log, directories: [], files: fileFormats, publicUrl };
  if (demo) {
    const partnership = await ensureDemo(record, log);
    if (!partnership)
      return stop(
        'not-a-demo',
        'This record is not a demonstration; leave --demo out, or name another folder with PAP_DATA_DIR.',
      );
    const clock = demoClock(record, partnership.id);
    const demoCommand = createDemoCommand({ ...parts, clock, jobs, setClock: record.clocks.set });
    return (
      (await createDispatch({ ...parts, clock, commands: [...commands, demoCommand] })(inbound)) ??
      1
    );
  }
  const [first] = await record.store.list();
  if (!first) return stop('no-plan', NO_PLAN);
  if (await record.clocks.read(first.id))
    return stop('demo-record', 'This record is a demonstration; add --demo.');
  return (await createDispatch({ ...parts, clock: realClock, commands })(inbound)) ?? 1;
}

function stop(code: string, sentence: string): number {
  process.stderr.write(`${code}: ${sentence}\n`);
  return 2;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (error instanceof NoRecord) process.exitCode = stop('no-plan', `${NO_PLAN} ${error.message}`);
  else {
    if (isExplained(error) || error instanceof PlanDataError)
      process.stderr.write(`${error.message}\n`);
    else {
      createLog('error').error({ err: error }, 'the terminal client failed');
      process.stderr.write('Something went wrong; the line above says where.\n');
    }
    process.exitCode = 1;
  }
}
