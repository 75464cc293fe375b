// `/pap admin audit`: what the office did; `verify` walks every objective's history and names the first break.

import {
  type Command,
  type CommandResult,
  type Given,
  refused,
  reply,
} from '../../src/core/request/app/command.ts';
import type { Reads } from '../../src/core/request/app/ports.ts';
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

export const audit = {
  name: 'audit',
  summary: 'checks that the history is whole, seals the record, and lists what the office did',
  usage: 'admin audit [verify [<seal>] | request <reference> | at <date>]',
  examples: ['admin audit verify', 'admin audit', 'admin help audit'],
  asAt: { lines: (line) => line === '', answer: (_line, context) => list(context) },
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
    const [, noted] = /^verify\s+(?:seal:?\s*)?([0-9a-f]{64})$/i.exec(rest) ?? [];
    if (noted !== undefined) {
      const seal = noted.toLowerCase();
      const [heads, report] = await Promise.all([record.history.heads(), record.history.verify()]);
      const others = await record.seal.compute();
      return reply(
        sealMessage({ seal, found: findSeal(seal, heads), report, others }, partnership.timeZone),
      );
    }
    const [, mark] = /^request\s+([0-9a-f]{12})$/i.exec(rest) ?? [];
    if (mark !== undefined) {
      const entries = await record.history.byRequest(mark.toLowerCase());
      return reply(requestEntriesMessage(mark.toLowerCase(), entries, partnership.timeZone));
    }
    switch (rest.toLowerCase()) {
      case 'verify':
        return reply(
          chainReportMessage(
            await record.history.verify(),
            await record.seal.compute(),
            now,
            partnership.timeZone,
          ),
        );
      default:
        return refused({
          code: 'usage',
          verb: VERB,
          problem:
            'After “audit” I understand “verify”, alone or with a seal of 64 digits and letters that you noted, and “request” with a reference of 12.',
        });
    }
  },
} satisfies Command;

async function list({
  actor,
  record,
  partnership,
}: Given<'actor' | 'partnership', Reads<'audit'>>): Promise<CommandResult> {
  const allowed = permit(actor, 'audit', VERB);
  if (!allowed.ok) return refused(allowed.refusal);
  return reply(auditLogMessage(await record.audit.list(LOG_LENGTH), partnership.timeZone));
}
