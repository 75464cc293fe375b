// `/pap admin audit`: what the office did; `verify` walks every objective's history and names the first break.

import { dated, line, maybe, word, words } from '../../src/core/message/domain/line-form.ts';
import {
  type Command,
  type CommandResult,
  type Given,
  refused,
  reply,
} from '../../src/core/request/app/command.ts';
import { asksOnlyWords, parseWords } from '../../src/core/request/app/parse-words.ts';
import type { Reads, Uses } from '../../src/core/request/app/ports.ts';
import { permissionTable, permit } from '../../src/core/request/domain/permissions.ts';
import { findSeal } from '../../src/plan/history/app/find-seal.ts';
import {
  auditLogMessage,
  chainReportMessage,
  requestEntriesMessage,
} from '../../src/plan/history/messages/audit.ts';
import { sealMessage } from '../../src/plan/history/messages/seal.ts';

const VERB = 'admin audit';
const LOG_LENGTH = 20;

const own = {
  verb: 'admin audit',
  forms: {
    list: dated(line()),
    verify: line(word('verify')),
    request: line(word('request'), words('request', '<reference>')),
    seal: line(word('verify'), maybe(word('seal')), words('seal', '<seal>')),
  },
  examples: ['admin audit verify', 'admin audit', 'admin help audit'],
} as const;

export const audit = {
  ...own,
  name: 'audit',
  summary: 'checks that the history is whole, seals the record, and lists what the office did',
  asAt: { lines: asksOnlyWords(own.forms), answer: (_line, context) => list(context) },
  undated: (line) =>
    line === 'verify'
      ? {
          problem:
            'The history is checked as it stands now, from its first entry on. To see whether it is still what it was on a day, compare the seals that were noted on that day.',
          instead: 'admin audit verify',
        }
      : null,
  access: permissionTable.audit.says,
  async run(rest, context) {
    if (rest === '') return await list(context);
    const { actor, record, partnership, now } = context;
    const allowed = permit(actor, 'audit', VERB);
    if (!allowed.ok) return refused(allowed.refusal);
    const read = parseWords(own, rest);
    if (!read.ok) return refused(read.refusal);
    const { form, said } = read.value;
    if (form === 'seal') return await showSeal(said.seal.toLowerCase(), context);
    if (form === 'request') return await showRequest(said.request.toLowerCase(), context);
    const report = await record.history.verify();
    const seals = await record.seal.compute();
    return reply(chainReportMessage(report, seals, now, partnership.timeZone));
  },
} satisfies Command;

async function showSeal(
  seal: string,
  { record, partnership }: Given<'partnership', Uses<'history' | 'seal'>>,
): Promise<CommandResult> {
  if (!/^[0-9a-f]{64}$/.test(seal))
    return usage('A seal has 64 digits and letters. Give it as you noted it, behind “verify”.');
  const [heads, report] = await Promise.all([record.history.heads(), record.history.verify()]);
  const others = await record.seal.compute();
  const found = findSeal(seal, heads);
  return reply(sealMessage({ seal, found, report, others }, partnership.timeZone));
}

async function showRequest(
  mark: string,
  { record, partnership }: Given<'partnership', Uses<'history'>>,
): Promise<CommandResult> {
  if (!/^[0-9a-f]{12}$/.test(mark))
    return usage(
      'A reference has 12 digits and letters. Give it as it was shown, behind “request”.',
    );
  const entries = await record.history.byRequest(mark);
  return reply(requestEntriesMessage(mark, entries, partnership.timeZone));
}

function usage(problem: string): CommandResult {
  return refused({ code: 'usage', verb: VERB, problem });
}

async function list({
  actor,
  record,
  partnership,
}: Given<'actor' | 'partnership', Reads<'audit'>>): Promise<CommandResult> {
  const allowed = permit(actor, 'audit', VERB);
  if (!allowed.ok) return refused(allowed.refusal);
  return reply(auditLogMessage(await record.audit.list(LOG_LENGTH), partnership.timeZone));
}
