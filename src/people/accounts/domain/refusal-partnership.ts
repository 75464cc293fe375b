// The reasons for which a request finds no partnership, or more than one.
import type { Platform } from '../../../core/request/domain/platform.ts';
import type { Named } from './choose-partnership.ts';

export type PartnershipRefusal =
  | {
      readonly code: 'which-partnership';
      readonly choices: readonly Named[];
      /** What was typed or pressed, to be done once it is known for which. */
      readonly line: string;
      readonly guard: { readonly objectiveId: string; readonly version: number } | null;
      readonly platform: Platform;
      /** In private the answer is kept; a stranger, and a channel of several, are asked each time. */
      readonly kept: boolean;
    }
  | {
      readonly code: 'unknown-partnership';
      readonly typed: string;
      readonly choices: readonly Named[];
      readonly platform: Platform;
    }
  /** The button was made for one that this workspace does not stand for. */
  | { readonly code: 'partnership-not-here' };

declare module '../../../core/request/domain/refusal.ts' {
  interface Refusals {
    readonly partnership: PartnershipRefusal;
  }
}
