// All that the record holds on one person, as a file. What it says of others has to be looked at before it is handed over.
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { ExportTable } from '../../../core/request/app/file-ports.ts';
import { mediaTypes, writeDocument } from '../../../core/request/app/file-ports.ts';
import { shownInWords } from '../../../core/request/app/in-words.ts';
import type { MadeFile } from '../../../core/request/app/inbound.ts';
import type { Commits, Reads, Transactions, Uses } from '../../../core/request/app/ports.ts';
import type { Party } from '../../../people/people/app/people-ports.ts';
import { keptTables } from '../domain/kept-tables.ts';
import { needles } from '../domain/traces.ts';
import { type AboutPerson, subjectAccessDocument } from '../messages/subject-access.ts';
import { planErasure } from './plan-erasure.ts';

export type SubjectFormat = 'docx' | 'html' | 'csv';

export type MadeSubjectFile = {
  readonly file: MadeFile;
  readonly rows: number;
  readonly tables: number;
};

/** Gathers the rows, writes the file and notes in the office's log that it was made. */
export async function makeSubjectFile(
  person: Party,
  format: SubjectFormat,
  context: Given<
    Doing | 'files' | 'partnership' | 'today',
    Reads<'channelBindings' | 'peopleAdmin'> & Commits<'audit' | 'erasing' | 'subjectAccess'>
  >,
): Promise<MadeSubjectFile> {
  const { record, partnership, actor, today, now, files } = context;
  const about = await gather(person, context);
  const shown = await shownInWords(about, record, today);
  const facts = {
    name: person.name,
    partnership: partnership.name,
    timeZone: partnership.timeZone,
    now,
  };
  const bytes =
    format === 'csv'
      ? await files.writeCsvZip(shown.map(toTable))
      : await writeDocument(subjectAccessDocument(shown, facts), format, files);
  await commitOnce(context, async ({ audit }) => {
    await audit.append({
      kind: 'subject-access',
      summary: `what is held on ${person.name} was written to a file`,
      authorId: actor.personId,
      at: now,
    });
  });
  const name = `${partnership.key}-subject-access-${today}.${format === 'csv' ? 'csv.zip' : format}`;
  const line = `admin sar ${person.name} ${format}`;
  const mediaType = format === 'csv' ? 'application/zip' : mediaTypes[format];
  const rows = about.reduce((sum, one) => sum + one.rows.length, 0);
  return { file: { name, mediaType, bytes, line }, rows, tables: about.length };
}

async function gather(
  { id }: Pick<Party, 'id'>,
  { record, today }: Given<'today', Transactions<Uses<'erasing' | 'subjectAccess'>>>,
): Promise<AboutPerson[]> {
  // All of one moment.
  return await record.transaction(async ({ erasing, subjectAccess }) => {
    const plan = await planErasure(id, { erasing }, { today });
    const wanted = plan ? needles(plan.traces) : [];
    const about: AboutPerson[] = [];
    for (const { table, about: what, columns: classes } of keptTables) {
      // An entry's words come with the entry.
      if (table === 'entry_words') continue;
      const { rows, columns } = await subjectAccess.rows(table, id, wanted);
      if (rows.length > 0)
        about.push({
          ...{ table, what, rows },
          columns: columns.filter((column) => column !== 'partnership_id'),
          telling: columns.filter(
            (column) => classes[column] !== 'key' && classes[column] !== 'person',
          ),
        });
    }
    return about;
  });
}

function toTable({ table, columns, rows }: AboutPerson): ExportTable {
  return {
    name: table,
    columns,
    rows: rows.map((row) => columns.map((column) => toCell(row[column]))),
  };
}

function toCell(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  return JSON.stringify(value);
}
