// A rating in words: symbol and word together, so that it never depends on colour.
import type { Fade, Objective } from '../domain/objective.ts';
import { type Rag, ragLooks, ragOrder } from '../domain/rag.ts';
import { countRatings } from '../domain/stale-rag.ts';

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

/** An objective's rating as it may be shown as today's: `🟢 Green`, or how far it has faded. */
export function ratingText({ rag, fade }: Pick<Objective, 'rag' | 'fade'>): string {
  return rag === null || !fade ? ragText(rag) : `⬜ ${fadeWords(rag, fade)}`;
}

/** `Last known green, 34 days ago`. */
export function fadeWords(rag: Rag, { step, daysAgo }: Fade): string {
  const ago = daysAgo === 1 ? '1 day ago' : `${daysAgo} days ago`;
  return step === 'last-known' ? `Last known ${rag}, ${ago}` : `Unrated (${rag} ${ago})`;
}

/** `🛑 Red 1 · 🔶 Amber 2 · 🟢 Green 0 · 🟦 Blue 0 · ⬜ Last known only 1 — of 4`. */
export function countsText(objectives: readonly Pick<Objective, 'rag' | 'fade'>[]): string {
  const counts = countRatings(objectives);
  const faded: readonly [string, number][] = [
    ['⬜ Last known only', counts.lastKnown],
    ['⬜ Unrated', counts.unrated],
    ['⬜ Not rated', counts.notRated],
  ];
  const parts = [
    ...ragOrder.map((rag) => `${ragText(rag)} ${counts[rag]}`),
    ...faded.filter(([, count]) => count > 0).map(([name, count]) => `${name} ${count}`),
  ];
  return `${parts.join(' · ')} — of ${counts.all}`;
}
