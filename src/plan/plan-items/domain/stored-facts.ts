// What a part says, as the history keeps it: days and moments are ISO text.
import { Temporal } from 'temporal-polyfill';
import type { ItemFacts } from './plan-item.ts';

type Stored<T> = T extends Temporal.PlainDate
  ? string
  : T extends object
    ? { readonly [K in keyof T]: Stored<T[K]> }
    : T;

/** A part's facts as JSON keeps them. */
export type StoredFacts = Stored<ItemFacts>;

/** A part's facts as the history kept them. */
export function fromStoredFacts(stored: StoredFacts): ItemFacts {
  const date = (one: StoredFacts['due']) =>
    one && { ...one, lastDay: Temporal.PlainDate.from(one.lastDay) };
  return { ...stored, due: date(stored.due), originalDue: date(stored.originalDue) };
}
