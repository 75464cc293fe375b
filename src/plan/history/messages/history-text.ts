// An objective's whole history in plain words, newest first. What was taken back or amended stays readable
// and says so.

import { momentText } from '../../../core/dates/messages/when.ts';
import { capital } from '../../../core/message/domain/text-ends.ts';
import {
  type Block,
  bullets,
  code,
  inline,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import { givenText, ragChangeText, ragText } from '../../../core/message/messages/rag-text.ts';
import type { StatusEntry } from '../../objectives/domain/objective.ts';
import { boardText } from '../../objectives/messages/rating-story.ts';
import { fullRef } from '../../plan-items/domain/item-ref.ts';
import { kindWords } from '../../plan-items/messages/item-text.ts';
import type { EntryDetail, HistoryEntry } from '../domain/history-entry.ts';

/** A chat may cut a longer list short; the older part is then one line away. */
const LONG = 25;

export type HistoryFacts = {
  readonly ref: string;
  /** Oldest first. */
  readonly entries: readonly HistoryEntry[];
  /** Whether the objective is fictional. */
  readonly example: boolean;
  readonly timeZone: string;
};

/** The objective that an entry is about. */
type EntryOwner = Pick<HistoryFacts, 'ref' | 'example'>;

/** The list. */
export function historyBlocks(facts: HistoryFacts): Block[] {
  const { entries, timeZone } = facts;
  if (entries.length === 0) return [paragraph('Nothing has been recorded yet.')];
  const putRightBy = new Map(entries.map(({ supersedesId, kind }) => [supersedesId, kind]));
  return [
    paragraph(strong('History, newest first')),
    ...olderPart(facts),
    bullets(
      entries.toReversed().map((entry) => {
        const later = putRightBy.get(entry.id);
        const mark = later ? putRightText(later) : '';
        return inline(`${entryText(entry, facts, timeZone)}${mark}`);
      }),
    ),
  ];
}

/** What became of an entry that a later one of this kind puts right: only ratings are amended. */
export function putRightText(by: HistoryEntry['kind'] | undefined): string {
  return by === 'undo' || by === 'item' ? ' — taken back since' : ' — amended since';
}

/** How to ask for what a chat may have cut. */
function olderPart({ ref, entries, timeZone }: HistoryFacts): Block[] {
  const last = entries.at(-LONG - 1);
  if (!last) return [];
  const day = last.at.toZonedDateTimeISO(timeZone).toPlainDate();
  return [
    paragraph(
      `There are ${entries.length} entries. Where they do not all fit, `,
      code(`/pap show ${ref} history at ${day}`),
      ' shows the older ones.',
    ),
  ];
}

/** One entry: what it says, who and when, and why. */
export function entryText(
  entry: Omit<HistoryEntry, 'version'>,
  objective: EntryOwner,
  timeZone: string,
): string {
  const { kind, note, author, at, late } = entry;
  const who = author
    ? `${author.name}, ${author.organisation}, `
    : kind === 'published'
      ? 'loaded '
      : '';
  const lateText = kind === 'amend' ? ' · while the papers were frozen' : ' · late';
  return `${whatText(entry, objective)} · ${who}${momentText(at, timeZone)}${late ? lateText : ''}${note ? ` · ${note}` : ''}`;
}

/** What an entry says, without who and when. */
export function whatText(
  entry: Omit<HistoryEntry, 'version'>,
  { ref, example }: EntryOwner,
): string {
  const { detail } = entry;
  if (detail) return detailText(detail, ref);
  const impact = entry.rating === 'impact' ? 'Impact: ' : '';
  return `${impact}${ratingText(entry as Pick<StatusEntry, 'kind' | 'fromRag' | 'toRag' | 'meeting'>, example)}`;
}

function ratingText(
  { kind, fromRag, toRag, meeting }: Pick<StatusEntry, 'kind' | 'fromRag' | 'toRag' | 'meeting'>,
  example: boolean,
): string {
  switch (kind) {
    case 'published':
      return `${ragText(toRag)}, ${givenText(example)}`;
    case 'same':
      return `${ragText(toRag)} (confirmed, no change)`;
    case 'undo':
      return `${ragText(fromRag)} taken back, ${ragText(toRag)} again`;
    case 'amend':
      return fromRag === toRag
        ? `${ragText(toRag)}, note amended`
        : `${ragChangeText(fromRag, toRag)}, amended`;
    case 'board':
      return `${ragChangeText(fromRag, toRag)}, ${boardText(meeting)}`;
    case 'update':
      return ragChangeText(fromRag, toRag);
  }
}

function detailText(detail: EntryDetail, ref: string): string {
  switch (detail.of) {
    case 'item':
      return itemChangeText(detail, ref);
    case 'assignment':
      return `${detail.role === 'owner' ? 'Owner' : 'Deputy'}${detail.itemRef ? ` of ${fullRef(ref, { kind: 'action', ref: detail.itemRef })}` : ''}: ${names(detail.before)} → ${names(detail.after)}`;
    case 'objective':
      return objectiveChangeText(detail);
    case 'published':
      return `${capital(publishedWhat[detail.what])} as published: ${publishedText(detail)}`;
  }
}

const publishedWhat = { rating: 'rating', impact: 'impact rating', owner: 'lead' } as const;

/** `Blue (“Complete”)`, `“On hold”`, or that only a note is there. */
export function publishedText({
  words,
  rag,
}: Pick<Extract<EntryDetail, { of: 'published' }>, 'words' | 'rag'>): string {
  if (rag && words.toLowerCase() === rag) return ragText(rag);
  if (rag) return words === '' ? ragText(rag) : `${ragText(rag)} (“${words}”)`;
  return words === '' ? 'a note without a rating' : `“${words}”`;
}

function itemChangeText(
  { ref, before, after }: Extract<EntryDetail, { of: 'item' }>,
  objective: string,
): string {
  const name = `${capital(kindWords[after.kind])} ${fullRef(objective, { kind: after.kind, ref })}`;
  if (before === null) return `${name} added: ${after.title}`;
  const changes = [
    ...changeText('title', before.title, after.title),
    ...changeText('status', before.status, after.status),
    ...changeText('due', before.due, after.due),
    ...Object.keys(after.detail).flatMap((key) =>
      changeText(key, fieldOf(before.detail, key), fieldOf(after.detail, key)),
    ),
  ];
  return `${name} changed${changes.length > 0 ? `: ${changes.join('; ')}` : ''}`;
}

function objectiveChangeText({
  change,
  before,
  after,
}: Extract<EntryDetail, { of: 'objective' }>): string {
  if (change === 'added') return 'Added to the plan';
  const changes = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    // The word of the change already says it, and the current date stands beside the first one.
    .filter((key) => key !== 'originalDue' && key !== 'status')
    .flatMap((key) =>
      key === 'themes' || key === 'links'
        ? linkChangeText(key, before[key], after[key])
        : changeText(key, before[key], after[key]),
    );
  const word = { changed: 'Plan changed', closed: 'Closed', reopened: 'Opened again' }[change];
  return `${word}${changes.length > 0 ? `: ${changes.join('; ')}` : ''}`;
}

const fieldWords: Readonly<Record<string, string>> = {
  title: 'wording',
  successMeasure: 'success measure',
  areaName: 'area',
  areaRef: 'area',
  closedOn: 'day',
  doneOn: 'done on',
  decisionFrom: 'decision needed from',
  answeredBy: 'answered by',
  answeredOn: 'answered on',
};

function changeText(key: string, before: unknown, after: unknown): string[] {
  const [was, is] = [valueText(before), valueText(after)];
  return was === is ? [] : [`${fieldWords[key] ?? key} ${was} → ${is}`];
}

/** `theme Right Plan added`, `link to Early Years removed`: names may have commas in them. */
function linkChangeText(key: 'themes' | 'links', before: unknown, after: unknown): string[] {
  const [was, is] = [namesIn(before), namesIn(after)];
  const word = key === 'themes' ? 'theme' : 'link to';
  return [
    ...is.filter((name) => !was.includes(name)).map((name) => `${word} ${name} added`),
    ...was.filter((name) => !is.includes(name)).map((name) => `${word} ${name} removed`),
  ];
}

function namesIn(value: unknown): string[] {
  return Array.isArray(value) ? value.map(valueText) : [];
}

/** A stored value in words: a date by its text, a person by name, a theme by its name. */
function valueText(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'none';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(valueText).join(', ');
  if (typeof value === 'object') return valueText(fieldOf(value, 'text') ?? fieldOf(value, 'name'));
  return String(value).replaceAll(
    '-',
    typeof value === 'string' && /^[a-z-]+$/.test(value) ? ' ' : '-',
  );
}

function fieldOf(value: object, key: string): unknown {
  return Object.entries(value).find(([name]) => name === key)?.[1];
}

function names(people: readonly string[]): string {
  return people.length === 0 ? 'nobody' : people.join('; ');
}
