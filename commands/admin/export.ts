// `/pap admin export`: the whole plan as a file, so that nobody is locked in.

import { type ExportFormat, exportPlan } from '../../src/control/imports/app/export-plan.ts';
import { exportFormsMessage, exportMessage } from '../../src/control/imports/messages/export.ts';
import { type Command, refused, reply } from '../../src/core/request/app/command.ts';
import { permissionTable, permit } from '../../src/core/request/domain/permissions.ts';

const VERB = 'admin export';

export const exportVerb = {
  name: 'export',
  summary: 'the whole plan, history included, as a file',
  usage: 'admin export [xlsx|csv|json]',
  examples: ['admin export xlsx', 'admin export csv', 'admin export json'],
  access: permissionTable.export.says,
  async run(rest, context) {
    const allowed = permit(context.actor, 'export', VERB);
    if (!allowed.ok) return refused(allowed.refusal);
    const words = rest.trim().toLowerCase();
    if (words === '') return reply(exportFormsMessage());
    if (!isFormat(words)) {
      const problem = 'After “admin export” I understand “xlsx”, “csv” and “json”.';
      return refused({ code: 'usage', verb: VERB, problem });
    }
    const { file, ...facts } = await exportPlan(words, context);
    const message = exportMessage({
      ...facts,
      ...{ name: file.name, bytes: file.bytes.length, format: words },
    });
    return { kind: 'reply', message, marked: true, files: [file] };
  },
} satisfies Command;

function isFormat(words: string): words is ExportFormat {
  return words === 'xlsx' || words === 'csv' || words === 'json';
}
