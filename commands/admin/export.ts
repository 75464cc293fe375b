// `/pap admin export`: the whole plan as a file, so that nobody is locked in.

import { type ExportFormat, exportPlan } from '../../src/control/imports/app/export-plan.ts';
import { exportFormsMessage, exportMessage } from '../../src/control/imports/messages/export.ts';
import { choice, line, maybe } from '../../src/core/message/domain/line-form.ts';
import { type Command, refused, reply } from '../../src/core/request/app/command.ts';
import { parseWords } from '../../src/core/request/app/parse-words.ts';
import { permissionTable, permit } from '../../src/core/request/domain/permissions.ts';

const VERB = 'admin export';

const own = {
  verb: 'admin export',
  forms: {
    export: line(maybe(choice('format', 'xlsx', 'csv', 'json'))),
  },
  examples: ['admin export xlsx', 'admin export csv', 'admin export json'],
} as const;

export const exportVerb = {
  ...own,
  name: 'export',
  summary: 'the whole plan, history included, as a file',
  access: permissionTable.export.says,
  async run(rest, context) {
    const allowed = permit(context.actor, 'export', VERB);
    if (!allowed.ok) return refused(allowed.refusal);
    const read = parseWords(own, rest);
    if (!read.ok) return refused(read.refusal);
    const words = read.value.said.format;
    if (!isFormat(words)) return reply(exportFormsMessage());
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
