// The reasons for which an organisation is not found, or cannot be changed as asked.

export type OrganisationRefusal =
  | {
      readonly code: 'unknown-organisation';
      readonly typed: string;
      readonly organisations: readonly string[];
    }
  | { readonly code: 'same-organisation'; readonly name: string };

declare module '../../../core/request/domain/refusal.ts' {
  interface Refusals {
    readonly organisation: OrganisationRefusal;
  }
}
