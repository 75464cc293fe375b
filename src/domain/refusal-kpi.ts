// The reasons for which something about a KPI is refused.
import type { TargetState } from './kpi-target.ts';
import type { ValueProblem } from './kpi-value.ts';

export type KpiRefusal =
  /** `last`: the highest number that there is. */
  | { readonly code: 'unknown-kpi'; readonly typed: string; readonly last: number }
  | {
      readonly code: 'unreadable-figure';
      readonly number: number;
      readonly typed: string;
      readonly problem: ValueProblem;
    }
  /** `state`: what its target is already; null: it has none. */
  | {
      readonly code: 'target-not-there';
      readonly number: number;
      readonly state: TargetState | null;
      readonly doing: 'agree' | 'sign-off';
    };
