// What the application asks of the record about people who look at the plan on the web.
import type { Temporal } from 'temporal-polyfill';

export interface SessionRepository {
  /** Notes a link that signs the person in. @param tokenDigest of what stands in its address */
  addLink(link: {
    readonly personId: string;
    readonly tokenDigest: Uint8Array;
    readonly madeAt: Temporal.Instant;
    readonly endsAt: Temporal.Instant;
  }): Promise<void>;
  /** Whether the link would open a session now. */
  isOpen(tokenDigest: Uint8Array, at: Temporal.Instant): Promise<boolean>;
  /** Uses a link up for a session. False: there is no such link, or it was used, or its time is over. */
  begin(
    tokenDigest: Uint8Array,
    session: {
      readonly secretDigest: Uint8Array;
      readonly at: Temporal.Instant;
      readonly endsAt: Temporal.Instant;
    },
  ): Promise<boolean>;
  /**
   * Whose session it is, and notes that they were here. Null: there is none, it has ended, or the person is not on the plan.
   * @param idleSince a session that was not used since then has ended
   */
  personOf(
    secretDigest: Uint8Array,
    at: Temporal.Instant,
    idleSince: Temporal.Instant,
  ): Promise<string | null>;
  end(secretDigest: Uint8Array): Promise<void>;
  /** Ends all of the person's sessions and links. @returns how many sessions there were */
  endAll(personId: string): Promise<number>;
  /** Throws away links and sessions that ended before then. @returns how many */
  discard(before: Temporal.Instant): Promise<number>;
}

declare module '../../../core/request/app/ports.ts' {
  interface Repositories {
    readonly sessions: SessionRepository;
  }
}
