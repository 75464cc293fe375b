// The reasons for which another organisation is not let in, or its people are not.
import type { ChatPlatform } from '../../../core/request/domain/platform.ts';

export type AllowedRefusal =
  | { readonly code: 'bad-workspace-id'; readonly platform: ChatPlatform; readonly typed: string }
  /** It stands for the partnership itself, so its members need no leave. */
  | { readonly code: 'own-workspace'; readonly platform: ChatPlatform }
  | { readonly code: 'allowed-already'; readonly name: string }
  /** The request came from an organisation that is not allowed, or not any more. */
  | { readonly code: 'organisation-not-allowed'; readonly number: number };

declare module '../../../core/request/domain/refusal.ts' {
  interface Refusals {
    readonly allowed: AllowedRefusal;
  }
}
