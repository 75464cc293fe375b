// What the application asks of the record about the page for families.
import type { Temporal } from 'temporal-polyfill';
import type { Deed } from '../../highlights/app/report-ports.ts';
import type { FamiliesPage, GlossaryTerm } from '../domain/families-page.ts';

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

export interface FamilyReads {
  /** By number, those that were withdrawn too. */
  list(): Promise<FamilyItem[]>;
  /** Null: there is no KPI or quote of that number. */
  find(kind: 'kpi' | 'quote', number: number): Promise<FamilyTarget | null>;
  /** By number. */
  quotes(): Promise<Quote[]>;
  terms(): Promise<GlossaryTerm[]>;
}

export interface FamilyWrites {
  /** Adds the words in place of those about the same, in the caller's transaction. */
  agree(
    about: FamilyTarget,
    words: string,
    by: Deed,
  ): Promise<{ readonly number: number; readonly replaced: boolean }>;
  /** False when it is withdrawn already, or there is none. */
  withdraw(number: number, by: Deed): Promise<boolean>;
  /**
   * Says whether a quote may be published, in the caller's transaction. One that may not any more takes its words off
   * the page with it: they are not there again when consent is given anew.
   * @returns the quote as it was before; null: there is none of that number
   */
  setConsent(number: number, publishable: boolean, by: Deed): Promise<Quote | null>;
  setTerm(term: GlossaryTerm): Promise<void>;
}

export type FamilyRepository = FamilyReads & FamilyWrites;

declare module '../../../core/request/app/ports.ts' {
  interface Repositories {
    readonly families: FamilyRepository;
  }
}

declare module '../../../core/request/app/file-ports.ts' {
  interface FileFormats {
    /** An HTML page that needs nothing else. */
    writeFamiliesPage(page: FamiliesPage): Promise<Uint8Array>;
  }
}
