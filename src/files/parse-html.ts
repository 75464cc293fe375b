// The tables of an HTML page, and of a .docx file, which is turned into one first. Only text is taken:
// nothing is run, fetched or styled.
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import type { Grid } from '../core/message/domain/grid.ts';
import { FileFault } from './file-fault.ts';
import { buildGrid, type GridBuilder } from './grid-builder.ts';
import { MAX_CELLS, MAX_COLUMNS, MAX_HTML_DEPTH, MAX_ROWS, MAX_TABLES } from './limits.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** They say how text looks; left open, a parser has to repeat them in every paragraph that follows. */
const FORMATTING =
  /<\/?(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>])[^<>]*>/gi;
/** What needs no end tag, or has none, says nothing about depth. */
const NO_DEPTH =
  /^(?:p|li|td|th|tr|dt|dd|option|thead|tbody|tfoot|colgroup|br|hr|img|input|meta|link|col|area|base|embed|source|track|wbr)$/;
const BREAKS = new Set(['p', 'br', 'li', 'div', 'tr']);
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'head']);

/** @throws FileFault `broken`, `nested-tables`, `too-many-…` */
export function parseHtml(page: string): Grid[] {
  const html = page.replace(FORMATTING, '');
  checkDepth(html);
  const tables = findAll(parse(html), 'table', null);
  if (tables.length > MAX_TABLES) throw new FileFault('too-many-tables');
  return tables.map((table, index) => readTable(table, index + 1)).filter((grid) => grid !== null);
}

/** A parser's time grows with the square of the depth. */
function checkDepth(html: string): void {
  let depth = 0;
  for (const [, end, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (NO_DEPTH.test(name.toLowerCase())) continue;
    depth = Math.max(0, depth + (end ? -1 : 1));
    if (depth > MAX_HTML_DEPTH) throw new FileFault('broken');
  }
}

/** Elements of a name in document order, not looking into others that are called `within`. */
function findAll(root: Node, name: string, within: string | null): Element[] {
  const found: Element[] = [];
  const visit = (node: Node) => {
    for (const child of childrenOf(node)) {
      if ('tagName' in child && SILENT.has(child.tagName)) continue;
      if ('tagName' in child && child.tagName === name) found.push(child);
      if (!('tagName' in child) || child.tagName !== within) visit(child);
    }
  };
  visit(root);
  return found;
}

function readTable(table: Element, number: number): Grid | null {
  if (findAll(table, 'table', null).length > 0) throw new FileFault('nested-tables');
  const grid = buildGrid({ kind: 'table', number });
  /** How many more rows a cell reaches down, by column. */
  const reaching = new Map<number, { left: number; row: number; words: string }>();
  let cells = 0;
  findAll(table, 'tr', 'table').forEach((line, index) => {
    const row = index + 1;
    if (row > MAX_ROWS) throw new FileFault('too-many-rows');
    let column = 1;
    for (const cell of childrenOf(line).filter(isCell)) {
      column = passReaching(grid, reaching, row, column);
      const words = textOf(cell);
      grid.put(row, column, words);
      const down = span(cell, 'rowspan');
      const across = span(cell, 'colspan');
      cells += across;
      if (cells > MAX_CELLS) throw new FileFault('too-many-cells');
      for (let over = 0; over < across && down > 1; over++)
        reaching.set(column + over, { left: down - 1, row, words: over === 0 ? words : '' });
      column += across;
    }
    passReaching(grid, reaching, row, column);
  });
  return grid.finish();
}

/** Fills in what reaches down from above; the first column that is free. */
function passReaching(
  grid: GridBuilder,
  reaching: Map<number, { left: number; row: number; words: string }>,
  row: number,
  from: number,
): number {
  let column = from;
  for (let above = reaching.get(column); above && above.row < row; above = reaching.get(column)) {
    grid.put(row, column, above.words, { row: above.row, column });
    if (above.left > 1) reaching.set(column, { ...above, left: above.left - 1 });
    else reaching.delete(column);
    column++;
  }
  return column;
}

function isCell(node: Node): node is Element {
  return 'tagName' in node && (node.tagName === 'td' || node.tagName === 'th');
}

function span(cell: Element, name: 'colspan' | 'rowspan'): number {
  const stated = Number(cell.attrs.find((attribute) => attribute.name === name)?.value ?? 1);
  const limit = name === 'colspan' ? MAX_COLUMNS : MAX_ROWS;
  return Number.isInteger(stated) && stated > 1 ? Math.min(stated, limit) : 1;
}

function textOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value.replace(/\s+/g, ' ');
  if ('tagName' in node && SILENT.has(node.tagName)) return '';
  const inner = childrenOf(node).map(textOf).join('');
  return BREAKS.has(node.nodeName)
    ? `${inner}\n`
    : inner.replace(/(?<! ) +\n/g, '\n').replace(/\n +/g, '\n');
}

function childrenOf(node: Node): Node[] {
  return 'childNodes' in node ? node.childNodes : [];
}
