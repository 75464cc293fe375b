// The reasons for which reminders cannot be put off.
import type { Temporal } from 'temporal-polyfill';

export type SnoozeRefusal =
  | { readonly code: 'not-snoozed' }
  | { readonly code: 'snoozed-already'; readonly until: Temporal.PlainDate }
  | {
      readonly code: 'snooze-too-late';
      readonly lastDay: Temporal.PlainDate;
      readonly meeting: string;
    };

declare module '../../../core/request/domain/refusal.ts' {
  interface Refusals {
    readonly snooze: SnoozeRefusal;
  }
}
