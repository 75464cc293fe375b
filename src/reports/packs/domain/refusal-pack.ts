// The reasons for which a pack is not found.

export type PackRefusal =
  /** The meeting was held without a pack, or none lies ahead. */
  | { readonly code: 'no-pack'; readonly forum: string; readonly on: string | null }
  | { readonly code: 'unknown-pack'; readonly version: number; readonly latest: number };

declare module '../../../core/request/domain/refusal.ts' {
  interface Refusals {
    readonly pack: PackRefusal;
  }
}
