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
import { auditLogMessage, chainReportMessage } from '../../src/plan/history/messages/audit.ts';

const VERB = 'admin audit';
const LOG_LENGTH = 20;

export const audit = {
  name: 'audit',
  summary: 'checks that the history is whole, seals the record, and lists what the office did',
  usage: 'admin audit [verify | at <date>]',
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
          problem: 'After “audit” I only understand “verify”.',
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
