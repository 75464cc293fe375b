// Which objective a typed reference means, and what is offered where it means none.
import { type PlanRefs, refKey } from './plan-refs.ts';

export type RefMatch<T> =
  | { readonly kind: 'one'; readonly objective: T }
  | { readonly kind: 'several'; readonly choices: readonly T[] }
  | { readonly kind: 'none'; readonly near: readonly T[] };

/** So many near ones are offered. */
const MOST_NEAR = 3;

/**
 * Finds the objective that a whole reference means: the exact spelling wins, then the same runs of letters and digits,
 * then references that begin with what was typed.
 */
export function matchRef<T extends { readonly ref: string }>(
  typed: string,
  plan: PlanRefs<T>,
): RefMatch<T> {
  const found = plan.leading(typed);
  if (found && found.length === typed.trimEnd().replace(/[,;]$/, '').length) {
    const [one, ...more] = found.hits;
    if (one && more.length === 0) return { kind: 'one', objective: one };
    if (one) return { kind: 'several', choices: found.hits };
  }
  const key = refKey(typed);
  if (key === '') return { kind: 'none', near: [] };
  const keyed = plan.all.map((one) => ({ one, own: refKey(one.ref) }));
  const begins = keyed.filter(({ own }) => own !== key && own.startsWith(key));
  if (begins.length > 1) return { kind: 'several', choices: begins.map(({ one }) => one) };
  const near = keyed.filter(({ own }) => own !== '' && (own === key || isNear(own, key)));
  const offered = [...new Set([...begins, ...near].map(({ one }) => one))];
  return { kind: 'none', near: offered.slice(0, MOST_NEAR) };
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
