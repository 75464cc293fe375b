// The reasons for which words are not erased, or what is kept how long is not changed.

export type PrivacyRefusal =
  /** Whoever is still on the plan leaves first, so that what they own becomes vacant and everybody concerned is told. */
  | { readonly code: 'still-on-the-plan'; readonly name: string }
  | { readonly code: 'on-hold'; readonly name: string; readonly hold: number; readonly why: string }
  | {
      readonly code: 'unknown-kind-of-row';
      readonly typed: string;
      readonly kinds: readonly string[];
    }
  | { readonly code: 'no-such-hold'; readonly number: number };

declare module '../../../core/request/domain/refusal.ts' {
  interface Refusals {
    readonly privacy: PrivacyRefusal;
  }
}
