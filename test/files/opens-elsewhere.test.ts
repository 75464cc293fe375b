// What goes out is opened by another program than the one that wrote it: LibreOffice, which reads the files of Excel and Word as well.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Document } from '../../src/core/message/messages/document.ts';
import { writeDocx } from '../../src/files/write-docx.ts';
import { writeHtml } from '../../src/files/write-html.ts';
import { writeXlsx } from '../../src/files/write-tables.ts';
import { writeWorkbookTemplate } from '../../src/files/write-workbook.ts';
import { announceMissing } from '../support/database/database-harness.ts';
import { describePlan } from '../support/world/plan-suite.ts';

const SOFFICE = process.env.PAP_SOFFICE ?? '/usr/bin/soffice';
const hasWriter = existsSync(SOFFICE);
/** Some installations have the part for documents alone. */
const hasCalc = hasWriter && existsSync(join(dirname(realpathSync(SOFFICE)), 'libsclo.so'));
for (const [found, title, part] of [
  [hasWriter, 'documents, opened elsewhere', 'writer'],
  [hasCalc, 'workbooks, opened elsewhere', 'calc'],
] as const)
  if (!found)
    announceMissing(
      title,
      `LibreOffice (${part})`,
      `apt-get install --no-install-recommends libreoffice-${part}-nogui, or name it with PAP_SOFFICE`,
    );
/** The announcement stands for the tests that cannot run. */
const whereFound = (found: boolean) => it.runIf(found);
const MADE_AT = new Date('2024-07-01T09:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'pap-office-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What somebody could have typed; beside each stands a word of its own, by which its row is found again. */
const HOSTILE = [
  '=HYPERLINK("http://example.org","x")',
  "=cmd|'/C calc'!A0",
  '+44 1865',
  '@SUM(A1)',
  '-1+1',
  '\u0000\u0008\u001F\uFFFE',
  'a\uD83D',
  '👩‍🏫 🟢 e\u0301',
  'שלום مرحبا \u202Eabc',
  '<script>alert(1)</script> & ]]> "q"',
  '_x0041_',
  'one\r\ntwo\rthree\ttab',
  `${'long '.repeat(7_000)}`,
].map((words, index) => ({ words, mark: `mark${index}end` }));

whereFound(hasCalc)(
  'a workbook opens with every row, and no text of it has become a formula',
  async () => {
    const rows = HOSTILE.map(({ words, mark }) => [words, mark]);
    const bytes = await writeXlsx([{ name: 'Plan', columns: ['words', 'mark'], rows }], MADE_AT);

    const text = opened('plan.xlsx', bytes, 'csv:Text - txt - csv (StarCalc):44,34,76', 'csv');

    for (const { mark } of HOSTILE) expect(text).toContain(mark);
    expect(text).toContain('=HYPERLINK(');
    expect(text).toContain('👩‍🏫 🟢');
    expect(text).toContain('שלום مرحبا');
    expect(text).not.toMatch(/#NAME\?|Err:\d+|#VALUE!/);
  },
  120_000,
);

whereFound(hasCalc)(
  'the workbook of a new partnership opens',
  async () => {
    const bytes = await writeWorkbookTemplate(MADE_AT);

    const text = opened('template.xlsx', bytes, 'csv:Text - txt - csv (StarCalc):44,34,76', 'csv');

    expect(text.length).toBeGreaterThan(100);
    expect(text).not.toMatch(/#NAME\?|Err:\d+/);
  },
  120_000,
);

whereFound(hasWriter).each(['docx', 'html'] as const)(
  'a document as .%s opens with all of its words',
  async (form) => {
    const bytes = form === 'docx' ? await writeDocx(document) : writeHtml(document);

    const text = opened(`pack.${form}`, bytes, 'txt:Text (encoded):UTF8', 'txt');

    for (const { mark } of HOSTILE) expect(text).toContain(mark);
    expect(text).toContain('👩‍🏫 🟢');
    expect(text).toContain('<script>alert(1)</script>');
  },
  120_000,
);

const document: Document = {
  title: 'A pack with hostile words',
  subtitle: [],
  foot: 'foot',
  asAt: '2024-07-01T08:45:00Z',
  blocks: [
    { kind: 'heading', level: 2, text: 'Words' },
    {
      kind: 'table',
      caption: 'All of them',
      columns: [
        { header: 'Words', share: 1 },
        { header: 'Mark', share: 1 },
      ],
      rows: HOSTILE.map(({ words, mark }) => [words, mark]),
    },
  ],
};

/** What LibreOffice makes of the file in a form of text. */
function opened(name: string, bytes: Uint8Array, filter: string, form: string): string {
  const text = openedAll([{ name, bytes }], filter, form).get(name);
  if (text === undefined) throw new Error(`${name} was not opened`);
  return text;
}

/** All of the files at once, each with what it holds; of a workbook all sheets. One that does not open is not there. */
function openedAll(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  filter: string,
  form: string,
): Map<string, string> {
  const made = mkdtempSync(join(folder, 'made-'));
  const paths = files.map(({ name, bytes }) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  });
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const args = [profile, '--headless', '--norestore', '--convert-to', filter, '--outdir', made];
  const { stderr } = spawnSync(SOFFICE, [...args, ...paths], {
    encoding: 'utf8',
    timeout: 110_000,
  });
  const written = readdirSync(made);
  if (written.length === 0) throw new Error(`nothing was opened: ${stderr}`);
  const texts = files.flatMap(({ name }) => {
    const stem = name.replace(/\.\w+$/, '');
    const own = written.filter((one) => one === `${stem}.${form}` || one.startsWith(`${stem}-`));
    const text = own.map((one) => readFileSync(join(made, one), 'utf8')).join('\n');
    return own.length > 0 ? [[name, text] as const] : [];
  });
  return new Map(texts);
}

/** The lines that make the files of the product, by the kind of file. */
const LINES = {
  xlsx: ['admin export xlsx', 'admin import 1 workbook', 'admin cycle rehearse siab', 'kpi export'],
  docx: ['admin pack docx', 'highlight theme 1 July 2024 file docx'],
  html: ['admin pack html', 'highlight theme 1 July 2024 file html'],
} as const;
const ALL_SHEETS = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

describePlan('what the product hands out', (parts) => {
  it.runIf(hasCalc && hasWriter)(
    'opens elsewhere, whatever stands in the record, and runs nothing',
    async () => {
      const { world, harness } = parts;
      // What no form lets through may have come in before there was one.
      const words = HOSTILE.map(({ words: one, mark }) => `${one.slice(0, 900)} ${mark}`)
        .map((one) => one.replace(/\p{Surrogate}/gu, '').replaceAll('\u0000', ''))
        .filter((one) => one !== '');
      const objectives = await world.record.objectives.listNames();
      for (const [index, { id }] of objectives.entries())
        await harness.pool.query('UPDATE objective SET title = $1 WHERE id = $2', [
          words[index % words.length],
          id,
        ]);
      await harness.pool.query('UPDATE kpi SET name = $1 WHERE number = 1', [words[0]]);
      const plan = `Ref,Objective,Progress\n2B:2,"=HYPERLINK(""http://example.org"",""x"")",=1+1\n77.1,@SUM(A1),\n`;
      const file = { name: 'plan.csv', bytes: new TextEncoder().encode(plan) };
      await world.pap('office@example.org', 'admin import', { file });

      for (const [form, lines] of Object.entries(LINES)) {
        const files = [];
        for (const [index, line] of lines.entries()) {
          const reply = await world.pap('office@example.org', line);
          const [made] = reply.files ?? [];
          if (!made) throw new Error(`${line}: ${reply.message.title}`);
          files.push({ line, name: `${form}${index}.${form}`, bytes: made.bytes });
        }
        const isTable = form === 'xlsx';
        const texts = openedAll(
          files,
          isTable ? ALL_SHEETS : 'txt:Text (encoded):UTF8',
          isTable ? 'csv' : 'txt',
        );
        for (const { line, name } of files) {
          const text = texts.get(name) ?? '';
          expect(text.length, line).toBeGreaterThan(100);
          expect(text, line).not.toMatch(/#NAME\?|Err:\d+|#VALUE!|#REF!/);
        }
        const all = [...texts.values()].join('\n');
        expect(all, form).toContain('=HYPERLINK(');
        expect(all, form).toContain('mark0end');
      }
    },
    240_000,
  );
});
