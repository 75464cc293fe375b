// Whether words say something new: a rating that changes needs a reason of its own.
import type { Rag } from '../../../core/message/domain/rag.ts';

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
