// One objective: where it stands, who answers for it, and what was last recorded.
import { Temporal } from 'temporal-polyfill';
import { dayText, momentText } from '../../../core/dates/messages/when.ts';
import { exampleMark } from '../../../core/message/messages/example-notice.ts';
import {
  type Action,
  type Block,
  buttonRow,
  type Fact,
  fact,
  factTable,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import { ragText, ratingText } from '../../../core/message/messages/rag-text.ts';
import type { HistoryEntry, PublishedFact } from '../../history/domain/history-entry.ts';
import { historyBlocks, publishedText } from '../../history/messages/history-text.ts';
import {
  isOverdue,
  isVacant,
  type Objective,
  type ObjectiveLink,
} from '../../objectives/domain/objective.ts';
import type { RatingStory } from '../../objectives/domain/rating-story.ts';
import { storyText } from '../../objectives/messages/rating-story.ts';
import type { PlanItem } from '../../plan-items/domain/plan-item.ts';
import { fuzzyText } from '../../plan-items/messages/item-text.ts';
import { allParts, partsInShort } from './objective-parts.ts';

export type ObjectiveCardFacts = {
  readonly objective: Objective;
  /** Of the delivery rating that holds and of the impact rating that does. */
  readonly stories: { readonly delivery: RatingStory | null; readonly impact: RatingStory | null };
  readonly items: readonly PlanItem[];
  /** By part, who answers for it. */
  readonly owners: ReadonlyMap<string, string>;
  readonly links: readonly ObjectiveLink[];
  /** What files printed of it last, beside what is recorded. */
  readonly published: readonly PublishedFact[];
  /** Everything that was recorded, oldest first; null: not asked for. */
  readonly history: readonly HistoryEntry[] | null;
  /** Every part, not only what asks for attention. */
  readonly whole: boolean;
  readonly sources: readonly { readonly document: string; readonly line: number }[];
  readonly mayUpdate: boolean;
  /** The line that shows it to everybody in the conversation; null where it is shared already. */
  readonly shareLine: string | null;
  /** Whether it is shown as at a day in the past. */
  readonly isPast: boolean;
  readonly today: Temporal.PlainDate;
  readonly timeZone: string;
};

/** The card. */
export function objectiveCard(facts: ObjectiveCardFacts): Message {
  const { objective, stories, history, timeZone, mayUpdate, items, owners, today, whole } = facts;
  const { ref, example } = objective;
  const parts = { ref, items, owners, today };
  const lastText = (label: string, story: RatingStory | null): Block[] =>
    story ? [paragraph(strong(`${label}: `), storyText(story, { example, timeZone }))] : [];
  const actions: Action[] = [
    ...(mayUpdate ? returnActions(objective) : []),
    ...(facts.shareLine ? [{ label: `Share ${ref}`, line: facts.shareLine }] : []),
  ];
  return {
    title: `${ref} ${objective.title}${exampleMark(example)}`,
    blocks: [
      factTable(standing(facts)),
      ...lastText('Last recorded', stories.delivery),
      ...lastText('Impact last recorded', stories.impact),
      ...publishedBlocks(facts),
      ...(facts.isPast && !stories.delivery && !stories.impact
        ? [paragraph('Nothing had been recorded here by the end of that day.')]
        : []),
      ...(whole ? allParts(parts) : partsInShort(parts)),
      ...(history ? historyBlocks({ ref, entries: history, example, timeZone }) : []),
      ...(actions.length > 0 ? [buttonRow(actions)] : []),
    ],
  };
}

/** What a file printed and nothing recorded since has overtaken. */
function publishedBlocks({ published, stories, objective, timeZone }: ObjectiveCardFacts): Block[] {
  const labels = {
    rating: 'Published rating',
    impact: 'Published impact rating',
    owner: 'Lead as printed',
  } as const;
  return published.flatMap((fact) => {
    const { what, words, rag, note, at } = fact;
    if (what === 'owner')
      return isVacant(objective) && words !== ''
        ? [paragraph(strong(`${labels.owner}: `), words)]
        : [];
    const story = what === 'rating' ? stories.delivery : stories.impact;
    if (story && Temporal.Instant.compare(story.confirmed?.at ?? story.since.at, at) > 0) return [];
    const evidence = rag === 'blue' ? ', evidence not yet recorded' : '';
    const when = momentText(at, timeZone);
    return [
      paragraph(
        strong(`${labels[what]}: `),
        `${publishedText(fact)}${evidence} · in a file, ${when}${note ? ` · ${note}` : ''}`,
      ),
    ];
  });
}

/** Same and Change for one objective, bound to the version on screen. */
export function returnActions({ id, ref, rag, version }: Objective): Action[] {
  const guard = { objectiveId: id, version };
  const change: Action = { label: `Change ${ref}`, line: `update ${ref}`, guard };
  return rag === null
    ? [change]
    : [{ label: `Same ${ref}`, line: `same ${ref}`, guard, style: 'primary' }, change];
}

/** `Sam Taylor, NHS`, or the organisation, or that nobody is named. */
export function ownersText(objective: Objective): string {
  const owners = objective.assignees.filter(({ role }) => role === 'owner');
  const deputies = objective.assignees.filter(({ role }) => role === 'deputy');
  const named = owners.map(({ name, organisation }) =>
    name ? `${name}, ${organisation}` : `${organisation} (no person named)`,
  );
  if (owners.length === 0) named.push('nobody is named');
  const vacant = isVacant(objective) ? ' — vacant' : '';
  const standIns =
    deputies.length > 0
      ? `; deputy ${deputies.map(({ name, organisation }) => name ?? organisation).join(', ')}`
      : '';
  const covers = objective.assignees.filter(({ role }) => role === 'cover');
  const covered =
    covers.length > 0
      ? `; covered by ${covers.map(({ name, organisation }) => name ?? organisation).join(', ')}`
      : '';
  return `${named.join('; ')}${vacant}${standIns}${covered}`;
}

function standing({ objective, today, sources, links, items }: ObjectiveCardFacts): Fact[] {
  const { due, originalDue, themes, successMeasure } = objective;
  const overdue = isOverdue(objective, today) ? ' — overdue' : '';
  return [
    fact('Rating', ratingText(objective), challengedText(items)),
    fact('Impact', ragText(objective.impactRag)),
    ...(objective.status === 'closed' ? [fact('Status', closedText(objective))] : []),
    fact('Owner', ownersText(objective)),
    fact('Due', due ? `${fuzzyText(due)}${overdue}` : 'no date is stated'),
    ...(originalDue ? [fact('First due', fuzzyText(originalDue))] : []),
    fact(
      'Area',
      objective.areaName
        ? `${objective.areaRef} ${objective.areaName}`
        : `${objective.areaRef} (name not in the documents)`,
    ),
    fact(
      'Theme',
      themes.length > 0
        ? themes
            .map(
              ({ kind, number, name, placingIsExample }) =>
                `${kind === 'theme' ? `${number} ` : ''}${name}${placingIsExample ? ' (placing is an example)' : ''}`,
            )
            .join('; ')
        : 'none is stated',
    ),
    fact('Success measure', successMeasure ?? 'none is stated'),
    ...linkFacts(links),
    ...(sources.length > 0 ? [fact('Source', sourcesText(sources))] : []),
  ];
}

/** A challenge stands beside the rating until it is answered or withdrawn. */
function challengedText(items: readonly PlanItem[]): string {
  const open = items.filter((item) => item.kind === 'challenge' && item.status === 'open');
  return open.length > 0 ? ` — challenged (${open.map(({ ref }) => ref).join(', ')})` : '';
}

function closedText({ closedOn }: Objective): string {
  return closedOn ? `closed on ${dayText(closedOn)}` : 'closed';
}

const linkLabels = {
  project: 'Projects',
  priority: 'Strategic priorities',
  'self-evaluation': 'Self-evaluation',
} as const satisfies Record<ObjectiveLink['to'], string>;

function linkFacts(links: readonly ObjectiveLink[]): Fact[] {
  return (['project', 'priority', 'self-evaluation'] as const).flatMap((to) => {
    const names = links.filter((link) => link.to === to).map(({ name }) => name);
    return names.length > 0 ? [{ label: linkLabels[to], value: inline(names.join('; ')) }] : [];
  });
}

/** `Progress update, lines 102, 103 and 110; Self-evaluation, line 7`. */
function sourcesText(sources: ObjectiveCardFacts['sources']): string {
  const byDocument = new Map<string, Set<number>>();
  for (const { document, line } of sources) {
    byDocument.set(document, (byDocument.get(document) ?? new Set()).add(line));
  }
  return [...byDocument]
    .map(
      ([document, lines]) =>
        `${document}, ${lines.size > 1 ? 'lines' : 'line'} ${[...lines].join(', ').replace(/, (\d+)$/, ' and $1')}`,
    )
    .join('; ');
}
