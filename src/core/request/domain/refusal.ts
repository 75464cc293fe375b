// Why the product says no, as data: each room adds its own reasons. A code is stable: scripts and tests rely on it.
// The words stand in each room’s messages/refusal-*.ts; service/dispatch/messages/refusal-text.ts joins them.
import type { DateProblem } from '../../dates/domain/date-forms.ts';
import type { RatingKind } from '../../message/domain/rag.ts';

/** Every reason, room by room. */
export interface Refusals {
  readonly request: RequestRefusal;
}

export type Refusal = Refusals[keyof Refusals];

export type RequestRefusal =
  | {
      readonly code: 'unknown-verb';
      readonly typed: string;
      readonly suggestion: string | null;
      readonly rest: string;
      /** What the line is about, where it is no slip of a verb: it can be looked for. */
      readonly about?: string;
      /** Lines that may have been meant, where the line is a sentence that is like others. */
      readonly likely?: readonly string[];
    }
  | {
      readonly code: 'usage';
      readonly verb: string;
      readonly problem: string;
      /** The line that was probably meant, where there is one. */
      readonly instead?: string;
    }
  | { readonly code: 'too-long'; readonly length: number; readonly limit: number }
  | {
      readonly code: 'bad-date';
      readonly typed: string;
      /** `no-one-day`: a month or the like, where a day is wanted; `open`: “ongoing”, where a date is wanted. */
      readonly problem: DateProblem | 'no-one-day' | 'open';
      /** What it would be read as, in words to type instead. */
      readonly readings: readonly string[];
      /** The line that was typed, with each of them in its place. */
      readonly lines?: readonly string[];
    }
  | {
      readonly code: 'not-permitted';
      readonly verb: string;
      readonly ref: string | null;
      readonly rule: string;
      /** The note that its author may still put right, where the rating is not theirs to change now. */
      readonly ownNote?: { readonly rating: RatingKind; readonly note: string };
    }
  /** More numbers or references than a line takes, or words that may begin with one. */
  | {
      readonly code: 'several-numbers';
      /** What was named behind the first. */
      readonly further: readonly string[];
      /** `each`: one line for each. `words`: they may begin what is said. */
      readonly why: 'each' | 'words';
      /** Lines that say one thing each, or all of it for certain. */
      readonly lines: readonly string[];
      /** The line in which they begin what is said; null: nothing is said there. */
      readonly asWords: string | null;
    }
  /** Two things of one kind with one name, number or reference could not be told apart. */
  | {
      readonly code: 'name-taken';
      /** What it is a name of, e.g. organisation. */
      readonly what: string;
      readonly name: string;
      /** The line that lists them. */
      readonly list: string;
    };

export type RefChoice = { readonly ref: string; readonly title: string };
