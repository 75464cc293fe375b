// The reasons for which the web is not opened.

export type WebRefusal = { readonly code: 'no-web' } | { readonly code: 'web-in-private' };

declare module '../../../core/request/domain/refusal.ts' {
  interface Refusals {
    readonly web: WebRefusal;
  }
}
