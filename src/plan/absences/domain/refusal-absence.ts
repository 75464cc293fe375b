// The reasons for which an absence, a cover or a handover is refused.
import type { Temporal } from 'temporal-polyfill';

export type AbsenceRefusal =
  | {
      readonly code: 'absence-overlaps';
      readonly number: number;
      readonly who: string;
      readonly startsOn: Temporal.PlainDate;
      readonly endsOn: Temporal.PlainDate;
    }
  | {
      readonly code: 'bad-period';
      readonly problem: 'unread' | 'past' | 'backwards' | 'too-long';
      readonly typed: string;
      /** What it would be read as, in words to type instead. */
      readonly readings?: readonly string[];
      /** The line that was typed, with each of them in its place. */
      readonly lines?: readonly string[];
    }
  | { readonly code: 'cover-away'; readonly name: string; readonly number: number }
  | { readonly code: 'not-the-owner'; readonly ref: string; readonly name: string }
  | {
      /** Who asked on another's behalf was the programme office and is no longer. */
      readonly code: 'asker-may-not-now';
      readonly number: number;
      readonly ref: string;
      readonly by: string;
    }
  | { readonly code: 'owns-it-already'; readonly ref: string; readonly name: string }
  | {
      readonly code: 'asked-already';
      readonly ref: string;
      readonly number: number;
      readonly to: string;
    };

declare module '../../../core/request/domain/refusal.ts' {
  interface Refusals {
    readonly absence: AbsenceRefusal;
  }
}
