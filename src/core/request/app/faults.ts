// The exceptions of the product. Refusals are values (domain/refusal.ts); these are for what should
// not happen, and are caught in three places: dispatch, run-job and the entry points.

/** A setting and what to do about it. */
export type SettingProblem = { readonly variable: string; readonly fix: string };

/** Settings that are missing or wrong. Names each variable and the fix; stops the start. */
export class ConfigError extends Error {
  readonly problems: readonly SettingProblem[];

  constructor(variable: string, fix: string, more: readonly SettingProblem[] = []) {
    const problems = [{ variable, fix }, ...more];
    const lines = problems.map((problem) => `${problem.variable}: ${problem.fix}`);
    super(
      more.length === 0
        ? lines.join()
        : [`${lines.length} settings are missing or wrong:`, ...lines].join('\n  '),
    );
    this.name = 'ConfigError';
    this.problems = problems;
  }

  /** All that is wrong, in one. */
  static ofAll([first, ...more]: readonly [SettingProblem, ...SettingProblem[]]): ConfigError {
    return new ConfigError(first.variable, first.fix, more);
  }
}

/** No record is where the settings say, and whoever asks may not make one. */
export class NoRecord extends ConfigError {}

/** Something that the code relies on is not so: a bug, or a record changed from outside. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}

/** Whether the message of an error is ours, and says to whoever started the program what to do. */
export function isExplained(error: unknown): error is ConfigError | InvariantError {
  return error instanceof ConfigError || error instanceof InvariantError;
}

/** The request was recorded before: a platform's retry. The caller answers it as it did the first time. */
export class DuplicateRequest extends Error {
  override readonly name = 'DuplicateRequest';
}

/**
 * The work is not to be done now but after a while: its time has not come, or it may work then. The queue
 * does not count it: how often a send is tried is counted in the outbox.
 */
export class RetryLater extends Error {
  override readonly name = 'RetryLater';
  readonly afterMs: number;

  constructor(afterMs: number) {
    super(`to be tried again in ${afterMs} ms`);
    this.afterMs = afterMs;
  }
}
