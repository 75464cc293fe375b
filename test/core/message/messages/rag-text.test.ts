// A rating in words: never by colour alone.
import { describe, expect, it } from 'vitest';
import type { Rag } from '../../../../src/core/message/domain/rag.ts';
import {
  countsText,
  ragChangeText,
  ragText,
  ratingText,
} from '../../../../src/core/message/messages/rag-text.ts';

describe('ragText', () => {
  it.each<[Rag | null, string]>([
    ['red', '🛑 Red'],
    ['amber', '🔶 Amber'],
    ['green', '🟢 Green'],
    ['blue', '🟦 Blue'],
    [null, '⬜ Not rated'],
  ])('of %s is %s', (rag, expected) => {
    expect(ragText(rag)).toBe(expected);
  });
});

describe('ragChangeText', () => {
  it.each<[Rag | null, Rag | null, string]>([
    ['red', 'amber', '🛑 Red → 🔶 Amber'],
    ['green', 'red', '🟢 Green → 🛑 Red'],
    [null, 'green', '⬜ Not rated → 🟢 Green'],
    ['blue', null, '🟦 Blue → ⬜ Not rated'],
    ['red', 'red', '🛑 Red (no change)'],
    [null, null, '⬜ Not rated (no change)'],
  ])('from %s to %s', (from, to, expected) => {
    expect(ragChangeText(from, to)).toBe(expected);
  });
});

describe('ratingText', () => {
  it.each([
    [{ rag: 'green' }, '🟢 Green'],
    [
      { rag: 'green', fade: { step: 'last-known', daysAgo: 34 } },
      '⬜ Last known green, 34 days ago',
    ],
    [{ rag: 'red', fade: { step: 'last-known', daysAgo: 1 } }, '⬜ Last known red, 1 day ago'],
    [{ rag: 'green', fade: { step: 'unrated', daysAgo: 97 } }, '⬜ Unrated (green 97 days ago)'],
    [{ rag: 'red', fade: { step: 'unrated', daysAgo: 97 } }, '⬜ Last known red, 97 days ago'],
    [{ rag: null }, '⬜ Not rated'],
  ] as const)('%j', (one, expected) => {
    expect(ratingText(one)).toBe(expected);
  });
});

describe('countsText', () => {
  it('counts what has faded apart from every colour', () => {
    const text = countsText([
      { rag: 'red' },
      { rag: 'green' },
      { rag: 'green', fade: { step: 'last-known', daysAgo: 34 } },
      { rag: 'amber', fade: { step: 'unrated', daysAgo: 97 } },
      { rag: null },
    ]);

    expect(text).toBe(
      '🛑 Red 1 · 🔶 Amber 0 · 🟢 Green 1 · 🟦 Blue 0 · ⬜ Last known amber 1 · ⬜ Last known green 1 · ⬜ Not rated 1 — of 5',
    );
  });
});
