// The reasons for which a highlight report is refused.

export type HighlightRefusal =
  /** What was approved stays as it is. `line` begins a new version. */
  | {
      readonly code: 'highlight-approved';
      readonly report: string;
      readonly version: number;
      readonly by: string | null;
      readonly line: string;
    }
  /** Somebody saved other words since the form or the report was shown. */
  | { readonly code: 'highlight-moved-on'; readonly report: string; readonly line: string }
  | { readonly code: 'highlight-is-draft'; readonly report: string; readonly version: number }
  | {
      readonly code: 'unknown-highlight';
      readonly report: string;
      readonly version: number;
      readonly line: string;
    };

declare module '../../../core/request/domain/refusal.ts' {
  interface Refusals {
    readonly highlight: HighlightRefusal;
  }
}
