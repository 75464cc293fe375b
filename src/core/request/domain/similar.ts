// "Did you mean …?": the nearest word of a short list.

/** The word at the smallest edit distance, when it is close enough to be a slip; else null. */
export function nearestWord(typed: string, words: readonly string[]): string | null {
  const word = typed.toLowerCase();
  const slips = word.length <= 4 ? 1 : 2;
  const ranked = words
    // Whole texts are typed where a word should stand: they are near to nothing.
    .filter((candidate) => Math.abs(candidate.length - word.length) <= slips)
    .map((candidate) => ({ candidate, distance: editDistance(word, candidate) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best && best.distance <= slips ? best.candidate : null;
}

/** Letters put in, left out, changed, or swapped with their neighbour. */
function editDistance(a: string, b: string): number {
  const [typed, meant] = [Array.from(a), Array.from(b)];
  let before: number[] = [];
  let row = Array.from({ length: meant.length + 1 }, (_, index) => index);
  for (const [i, letter] of typed.entries()) {
    const next = [i + 1];
    for (const [j, other] of meant.entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      const isSwapped = i > 0 && j > 0 && letter === meant[j - 1] && other === typed[i - 1];
      const swapped = isSwapped ? (before[j - 1] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, swapped));
    }
    [before, row] = [row, next];
  }
  return row.at(-1) ?? 0;
}
