// What an Office document may not hold, looked for before any library sees it: macros, document types
// (and with them entities), more cells than a plan has, and ranges that would take minutes to fill.
import { FileFault } from './file-fault.ts';
import { MAX_CELLS, MAX_COLUMNS, MAX_ROWS } from './limits.ts';
import { zipParts } from './zip-parts.ts';

/** Which kind of document it is, and its parts by name. @throws FileFault `macros`, `external-entities`, `too-many-…`, … */
export function officeParts(bytes: Uint8Array): {
  readonly kind: 'xlsx' | 'docx';
  readonly parts: ReadonlyMap<string, Uint8Array>;
} {
  const parts = zipParts(bytes);
  const names = [...parts.keys()];
  const kind = parts.has('xl/workbook.xml')
    ? 'xlsx'
    : parts.has('word/document.xml')
      ? 'docx'
      : null;
  if (kind === null) throw new FileFault('unknown-kind');
  if (names.some((name) => /vbaProject|macrosheets\//i.test(name))) throw new FileFault('macros');
  for (const [name, part] of parts) {
    if (!/\.(?:xml|rels|vml)$/i.test(name)) continue;
    const xml = decodeXml(part);
    if (name === '[Content_Types].xml' && /macroEnabled/i.test(xml)) throw new FileFault('macros');
    if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new FileFault('external-entities');
    if (count(xml, kind === 'xlsx' ? '<c ' : '<w:tc>') > MAX_CELLS)
      throw new FileFault('too-many-cells');
    if (kind === 'xlsx') checkMerges(xml);
  }
  return { kind, parts };
}

/** UTF-16 is permitted in XML; what hides a document type there is found as well. */
function decodeXml(part: Uint8Array): string {
  const [one, two] = part;
  if ((one === 0xff && two === 0xfe) || two === 0) return new TextDecoder('utf-16le').decode(part);
  if ((one === 0xfe && two === 0xff) || one === 0) return new TextDecoder('utf-16be').decode(part);
  return new TextDecoder().decode(part);
}

function count(xml: string, what: string): number {
  let found = 0;
  for (let at = xml.indexOf(what); at >= 0; at = xml.indexOf(what, at + 1)) found++;
  return found;
}

function checkMerges(xml: string): void {
  let cells = 0;
  for (const [, left = '', top, right = '', bottom] of xml.matchAll(
    /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)"/g,
  )) {
    const columns = columnNumber(right) - columnNumber(left) + 1;
    const rows = Number(bottom) - Number(top) + 1;
    if (columns > MAX_COLUMNS) throw new FileFault('too-many-columns');
    if (rows > MAX_ROWS) throw new FileFault('too-many-rows');
    cells += Math.max(columns, 1) * Math.max(rows, 1);
    if (cells > MAX_CELLS) throw new FileFault('too-many-cells');
  }
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
