// The sections of a highlight report, for the card and the file alike.

import { Temporal } from 'temporal-polyfill';
import { monthText } from '../../../core/dates/domain/month.ts';
import { dayText } from '../../../core/dates/messages/when.ts';
import type { Standing } from '../../../core/message/domain/standing.ts';
import { exampleMark } from '../../../core/message/messages/example-notice.ts';
import {
  type Block,
  bullets,
  type Inline,
  inline,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import { ratingText, standingText } from '../../../core/message/messages/rag-text.ts';
import { type NamedTheme, themeName, themeWords } from '../../../core/themes/domain/theme-name.ts';
import { NO_REASON } from '../../../plan/objectives/messages/rating-story.ts';
import {
  type DateFact,
  fieldTitles,
  type HighlightContent,
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

export const NO_KPIS = 'The documents state no KPIs for it.';

export function kpisHeading(theme: NamedTheme): string {
  return `KPIs of ${themeName(theme)}`;
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

export function ratingsText({ ratings }: HighlightContent): string {
  const total = ratings.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return 'no objective is placed in this theme yet';
  const parts = ratings
    .filter(({ rag, count }) => rag !== null || count > 0)
    .map((one) => `${standingText(standingIn(one))} ${one.count}`);
  return `${parts.join(' · ')} — of ${total}`;
}

export function standingIn({ rag, standing }: HighlightContent['ratings'][number]): Standing {
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

export function missingText(words: HighlightWords): Block[] {
  const missing = highlightFields.filter((field) => !words[field]);
  return missing.length === 0
    ? []
    : [
        paragraph(
          `Nothing is written yet under: ${missing.map((field) => fieldTitles[field]).join(', ')}.`,
        ),
      ];
}

function list(items: readonly Inline[]): Block[] {
  return items.length === 0 ? [] : [bullets(items)];
}
