// What the application asks of the record about words: where they stand, and the pages of the plan that are no objective.
import type { Temporal } from 'temporal-polyfill';
import type { Place } from '../domain/place.ts';

export type Hit = Place & {
  /** The words around what was looked for. */
  readonly excerpt: string;
};

export type Found = {
  readonly hits: readonly Hit[];
  /** How many places there are in all. */
  readonly total: number;
};

export type SearchFor = {
  readonly words: string;
  /** `every`: all of the words; `any`: some of them; `literal`: just these signs in a row. */
  readonly how: 'every' | 'any' | 'literal';
  readonly skip: number;
  readonly take: number;
};

export interface SearchReads {
  /** The places where words stand, the nearest first. Words that were erased stand nowhere. */
  find(asked: SearchFor): Promise<Found>;
  /** Whether there is anything in the words that can be looked for other than sign by sign. */
  hasWords(words: string): Promise<boolean>;
}

declare module '../../../core/request/app/ports.ts' {
  interface Repositories {
    readonly search: SearchReads;
    readonly pages: PageReads;
  }
}

/** A thing of the plan that has a page of its own; without a reference, all of its kind. */
export type PageName = Place;

/** What a page has to say. */
export type PageFacts = {
  readonly name: PageName;
  /** In the plan's own order: what it is, what belongs to it, what comes of it. */
  readonly texts: readonly string[];
  /** What stands under it, each a place of its own. */
  readonly places: readonly (Place & { readonly text?: string | null })[];
  readonly statements: readonly Statement[];
  /** Where its facts stand in the documents. */
  readonly sources: readonly { readonly document: string; readonly line: number }[];
};

export type Statement = {
  readonly heading: string | null;
  readonly summary: string;
  /** As printed. */
  readonly figures: readonly string[];
};

export interface PageReads {
  /** Everything that has a page. */
  names(): Promise<readonly PageName[]>;
  /** @param day whose assignments count */
  page(name: PageName, day: Temporal.PlainDate): Promise<PageFacts>;
}
