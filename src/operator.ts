// The operator's terminal: whole partnerships of a record are set up, listed, switched off and on, exported and erased here
// and nowhere else. It exits 0 (done), 2 (refused) or 1 (a fault), as the terminal client does.
import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { renderTerminal } from './chat/terminal/render.ts';
import { parseOperators, parseRecordConfig } from './config.ts';
import { PlanDataError } from './control/plan-folders/files/load-plan-folder.ts';
import type { Message } from './core/message/messages/message.ts';
import { isExplained } from './core/request/app/faults.ts';
import type { Reply } from './core/request/app/inbound.ts';
import { ok, type Result, refuse } from './core/request/domain/result.ts';
import { createLog } from './log.ts';
import { loadFolders, type OpenRecord, openAsOwner, realClock } from './open-record.ts';
import { refusalMessage } from './service/dispatch/messages/refusal-text.ts';
import {
  bindPlace,
  type ExportFile,
  erasePartnership,
  exportPartnership,
  listOperatorEvents,
  listPartnerships,
  noteSetUp,
  type Operating,
  switchPartnership,
} from './service/record/app/operate.ts';
import { createOperatorStore } from './service/record/db/operator-store.ts';
import { permitOperator } from './service/record/domain/operator.ts';
import { type OperatorLine, parseOperatorLine } from './service/record/domain/operator-line.ts';
import {
  doneMessage,
  eraseQuestion,
  exportedMessage,
  operatorAuditMessage,
  partnershipsMessage,
  total,
} from './service/record/messages/operator.ts';

async function main(argv: readonly string[]): Promise<number> {
  const line = parseOperatorLine(argv);
  if (!line.ok) return print(refuse(line.refusal));
  const operators = parseOperators(process.env);
  const allowed = permitOperator(line.value.as, operators);
  if (!allowed.ok) return print(refuse(allowed.refusal));
  const config = parseRecordConfig({ LOG_LEVEL: 'error', ...process.env });
  const onFirstStart =
    line.value.verb === 'set-up' ? () => process.stderr.write('Making a new record …\n') : null;
  const record = await openAsOwner(config, createLog(config.logLevel), onFirstStart);
  try {
    const now = await realClock.now();
    const store = createOperatorStore(record.database.prisma);
    return print(await run(line.value, record, { store, operator: line.value.as, operators, now }));
  } finally {
    await record.close();
  }
}

async function run(
  line: OperatorLine,
  record: OpenRecord,
  on: Operating,
): Promise<Result<Message>> {
  switch (line.verb) {
    case 'list':
      return said(await listPartnerships(on), partnershipsMessage);
    case 'audit':
      return said(await listOperatorEvents(on, line.key), operatorAuditMessage);
    case 'set-up': {
      const { key } = await loadFolders(record, line.folders, on.now);
      return said(await noteSetUp(on, key), ({ name }) =>
        doneMessage(`${name} is set up`, 'A bot that runs serves it within a minute.'),
      );
    }
    case 'bind':
      return said(await bindPlace(on, line.key, line.platform, line.tenantId), ({ name }) =>
        doneMessage(`${line.tenantId} stands for ${name} too`),
      );
    case 'off':
    case 'on':
      return said(
        await switchPartnership(on, line.key, line.verb === 'off', line.reason),
        ({ name }) =>
          line.verb === 'off'
            ? doneMessage(
                `${name} is switched off`,
                'Nothing is sent, and words are answered with a sentence. The record is kept.',
              )
            : doneMessage(`${name} is switched on`, 'What was waiting goes out.'),
      );
    case 'export':
      return said(
        await exportPartnership(on, line.key, () => newFile(line.file)),
        ({ subject, sha256, rows }) => exportedMessage(subject, line.file, sha256, rows),
      );
    case 'erase':
      return said(await erasePartnership(on, line.key, line), ({ subject, step, check, rows }) =>
        step === 'erase'
          ? doneMessage(
              `${subject.name} was erased`,
              `${total(rows)} rows went. What operators did stays in “audit”.`,
            )
          : eraseQuestion(subject, step, check, rows),
      );
    default:
      return line satisfies never;
  }
}

function said<T>(result: Result<T>, words: (value: T) => Message): Result<Message> {
  return result.ok ? ok(words(result.value)) : refuse(result.refusal);
}

/** A new file; one that is there is never written over. */
function newFile(path: string): ExportFile {
  const file = openSync(path, 'wx', 0o600);
  const digest = createHash('sha256');
  return {
    write(line) {
      digest.update(`${line}\n`);
      writeSync(file, `${line}\n`);
    },
    async finish() {
      closeSync(file);
      return digest.digest('hex');
    },
  };
}

function print(result: Result<Message>): number {
  const reply: Reply = result.ok
    ? { message: result.value, audience: 'private', outcome: 'done' }
    : {
        message: refusalMessage(result.refusal),
        ...{ audience: 'private', outcome: 'refused', code: result.refusal.code },
      };
  const { stdout, stderr, exitCode } = renderTerminal(reply, false);
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  return exitCode;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (isExplained(error) || error instanceof PlanDataError)
    process.stderr.write(`${error.message}\n`);
  else createLog('error').error({ err: error }, 'the operator’s terminal failed');
  process.exitCode = 1;
}
