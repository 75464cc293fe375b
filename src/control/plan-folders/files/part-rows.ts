// The shapes of the rows that describe an objective's parts, and what it serves.
import { z } from 'zod';
import { example, filled, fuzzyDate, isoDate, key, optionalSources } from './fields.ts';

/** What every part of an objective has, and what its kind has of its own. */
function part<K extends string, S extends string, D extends z.ZodRawShape, A extends z.ZodRawShape>(
  kind: K,
  statuses: readonly [S, ...S[]],
  detail: D,
  assigned: A,
) {
  return z.strictObject({
    objective: filled,
    kind: z.literal(kind),
    /** Within the objective, e.g. `1`, `1.2` or `E1`. */
    ref: z.string().regex(/^(?:\d+(?:\.\d+)?|[MREDPVC]\d+)$/),
    title: filled.max(2_000),
    status: z.enum(statuses),
    due: fuzzyDate.nullable().default(null),
    originalDue: fuzzyDate.nullable().default(null),
    detail: z.strictObject(detail),
    ...assigned,
    example,
    source: optionalSources,
  });
}

const words = filled.nullable().default(null);
const day = isoDate.nullable().default(null);
/** Whom an action or milestone is given to, where that is not who answers for its objective. */
const people = { owner: key.nullable().default(null), deputy: key.nullable().default(null) };
const work = ['not-started', 'under-way', 'done', 'closed'] as const;

/** A part of an objective; people in it are keys. */
export const itemRow = z.discriminatedUnion('kind', [
  part('action', work, { doneOn: day }, people),
  part('milestone', work, { doneOn: day }, people),
  part('measure', ['open', 'met'], {}, {}),
  part(
    'risk',
    ['open', 'closed'],
    {
      type: z.enum(['risk', 'challenge']),
      score: z.int().min(1).max(25).nullable().default(null),
      owner: words,
      mitigation: words,
    },
    {},
  ),
  part(
    'evidence',
    ['given', 'withdrawn'],
    {
      link: z
        .url({ protocol: /^https?$/ })
        .nullable()
        .default(null),
      rung: z.enum(['done', 'used', 'felt']),
      by: key,
      on: isoDate,
      waiver: z.boolean().default(false),
    },
    {},
  ),
  part(
    'decision',
    ['needed', 'taken', 'withdrawn'],
    {
      from: words,
      by: key.nullable().default(null),
      on: day,
      outcome: words,
    },
    {},
  ),
  part('coproduction', ['held'], { who: filled, when: filled }, {}),
  part(
    'recovery',
    ['open', 'done', 'replaced', 'withdrawn'],
    { who: words, decisionFrom: words },
    {},
  ),
]);

/** What an objective serves: exactly one of the three. */
export const linkRow = z
  .strictObject({
    objective: filled,
    project: key.nullable().default(null),
    priority: z.int().positive().nullable().default(null),
    /** List and letter, e.g. `development b`. */
    selfEvaluation: filled.nullable().default(null),
    example,
    source: optionalSources,
  })
  .refine(
    ({ project, priority, selfEvaluation }) =>
      [project, priority, selfEvaluation].filter((one) => one !== null).length === 1,
    'names exactly one of project, priority and selfEvaluation',
  );
