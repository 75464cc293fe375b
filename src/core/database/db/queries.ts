// What a migration needs of a database: a connection of `pg` has it, and the embedded engine before it is served.

export interface Queries {
  /** Without values it may be several statements. */
  query<Row extends Record<string, unknown>>(
    sql: string,
    values?: unknown[],
  ): Promise<{ rows: Row[] }>;
}
