// What `objective_entry.detail` holds: checked where it is read, kept as it is, since it is part of the entry's digest.
import { z } from 'zod';
import { json } from '../../../core/database/db/columns.ts';
import { schemaOf } from '../../../core/database/db/json-schema.ts';
import { storedFactsSchema } from '../../plan-items/db/item-schema.ts';
import type { EntryDetail } from '../domain/history-entry.ts';

const fields = z.record(z.string(), z.unknown());

/** What an entry that is no rating changed. */
export const entryDetail = json(
  'objective_entry.detail',
  schemaOf<EntryDetail>()(
    z.discriminatedUnion('of', [
      z.object({
        of: z.literal('item'),
        itemId: z.string(),
        parentId: z.string().nullable(),
        ref: z.string(),
        before: storedFactsSchema.nullable(),
        after: storedFactsSchema,
      }),
      z.object({
        of: z.literal('objective'),
        change: z.enum(['added', 'changed', 'closed', 'reopened']),
        before: fields,
        after: fields,
      }),
      z.object({
        of: z.literal('assignment'),
        itemId: z.string().nullable(),
        itemRef: z.string().exactOptional(),
        role: z.enum(['owner', 'deputy']),
        before: z.array(z.string()),
        after: z.array(z.string()),
      }),
      z.object({
        of: z.literal('published'),
        what: z.enum(['rating', 'impact', 'owner']),
        words: z.string(),
        rag: z.enum(['red', 'amber', 'green', 'blue']).nullable(),
      }),
    ]),
  ),
);
