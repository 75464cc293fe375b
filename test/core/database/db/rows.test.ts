// What a statement in SQL gives is held against the shape that its caller says: the compiler has the row's type from it,
// the running program checks each row, and the tests check the columns even where there is no row.
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { z } from 'zod';
import {
  day,
  int,
  json,
  moment,
  orNull,
  text,
  uuid,
  word,
} from '../../../../src/core/database/db/columns.ts';
import { schemaOf } from '../../../../src/core/database/db/json-schema.ts';
import { heldIn, rowsFrom, type Shape } from '../../../../src/core/database/db/rows.ts';
import { InvariantError } from '../../../../src/core/request/app/faults.ts';
import { describeOnBothDatabases } from '../../../support/database/database-harness.ts';

const ID = '00000000-0000-4000-8000-000000000001';
const answer = json('plan_item.detail', z.object({ answer: z.string() }));

describeOnBothDatabases('rows of a statement', (harness) => {
  const one = (shape: Shape) =>
    rowsFrom(harness.prisma, shape)`
      SELECT ${ID}::uuid AS id, 'x'::text AS note, 1::int AS count, NULL::text AS left, now() AS at,
        '{"answer":"y","more":1}'::jsonb AS detail`;
  const right = {
    id: uuid,
    note: text,
    count: int,
    left: orNull(text),
    at: moment,
    detail: answer,
  };

  it('hands on what has the shape, JSON as it is', async () => {
    const [row] = await one(right);

    expect(row).toMatchObject({ id: ID, note: 'x', count: 1, left: null });
    expect(row?.detail).toEqual({ answer: 'y', more: 1 });
  });

  it.each<[string, Shape]>([
    ['a column that is called something else', { ...right, title: text }],
    ['a column that its shape leaves out', { id: uuid }],
    ['a number for words', { ...right, note: int }],
    ['words for a moment', { ...right, at: text }],
    ['words for an id', { ...right, id: text }],
  ])('refuses %s, with no row as well', async (_, shape) => {
    await expect(one(shape)).rejects.toThrow('columns other than their shape says');
    await expect(
      rowsFrom(harness.prisma, shape)`
        SELECT ${ID}::uuid AS id, 'x'::text AS note, 1::int AS count, NULL::text AS left, now() AS at,
          '{}'::jsonb AS detail WHERE false`,
    ).rejects.toThrow('columns other than their shape says');
  });

  it.each<[string, Shape]>([
    ['nothing where there must be something', { ...right, left: text }],
    ['a word that is none of the labels', { ...right, note: word(['a', 'b']) }],
  ])('refuses %s', async (_, shape) => {
    await expect(one(shape)).rejects.toThrow(InvariantError);
  });

  it('makes moments and days of what the database has for them, also where they may be missing', async () => {
    const shape = { at: moment, on: day, never: orNull(day), once: orNull(moment) };

    const [row] = await rowsFrom(harness.prisma, shape)`
      SELECT '2024-07-24T16:00Z'::timestamptz AS at, '2024-07-24'::date::text AS "on", NULL::text AS never,
        '2024-07-24T16:00Z'::timestamptz AS once`;

    expect(row).toEqual({
      at: Temporal.Instant.from('2024-07-24T16:00Z'),
      on: Temporal.PlainDate.from('2024-07-24'),
      never: null,
      once: Temporal.Instant.from('2024-07-24T16:00Z'),
    });
    await expect(
      rowsFrom(harness.prisma, { on: day })`SELECT 'Sam Taylor'::text AS "on"`,
    ).rejects.toThrow('the column on of a row does not hold what it should');
  });

  it('names table, row and place of JSON that does not fit, never what it says', async () => {
    const shape = { id: uuid, detail: answer };
    const secret = JSON.stringify({ answer: ['Sam Taylor'] });

    const asking = rowsFrom(
      harness.prisma,
      shape,
    )`SELECT ${ID}::uuid AS id, ${secret}::jsonb AS detail`;

    await expect(asking).rejects.toThrow(
      `plan_item.detail of row ${ID} does not hold what it should: it.answer, invalid_type`,
    );
    expect(() => heldIn(answer, { answer: 7 }, ID)).toThrow(InvariantError);
  });
});

it('has schemas that say neither more nor less than the type', () => {
  type Note = { readonly by: string; readonly at?: string };

  expect(
    schemaOf<Note>()(z.object({ by: z.string(), at: z.string().exactOptional() })),
  ).toBeDefined();
  // @ts-expect-error it leaves out `at`
  schemaOf<Note>()(z.object({ by: z.string() }));
  // @ts-expect-error `by` may be missing in it
  schemaOf<Note>()(z.object({ by: z.string().exactOptional(), at: z.string().exactOptional() }));
  // @ts-expect-error `at` is always there in it
  schemaOf<Note>()(z.object({ by: z.string(), at: z.string() }));
});
