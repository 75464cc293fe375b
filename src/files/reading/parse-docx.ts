// A .docx file as what stands in it one below the other. Words that are struck through, deleted or hidden are no words of the
// plan; the colour behind a cell may be all that it says. Pictures are left out, and nothing outside the file is opened.
import type { Grid } from '../../core/message/domain/grid.ts';
import { type ParagraphNumbers, parseNumbering } from './docx-numbers.ts';
import { FileFault } from './file-fault.ts';
import { gridsOf, type PageBlock, type PageCell, tidyLines } from './page-blocks.ts';
import { childOf, descendants, parseXml, type XmlNode } from './xml-tree.ts';

type Style = {
  readonly level: number | null;
  readonly numId: string | null;
  readonly isBold: boolean;
  readonly basedOn: string | null;
};

type Reader = {
  readonly styles: ReadonlyMap<string, Style>;
  readonly numbers: ParagraphNumbers;
};

/** What has been read of a paragraph or a cell. */
type Words = {
  plain: string;
  struck: string;
  isTracked: boolean;
  hasPicture: boolean;
  /** Whether some words are not bold. */
  isLight: boolean;
};

/** Below every heading that has a style: lines that are bold from end to end. */
const BOLD_LEVEL = 10;
const MAX_BOLD_HEADING = 200;

/** Tables in the order of the document. @param parts the file's parts by name */
export function parseDocx(parts: ReadonlyMap<string, Uint8Array>): Grid[] {
  const read = (name: string) => {
    const part = parts.get(`word/${name}.xml`);
    return part && parseXml(part);
  };
  const document = read('document');
  if (!document) throw new FileFault('broken');
  const body = childOf(childOf(document, 'document'), 'body');
  const reader = { styles: readStyles(read('styles')), numbers: parseNumbering(read('numbering')) };
  return gridsOf(blocksOf(body?.children ?? [], reader));
}

function readStyles(part: XmlNode | undefined): Map<string, Style> {
  const root = childOf(part, 'styles');
  return new Map(
    (root?.children ?? [])
      .filter(({ name }) => name === 'style')
      .map((style) => {
        const name = childOf(style, 'name')?.attributes.val ?? '';
        const paragraph = childOf(style, 'pPr');
        const outline = childOf(paragraph, 'outlineLvl')?.attributes.val;
        const named = /^(?:heading ([1-9])|(title))$/i.exec(name);
        const level = named
          ? Number(named[1] ?? 0)
          : outline === undefined
            ? null
            : Number(outline) + 1;
        return [
          style.attributes.styleId ?? '',
          {
            ...{
              level: level !== null && level > 9 ? null : level,
              isBold: isOn(childOf(style, 'rPr'), 'b'),
            },
            numId: childOf(childOf(paragraph, 'numPr'), 'numId')?.attributes.val ?? null,
            basedOn: childOf(style, 'basedOn')?.attributes.val ?? null,
          },
        ];
      }),
  );
}

function isOn(properties: XmlNode | undefined, name: string): boolean {
  const node = childOf(properties, name);
  return node !== undefined && !/^(?:0|false|off|none)$/.test(node.attributes.val ?? '1');
}

function styleOf<K extends keyof Style>(id: string, what: K, { styles }: Reader): Style[K] | null {
  let style = styles.get(id);
  for (let depth = 0; style && depth < 20; depth++) {
    if (style[what] !== null && style[what] !== false) return style[what];
    style = styles.get(style.basedOn ?? '');
  }
  return null;
}

/** What holds other blocks, and is none itself. */
const AROUND_BLOCKS = new Set(['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo', 'smartTag']);

function blocksOf(nodes: readonly XmlNode[], reader: Reader): PageBlock[] {
  return nodes.flatMap((node): PageBlock[] => {
    if (node.name === 'p') return paragraphBlocks(node, reader);
    if (node.name === 'tbl') return tableBlocks(node, reader);
    if (node.name === 'AlternateContent') return blocksOf(chosen(node), reader);
    return AROUND_BLOCKS.has(node.name) ? blocksOf(node.children, reader) : [];
  });
}

/** Of two ways to show the same thing, the first. */
function chosen(node: XmlNode): readonly XmlNode[] {
  return (childOf(node, 'Choice') ?? childOf(node, 'Fallback'))?.children ?? [];
}

function paragraphBlocks(node: XmlNode, reader: Reader): PageBlock[] {
  const into = noWords();
  const { style, listLevel } = readParagraph(node, into, reader);
  const words = tidyLines(into.plain);
  const boxes = descendants(node, 'txbxContent')
    .slice(0, 1)
    .flatMap(({ children }) => blocksOf(children, reader));
  if (words === '') return boxes;
  const level = styleOf(style, 'level', reader);
  const isBold =
    (!into.isLight || styleOf(style, 'isBold', reader) === true) &&
    words.length <= MAX_BOLD_HEADING;
  const block: PageBlock =
    level !== null || isBold
      ? { kind: 'heading', level: level ?? BOLD_LEVEL, words }
      : { kind: 'line', depth: listLevel, words };
  return [block, ...boxes];
}

function noWords(): Words {
  return { plain: '', struck: '', isTracked: false, hasPicture: false, isLight: false };
}

/** Adds a paragraph's words, its own number before them. */
function readParagraph(node: XmlNode, into: Words, reader: Reader) {
  const properties = childOf(node, 'pPr');
  const style = childOf(properties, 'pStyle')?.attributes.val ?? '';
  const own = childOf(properties, 'numPr');
  const numId = childOf(own, 'numId')?.attributes.val ?? styleOf(style, 'numId', reader);
  const level = Number(childOf(own, 'ilvl')?.attributes.val ?? 0);
  const number = numId === null || numId === '0' ? '' : reader.numbers(numId, level);
  if (number !== '') into.plain += `${number} `;
  readRuns(node.children, into, { struck: false, deleted: false });
  into.plain += '\n';
  into.struck += ' ';
  return { style, listLevel: numId === null ? 0 : level + 1 };
}

type State = { readonly struck: boolean; readonly deleted: boolean };

/** What is no word of the text: properties, instructions of fields, notes in the margin; text boxes are read apart. */
const SILENT = new Set(['pPr', 'rPr', 'instrText', 'txbxContent', 'footnoteReference', 'tbl']);

function readRuns(nodes: readonly XmlNode[], into: Words, state: State): void {
  for (const node of nodes) {
    if (SILENT.has(node.name)) continue;
    if (node.name === 'r') readRun(node, into, state);
    else if (node.name === 'del' || node.name === 'moveFrom') {
      into.isTracked = true;
      readRuns(node.children, into, { ...state, deleted: true });
    } else {
      if (node.name === 'ins' || node.name === 'moveTo') into.isTracked = true;
      readRuns(node.name === 'AlternateContent' ? chosen(node) : node.children, into, state);
    }
  }
}

function readRun(run: XmlNode, into: Words, state: State): void {
  const properties = childOf(run, 'rPr');
  if (isOn(properties, 'vanish')) return;
  const struck = state.struck || isOn(properties, 'strike') || isOn(properties, 'dstrike');
  const isBold = isOn(properties, 'b');
  const add = (words: string) => {
    if (state.deleted) return;
    if (struck) into.struck += words;
    else {
      into.plain += words;
      if (!isBold && words.trim() !== '') into.isLight = true;
    }
  };
  const visit = (nodes: readonly XmlNode[]) => {
    for (const node of nodes) {
      if (node.name === 't')
        add(
          node.children
            .map(({ text }) => text)
            .join('')
            .replace(/\n/g, ' '),
        );
      else if (node.name === 'tab') add(' ');
      else if (node.name === 'br' || node.name === 'cr') add('\n');
      else if (node.name === 'noBreakHyphen') add('-');
      else if (node.name === 'sym') add(symbol(node));
      else if (/^(?:drawing|pict|object)$/.test(node.name)) into.hasPicture = true;
      else if (node.name === 'AlternateContent') visit(chosen(node));
    }
  };
  visit(run.children);
}

/** Marks that people tick a plan with, by their place in the font Wingdings. */
const WINGDINGS: Readonly<Record<string, string>> = {
  FC: '✓',
  FB: '✗',
  FE: '☑',
  FD: '☒',
  A8: '☐',
  E0: '→',
  E1: '↑',
  E2: '↓',
  F0: '→',
  F1: '↑',
  F2: '↓',
  DF: '←',
  '6C': '●',
  '6E': '■',
};

function symbol({ attributes }: XmlNode): string {
  const code = attributes.char?.toUpperCase().replace(/^F0(?=..$)/, '') ?? '';
  return /^wingdings$/i.test(attributes.font ?? '') ? (WINGDINGS[code] ?? '') : '';
}

type Placed = { cell: PageCell & { down: number }; column: number };

/** The table, and those within it after it. */
function tableBlocks(table: XmlNode, reader: Reader): PageBlock[] {
  const inner: PageBlock[] = [];
  /** The cell that goes on in the next row, by its first column. */
  let above = new Map<number, Placed['cell']>();
  const rows = rowsOf(table).map((row) => {
    const properties = childOf(row, 'trPr');
    let column = Number(childOf(properties, 'gridBefore')?.attributes.val ?? 0);
    const before: Placed[] = column > 0 ? [{ cell: blank(column), column: 0 }] : [];
    const next = new Map<number, Placed['cell']>();
    const placed = cellsOf(row).flatMap((node): Placed[] => {
      const { cell, goesOn } = readCell(
        node,
        reader,
        inner,
        childOf(properties, 'del') !== undefined,
      );
      const at = column;
      column += cell.across;
      const from = goesOn === 'more' ? above.get(at) : undefined;
      if (from) {
        from.down++;
        next.set(at, from);
        return [];
      }
      if (goesOn !== null) next.set(at, cell);
      return [{ cell, column: at }];
    });
    above = next;
    return [...before, ...placed].map(({ cell }) => cell);
  });
  return [{ kind: 'table', rows }, ...inner];
}

function blank(across: number): Placed['cell'] {
  const nothing = { words: '', struck: '', isTracked: false, fill: null };
  return { ...nothing, hasPicture: false, hasTable: false, across, down: 1 };
}

function rowsOf(node: XmlNode): XmlNode[] {
  return node.children.flatMap((child) =>
    child.name === 'tr' ? [child] : AROUND_BLOCKS.has(child.name) ? rowsOf(child) : [],
  );
}

function cellsOf(node: XmlNode): XmlNode[] {
  return node.children.flatMap((child) =>
    child.name === 'tc' ? [child] : AROUND_BLOCKS.has(child.name) ? cellsOf(child) : [],
  );
}

function readCell(node: XmlNode, reader: Reader, inner: PageBlock[], isDeleted: boolean) {
  const properties = childOf(node, 'tcPr');
  const into = noWords();
  let hasTable = false;
  const visit = (nodes: readonly XmlNode[]) => {
    for (const child of nodes) {
      if (child.name === 'p') readParagraph(child, into, reader);
      else if (child.name === 'tbl') {
        hasTable = true;
        inner.push(...tableBlocks(child, reader));
      } else if (child.name === 'AlternateContent') visit(chosen(child));
      else if (AROUND_BLOCKS.has(child.name)) visit(child.children);
    }
  };
  visit(node.children);
  const merge = childOf(properties, 'vMerge');
  const across = Number(childOf(properties, 'gridSpan')?.attributes.val ?? 1);
  const words = tidyLines(into.plain);
  const cell = {
    words: isDeleted ? '' : words,
    struck: tidyLines(isDeleted ? `${words} ${into.struck}` : into.struck),
    isTracked: into.isTracked || isDeleted,
    fill: fillOf(childOf(properties, 'shd')),
    ...{ hasPicture: into.hasPicture, hasTable, down: 1 },
    across: Number.isInteger(across) && across > 0 ? Math.min(across, 100) : 1,
  };
  const goesOn = merge ? (merge.attributes.val === 'restart' ? 'first' : 'more') : null;
  return { cell, goesOn } as const;
}

function fillOf(shading: XmlNode | undefined): string | null {
  const { val, fill, color } = shading?.attributes ?? {};
  const colour = val === 'solid' ? color : fill;
  return colour && /^[0-9a-f]{6}$/i.test(colour) ? colour.toUpperCase() : null;
}
