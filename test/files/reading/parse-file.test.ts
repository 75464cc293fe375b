import excel from 'exceljs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../src/core/message/domain/grid.ts';
import { parseFile } from '../../../src/files/reading/parse-file.ts';
import {
  docx,
  office,
  samplePlanCsv,
  samplePlanDocx,
  samplePlanHtml,
  samplePlanXlsx,
} from '../../support/world/sample-plans.ts';

async function gridsOf(bytes: Uint8Array): Promise<readonly Grid[]> {
  const read = await parseFile(bytes);
  if (read.kind !== 'tables') throw new Error(`not read: ${JSON.stringify(read)}`);
  return read.grids;
}

function wordsOf(grid: Grid | undefined): (string | null)[][] {
  return grid?.rows.map((row) => row.map((cell) => cell?.text ?? null)) ?? [];
}

describe('the tables of a file', () => {
  it('of .xlsx are its sheets: dates day first, formulas not read, merged cells in every row', async () => {
    const [plan, next] = await gridsOf(await samplePlanXlsx());

    expect(plan?.place).toEqual({ kind: 'sheet', name: 'Plan' });
    expect(wordsOf(plan)[4]?.slice(2, 8)).toEqual([
      ...['Asha Example', '31/07/2024', '30/09/2024', 'All 20 trained', 'A', '14 of 20 trained'],
    ]);
    expect(wordsOf(plan)[3]).toEqual(['Area 2: Identifying needs']);
    expect(plan?.unread).toEqual([
      { row: 7, column: 4, why: 'formula' },
      { row: 7, column: 9, why: 'formula' },
    ]);
    expect(next?.rows[5]?.[0]).toEqual({ text: '5A:1', row: 5, column: 1 });
    expect(next?.rows[5]?.[2]).toEqual({ text: 'Example: halve the waits', row: 6, column: 3 });
  });

  it('of .docx are its tables', async () => {
    const [first, second] = await gridsOf(samplePlanDocx());

    expect(first?.place).toEqual({ kind: 'table', number: 1 });
    expect(wordsOf(first)[1]?.slice(2, 5)).toEqual([
      'owner@example.org',
      'December 2024',
      'On track',
    ]);
    expect(wordsOf(second)[0]).toEqual(['RAG', 'Ref', 'Objective', 'Evidence']);
  });

  it('of .csv are one: separator found, mark dropped, formulas plain text', async () => {
    const [grid] = await gridsOf(samplePlanCsv());

    expect(wordsOf(grid)[0]).toEqual([
      ...['Rating', 'Owner', 'Deadline', 'Title', 'Risk'],
      ...['Impact at 3 months', 'Telephone', 'Due date', 'Ref'],
    ]);
    expect(wordsOf(grid)[1]?.[3]).toBe('Example: waiting families are told; in writing');
    expect(wordsOf(grid)[1]?.[4]).toBe('=HYPERLINK(1)');
  });

  it('of a page are text alone', async () => {
    const grids = await gridsOf(samplePlanHtml());

    expect(grids).toHaveLength(1);
    const [objective, milestone] = [
      'Example: one list of post-16 options',
      'Example: schools have it',
    ];
    expect(wordsOf(grids[0])).toEqual([
      ['ID', 'Objective', 'Action', 'By when', 'Impact RAG', 'Milestone'],
      ['Area 3 Waiting'],
      ['3A:2', objective, 'Example: write it', '1 October 2024', '🔴', milestone],
      ['3A:2', objective, 'Example: print it', 'Spring 2025', '🔴', milestone],
    ]);
  });

  it('are known by content, whatever the name says', async () => {
    const utf16 = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('Ref,RAG\n1A:1,red', 'utf16le'),
    ]);

    expect(wordsOf((await gridsOf(utf16))[0])).toEqual([
      ['Ref', 'RAG'],
      ['1A:1', 'red'],
    ]);
    expect(wordsOf((await gridsOf(Buffer.from([0x52, 0x2c, 0xe9])))[0])).toEqual([['R', 'é']]);
  });
});

describe('a hostile or useless file', () => {
  const header = ['Ref', 'Objective'];
  const sheet = async (fill: (sheet: excel.Worksheet) => void) => {
    const workbook = new excel.Workbook();
    fill(workbook.addWorksheet('Plan'));
    return new Uint8Array(await workbook.xlsx.writeBuffer());
  };
  const withPart = async (name: string, change: (text: string) => string) => {
    const parts = unzipSync(await sheet((one) => one.addRow(header)));
    parts[name] = strToU8(change(new TextDecoder().decode(parts[name] ?? new Uint8Array())));
    return zipSync(parts);
  };
  const files: Readonly<Record<string, readonly [string, () => Promise<Uint8Array> | Uint8Array]>> =
    {
      'is larger than the limit': ['too-big', () => new Uint8Array(10_000_001)],
      'is empty': ['empty', () => new Uint8Array()],
      'is blank': ['empty', () => strToU8(' \n ')],
      'is a .docx without a table': ['empty', () => docx('<w:p/>')],
      'is a picture': ['unknown-kind', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1])],
      'is a PDF': ['unknown-kind', () => strToU8('%PDF-1.7 …')],
      'is a zip of something else': ['unknown-kind', () => office({ 'a.txt': 'x' })],
      'is JSON of something else': ['unknown-kind', () => strToU8('{"a": 1}')],
      'is an .xls of old': [
        'old-office',
        () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]),
      ],
      'has a password': [
        'encrypted',
        () =>
          Buffer.concat([
            Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
            Buffer.from('EncryptedPackage', 'utf16le'),
          ]),
      ],
      'grows a thousandfold': [
        'zip-bomb',
        () => docx('', { 'word/big.xml': ' '.repeat(30_000_000) }),
      ],
      'grows beyond all measure in small steps': [
        'zip-bomb',
        () => {
          const names = Array.from({ length: 65 }, (_, index) => `word/${index}.xml`);
          return docx('', Object.fromEntries(names.map((name) => [name, ' '.repeat(950_000)])));
        },
      ],
      'has more parts than any document': [
        'zip-bomb',
        () =>
          office(Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [`${index}`, '']))),
      ],
      'lies about the size of a part': ['zip-bomb', () => lyingZip()],
      'is cut off': ['broken', async () => (await samplePlanXlsx()).subarray(0, 3_000)],
      'has broken XML': [
        'broken',
        () => withPart('xl/worksheets/sheet1.xml', (text) => text.slice(0, 300)),
      ],
      'declares an entity outside itself': [
        'external-entities',
        () =>
          withPart('xl/sharedStrings.xml', (text) =>
            text.replace('?>', '?><!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
          ),
      ],
      'declares entities upon entities': [
        'external-entities',
        () =>
          docx('', {
            'word/styles.xml': '<!DOCTYPE s [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><s>&b;</s>',
          }),
      ],
      'hides a document type in UTF-16': [
        'external-entities',
        () =>
          zipSync({
            ...unzipSync(docx('')),
            'word/x.xml': Buffer.from('<!DOCTYPE x []><x/>', 'utf16le'),
          }),
      ],
      'is a page that declares an entity': [
        'external-entities',
        () =>
          strToU8(
            '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><table><tr><td>&x;</td></tr></table>',
          ),
      ],
      'has macros': ['macros', () => docx('', { 'word/vbaProject.bin': 'x' })],
      'has too many rows': ['too-many-rows', () => strToU8('a,b\n'.repeat(5_001))],
      'has too many columns': ['too-many-columns', () => strToU8('a,'.repeat(101))],
      'has a cell far down a sheet': [
        'too-many-rows',
        () =>
          sheet((one) => {
            one.getCell('A6000').value = 'x';
          }),
      ],
      'has a cell far right in a sheet': [
        'too-many-columns',
        () =>
          sheet((one) => {
            one.getCell('XFD1').value = 'x';
          }),
      ],
      'merges a whole sheet': [
        'too-many-columns',
        () =>
          withPart('xl/worksheets/sheet1.xml', (text) =>
            text.replace(
              '</sheetData>',
              '</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>',
            ),
          ),
      ],
      'has too many tables': [
        'too-many-tables',
        () => strToU8('<table><tr><td>x</td></tr></table>'.repeat(61)),
      ],
      'nests elements without end': ['broken', () => strToU8(`<table>${'<div>'.repeat(300_000)}`)],
      'leaves quotation marks open': [
        'broken',
        () => strToU8('Ref,Objective\n1A:1,"never closed\n'),
      ],
    };

  it.each(Object.entries(files))('that %s is refused', async (_what, [problem, make]) => {
    const bytes = await make();

    const read = await parseFile(bytes);

    expect(read).toEqual({ kind: 'refused', problem });
  });

  it('of ten megabytes of open formatting is read', async () => {
    const rows = Array.from(
      { length: 3_000 },
      (_, index) => `<tr><td><font a=${index}><b>1A:${index}<td>x`,
    );

    const [grid] = await gridsOf(strToU8(`<table>${rows.join('')}</table>`));

    expect(grid?.rows).toHaveLength(3_000);
  });

  it('that validates whole columns is read', async () => {
    const bytes = await withPart('xl/worksheets/sheet1.xml', (text) =>
      text.replace(
        '</sheetData>',
        '</sheetData><dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>',
      ),
    );

    expect(wordsOf((await gridsOf(bytes))[0])).toEqual([header]);
  });
});

/** A part that is larger than its directory says. */
function lyingZip(): Uint8Array {
  const bytes = docx('', { 'word/lie.xml': '<x>'.padEnd(50_000, 'y') });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length - 46; at++) {
    const isEntry = view.getUint32(at, true) === 0x02014b50;
    if (isEntry && view.getUint32(at + 24, true) === 50_000) view.setUint32(at + 24, 100, true);
  }
  return bytes;
}
