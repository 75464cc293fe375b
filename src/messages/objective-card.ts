// One objective: where it stands, who answers for it, and what was last recorded.
import type { Temporal } from 'temporal-polyfill';
import { isOverdue, isVacant, type Objective, type StatusEntry } from '../domain/objective.ts';
import { exampleMark } from './example-notice.ts';
import {
  type Action,
  type Block,
  type Fact,
  inline,
  type Message,
  paragraph,
  strong,
} from './message.ts';
import { givenText, ragChangeText, ragText } from './rag-text.ts';
import { dayText, momentText } from './when.ts';

export type ObjectiveCardFacts = {
  readonly objective: Objective;
  /** Newest first; the first is shown in full, the others only when the history is asked for. */
  readonly entries: readonly StatusEntry[];
  readonly withHistory: boolean;
  readonly sources: readonly { readonly document: string; readonly line: number }[];
  readonly mayUpdate: boolean;
  /** A day in the past or to come, as it was read: the rating is then the one recorded by its end. */
  readonly asAt?: Temporal.PlainDate;
  readonly today: Temporal.PlainDate;
  readonly timeZone: string;
};

/** The card. */
export function objectiveCard(facts: ObjectiveCardFacts): Message {
  const { objective, entries, withHistory, timeZone, mayUpdate } = facts;
  const [latest] = entries;
  const blocks: Block[] = [
    ...(facts.asAt ? [asAtNotice(facts.asAt, facts.today, latest)] : []),
    { kind: 'facts', facts: standing(facts) },
  ];
  if (latest)
    blocks.push(paragraph(strong('Last recorded: '), entryText(latest, objective, timeZone)));
  if (withHistory) blocks.push(...history(entries, objective, timeZone));
  if (mayUpdate) blocks.push({ kind: 'actions', actions: returnActions(objective) });
  return { title: `${objective.ref} ${objective.title}${exampleMark(objective.example)}`, blocks };
}

function asAtNotice(
  day: Temporal.PlainDate,
  today: Temporal.PlainDate,
  latest: StatusEntry | undefined,
): Block {
  if (today.until(day).days > 0) {
    const soFar = 'That day is still to come: this is what has been recorded so far.';
    return paragraph(strong(`As at ${dayText(day)}. `), soFar);
  }
  const known = latest
    ? 'The rating is the one recorded by the end of that day; owner, dates and theme are as they are now.'
    : 'Nothing had been recorded here by the end of that day.';
  return paragraph(strong(`As at ${dayText(day)}. `), known);
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

function standing({ objective, today, sources }: ObjectiveCardFacts): Fact[] {
  const { due, themes, successMeasure } = objective;
  const overdue = isOverdue(objective, today) ? ' — overdue' : '';
  return [
    { label: 'Rating', value: inline(ragText(objective.rag)) },
    { label: 'Owner', value: inline(ownersText(objective)) },
    {
      label: 'Due',
      value: inline(
        due
          ? `${due.text} (read as ${dayText(due.lastDay)} at the latest)${overdue}`
          : 'no date is stated',
      ),
    },
    {
      label: 'Area',
      value: inline(
        objective.areaName
          ? `${objective.areaRef} ${objective.areaName}`
          : `${objective.areaRef} (name not in the documents)`,
      ),
    },
    {
      label: 'Theme',
      value: inline(
        themes.length > 0
          ? themes
              .map(
                ({ kind, number, name, placingIsExample }) =>
                  `${kind === 'theme' ? `${number} ` : ''}${name}${placingIsExample ? ' (placing is an example)' : ''}`,
              )
              .join('; ')
          : 'none is stated',
      ),
    },
    { label: 'Success measure', value: inline(successMeasure ?? 'none is stated') },
    ...(sources.length > 0 ? [{ label: 'Source', value: inline(sourcesText(sources)) }] : []),
  ];
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

function history(entries: readonly StatusEntry[], objective: Objective, timeZone: string): Block[] {
  if (entries.length === 0) return [paragraph('Nothing has been recorded yet.')];
  return [
    paragraph(strong('History, newest first')),
    { kind: 'list', items: entries.map((entry) => inline(entryText(entry, objective, timeZone))) },
  ];
}

function entryText(
  { kind, fromRag, toRag, note, author, at, late }: StatusEntry,
  { example }: Objective,
  timeZone: string,
): string {
  const what =
    kind === 'published'
      ? `${ragText(toRag)}, ${givenText(example)}`
      : kind === 'same'
        ? `${ragText(toRag)} (confirmed, no change)`
        : ragChangeText(fromRag, toRag);
  const who = author
    ? `${author.name}, ${author.organisation}, `
    : kind === 'published'
      ? 'loaded '
      : '';
  return `${what} · ${who}${momentText(at, timeZone)}${late ? ' · late' : ''}${note ? ` · ${note}` : ''}`;
}
