// The one way into a file: what kind it is by its content, whether it may be read, and its tables.
import type { FileProblem, FileReading, Grid } from '../../core/message/domain/grid.ts';
import { FileFault } from './file-fault.ts';
import { MAX_FILE_BYTES } from './limits.ts';
import { officeParts } from './office-parts.ts';
import { parseCsv } from './parse-csv.ts';
import { parseDocx } from './parse-docx.ts';
import { parseHtml } from './parse-html.ts';
import { parseXlsx } from './parse-xlsx.ts';
import { decodeWindows1252 } from './windows-1252.ts';

/** Reads a file's tables. The name decides nothing: content does. Never throws for what is in a file. */
export async function parseFile(bytes: Uint8Array): Promise<FileReading> {
  if (bytes.length > MAX_FILE_BYTES) return { kind: 'refused', problem: 'too-big' };
  try {
    return await loadContent(bytes);
  } catch (error) {
    // Whatever a library makes of a broken file, it is the file that is broken.
    return { kind: 'refused', problem: error instanceof FileFault ? error.problem : 'broken' };
  }
}

async function loadContent(bytes: Uint8Array): Promise<FileReading> {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    const { kind, parts } = officeParts(bytes);
    return tables(kind === 'xlsx' ? await parseXlsx(bytes) : parseDocx(parts));
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new FileFault(oldOffice(bytes));
  // Some programs write the mark of UTF-8 twice.
  const text = decode(bytes).replace(/^\uFEFF+/, '');
  if (text.trim() === '') throw new FileFault('empty');
  if (/^\s*\{\s*"format"\s*:\s*"pap-plan"/.test(text)) return { kind: 'plan', text };
  if (/^\s*</.test(text)) {
    if (/<!ENTITY|<!DOCTYPE[^<>[]*\[/i.test(text)) throw new FileFault('external-entities');
    if (!/<(?:table|html|!doctype html)[\s>]/i.test(text)) throw new FileFault('unknown-kind');
    return tables(parseHtml(text));
  }
  if (/^\s*[{[]/.test(text)) throw new FileFault('unknown-kind');
  return tables(parseCsv(text));
}

function tables(grids: readonly Grid[]): FileReading {
  if (grids.length === 0) throw new FileFault('empty');
  return { kind: 'tables', grids };
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Word and Excel keep an encrypted document in the old container, in a stream of this name. */
function oldOffice(bytes: Uint8Array): FileProblem {
  const name = Buffer.from('EncryptedPackage', 'utf16le');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(name)
    ? 'encrypted'
    : 'old-office';
}

/** UTF-8 or UTF-16 by its mark, else UTF-8, else what Excel in Western Europe writes. */
function decode(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  const start = bytes.subarray(0, 4_096);
  if (start.some((byte) => byte < 9 || (byte > 13 && byte < 27)) || bytes.includes(0))
    throw new FileFault('unknown-kind');
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) throw new FileFault('unknown-kind');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}
