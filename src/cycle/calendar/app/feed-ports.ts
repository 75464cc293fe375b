// What the application asks of the record about calendars that people's own programs read.
import type { Temporal } from 'temporal-polyfill';
import type { FeedMeeting } from '../domain/feed-entries.ts';

export type CalendarFeed = {
  readonly personId: string;
  /** Null: the person's own calendar. */
  readonly forumId: string | null;
  readonly madeAt: Temporal.Instant;
};

export interface CalendarFeedRepository {
  /** Those of one person that work. */
  listOf(personId: string): Promise<readonly CalendarFeed[]>;
  /** Makes one; the one that the person had of the same kind works no longer. */
  replace(feed: CalendarFeed & { readonly tokenHash: string }): Promise<void>;
  /** All of one person's; returns how many there were. */
  stop(personId: string): Promise<number>;
  /** Null: there is none with this secret, or its person has left. */
  find(tokenHash: string): Promise<CalendarFeed | null>;
  /** Held on or after the day, also those that were called off, the earliest first. */
  meetings(from: Temporal.PlainDate): Promise<readonly FeedMeeting[]>;
}

declare module '../../../core/request/app/ports.ts' {
  interface Repositories {
    readonly calendarFeeds: CalendarFeedRepository;
  }
}
