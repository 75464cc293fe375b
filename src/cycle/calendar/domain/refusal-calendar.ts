// The reasons for which a closure day or a calendar is refused.

export type CalendarRefusal =
  | { readonly code: 'unknown-calendar'; readonly typed: string; readonly known: readonly string[] }
  | { readonly code: 'not-closed'; readonly on: string }
  | { readonly code: 'no-public-address' };

declare module '../../../core/request/domain/refusal.ts' {
  interface Refusals {
    readonly calendar: CalendarRefusal;
  }
}
