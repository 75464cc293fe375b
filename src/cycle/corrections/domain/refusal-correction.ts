// The reasons for which a rating cannot be taken back or put right.

export type CorrectionRefusal =
  /** `amended`: the person's latest entry is an amendment, which is amended again. */
  | { readonly code: 'nothing-to-undo'; readonly ref: string | null; readonly amended: boolean }
  | { readonly code: 'undo-not-latest'; readonly ref: string; readonly by: string | null }
  | { readonly code: 'undo-too-late'; readonly ref: string; readonly minutes: number }
  /** `saysSo`: that is what stands there already. */
  | { readonly code: 'nothing-to-amend'; readonly ref: string; readonly saysSo: boolean }
  | { readonly code: 'board-decided'; readonly ref: string };

declare module '../../../core/request/domain/refusal.ts' {
  interface Refusals {
    readonly correction: CorrectionRefusal;
  }
}
