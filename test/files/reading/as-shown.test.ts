// What a reader sees in a document is what is read of it: characters, values as shown, words that are struck through, colours.
import excel from 'exceljs';
import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../src/core/message/domain/grid.ts';
import { parseFile } from '../../../src/files/reading/parse-file.ts';
import { shownDay, shownNumber } from '../../../src/files/reading/shown-value.ts';
import { decodeWindows1252 } from '../../../src/files/reading/windows-1252.ts';
import { docx } from '../../support/world/sample-plans.ts';

async function gridsOf(bytes: Uint8Array | string): Promise<readonly Grid[]> {
  const read = await parseFile(typeof bytes === 'string' ? strToU8(bytes) : bytes);
  if (read.kind !== 'tables') throw new Error(`not read: ${JSON.stringify(read)}`);
  return read.grids;
}

function wordsOf(grid: Grid | undefined): (string | null)[][] {
  return grid?.rows.map((row) => row.map((cell) => cell?.text ?? null)) ?? [];
}

describe('Windows-1252', () => {
  /** From the encoding standard: what the bytes from 0x80 to 0x9F are. */
  const high =
    '20AC 0081 201A 0192 201E 2026 2020 2021 02C6 2030 0160 2039 0152 008D 017D 008F 0090 2018 2019 201C 201D 2022 2013 2014 02DC 2122 0161 203A 0153 009D 017E 0178';

  it('is read byte by byte as the standard says', () => {
    const expected = Array.from({ length: 256 }, (_, byte) => byte);
    high.split(' ').forEach((code, index) => {
      expected[0x80 + index] = Number.parseInt(code, 16);
    });

    const read = decodeWindows1252(Uint8Array.from({ length: 256 }, (_, byte) => byte));

    expect([...read].map((character) => character.codePointAt(0))).toEqual(expected);
  });

  it('is what Excel writes: quotation marks, dashes and pounds are kept', async () => {
    const bytes = Buffer.from(
      'Ref,Note\r\n1,Parents\x92 forum \x96 \xA312k \x93good\x94',
      'latin1',
    );

    expect(wordsOf((await gridsOf(bytes))[0])[1]).toEqual(['1', 'Parents’ forum – £12k “good”']);
  });
});

describe('a .csv file', () => {
  it.each([
    ['Ref;Action, in full;Lead\n1;a, b, c;x\n2;d, e;y', ['1', 'a, b, c', 'x']],
    ['Ref\tAction\n1\tone; two, three', ['1', 'one; two, three']],
    ['Ref|Action\n1|one, two', ['1', 'one, two']],
    ['sep=;\r\nRef;Action\r\n1;one', ['1', 'one']],
    ['Ref,Action\n1,"one\ntwo, ""three"""', ['1', 'one\ntwo, "three"']],
    ['Ref,Action,Lead\n1,the 6" "big" plan,x', ['1', 'the 6" "big" plan', 'x']],
  ])('%j has its cells apart', async (text, row) => {
    expect(wordsOf((await gridsOf(text))[0])[1]).toEqual(row);
  });

  it('has the cells that were written into it, whatever divides them', () => {
    const cell = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((one) => one === one.trim() && /^[\p{L}\p{N}][\p{L}\p{N} .,;|]*$/u.test(one));
    return fc.assert(
      fc.asyncProperty(
        fc.constantFrom(',', ';', '\t', '|'),
        fc.array(fc.tuple(cell, cell, cell), { minLength: 3, maxLength: 6 }),
        async (delimiter, rows) => {
          const text = rows.map((row) => row.map((one) => `"${one}"`).join(delimiter)).join('\r\n');
          expect(
            wordsOf((await gridsOf(`Ref${delimiter}A${delimiter}B\r\n${text}`))[0]).slice(1),
          ).toEqual(rows);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a spreadsheet', () => {
  it.each([
    [1.1, '0.00', '1.10'],
    [2.1, 'General', '2.1'],
    [12, '#,##0', '12'],
    [12_000, '"£"#,##0', '£12,000'],
    [0.459, '0.0%', '45.9%'],
    [0.75, '0%', '75%'],
    [7, '00', '07'],
    [45_747, '@', '45747'],
  ])('shows the number %d under %s as %s', (value, format, shown) => {
    expect(shownNumber(value, format)).toBe(shown);
  });

  it.each([
    ['mmm-yy', 'March 2025'],
    ['mmmm yyyy', 'March 2025'],
    ['yyyy', '2025'],
    ['dd/mm/yyyy', '01/03/2025'],
    ['mm-dd-yy', '01/03/2025'],
    ['d mmm', '01/03/2025'],
    ['[$-809]dd mmmm yyyy;@', '01/03/2025'],
  ])('shows 1 March 2025 under %s as %s', (format, shown) => {
    expect(shownDay(new Date(Date.UTC(2025, 2, 1)), format)).toBe(shown);
  });

  it('is read without what is struck through, and with the colours behind its cells', async () => {
    const workbook = new excel.Workbook();
    const sheet = workbook.addWorksheet('Plan');
    sheet.addRow(['Ref', 'Due', 'RAG', 'Lead']);
    sheet.addRow([1.1, null, null, 'Ben']);
    sheet.getCell('A2').numFmt = '0.00';
    sheet.getCell('B2').value = {
      richText: [{ font: { strike: true }, text: 'Sept 2024 ' }, { text: 'Dec 2024' }],
    };
    sheet.getCell('C2').fill = {
      ...{ type: 'pattern', pattern: 'solid' },
      fgColor: { argb: 'FFFFC000' },
    };
    sheet.getCell('D2').font = { strike: true };

    const [grid] = await gridsOf(new Uint8Array(await workbook.xlsx.writeBuffer()));

    expect(wordsOf(grid)[1]).toEqual(['1.10', 'Dec 2024']);
    expect(grid?.unread).toEqual([
      { row: 2, column: 2, why: 'struck', text: 'Sept 2024' },
      { row: 2, column: 4, why: 'struck', text: 'Ben' },
    ]);
    expect(grid?.fills).toEqual([{ row: 2, column: 3, colour: 'FFC000' }]);
  });
});

const run = (words: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
const p = (inner: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${inner}</w:p>`;
const cell = (inner: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
const table = (...rows: string[]) =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;

describe('a Word document', () => {
  it('is read without what is struck through, deleted or hidden, and says so', async () => {
    const [grid] = await gridsOf(
      docx(
        table(
          cell(p(run('Sept 2024', '<w:strike/>') + run(' Dec 2024', '<w:strike w:val="0"/>'))),
          cell(
            p(
              `<w:del>${run('Ben').replace('w:t ', 'w:delText ').replace('w:t>', 'w:delText>')}</w:del><w:ins>${run('Asha')}</w:ins>`,
            ),
          ),
          cell(p(run('seen') + run(' unseen', '<w:vanish/>'))),
        ).replace(/<\/w:tr><w:tr>/g, ''),
      ),
    );

    expect(wordsOf(grid)).toEqual([['Dec 2024', 'Asha', 'seen']]);
    expect(grid?.unread).toEqual([
      { row: 1, column: 1, why: 'struck', text: 'Sept 2024' },
      { row: 1, column: 2, why: 'tracked-change' },
    ]);
  });

  it('has a colour where a cell has one, and paragraphs apart', async () => {
    const [grid] = await gridsOf(
      docx(
        table(
          cell(p(run('one')) + p(run('two'))) +
            cell(p(''), '<w:shd w:val="clear" w:fill="00B050"/>') +
            cell(p(run('x')), '<w:shd w:val="clear" w:fill="auto"/>'),
        ),
      ),
    );

    expect(wordsOf(grid)).toEqual([['one\ntwo', null, 'x']]);
    expect(grid?.fills).toEqual([{ row: 1, column: 2, colour: '00B050' }]);
  });

  it('has the numbers that Word gives by itself', async () => {
    const numbered = (level: number) =>
      `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`;
    const level = (number: number, format: string, words: string) =>
      `<w:lvl w:ilvl="${number}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${words}"/></w:lvl>`;
    const rows = [0, 1, 1, 0, 1].map((at) => cell(p('', numbered(at))) + cell(p(run('x'))));
    const [grid] = await gridsOf(
      docx(table(...rows), {
        'word/numbering.xml': `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="7">${level(0, 'decimal', '%1')}${level(1, 'lowerLetter', '%1.%2')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>`,
      }),
    );

    expect(wordsOf(grid).map(([number]) => number)).toEqual(['1', '1.a', '1.b', '2', '2.a']);
  });

  it('has cells that reach down and across, and a table within a cell apart', async () => {
    const grids = await gridsOf(
      docx(
        table(
          cell(p(run('Ref')), '<w:vMerge w:val="restart"/>') +
            cell(p(run('wide')), '<w:gridSpan w:val="2"/>'),
          cell(p(''), '<w:vMerge/>') +
            cell(p(run('a'))) +
            cell(table(cell(p(run('inner')))) + p(run('b'))),
        ),
      ),
    );

    expect(grids.map(wordsOf)).toEqual([
      [
        ['Ref', 'wide'],
        ['Ref', 'a', 'b'],
      ],
      [['inner']],
    ]);
    expect(grids[0]?.unread).toEqual([{ row: 2, column: 3, why: 'inner-table' }]);
  });

  it('stands under its headings', async () => {
    const styles =
      '<w:styles xmlns:w="w"><w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style></w:styles>';
    const [first, second] = await gridsOf(
      docx(
        p(run('Priority 1: Lead'), '<w:pStyle w:val="H2"/>') +
          table(cell(p(run('a')))) +
          p(run('Priority 2', '<w:b/>')) +
          table(cell(p(run('b')))),
        { 'word/styles.xml': styles },
      ),
    );

    expect(first?.headings).toEqual(['Priority 1: Lead']);
    expect(second?.headings).toEqual(['Priority 1: Lead', 'Priority 2']);
  });
});

describe('a page', () => {
  it('keeps lists and paragraphs in a cell apart, and struck words out', async () => {
    const [grid] = await gridsOf(
      '<table><tr><td>Launch it<ul><li>for <b>schools</b></li><li>for families</li></ul></td><td>one<p>two</p>three<br>four</td><td><s>Green</s> Amber</td><td style="background-color:#f00"></td><td><img alt="Red"></td></tr></table>',
    );

    expect(wordsOf(grid)).toEqual([
      ['Launch it\nfor schools\nfor families', 'one\ntwo\nthree\nfour', 'Amber', null, 'Red'],
    ]);
    expect(grid?.unread).toEqual([{ row: 1, column: 3, why: 'struck', text: 'Green' }]);
    expect(grid?.fills).toEqual([{ row: 1, column: 4, colour: 'FF0000' }]);
  });

  it('reads the table of a plan also where it stands in a table for the layout', async () => {
    const grids = await gridsOf(
      '<table><tr><td>menu</td><td><table><tr><td>Ref</td><td>Action</td></tr></table></td></tr></table>',
    );

    expect(grids.map(wordsOf)).toEqual([[['menu']], [['Ref', 'Action']]]);
  });

  it('without a table is its headings and the labelled lines under them', async () => {
    const [grid] = await gridsOf(
      '<html><h1>Plan</h1><h2>1. Waits</h2><h3>Action 1.1: Count them</h3><ul><li>Due date: May 2025</li><li>Lead officers: A</li><li>Success<ul><li>one</li><li>two</li></ul></li></ul><h3>Action 1.2: Cut them</h3><p>Lead officer: B</p><p>Due date: June 2025</p></html>',
    );

    expect(wordsOf(grid)).toEqual([
      ['Action', 'Due date', 'Lead officers', 'Success'],
      ['1. Waits'],
      ['Action 1.1: Count them', 'May 2025', 'A', 'one\ntwo'],
      ['Action 1.2: Cut them', 'June 2025', 'B'],
    ]);
  });
});
