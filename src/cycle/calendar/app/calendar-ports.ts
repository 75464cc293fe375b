// What the application asks of the record about the days on which people work.
import type { Temporal } from 'temporal-polyfill';
import type { Period, WorkCalendar } from '../../../core/dates/domain/working-days.ts';

/** A day that is set apart, for everybody or for one organisation. */
export type ClosureView = {
  readonly day: Temporal.PlainDate;
  readonly name: string;
  /** True: a bank holiday that is worked. */
  readonly worked: boolean;
  /** Null: everybody's. */
  readonly organisation: { readonly id: string; readonly name: string } | null;
  readonly example: boolean;
};

/** The stretches in which some people work, e.g. a school's terms. */
export type TermCalendar = {
  readonly key: string;
  readonly name: string;
  readonly periods: readonly Period[];
  /** Names of those who follow it. */
  readonly followers: readonly string[];
  readonly example: boolean;
};

/** The days on which people work. */
export interface CalendarReads {
  /** The partnership's own closure days and bank holidays that it works. */
  ofPartnership(): Promise<WorkCalendar>;
  /** By person, for those whose days are not the partnership's. */
  ofPeople(): Promise<ReadonlyMap<string, WorkCalendar>>;
}

/** Of what holds now; nobody asks for it as at a date. */
export interface CalendarReadsNow {
  /** From a day on, the earliest first. */
  listClosures(from: Temporal.PlainDate): Promise<ClosureView[]>;
  listTerms(): Promise<TermCalendar[]>;
}

export interface CalendarWrites {
  /** Sets days apart, or says of them what holds now; returns how many were not set apart before. */
  setApart(
    days: readonly Temporal.PlainDate[],
    what: {
      readonly name: string;
      readonly worked: boolean;
      readonly organisationId: string | null;
    },
  ): Promise<number>;
  /** False when the day was not set apart. */
  giveBack(day: Temporal.PlainDate, organisationId: string | null): Promise<boolean>;
  /** Makes the calendar, or gives it these stretches in place of those that it had. */
  setTerms(calendar: Pick<TermCalendar, 'key' | 'name' | 'periods'>): Promise<void>;
  /** Null: the person works as everybody does. */
  follow(personId: string, key: string | null): Promise<void>;
}

export type CalendarRepository = CalendarReads & CalendarReadsNow & CalendarWrites;

declare module '../../../core/request/app/ports.ts' {
  interface ReadingPorts {
    readonly calendars: CalendarReads;
  }
  interface Repositories {
    readonly calendars: CalendarRepository;
  }
}
