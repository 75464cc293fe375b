// What the application asks of the record about highlight reports and the families' page.
import type { Temporal } from 'temporal-polyfill';
import type { GlossaryTerm } from '../domain/families-page.ts';
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

export interface HighlightRepository {
  /** Every version of a theme's report of a month, the first one first. */
  list(of: Of): Promise<HighlightReport[]>;
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

/** What a family item speaks of, as the record knows it. */
export type FamilyTarget =
  | { readonly kind: 'objective'; readonly id: string; readonly ref: string }
  | {
      readonly kind: 'kpi';
      readonly id: string;
      readonly number: number;
      readonly name: string;
      readonly themeId: string;
    }
  | {
      readonly kind: 'quote';
      readonly id: string;
      readonly number: number;
      readonly role: string;
      readonly publishable: boolean;
    };

/** What somebody said, in our words, with their role and never a name. */
export type Quote = {
  readonly number: number;
  readonly role: string;
  readonly summary: string;
  readonly publishable: boolean;
};

export type FamilyItem = {
  readonly number: number;
  readonly about: FamilyTarget;
  readonly words: string;
  readonly agreedBy: string;
  readonly agreedAt: Temporal.Instant;
  readonly withdrawn: boolean;
};

type Deed = { readonly personId: string; readonly at: Temporal.Instant };

export interface FamilyRepository {
  /** By number, those that were withdrawn too. */
  list(): Promise<FamilyItem[]>;
  /** Null: there is no KPI or quote of that number. */
  find(kind: 'kpi' | 'quote', number: number): Promise<FamilyTarget | null>;
  /** Adds the words in place of those about the same, in the caller's transaction. */
  agree(
    about: FamilyTarget,
    words: string,
    by: Deed,
  ): Promise<{ readonly number: number; readonly replaced: boolean }>;
  /** False when it is withdrawn already, or there is none. */
  withdraw(number: number, by: Deed): Promise<boolean>;
  /** By number. */
  quotes(): Promise<Quote[]>;
  /**
   * Says whether a quote may be published, in the caller's transaction. One that may not any more takes its words off
   * the page with it: they are not there again when consent is given anew.
   * @returns the quote as it was before; null: there is none of that number
   */
  setConsent(number: number, publishable: boolean, by: Deed): Promise<Quote | null>;
  terms(): Promise<GlossaryTerm[]>;
  setTerm(term: GlossaryTerm): Promise<void>;
}
