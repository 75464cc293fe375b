// What the application asks of the record about words: where they stand, and the pages of the plan that are no objective.
import type { Temporal } from 'temporal-polyfill';
import type { Found, HowFound, PageFacts, PageName } from '../domain/found.ts';

export type SearchFor = {
  readonly words: string;
  readonly how: HowFound;
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

export interface PageReads {
  /** Everything that has a page. */
  names(): Promise<readonly PageName[]>;
  /** @param day whose assignments count */
  page(name: PageName, day: Temporal.PlainDate): Promise<PageFacts>;
}
