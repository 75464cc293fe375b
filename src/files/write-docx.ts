// Writes a document as .docx: real headings, header rows that repeat, alternative texts, British English. The same
// document gives the same bytes.
import {
  AlignmentType,
  Document as Docx,
  type FileChild,
  Footer,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { xmlText } from '../core/message/domain/xml-text.ts';
import {
  type Cell,
  type Document,
  type DocumentBlock,
  ratingLook,
} from '../core/message/messages/document.ts';
import type { Inline } from '../core/message/messages/message.ts';
import { drawPng } from './pictures/draw-chart.ts';
import { steadyDocx } from './steady-docx.ts';

/** A4 on its side, in twentieths of a point: tables are wide. */
const PAGE = { width: 11_906, height: 16_838, margin: 1_000 };
const TEXT_WIDTH = PAGE.height - 2 * PAGE.margin;
const PICTURE = { width: 640, height: 360 };
const BULLETS = 'bullets';
const FONT = 'Arial';

/** The file. */
export async function writeDocx(document: Document): Promise<Uint8Array> {
  const { title, subtitle, foot, blocks, asAt } = document;
  const children = [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: run(title) }),
    ...subtitle.map((line) => new Paragraph({ style: 'Lead', children: run(line) })),
    ...blocks.flatMap(toChildren),
  ];
  const file = new Docx({
    title: xmlText(title),
    creator: 'PAP',
    lastModifiedBy: 'PAP',
    styles: styles(),
    numbering: { config: [{ reference: BULLETS, levels: [bullet()] }] },
    sections: [
      {
        properties: {
          page: {
            // The library turns the sides round itself.
            size: { ...PAGE, orientation: PageOrientation.LANDSCAPE },
            margin: {
              top: PAGE.margin,
              bottom: PAGE.margin,
              left: PAGE.margin,
              right: PAGE.margin,
            },
          },
        },
        footers: { default: footer(foot) },
        children,
      },
    ],
  });
  return steadyDocx(new Uint8Array(await Packer.toArrayBuffer(file)), asAt);
}

function toChildren(block: DocumentBlock): FileChild[] {
  switch (block.kind) {
    case 'heading': {
      const heading = block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3;
      return [new Paragraph({ heading, children: run(block.text) })];
    }
    case 'paragraph':
      return [new Paragraph({ children: runs(block.spans) })];
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({ numbering: { reference: BULLETS, level: 0 }, children: runs(item) }),
      );
    case 'table':
      return [
        new Paragraph({ style: 'Caption', keepNext: true, children: run(block.caption) }),
        table(block),
        // Two tables in a row would become one.
        new Paragraph({ style: 'Gap', children: [] }),
      ];
    case 'chart':
      return [picture(block.chart)];
    case 'page-break':
      return [new Paragraph({ style: 'Gap', pageBreakBefore: true, children: [] })];
    default:
      return block satisfies never;
  }
}

function table({ columns, rows }: Extract<DocumentBlock, { kind: 'table' }>): Table {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.round((TEXT_WIDTH * share) / shares));
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      (column, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          shading: { type: ShadingType.CLEAR, fill: 'E3E8EE' },
          children: [new Paragraph({ style: 'Cell', children: run(column.header, true) })],
        }),
    ),
  });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    tableLook: { firstRow: true, firstColumn: true },
    rows: [
      header,
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map(
              (cell, index) =>
                new TableCell({
                  width: { size: widths[index] ?? 0, type: WidthType.DXA },
                  children: [
                    new Paragraph({ style: 'Cell', children: cellRuns(cell, index === 0) }),
                  ],
                }),
            ),
          }),
      ),
    ],
  });
}

function cellRuns(cell: Cell, isName: boolean): TextRun[] {
  if (typeof cell === 'string') return run(cell, isName);
  const { rating, words, after } = cell;
  const { shape, word, colour } = ratingLook(rating);
  const said = new TextRun({
    text: xmlText(`${shape} ${words ?? word}`),
    bold: true,
    color: colour,
  });
  return after ? [said, ...run(` ${after}`)] : [said];
}

function picture(chart: Extract<DocumentBlock, { kind: 'chart' }>['chart']): Paragraph {
  return new Paragraph({
    keepLines: true,
    children: [
      new ImageRun({
        type: 'png',
        data: drawPng(chart),
        transformation: PICTURE,
        altText: {
          name: xmlText(chart.title),
          title: xmlText(chart.title),
          description: xmlText(chart.alt),
        },
      }),
    ],
  });
}

function runs(spans: Inline): TextRun[] {
  return spans.flatMap((span) => run(span.text, span.kind === 'strong', span.kind === 'code'));
}

/** Lines that somebody typed stay lines. */
function run(words: string, bold = false, isCode = false): TextRun[] {
  const lines = xmlText(words).split('\n');
  return lines.map(
    (text, index) =>
      new TextRun({
        text,
        // Said only where it is so: a heading is bold by its style.
        ...(bold && { bold }),
        ...(index > 0 && { break: 1 }),
        ...(isCode && { font: 'Courier New' }),
      }),
  );
}

function footer(foot: string): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'Foot',
        children: [
          ...run(`${foot} · page `),
          new TextRun({ children: [PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
}

function bullet() {
  const indent = { left: 360, hanging: 260 };
  return {
    level: 0,
    format: LevelFormat.BULLET,
    text: '•',
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent } },
  };
}

function styles() {
  const heading = (size: number, before: number) => ({
    run: { font: FONT, size, bold: true, color: '1A2B3C' },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  });
  const own = (id: string, size: number, before: number, after: number, bold = false) => ({
    ...{ id, name: id, basedOn: 'Normal' },
    run: { size, bold },
    paragraph: { spacing: { before, after } },
  });
  return {
    default: {
      document: {
        run: { font: FONT, size: 21, language: { value: 'en-GB' } },
        paragraph: { spacing: { after: 120 } },
      },
      heading1: heading(40, 0),
      heading2: heading(30, 240),
      heading3: heading(24, 200),
    },
    paragraphStyles: [
      own('Lead', 24, 0, 80),
      own('Caption', 20, 120, 60, true),
      own('Cell', 18, 20, 20),
      own('Foot', 16, 0, 0),
      own('Gap', 8, 0, 0),
    ],
  };
}
