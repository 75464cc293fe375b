// The reasons for which something about a KPI is refused.
import type { TargetState } from '../../figures/domain/kpi-target.ts';
import type { ValueProblem } from '../../figures/domain/kpi-value.ts';

export type KpiRefusal =
  /** `last`: the highest number that there is. */
  | { readonly code: 'unknown-kpi'; readonly typed: string; readonly last: number }
  | {
      readonly code: 'unreadable-figure';
      readonly number: number;
      readonly typed: string;
      readonly problem: ValueProblem;
      /** What may have been meant, each with the line that says it. */
      readonly ways: readonly { readonly value: string; readonly line: string }[];
      /** The line that keeps the words without a figure; null: there is none. */
      readonly asText: string | null;
    }
  /** `state`: what its target is already; null: it has none. */
  | {
      readonly code: 'target-not-there';
      readonly number: number;
      readonly state: TargetState | null;
      readonly doing: 'agree' | 'sign-off';
    }
  /** A meeting that lies ahead signed nothing off yet. */
  | {
      readonly code: 'meeting-not-held';
      readonly number: number;
      readonly meeting: string;
      readonly on: string;
    }
  | { readonly code: 'meeting-called-off'; readonly meeting: string; readonly on: string }
  | {
      readonly code: 'minutes-agreed';
      readonly number: number;
      readonly meeting: string;
      readonly on: string;
    }
  /** The target was proposed, as it stands now, after the meeting. */
  | {
      readonly code: 'target-after-meeting';
      readonly number: number;
      readonly meeting: string;
      readonly on: string;
      readonly proposedOn: string;
    };

declare module '../../../core/request/domain/refusal.ts' {
  interface Refusals {
    readonly kpi: KpiRefusal;
  }
}
