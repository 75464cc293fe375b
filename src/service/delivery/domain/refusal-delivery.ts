// The reasons for which a message that did not arrive is not sent again or dropped.

export type DeliveryRefusal =
  | { readonly code: 'unknown-message'; readonly number: number }
  /** It is not what it was on the screen, or nothing that the office decides. */
  | {
      readonly code: 'message-moved-on';
      readonly number: number;
      readonly state: 'queued' | 'sending' | 'checking' | 'sent' | 'held' | 'dead' | 'cancelled';
      /** A local time. */
      readonly since: string;
    };

declare module '../../../core/request/domain/refusal.ts' {
  interface Refusals {
    readonly delivery: DeliveryRefusal;
  }
}
