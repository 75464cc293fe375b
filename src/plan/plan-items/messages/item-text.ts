// A part of an objective in one line: what it is, how far it is, by when, and whose it is.

import { Temporal } from 'temporal-polyfill';
import type { FuzzyDate } from '../../../core/dates/domain/fuzzy-date.ts';
import { dayText } from '../../../core/dates/messages/when.ts';
import { exampleMark } from '../../../core/message/messages/example-notice.ts';
import { type Inline, inline, strong } from '../../../core/message/messages/message.ts';
import { fullRef } from '../domain/item-ref.ts';
import type { ItemKind, Named, PlanItem, Rung } from '../domain/plan-item.ts';
import { workStatusWords } from '../domain/work-status.ts';

export const kindWords = {
  action: 'action',
  milestone: 'milestone',
  measure: 'success measure',
  risk: 'risk',
  evidence: 'evidence',
  decision: 'decision',
  coproduction: 'co-production',
  recovery: 'recovery action',
  challenge: 'challenge',
} as const satisfies Record<ItemKind, string>;

export const rungWords = {
  done: 'done',
  used: 'used',
  felt: 'felt by families',
} as const satisfies Record<Rung, string>;

/**
 * The line of a part.
 * @param objective the reference of its objective
 * @param owner who answers for it, when it is not who answers for the objective
 */
export function itemLine(
  item: PlanItem,
  objective: string,
  today: Temporal.PlainDate,
  owner?: string,
): Inline {
  const facts = [
    ...factsOf(item),
    ...dueTexts(item, today),
    ...(owner ? [`with ${owner}`] : []),
  ].filter((fact) => fact !== '');
  return inline(
    strong(fullRef(objective, item)),
    ` ${item.title}${exampleMark(item.example)}${facts.length > 0 ? ` · ${facts.join(' · ')}` : ''}`,
  );
}

/** Whether it should have been done by now. */
export function isLate(item: PlanItem, today: Temporal.PlainDate): boolean {
  const isOpen = ['not-started', 'under-way', 'open', 'needed'].includes(item.status);
  return isOpen && item.due !== null && Temporal.PlainDate.compare(item.due.lastDay, today) < 0;
}

function dueTexts(item: PlanItem, today: Temporal.PlainDate): string[] {
  const { due, originalDue } = item;
  return [
    ...(due ? [`due ${due.text}${isLate(item, today) ? ' — overdue' : ''}`] : []),
    ...(originalDue && originalDue.text !== due?.text ? [`first due ${originalDue.text}`] : []),
  ];
}

function factsOf(item: PlanItem): string[] {
  switch (item.kind) {
    case 'action':
      return [
        `${workStatusWords[item.status]}${when(item.detail.doneOn, ' on ')}`,
        item.detail.start ? `start ${item.detail.start}` : '',
      ];
    case 'milestone':
      return [`${workStatusWords[item.status]}${when(item.detail.doneOn, ' on ')}`];
    case 'measure':
      return [item.status === 'met' ? 'met' : 'not met yet'];
    case 'risk':
      return [
        `${item.detail.type}, ${item.status}`,
        item.detail.score === null ? '' : `score ${item.detail.score}`,
        item.detail.owner ? `owner ${item.detail.owner}` : 'no owner named',
        item.detail.mitigation ? `mitigation: ${item.detail.mitigation}` : 'no mitigation stated',
      ];
    case 'evidence':
      return [
        item.detail.waiver ? 'waiver of evidence' : rungWords[item.detail.rung],
        item.status === 'withdrawn' ? 'withdrawn' : '',
        item.detail.link ?? '',
        `${namedText(item.detail.by)}${when(item.detail.on, ', ')}`,
      ];
    case 'decision':
      return [
        item.status,
        item.detail.outcome ?? '',
        item.detail.from ? `from ${item.detail.from}` : '',
        item.detail.by ? `${namedText(item.detail.by)}${when(item.detail.on, ', ')}` : '',
      ];
    case 'coproduction':
      return [item.detail.who, dated(item.detail.when)];
    case 'recovery':
      return [
        item.status,
        item.detail.who ?? 'nobody named yet',
        item.detail.decisionFrom ? `decision needed from ${item.detail.decisionFrom}` : '',
      ];
    case 'challenge':
      return [
        item.status,
        `asked by ${namedText(item.detail.by)}${when(item.detail.on, ', ')}`,
        item.detail.answer ? `answer: ${item.detail.answer}` : '',
        item.detail.answeredBy
          ? `${namedText(item.detail.answeredBy)}${when(item.detail.answeredOn, ', ')}`
          : '',
      ];
  }
}

/** `by July 2024 (read as Wed 31 July 2024 at the latest)`. */
export function fuzzyText({ text, lastDay }: FuzzyDate): string {
  return `${text} (read as ${dayText(lastDay)} at the latest)`;
}

/** `Sam Taylor, NHS`. */
export function namedText({ name, organisation }: Named): string {
  return `${name}, ${organisation}`;
}

function when(day: string | null, before: string): string {
  return day === null ? '' : `${before}${dated(day)}`;
}

/** A day that was kept as ISO text, in words; anything else as it is. */
function dated(stored: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(stored) ? dayText(Temporal.PlainDate.from(stored)) : stored;
}
