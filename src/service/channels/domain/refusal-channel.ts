// The reasons for which a channel is not found.

export type ChannelRefusal =
  | { readonly code: 'needs-channel'; readonly verb: string }
  | {
      readonly code: 'unknown-channel';
      readonly typed: string | null;
      readonly channels: readonly string[];
    };

declare module '../../../core/request/domain/refusal.ts' {
  interface Refusals {
    readonly channel: ChannelRefusal;
  }
}
