// The reasons for which something for the families’ page is refused.
import type { SmallNumber } from './suppression-check.ts';

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
  /** The words may tell a number under five. `line` asks for their approval. */
  | { readonly code: 'small-counts'; readonly found: readonly SmallNumber[]; readonly line: string }
  | { readonly code: 'page-small-counts'; readonly stopped: readonly StoppedWords[] }
  /** No words on the page are stopped under that code. */
  | { readonly code: 'unknown-stopped-words' }
  /** Whoever approves them has done so already. */
  | { readonly code: 'second-person-needed' };

/** So many different people approve words that may tell a small number before they are published. */
export const APPROVERS = 2;

/** Words on the page that may tell a number under five, and that too few people approved. */
export type StoppedWords = {
  /** `Item 3`, `The explanation of EHCP`. */
  readonly where: string;
  readonly words: string;
  readonly found: readonly SmallNumber[];
  /** What is typed to approve them. */
  readonly code: string;
  /** Ids of those who did. */
  readonly approvedBy: readonly string[];
  /** What puts them right; with a space at its end other words follow. */
  readonly line: string;
};

declare module '../../../core/request/domain/refusal.ts' {
  interface Refusals {
    readonly families: FamiliesRefusal;
  }
}
