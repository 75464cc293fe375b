// What goes out is opened by another program than the one that wrote it: LibreOffice, which reads the files of Excel and Word as well.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
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
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const args = [profile, '--headless', '--norestore', '--convert-to', filter];
  const { stderr } = spawnSync(SOFFICE, [...args, '--outdir', folder, path], {
    encoding: 'utf8',
    timeout: 110_000,
  });
  const made = join(folder, name.replace(/\.\w+$/, `.${form}`));
  if (!existsSync(made)) throw new Error(`${name} was not opened: ${stderr}`);
  return readFileSync(made, 'utf8');
}
