// The weekly digest of a theme: what changed first, then where it stands, who has not returned, and
// the KPIs as published.
import type { Temporal } from 'temporal-polyfill';
import { type Cycle, cyclePhase } from '../domain/cycle.ts';
import type { Objective, RatingKind, StatusEntry } from '../domain/objective.ts';
import { type Rag, ragOrder } from '../domain/rag.ts';
import { type NamedTheme, themeName, themeTitle, themeWords } from '../domain/theme-name.ts';
import { boardText } from './board-amendment.ts';
import { exampleMark } from './example-notice.ts';
import { type KpiTableFacts, kpiTableBlocks } from './kpi-table.ts';
import { type Block, code, inline, type Message, paragraph, strong } from './message.ts';
import { ownersText } from './objective-card.ts';
import { cycleText } from './objective-list.ts';
import { ragChangeText, ragText } from './rag-text.ts';
import { dayText, momentText } from './when.ts';

export type DigestChange = {
  readonly ref: string;
  readonly kind: StatusEntry['kind'];
  /** Delivery when absent. */
  readonly rating?: RatingKind;
  readonly fromRag: Rag | null;
  readonly toRag: Rag | null;
  readonly note: string | null;
  readonly by: string;
  /** The meeting that decided it, of a board amendment. */
  readonly meeting?: StatusEntry['meeting'];
};

export type DigestFacts = {
  readonly theme: NamedTheme;
  readonly objectives: readonly Objective[];
  readonly changes: readonly DigestChange[];
  readonly since: Temporal.Instant;
  readonly waiting: readonly { readonly cycle: Cycle; readonly objectives: readonly Objective[] }[];
  readonly kpis: KpiTableFacts | null;
  /** A channel sees organisations; co-chairs see who. Nobody is named in public for being late. */
  readonly audience: 'channel' | 'co-chair';
  readonly slot: Temporal.Instant;
  readonly late: boolean;
  readonly now: Temporal.Instant;
  readonly timeZone: string;
};

/** The digest. */
export function digestMessage(facts: DigestFacts): Message {
  const { theme, slot, timeZone, audience, late } = facts;
  const day = dayText(slot.toZonedDateTimeISO(timeZone).toPlainDate());
  return {
    title: `${themeTitle(theme)}: week to ${day}`,
    blocks: [
      ...(late
        ? [paragraph(`This digest was due ${momentText(slot, timeZone)} and is late.`)]
        : []),
      ...changes(facts),
      ...counts(facts.objectives),
      ...facts.waiting.flatMap((waiting) => notReturned(waiting, facts)),
      ...(facts.kpis ? [{ kind: 'divider' as const }, ...kpiTableBlocks(facts.kpis)] : []),
    ],
    footer: inline(
      audience === 'channel'
        ? `Posted weekly because this channel is bound to ${themeName(theme)}. `
        : `You are getting this because you co-chair ${themeName(theme)}. `,
      code(`/pap digest preview ${themeWords(theme)}`),
      ' shows the next one.',
    ),
  };
}

function changes({ changes: list, since, timeZone }: DigestFacts): Block[] {
  const heading = paragraph(strong('What changed'), ` since ${momentText(since, timeZone)}`);
  const moved = list.filter(({ fromRag, toRag }) => fromRag !== toRag);
  const still = list.filter(({ fromRag, toRag }) => fromRag === toRag);
  const confirmed = still.filter(({ kind }) => kind !== 'amend' && kind !== 'undo');
  const amended = still.filter(({ kind }) => kind === 'amend');
  if (list.length === 0) return [heading, paragraph('Nothing was recorded.')];
  return [
    heading,
    ...(moved.length > 0
      ? [{ kind: 'list' as const, items: moved.map(changeItem) }]
      : [paragraph('No rating changed.')]),
    ...(confirmed.length > 0
      ? [
          paragraph(
            `Confirmed with no change of rating: ${[...new Set(confirmed.map(({ ref }) => ref))].join(', ')}.`,
          ),
        ]
      : []),
    ...(amended.length > 0
      ? [paragraph(`Note amended: ${[...new Set(amended.map(({ ref }) => ref))].join(', ')}.`)]
      : []),
  ];
}

function changeItem({ ref, kind, rating, fromRag, toRag, note, by, meeting }: DigestChange) {
  const impact = rating === 'impact' ? 'impact ' : '';
  const how = howText(kind, meeting);
  return inline(
    strong(ref),
    ` ${impact}${ragChangeText(fromRag, toRag)}${how} · ${by}${note ? ` · ${note}` : ''}`,
  );
}

function howText(kind: DigestChange['kind'], meeting: DigestChange['meeting']): string {
  switch (kind) {
    case 'undo':
      return ', taken back';
    case 'amend':
      return ', amended';
    case 'board':
      return `, ${boardText(meeting)}`;
    case 'published':
    case 'update':
    case 'same':
      return '';
  }
}

function counts(objectives: readonly Objective[]): Block[] {
  const heading = paragraph(strong('Where it stands'));
  if (objectives.length === 0)
    return [heading, paragraph('No objective is placed in this theme yet.')];
  const ratings: readonly (Rag | null)[] = [...ragOrder, null];
  const parts = ratings
    .map((rag) => ({ rag, count: objectives.filter((objective) => objective.rag === rag).length }))
    .filter(({ rag, count }) => rag !== null || count > 0)
    .map(({ rag, count }) => `${ragText(rag)} ${count}`);
  return [heading, paragraph(`${parts.join(' · ')} — of ${objectives.length}`)];
}

function notReturned(
  { cycle, objectives }: DigestFacts['waiting'][number],
  { audience, now }: DigestFacts,
): Block[] {
  // Before the first request goes out nobody owes anything yet.
  if (cyclePhase(cycle, now) === 'planned') return [];
  const heading = paragraph(strong('Not yet returned'), ` · ${cycleText(cycle, now)}`);
  if (objectives.length === 0) return [heading, paragraph('Every return is in.')];
  return [
    heading,
    {
      kind: 'list',
      items: objectives.map((objective) =>
        inline(
          strong(objective.ref),
          ` ${objective.title}${exampleMark(objective.example)} · ${waitingFor(objective, audience)}`,
        ),
      ),
    },
  ];
}

function waitingFor(objective: Objective, audience: DigestFacts['audience']): string {
  if (audience === 'co-chair') return ownersText(objective);
  const organisations = new Set(
    objective.assignees
      .filter(({ role }) => role === 'owner')
      .map(({ organisation }) => organisation),
  );
  return organisations.size > 0 ? [...organisations].join(', ') : 'nobody is named';
}
