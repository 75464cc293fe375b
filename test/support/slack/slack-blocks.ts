// Looking into rendered blocks.

/** Every value of one key, anywhere in the blocks. */
export function all(value: unknown, key: string): unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => all(item, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => [
    ...(name === key ? [item] : []),
    ...all(item, key),
  ]);
}

/** The length of every text in the blocks together. */
export function textLength(blocks: unknown): number {
  return all(blocks, 'text').reduce<number>(
    (sum, value) => sum + (typeof value === 'string' ? value.length : 0),
    0,
  );
}
