// What an export holds, and which forms there are.
import {
  bullets,
  code,
  fact,
  factTable,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';

type ExportFacts = {
  readonly name: string;
  readonly bytes: number;
  readonly tables: number;
  readonly rows: number;
  readonly format: 'xlsx' | 'csv' | 'json';
  readonly formatVersion: number;
};

const forms = {
  xlsx: 'one sheet a table; what a spreadsheet would take for a formula has an apostrophe before it',
  csv: 'one .csv file a table; what a spreadsheet would take for a formula has an apostrophe before it',
  json: 'the form that “admin import” takes back, into a record that has no objectives yet',
} as const;

/** The answer to an export whose file comes with it. */
export function exportMessage(facts: ExportFacts): Message {
  const { name, bytes, tables, rows, format, formatVersion } = facts;
  const size = `${Math.max(1, Math.round(bytes / 1000)).toLocaleString('en-GB')} kB`;
  return {
    title: 'The whole plan, with its history',
    blocks: [
      factTable([
        fact('File', strong(name), ` (${size})`),
        fact('Holds', `${rows.toLocaleString('en-GB')} rows of ${tables} tables`),
        fact('Form', format === 'json' ? `${forms.json}; version ${formatVersion}` : forms[format]),
      ]),
      paragraph(
        'It names people and organisations. Keep it where only those may see it who may see the plan.',
      ),
    ],
    footer: inline('That it was made is in ', code('/pap admin audit'), '.'),
  };
}

/** Which forms there are. */
export function exportFormsMessage(): Message {
  return {
    title: 'In which form?',
    blocks: [
      bullets([
        inline(code('admin export xlsx'), ` – ${forms.xlsx}`),
        inline(code('admin export csv'), ` – ${forms.csv}`),
        inline(code('admin export json'), ` – ${forms.json}`),
      ]),
    ],
  };
}
