// A highlight report as a document: the same parts in the same words as in the chat, and the KPIs as a board pack has them.
import { Temporal } from 'temporal-polyfill';
import { momentText } from '../../../core/dates/messages/when.ts';
import {
  type Document,
  type DocumentBlock,
  heading,
  withShapes,
} from '../../../core/message/messages/document.ts';
import { EXAMPLE_NOTICE } from '../../../core/message/messages/example-notice.ts';
import {
  type Block,
  fact,
  type Inline,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import { inlineText } from '../../../core/message/messages/plain-text.ts';
import { newestBlocks } from '../../figures/messages/kpi-newest.ts';
import { publishedKpis } from '../../kpis/messages/kpi-document.ts';
import { type HighlightView, highlightHead } from './highlight.ts';
import { highlightSections, kpisHeading, NO_KPIS, reportName } from './highlight-sections.ts';

type Facts = Omit<HighlightView, 'may'> & {
  readonly partnership: string;
  readonly hasExamples: boolean;
};

/** The report. One that is not approved says so in its title. */
export function highlightDocument(facts: Facts): Document {
  const { content, approved, partnership, hasExamples, timeZone } = facts;
  const { theme, month, version, kpis, newest = [] } = content;
  const asOf = Temporal.Instant.from(content.asOf);
  const name = `highlight report, ${reportName(theme, month)}${approved ? '' : ' (draft)'}`;
  return {
    title: `${partnership}: ${name}`,
    subtitle: [
      ...highlightHead(facts).map(({ label, value }) =>
        withShapes(`${label}: ${inlineText(value)}`),
      ),
      ...(approved ? [] : ['This is a draft: its co-chairs have not approved it.']),
      ...(hasExamples ? [EXAMPLE_NOTICE] : []),
    ],
    foot: `${partnership} · ${name}, version ${version} · as at ${momentText(asOf, timeZone)}`,
    asAt: asOf.round('second').toString(),
    blocks: [
      ...highlightSections(content).flatMap(({ heading: title, more, blocks }) => [
        heading(2, more ? `${title}: ${more}` : title),
        ...blocks.flatMap(inDocument),
      ]),
      heading(2, kpisHeading(theme)),
      ...(kpis
        ? [...publishedKpis(kpis), ...newestBlocks(newest).flatMap(inDocument)]
        : inDocument(paragraph(NO_KPIS))),
    ],
  };
}

/** A block of a part of the report. What a part has none of, such as buttons, a document has no place for. */
function inDocument(block: Block): DocumentBlock[] {
  switch (block.kind) {
    case 'text':
      return [{ kind: 'paragraph', spans: withDocumentShapes(block.spans) }];
    case 'list':
      return [{ kind: 'list', items: block.items.map(withDocumentShapes) }];
    case 'table':
      return [
        {
          kind: 'table',
          caption: block.caption,
          columns: block.columns.map(({ header }, index) => ({
            header,
            share: index === 0 ? 8 : 4,
          })),
          rows: block.rows,
        },
      ];
    case 'chart':
      return [block];
    case 'facts':
    case 'divider':
    case 'actions':
    case 'form':
      return [];
    default:
      return block satisfies never;
  }
}

function withDocumentShapes(spans: Inline): Inline {
  return spans.map((span) => ({ ...span, text: withShapes(span.text) }));
}

/** The answer that the file comes with. */
export function highlightFileMessage(
  { content, approved }: Pick<HighlightView, 'content' | 'approved'>,
  file: string,
): Message {
  const { theme, month, version } = content;
  return {
    title: `Highlight report as a file: ${reportName(theme, month)}`,
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: 'File', value: inline(strong(file)) },
          fact('Version', approved ? `${version}, approved` : `${version}, a draft`),
        ],
      },
      paragraph(
        approved
          ? 'It says what was approved, and says so again whenever you ask for it.'
          : 'It says that it is a draft. Once the report is approved, its file does not change any more.',
      ),
    ],
  };
}
