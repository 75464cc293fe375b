// The shapes of the plan's data files: one JSON object a line (.jsonl), so that a broken row can be
// named by file and line. `source` says where each fact stands in the partnership's own documents.

import { z } from 'zod';
import {
  email,
  example,
  figures,
  filled,
  fuzzyDate,
  isoDate,
  key,
  optionalSources,
  sources,
  summary,
} from './fields.ts';
import { itemRow, linkRow } from './part-rows.ts';

/** So long before a meeting, at a local time of day. */
const leadTime = z.strictObject({
  days: z.int().min(0).max(60),
  unit: z.enum(['working', 'calendar', 'weekday']),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
});

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
  /** What a colour means in the current version; what it leaves out is worded by the product. */
  'rag-wording': z.strictObject({
    rating: z.enum(['delivery', 'impact']),
    rag: z.enum(['red', 'amber', 'green', 'blue']),
    wording: summary,
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
  /** An abbreviation: in full, and where that does not explain it, in plain words. */
  glossary: z.strictObject({
    term: z.string().regex(/^[\p{L}\p{N}]{2,30}$/u),
    meaning: summary,
    plain: summary.nullable().default(null),
    source: optionalSources,
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
    papersOut: leadTime.optional(),
    evidenceDue: leadTime.optional(),
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
    source: optionalSources,
  }),
  /** The three cells of a row exactly as printed; an empty direction is the empty string. */
  kpi: z.strictObject({
    number: z.int().positive(),
    theme: key,
    name: filled,
    baseline: filled,
    performance: filled,
    direction: z.enum(['↑', '↓', '↔', '-', '']),
    source: optionalSources,
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
  /** The stretches in which some people work, e.g. a school's terms. */
  calendar: z.strictObject({
    key,
    name: filled,
    periods: z.array(z.strictObject({ from: isoDate, until: isoDate })).min(1),
    example,
    source: optionalSources,
  }),
  /** A day on which nobody works, or one organisation does not; `worked`: a bank holiday that is worked. */
  'closure-day': z.strictObject({
    date: isoDate,
    name: filled.max(60),
    organisation: key.nullable().default(null),
    worked: z.boolean().default(false),
    example,
    source: optionalSources,
  }),
  person: z.strictObject({
    key,
    name: filled,
    email,
    /** Other addresses of theirs; without them those of the record stay. */
    furtherEmails: z.array(email).optional(),
    organisation: key,
    /** The calendar that they work by; without one, as everybody. */
    calendar: key.optional(),
    example,
    source: optionalSources,
  }),
  role: z.strictObject({
    person: key,
    role: z.enum(['programme-office', 'co-chair', 'board', 'evidence-lead', 'viewer']),
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
  item: itemRow,
  link: linkRow,
} as const;

export type RowKind = keyof typeof rowSchemas;

export type Row<K extends RowKind> = z.output<(typeof rowSchemas)[K]>;
