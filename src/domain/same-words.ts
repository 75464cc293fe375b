// Whether words say something new: a rating that changes needs a reason of its own.
import type { RatingKind, StatusEntry } from './objective.ts';
import type { Rag } from './rag.ts';

/** The words of a person's own entry; those of the published plan are nobody's return. */
export function ownWords(entry: StatusEntry | undefined): string | null {
  return entry?.author ? entry.note : null;
}

/**
 * The last words that a person said with the rating that holds: confirming it without words leaves them standing.
 * @param entries an objective's, newest first
 */
export function wordsOfRating(
  entries: readonly StatusEntry[],
  rating: RatingKind,
  rag: Rag | null,
): string | null {
  for (const entry of entries) {
    if (entry.rating !== rating || entry.superseded || entry.kind === 'undo') continue;
    if (entry.toRag !== rag) return null;
    const words = ownWords(entry);
    if (words !== null) return words;
  }
  return null;
}

/** Whether a rating changes and its note is that of the rating before. */
export function isCarriedOver(change: {
  readonly from: Rag | null;
  readonly to: Rag | null;
  readonly note: string | null;
  readonly lastWords: string | null;
}): boolean {
  const { from, to, note, lastWords } = change;
  if (from === null || from === to || !note || !lastWords) return false;
  return areSameWords(note, lastWords);
}

/** Whether two notes are the same words, however they are spaced, punctuated at their ends or capitalised. */
function areSameWords(one: string, other: string): boolean {
  return key(one) === key(other);
}

function key(note: string): string {
  return note
    .normalize('NFC')
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}\p{S}-]+|[^\p{L}\p{N}\p{S}%]+$/gu, ''))
    .filter(Boolean)
    .join(' ');
}
