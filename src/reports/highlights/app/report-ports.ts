// What the application asks of the record about highlight reports and the families' page.
import type { Temporal } from 'temporal-polyfill';
import type { HighlightContent, HighlightWords } from '../domain/highlight.ts';

export type HighlightReport = {
  readonly id: string;
  readonly version: number;
  readonly words: HighlightWords;
  /** Null: it is a draft. */
  readonly content: HighlightContent | null;
  readonly begunBy: string;
  readonly begunAt: Temporal.Instant;
  readonly approvedBy: string | null;
  readonly approvedAt: Temporal.Instant | null;
};

type Of = { readonly themeId: string; readonly month: string };

export interface HighlightReads {
  /** Every version of a theme's report of a month, the first one first. */
  list(of: Of): Promise<HighlightReport[]>;
}

export interface HighlightWrites {
  /** Begins a version in the caller's transaction, where there is none of that number; others wait for its end. */
  begin(
    of: Of,
    draft: {
      readonly version: number;
      readonly words: HighlightWords;
      readonly personId: string;
      readonly at: Temporal.Instant;
    },
  ): Promise<void>;
  /** Locks the versions for the caller's transaction and reads them. */
  hold(of: Of): Promise<HighlightReport[]>;
  save(id: string, words: HighlightWords): Promise<void>;
  approve(
    id: string,
    content: HighlightContent,
    by: { readonly personId: string; readonly at: Temporal.Instant },
  ): Promise<void>;
}

export type HighlightRepository = HighlightReads & HighlightWrites;

export type Deed = { readonly personId: string; readonly at: Temporal.Instant };

declare module '../../../core/request/app/ports.ts' {
  interface Repositories {
    readonly highlights: HighlightRepository;
  }
}
