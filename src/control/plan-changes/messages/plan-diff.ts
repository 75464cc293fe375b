// What changed between two versions of the plan, for a chat message and, at full length, for a file.

import { ragLooks } from '../../../core/message/domain/rag.ts';
import { capital } from '../../../core/message/domain/text-ends.ts';
import { exampleMark } from '../../../core/message/messages/example-notice.ts';
import {
  type Block,
  bullets,
  code,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import { onDay } from '../../../core/request/messages/refusal-parts.ts';
import { fullRef } from '../../../plan/plan-items/domain/item-ref.ts';
import { namesText } from '../domain/plan-change.ts';
import type { ContentDate, ContentObjective, ContentPart } from '../domain/plan-content.ts';
import { isSamePlan, type ObjectiveChange, type PlanDiff } from '../domain/plan-diff.ts';

/** How many lines of a group a chat message shows. */
const LISTED = 6;

export type DiffFacts = {
  readonly diff: PlanDiff;
  /** `version 1, “Plan as reported to the stocktake”`, `the plan now`. */
  readonly from: string;
  readonly to: string;
  /** The words that name the two in a command, e.g. `1 now`. */
  readonly words: string;
};

type Group = { readonly name: string; readonly lines: readonly string[] };

/** The difference in chat: counts first, then each group, the long ones cut. */
export function diffMessage(facts: DiffFacts): Message {
  const { diff, from, to, words } = facts;
  const groups = groupsOf(diff);
  if (isSamePlan(diff))
    return {
      title: 'Nothing has changed',
      blocks: [paragraph(`${capital(from)} and ${to} say the same.`)],
    };
  const cut = groups.some(({ lines }) => lines.length > LISTED);
  return {
    title: `What changed from ${from} to ${to}`,
    blocks: [
      paragraph(countsText(groups)),
      ...groups.flatMap(groupBlocks),
      ...(cut ? [paragraph('All of it: ', code(`/pap admin change diff ${words} file`), '.')] : []),
    ],
  };
}

function groupBlocks({ name, lines }: Group): Block[] {
  const more = lines.length - LISTED;
  const shown = [...lines.slice(0, LISTED), ...(more > 0 ? [`and ${more} more`] : [])];
  return [
    paragraph(strong(`${name} (${lines.length})`)),
    bullets(shown.map((line) => inline(line))),
  ];
}

/** The whole difference as plain text with Markdown's headings and lists. */
export function diffText({ diff, from, to }: Pick<DiffFacts, 'diff' | 'from' | 'to'>): string {
  const groups = groupsOf(diff);
  const title = `# What changed from ${from} to ${to}`;
  if (isSamePlan(diff)) return `${title}\n\nNothing: they say the same.\n`;
  const body = groups.map(
    ({ name, lines }) =>
      `## ${name} (${lines.length})\n\n${lines.map((line) => `- ${oneLine(line)}`).join('\n')}`,
  );
  return `${[title, countsText(groups), ...body].join('\n\n')}\n`;
}

/** What goes with the file. */
export function diffFileMessage({ diff, from, to }: DiffFacts, name: string): Message {
  return {
    title: `What changed from ${from} to ${to}`,
    blocks: [
      ...(isSamePlan(diff) ? [] : [paragraph(countsText(groupsOf(diff)))]),
      paragraph('All of it is in ', strong(name), '.'),
    ],
  };
}

function countsText(groups: readonly Group[]): string {
  return `${groups.map(({ name, lines }) => `${name}: ${lines.length}`).join(' · ')}.`;
}

/** Every change under the kind of change that it is; groups with nothing in them are left out. */
function groupsOf(diff: PlanDiff): Group[] {
  const { added, removed, changed } = diff;
  const each = (lines: (one: ObjectiveChange) => string[]) => changed.flatMap(lines);
  const groups: Group[] = [
    { name: 'Added', lines: added.flatMap(addedLines) },
    { name: 'Closed', lines: each(closedLines) },
    { name: 'Gone', lines: removed.map(nameText) },
    { name: 'Re-dated', lines: each(datedLines) },
    { name: 'Re-worded', lines: each(wordedLines) },
    { name: 'Re-owned', lines: each(ownedLines) },
    { name: 'Themes and links', lines: each(linkLines) },
    { name: 'Parts', lines: each(partLines) },
    { name: 'Areas', lines: areaLines(diff) },
    { name: 'Wording of ratings', lines: diff.wordings.map(ratingLine) },
    { name: 'Otherwise', lines: each(otherLines) },
  ];
  return groups.filter(({ lines }) => lines.length > 0);
}

function addedLines(objective: ContentObjective): string[] {
  const { due, owners, successMeasure, parts, ref, themes = [], links = [] } = objective;
  const measure = successMeasure === null ? '' : `; success measure “${successMeasure}”`;
  const places = [...themes, ...links];
  const linked = places.length === 0 ? '' : `; ${places.join('; ')}`;
  return [
    `${nameText(objective)}: ${dateText(due)}; owner ${namesText(owners)}${measure}${linked}`,
    ...parts.map((part) => `${partName(ref, part)}: ${dateText(part.due)}`),
  ];
}

function closedLines(change: ObjectiveChange): string[] {
  return change.fields.flatMap((field) => {
    if (field.field !== 'status') return [];
    const closedOn = change.fields.find((one) => one.field === 'closedOn')?.after;
    return field.after === 'closed'
      ? [`${nameText(change)}${typeof closedOn === 'string' ? `, on ${onDay(closedOn)}` : ''}`]
      : [`${nameText(change)}: open again`];
  });
}

function datedLines(change: ObjectiveChange): string[] {
  return change.fields.flatMap((field) =>
    field.field === 'due'
      ? [`${nameText(change)}: ${dateText(field.before)} → ${dateText(field.after)}`]
      : [],
  );
}

function wordedLines(change: ObjectiveChange): string[] {
  return change.fields.flatMap((field) => {
    if (field.field === 'title') return [`${change.ref}: “${field.before}” → “${field.after}”`];
    return field.field === 'successMeasure'
      ? [`${nameText(change)}: success measure ${quoted(field.before)} → ${quoted(field.after)}`]
      : [];
  });
}

function ownedLines(change: ObjectiveChange): string[] {
  return change.fields.flatMap((field) =>
    field.field === 'owners' || field.field === 'deputies'
      ? [
          `${nameText(change)}: ${field.field === 'owners' ? 'owner' : 'deputy'} ${namesText(field.before)} → ${namesText(field.after)}`,
        ]
      : [],
  );
}

function linkLines(change: ObjectiveChange): string[] {
  return change.fields.flatMap((field) => {
    if (field.field !== 'themes' && field.field !== 'links') return [];
    const { before = [], after = [] } = field;
    const [now, noMore] =
      field.field === 'themes'
        ? ['now in', 'no longer in']
        : ['now linked to', 'no longer linked to'];
    return [
      ...after.filter((one) => !before.includes(one)).map((one) => `${now} ${one}`),
      ...before.filter((one) => !after.includes(one)).map((one) => `${noMore} ${one}`),
    ].map((line) => `${nameText(change)}: ${line}`);
  });
}

function partLines({ ref, partsAdded, partsRemoved, partsChanged }: ObjectiveChange): string[] {
  return [
    ...partsAdded.map((part) => `${partName(ref, part)}: new, ${dateText(part.due)}`),
    ...partsRemoved.map((part) => `${partName(ref, part)}: gone`),
    ...partsChanged.flatMap(({ after, fields }) =>
      fields.map((field) => {
        switch (field.field) {
          case 'title':
            return `${partName(ref, after)}: was “${field.before}”`;
          case 'due':
            return `${partName(ref, after)}: ${dateText(field.before)} → ${dateText(field.after)}`;
          case 'status':
            return `${partName(ref, after)}: ${field.before} → ${field.after}`;
          default:
            return field satisfies never;
        }
      }),
    ),
  ];
}

function areaLines({ areasAdded, areasRemoved, areasRenamed }: PlanDiff): string[] {
  return [
    ...areasAdded.map(({ ref, name }) => `area ${ref}${name ? ` ${name}` : ''}: new`),
    ...areasRemoved.map(({ ref, name }) => `area ${ref}${name ? ` ${name}` : ''}: gone`),
    ...areasRenamed.map(
      ({ ref, before, after }) => `area ${ref}: ${quoted(before)} → ${quoted(after)}`,
    ),
  ];
}

function ratingLine({ rating, rag, before, after }: PlanDiff['wordings'][number]): string {
  return `${rating}, ${ragLooks[rag].symbol} ${ragLooks[rag].word}: ${quoted(before)} → ${quoted(after)}`;
}

/** What no other group tells. The original date and the closing day only go along with theirs. */
function otherLines(change: ObjectiveChange): string[] {
  const told = new Set(change.fields.map(({ field }) => field));
  return change.fields.flatMap((field) => {
    switch (field.field) {
      case 'area':
        return [`${nameText(change)}: area ${field.before} → ${field.after}`];
      case 'originalDue':
        return told.has('due')
          ? []
          : [
              `${nameText(change)}: original date ${dateText(field.before)} → ${dateText(field.after)}`,
            ];
      case 'closedOn':
        return told.has('status')
          ? []
          : [`${nameText(change)}: closed on ${field.before ?? '–'} → ${field.after ?? '–'}`];
      case 'example':
        return [`${nameText(change)}: ${field.after ? 'now' : 'no longer'} marked as an example`];
      case 'title':
      case 'due':
      case 'successMeasure':
      case 'status':
      case 'owners':
      case 'deputies':
      case 'themes':
      case 'links':
        return [];
      default:
        return field satisfies never;
    }
  });
}

function nameText({
  ref,
  title,
  example,
}: Pick<ContentObjective, 'ref' | 'title' | 'example'>): string {
  return `${ref} ${title}${exampleMark(example)}`;
}

/** `2B:2.1 action “…”`: a part's reference within its objective begins with a digit or a letter. */
function partName(ref: string, { kind, ref: own, title }: ContentPart): string {
  return `${fullRef(ref, { kind, ref: own })} ${kind} “${title}”`;
}

function dateText(date: ContentDate | null): string {
  return date ? `${date.text} (at the latest ${onDay(date.lastDay)})` : 'no date';
}

function quoted(words: string | null): string {
  return words === null ? 'none' : `“${words}”`;
}

function oneLine(words: string): string {
  return words.replace(/(?<!\s)\s*\n\s*/g, ' ');
}
