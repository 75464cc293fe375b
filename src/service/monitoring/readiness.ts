// Whether this process can do its work: what a load balancer asks before it sends anybody here.
import type { Log } from '../../core/request/app/ports.ts';

export type Check = {
  readonly name: 'database' | 'writes' | 'migrations' | 'queue' | 'scheduler';
  /** True: it is well. A failure counts as not well. */
  ask(): Promise<boolean>;
};

export type Phase = 'starting' | 'running' | 'stopping';

export type Readiness = {
  readonly ready: boolean;
  readonly phase: Phase;
  /** `ok` or `failed`, by name. */
  readonly checks: Readonly<Record<string, string>>;
};

/** A database that says nothing for this long is as good as none. */
const PATIENCE_MS = 3_000;

/** Where the process is in its life, and what to ask of it while it runs. */
export class ReadinessProbe {
  #phase: Phase = 'starting';
  #checks: readonly Check[] = [];
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  runs(checks: readonly Check[]): void {
    this.#checks = checks;
    this.#phase = 'running';
  }

  stops(): void {
    this.#phase = 'stopping';
  }

  async read(): Promise<Readiness> {
    const phase = this.#phase;
    if (phase !== 'running') return { ready: false, phase, checks: {} };
    const asked = await Promise.all(
      this.#checks.map(async (check) => [check.name, await this.#ask(check)] as const),
    );
    const checks = Object.fromEntries(asked.map(([name, well]) => [name, well ? 'ok' : 'failed']));
    return { ready: asked.every(([, well]) => well), phase, checks };
  }

  async #ask(check: Check): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), PATIENCE_MS);
    });
    try {
      return await Promise.race([check.ask(), late]);
    } catch (error) {
      this.#log.warn({ err: error, check: check.name }, 'a readiness check failed');
      return false;
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Good for this long: whoever asks often does not make the disk work often. */
const GOOD_FOR_MS = 10_000;

/** Asks whether the record can be written, at most once in ten seconds, and logs when that changes. */
export function checkWrites(
  tryToWrite: () => Promise<void>,
  log: Log,
  now: () => number = Date.now,
): Check {
  let asked = { at: Number.NEGATIVE_INFINITY, answer: Promise.resolve(true) };
  let wrote = true;
  const ask = async () => {
    try {
      await tryToWrite();
      if (!wrote) log.warn({}, 'the record can be written again');
      wrote = true;
    } catch (error) {
      if (wrote) log.error({ err: error }, 'the record cannot be written');
      wrote = false;
    }
    return wrote;
  };
  return {
    name: 'writes',
    ask() {
      if (now() - asked.at >= GOOD_FOR_MS) asked = { at: now(), answer: ask() };
      return asked.answer;
    },
  };
}
