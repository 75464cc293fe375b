// What importing and exporting ask of the record and of files.

import type { Temporal } from 'temporal-polyfill';
import type { FamiliesPage } from '../domain/families-page.ts';
import type { FileReading } from '../domain/grid.ts';
import type { FuzzyDate } from '../domain/objective.ts';
import type { PlanReading } from '../domain/plan-columns.ts';
import type { ChartData } from '../messages/chart-data.ts';
import type { Document } from '../messages/document.ts';

/** A table as it is exported: cells as text, numbers as numbers. */
export type ExportTable = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
};

/** Reads and writes files; knows their kinds, not what a plan is. */
export interface FileFormats {
  /** Never throws for what is in a file. */
  read(bytes: Uint8Array): Promise<FileReading>;
  /** @param madeAt what the file says of when it was made */
  writeXlsx(tables: readonly ExportTable[], madeAt: Date): Promise<Uint8Array>;
  /** A zip with one .csv file a table. */
  writeCsvZip(tables: readonly ExportTable[]): Promise<Uint8Array>;
  /** The same document gives the same bytes. */
  writeDocx(document: Document): Promise<Uint8Array>;
  /** One page that needs no other file; the same document gives the same bytes. */
  writeHtml(document: Document): Promise<Uint8Array>;
  drawPng(chart: ChartData): Promise<Uint8Array>;
  /** An HTML page that needs nothing else. */
  writeFamiliesPage(page: FamiliesPage): Promise<Uint8Array>;
}

/** What is kept of a file: its cells as read, or an exported plan as it was. */
export type KeptReading =
  | { readonly kind: 'tables'; readonly reading: PlanReading }
  | { readonly kind: 'plan'; readonly plan: unknown };

export type ImportState = 'previewed' | 'imported' | 'dropped';

export type ImportRecord = {
  readonly number: number;
  readonly fileName: string;
  readonly sha256: string;
  readonly state: ImportState;
  readonly kept: KeptReading;
  /** The digest of the diff that was last shown. */
  readonly shown: string;
  readonly readBy: string;
  readonly readAt: Temporal.Instant;
  readonly confirmedAt: Temporal.Instant | null;
};

export interface ImportRepository {
  /** Newest first, without what was read. */
  list(limit: number): Promise<Omit<ImportRecord, 'kept' | 'shown'>[]>;
  find(number: number): Promise<ImportRecord | null>;
  /** The latest of this very file that was not dropped. */
  findByDigest(sha256: string): Promise<ImportRecord | null>;
  /** @returns its number */
  add(file: {
    readonly fileName: string;
    readonly sha256: string;
    readonly bytes: number;
    readonly kept: KeptReading;
    readonly shown: string;
    readonly readById: string;
    readonly at: Temporal.Instant;
  }): Promise<number>;
  keepShown(number: number, shown: string): Promise<void>;
  /** False when it was not previewed any more. */
  settle(
    number: number,
    state: 'imported' | 'dropped',
    by: { readonly personId: string; readonly at: Temporal.Instant },
  ): Promise<boolean>;
}

export type SourceCell = {
  readonly row: number;
  readonly place: string;
  readonly verbatim: string;
  readonly field: string;
  readonly subjectType: 'objective' | 'plan_item' | 'objective_entry';
  readonly subjectId: string;
};

/** Changes to the plan itself, each inside the caller's transaction. History is the caller's to append. */
export interface PlanWriter {
  /** The id of the area of the current plan version; made when it is not there. */
  ensureArea(ref: string, name: string | null): Promise<string>;
  addObjective(objective: {
    readonly areaId: string;
    readonly ref: string;
    readonly title: string;
    readonly due: FuzzyDate | null;
    readonly originalDue: FuzzyDate | null;
    readonly measure: string | null;
  }): Promise<string>;
  /** A date that moves for the first time leaves the one before it as the original. */
  changeObjective(
    id: string,
    facts: { readonly title?: string; readonly due?: FuzzyDate; readonly measure?: string },
  ): Promise<void>;
  /** Ends who holds the role today and gives it to these from today on. */
  assign(
    objectiveId: string,
    itemId: string | null,
    role: 'owner' | 'deputy',
    personIds: readonly string[],
    today: Temporal.PlainDate,
  ): Promise<void>;
  /** Notes the file as a source and where in it each fact stands. */
  addSources(
    document: { readonly doc: string; readonly file: string },
    cells: readonly SourceCell[],
  ): Promise<void>;
}

/** Everything of the partnership's plan, table by table, and back. */
export interface PlanArchive {
  /** Rows as JSON keeps them, parents first. */
  dump(): Promise<readonly ArchivedTable[]>;
  /** Whether the record has no objective, so that a plan may be put into it. */
  isEmpty(): Promise<boolean>;
  /** Puts an exported plan into an empty record; what is there under the same name is kept. Returns how many rows it made. */
  restore(tables: readonly ArchivedTable[]): Promise<number>;
}

export type ArchivedTable = {
  readonly table: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
};
