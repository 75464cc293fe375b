// Text of the database that holds one of several words, before it is looked at closely.
import { Prisma } from '../../../generated/prisma/client.ts';

/** Whether the text, which may be that of JSON, has one of these in it, in capitals or not. */
export function anything(text: Prisma.Sql, needles: readonly string[]): Prisma.Sql {
  const wanted = [...new Set(needles.flatMap((one) => [one, asInJson(one)]))].map((one) =>
    one.toLowerCase(),
  );
  return Prisma.sql`EXISTS (
    SELECT FROM unnest(${wanted}::text[]) AS sought (word) WHERE sought.word <> '' AND strpos(lower(${text}), sought.word) > 0)`;
}

function asInJson(words: string): string {
  return JSON.stringify(words).slice(1, -1);
}
