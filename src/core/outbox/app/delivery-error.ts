// Why a message could not be delivered, in the only three ways that decide what happens next.

/**
 * - `not-sent`: the platform certainly did not take it; another try may work (rate limit, refused connection).
 * - `never`: it will not work again without a change (account gone, channel archived, bad request).
 * - `unknown`: the request went out and no answer came; a repeat could be a duplicate.
 */
export type DeliveryFailure = 'not-sent' | 'never' | 'unknown';

/** What is not there any more: the person's account, the channel, or the bot itself. */
export type Gone = 'person' | 'channel' | 'app';

/** Thrown by a platform's sender, and by nothing else. `code` is the platform's own word for the cause. */
export class DeliveryError extends Error {
  readonly failure: DeliveryFailure;
  readonly code: string;
  /** How long the platform asked us to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** Set when nothing can be sent there until somebody does something about it. */
  readonly gone: Gone | null;
  /** Set where a `never` does not say for sure that nothing was taken: it is held, not given up. */
  readonly mayBeThere: boolean;

  constructor(
    failure: DeliveryFailure,
    code: string,
    options: {
      retryAfterMs?: number | undefined;
      gone?: Gone | null;
      mayBeThere?: boolean;
      cause?: unknown;
    } = {},
  ) {
    super(`delivery failed (${failure}): ${code}`, { cause: options.cause });
    this.name = 'DeliveryError';
    this.failure = failure;
    this.code = code;
    this.retryAfterMs = options.retryAfterMs;
    this.gone = options.gone ?? null;
    this.mayBeThere = options.mayBeThere ?? false;
  }
}
