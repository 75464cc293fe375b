// What the application asks of the record to hand all of it over.

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

declare module '../../../core/request/app/ports.ts' {
  interface Repositories {
    readonly archive: PlanArchive;
  }
}
