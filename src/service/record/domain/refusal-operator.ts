// The reasons for which a whole partnership is not touched, or does not answer.

export type OperatorRefusal =
  | { readonly code: 'not-an-operator'; readonly email: string; readonly anyNamed: boolean }
  | { readonly code: 'operator-usage'; readonly problem: string }
  | {
      readonly code: 'no-such-partnership';
      readonly typed: string;
      readonly keys: readonly string[];
    }
  /** It is off, or on, already. */
  | { readonly code: 'switched-already'; readonly name: string; readonly off: boolean }
  | { readonly code: 'not-erasable'; readonly key: string; readonly problem: 'on' | 'no-export' }
  | {
      readonly code: 'erase-unconfirmed';
      readonly key: string;
      readonly problem: 'check' | 'first' | 'name';
    }
  /** What anybody on its plan is told. */
  | { readonly code: 'switched-off'; readonly name: string };

declare module '../../../core/request/domain/refusal.ts' {
  interface Refusals {
    readonly operator: OperatorRefusal;
  }
}
