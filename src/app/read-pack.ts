// Everything that a board pack says, read from the record in one transaction.
import { Temporal } from 'temporal-polyfill';
import { type Cycle, isBefore } from '../domain/cycle.ts';
import type { HistoryEntry } from '../domain/history-entry.ts';
import type { Objective } from '../domain/objective.ts';
import { ratingThen } from '../domain/rating-then.ts';
import { localInstant } from '../domain/working-days.ts';
import type { PackFacts, PackObjective, PackSince } from '../messages/pack-facts.ts';
import type { CommandContext } from './command.ts';
import { readPackExtras } from './pack-extras.ts';
import type { PackView } from './pack-ports.ts';
import type { ForumView, MeetingView } from './plan-control-ports.ts';
import { cycleOf } from './plan-meetings.ts';
import type { Repositories } from './ports.ts';

export type PackOf = {
  readonly forum: ForumView;
  readonly meeting: MeetingView;
  readonly number: number;
  readonly version: number;
};

type Place = Pick<CommandContext, 'partnership' | 'actor' | 'now' | 'today'>;

/** How far back the ratings of meetings are looked up. */
const LOOK_BACK_DAYS = 366;
const MOST_CHANGES = 1_000;
const BEGINNING = Temporal.Instant.fromEpochMilliseconds(0);

/** The facts of the pack. */
export async function readPack(
  { forum, meeting, number, version }: PackOf,
  repositories: Repositories,
  { partnership, actor, now, today }: Place,
): Promise<PackFacts> {
  const { timeZone } = partnership;
  const earlier = await earlierMeetings(forum, meeting, repositories, today);
  const since = sinceOf(earlier, await repositories.packs.list(), timeZone);
  const all = await repositories.objectives.list(today);
  const objectives = all.filter(
    ({ status, closedOn }) =>
      status === 'open' ||
      (since !== null && closedOn !== null && isBefore(since.at, endOf(closedOn, timeZone))),
  );
  const ids = objectives.map(({ id }) => id);
  const first = [since?.at, ...earlier.map(({ heldOn }) => endOf(heldOn, timeZone))]
    .filter((one) => one !== undefined)
    .sort((one, other) => one.epochMilliseconds - other.epochMilliseconds)[0];
  const entries = await entriesAfter(ids, first ?? null, repositories);
  const recent = since ? entries.filter(({ at }) => !isBefore(at, since.at)) : entries;
  const decided = await repositories.changes.listDecided(MOST_CHANGES);
  return {
    ...{
      partnership: partnership.name,
      forum: forum.name,
      meeting,
      number,
      version,
      timeZone,
      today,
    },
    madeBy: `${actor.name}, ${actor.organisation}`,
    asAt: now,
    hasExamples: partnership.hasExamples,
    since,
    objectives: await packObjectives(
      objectives,
      recent,
      await cycleOf(forum, meeting, repositories, partnership),
      repositories,
    ),
    themes: await packThemes(repositories),
    ratings: [
      ...earlier.map(({ heldOn }) => {
        const end = endOf(heldOn, timeZone);
        const later = entries.filter(({ at }) => !isBefore(at, end));
        return { label: shortDay(heldOn), counts: countRatings(objectives, later) };
      }),
      { label: 'now', counts: countRatings(objectives, []) },
    ].filter(({ counts }) => Object.values(counts).some((count) => count > 0)),
    openChanges: await repositories.changes.listOpen(),
    decidedChanges: decided
      .filter(({ decidedAt }) => decidedAt && !(since && isBefore(decidedAt, since.at)))
      .toReversed(),
    entries: recent,
    ...(await readPackExtras(objectives, repositories, { now, today, timeZone })),
  };
}

/** The forum's meetings before this one, the earliest first. */
async function earlierMeetings(
  forum: ForumView,
  meeting: MeetingView,
  { meetings }: Repositories,
  today: Temporal.PlainDate,
): Promise<MeetingView[]> {
  const list = await meetings.listFrom(today.subtract({ days: LOOK_BACK_DAYS }), today);
  return list.filter(
    ({ forumId, heldOn }) =>
      forumId === forum.id && heldOn.until(meeting.heldOn).days > 0 && heldOn.until(today).days > 0,
  );
}

/** The last pack of an earlier meeting, or else the last meeting. */
function sinceOf(
  earlier: readonly MeetingView[],
  packs: readonly PackView[],
  timeZone: string,
): PackSince | null {
  for (const { id, title, heldOn } of earlier.toReversed()) {
    const pack = packs.find(({ meetingId }) => meetingId === id);
    if (pack) return { at: pack.madeAt, pack, meeting: { title, heldOn } };
  }
  const last = earlier.at(-1);
  return last ? { at: endOf(last.heldOn, timeZone), pack: null, meeting: last } : null;
}

function endOf(day: Temporal.PlainDate, timeZone: string): Temporal.Instant {
  return localInstant(day.add({ days: 1 }), '00:00', timeZone);
}

/** What was recorded at the very moment came after it, as in a digest: the demonstration's clock stands still. */
async function entriesAfter(
  ids: readonly string[],
  after: Temporal.Instant | null,
  { history }: Repositories,
): Promise<HistoryEntry[]> {
  const moment = after?.subtract({ milliseconds: 1 }) ?? BEGINNING;
  return (await history.listAfter(ids, moment)).toReversed();
}

async function packObjectives(
  objectives: readonly Objective[],
  recent: readonly HistoryEntry[],
  cycle: Cycle | null,
  repositories: Repositories,
): Promise<PackObjective[]> {
  const ids = objectives.map(({ id }) => id);
  const items = await repositories.items.list({ objectiveIds: ids });
  const last = await repositories.objectives.lastUpdates(ids);
  const waiting = new Set(
    cycle === null
      ? []
      : (await repositories.cycles.outstanding(cycle)).map(({ objectiveId }) => objectiveId),
  );
  const packed: PackObjective[] = [];
  for (const objective of objectives) {
    const { id, rag } = objective;
    packed.push({
      objective,
      ratingThen: ratingThen(rag, ofObjective(recent, id)),
      last: last.get(id) ?? null,
      noReturn: waiting.has(id),
      items: items.filter(({ objectiveId }) => objectiveId === id),
      sources: await repositories.objectives.sources(id),
    });
  }
  return packed;
}

async function packThemes({ kpis }: Repositories): Promise<PackFacts['themes']> {
  const themes: PackFacts['themes'][number][] = [];
  for (const theme of await kpis.themes())
    themes.push({ ...theme, kpis: await kpis.table(theme.id) });
  return themes;
}

function countRatings(
  objectives: readonly Objective[],
  later: readonly HistoryEntry[],
): PackFacts['ratings'][number]['counts'] {
  const counts = { red: 0, amber: 0, green: 0, blue: 0, none: 0 };
  for (const { id, rag } of objectives) {
    const then = ratingThen(rag, ofObjective(later, id));
    if (then !== undefined) counts[then ?? 'none']++;
  }
  return counts;
}

function ofObjective(entries: readonly HistoryEntry[], id: string): HistoryEntry[] {
  return entries.filter(({ objectiveId }) => objectiveId === id);
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function shortDay({ day, month, year }: Temporal.PlainDate): string {
  return `${day} ${months[month - 1]} ${year}`;
}
