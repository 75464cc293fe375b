// A rating in words: symbol and word together, so that it never depends on colour.
import { type Rag, ragLooks } from '../domain/rag.ts';

/** `🔶 Amber`, or `⬜ Not rated`. */
export function ragText(rag: Rag | null): string {
  return rag === null ? '⬜ Not rated' : `${ragLooks[rag].symbol} ${ragLooks[rag].word}`;
}

/** Where a rating came from that nobody here gave: the documents, or the demonstration's own fiction. */
export function givenText(example: boolean): string {
  return example ? 'as made up for the example' : 'as published';
}

/** `🛑 Red → 🔶 Amber`, or `🛑 Red (no change)`. */
export function ragChangeText(from: Rag | null, to: Rag | null): string {
  return from === to ? `${ragText(to)} (no change)` : `${ragText(from)} → ${ragText(to)}`;
}
