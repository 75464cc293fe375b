// What digests have in common: what changed, where it stands, what has not come in. Each section is blocks; a digest
// puts them in its order, and what changed always comes first.
import type { Temporal } from 'temporal-polyfill';
import { dayText, momentText } from '../../../core/dates/messages/when.ts';
import type { ChartData } from '../../../core/message/messages/chart-data.ts';
import { exampleMark } from '../../../core/message/messages/example-notice.ts';
import {
  type Block,
  code,
  type Inline,
  inline,
  listOf,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import { countsText, ratingText } from '../../../core/message/messages/rag-text.ts';
import { type Cycle, cyclePhase } from '../../../cycle/cycles/domain/cycle.ts';
import { hasMoved, type RatingNews } from '../../../cycle/ratings/domain/rating-news.ts';
import type { Slippage } from '../../../cycle/ratings/domain/slippage.ts';
import { ratingNewsText } from '../../../cycle/ratings/messages/rating-news.ts';
import { cycleText } from '../../../cycle/returns/messages/objective-list.ts';
import type { HistoryEntry } from '../../../plan/history/domain/history-entry.ts';
import { whatText } from '../../../plan/history/messages/history-text.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import { ownersText } from '../../../plan/overview/messages/objective-card.ts';
import type { PlanItem } from '../../../plan/plan-items/domain/plan-item.ts';
import { itemLine } from '../../../plan/plan-items/messages/item-text.ts';
import type { HistoryPoint, KpiFacts } from '../../figures/domain/kpi-facts.ts';
import {
  aidText,
  newestText,
  pointText,
  ragText,
  whoText,
} from '../../figures/messages/kpi-words.ts';

/** What is new of an objective's ratings. */
export type DigestChange = {
  readonly objectiveId: string;
  readonly ref: string;
  readonly news: readonly RatingNews[];
};

/** A change of the plan that is no rating. */
export type DigestPlanChange = {
  readonly ref: string;
  readonly example: boolean;
  readonly entry: HistoryEntry;
};

/** What is new beside ratings. */
export type DigestNews = {
  /** Oldest first. */
  readonly planChanges: readonly DigestPlanChange[];
  /** KPIs that have a figure since the last digest. */
  readonly figures: readonly KpiFacts[];
};

/** The time that a digest stands for. */
export type DigestTimes = {
  readonly slot: Temporal.Instant;
  /** That of the one before it. */
  readonly since: Temporal.Instant;
  readonly now: Temporal.Instant;
  readonly late: boolean;
  readonly timeZone: string;
};

export type Waiting = { readonly cycle: Cycle; readonly objectives: readonly Objective[] };

/** A part of an objective, with the objective's own reference. */
export type PartOf<Part extends PlanItem = PlanItem> = {
  readonly objective: Pick<Objective, 'ref'>;
  readonly item: Part;
};

/** `week to Mon 8 July 2024`. */
export function weekText({ slot, timeZone }: DigestTimes): string {
  return `week to ${dayText(slot.toZonedDateTimeISO(timeZone).toPlainDate())}`;
}

/** Why it comes now, where it should have come before. */
export function lateSection({ late, slot, timeZone }: DigestTimes): Block[] {
  return late ? [paragraph(`This digest was due ${momentText(slot, timeZone)} and is late.`)] : [];
}

/**
 * What changed, each objective once: where its rating went or what is new in its owner's words, and with it what else of
 * it changed; then objectives of which only the plan changed, those that were only confirmed, and new figures.
 */
export function changesSection(
  list: readonly DigestChange[],
  { since, timeZone }: DigestTimes,
  { planChanges, figures }: DigestNews,
): Block[] {
  const heading = paragraph(strong('What changed'), ` since ${momentText(since, timeZone)}`);
  if (list.length + planChanges.length + figures.length === 0)
    return [heading, paragraph('Nothing was recorded.')];
  const [told, confirmed] = [list.filter(isTold), list.filter((one) => !isTold(one))];
  const moved = told.filter(({ news }) => news.some(hasMoved));
  const spoken = told.filter((one) => !moved.includes(one));
  const known = new Set(told.map(({ objectiveId }) => objectiveId));
  const planOnly = byObjective(planChanges).filter(
    ([first]) => first && !known.has(first.entry.objectiveId),
  );
  const inPlan = new Set(planOnly.flatMap(([first]) => first?.entry.objectiveId ?? []));
  const silent = confirmed.filter(({ objectiveId }) => !inPlan.has(objectiveId));
  return [
    heading,
    ...(moved.length === 0 ? [paragraph('No rating changed.')] : []),
    ...(told.length > 0
      ? listOf([...moved, ...spoken], (one) => changeItem(one, planChanges))
      : []),
    ...(silent.length > 0
      ? [
          paragraph(
            `Confirmed with no change of rating: ${silent.map(({ ref }) => ref).join(', ')}.`,
          ),
        ]
      : []),
    ...(planOnly.length > 0
      ? [
          paragraph('Changed in the plan:'),
          ...listOf(planOnly, (own) => planChangeItem(own, confirmed)),
        ]
      : []),
    ...(figures.length > 0
      ? [paragraph('New KPI figures:'), ...listOf(figuresSince(figures, since), figureItem)]
      : []),
  ];
}

/** Whether there is more to tell than that somebody confirmed it. */
function isTold({ news }: DigestChange): boolean {
  return news.some(({ onlyConfirmed }) => !onlyConfirmed);
}

function byObjective(changes: readonly DigestPlanChange[]): DigestPlanChange[][] {
  const found = new Map<string, DigestPlanChange[]>();
  for (const change of changes) {
    const { objectiveId } = change.entry;
    found.set(objectiveId, [...(found.get(objectiveId) ?? []), change]);
  }
  return [...found.values()];
}

function changeItem(
  { objectiveId, ref, news }: DigestChange,
  planChanges: readonly DigestPlanChange[],
): Inline {
  const own = planChanges.filter(({ entry }) => entry.objectiveId === objectiveId);
  const parts = [...news.map((one) => ratingNewsText(one)), ...own.map(planChangeText)];
  return inline(strong(ref), ` ${parts.join('; ')}`);
}

function planChangeItem(
  own: readonly DigestPlanChange[],
  confirmed: readonly DigestChange[],
): Inline {
  const [first] = own;
  const rated = confirmed.find(({ objectiveId }) => objectiveId === first?.entry.objectiveId);
  const parts = [...own.map(planChangeText), ...(rated ? ['its rating was confirmed'] : [])];
  return inline(strong(first?.ref ?? ''), ` ${parts.join('; ')}`);
}

function planChangeText({ ref, example, entry }: DigestPlanChange): string {
  const { author, note } = entry;
  const who = author ? ` · ${author.name}, ${author.organisation}` : '';
  return `${whatText(entry, { ref, example })}${who}${note ? ` · ${note}` : ''}`;
}

type NewFigure = { readonly kpi: KpiFacts; readonly point: HistoryPoint };

function figuresSince(figures: readonly KpiFacts[], since: Temporal.Instant): NewFigure[] {
  return figures.flatMap((kpi) =>
    kpi.history
      .filter((one) => !one.published && one.at.epochMilliseconds >= since.epochMilliseconds)
      .map((point) => ({ kpi, point })),
  );
}

/** The reading is of the newest figure only; of an older one it is said which that is. */
function figureItem({ kpi, point }: NewFigure): Inline {
  const { number, name, latest, target } = kpi;
  const isNewest =
    latest !== null &&
    point.raw === latest.raw &&
    point.label === latest.label &&
    point.at.equals(latest.at);
  const standing = target && target.state !== 'draft' ? ` · target: ${ragText(kpi.rag)}` : '';
  const reading = isNewest
    ? ` · ${aidText(kpi)}${standing}`
    : ` · the newest on record is ${newestText(kpi)}`;
  const who = point.by ? ` · ${whoText(point.by)}` : '';
  return inline(strong(`KPI ${number}`), ` ${name}: ${pointText(point)}${reading}${who}`);
}

/** Charts, the numbers of each in words with it. */
export function chartsSection(charts: readonly ChartData[]): Block[] {
  return charts.map((chart) => ({ kind: 'chart', chart }));
}

/**
 * How many objectives count as what. The place of a chart of it is behind this section.
 */
export function standsSection(objectives: readonly Objective[], none: string): Block[] {
  const heading = paragraph(strong('Where it stands'));
  return objectives.length === 0
    ? [heading, paragraph(none)]
    : [heading, paragraph(countsText(objectives))];
}

/** What has not come in for a meeting; before its first request nobody owes anything. */
export function waitingSection(
  { cycle, objectives }: Waiting,
  now: Temporal.Instant,
  whose: (objective: Objective) => string = ownersText,
): Block[] {
  if (cyclePhase(cycle, now) === 'planned') return [];
  const heading = paragraph(strong('Not yet returned'), ` · ${cycleText(cycle, now)}`);
  return objectives.length === 0
    ? [heading, paragraph('Every return is in.')]
    : [heading, ...listOf(objectives, (one) => objectiveLine(one, whose(one)))];
}

/** `2B:2 Named workers · …`. */
export function objectiveLine(objective: Objective, more: string): Inline {
  const { ref, title, example } = objective;
  return inline(strong(ref), ` ${title}${exampleMark(example)} · ${more}`);
}

/** Its rating first. */
export function ratedLine(objective: Objective, more: string): Inline {
  return objectiveLine(objective, `${ratingText(objective)} · ${more}`);
}

/** Parts of objectives, each under its full reference, e.g. 2B:2.1 or 2B:2 D1. */
export function partsSection(
  heading: string,
  parts: readonly PartOf[],
  today: Temporal.PlainDate,
): Block[] {
  return parts.length === 0
    ? []
    : [
        paragraph(strong(heading)),
        ...listOf(parts, ({ objective, item }) => itemLine(item, objective.ref, today)),
      ];
}

/** What the plan's own past says of its dates; nothing where too little was completed to say it. */
export function slippageSection(slippage: readonly Slippage[]): Block[] {
  return slippage.length === 0
    ? []
    : [
        paragraph(
          strong('How late things have been'),
          ' · what was completed, against the date that it first had',
        ),
        ...listOf(slippage, slippageLine),
      ];
}

function slippageLine({ of, median, earliest, latest, count }: Slippage): Inline {
  return inline(
    strong(`${of}: `),
    `median ${slipText(median)}, from ${slipText(earliest)} to ${slipText(latest)} (n = ${count})`,
  );
}

function slipText(days: number): string {
  if (days === 0) return 'on the day';
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  return days > 0 ? `${count} late` : `${count} early`;
}

/** Why a personal digest came, and how it stops. */
export function whyDigest(why: string, word: string): Inline {
  return inline(`Why am I getting this? ${why} `, code(`/pap digest off ${word}`), ' stops it.');
}
