// The fields that rows of the plan's data files have in common.
import { z } from 'zod';

export const key = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'lower-case letters, digits and hyphens');
export const filled = z.string().trim().min(1);

/** A fact as printed: `text` stands, character for character, in line `line` of document `doc`. */
const source = z.strictObject({
  doc: z.string().regex(/^\d{3}$/),
  line: z.int().positive(),
  text: filled,
});
export const sources = z.array(source).min(1);
export const optionalSources = z.array(source).default([]);

/** Our own short wording of a longer passage: always shown as a summary, never as a quotation. */
export const summary = filled.max(400);
/** Figures exactly as printed inside a summarised passage. */
export const figures = z.array(filled).default([]);
export const example = z.boolean().default(false);
export const isoDate = z.iso.date();
export const email = z.email().transform((value) => value.toLowerCase());

export const fuzzyDate = z.strictObject({
  /** As printed, e.g. `by July 2024`. */
  text: filled,
  precision: z.enum(['day', 'month', 'season', 'year']),
  /** The last day that the words can mean. */
  lastDay: isoDate,
});
