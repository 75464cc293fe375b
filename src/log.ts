// The log: pino, with errors stripped to what cannot hold anybody's words. A database's message may
// quote a row, so only our own errors keep theirs.

import { type DestinationStream, destination, pino } from 'pino';
import { fieldOf } from './core/message/domain/narrow.ts';
import { DeliveryError } from './core/outbox/app/delivery-error.ts';
import { ConfigError, InvariantError } from './core/request/app/faults.ts';
import type { Log } from './core/request/app/ports.ts';
import { requestOfTrace } from './core/request/app/trace.ts';

/**
 * A log that writes JSON lines to standard error, so that standard output stays the terminal's. Every line that
 * is written while a request is being answered has the request's mark.
 */
export function createLog(level: string, to: DestinationStream = standardError()): Log {
  const mixin = () => {
    const request = requestOfTrace();
    return request === undefined ? {} : { request };
  };
  return pino({ level, base: null, serializers: { err: describeError }, mixin }, to);
}

/**
 * Libraries that print by themselves may quote what a stranger sent, in as many lines as they like. From here on
 * the log says that one did, and nothing of what.
 */
export function silenceLibraries(log: Log, printer: object = console): void {
  const noted = () => log.info({}, 'a library had something to print');
  const methods = ['debug', 'dir', 'error', 'info', 'log', 'table', 'trace', 'warn'];
  Object.assign(printer, Object.fromEntries(methods.map((method) => [method, noted])));
}

function standardError(): DestinationStream {
  return destination({ dest: 2, sync: true });
}

/** A chain of causes that is longer than this has no end. */
const MAX_CAUSES = 8;

/** Name, code and place of an error, and of its causes; its message only when it is ours. */
export function describeError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const ours =
    error instanceof DeliveryError ||
    error instanceof InvariantError ||
    error instanceof ConfigError;
  const code = fieldOf(error, 'code');
  return {
    type: isWord(error.name) ? error.name : 'Error',
    ...(isWord(code) && { code }),
    ...(ours && { message: error.message }),
    frames: framesOf(error),
    ...(error.cause !== undefined &&
      depth < MAX_CAUSES && { cause: describeError(error.cause, depth + 1) }),
  };
}

/** A name or a code is one word; anything longer may be somebody's. */
function isWord(value: unknown): value is string {
  return typeof value === 'string' && /^[\w.$-]{1,60}$/.test(value);
}

/** The stack begins with the message, whose lines may look like frames. */
function framesOf({ message, stack = '' }: Error): string[] {
  const end = stack.indexOf(message);
  if (message !== '' && end < 0) return [];
  return stack
    .slice(end + message.length)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());
}
