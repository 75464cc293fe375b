// What a zipped document consists of, unpacked only after its directory was checked: count, sizes and
// ratios. The sizes that the directory states are then enforced, because a directory can lie.
import { inflateRawSync } from 'node:zlib';
import { FileFault } from './file-fault.ts';
import { MAX_UNZIPPED_BYTES, MAX_ZIP_ENTRIES, MAX_ZIP_RATIO, RATIO_FREE_BYTES } from './limits.ts';

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
};

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const ENCRYPTED = 1;

/** The parts by name. @throws FileFault `zip-bomb`, `encrypted`, `broken` */
export function zipParts(bytes: Uint8Array): Map<string, Uint8Array> {
  const entries = directory(bytes);
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > MAX_UNZIPPED_BYTES || entries.some(isSuspicious)) throw new FileFault('zip-bomb');
  const parts = new Map<string, Uint8Array>();
  for (const entry of entries) {
    if (parts.has(entry.name)) throw new FileFault('broken');
    parts.set(entry.name, unpack(bytes, entry));
  }
  return parts;
}

function isSuspicious({ packed, size }: Entry): boolean {
  return size > RATIO_FREE_BYTES && size / Math.max(packed, 1) > MAX_ZIP_RATIO;
}

function directory(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ZIP_ENTRIES) throw new FileFault('zip-bomb');
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL)
      throw new FileFault('broken');
    if (view.getUint16(at + 8, true) & ENCRYPTED) throw new FileFault('encrypted');
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The end record; a comment may follow it. */
function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - 0xffff);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--)
    if (view.getUint32(at, true) === END) return at;
  throw new FileFault('broken');
}

function unpack(bytes: Uint8Array, { method, packed, size, offset }: Entry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL)
    throw new FileFault('broken');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (method === 0) return data;
  if (method !== 8 || size === 0) {
    if (size === 0) return new Uint8Array();
    throw new FileFault('broken');
  }
  try {
    const part = inflateRawSync(data, { maxOutputLength: size });
    if (part.length === size) return part;
  } catch (error) {
    const overflows = error instanceof Error && 'code' in error;
    throw new FileFault(overflows && error.code === 'ERR_BUFFER_TOO_LARGE' ? 'zip-bomb' : 'broken');
  }
  throw new FileFault('broken');
}
