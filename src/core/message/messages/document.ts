// A document as plain data: what a pack or a report says, in reading order. src/files/ makes a Word file or a page of
// it. As in a message, text is spans or strings and never markup, because only the writers escape.
import { type Rag, ragLooks, ragOrder } from '../domain/rag.ts';
import type { ChartData } from './chart-data.ts';
import type { Inline } from './message.ts';

export type Document = {
  readonly title: string;
  /** Under the title, one line each. */
  readonly subtitle: readonly string[];
  /** At the foot of every page. */
  readonly foot: string;
  /** When it was so, as an ISO instant: the only time that a file made of it may carry. */
  readonly asAt: string;
  readonly blocks: readonly DocumentBlock[];
};

export type DocumentBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly spans: Inline }
  | { readonly kind: 'list'; readonly items: readonly Inline[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly DocumentColumn[];
      /** The first cell of a row names it. */
      readonly rows: readonly (readonly Cell[])[];
    }
  | { readonly kind: 'chart'; readonly chart: ChartData }
  | { readonly kind: 'page-break' };

export type DocumentColumn = {
  readonly header: string;
  /** Its part of the width, beside those of the other columns. */
  readonly share: number;
};

/**
 * Text, or a rating: its shape and its word, or `words` in place of it, such as those of one that faded; `after` stands
 * behind it, in packs of before November 2024.
 */
export type Cell =
  | string
  | { readonly rating: Rag | null; readonly words?: string; readonly after?: string };

/**
 * Shapes that fonts have where they have no coloured symbols, as those of a message are: a printed page needs no colour.
 */
export const ratingLooks = {
  red: { shape: '▲', word: 'Red', colour: '9B1C1C' },
  amber: { shape: '◆', word: 'Amber', colour: '7A4B00' },
  green: { shape: '●', word: 'Green', colour: '17603A' },
  blue: { shape: '■', word: 'Blue', colour: '1D4F9C' },
  none: { shape: '□', word: 'Not rated', colour: '404040' },
} as const;

/** How a rating looks in a document. */
export function ratingLook(rag: Rag | null): (typeof ratingLooks)[keyof typeof ratingLooks] {
  return ratingLooks[rag ?? 'none'];
}

/** A sentence of ours with the symbols of a chat, with a document's shapes in their place. */
export function withShapes(sentence: string): string {
  return ragOrder
    .reduce((text, rag) => text.replaceAll(ragLooks[rag].symbol, ratingLooks[rag].shape), sentence)
    .replaceAll('⬜', ratingLooks.none.shape);
}

/** A heading. */
export function heading(level: 2 | 3, text: string): DocumentBlock {
  return { kind: 'heading', level, text };
}

export function paragraph(...spans: Inline): DocumentBlock {
  return { kind: 'paragraph', spans };
}

/** A table; `shares`: its columns, each with its part of the width. */
export function documentTable(
  caption: string,
  shares: Readonly<Record<string, number>>,
  rows: readonly (readonly Cell[])[],
): DocumentBlock {
  const columns = Object.entries(shares).map(([header, share]) => ({ header, share }));
  return { kind: 'table', caption, columns, rows };
}
