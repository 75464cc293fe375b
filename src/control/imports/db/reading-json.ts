// What `plan_import.reading` holds: the cells of a file as read, until somebody confirms them, and what was shown of them.
import { z } from 'zod';
import { json } from '../../../core/database/db/columns.ts';
import { schemaOf } from '../../../core/database/db/json-schema.ts';
import type { ImportAnswer } from '../../layouts/domain/import-answers.ts';
import type { LeftOut } from '../../layouts/domain/left-out.ts';
import type { ImportProblem, PlanRow } from '../../layouts/domain/plan-columns.ts';
import type { PlanField } from '../../layouts/domain/plan-headings.ts';
import type { KeptReading } from '../app/import-ports.ts';

const words = z.string();
const cell = z.object({
  ...{ text: words, place: words, row: z.number() },
  fill: words.exactOptional(),
});
const maybe = cell.exactOptional();

const row = schemaOf<PlanRow>()(
  z.object({
    ref: cell,
    cells: z.object({
      ...{ ref: maybe, title: maybe, action: maybe, milestone: maybe, owner: maybe },
      ...{ deputy: maybe, start: maybe, due: maybe, 'original-due': maybe, measure: maybe },
      ...{ 'impact-milestone': maybe, 'impact-3': maybe, 'impact-6': maybe, 'impact-12': maybe },
      ...{ rag: maybe, impact: maybe, progress: maybe, evaluation: maybe, evidence: maybe },
      ...{ risk: maybe, area: maybe },
    }),
    section: cell.nullable(),
    layout: words.exactOptional(),
    others: z.array(z.object({ key: words, cell })).exactOptional(),
  }),
);

const field = z.enum([
  ...(['ref', 'title', 'action', 'milestone', 'owner', 'deputy', 'start', 'due'] as const),
  ...(['original-due', 'measure', 'impact-milestone', 'impact-3', 'impact-6'] as const),
  ...(['impact-12', 'rag', 'impact', 'progress', 'evaluation', 'evidence'] as const),
  ...(['risk', 'area'] as const),
] satisfies readonly PlanField[]);

const leftOut = schemaOf<LeftOut>()(
  z.union([
    z.object({
      ...{ place: words, heading: words.nullable(), cells: z.number() },
      why: z.enum([
        ...(['not-understood', 'earlier-rating', 'monitoring', 'no-heading'] as const),
        ...(['ended-on', 'two-meanings'] as const),
      ]),
    }),
    z.object({
      ...{ place: words, heading: words.nullable(), cells: z.number() },
      ...{ why: z.enum(['second', 'superseded', 'which-is-latest']), field },
    }),
    z.object({
      ...{ place: words, heading: words.nullable(), cells: z.number() },
      why: z.literal('above'),
    }),
  ]),
);

const problem = schemaOf<ImportProblem>()(
  z.object({
    place: words,
    why: z.enum([
      ...(['formula', 'error-value', 'too-long', 'no-plan', 'heads-nothing'] as const),
      ...(['no-reference', 'bad-reference', 'bad-date', 'bad-rating', 'not-on-the-plan'] as const),
      'no-date-yet' as const,
      ...(['said-twice', 'no-title', 'no-rating', 'no-impact-rating', 'no-home'] as const),
      ...(['start-of-objective', 'milestone-of-objective', 'closed', 'own-deputy'] as const),
      'milestone-without-action' as const,
      ...(['blue-needs-evidence', 'original-stays', 'owner-stays', 'area-stays'] as const),
      ...(['bad-words', 'certain-personal', 'likely-personal'] as const),
      ...(['struck', 'tracked-change', 'picture', 'inner-table', 'struck-row'] as const),
      ...(['example-row', 'set-up-sheet'] as const),
      ...(['risk-register', 'issue-log', 'assumption-log', 'dependency-log'] as const),
      ...(['decision-log', 'self-evaluation', 'kpi-table', 'meeting-calendar'] as const),
      ...(['highlight-report', 'own-export', 'people-list', 'legend', 'notes'] as const),
      ...(['action-log', 'numbers-given', 'numbered-afresh', 'revised-unknown'] as const),
      ...(['note-as-published', 'note-cut', 'notes-joined', 'worst-of-actions'] as const),
      ...(['two-ratings', 'colour-alone', 'colour-differs', 'area-name-stays'] as const),
    ]),
    text: words.exactOptional(),
    readings: z.array(words).exactOptional(),
  }),
);

const answer = schemaOf<ImportAnswer>()(
  z.object({
    kind: z.enum(['column', 'colour', 'lead']),
    ...{ layout: words, words, meaning: words },
  }),
);

export const importAnswers = json('plan_import.reading answers', z.array(answer));

const kept = schemaOf<KeptReading>()(
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('tables'),
      reading: z.object({
        rows: z.array(row),
        tables: z.array(
          z.object({
            place: words,
            columns: z.array(words),
            leftOut: z.array(leftOut).exactOptional(),
            layout: words.exactOptional(),
            open: z.array(z.object({ heading: words, place: words })).exactOptional(),
          }),
        ),
        problems: z.array(problem),
      }),
      answers: z.array(answer).exactOptional(),
    }),
    z.object({
      kind: z.literal('workbook'),
      sheets: z.array(z.object({ name: words, rows: z.array(z.array(words)) })),
    }),
    z.object({
      kind: z.literal('plan'),
      plan: z.object({
        ...{ format: z.literal('pap-plan'), version: z.number() },
        tables: z.array(
          z.object({ table: words, rows: z.array(z.record(z.string(), z.unknown())) }),
        ),
      }),
    }),
  ]),
);

export const importReading = json('plan_import.reading', z.object({ kept, shown: words }));
