// What one request did, so that its line in the log can name it: which entries, events and notifications it
// wrote. It travels beside the calls, so that no use case has to carry it.
import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';

/** Where a row was written, as the log calls it. */
export type TracedRow = 'entries' | 'events' | 'notifications';

type Trace = {
  /** The request's mark; null inside a job. */
  readonly request: string;
  readonly rows: { readonly [Kind in TracedRow]: string[] };
  /** Of the notifications, those that go where something can be written now. */
  readonly arriving: Set<string>;
};

/** A line names this many rows of a kind; an import may write hundreds. */
const MAX_NAMED = 20;

const traces = new AsyncLocalStorage<Trace>();

/**
 * A request id as the log and a person's reference have it. The id itself is the platform's, and may hold
 * somebody's account.
 */
export function requestMark(requestId: string): string {
  return createHash('sha256').update(requestId).digest('hex').slice(0, 12);
}

/** Runs a request's work: what it writes is noted under its mark. */
export async function traceRequest<T>(request: string, work: () => Promise<T>): Promise<T> {
  return await traces.run(newTrace(request), work);
}

/** The mark of the request that is being answered, wherever in its work this is asked. */
export function requestOfTrace(): string | undefined {
  return traces.getStore()?.request;
}

/** Notes rows that were written for the request; outside of one it does nothing. */
export function noteRows(kind: TracedRow, ids: readonly string[]): void {
  traces.getStore()?.rows[kind].push(...ids);
}

/** Notes which of the notifications go where something can be written now: nobody has to ask again. */
export function noteArriving(ids: readonly string[]): void {
  for (const id of ids) traces.getStore()?.arriving.add(id);
}

/** Runs a transaction: what it wrote is noted once it has committed. */
export async function traceTransaction<T>(work: () => Promise<T>): Promise<T> {
  const outer = traces.getStore();
  if (!outer) return await work();
  const inner = newTrace(outer.request);
  const result = await traces.run(inner, work);
  for (const kind of ['entries', 'events', 'notifications'] as const)
    outer.rows[kind].push(...inner.rows[kind]);
  for (const id of inner.arriving) outer.arriving.add(id);
  return result;
}

/** The ids of the notifications so far of which nothing says yet whether they can arrive. */
export function unsureNotifications(): readonly string[] {
  const { rows, arriving } = traces.getStore() ?? newTrace('');
  return rows.notifications.filter((id) => !arriving.has(id));
}

/** What was written so far, for the log: only the kinds that there are, with their number where it is large. */
export function tracedRows(): Record<string, unknown> {
  const rows = traces.getStore()?.rows;
  if (!rows) return {};
  return Object.fromEntries(
    Object.entries(rows)
      .filter(([, ids]) => ids.length > 0)
      .flatMap(([kind, ids]) => [
        [kind, ids.slice(0, MAX_NAMED)],
        ...(ids.length > MAX_NAMED ? [[`${kind}InAll`, ids.length]] : []),
      ]),
  );
}

function newTrace(request: string): Trace {
  return { request, rows: { entries: [], events: [], notifications: [] }, arriving: new Set() };
}
