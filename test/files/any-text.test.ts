// Whatever the record can hold, every file that is written of it opens again with the same visible words.
import { parse as parseCsv } from 'csv-parse/sync';
import excel from 'exceljs';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { ChartData } from '../../src/core/message/messages/chart-data.ts';
import type { Document } from '../../src/core/message/messages/document.ts';
import { familiesPage } from '../../src/files/families-page.ts';
import { drawPng, drawSvg } from '../../src/files/pictures/draw-chart.ts';
import { writeDocx } from '../../src/files/write-docx.ts';
import { writeHtml } from '../../src/files/write-html.ts';
import { writeCsvZip, writeXlsx } from '../../src/files/write-tables.ts';

const MADE_AT = new Date('2024-07-01T09:00:00Z');
const NASTY = [
  ...[
    '\uFFFE',
    '\uFFFF',
    '\u0000',
    '\u0008',
    '\u001F',
    '\u0085',
    '\uD800',
    '\uDC00x',
    'a\uD83D',
    'a\uD83D\uFFFE\uDC00x',
  ],
  ...[
    '_x0041_',
    '_x000D_',
    '_x005F_x0041_',
    '_xfffe_',
    '__x0041_',
    '=1+1',
    '\u0001=1+1',
    '@SUM(A1)',
  ],
  ...[
    '<b>&amp;</b>',
    ']]>',
    '"quoted"',
    "it's",
    'one\r\ntwo\rthree',
    '\uFDD0',
    '\u{1FFFE}',
    '👩‍🏫',
    '{a|b} {b}',
  ],
];
const anyText = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
    .map((units) => String.fromCharCode(...units)),
  fc
    .array(fc.constantFrom(...NASTY, ' ', 'a', '_', 'x0041_'), { maxLength: 8 })
    .map((parts) => parts.join('')),
);
const anyTexts = fc.array(anyText, { minLength: 1, maxLength: 8 });

/** What there is to see: no control characters, no halves, no characters that no file may hold; line breaks alike. */
function visible(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])\p{Cc}|[\uFFFE\uFFFF]|\p{Surrogate}/gu, '');
}

/** A formula is only to be seen behind an apostrophe. */
function inCell(text: string): string {
  const words = visible(text);
  return /^\s*[=+\-@\t]/.test(words) ? `'${words}` : words;
}

async function sheetOf(texts: readonly string[]): Promise<string[]> {
  const bytes = await writeXlsx(
    [{ name: 't', columns: ['_x0041_'], rows: texts.map((text) => [text]) }],
    MADE_AT,
  );
  const workbook = new excel.Workbook();
  await workbook.xlsx.load(
    Buffer.from(bytes) as unknown as Parameters<typeof workbook.xlsx.load>[0],
  );
  const sheet = workbook.getWorksheet('t');
  expect(sheet?.getCell('A1').value).toBe('_x0041_');
  return texts.map((_, row) => String(sheet?.getCell(`A${row + 2}`).value ?? ''));
}

/** The texts of a page, as a browser reads them. */
function wordsOf(html: string): string {
  const read = (node: DefaultTreeAdapterMap['node']): string =>
    'value' in node
      ? node.value
      : 'childNodes' in node
        ? node.childNodes.map(read).join('\u2063')
        : '';
  return read(parse(html));
}

function documentOf(texts: readonly string[]): Document {
  const [first = ''] = texts;
  return {
    ...{ title: first, subtitle: [first], foot: first, asAt: '2024-07-01T09:00:00Z' },
    blocks: [
      { kind: 'heading', level: 2, text: first },
      ...texts.map((text) => ({
        kind: 'paragraph' as const,
        spans: [{ kind: 'text' as const, text }],
      })),
      { kind: 'list', items: [[{ kind: 'strong', text: first }]] },
      {
        ...{ kind: 'table', caption: first, columns: [{ header: first, share: 1 }] },
        rows: texts.map((text) => [text]),
      },
      { kind: 'chart', chart: chartOf(first) },
    ],
  };
}

function chartOf(text: string): ChartData {
  return {
    ...{ kind: 'kpi-trend', title: text, alt: text, unit: text },
    points: [
      { label: text, value: 3, raw: text },
      { label: 'June', value: 4, raw: `4${text}` },
    ],
    target: { value: 5, raw: text, sense: 'at-least' },
  };
}

describe('any text', () => {
  it('is the same in a cell of Excel', async () => {
    expect(await sheetOf(['_x0041_', 'a\uFFFEb', 'b\uFFFF'])).toEqual(['_x0041_', 'ab', 'b']);
    await fc.assert(
      fc.asyncProperty(anyTexts, async (texts) => {
        expect(await sheetOf(texts)).toEqual(texts.map(inCell));
      }),
      { numRuns: 60, examples: [[NASTY]] },
    );
  });

  it('is cut where Excel takes no more, never within a character', async () => {
    const [cell = ''] = await sheetOf([`${'x'.repeat(32_765)}👍👍`]);

    expect(cell).toBe(`${'x'.repeat(32_765)}…`);
  });

  it('is the same in a .csv file', () => {
    fc.assert(
      fc.property(anyTexts, (texts) => {
        const zip = writeCsvZip([{ name: 't', columns: ['a'], rows: texts.map((text) => [text]) }]);
        const rows: string[][] = parseCsv(strFromU8(unzipSync(zip)['t.csv'] ?? new Uint8Array()), {
          bom: true,
        });
        expect(rows.slice(1).map(([cell = '']) => cell)).toEqual(texts.map(inCell));
      }),
      { numRuns: 100, examples: [[NASTY]] },
    );
  });

  it('is the same in a .docx', async () => {
    await fc.assert(
      fc.asyncProperty(anyTexts, async (texts) => {
        const bytes = await writeDocx(documentOf(texts));
        const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
        for (const text of texts)
          for (const line of visible(text).split('\n')) expect(value).toContain(line);
      }),
      { numRuns: 12, examples: [[NASTY]] },
    );
  }, 60_000);

  it('is the same in a page of HTML and in the families’ page', () => {
    fc.assert(
      fc.property(anyTexts, (texts) => {
        const pages = [
          new TextDecoder().decode(writeHtml(documentOf(texts))),
          familiesPage({
            ...{
              partnership: 'P',
              madeOn: '1 July 2024',
              example: false,
              promises: [],
              figures: [],
            },
            voices: texts.map((words) => ({ words, role: words, example: false })),
            glossary: [],
          } as unknown as Parameters<typeof familiesPage>[0]),
        ].map(wordsOf);
        for (const page of pages) for (const text of texts) expect(page).toContain(visible(text));
      }),
      { numRuns: 20, examples: [[NASTY]] },
    );
  }, 60_000);

  it('never keeps a chart from being drawn', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(drawSvg(chartOf(text))).toContain('</svg>');
        expect(drawPng(chartOf(text)).length).toBeGreaterThan(1_000);
      }),
      { numRuns: 12, examples: NASTY.slice(0, 8).map((text) => [text]) },
    );
  }, 60_000);

  it('is the same in JSON', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(
          JSON.parse(new TextDecoder().decode(new TextEncoder().encode(JSON.stringify(text)))),
        ).toBe(text);
      }),
    );
  });
});
