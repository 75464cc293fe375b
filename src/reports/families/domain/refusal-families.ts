// The reasons for which something for the families’ page is refused.
import type { SmallCount } from './small-count-words.ts';

export type FamiliesRefusal =
  | {
      readonly code: 'unknown-family-subject';
      readonly kind: 'kpi' | 'quote';
      readonly number: number;
    }
  /** Whoever said it has not agreed that it is published. */
  | { readonly code: 'not-publishable'; readonly number: number; readonly role: string }
  | { readonly code: 'unknown-family-item'; readonly number: number }
  | { readonly code: 'empty-page' }
  /** Abbreviations on the page that nobody explained. */
  | { readonly code: 'unexplained-words'; readonly terms: readonly string[] }
  | { readonly code: 'page-personal-data' }
  /** The words tell a number under five. `line` says them again without it. */
  | { readonly code: 'small-counts'; readonly found: readonly SmallCount[]; readonly line: string }
  | { readonly code: 'page-small-counts'; readonly places: readonly SmallCountPlace[] };

/** Where on the page a number under five is told. */
export type SmallCountPlace = {
  /** `Item 3`, `The explanation of EHCP`. */
  readonly where: string;
  readonly found: readonly SmallCount[];
  readonly line: string;
};

declare module '../../../core/request/domain/refusal.ts' {
  interface Refusals {
    readonly families: FamiliesRefusal;
  }
}
