// The shapes of the plan's data files: one JSON object a line (.jsonl), so that a broken row can be
// named by file and line. `source` says where each fact stands in the partnership's own documents.
import { z } from 'zod';

const key = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'lower-case letters, digits and hyphens');
const filled = z.string().trim().min(1);

/** A fact as printed: `text` stands, character for character, in line `line` of document `doc`. */
const source = z.strictObject({
  doc: z.string().regex(/^\d{3}$/),
  line: z.int().positive(),
  text: filled,
});
const sources = z.array(source).min(1);
const optionalSources = z.array(source).default([]);

/** Our own short wording of a longer passage: always shown as a summary, never as a quotation. */
const summary = filled.max(400);
/** Figures exactly as printed inside a summarised passage. */
const figures = z.array(filled).default([]);
const example = z.boolean().default(false);
const isoDate = z.iso.date();
const email = z.email().transform((value) => value.toLowerCase());

const fuzzyDate = z.strictObject({
  /** As printed, e.g. `by July 2024`. */
  text: filled,
  precision: z.enum(['day', 'month', 'season', 'year']),
  /** The last day that the words can mean. */
  lastDay: isoDate,
});

/** What every part of an objective has, and what its kind has of its own. */
function part<K extends string, S extends string, D extends z.ZodRawShape>(
  kind: K,
  statuses: readonly [S, ...S[]],
  detail: D,
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
    example,
    source: optionalSources,
  });
}

const words = filled.nullable().default(null);
const day = isoDate.nullable().default(null);
const work = ['not-started', 'under-way', 'done', 'closed'] as const;

export const rowSchemas = {
  partnership: z.strictObject({
    key,
    name: filled,
    shortName: filled,
    example,
    source: optionalSources,
  }),
  document: z.strictObject({
    doc: z.string().regex(/^\d{3}$/),
    file: filled,
    title: filled,
    asAt: filled.nullable(),
    source: optionalSources,
  }),
  'plan-version': z.strictObject({
    number: z.int().positive(),
    label: filled,
    status: z.enum(['draft', 'current', 'superseded']),
    example,
    source: optionalSources,
  }),
  area: z.strictObject({
    ref: filled,
    name: filled.nullable(),
    note: filled.nullable(),
    example,
    source: optionalSources,
  }),
  theme: z.strictObject({
    key,
    kind: z.enum(['theme', 'workstream']),
    number: z.int().positive(),
    name: filled,
    inShort: summary.nullable(),
    scope: summary.nullable(),
    outcome: summary.nullable(),
    example,
    source: optionalSources,
  }),
  project: z.strictObject({ key, theme: key, name: filled, example, source: optionalSources }),
  objective: z.strictObject({
    ref: filled,
    area: filled,
    /** Theme keys; `themesExample` marks a placing that the documents do not state. */
    themes: z.array(key).default([]),
    themesExample: z.boolean().default(false),
    title: filled.max(200),
    due: fuzzyDate.nullable(),
    successMeasure: filled.nullable(),
    rag: z.enum(['red', 'amber', 'green', 'blue']).nullable(),
    ragNote: summary.nullable(),
    example,
    source: optionalSources,
  }),
  /** One more theme of an objective that another row describes. */
  placing: z.strictObject({ objective: filled, theme: key, example, source: optionalSources }),
  /** A paragraph-sized statement of the documents: progress, achievement, challenge, impact, governance … */
  statement: z.strictObject({
    list: z.enum([
      'overview',
      'achievement',
      'challenge',
      'governance',
      'ways-of-working',
      'plan-progress',
      'theme-progress',
      'theme-challenge',
      'impact',
      'next-step',
      'schools-feedback',
      'not-yet-seen',
      'self-evaluation',
    ]),
    ordinal: z.int().positive(),
    theme: key.nullable(),
    project: key.nullable(),
    heading: filled.nullable(),
    summary,
    figures,
    example,
    source: sources,
  }),
  /** Somebody's words, by role and never by name; the words themselves are summarised. */
  voice: z.strictObject({
    ordinal: z.int().positive(),
    role: filled,
    about: filled.nullable(),
    summary,
    figures,
    publishable: z.boolean(),
    example,
    source: sources,
  }),
  priority: z.strictObject({ number: z.int().positive(), name: filled, source: sources }),
  'self-evaluation': z.strictObject({
    list: z.enum(['development', 'strength']),
    letter: z.string().regex(/^[a-z]$/),
    heading: filled,
    summary,
    priorities: z.array(z.int().positive()),
    source: sources,
  }),
  forum: z.strictObject({
    key,
    name: filled,
    summary: summary.nullable(),
    kind: z.enum([
      'board',
      'co-chairs',
      'lead-member',
      'cabinet',
      'scrutiny',
      'parent-carer-forum',
      'schools',
      'review',
      'other',
    ]),
    returnLeadWorkingDays: z.int().min(1).max(60).default(10),
    returnDueTime: z
      .string()
      .regex(/^\d{2}:\d{2}$/)
      .default('17:00'),
    freezeLeadWorkingDays: z.int().min(0).max(60).default(6),
    collectsReturns: z.boolean().default(false),
    example,
    source: optionalSources,
  }),
  meeting: z.strictObject({
    forum: key,
    date: isoDate,
    title: filled,
    example,
    source: optionalSources,
  }),
  'kpi-table': z.strictObject({
    theme: key,
    title: filled,
    nameHeader: filled,
    baselineHeader: filled,
    performanceHeader: filled,
    directionHeader: filled,
    source: sources,
  }),
  /** The three cells of a row exactly as printed; an empty direction is the empty string. */
  kpi: z.strictObject({
    number: z.int().positive(),
    theme: key,
    name: filled,
    baseline: filled,
    performance: filled,
    direction: z.enum(['↑', '↓', '↔', '-', '']),
    source: sources,
  }),
  /** `cell` says what the printed marker stands on. */
  footnote: z.strictObject({
    theme: key,
    marker: filled,
    text: filled,
    kpis: z.array(z.int().positive()).min(1),
    cell: z.enum(['name', 'baseline', 'performance']),
    source: sources,
  }),
  organisation: z.strictObject({
    key,
    name: filled,
    kind: z.enum(['council', 'nhs', 'parent-carer-forum', 'school', 'voluntary', 'other']),
    example,
    source: optionalSources,
  }),
  person: z.strictObject({
    key,
    name: filled,
    email,
    organisation: key,
    example,
    source: optionalSources,
  }),
  role: z.strictObject({
    person: key,
    role: z.enum(['programme-office', 'co-chair', 'board', 'viewer']),
    theme: key.nullable(),
    from: isoDate,
    until: isoDate.nullable(),
    example,
    source: optionalSources,
  }),
  assignment: z.strictObject({
    objective: filled,
    role: z.enum(['owner', 'deputy']),
    person: key.nullable(),
    organisation: key.nullable(),
    from: isoDate,
    until: isoDate.nullable(),
    example,
    source: optionalSources,
  }),
  channel: z.strictObject({
    theme: key.nullable(),
    platform: z.enum(['slack', 'teams']),
    tenantId: filled,
    channelId: filled,
    name: filled,
    purpose: z.enum(['workstream', 'office']).default('workstream'),
    alwaysPost: z.boolean().default(false),
    example,
    source: optionalSources,
  }),
  account: z.strictObject({
    person: key,
    platform: z.enum(['slack', 'teams']),
    tenantId: filled,
    userId: filled,
    example,
    source: optionalSources,
  }),
  /** A part of an objective; people in it are keys. */
  item: z.discriminatedUnion('kind', [
    part('action', work, { doneOn: day }),
    part('milestone', work, { doneOn: day }),
    part('measure', ['open', 'met'], {}),
    part('risk', ['open', 'closed'], {
      type: z.enum(['risk', 'challenge']),
      score: z.int().min(1).max(25).nullable().default(null),
      owner: words,
      mitigation: words,
    }),
    part('evidence', ['given', 'withdrawn'], {
      link: z
        .url({ protocol: /^https?$/ })
        .nullable()
        .default(null),
      rung: z.enum(['done', 'used', 'felt']),
      by: key,
      on: isoDate,
      waiver: z.boolean().default(false),
    }),
    part('decision', ['needed', 'taken', 'withdrawn'], {
      from: words,
      by: key.nullable().default(null),
      on: day,
      outcome: words,
    }),
    part('coproduction', ['held'], { who: filled, when: filled }),
    part('recovery', ['open', 'done', 'replaced'], { who: words, decisionFrom: words }),
  ]),
  /** What an objective serves: exactly one of the three. */
  link: z
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
    ),
} as const;

export type RowKind = keyof typeof rowSchemas;
export type Row<K extends RowKind> = z.output<(typeof rowSchemas)[K]>;

/** File name stem (plural) → row kind, in the order in which they are loaded. */
export const planFiles = [
  ['partnership', 'partnership'],
  ['documents', 'document'],
  ['plan-versions', 'plan-version'],
  ['areas', 'area'],
  ['themes', 'theme'],
  ['projects', 'project'],
  ['objectives', 'objective'],
  ['placings', 'placing'],
  ['statements', 'statement'],
  ['voices', 'voice'],
  ['priorities', 'priority'],
  ['self-evaluation', 'self-evaluation'],
  ['forums', 'forum'],
  ['meetings', 'meeting'],
  ['kpi-tables', 'kpi-table'],
  ['kpis', 'kpi'],
  ['footnotes', 'footnote'],
  ['organisations', 'organisation'],
  ['people', 'person'],
  ['roles', 'role'],
  ['assignments', 'assignment'],
  ['channels', 'channel'],
  ['accounts', 'account'],
  ['items', 'item'],
  ['links', 'link'],
] as const satisfies readonly (readonly [string, RowKind])[];
