// What the application counts as it works. A label is a word of ours: never a person, a reference or a text.
import type { Reply } from '../../request/app/inbound.ts';
import type { Platform } from '../../request/domain/platform.ts';
import type { NotificationState } from './notification-ports.ts';

export type CommandFacts = {
  /** A verb of the registry, e.g. `admin status`; `unknown` for everything else. */
  readonly verb: string;
  readonly platform: Platform;
  readonly outcome: Reply['outcome'] | 'repeat';
  readonly ms: number;
};

export type SendFacts = {
  readonly platform: Platform;
  readonly to: 'person' | 'channel';
  /** A `DeliveryError`’s kind, when it did not work. */
  readonly result: 'sent' | 'not-sent' | 'never' | 'unknown';
  readonly ms: number;
};

export type SettledFacts = {
  readonly kind: string;
  /** `queued`: it is to be tried again. */
  readonly state: NotificationState;
};

export type JobFacts = {
  readonly job: string;
  readonly outcome: 'done' | 'failed';
  readonly ms: number;
};

export interface Meters {
  command(facts: CommandFacts): void;
  /** One message handed to a platform. */
  send(facts: SendFacts): void;
  /** A notification of the outbox moved to an outcome. */
  settled(facts: SettledFacts): void;
  job(facts: JobFacts): void;
  databaseError(): void;
}

/** For the terminal, the demonstration and most tests. */
export const noMeters: Meters = {
  command: () => {},
  send: () => {},
  settled: () => {},
  job: () => {},
  databaseError: () => {},
};
