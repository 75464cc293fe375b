// What `highlight_report.words` and `highlight_report.content` hold: an approved report is shown from here ever after.
import { z } from 'zod';
import { json } from '../../../core/database/db/columns.ts';
import { schemaOf } from '../../../core/database/db/json-schema.ts';
import { Rag, ThemeKind } from '../../../generated/prisma/enums.ts';
import type { HighlightContent, HighlightWords } from '../domain/highlight.ts';

const words = z.string();
const maybe = z.string().exactOptional();
const said = { reason: maybe, mitigation: maybe, impact: maybe, progress: maybe, next: maybe };
const wordsSchema = schemaOf<HighlightWords>()(
  z.object({ ...said, decisions: maybe, saved: z.number() }),
);

const date = z.object({ text: words, lastDay: words }).nullable();
const ofObjective = { ref: words, title: words, example: z.boolean() };
const part = { ...ofObjective, due: date };
const fade = z.object({ step: z.enum(['last-known', 'unrated']), daysAgo: z.number() });
const standing = z.enum([
  ...(['red', 'amber', 'green', 'blue', 'unrated', 'not-rated'] as const),
  ...(['last-known-red', 'last-known-amber', 'last-known-green', 'last-known-blue'] as const),
]);

const kpis = z.object({
  title: words,
  headers: z.tuple([words, words, words, words]),
  rows: z.array(
    z.object({
      ...{ number: z.number(), name: words, baseline: words, performance: words },
      publishedDirection: words,
    }),
  ),
  footnotes: z.array(z.object({ marker: words, text: words })),
});

export const highlightWords = json('highlight_report.words', wordsSchema);

export const highlightContent = json(
  'highlight_report.content',
  schemaOf<HighlightContent>()(
    z.object({
      theme: z.object({ kind: z.enum(ThemeKind), number: z.number(), name: words }),
      ...{ month: words, asOf: words, version: z.number(), words: wordsSchema },
      coChairs: z.array(words),
      ratings: z.array(
        z.object({
          ...{ rag: z.enum(Rag).nullable(), standing: standing.exactOptional() },
          count: z.number(),
        }),
      ),
      concerns: z.array(
        z.object({
          ...{ ...ofObjective, rag: z.enum(Rag), fade: fade.exactOptional() },
          ...{ note: words.nullable(), story: maybe },
        }),
      ),
      recovery: z.array(z.object({ ...part, who: words.nullable() })),
      risks: z.array(
        z.object({
          ...{ ...part, type: z.enum(['risk', 'challenge']), score: z.number().nullable() },
          mitigation: words.nullable(),
        }),
      ),
      history: z.array(z.object({ ref: words, words })),
      comingUp: z.array(z.object(part)),
      milestones: z.array(z.object({ ...part, originalDue: date, status: words })),
      decisions: z.array(z.object({ ...part, from: words.nullable() })),
      kpis: kpis.nullable(),
      newest: z
        .array(z.object({ kpi: words, figure: words, reading: words, target: words }))
        .exactOptional(),
      notReturned: z.array(
        z.object({ meeting: words, dueOn: words, objectives: z.array(z.object(ofObjective)) }),
      ),
    }),
  ),
);
