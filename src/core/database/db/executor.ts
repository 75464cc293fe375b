// What a repository runs its statements on, and the small conversions that all of them need.
import { Temporal } from 'temporal-polyfill';
import type { Prisma } from '../../../generated/prisma/client.ts';

/** The client, or the transaction that the caller is in. */
export type Executor = Prisma.TransactionClient;

/** A moment as the database gives it. */
export function toInstant(value: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(value.getTime());
}

/** A moment as the database takes it; its columns hold milliseconds. */
export function fromInstant(value: Temporal.Instant): Date {
  return new Date(value.epochMilliseconds);
}

/** A day as a Prisma `@db.Date` column takes it. */
export function fromDate(value: Temporal.PlainDate | string): Date {
  return new Date(`${value.toString()}T00:00:00Z`);
}

/** Whether a string can be one of our ids. Ids come back to us in buttons: anything may be in them. */
export function isId(value: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
}

/** Only what can be an id: PostgreSQL refuses the whole statement for one that cannot. */
export function onlyIds(values: readonly string[]): string[] {
  return values.filter(isId);
}
