// What importing and exporting ask of the record and of files.

import type { Temporal } from 'temporal-polyfill';
import type { FuzzyDate } from '../../../core/dates/domain/fuzzy-date.ts';
import type { Rag } from '../../../core/message/domain/rag.ts';
import type { ImportAnswer } from '../../layouts/domain/import-answers.ts';
import type { PlanReading } from '../../layouts/domain/plan-columns.ts';
import type { KeptPlan } from './archived-plan.ts';

/** What is kept of a file: its cells as read, or an exported plan as it was. */
export type KeptReading =
  | {
      readonly kind: 'tables';
      readonly reading: PlanReading;
      /** What was known or said of files of its layouts when it was read. */
      readonly answers?: readonly ImportAnswer[];
    }
  | { readonly kind: 'plan'; readonly plan: KeptPlan }
  /** The workbook from which a partnership is set up: the words of each sheet, row by row. */
  | {
      readonly kind: 'workbook';
      readonly sheets: readonly {
        readonly name: string;
        readonly rows: readonly (readonly string[])[];
      }[];
    };

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

export interface ImportReads {
  /** Newest first, without what was read. */
  list(limit: number): Promise<Omit<ImportRecord, 'kept' | 'shown'>[]>;
  find(number: number): Promise<ImportRecord | null>;
}

/** Of what holds now; nobody asks for it as at a date. */
export interface ImportReadsNow {
  /** The latest of this very file that was not dropped. */
  findByDigest(sha256: string): Promise<ImportRecord | null>;
  /** Everything that was ever said of a file's columns, colours and leads, the latest last. */
  knownAnswers(): Promise<readonly ImportAnswer[]>;
}

export interface ImportWrites {
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
  keepAnswers(number: number, answers: readonly ImportAnswer[]): Promise<void>;
  /** False when it was not previewed any more. */
  settle(
    number: number,
    state: 'imported' | 'dropped',
    by: { readonly personId: string; readonly at: Temporal.Instant },
  ): Promise<boolean>;
}

export type ImportRepository = ImportReads & ImportReadsNow & ImportWrites;

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
  /** Several new objectives at once, in areas that are there. @returns their ids, in the same order */
  addObjectives(
    objectives: readonly {
      readonly areaId: string;
      readonly ref: string;
      readonly title: string;
      readonly due: FuzzyDate | null;
      readonly originalDue: FuzzyDate | null;
      readonly measure: string | null;
    }[],
  ): Promise<readonly string[]>;
  /**
   * Lets the database plan its statements anew. Those of its checks and of the history's chain are planned once and kept, and a
   * plan that was made while a table was empty reads through all of it for each further row.
   */
  planAnew(): Promise<void>;
  /** Gives each of these new objectives, or new parts of objectives, to people, who hold them from today on. */
  assignNew(
    assigned: readonly {
      readonly objectiveId: string;
      /** The part; null: the objective. */
      readonly itemId: string | null;
      readonly role: 'owner' | 'deputy';
      readonly personIds: readonly string[];
    }[],
    today: Temporal.PlainDate,
  ): Promise<void>;
  /**
   * Records the first ratings of new objectives: of each at most one of how the work goes and one of impact, in this order.
   * They answer no return and are told nobody. @returns the ids of their entries, in the same order
   */
  rateNew(
    ratings: readonly {
      readonly objectiveId: string;
      readonly rating: 'delivery' | 'impact';
      readonly rag: Rag;
      readonly note: string;
      readonly version: number;
      readonly requestId: string;
    }[],
    by: { readonly authorId: string; readonly at: Temporal.Instant },
  ): Promise<readonly string[]>;
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

declare module '../../../core/request/app/ports.ts' {
  interface ReadingPorts {
    readonly imports: ImportReads;
  }
  interface Repositories {
    readonly imports: ImportRepository;
    readonly planWriter: PlanWriter;
  }
}
