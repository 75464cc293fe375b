// The reasons for which a page of the plan is not found.
import type { Place } from './place.ts';

export type SearchRefusal =
  | { readonly code: 'unknown-page'; readonly typed: string; readonly pages: readonly Place[] }
  | { readonly code: 'several-pages'; readonly typed: string; readonly pages: readonly Place[] };

declare module '../../../core/request/domain/refusal.ts' {
  interface Refusals {
    readonly search: SearchRefusal;
  }
}
