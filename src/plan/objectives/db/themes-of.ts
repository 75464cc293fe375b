// The themes of an objective as JSON, for statements that read objectives.
import { z } from 'zod';
import { json } from '../../../core/database/db/columns.ts';
import { schemaOf } from '../../../core/database/db/json-schema.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import type { ThemeRef } from '../domain/objective.ts';

/** What `themesOf` gives. */
export const themesOfRow = json(
  'the themes',
  schemaOf<readonly ThemeRef[]>()(
    z.array(
      z.object({
        id: z.string(),
        kind: z.enum(['theme', 'workstream']),
        number: z.number(),
        name: z.string(),
        placingIsExample: z.boolean(),
      }),
    ),
  ),
);

/** The themes of the objective `o` as JSON. */
export const themesOf = Prisma.sql`coalesce((
  SELECT json_agg(json_build_object('id', t.id, 'kind', t.kind, 'number', t.number, 'name', t.name, 'placingIsExample', x.example)
    ORDER BY t.kind, t.number)
  FROM objective_theme x JOIN theme t ON t.partnership_id = x.partnership_id AND t.id = x.theme_id
  WHERE x.partnership_id = o.partnership_id AND x.objective_id = o.id
), '[]')`;
