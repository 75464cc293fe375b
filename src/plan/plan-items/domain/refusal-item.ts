// The reasons for which something about a part of an objective is refused.

import type { RefChoice } from '../../../core/request/domain/refusal.ts';
import type { ItemKind } from './plan-item.ts';

export type ItemRefusal =
  /** A part of an objective, e.g. `C2`, that it does not have. */
  | {
      readonly code: 'unknown-item';
      readonly ref: string;
      readonly typed: string;
      readonly choices: readonly RefChoice[];
      /** What stands before and after the part's reference in a line that works. */
      readonly start: string;
      readonly rest: string;
    }
  /** A reference that two things of the plan can be meant by. */
  | {
      readonly code: 'ambiguous-item';
      readonly typed: string;
      readonly choices: readonly (RefChoice & {
        readonly what: ItemKind | 'objective';
        /** A part's objective. */
        readonly of: string | null;
        /** The line that means this one alone. */
        readonly line: string;
      })[];
    }
  /** A part that is answered, withdrawn or done already. */
  | {
      readonly code: 'item-settled';
      readonly ref: string;
      readonly item: string;
      /** A part with a letter when absent. */
      readonly kind?: ItemKind;
      readonly status: string;
    }
  | {
      readonly code: 'bad-item-status';
      readonly ref: string;
      readonly typed: string;
      readonly note: string;
    }
  | {
      readonly code: 'bad-link';
      readonly typed: string;
      readonly why: 'not-web' | 'password' | 'long' | 'personal';
    }
  | {
      readonly code: 'blue-needs-evidence';
      readonly ref: string;
      readonly note: string | null;
      /** The verb that was typed; `update` when absent. */
      readonly verb?: 'update' | 'amend';
      /** Absent: the delivery rating. */
      readonly rating?: 'impact';
    }
  | { readonly code: 'own-challenge'; readonly ref: string };

declare module '../../../core/request/domain/refusal.ts' {
  interface Refusals {
    readonly item: ItemRefusal;
  }
}
