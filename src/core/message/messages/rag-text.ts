// A rating in words: symbol and word together, so that it never depends on colour.

import { type Rag, ragLooks } from '../domain/rag.ts';
import {
  countRatings,
  type Fade,
  type RagCounts,
  type Rated,
  type Standing,
  standingOf,
  standings,
} from '../domain/standing.ts';

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
export function ratingText({ rag, fade }: Rated): string {
  return rag === null || !fade ? ragText(rag) : `⬜ ${fadeWords(rag, fade)}`;
}

/** `Last known green, 34 days ago`, or `Unrated (green 97 days ago)`: as it is counted. */
export function fadeWords(rag: Rag, fade: Fade): string {
  const ago = fade.daysAgo === 1 ? '1 day ago' : `${fade.daysAgo} days ago`;
  return standingOf({ rag, fade }) === 'unrated'
    ? `Unrated (${rag} ${ago})`
    : `Last known ${rag}, ${ago}`;
}

const fadedWords = {
  'last-known-red': 'Last known red',
  'last-known-amber': 'Last known amber',
  'last-known-green': 'Last known green',
  'last-known-blue': 'Last known blue',
  unrated: 'Unrated',
  'not-rated': 'Not rated',
} as const satisfies Record<Exclude<Standing, Rag>, string>;

/** `Red`, or `Last known red`. */
export function standingWord(standing: Standing): string {
  return isRag(standing) ? ragLooks[standing].word : fadedWords[standing];
}

/** `🛑 Red`, or `⬜ Last known red`. */
export function standingText(standing: Standing): string {
  return isRag(standing) ? ragText(standing) : `⬜ ${fadedWords[standing]}`;
}

function isRag(standing: Standing): standing is Rag {
  return standing in ragLooks;
}

/** What is told of counts: every colour, and of the rest what there is. */
export function toldStandings(counts: Partial<RagCounts>): Standing[] {
  return standings.filter((standing) => isRag(standing) || (counts[standing] ?? 0) > 0);
}

/** `🛑 Red 1 · 🔶 Amber 2 · 🟢 Green 0 · 🟦 Blue 0 · ⬜ Last known red 1 — of 4`. */
export function countsText(rated: readonly Rated[]): string {
  const counts = countRatings(rated);
  const parts = toldStandings(counts).map(
    (standing) => `${standingText(standing)} ${counts[standing]}`,
  );
  return `${parts.join(' · ')} — of ${counts.all}`;
}
