// Every reason for which the product says no, as data. The code is stable: scripts and tests rely on
// it; the wording lives in messages/refusal-text.ts.
import type { Temporal } from 'temporal-polyfill';
import type { FileProblem } from './grid.ts';
import type { PersonalDataKind } from './personal-data.ts';
import type { ItemKind } from './plan-item.ts';
import type { Rag, RatingKind } from './rag.ts';
import type { DeliveryRefusal } from './refusal-delivery.ts';
import type { KpiRefusal } from './refusal-kpi.ts';
import type { PeopleRefusal } from './refusal-people.ts';
import type { PlanRefusal } from './refusal-plan.ts';
import type { ReportRefusal } from './refusal-report.ts';

/** What somebody else recorded while this person was typing. */
export type InterveningChange = {
  readonly ref: string;
  readonly by: string;
  /** Whether it was the same person, who presses again or works in two places. */
  readonly own: boolean;
  readonly at: string;
  readonly fromRag: Rag | null;
  readonly toRag: Rag | null;
  readonly note: string | null;
};

export type RefChoice = { readonly ref: string; readonly title: string };

export type Refusal =
  | {
      readonly code: 'unknown-verb';
      readonly typed: string;
      readonly suggestion: string | null;
      readonly rest: string;
    }
  | {
      readonly code: 'usage';
      readonly verb: string;
      readonly problem: string;
      /** The line that was probably meant, where there is one. */
      readonly instead?: string;
    }
  | { readonly code: 'needs-form'; readonly verb: string; readonly ref: string | null }
  | {
      readonly code: 'unknown-objective';
      readonly typed: string;
      readonly suggestions: readonly RefChoice[];
      readonly verb: string;
      readonly rest: string;
    }
  | {
      readonly code: 'ambiguous-objective';
      readonly typed: string;
      readonly choices: readonly RefChoice[];
      readonly verb: string;
      readonly rest: string;
    }
  | { readonly code: 'several-objectives'; readonly verb: string; readonly refs: readonly string[] }
  | {
      /** Of several at once: nothing of it was recorded, and why not, each by its reference. */
      readonly code: 'none-recorded';
      readonly refusals: readonly { readonly ref: string; readonly refusal: Refusal }[];
      /** The same again for what stands now; null where that would be refused too. */
      readonly again: string | null;
      /** What the button of that line says; absent: that all of it is recorded as well. */
      readonly label?: string;
    }
  | { readonly code: 'no-rating'; readonly ref: string; readonly rest: string }
  | {
      readonly code: 'bad-rating';
      readonly ref: string;
      readonly typed: string;
      readonly suggestion: Rag;
      readonly rest: string;
    }
  | {
      readonly code: 'two-ratings';
      readonly ref: string;
      readonly ratings: readonly Rag[];
      readonly note: string;
    }
  | {
      readonly code: 'note-required';
      readonly ref: string;
      readonly rag: Rag;
      /** Absent: the delivery rating. */
      readonly rating?: 'impact';
    }
  | {
      /** The rating changes and the words are those of the rating before. */
      readonly code: 'words-unchanged';
      readonly ref: string;
      readonly from: Rag | null;
      readonly to: Rag;
      readonly note: string;
      /** Absent: the delivery rating. */
      readonly rating?: 'impact';
      /** What the buttons are bound to. */
      readonly guard: { readonly objectiveId: string; readonly version: number };
    }
  | { readonly code: 'note-too-long'; readonly length: number; readonly limit: number }
  | { readonly code: 'bad-characters'; readonly cleaned: string }
  | { readonly code: 'broadcast-mention'; readonly word: string }
  | {
      readonly code: 'personal-data';
      readonly kinds: readonly PersonalDataKind[];
      /** The note with a neutral phrase for every find. */
      readonly wording: string;
      /** The line up to the note. */
      readonly start: string;
      /** The note as typed where a find is only likely; null where one is certain. */
      readonly typed: string | null;
    }
  | {
      readonly code: 'not-linked';
      readonly platform: string;
      readonly reason: 'no-match' | 'guest' | 'bot' | 'inactive' | 'no-email' | 'other-workspace';
    }
  | {
      readonly code: 'not-permitted';
      readonly verb: string;
      readonly ref: string | null;
      readonly rule: string;
      /** The note that its author may still put right, where the rating is not theirs to change now. */
      readonly ownNote?: { readonly rating: RatingKind; readonly note: string };
    }
  | {
      readonly code: 'cycle-frozen';
      readonly ref: string;
      readonly meeting: string;
      readonly frozenAt: string;
      readonly opensAgain: string;
    }
  | {
      readonly code: 'stale-version';
      readonly change: InterveningChange;
      readonly objectiveId: string;
      readonly version: number;
      readonly line: string;
    }
  | { readonly code: 'unknown-theme'; readonly typed: string; readonly themes: readonly string[] }
  | {
      readonly code: 'unknown-person';
      readonly typed: string;
      readonly suggestions: readonly string[];
    }
  | {
      readonly code: 'ambiguous-person';
      readonly typed: string;
      readonly choices: readonly string[];
    }
  | { readonly code: 'bad-date'; readonly typed: string }
  | PlanRefusal
  | { readonly code: 'not-rated-yet'; readonly ref: string }
  /** `amended`: the person's latest entry is an amendment, which is amended again. */
  | { readonly code: 'nothing-to-undo'; readonly ref: string | null; readonly amended: boolean }
  | { readonly code: 'undo-not-latest'; readonly ref: string; readonly by: string | null }
  | { readonly code: 'undo-too-late'; readonly ref: string; readonly minutes: number }
  /** `saysSo`: that is what stands there already. */
  | { readonly code: 'nothing-to-amend'; readonly ref: string; readonly saysSo: boolean }
  | { readonly code: 'board-decided'; readonly ref: string }
  | { readonly code: 'too-long'; readonly length: number; readonly limit: number }
  /** A part of an objective, e.g. `C2`, that it does not have. */
  | {
      readonly code: 'unknown-item';
      readonly ref: string;
      readonly typed: string;
      readonly choices: readonly RefChoice[];
      /** What stands before and after the part's reference in a line that works. */
      readonly start: string;
      readonly rest: string;
    }
  /** A reference that two things of the plan can be meant by. */
  | {
      readonly code: 'ambiguous-item';
      readonly typed: string;
      readonly choices: readonly (RefChoice & {
        readonly what: ItemKind | 'objective';
        /** A part's objective. */
        readonly of: string | null;
        /** The line that means this one alone. */
        readonly line: string;
      })[];
    }
  /** A part that is answered, withdrawn or done already. */
  | {
      readonly code: 'item-settled';
      readonly ref: string;
      readonly item: string;
      /** A part with a letter when absent. */
      readonly kind?: ItemKind;
      readonly status: string;
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
  | {
      readonly code: 'bad-item-status';
      readonly ref: string;
      readonly typed: string;
      readonly note: string;
    }
  | {
      readonly code: 'bad-link';
      readonly typed: string;
      readonly why: 'not-web' | 'password' | 'long' | 'personal';
    }
  | {
      readonly code: 'blue-needs-evidence';
      readonly ref: string;
      readonly note: string | null;
      /** The verb that was typed; `update` when absent. */
      readonly verb?: 'update' | 'amend';
      /** Absent: the delivery rating. */
      readonly rating?: 'impact';
    }
  | { readonly code: 'own-challenge'; readonly ref: string }
  | PeopleRefusal
  | DeliveryRefusal
  | ReportRefusal
  | KpiRefusal
  | { readonly code: 'bad-file'; readonly name: string; readonly problem: FileProblem }
  | {
      readonly code: 'unknown-import';
      readonly number: number;
      readonly asAt?: Temporal.PlainDate;
    }
  | {
      readonly code: 'import-settled';
      readonly number: number;
      readonly state: 'imported' | 'dropped';
    }
  | { readonly code: 'import-outdated'; readonly number: number }
  | { readonly code: 'plan-not-empty'; readonly number: number };
