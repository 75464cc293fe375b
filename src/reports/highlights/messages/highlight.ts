// A highlight report in words: under each heading what its co-chairs wrote, then what the record says.
import { Temporal } from 'temporal-polyfill';
import { monthText } from '../../../core/dates/domain/month.ts';
import { dayText, momentText } from '../../../core/dates/messages/when.ts';
import type { Standing } from '../../../core/message/domain/standing.ts';
import { exampleMark } from '../../../core/message/messages/example-notice.ts';
import {
  type Action,
  type Block,
  code,
  type Fact,
  type Inline,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import { ratingText, standingText } from '../../../core/message/messages/rag-text.ts';
import { type NamedTheme, themeName, themeWords } from '../../../core/themes/domain/theme-name.ts';
import { NO_REASON } from '../../../plan/objectives/messages/rating-story.ts';
import { fact } from '../../../plan/plan-items/messages/plan-parts.ts';
import { newestBlocks } from '../../kpis/messages/kpi-newest.ts';
import { kpiTableBlocks } from '../../kpis/messages/kpi-table.ts';
import {
  type DateFact,
  fieldTitles,
  type HighlightContent,
  type HighlightDraft,
  type HighlightField,
  type HighlightWords,
  highlightFields,
  type PartFact,
} from '../domain/highlight.ts';

/** `theme 1 Right Support, June 2024`. */
export function reportName(theme: NamedTheme, month: string): string {
  return `${themeName(theme)}, ${monthText(month)}`;
}

/** The line that shows it. */
export function reportLine(theme: NamedTheme, month: string): string {
  return `highlight ${themeWords(theme)} ${month}`;
}

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
    { kind: 'facts', facts: highlightHead(view) },
    ...highlightSections(view.content).flatMap(({ heading, more, blocks }) => [
      paragraph(strong(heading), ...(more ? [` · ${more}`] : [])),
      ...blocks,
    ]),
    paragraph(strong(kpisHeading(theme))),
    ...(kpis ? [...kpiTableBlocks(kpis), ...newestBlocks(newest)] : [paragraph(NO_KPIS)]),
  ];
}

export const NO_KPIS = 'The documents state no KPIs for it.';

export function kpisHeading(theme: NamedTheme): string {
  return `KPIs of ${themeName(theme)}`;
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

export type HighlightSection = {
  readonly heading: string;
  /** Said behind the heading. */
  readonly more?: string;
  readonly blocks: readonly Block[];
};

/** The parts of the report in their order, its KPIs left out, for a reply or a document. */
export function highlightSections(content: HighlightContent): HighlightSection[] {
  const { words } = content;
  const section = (field: HighlightField, ...blocks: readonly Block[]): HighlightSection => ({
    heading: fieldTitles[field],
    blocks: [
      ...(words[field] ? [paragraph(words[field])] : []),
      ...(!words[field] && blocks.length === 0 ? [paragraph('Nothing is written yet.')] : []),
      ...blocks,
    ],
  });
  const next = section('next', ...list(content.comingUp.map(dueItem)));
  return [
    section('reason', ...list(content.concerns.map(concernText))),
    section('mitigation', ...list(content.recovery.map(recoveryText))),
    section('impact', ...list(content.risks.map(riskText))),
    section(
      'progress',
      ...list(content.history.map(({ ref, words: said }) => inline(strong(ref), ` ${said}`))),
    ),
    { ...next, blocks: [...next.blocks, ...milestoneTable(content)] },
    section('decisions', ...list(content.decisions.map(decisionText))),
    ...returns(content),
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

function ratingsText({ ratings }: HighlightContent): string {
  const total = ratings.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return 'no objective is placed in this theme yet';
  const parts = ratings
    .filter(({ rag, count }) => rag !== null || count > 0)
    .map((one) => `${standingText(standingIn(one))} ${one.count}`);
  return `${parts.join(' · ')} — of ${total}`;
}

function standingIn({ rag, standing }: HighlightContent['ratings'][number]): Standing {
  return standing ?? rag ?? 'not-rated';
}

function concernText({
  ref,
  title,
  example,
  note,
  story,
  ...rated
}: HighlightContent['concerns'][number]) {
  const words = story ?? `${ratingText(rated)} · ${note ?? NO_REASON}`;
  return inline(strong(ref), ` ${title}${exampleMark(example)} · ${words}`);
}

function recoveryText({ who, ...part }: HighlightContent['recovery'][number]): Inline {
  return partText(part, who ? ` · ${who}` : '');
}

function riskText({ type, score, mitigation, ...part }: HighlightContent['risks'][number]) {
  const scored = score === null ? 'not scored' : `score ${score}`;
  return partText(part, ` · ${type}, ${scored}${mitigation ? ` · ${mitigation}` : ''}`);
}

function decisionText({ from, ...part }: HighlightContent['decisions'][number]): Inline {
  return partText(part, from ? ` · from ${from}` : '');
}

function dueItem(part: PartFact): Inline {
  return partText(part, '');
}

function partText({ ref, title, due, example }: PartFact, more: string): Inline {
  const by = due ? ` · by ${dateText(due)}` : '';
  return inline(strong(ref), ` ${title}${exampleMark(example)}${by}${more}`);
}

/** `31 July (read as Wed 31 July 2024 at the latest)`. */
function dateText({ text, lastDay }: DateFact): string {
  return `${text.replace(/^by\s+/i, '')} (read as ${dayText(Temporal.PlainDate.from(lastDay))} at the latest)`;
}

function milestoneTable({ milestones }: HighlightContent): Block[] {
  if (milestones.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: 'Milestones',
      columns: ['Milestone', 'First date', 'Date now', 'State'].map((header) => ({ header })),
      rows: milestones.map(({ ref, title, example, originalDue, due, status }) => [
        `${ref} ${title}${exampleMark(example)}`,
        (originalDue ?? due)?.text ?? 'no date',
        due?.text ?? 'no date',
        status,
      ]),
    },
  ];
}

function returns({ notReturned }: HighlightContent): HighlightSection[] {
  return notReturned.map(({ meeting, dueOn, objectives }) => ({
    heading: 'Returns that did not come in',
    more: `${meeting}, due ${dayText(Temporal.PlainDate.from(dueOn))}`,
    blocks:
      objectives.length === 0
        ? [paragraph('Every return is in.')]
        : list(
            objectives.map(({ ref, title, example }) =>
              inline(strong(ref), ` ${title}${exampleMark(example)}`),
            ),
          ),
  }));
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
  return [...missing, { kind: 'actions', actions }];
}

function missingText(words: HighlightWords): Block[] {
  const missing = highlightFields.filter((field) => !words[field]);
  return missing.length === 0
    ? []
    : [
        paragraph(
          `Nothing is written yet under: ${missing.map((field) => fieldTitles[field]).join(', ')}.`,
        ),
      ];
}

/** The form for its co-chairs' words, filled with those that were saved. */
export function highlightFormMessage({ theme, month, words }: HighlightDraft): Message {
  const line = reportLine(theme, month);
  return {
    title: `Write the report of ${reportName(theme, month)}`,
    blocks: [
      {
        kind: 'form',
        fields: highlightFields.map((field) => ({
          kind: 'text',
          name: field,
          label: fieldTitles[field],
          placeholder: 'A few sentences; the report adds what the record says',
          multiline: true,
          ...(words[field] && { value: words[field] }),
        })),
        submit: {
          label: 'Save',
          line: `${line} write@${words.saved}`,
          again: `${line} write`,
          rows: [...highlightFields],
          style: 'primary',
        },
      },
    ],
    footer: inline('One of them alone: ', code(`/pap ${line} progress 14 of 20 trained`)),
  };
}

/** After words were saved: what they are now. */
export function highlightSavedMessage(
  fields: readonly HighlightField[],
  { theme, month, words }: HighlightDraft,
): Message {
  const line = reportLine(theme, month);
  return {
    title: `Saved in the report of ${reportName(theme, month)}`,
    blocks: [
      {
        kind: 'facts',
        facts: fields.map((field) => fact(fieldTitles[field], words[field] || 'nothing')),
      },
      ...missingText(words),
      {
        kind: 'actions',
        actions: [
          { label: 'Show', line },
          { label: 'Approve…', line: `${line} approve` },
        ],
      },
    ],
  };
}

/** The question before it is frozen. */
export function approveQuestion({ theme, month, version, words }: HighlightDraft): Message {
  const line = reportLine(theme, month);
  return {
    title: `Approve the report of ${reportName(theme, month)}, version ${version}?`,
    blocks: [
      paragraph(
        'All of it is then frozen: the words, and what the record says now. Whoever asks for it later sees exactly that. The programme office is told.',
      ),
      ...missingText(words),
      {
        kind: 'actions',
        actions: [
          { label: 'Approve', line: `${line} approve@${words.saved}`, style: 'primary' },
          { label: 'Show', line },
        ],
      },
    ],
  };
}

export function approvedMessage({ theme, month, version }: HighlightDraft): Message {
  return {
    title: `Approved: ${reportName(theme, month)}, version ${version}`,
    blocks: [
      paragraph('It stays as it is. The programme office is told.'),
      { kind: 'actions', actions: [{ label: 'Show', line: reportLine(theme, month) }] },
    ],
    tone: 'good',
  };
}

export function approvedNotice(
  { theme, month, version, ratings }: HighlightContent,
  by: string,
): Message {
  const reds = ratings
    .filter((one) => /red$/.test(standingIn(one)))
    .filter(({ rag, count }) => rag !== null || count > 0)
    .map((one) => `${standingText(standingIn(one))} ${one.count}`);
  return {
    title: `The highlight report of ${reportName(theme, month)} is approved`,
    blocks: [
      paragraph(`Version ${version}, by ${by}. ${reds.join(' · ')}.`),
      { kind: 'actions', actions: [{ label: 'Show', line: reportLine(theme, month) }] },
    ],
  };
}

export function versionBegunMessage(theme: NamedTheme, month: string, version: number): Message {
  const line = reportLine(theme, month);
  return {
    title: `Version ${version} of ${reportName(theme, month)} is begun`,
    blocks: [
      paragraph(`It has the words of version ${version - 1}, which stays as it was approved.`),
      { kind: 'actions', actions: [{ label: 'Write', line: `${line} write` }] },
    ],
  };
}

export type VersionFacts = {
  readonly version: number;
  readonly begunBy: string;
  readonly begunAt: Temporal.Instant;
  readonly approvedBy: string | null;
  readonly approvedAt: Temporal.Instant | null;
};

export function versionsMessage(
  theme: NamedTheme,
  month: string,
  versions: readonly VersionFacts[],
  timeZone: string,
): Message {
  const line = reportLine(theme, month);
  return {
    title: `Versions of ${reportName(theme, month)}`,
    blocks:
      versions.length === 0
        ? [paragraph('Nobody has written in it yet.')]
        : [
            {
              kind: 'list',
              items: versions.map(({ version, begunBy, begunAt, approvedBy, approvedAt }) =>
                inline(
                  strong(String(version)),
                  ` begun by ${begunBy}, ${momentText(begunAt, timeZone)} · ${
                    approvedAt
                      ? `approved by ${approvedBy ?? 'somebody'}, ${momentText(approvedAt, timeZone)}`
                      : 'a draft'
                  }`,
                ),
              ),
            },
            paragraph('One of them: ', code(`/pap ${line} version ${versions.at(-1)?.version}`)),
          ],
  };
}

/** To a theme's co-chairs when a month is over. */
export function highlightReminder(
  theme: NamedTheme,
  month: string,
  as: 'co-chair' | 'cover' = 'co-chair',
): Message {
  const line = reportLine(theme, month);
  return {
    title: `The highlight report of ${reportName(theme, month)} is to be approved`,
    blocks: [
      paragraph(
        'The record has filled in what it knows. Your words are still to come, or to be approved.',
      ),
      {
        kind: 'actions',
        actions: [
          { label: 'Write', line: `${line} write`, style: 'primary' },
          { label: 'Show', line },
          { label: 'Approve…', line: `${line} approve` },
        ],
      },
    ],
    footer: inline(
      `You are getting this, once a month, because you ${as === 'cover' ? 'cover for somebody who co-chairs' : 'co-chair'} ${themeName(theme)}.${as === 'cover' ? ' Its other co-chairs and the programme office can write and approve it; please ask one of them.' : ''}`,
    ),
  };
}

function list(items: readonly Inline[]): Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}
