// Signs that a rating may be green outside and red within. None proves anything: each says what was seen, for the
// programme office to ask about.
import { Temporal } from 'temporal-polyfill';
import type { FuzzyDate } from '../../../core/dates/domain/fuzzy-date.ts';
import { localDate } from '../../../core/dates/domain/working-days.ts';
import type { Rag } from '../../../core/message/domain/rag.ts';
import { type Cycle, countsAsReturnFrom, isBefore } from '../../../cycle/cycles/domain/cycle.ts';
import { type HistoryEntry, isRating } from '../../../plan/history/domain/history-entry.ts';
import { isOverdue, type Objective } from '../../../plan/objectives/domain/objective.ts';
import { standingRatings } from '../../../plan/objectives/domain/rating-story.ts';
import { fullRef } from '../../../plan/plan-items/domain/item-ref.ts';
import type { PlanItem } from '../../../plan/plan-items/domain/plan-item.ts';
import type { KpiMovement } from '../../figures/domain/kpi-facts.ts';

type Day = Temporal.PlainDate;

export type Signal =
  /** It is green, and its own date is past. */
  | {
      readonly kind: 'green-past-due';
      readonly due: FuzzyDate;
      /** The date that it first had; null: it was not moved. */
      readonly originalDue: FuzzyDate | null;
    }
  /** It is green, and a milestone or action of it is overdue. */
  | { readonly kind: 'green-overdue'; readonly late: readonly LatePart[] }
  /** It is green, and a KPI of its theme gets worse. */
  | { readonly kind: 'green-kpi'; readonly kpis: readonly KpiMovement[] }
  /** It went from green to red, and nobody had said amber. */
  | { readonly kind: 'green-to-red'; readonly green: Day; readonly red: Day }
  /** Its date, or that of one part, was moved more than once. */
  | { readonly kind: 're-dated'; readonly of: string; readonly moves: readonly DateMove[] }
  /** Its returns of three cycles running, or more, say the same. */
  | { readonly kind: 'same-note'; readonly note: string; readonly on: readonly Day[] };

export type LatePart = {
  /** The full reference, e.g. 2B:2.1. */
  readonly ref: string;
  readonly title: string;
  readonly due: FuzzyDate;
};

export type DateMove = { readonly on: Day; readonly from: string; readonly to: string };

export type WatermelonFacts = {
  readonly objective: Objective;
  /** Its parts. */
  readonly items: readonly PlanItem[];
  /** All of its history, oldest first. */
  readonly history: readonly HistoryEntry[];
  /** The KPIs of its themes; empty where none can be read. */
  readonly kpis: readonly KpiMovement[];
  /** Those held and those to come, the earliest meeting first. */
  readonly cycles: readonly Cycle[];
  readonly today: Day;
  readonly timeZone: string;
};

/** What happened longer ago than this is not news for anybody. */
const LOOK_BACK_DAYS = 365;
const RE_DATED_TIMES = 2;
const SAME_NOTE_CYCLES = 3;

/** What was seen of one objective. */
export function watermelonSignals(facts: WatermelonFacts): Signal[] {
  return [
    ...greenPastDue(facts),
    ...greenOverdue(facts),
    ...greenKpi(facts),
    ...greenToRed(facts),
    ...reDated(facts),
    ...sameNote(facts),
  ];
}

function greenPastDue({ objective, today }: WatermelonFacts): Signal[] {
  const { rag, due, originalDue } = objective;
  return rag === 'green' && due && isOverdue(objective, today)
    ? [{ kind: 'green-past-due', due, originalDue }]
    : [];
}

function greenOverdue({ objective, items, today }: WatermelonFacts): Signal[] {
  if (objective.rag !== 'green') return [];
  const late = items.flatMap((item) => {
    const isOpen =
      (item.kind === 'milestone' || item.kind === 'action') &&
      (item.status === 'not-started' || item.status === 'under-way');
    return isOpen && item.due && Temporal.PlainDate.compare(item.due.lastDay, today) < 0
      ? [{ ref: fullRef(objective.ref, item), title: item.title, due: item.due }]
      : [];
  });
  return late.length > 0 ? [{ kind: 'green-overdue', late }] : [];
}

function greenKpi({ objective, kpis }: WatermelonFacts): Signal[] {
  const worse = kpis.filter(({ worsening }) => worsening);
  return objective.rag === 'green' && worse.length > 0 ? [{ kind: 'green-kpi', kpis: worse }] : [];
}

function greenToRed(facts: WatermelonFacts): Signal[] {
  const ratings = ratingsOf(facts);
  const fallen = ratings.findLastIndex(
    ({ rag }, index) => rag === 'red' && ratings[index - 1]?.rag === 'green',
  );
  const green = ratings[fallen - 1];
  const red = ratings[fallen];
  if (!green || !red || red.on.until(facts.today).days > LOOK_BACK_DAYS) return [];
  return [{ kind: 'green-to-red', green: green.on, red: red.on }];
}

function reDated({ objective, history, timeZone }: WatermelonFacts): Signal[] {
  const moves = new Map<string, DateMove[]>();
  for (const { detail, at } of history) {
    const move = dateMove(detail);
    if (!move) continue;
    const of = move.itemRef === null ? objective.ref : `${objective.ref}.${move.itemRef}`;
    const on = localDate(at, timeZone);
    moves.set(of, [...(moves.get(of) ?? []), { on, from: move.from, to: move.to }]);
  }
  return [...moves].flatMap(([of, all]) =>
    all.length >= RE_DATED_TIMES ? [{ kind: 're-dated' as const, of, moves: all }] : [],
  );
}

/** A date that there was and that is another one now; a first date is no change of it. */
function dateMove(
  detail: HistoryEntry['detail'],
): { readonly itemRef: string | null; readonly from: string; readonly to: string } | null {
  if (detail?.of !== 'item' && detail?.of !== 'objective') return null;
  if (!detail.before) return null;
  if (detail.of === 'item' && detail.after.kind !== 'milestone' && detail.after.kind !== 'action')
    return null;
  const from = dateText(detail.before);
  const to = dateText(detail.after);
  if (from === null || to === null || from === to) return null;
  return { itemRef: detail.of === 'item' ? detail.ref : null, from, to };
}

function dateText(facts: { readonly due?: unknown }): string | null {
  const { due } = facts;
  return typeof due === 'object' && due !== null && 'text' in due ? String(due.text) : null;
}

function sameNote(facts: WatermelonFacts): Signal[] {
  const forums = new Set(facts.cycles.map(({ forumName }) => forumName));
  const found = [...forums].flatMap((forum) => sameNoteOf(forum, facts));
  // Several forums that are told the same are one sign.
  return found.slice(0, 1);
}

function sameNoteOf(forum: string, facts: WatermelonFacts): Signal[] {
  const cycles = facts.cycles.filter(({ forumName }) => forumName === forum);
  const ratings = ratingsOf(facts);
  const returns = cycles.map((cycle, index) => {
    const from = countsAsReturnFrom(cycle);
    const next = cycles[index + 1];
    const until = next && countsAsReturnFrom(next);
    return ratings.findLast(({ at }) => !isBefore(at, from) && (!until || isBefore(at, until)));
  });
  // The cycle that is asked for now may not have its return yet.
  if (returns.at(-1) === undefined) returns.pop();
  const last = returns.at(-1);
  if (!last || last.note === null) return [];
  const note = plain(last.note);
  const first = returns.findLastIndex((one) => one?.note == null || plain(one.note) !== note);
  const same = returns.slice(first + 1).flatMap((one) => (one ? [one.on] : []));
  return same.length >= SAME_NOTE_CYCLES ? [{ kind: 'same-note', note: last.note, on: same }] : [];
}

type Rated = {
  readonly at: Temporal.Instant;
  readonly on: Day;
  readonly rag: Rag | null;
  readonly note: string | null;
};

/** The delivery ratings that hold, oldest first, each with the reason that stood for it then. */
function ratingsOf({ history, timeZone }: WatermelonFacts): Rated[] {
  let before: { rag: Rag | null; note: string | null } = { rag: null, note: null };
  return standingRatings(history.filter(isRating)).map(({ at, toRag: rag, note: said }) => {
    // The reason belongs to the rating: only another one, or new words, put an end to it.
    const note = said ?? (rag === before.rag ? before.note : null);
    before = { rag, note };
    return { at, on: localDate(at, timeZone), rag, note };
  });
}

function plain(note: string): string {
  return note
    .toLowerCase()
    .replace(/[\s.!]+/g, ' ')
    .trim();
}
