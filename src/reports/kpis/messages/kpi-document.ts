// The published table of KPIs in a document, cell for cell.
import { type DocumentBlock, paragraph } from '../../../core/message/messages/document.ts';
import { text } from '../../../core/message/messages/message.ts';
import { type KpiTableFacts, NO_FIGURES, publishedTitle } from './kpi-table.ts';

/** A theme's KPI table cell for cell, with its footnotes. */
export function publishedKpis({ title, headers, rows, footnotes }: KpiTableFacts): DocumentBlock[] {
  if (rows.length === 0) return [paragraph(text(NO_FIGURES))];
  return [
    {
      kind: 'table',
      caption: publishedTitle(title),
      columns: headers.map((header, index) => ({ header, share: index === 0 ? 8 : 5 })),
      rows: rows.map(({ name, baseline, performance, publishedDirection }) => [
        ...[name, baseline, performance, publishedDirection],
      ]),
    },
    ...footnotes.map((note) => paragraph(text(`${note.marker} ${note.text}`))),
    paragraph(
      text(
        'Figures and arrows are as published. An arrow says whether the number rose or fell, not whether that is good.',
      ),
    ),
  ];
}
