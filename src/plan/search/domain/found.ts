// What a search found, and what a page of the plan has to say.
import type { Place } from './place.ts';

export type Hit = Place & {
  /** The words around what was looked for. */
  readonly excerpt: string;
};

export type Found = {
  readonly hits: readonly Hit[];
  /** How many places there are in all. */
  readonly total: number;
};

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

/** `every`: all of the words; `any`: some of them; `literal`: just these signs in a row. */
export type HowFound = 'every' | 'any' | 'literal';

export type Search = Found & {
  readonly words: string;
  readonly how: HowFound;
  /** The first that is shown is the next one. */
  readonly skip: number;
};
