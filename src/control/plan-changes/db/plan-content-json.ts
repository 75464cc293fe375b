// What `plan_version.content` holds: a version that was superseded is read from here, also one that was frozen before the
// content had themes and links.
import { z } from 'zod';
import { json } from '../../../core/database/db/columns.ts';
import { schemaOf } from '../../../core/database/db/json-schema.ts';
import {
  DatePrecision,
  ObjectiveStatus,
  Rag,
  RatingKind,
} from '../../../generated/prisma/enums.ts';
import type { ContentDate, ContentPart, PlanContent } from '../domain/plan-content.ts';

const words = z.string();
const date = schemaOf<ContentDate>()(
  z.object({ text: words, precision: z.enum(DatePrecision), lastDay: words }),
);
const parts = z.array(
  schemaOf<ContentPart>()(
    z.object({
      kind: z.enum(['action', 'milestone', 'measure', 'risk']),
      ...{ ref: words, title: words, due: date.nullable(), status: words },
    }),
  ),
);

/** A date of a part or an objective, as JSON. */
export const contentDate = json('a date', date);
/** The parts of an objective, as JSON. */
export const contentParts = json('the parts', parts);

export const planContent = json(
  'plan_version.content',
  schemaOf<PlanContent>()(
    z.object({
      format: z.union([z.literal(1), z.literal(2)]),
      areas: z.array(z.object({ ref: words, name: words.nullable() })),
      objectives: z.array(
        z.object({
          ...{ ref: words, area: words, title: words, due: date.nullable() },
          ...{ originalDue: date.nullable(), successMeasure: words.nullable() },
          ...{ status: z.enum(ObjectiveStatus), closedOn: words.nullable() },
          ...{ owners: z.array(words), deputies: z.array(words) },
          themes: z.array(words).exactOptional(),
          links: z.array(words).exactOptional(),
          ...{ parts, example: z.boolean() },
        }),
      ),
      ragWordings: z.array(
        z.object({ rating: z.enum(RatingKind), rag: z.enum(Rag), wording: words }),
      ),
    }),
  ),
);
