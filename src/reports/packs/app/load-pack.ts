// Everything that a board pack says, read from the record in one transaction.
import { Temporal } from 'temporal-polyfill';
import { localInstant } from '../../../core/dates/domain/working-days.ts';
import type { Given } from '../../../core/request/app/command.ts';
import type { Reads, Uses } from '../../../core/request/app/ports.ts';
import { type Cycle, isBefore } from '../../../cycle/cycles/domain/cycle.ts';
import type { ForumView, MeetingView } from '../../../cycle/meetings/app/meeting-ports.ts';
import { cycleOf } from '../../../cycle/meetings/app/plan-meetings.ts';
import { fadeRatings } from '../../../cycle/ratings/app/fade-ratings.ts';
import { ratingNews } from '../../../cycle/ratings/domain/rating-news.ts';
import { type HistoryEntry, isRating } from '../../../plan/history/domain/history-entry.ts';
import { allObjectives } from '../../../plan/objectives/app/all-objectives.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import { arrivalRatings, packRatings } from '../domain/pack-ratings.ts';
import type { PackFacts, PackObjective, PackSince } from '../messages/pack-facts.ts';
import { loadPastRatings } from './load-pack-ratings.ts';
import { loadPackExtras } from './pack-extras.ts';
import type { PackView } from './pack-ports.ts';

export type PackOf = {
  readonly forum: ForumView;
  readonly meeting: MeetingView;
  readonly number: number;
  readonly version: number;
};

type Place = Given<'actor' | 'partnership' | 'now' | 'today'>;

/** How far back meetings are looked up. */
const LOOK_BACK_DAYS = 366;
const MOST_CHANGES = 1_000;
const BEGINNING = Temporal.Instant.fromEpochMilliseconds(0);

type LoadPackNeeds = Reads<
  | 'calendars'
  | 'changes'
  | 'cycles'
  | 'history'
  | 'items'
  | 'kpiFigures'
  | 'kpis'
  | 'meetings'
  | 'objectives'
> &
  Uses<'highlights' | 'packs'>;

/** The facts of the pack. */
export async function loadPack(
  { forum, meeting, number, version }: PackOf,
  repositories: LoadPackNeeds,
  { partnership, actor, now, today }: Place,
): Promise<PackFacts> {
  const { timeZone } = partnership;
  const earlier = await earlierMeetings(forum, meeting, repositories, today);
  const packs = earlierPacks(meeting, await repositories.packs.list(), today);
  const [last] = packs;
  const since = sinceOf(earlier, last, timeZone);
  const all = await allObjectives(repositories, null, today);
  const entries = (
    await repositories.history.listAfter(
      all.map(({ id }) => id),
      BEGINNING,
    )
  ).toReversed();
  const listed = all.filter(
    ({ status, closedOn }) =>
      status === 'open' ||
      (since !== null && closedOn !== null && isBefore(since.at, endOf(closedOn, timeZone))),
  );
  const objectives = await fadeRatings(listed, repositories, now);
  const ids = new Set(objectives.map(({ id }) => id));
  const recent = entries.filter(
    ({ objectiveId, at }) => ids.has(objectiveId) && !(since && isBefore(at, since.at)),
  );
  const past = await loadPast(earlier, packs, all, entries, repositories, timeZone);
  const decided = await repositories.changes.listDecided(MOST_CHANGES);
  return {
    ...{ partnership: partnership.name, forum: forum.name, meeting, number, version },
    ...{ timeZone, today },
    madeBy: `${actor.name}, ${actor.organisation}`,
    asAt: now,
    hasExamples: partnership.hasExamples,
    since,
    objectives: await packObjectives(
      objectives,
      { before: past.before, recent },
      await cycleOf(forum, meeting, repositories, partnership),
      repositories,
    ),
    themes: await packThemes(repositories),
    ratings: [...past.columns, { label: 'now', counts: packRatings(objectives).counts }]
      .filter(({ counts }) => counts.all > 0)
      .map(({ label, counts: { all: _, ...counts } }) => ({ label, counts })),
    openChanges: await repositories.changes.listOpen(),
    decidedChanges: decided
      .filter(({ decidedAt }) => decidedAt && !(since && isBefore(decidedAt, since.at)))
      .toReversed(),
    entries: recent,
    ...(await loadPackExtras(repositories, { now, today, timeZone })),
  };
}

/** What earlier packs and meetings said: how an objective was rated then, and how many of each rating there were. */
async function loadPast(
  earlier: readonly MeetingView[],
  packs: readonly PackView[],
  all: readonly Objective[],
  entries: readonly HistoryEntry[],
  repositories: Reads<'cycles'>,
  timeZone: string,
) {
  const [last] = packs;
  const columns = earlier.map(({ id, heldOn }) => ({
    label: shortDay(heldOn),
    pack: packs.find(({ meetingId }) => meetingId === id),
    end: endOf(heldOn, timeZone),
  }));
  const past = await loadPastRatings(
    all,
    entries,
    {
      packs: packs.filter((pack) => pack === last || columns.some((one) => one.pack === pack)),
      moments: columns.flatMap(({ pack, end }) => (pack ? [] : [end])),
    },
    repositories,
    timeZone,
  );
  return {
    columns: columns.map(({ label, pack, end }) => ({
      label,
      counts: pack ? past.counts(pack) : past.countsBefore(end),
    })),
    before: (objective: Objective) =>
      last ? past.said(last, objective.id) : past.start(objective),
  };
}

/** The forum's meetings before this one, the earliest first. */
async function earlierMeetings(
  forum: ForumView,
  meeting: MeetingView,
  { meetings }: Reads<'meetings'>,
  today: Temporal.PlainDate,
): Promise<MeetingView[]> {
  const list = await meetings.listFrom(today.subtract({ days: LOOK_BACK_DAYS }), today);
  return list.filter(
    ({ forumId, heldOn }) =>
      forumId === forum.id && heldOn.until(meeting.heldOn).days > 0 && heldOn.until(today).days > 0,
  );
}

/** The packs of the forum's earlier meetings, each meeting's latest version, the latest meeting first. */
function earlierPacks(
  { forumId, heldOn }: MeetingView,
  packs: readonly PackView[],
  today: Temporal.PlainDate,
): PackView[] {
  const seen = new Set<string>();
  return packs
    .filter(
      (pack) =>
        pack.forumId === forumId &&
        pack.heldOn.until(heldOn).days > 0 &&
        pack.heldOn.until(today).days > 0,
    )
    .filter(({ meetingId }) => !seen.has(meetingId) && seen.add(meetingId))
    .sort((one, other) => Temporal.PlainDate.compare(other.heldOn, one.heldOn));
}

/** The last pack of an earlier meeting, or else the last meeting. */
function sinceOf(
  earlier: readonly MeetingView[],
  pack: PackView | undefined,
  timeZone: string,
): PackSince | null {
  if (pack)
    return { at: pack.madeAt, pack, meeting: { title: pack.meetingTitle, heldOn: pack.heldOn } };
  const last = earlier.at(-1);
  return last ? { at: endOf(last.heldOn, timeZone), pack: null, meeting: last } : null;
}

function endOf(day: Temporal.PlainDate, timeZone: string): Temporal.Instant {
  return localInstant(day.add({ days: 1 }), '00:00', timeZone);
}

async function packObjectives(
  objectives: readonly Objective[],
  {
    before,
    recent,
  }: {
    readonly before: (objective: Objective) => PackObjective['before'];
    readonly recent: readonly HistoryEntry[];
  },
  cycle: Cycle | null,
  repositories: Reads<'cycles' | 'items' | 'objectives'>,
): Promise<PackObjective[]> {
  const ids = objectives.map(({ id }) => id);
  const items = await repositories.items.list({ objectiveIds: ids });
  const stories = await repositories.objectives.ratingStories(ids);
  const waiting = new Set(
    cycle === null
      ? []
      : (await repositories.cycles.outstanding(cycle)).map(({ objectiveId }) => objectiveId),
  );
  const packed: PackObjective[] = [];
  for (const objective of objectives) {
    const { id } = objective;
    const own = recent.filter((entry) => entry.objectiveId === id);
    const start = new Set<HistoryEntry>(arrivalRatings(own));
    packed.push({
      objective,
      before: before(objective),
      story: stories.get(id) ?? null,
      news: ratingNews(own.filter(isRating).filter((entry) => !start.has(entry))),
      noReturn: waiting.has(id),
      items: items.filter(({ objectiveId }) => objectiveId === id),
      sources: await repositories.objectives.sources(id),
    });
  }
  return packed;
}

async function packThemes({ kpis }: Reads<'kpis'>): Promise<PackFacts['themes']> {
  const themes: PackFacts['themes'][number][] = [];
  for (const theme of await kpis.themes())
    themes.push({ ...theme, kpis: await kpis.table(theme.id) });
  return themes;
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function shortDay({ day, month, year }: Temporal.PlainDate): string {
  return `${day} ${months[month - 1]} ${year}`;
}
