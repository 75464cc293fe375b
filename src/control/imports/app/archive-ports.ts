// What the application asks of the record to hand all of it over.

/** Everything of the partnership's plan, table by table, and back. */
export interface ArchiveReads {
  /** Whether the record has no objective, so that a plan may be put into it. */
  isEmpty(): Promise<boolean>;
}

/** Of what holds now; nobody asks for it as at a date. */
export interface ArchiveReadsNow {
  /** Rows as JSON keeps them, parents first. */
  dump(): Promise<readonly ArchivedTable[]>;
}

export interface ArchiveWrites {
  /** Puts an exported plan into an empty record; what is there under the same name is kept. Returns how many rows it made. */
  restore(tables: readonly ArchivedTable[]): Promise<number>;
}

export type PlanArchive = ArchiveReads & ArchiveReadsNow & ArchiveWrites;

export type ArchivedTable = {
  readonly table: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
};

declare module '../../../core/request/app/ports.ts' {
  interface ReadingPorts {
    readonly archive: ArchiveReads;
  }
  interface Repositories {
    readonly archive: PlanArchive;
  }
}
