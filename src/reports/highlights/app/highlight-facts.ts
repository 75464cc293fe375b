// What the record says of a theme for its highlight report: of a month that is over, as it was when the month
// ended; else as it is now.

import { Temporal } from 'temporal-polyfill';
import type { FuzzyDate } from '../../../core/dates/domain/fuzzy-date.ts';
import { daysOfMonth, monthOf } from '../../../core/dates/domain/month.ts';
import { isWithin, localInstant } from '../../../core/dates/domain/working-days.ts';
import { ragOrder } from '../../../core/message/domain/rag.ts';
import { countRatings, isOrWas, standings } from '../../../core/message/domain/standing.ts';
import type { Given } from '../../../core/request/app/command.ts';
import type { Past, Reads, Uses } from '../../../core/request/app/ports.ts';
import type { ThemeView } from '../../../core/themes/app/theme-ports.ts';
import { cycleDeadlines, cyclePhase, isBefore } from '../../../cycle/cycles/domain/cycle.ts';
import { fadeRatings } from '../../../cycle/ratings/app/fade-ratings.ts';
import { ratingNews } from '../../../cycle/ratings/domain/rating-news.ts';
import { ratingNewsText } from '../../../cycle/ratings/messages/rating-news.ts';
import { type HistoryEntry, isRating } from '../../../plan/history/domain/history-entry.ts';
import { entryText } from '../../../plan/history/messages/history-text.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import { storyText } from '../../../plan/objectives/messages/rating-story.ts';
import { fullRef } from '../../../plan/plan-items/domain/item-ref.ts';
import { type ItemKind, isKind, type PlanItem } from '../../../plan/plan-items/domain/plan-item.ts';
import { workStatusWords } from '../../../plan/plan-items/domain/work-status.ts';
import { newestFigures } from '../../figures/messages/kpi-newest.ts';
import { loadKpis } from '../../kpis/app/kpi-readings.ts';
import type { DateFact, HighlightContent, HighlightFacts, PartFact } from '../domain/highlight.ts';

type Asking = Given<
  'partnership' | 'now' | 'today',
  Reads<'cycles' | 'history' | 'items' | 'kpiFigures' | 'kpis' | 'objectives' | 'people'> &
    Past<'cycles' | 'history' | 'items' | 'kpiFigures' | 'kpis' | 'objectives' | 'people'>
>;

/** Everything but the words of its co-chairs. */
export async function highlightFacts(
  theme: ThemeView,
  month: string,
  context: Asking,
): Promise<HighlightFacts> {
  const { timeZone } = context.partnership;
  const days = daysOfMonth(month);
  const end = localInstant(days.until.add({ days: 1 }), '00:00', timeZone).subtract({
    milliseconds: 1,
  });
  const isOver = isBefore(end, context.now);
  const now = isOver ? end : context.now;
  const today = isOver ? days.until : context.today;
  const record = isOver ? context.record.asAt(end) : context.record;
  const objectives = await fadeRatings(
    await record.objectives.list(today, { themeId: theme.id }),
    record,
    now,
  );
  const parts = await partsOf(objectives, record);
  const [coChairs, stories, kpis, readings, history, notReturned] = await Promise.all([
    record.people.listByRole('co-chair', theme.id, today),
    record.objectives.ratingStories(objectives.map(({ id }) => id)),
    record.kpis.table(theme.id),
    loadKpis(record, theme.id, { now, today }),
    historyOf(objectives, localInstant(days.from, '00:00', timeZone), timeZone, record),
    returnsMissing(objectives, { ...context, record, now }, days),
  ]);
  const next = daysOfMonth(monthOf(days.from, 1));
  return {
    theme: { kind: theme.kind, number: theme.number, name: theme.name },
    ...{ month, asOf: now.toString(), kpis, history, notReturned },
    newest: newestFigures(readings),
    coChairs: coChairs.map(({ name, organisation }) => `${name}, ${organisation}`),
    ratings: ratingsOf(objectives),
    concerns: (['red', 'amber'] as const).flatMap((rag) =>
      objectives
        .filter((one) => isOrWas(rag, one))
        .map(({ id, ref, title, example, fade }) => {
          const story = stories.get(id);
          return {
            ...{ ref, title, example, rag },
            ...(fade && { fade }),
            note: story?.reason?.words ?? null,
            ...(story && { story: storyText(story, { example, timeZone, fade }) }),
          };
        }),
    ),
    recovery: parts('recovery', 'open').map(({ fact, part }) => ({
      ...fact,
      who: part.detail.who,
    })),
    risks: parts('risk', 'open')
      .map(({ fact, part }) => ({
        ...fact,
        type: part.detail.type,
        score: part.detail.score,
        mitigation: part.detail.mitigation,
      }))
      .sort((one, other) => (other.score ?? 0) - (one.score ?? 0)),
    comingUp: [
      ...objectives.filter(({ rag }) => rag !== 'blue').map(ofObjective),
      ...parts('action').filter(isToDo).map(factOf),
      ...parts('milestone').filter(isToDo).map(factOf),
    ].filter(({ due }) => due && isWithin(Temporal.PlainDate.from(due.lastDay), next)),
    milestones: parts('milestone').map(({ fact, part }) => ({
      ...fact,
      originalDue: dateFact(part.originalDue),
      status: workStatusWords[part.status],
    })),
    decisions: parts('decision', 'needed').map(({ fact, part }) => ({
      ...fact,
      from: part.detail.from,
    })),
  };
}

function ratingsOf(objectives: readonly Objective[]): HighlightFacts['ratings'] {
  const counts = countRatings(objectives);
  return standings.map((standing) => ({
    rag: ragOrder.find((rag) => rag === standing) ?? null,
    standing,
    count: counts[standing],
  }));
}

export type ApprovedHighlight = {
  readonly content: HighlightContent;
  readonly by: string | null;
  readonly at: Temporal.Instant | null;
};

/** The latest version that was approved, exactly as it was then; null: none was. */
export async function approvedHighlight(
  { highlights }: Uses<'highlights'>,
  themeId: string,
  month: string,
): Promise<ApprovedHighlight | null> {
  const found = (await highlights.list({ themeId, month })).findLast(
    ({ content }) => content !== null,
  );
  return found?.content
    ? { content: found.content, by: found.approvedBy, at: found.approvedAt }
    : null;
}

type Part<K extends ItemKind> = {
  readonly fact: PartFact;
  readonly part: Extract<PlanItem, { kind: K }>;
};

/** The objectives' parts of a kind, in the order of the objectives. */
async function partsOf(
  objectives: readonly Objective[],
  { items }: Reads<'items'>,
): Promise<<K extends ItemKind>(kind: K, status?: string) => Part<K>[]> {
  const all = await items.list({ objectiveIds: objectives.map(({ id }) => id) });
  return <K extends ItemKind>(kind: K, status?: string) =>
    objectives.flatMap((objective) =>
      all
        .filter((part): part is Extract<PlanItem, { kind: K }> => isKind(part, kind))
        .filter((part) => part.objectiveId === objective.id)
        .filter((part) => status === undefined || part.status === status)
        .map((part) => ({ part, fact: partFact(objective, part) })),
    );
}

function partFact({ ref }: Objective, part: PlanItem): PartFact {
  return {
    ref: fullRef(ref, part),
    title: part.title,
    due: dateFact(part.due),
    example: part.example,
  };
}

function ofObjective({ ref, title, due, example }: Objective): PartFact {
  return { ref, title, due: dateFact(due), example };
}

function factOf({ fact }: { readonly fact: PartFact }): PartFact {
  return fact;
}

function isToDo({ part }: Part<'action'> | Part<'milestone'>): boolean {
  return part.status !== 'done' && part.status !== 'closed';
}

function dateFact(date: FuzzyDate | null): DateFact | null {
  return date && { text: date.text, lastDay: date.lastDay.toString() };
}

/** By objective, what people recorded since the month began and still counts; what the documents said is no progress. */
async function historyOf(
  objectives: readonly Objective[],
  from: Temporal.Instant,
  timeZone: string,
  { history }: Reads<'history'>,
): Promise<HighlightFacts['history']> {
  const ids = objectives.map(({ id }) => id);
  const all = (await history.listAfter(ids, from.subtract({ milliseconds: 1 }))).toReversed();
  return objectives.flatMap((objective) => {
    const own = all.filter(({ objectiveId }) => objectiveId === objective.id);
    const takenBack = (one: HistoryEntry) =>
      one.superseded || (one.detail?.of === 'item' && one.supersedesId !== null);
    const parts = own.filter((one) => one.author && !isRating(one) && !takenBack(one));
    const said = [
      ...ratingNews(own.filter(isRating)).map((news) => ratingNewsText(news, timeZone)),
      ...parts.map((entry) => entryText(entry, objective, timeZone)),
    ];
    return said.length > 0 ? [{ ref: objective.ref, words: said.join('; ') }] : [];
  });
}

async function returnsMissing(
  objectives: readonly Objective[],
  { record, now, today }: Given<'now' | 'today', Reads<'cycles'>>,
  days: ReturnType<typeof daysOfMonth>,
): Promise<HighlightFacts['notReturned']> {
  const cycles = (await record.cycles.listFrom(days.from, today)).filter(
    (cycle) =>
      isWithin(cycleDeadlines(cycle).returnsDueOn, days) && cyclePhase(cycle, now) !== 'planned',
  );
  return await Promise.all(
    cycles.map(async (cycle) => {
      const waiting = new Set(
        (await record.cycles.outstanding(cycle)).map(({ objectiveId }) => objectiveId),
      );
      return {
        meeting: cycle.meetingTitle,
        dueOn: cycleDeadlines(cycle).returnsDueOn.toString(),
        objectives: objectives
          .filter(({ id }) => waiting.has(id))
          .map(({ ref, title, example }) => ({ ref, title, example })),
      };
    }),
  );
}
