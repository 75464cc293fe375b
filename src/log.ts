// The log: pino, with errors stripped to what cannot hold anybody's words. A database's message may
// quote a row, so only our own errors keep theirs.
import { destination, pino } from 'pino';
import { DeliveryError } from './app/delivery-error.ts';
import { ConfigError, InvariantError } from './app/faults.ts';
import type { Log } from './app/ports.ts';

/** A log that writes JSON lines to standard error, so that standard output stays the terminal's. */
export function createLog(level: string): Log {
  return pino(
    { level, base: null, serializers: { err: describeError } },
    destination({ dest: 2, sync: true }),
  );
}

/** Name, code and place of an error, and of its causes; its message only when it is ours. */
export function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const ours =
    error instanceof DeliveryError ||
    error instanceof InvariantError ||
    error instanceof ConfigError;
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    ...(typeof code === 'string' && { code }),
    ...(ours && { message: error.message }),
    frames: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 8)
      .map((line) => line.trim()),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}
