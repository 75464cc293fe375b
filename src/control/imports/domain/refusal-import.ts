// The reasons for which a file or an import is refused.
import type { Temporal } from 'temporal-polyfill';
import type { FileProblem } from '../../../core/message/domain/grid.ts';

export type ImportRefusal =
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
  | {
      readonly code: 'import-answer';
      readonly typed: string;
      /** The questions that the file asks; none: it asks nothing. */
      readonly numbers: readonly number[];
      /** What the question that was named can be answered with; none: no question was named. */
      readonly options: readonly string[];
    }
  | { readonly code: 'plan-not-empty'; readonly number: number };

declare module '../../../core/request/domain/refusal.ts' {
  interface Refusals {
    readonly import: ImportRefusal;
  }
}
