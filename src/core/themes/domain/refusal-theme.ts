// The reasons for which a theme is not found.

export type ThemeRefusal = {
  readonly code: 'unknown-theme';
  readonly typed: string;
  readonly themes: readonly string[];
};

declare module '../../request/domain/refusal.ts' {
  interface Refusals {
    readonly theme: ThemeRefusal;
  }
}
