// Files at the terminal: the one that `admin import` names is read, and those of an answer are written
// into the current directory, never over another one.
import { closeSync, openSync, readSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, parse } from 'node:path';
import type { GivenFile, MadeFile } from '../../core/request/app/inbound.ts';

/**
 * Words after `admin import` that name no file: what is said of an import that was read, and a date behind that or alone. Each
 * form of the verb is among them, and none without its number takes a name such as `lead.csv`.
 */
const NO_FILE = new RegExp(
  `^(?:${[
    '(?:(?:confirm|drop|roles)\\s+)?#?\\d+(?:\\s+workbook)?',
    'answer(?:\\s+#?\\d+(?:\\s+#?\\d+(?:\\s.*)?)?)?',
    'lead(?:\\s+#?\\d+(?:\\s.*\\sis\\s.*)?)?',
    'columns|help|confirm|drop|roles|workbook',
  ].join('|')})?(?:(?:^|\\s+)at\\s.*)?$`,
  'is',
);
/** Larger files are refused by their length, without being read. */
const MAX_BYTES = 10_000_000;

/** The file that a command line names, or null when it names none. */
export function namedFile(line: string): GivenFile | null {
  const path = /^(?:\/?pap\s+)?admin\s+import\s+(.+)$/is.exec(line.trim())?.[1]?.trim() ?? '';
  if (NO_FILE.test(path)) return null;
  const name = basename(path);
  try {
    const { size } = statSync(path);
    if (size > MAX_BYTES) return { name, problem: 'too-big' };
    return { name, bytes: parseWhole(path, size) };
  } catch {
    return { name, problem: 'not-found' };
  }
}

/** No more than its stated length: a file may grow while it is read. */
function parseWhole(path: string, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  const file = openSync(path, 'r');
  try {
    let read = 0;
    for (let count = -1; read < size && count !== 0; read += count)
      count = readSync(file, bytes, read, size - read, null);
    return bytes.subarray(0, read);
  } finally {
    closeSync(file);
  }
}

/** The file of the answer that a name's ending asks for, under that name; null: the answer has none. */
export function fileFor(files: readonly MadeFile[], out: string): MadeFile | null {
  const file = files.find((one) => parse(one.name).ext === parse(out).ext.toLowerCase());
  return file ? { ...file, name: basename(out) } : null;
}

/** Writes the files, each under the first free name; returns their paths. */
export function writeFiles(files: readonly MadeFile[], folder: string): string[] {
  return files.map(({ name, bytes }) => {
    const { name: stem, ext } = parse(basename(name));
    for (let attempt = 1; ; attempt++) {
      const path = join(folder, attempt === 1 ? `${stem}${ext}` : `${stem}-${attempt}${ext}`);
      try {
        writeFileSync(path, bytes, { flag: 'wx', mode: 0o600 });
        return path;
      } catch (error) {
        const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
        if (!exists || attempt > 1_000) throw error;
      }
    }
  });
}
