// `/pap admin sar @name`: all that the record holds on a person, as a file (a subject access request).
import {
  makeSubjectFile,
  type SubjectFormat,
} from '../../src/control/privacy/app/subject-access.ts';
import { subjectFileMessage } from '../../src/control/privacy/messages/subject-access.ts';
import { type Command, refused } from '../../src/core/request/app/command.ts';
import { permissionTable, permit } from '../../src/core/request/domain/permissions.ts';
import { findAnybody } from '../../src/people/people/app/find-person.ts';

const VERB = 'admin sar';

export const sar = {
  name: 'sar',
  summary: 'all that the record holds on a person, as a file',
  usage: 'admin sar @name [docx|html|csv]',
  examples: ['admin sar @ella', 'admin sar @ella html', 'admin sar @ella csv'],
  access: permissionTable['subject-access'].says,
  async run(rest, context) {
    const allowed = permit(context.actor, 'subject-access', VERB);
    if (!allowed.ok) return refused(allowed.refusal);
    const [, who = '', form = 'docx'] =
      /^([\s\S]*?)(?:\s+(docx|html|csv))?$/i.exec(rest.trim()) ?? [];
    if (who === '') {
      const problem = 'Say whose file it is to be, for example “admin sar @ella”.';
      return refused({ code: 'usage', verb: VERB, problem });
    }
    const person = await findAnybody(who, context);
    if (!person.ok) return refused(person.refusal);
    const format = form.toLowerCase() as SubjectFormat;
    const { file, rows, tables } = await makeSubjectFile(person.value, format, context);
    const message = subjectFileMessage(person.value.name, { rows, tables, fileName: file.name });
    return { kind: 'reply', message, marked: true, files: [file] };
  },
} satisfies Command;
