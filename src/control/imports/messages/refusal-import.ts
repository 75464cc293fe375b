// What is said where a file or an import is refused.

import { dayText } from '../../../core/dates/messages/when.ts';
import { code, paragraph } from '../../../core/message/messages/message.ts';
import type { Refusal } from '../../../core/request/domain/refusal.ts';
import { button, say } from '../../../core/request/messages/refusal-parts.ts';
import type { Words } from '../../../core/request/messages/refusal-words.ts';
import type { ImportRefusal } from '../domain/refusal-import.ts';

/** The words, reason by reason. */
export const importRefusals: Words<ImportRefusal> = {
  'bad-file': (refusal) =>
    say('That file cannot be imported', [
      paragraph(
        `Nothing was changed: “${refusal.name}” was not read, because ${problems[refusal.problem]}`,
      ),
      paragraph('Reason: ', code(refusal.problem)),
    ]),
  'unknown-import': (refusal) => {
    if (refusal.asAt)
      return say(`Import ${refusal.number} had not been read by ${dayText(refusal.asAt)}`, [
        paragraph(
          'To see what had been read by then: ',
          code(`/pap admin import at ${refusal.asAt}`),
          '.',
        ),
      ]);
    return say(`There is no import ${refusal.number}`, [
      paragraph('Nothing was changed. ', code('/pap admin import'), ' lists them.'),
    ]);
  },
  'import-settled': (refusal) =>
    say(
      `Import ${refusal.number} was ${refusal.state === 'imported' ? 'confirmed' : 'dropped'} before`,
      [paragraph('Nothing was changed. ', code('/pap admin import'), ' lists the latest.')],
    ),
  'import-outdated': (refusal) =>
    say('The plan has changed since you saw this', [
      paragraph(
        `Nothing was changed: what import ${refusal.number} would do now is not what was shown. Look at it again, then confirm.`,
      ),
      ...button({
        label: 'Show it as it is now',
        line: `admin import ${refusal.number}`,
        style: 'primary',
      }),
    ]),
  'import-answer': ({ typed, numbers, options }) =>
    say('That answer was not read', [
      paragraph(
        numbers.length === 0
          ? 'Nothing was changed: this file asks nothing.'
          : `Nothing was changed: ${typed === '' ? 'no answer came with these words' : `“${typed}” is no answer`}. Type the number of a question (${numbers.join(', ')}) and a word behind it, one a line.`,
      ),
      ...(options.length > 0 ? [paragraph('It takes: ', code(options.join(', ')), '.')] : []),
    ]),
  'plan-not-empty': () =>
    say('This record has a plan already', [
      paragraph(
        'Nothing was changed: a whole plan with its history can only be put into a record that has no objectives yet. To change the plan, import a table instead.',
      ),
    ]),
};

/** What is wrong with a file, and what helps. */
const problems = {
  'too-big': 'it is larger than 10 MB. Save the plan’s tables alone in a file of their own.',
  empty:
    'there is no table in it, nor headings with lines such as “Lead: …” and “Due date: …” under each.',
  'unknown-kind':
    'it is none of the kinds that can be read: .xlsx, .docx, .csv, an HTML page with a table, or a .json file of “admin export”.',
  'zip-bomb': 'unpacked it would be far larger than any plan. Save it again with Excel or Word.',
  'external-entities':
    'it declares a document type or entities, which an import never follows. Save it again with Excel or Word.',
  encrypted: 'it has a password. Save it without one.',
  'old-office': 'it is in the format before 2007 (.xls or .doc). Save it as .xlsx or .docx.',
  macros: 'it has macros. Save it as .xlsx or .docx, without them.',
  'too-many-rows': 'a table in it has more than 5,000 rows.',
  'too-many-columns': 'a table in it has more than 100 columns.',
  'too-many-tables': 'it has more than 60 sheets or tables.',
  'too-many-cells': 'it has more than 150,000 cells.',
  'too-much-text': 'its plan has more than a million characters.',
  broken: 'it is damaged, or not what it says it is. Open it, save it again and try once more.',
  'personal-data': 'it has personal data in it, such as an NHS number. Nothing of it was kept.',
  'not-found': 'there is no such file, or it may not be read.',
  'not-downloaded': 'it could not be fetched from the chat. Please send it again.',
} as const satisfies Record<Extract<Refusal, { code: 'bad-file' }>['problem'], string>;
