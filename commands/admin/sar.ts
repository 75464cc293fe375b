// `/pap admin sar @name`: all that the record holds on a person, as a file (a subject access request).

import {
  makeSubjectFile,
  type SubjectFormat,
} from '../../src/control/privacy/app/subject-access.ts';
import { subjectFileMessage } from '../../src/control/privacy/messages/subject-access.ts';
import { choice, line, maybe, person } from '../../src/core/message/domain/line-form.ts';
import { type Command, refused } from '../../src/core/request/app/command.ts';
import { parseWords } from '../../src/core/request/app/parse-words.ts';
import { permissionTable, permit } from '../../src/core/request/domain/permissions.ts';
import { findAnybody } from '../../src/people/people/app/find-person.ts';

const VERB = 'admin sar';

const own = {
  verb: 'admin sar',
  forms: {
    file: line(person('who'), maybe(choice('format', 'docx', 'html', 'csv'))),
  },
  examples: ['admin sar @ella', 'admin sar @ella html', 'admin sar @ella csv'],
} as const;

export const sar = {
  ...own,
  name: 'sar',
  summary: 'all that the record holds on a person, as a file',
  access: permissionTable['subject-access'].says,
  async run(rest, context) {
    const allowed = permit(context.actor, 'subject-access', VERB);
    if (!allowed.ok) return refused(allowed.refusal);
    const read = parseWords(own, rest);
    if (!read.ok) return refused(read.refusal);
    const { who, format: typed } = read.value.said;
    const person = await findAnybody(who, context);
    if (!person.ok) return refused(person.refusal);
    const format = (typed || 'docx') as SubjectFormat;
    const { file, rows, tables } = await makeSubjectFile(person.value, format, context);
    const message = subjectFileMessage(person.value.name, { rows, tables, fileName: file.name });
    return { kind: 'reply', message, marked: true, files: [file] };
  },
} satisfies Command;
