// What `plan_item.detail` holds, by the kind of the part, and what the history keeps of a part: checked where it is read.
import { z } from 'zod';
import { json } from '../../../core/database/db/columns.ts';
import { schemaOf } from '../../../core/database/db/json-schema.ts';
import type { FuzzyDate } from '../../../core/dates/domain/fuzzy-date.ts';
import type { ItemKind, ItemKinds, Named } from '../domain/plan-item.ts';
import type { StoredFacts } from '../domain/stored-facts.ts';

const words = z.string().nullable();
const work = z.enum(['not-started', 'under-way', 'done', 'closed']);
const named = schemaOf<Named>()(
  z.object({ personId: z.string(), name: z.string(), organisation: z.string() }),
);

/** What each kind has of its own. */
const kinds = {
  action: {
    kind: z.literal('action'),
    status: work,
    detail: z.object({ doneOn: words, start: z.string().exactOptional() }),
  },
  milestone: {
    kind: z.literal('milestone'),
    status: work,
    detail: z.object({ doneOn: words }),
  },
  measure: {
    kind: z.literal('measure'),
    status: z.enum(['open', 'met']),
    detail: z.custom<Record<never, never>>((value) => typeof value === 'object' && value !== null),
  },
  risk: {
    kind: z.literal('risk'),
    status: z.enum(['open', 'closed']),
    detail: z.object({
      type: z.enum(['risk', 'challenge']),
      score: z.number().nullable(),
      owner: words,
      mitigation: words,
    }),
  },
  evidence: {
    kind: z.literal('evidence'),
    status: z.enum(['given', 'withdrawn']),
    detail: z.object({
      link: words,
      rung: z.enum(['done', 'used', 'felt']),
      by: named,
      on: z.string(),
      waiver: z.boolean(),
    }),
  },
  decision: {
    kind: z.literal('decision'),
    status: z.enum(['needed', 'taken', 'withdrawn']),
    detail: z.object({
      from: words,
      by: named.nullable(),
      on: words,
      outcome: words,
      recovery: z.string().exactOptional(),
    }),
  },
  coproduction: {
    kind: z.literal('coproduction'),
    status: z.literal('held'),
    detail: z.object({ who: z.string(), when: z.string() }),
  },
  recovery: {
    kind: z.literal('recovery'),
    status: z.enum(['open', 'done', 'replaced', 'withdrawn']),
    detail: z.object({ who: words, decisionFrom: words }),
  },
  challenge: {
    kind: z.literal('challenge'),
    status: z.enum(['open', 'answered', 'withdrawn']),
    detail: z.object({
      by: named,
      on: z.string(),
      answer: words,
      answeredBy: named.nullable(),
      answeredOn: words,
    }),
  },
} as const satisfies Record<ItemKind, unknown>;

type OfKind = { readonly [K in ItemKind]: { readonly kind: K } & ItemKinds[K] }[ItemKind];

/** A part's kind, status and detail, which go together. */
export const itemOfKind = json(
  'plan_item.detail',
  schemaOf<OfKind>()(
    z.discriminatedUnion('kind', [
      z.object(kinds.action),
      z.object(kinds.milestone),
      z.object(kinds.measure),
      z.object(kinds.risk),
      z.object(kinds.evidence),
      z.object(kinds.decision),
      z.object(kinds.coproduction),
      z.object(kinds.recovery),
      z.object(kinds.challenge),
    ]),
  ),
);

const storedDate = z
  .object({
    text: z.string(),
    precision: z.enum(['day', 'month', 'season', 'year'] satisfies FuzzyDate['precision'][]),
    lastDay: z.string(),
  })
  .nullable();
const common = { title: z.string(), due: storedDate, originalDue: storedDate };

/** A part's facts as the history keeps them. */
export const storedFactsSchema = schemaOf<StoredFacts>()(
  z.discriminatedUnion('kind', [
    z.object({ ...kinds.action, ...common }),
    z.object({ ...kinds.milestone, ...common }),
    z.object({ ...kinds.measure, ...common }),
    z.object({ ...kinds.risk, ...common }),
    z.object({ ...kinds.evidence, ...common }),
    z.object({ ...kinds.decision, ...common }),
    z.object({ ...kinds.coproduction, ...common }),
    z.object({ ...kinds.recovery, ...common }),
    z.object({ ...kinds.challenge, ...common }),
  ]),
);
