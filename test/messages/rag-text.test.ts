// A rating in words: never by colour alone.
import { describe, expect, it } from 'vitest';
import type { Rag } from '../../src/domain/rag.ts';
import { ragChangeText, ragText } from '../../src/messages/rag-text.ts';

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
