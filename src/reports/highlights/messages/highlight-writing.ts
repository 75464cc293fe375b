// Writing and approving a highlight report: its form, receipts, notices and versions.

import type { Temporal } from 'temporal-polyfill';
import { momentText } from '../../../core/dates/messages/when.ts';
import {
  bullets,
  buttonRow,
  code,
  fact,
  factTable,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import { standingText } from '../../../core/message/messages/rag-text.ts';
import { type NamedTheme, themeName } from '../../../core/themes/domain/theme-name.ts';
import {
  fieldTitles,
  type HighlightContent,
  type HighlightDraft,
  type HighlightField,
  highlightFields,
} from '../domain/highlight.ts';
import { missingText, reportLine, reportName, standingIn } from './highlight-sections.ts';

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
      factTable(fields.map((field) => fact(fieldTitles[field], words[field] || 'nothing'))),
      ...missingText(words),
      buttonRow([
        { label: 'Show', line },
        { label: 'Approve…', line: `${line} approve` },
      ]),
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
      buttonRow([
        { label: 'Approve', line: `${line} approve@${words.saved}`, style: 'primary' },
        { label: 'Show', line },
      ]),
    ],
  };
}

export function approvedMessage({ theme, month, version }: HighlightDraft): Message {
  return {
    title: `Approved: ${reportName(theme, month)}, version ${version}`,
    blocks: [
      paragraph('It stays as it is. The programme office is told.'),
      buttonRow([{ label: 'Show', line: reportLine(theme, month) }]),
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
      buttonRow([{ label: 'Show', line: reportLine(theme, month) }]),
    ],
  };
}

export function versionBegunMessage(theme: NamedTheme, month: string, version: number): Message {
  const line = reportLine(theme, month);
  return {
    title: `Version ${version} of ${reportName(theme, month)} is begun`,
    blocks: [
      paragraph(`It has the words of version ${version - 1}, which stays as it was approved.`),
      buttonRow([{ label: 'Write', line: `${line} write` }]),
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
            bullets(
              versions.map(({ version, begunBy, begunAt, approvedBy, approvedAt }) =>
                inline(
                  strong(String(version)),
                  ` begun by ${begunBy}, ${momentText(begunAt, timeZone)} · ${
                    approvedAt
                      ? `approved by ${approvedBy ?? 'somebody'}, ${momentText(approvedAt, timeZone)}`
                      : 'a draft'
                  }`,
                ),
              ),
            ),
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
      buttonRow([
        { label: 'Write', line: `${line} write`, style: 'primary' },
        { label: 'Show', line },
        { label: 'Approve…', line: `${line} approve` },
      ]),
    ],
    footer: inline(
      `You are getting this, once a month, because you ${as === 'cover' ? 'cover for somebody who co-chairs' : 'co-chair'} ${themeName(theme)}.${as === 'cover' ? ' Its other co-chairs and the programme office can write and approve it; please ask one of them.' : ''}`,
    ),
  };
}
