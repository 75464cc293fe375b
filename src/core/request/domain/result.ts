// A rule's answer: a value, or a refusal with a stable code. Rules never throw for bad input.
import type { Refusal } from './refusal.ts';

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

/** The rule's value. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** The rule's refusal. */
export function refuse(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal };
}
