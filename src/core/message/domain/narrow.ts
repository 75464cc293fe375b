// Gives values of unknown or wide type the type that they are found to have.

/** The field of a value that may be anything, as an error or a parsed body is; undefined where it has none. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** Whether a word is one of the known ones. */
export function isOneOf<const Word extends string>(
  known: readonly Word[],
  word: string,
): word is Word {
  return known.some((one) => one === word);
}

/** Whether a word is a key of a table. */
export function isKeyOf<Key extends string>(
  table: { readonly [K in Key]?: unknown },
  word: string,
): word is Key {
  return Object.hasOwn(table, word);
}

/** The keys of a table that has no others than its type says. */
export function keysOf<Key extends string>(table: { readonly [K in Key]?: unknown }): Key[] {
  return Object.keys(table).filter((key) => isKeyOf(table, key));
}
