// The note as a line holds it. Kept as typed: only quotation marks around the whole of it go, and
// keyboards write those curly.
import { readNote } from '../domain/note.ts';
import type { Result } from '../domain/result.ts';

/** Refusals: those of `readNote`. */
export function readTypedNote(words: string): Result<string | null> {
  const inner = /^[“”„]([^“”„]*)[“”„]$/.exec(words.trim())?.[1];
  return readNote(inner ?? words);
}
