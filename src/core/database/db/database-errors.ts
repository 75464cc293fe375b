// What Prisma's errors mean. A failure in the middle of a transaction and one at its commit arrive in
// different shapes, and raw statements in a third.

import { fieldOf } from '../../message/domain/narrow.ts';

const CONFLICTS = new Set(['P2034', '40001', '40P01']);

/** Whether the same transaction may work when it is run again: a write conflict or a deadlock. */
export function isWriteConflict(error: unknown): boolean {
  return [...layers(error)].some(
    (layer) =>
      CONFLICTS.has(textOf(layer, 'code')) ||
      CONFLICTS.has(textOf(layer, 'originalCode')) ||
      textOf(layer, 'kind') === 'TransactionWriteConflict',
  );
}

/** Whether a row was refused because of this unique index. */
export function isUniqueViolation(error: unknown, index: string): boolean {
  return [...layers(error)].some(
    (layer) =>
      textOf(layer, 'originalMessage').includes(`"${index}"`) ||
      textOf(fieldOf(layer, 'constraint'), 'index') === index,
  );
}

/** The error, and the errors inside it, however they were wrapped. */
function* layers(error: unknown): Generator<unknown> {
  const seen = new Set<unknown>();
  const waiting = [error];
  while (waiting.length > 0) {
    const layer = waiting.pop();
    if (typeof layer !== 'object' || layer === null || seen.has(layer)) continue;
    seen.add(layer);
    yield layer;
    for (const inner of ['cause', 'meta', 'driverAdapterError'])
      waiting.push(fieldOf(layer, inner));
  }
}

function textOf(layer: unknown, name: string): string {
  const value = fieldOf(layer, name);
  return typeof value === 'string' ? value : '';
}
