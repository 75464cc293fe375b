// Every column of the record says what it holds: erasing, a person's file and the governance pages rely on it.
import { expect, it } from 'vitest';
import { keptTables } from '../../../../src/control/privacy/domain/kept-tables.ts';
import { describeOnDatabase } from '../../../support/database/database-harness.ts';

describeOnDatabase('embedded', 'the list of what is kept', (harness) => {
  it('has every table and column of the record, and no other', async () => {
    const { rows } = await harness.pool.query<{ place: string }>(
      `SELECT c.table_name || '.' || c.column_name AS place FROM information_schema.columns c
       JOIN information_schema.tables t ON t.table_name = c.table_name AND t.table_schema = c.table_schema
       WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.table_name <> '_prisma_migrations'`,
    );
    const listed = keptTables.flatMap(({ table, columns }) =>
      Object.keys(columns).map((column) => `${table}.${column}`),
    );

    expect(listed.sort()).toEqual(rows.map(({ place }) => place).sort());
    expect(new Set(listed).size).toBe(listed.length);
  });

  it('calls a person whatever points to one, and nothing else', async () => {
    const { rows } = await harness.pool.query<{ place: string }>(
      `SELECT DISTINCT c.conrelid::regclass::text || '.' || a.attname AS place FROM pg_constraint c
       JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey)
       WHERE c.contype = 'f' AND c.confrelid = 'person'::regclass AND a.attname <> 'partnership_id'`,
    );
    const people = keptTables.flatMap(({ table, columns }) =>
      Object.entries(columns).flatMap(([column, kind]) =>
        kind === 'person' ? [`${table}.${column}`] : [],
      ),
    );

    expect(people.sort()).toEqual(rows.map(({ place }) => place).sort());
  });

  it('names an author only where there is such a column', () => {
    for (const { table, by, columns } of keptTables)
      for (const [words, author] of Object.entries(by)) {
        expect(columns[words], `${table}.${words}`).toBe('words');
        expect(columns[author], `${table}.${author}`).toBe('person');
      }
  });
});
