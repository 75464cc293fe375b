// A theme's KPI table, cell for cell as published. The printed arrow is arithmetic and says neither
// good nor bad, so nothing here is coloured by it.
import { type Block, inline, paragraph } from '../../../core/message/messages/message.ts';

export type KpiTableFacts = {
  readonly title: string;
  readonly headers: readonly [string, string, string, string];
  /** None: nothing had been recorded by the day that was asked for. */
  readonly rows: readonly {
    readonly name: string;
    readonly baseline: string;
    readonly performance: string;
    readonly publishedDirection: string;
  }[];
  readonly footnotes: readonly { readonly marker: string; readonly text: string }[];
};

export const NO_FIGURES = 'No KPI figures had been recorded by then.';

/** A table's own heading may call its figures current; what is recorded later never stands in it. */
export function publishedTitle(title: string): string {
  return `${title} (as published)`;
}

/** The table and its footnotes, as blocks for a reply, a digest or a pack. */
export function kpiTableBlocks(table: KpiTableFacts): Block[] {
  if (table.rows.length === 0) return [paragraph(NO_FIGURES)];
  return [
    {
      kind: 'table',
      caption: publishedTitle(table.title),
      columns: table.headers.map((header) => ({ header })),
      rows: table.rows.map(({ name, baseline, performance, publishedDirection }) => [
        name,
        baseline,
        performance,
        publishedDirection,
      ]),
    },
    ...table.footnotes.map(({ marker, text }) => paragraph(`${marker} ${text}`)),
    {
      kind: 'text',
      spans: inline(
        'Figures and arrows are as published. An arrow says whether the number rose or fell, not whether that is good.',
      ),
    },
  ];
}
