// References are kept verbatim and matched loosely: 2B:2, 2b2, 2B.2, 2B-2 and "PAP 2B:2" are one.
// Two that match are never chosen between.

export type RefMatch<T> =
  | { readonly kind: 'one'; readonly objective: T }
  | { readonly kind: 'several'; readonly choices: readonly T[] }
  | { readonly kind: 'none'; readonly near: readonly T[] };

type HasRef = { readonly ref: string };

/** Upper-case letters and digits only: what two spellings of one reference share. */
export function refKey(ref: string): string {
  return ref
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
}

/** Whether a word has the shape of a reference (area number, strand letter, action number). */
export function looksLikeRef(word: string): boolean {
  return /^\d{1,2}[A-Z]{1,2}\d{0,3}[A-Z]?$/.test(refKey(word)) && /^[\w:./\-–]+$/.test(word);
}

/**
 * Finds the objective that a typed reference means.
 * The exact spelling wins; then equal keys; then references that begin with what was typed.
 */
export function matchRef<T extends HasRef>(typed: string, objectives: readonly T[]): RefMatch<T> {
  const exact = onlyOne(objectives.filter(({ ref }) => ref === typed.trim()));
  if (exact) return { kind: 'one', objective: exact };
  const key = refKey(typed);
  if (key === '') return { kind: 'none', near: [] };
  const same = objectives.filter(({ ref }) => refKey(ref) === key);
  const only = onlyOne(same);
  if (only) return { kind: 'one', objective: only };
  if (same.length > 1) return { kind: 'several', choices: same };
  const begins = objectives.filter(({ ref }) => refKey(ref).startsWith(key));
  if (begins.length > 1) return { kind: 'several', choices: begins };
  const near = objectives.filter(({ ref }) => isNear(refKey(ref), key));
  return { kind: 'none', near: [...new Set([...begins, ...near])].slice(0, 3) };
}

/** One character differs, is missing or is too many. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end <= 1;
}

function onlyOne<T>(all: readonly T[]): T | undefined {
  return all.length === 1 ? all[0] : undefined;
}

/** References in the order of people: 2B:2 before 10A:1. */
export const byRef = new Intl.Collator('en', { numeric: true });
