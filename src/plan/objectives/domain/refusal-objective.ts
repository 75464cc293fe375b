// The reasons for which an objective is not found.
import type { RefChoice } from '../../../core/request/domain/refusal.ts';

export type ObjectiveRefusal =
  | {
      readonly code: 'unknown-objective';
      readonly typed: string;
      readonly suggestions: readonly RefChoice[];
      /** A reference of the plan, so that somebody sees what they look like there. */
      readonly like?: string;
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
  | {
      readonly code: 'several-objectives';
      readonly verb: string;
      readonly refs: readonly string[];
    };

declare module '../../../core/request/domain/refusal.ts' {
  interface Refusals {
    readonly objective: ObjectiveRefusal;
  }
}
