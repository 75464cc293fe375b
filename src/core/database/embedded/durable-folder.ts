// Moves a folder into its place only when all of it is on the disk, so that a kill or a power cut leaves either
// the whole folder under its name or nothing.
import { closeSync, fsyncSync, openSync, readdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** `draft` and `place` are in the same folder; `place` must not exist. */
export function moveIntoPlace(draft: string, place: string): void {
  const inside = readdirSync(draft, { recursive: true, encoding: 'utf8' });
  for (const name of inside) sync(join(draft, name));
  sync(draft);
  renameSync(draft, place);
  sync(dirname(place));
}

function sync(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
