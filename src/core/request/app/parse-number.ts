// The numbers by which people name an agreement or a request: `4`, `#4`, `4 5 6`, `4, 5 and 6`.

/** Every number of the words, or null when something else is among them or there is none. */
export function parseNumbers(words: string): number[] | null {
  const parts = words.split(/(?:\s|,|\band\b)+/i).filter(Boolean);
  const numbers = parts.map((part) => /^#?(\d{1,6})$/.exec(part)?.[1]);
  if (numbers.length === 0 || numbers.includes(undefined)) return null;
  return [...new Set(numbers.map(Number))];
}
