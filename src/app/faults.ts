// The exceptions of the product. Refusals are values (domain/refusal.ts); these are for what should
// not happen, and are caught in three places: dispatch, run-job and the entry points.

/** A setting that is missing or wrong. Names the variable and the fix; stops the start. */
export class ConfigError extends Error {
  readonly variable: string;

  constructor(variable: string, fix: string) {
    super(`${variable}: ${fix}`);
    this.name = 'ConfigError';
    this.variable = variable;
  }
}

/** Something that the code relies on is not so: a bug, or a record changed from outside. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}

/** The request was recorded before: a platform's retry. The caller answers it as it did the first time. */
export class DuplicateRequest extends Error {
  override readonly name = 'DuplicateRequest';
}

/**
 * The work is not to be done now but after a while: its time has not come, or it may work then. The queue
 * does not count it: how often a send is tried is counted in the ledger.
 */
export class RetryLater extends Error {
  override readonly name = 'RetryLater';
  readonly afterMs: number;

  constructor(afterMs: number) {
    super(`to be tried again in ${afterMs} ms`);
    this.afterMs = afterMs;
  }
}
