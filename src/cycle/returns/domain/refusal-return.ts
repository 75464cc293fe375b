// The reasons for which an update is refused.
import type { Rag } from '../../../core/message/domain/rag.ts';
import type { RefChoice, Refusal } from '../../../core/request/domain/refusal.ts';

export type ReturnRefusal =
  | { readonly code: 'needs-form'; readonly verb: string; readonly ref: string | null }
  | {
      /** A rating or a note, and not of what; with the person's own objectives. */
      readonly code: 'which-objective';
      readonly verb: string;
      readonly words: string;
      readonly choices: readonly RefChoice[];
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
  | { readonly code: 'not-rated-yet'; readonly ref: string }
  | {
      /** Of several at once: nothing of it was recorded, and why not, each by its reference. */
      readonly code: 'none-recorded';
      readonly refusals: readonly { readonly ref: string; readonly refusal: Refusal }[];
      /** The same again for what stands now; null where that would be refused too. */
      readonly again: string | null;
      /** What the button of that line says; absent: that all of it is recorded as well. */
      readonly label?: string;
      /** The line that says all of it of the first one alone, where it may be meant so. */
      readonly oneNote?: string;
    };

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

declare module '../../../core/request/domain/refusal.ts' {
  interface Refusals {
    readonly return: ReturnRefusal;
  }
}
