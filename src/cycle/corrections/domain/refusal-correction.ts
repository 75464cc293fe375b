// The reasons for which a rating cannot be taken back or put right.

export type CorrectionRefusal =
  /** `amended`: the person's latest entry is an amendment, which is amended again. */
  | { readonly code: 'nothing-to-undo'; readonly ref: string | null; readonly amended: boolean }
  | { readonly code: 'undo-not-latest'; readonly ref: string; readonly by: string | null }
  /** `instead`: a line that puts it right now; left out, a rating is amended. `ref`: null for reminders put off. */
  | {
      readonly code: 'undo-too-late';
      readonly ref: string | null;
      readonly minutes: number;
      readonly instead?: string;
    }
  /** A decision or recovery action on which something later rests. */
  | {
      readonly code: 'undo-built-on';
      readonly ref: string;
      /** What was recorded later, of which part, e.g. D1, and by whom. */
      readonly since: {
        readonly part: string;
        readonly status: string;
        readonly by: string | null;
      };
      readonly instead: string;
    }
  /** `saysSo`: that is what stands there already. */
  | { readonly code: 'nothing-to-amend'; readonly ref: string; readonly saysSo: boolean }
  | { readonly code: 'board-decided'; readonly ref: string };

declare module '../../../core/request/domain/refusal.ts' {
  interface Refusals {
    readonly correction: CorrectionRefusal;
  }
}
