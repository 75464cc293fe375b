// What the application asks of the record to erase a person's words, to keep the schedule, and to gather all about one.
import type { Temporal } from 'temporal-polyfill';
import type { EntryText, ItemWords } from '../domain/own-words.ts';

export type FoundEntry = EntryText & {
  readonly entryId: string;
  readonly authorId: string | null;
  /** The part of the objective that it changed. */
  readonly itemId: string | null;
  /** Whether it added that part. */
  readonly adds: boolean;
};
export type FoundItem = ItemWords & { readonly id: string; readonly addedBy: string | null };
export type FoundText = {
  readonly id: string;
  readonly value: unknown;
  readonly by: string | null;
};

/** One column of one table, and which of its columns names who wrote it. */
export type TextColumn = {
  readonly table: string;
  readonly column: string;
  readonly by: string | null;
};

export type KnownAs = {
  readonly names: readonly string[];
  /** E-mail addresses, also those that they had before. */
  readonly addresses: readonly string[];
  readonly key: string;
  /** Ids of accounts and of conversations with them. */
  readonly accounts: readonly string[];
  readonly active: boolean;
  readonly owned: boolean;
  /** Names of other people, of organisations and of the plan's own things. */
  readonly others: readonly string[];
  /** Everybody's name by id. */
  readonly people: Readonly<Record<string, string>>;
};

export type Erased = {
  readonly number: number;
  readonly kind: 'person' | 'retention';
  readonly personId: string | null;
  readonly at: Temporal.Instant;
};

/** Reads what there is and writes other words in its place; opens the append-only triggers for one erasure. */
export interface ErasingRepository {
  knownAs(personId: string): Promise<KnownAs | null>;
  /** The latest erasures first. */
  list(): Promise<readonly Erased[]>;
  /** Entries by the person, of parts that they added, or with one of these in them. */
  entries(personId: string, needles: readonly string[]): Promise<readonly FoundEntry[]>;
  /** Entries with words that are older, but for those of people who are held. */
  entriesBefore(
    before: Temporal.Instant,
    held: readonly string[],
    limit: number,
  ): Promise<readonly FoundEntry[]>;
  items(personId: string, needles: readonly string[]): Promise<readonly FoundItem[]>;
  /** Rows of the column with one of these in it, or by the person. */
  texts(
    column: TextColumn,
    personId: string,
    needles: readonly string[],
  ): Promise<readonly FoundText[]>;
  /** Frozen packs with one of these in them. */
  packs(
    needles: readonly string[],
  ): Promise<readonly { readonly number: number; readonly version: number }[]>;
  /** Messages that went out with one of these in them. */
  sentMessages(needles: readonly string[]): Promise<number>;
  /** How many files of the whole plan were made. */
  exports(): Promise<number>;
  /** In the caller's transaction: from here on words can be replaced. The number is taken. */
  begin(erasure: {
    readonly kind: 'person' | 'retention';
    readonly personId: string | null;
    readonly reason: string;
    readonly byId: string | null;
    readonly at: Temporal.Instant;
  }): Promise<{ readonly id: string; readonly number: number }>;
  nextNumber(): Promise<number>;
  putEntry(entryId: string, text: EntryText): Promise<void>;
  putItem(id: string, item: ItemWords): Promise<void>;
  putText(column: TextColumn, id: string, value: unknown): Promise<void>;
  /** Name, addresses, accounts and choices of the person go. */
  putPerson(
    personId: string,
    becomes: { readonly name: string; readonly email: string; readonly key: string },
  ): Promise<void>;
  finish(id: string, report: Readonly<Record<string, unknown>>): Promise<void>;
}

export type Hold = {
  readonly number: number;
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly reason: string;
  readonly placedAt: Temporal.Instant;
};

export interface RetentionRepository {
  rules(): Promise<ReadonlyMap<string, number>>;
  /** Null: kept for good. */
  setRule(kind: string, months: number | null, byId: string, at: Temporal.Instant): Promise<void>;
  /** Those that are not released, oldest first. */
  holds(): Promise<readonly Hold[]>;
  placeHold(hold: {
    readonly personId: string | null;
    readonly reason: string;
    readonly byId: string;
    readonly at: Temporal.Instant;
  }): Promise<number>;
  /** False: there is no such hold. */
  releaseHold(number: number, byId: string, at: Temporal.Instant): Promise<boolean>;
  /** People who left before the day and are not erased, longest ago first. */
  leftBefore(
    day: Temporal.PlainDate,
  ): Promise<readonly { readonly id: string; readonly name: string }[]>;
  /** Rows of a kind that are older, by kind. People who are held are left out. */
  due(kind: DueKind, before: Temporal.Instant, held: readonly string[]): Promise<number>;
  /** Takes the words out of rows of a kind, or removes the row where nothing of it has to stay; how many. */
  clear(
    kind: DueKind,
    before: Temporal.Instant,
    held: readonly string[],
    erased: string,
    limit: number,
  ): Promise<number>;
}

/** Kinds of row that are cleared one by one; people who left are erased as a person is. */
export type DueKind = 'messages' | 'imports' | 'link-requests' | 'absences' | 'office-log';

export type PersonRows = {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
};

/** All that the record holds on one person. */
export interface SubjectAccess {
  /** Rows about or by the person, and rows that speak of them, of one table. */
  rows(table: string, personId: string, needles: readonly string[]): Promise<PersonRows>;
}

declare module '../../../core/request/app/ports.ts' {
  interface Repositories {
    readonly erasing: ErasingRepository;
    readonly retention: RetentionRepository;
    readonly subjectAccess: SubjectAccess;
  }
}
