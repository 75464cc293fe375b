// What a button carries over the wire, and how it is read back. Both platforms use this one form,
// so a press means the same on each; anything unreadable is null, never an exception.
import { z } from 'zod';
import { readRag } from '../domain/rag.ts';
import type { Action, Guard } from './message.ts';

const wire = z
  .object({
    l: z.string().min(1).max(1_500),
    o: z.string().max(64).optional(),
    v: z.number().int().nonnegative().optional(),
  })
  // Half a guard would let a stale press through.
  .refine(({ o, v }) => (o === undefined) === (v === undefined));

export type ActionValue = { readonly line: string; readonly guard?: Guard };

/** The button's value: its command line, with the id and version of the item that it acts on. */
export function encodeActionValue(action: Action): string {
  return JSON.stringify({
    l: action.line,
    ...(action.guard && { o: action.guard.objectiveId, v: action.guard.version }),
  });
}

/** Reads a button's value, or null when it is not one of ours. */
export function decodeActionValue(value: unknown): ActionValue | null {
  if (typeof value !== 'string') return null;
  let json: unknown;
  try {
    json = JSON.parse(value);
  } catch {
    return null;
  }
  const read = wire.safeParse(json);
  if (!read.success) return null;
  const { l, o, v } = read.data;
  return o !== undefined && v !== undefined
    ? { line: l, guard: { objectiveId: o, version: v } }
    : { line: l };
}

/**
 * A form's answers as the words that follow the submit button's line, in field order. A note that
 * begins with a rating's name is put in quotation marks, so that it is not read as a second rating.
 */
export function lineWithAnswers(line: string, answers: readonly string[]): string {
  const words = answers.map((answer) => answer.trim());
  // By the field's own place: a note does not become the rating when the rating is left empty.
  const placed = words.map((answer, index) => (index > 0 ? asNote(answer) : answer));
  return [line, ...placed.filter(Boolean)].join(' ');
}

/** The note as it stands behind a rating: in quotation marks when its first words name another. */
export function asNote(note: string): string {
  return readRag(note).kind !== 'none' && !note.includes('"') ? `"${note}"` : note;
}
