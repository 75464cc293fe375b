// A highlight report in words: under each heading what its co-chairs wrote, then what the record says.

import { Temporal } from 'temporal-polyfill';
import { momentText } from '../../../core/dates/messages/when.ts';
import {
  type Action,
  type Block,
  buttonRow,
  code,
  type Fact,
  fact,
  factTable,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import { newestBlocks } from '../../figures/messages/kpi-newest.ts';
import { kpiTableBlocks } from '../../kpis/messages/kpi-table.ts';
import type { HighlightContent } from '../domain/highlight.ts';
import {
  highlightSections,
  kpisHeading,
  missingText,
  NO_KPIS,
  ratingsText,
  reportLine,
  reportName,
} from './highlight-sections.ts';

export type HighlightView = {
  readonly content: HighlightContent;
  readonly approved: { readonly by: string | null; readonly at: string } | null;
  /** The version that was approved before this draft. */
  readonly earlier: number | null;
  readonly timeZone: string;
  /** What whoever reads it may do. */
  readonly may: { readonly write: boolean; readonly approve: boolean };
};

/** The whole report. */
export function highlightMessage(view: HighlightView): Message {
  const { content } = view;
  return {
    title: `Highlight report: ${reportName(content.theme, content.month)}`,
    blocks: [...highlightBlocks(view), ...buttons(view)],
    footer: inline('To take along, as a Word file: ', code(`/pap ${fileLine(view)}`)),
  };
}

/** The line that makes a file of this very version; nobody may have begun the first draft yet. */
export function fileLine({
  content: { theme, month, version },
  approved,
  earlier,
}: Pick<HighlightView, 'content' | 'approved' | 'earlier'>): string {
  const which = approved || earlier !== null ? ` version ${version}` : '';
  return `${reportLine(theme, month)}${which} file`;
}

function highlightBlocks(view: HighlightView): Block[] {
  const { theme, kpis, newest = [] } = view.content;
  return [
    factTable(highlightHead(view)),
    ...highlightSections(view.content).flatMap(({ heading, more, blocks }) => [
      paragraph(strong(heading), ...(more ? [` · ${more}`] : [])),
      ...blocks,
    ]),
    paragraph(strong(kpisHeading(theme))),
    ...(kpis ? [...kpiTableBlocks(kpis), ...newestBlocks(newest)] : [paragraph(NO_KPIS)]),
  ];
}

/** What stands above the report: which version it is, and what it is of. */
export function highlightHead({
  content,
  approved,
  earlier,
  timeZone,
}: Omit<HighlightView, 'may'>): Fact[] {
  return [
    fact('Version', versionText(content.version, approved, timeZone)),
    ...(earlier === null ? [] : [fact('Approved before', `version ${earlier}`)]),
    fact('What the record said', momentText(Temporal.Instant.from(content.asOf), timeZone)),
    fact('Co-chairs', content.coChairs.join('; ') || 'nobody is named'),
    fact('Ratings', ratingsText(content)),
  ];
}

function versionText(
  version: number,
  approved: HighlightView['approved'],
  timeZone: string,
): string {
  if (!approved) return `${version}, a draft`;
  const by = approved.by ? ` by ${approved.by}` : '';
  const at = approved.at ? ` on ${momentText(Temporal.Instant.from(approved.at), timeZone)}` : '';
  return `${version}, approved${by}${at}`;
}

function buttons({ content, approved, may }: HighlightView): Block[] {
  const { theme, month, words } = content;
  const line = reportLine(theme, month);
  const actions: Action[] = approved
    ? may.write
      ? [{ label: 'Begin a new version', line: `${line} new` }]
      : []
    : [
        ...(may.write ? [{ label: 'Write', line: `${line} write` }] : []),
        ...(may.approve ? [{ label: 'Approve…', line: `${line} approve` }] : []),
      ];
  if (actions.length === 0) return [];
  const missing = approved ? [] : missingText(words);
  return [...missing, buttonRow(actions)];
}
