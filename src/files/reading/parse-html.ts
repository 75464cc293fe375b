// An HTML page as what stands on it one below the other. Only text is taken, and the colour behind a cell: nothing is run
// or fetched.
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import type { Grid } from '../../core/message/domain/grid.ts';
import { colourNamed } from './colours.ts';
import { FileFault } from './file-fault.ts';
import { MAX_COLUMNS, MAX_DEPTH, MAX_ROWS } from './limits.ts';
import { gridsOf, type PageBlock, type PageCell, tidyLines } from './page-blocks.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** They say how text looks; left open, a parser has to repeat them in every paragraph that follows. */
const FORMATTING = /<\/?(?:a|b|big|code|em|font|i|nobr|small|strong|tt|u)(?=[\s/>])[^<>]*>/gi;
/** The same is said by an element that is not repeated. */
const STRUCK = /<(\/?)(?:s|strike)(?=[\s/>])/gi;
/** What needs no end tag, or has none, says nothing about depth. */
const NO_DEPTH =
  /^(?:p|li|td|th|tr|dt|dd|option|thead|tbody|tfoot|colgroup|br|hr|img|input|meta|link|col|area|base|embed|source|track|wbr)$/;
/** What begins and ends a line. */
const LINES = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'head', 'title']);

/** @throws FileFault `broken`, `too-many-…` */
export function parseHtml(page: string): Grid[] {
  const html = page.replace(STRUCK, '<$1del').replace(FORMATTING, '');
  checkDepth(html);
  const blocks: PageBlock[] = [];
  readBlocks(parse(html), 0, blocks);
  return gridsOf(blocks);
}

/** A parser's time grows with the square of the depth. */
function checkDepth(html: string): void {
  let depth = 0;
  for (const [, end, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (NO_DEPTH.test(name.toLowerCase())) continue;
    depth = Math.max(0, depth + (end ? -1 : 1));
    if (depth > MAX_DEPTH) throw new FileFault('broken');
  }
}

/** Lines below the first one of a list's item belong to it, and are deeper. */
function readBlocks(node: Node, depth: number, blocks: PageBlock[]): void {
  let inline = noWords();
  let isFirst = true;
  const flush = () => {
    const words = tidyLines(inline.plain);
    inline = noWords();
    if (words === '') return;
    blocks.push({ kind: 'line', depth: isItem && !isFirst ? depth + 1 : depth, words });
    isFirst = false;
  };
  const isItem = node.nodeName === 'li' || node.nodeName === 'dd';
  for (const child of childrenOf(node)) {
    if (isSilent(child)) continue;
    const name = child.nodeName;
    if (!LINES.has(name)) {
      // A line's own words may hold blocks, e.g. a paragraph within a link.
      if (holdsBlocks(child)) {
        flush();
        readBlocks(child, depth, blocks);
      } else gather(child, inline, false);
      continue;
    }
    flush();
    const level = /^h([1-6])$/.exec(name)?.[1];
    if (level !== undefined) {
      const into = noWords();
      gather(child, into, false);
      const words = tidyLines(into.plain).replace(/\n/g, ' ');
      if (words !== '') blocks.push({ kind: 'heading', level: Number(level), words });
    } else if (name === 'table') readTable(child, blocks);
    else readBlocks(child, depth + (name === 'dd' || (isItem && !isFirst) ? 1 : 0), blocks);
  }
  flush();
}

function holdsBlocks(node: Node): boolean {
  return childrenOf(node).some((child) => LINES.has(child.nodeName) || holdsBlocks(child));
}

function readTable(table: Node, blocks: PageBlock[]): void {
  const inner: PageBlock[] = [];
  const rows = partsOf(table, 'tr').map((row) =>
    childrenOf(row)
      .filter(isCell)
      .map((cell) => readCell(cell, inner)),
  );
  const captions = partsOf(table, 'caption').flatMap((caption): PageBlock[] => {
    const into = noWords();
    gather(caption, into, false);
    const words = tidyLines(into.plain);
    return words === '' ? [] : [{ kind: 'line', depth: 0, words }];
  });
  blocks.push(...captions, { kind: 'table', rows }, ...inner);
}

/** Elements of a name, not looking into tables within. */
function partsOf(table: Node, name: string): Node[] {
  return childrenOf(table).flatMap((child) => {
    if (child.nodeName === name) return [child];
    return child.nodeName === 'table' || isSilent(child) ? [] : partsOf(child, name);
  });
}

function readCell(cell: Element, inner: PageBlock[]): PageCell {
  const into = noWords();
  gather(cell, into, false);
  for (const table of into.tables) readTable(table, inner);
  const words = tidyLines(into.plain);
  return {
    ...{ words, struck: tidyLines(into.struck), isTracked: false, hasPicture: into.hasPicture },
    hasTable: into.tables.length > 0,
    fill: fillOf(cell) ?? (words === '' ? into.fill : null),
    ...{ across: span(cell, 'colspan'), down: span(cell, 'rowspan') },
  };
}

type Words = {
  plain: string;
  struck: string;
  hasPicture: boolean;
  fill: string | null;
  readonly tables: Node[];
};

function noWords(): Words {
  return { plain: '', struck: '', hasPicture: false, fill: null, tables: [] };
}

/** Adds the words of a node; tables in it are put aside. */
function gather(node: Node, into: Words, struck: boolean): void {
  if (isSilent(node)) return;
  if (node.nodeName === '#text' && 'value' in node) {
    const words = node.value.replace(/\s+/g, ' ');
    if (struck) into.struck += words;
    else into.plain += words;
    return;
  }
  if (node.nodeName === 'table') {
    into.tables.push(node);
    return;
  }
  const isStruck = struck || node.nodeName === 'del' || /line-through/i.test(styleOf(node));
  if (node.nodeName === 'img') {
    const alt = attribute(node, 'alt')?.trim() ?? '';
    if (alt === '') into.hasPicture = true;
    else into.plain += alt;
  }
  const breaks = LINES.has(node.nodeName) || node.nodeName === 'br' ? '\n' : '';
  into.plain += breaks;
  if (!isCell(node)) into.fill ??= fillOf(node);
  for (const child of childrenOf(node)) gather(child, into, isStruck);
  into.plain += node.nodeName === 'br' ? '' : breaks;
}

function isSilent(node: Node): boolean {
  return (
    SILENT.has(node.nodeName) ||
    attribute(node, 'hidden') !== null ||
    /display\s*:\s*none/i.test(styleOf(node))
  );
}

function isCell(node: Node): node is Element {
  return 'tagName' in node && (node.tagName === 'td' || node.tagName === 'th');
}

function fillOf(node: Node): string | null {
  const [, said] = /(?:^|[;\s])background(?:-color)?\s*:\s*([^;]+)/i.exec(styleOf(node)) ?? [];
  return colourNamed(said ?? attribute(node, 'bgcolor') ?? '');
}

function styleOf(node: Node): string {
  return attribute(node, 'style') ?? '';
}

function attribute(node: Node, name: string): string | null {
  return 'attrs' in node ? (node.attrs.find((one) => one.name === name)?.value ?? null) : null;
}

function span(cell: Element, name: 'colspan' | 'rowspan'): number {
  const stated = Number(attribute(cell, name) ?? 1);
  const limit = name === 'colspan' ? MAX_COLUMNS : MAX_ROWS;
  return Number.isInteger(stated) && stated > 1 ? Math.min(stated, limit) : 1;
}

function childrenOf(node: Node): Node[] {
  return 'childNodes' in node ? node.childNodes : [];
}
