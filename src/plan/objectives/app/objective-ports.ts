// What the application asks of the record about objectives and their ratings.

import type { Temporal } from 'temporal-polyfill';
import type { RatingKind } from '../../../core/message/domain/rag.ts';
import type { Objective, ObjectiveLink, StatusEntry } from '../domain/objective.ts';
import type { Linkable } from '../domain/objective-link.ts';
import type { ObjectiveName, PlanRefs } from '../domain/plan-refs.ts';
import type { RatingStory } from '../domain/rating-story.ts';

/** One update as a digest or a repeat's receipt tells it. */
export type RecordedUpdate = StatusEntry & {
  readonly id: string;
  readonly objectiveId: string;
  readonly ref: string;
  /** Null: it came with the plan's documents. */
  readonly authorId: string | null;
};

export interface ObjectiveReads {
  /** What the current plan version calls its objectives, as it is now: a line is read by it. */
  refs(): Promise<PlanRefs>;
  find(id: string, today: Temporal.PlainDate): Promise<Objective | null>;
  listNames(): Promise<ObjectiveName[]>;
  list(
    today: Temporal.PlainDate,
    filter?: {
      readonly personId?: string;
      readonly themeId?: string;
      readonly ids?: readonly string[];
    },
  ): Promise<Objective[]>;
  /** Newest first; with `until`, only what had been recorded before it. */
  history(objectiveId: string, limit: number, until?: Temporal.Instant): Promise<StatusEntry[]>;
  /**
   * Since when each has the rating that it has, why, and who confirmed it last; of how the work goes unless impact is
   * asked for. What has no rating is not in it.
   * @param of with `until`, as it was when only what is not later had been recorded
   */
  ratingStories(
    objectiveIds: readonly string[],
    of?: { readonly rating?: RatingKind; readonly until?: Temporal.Instant },
  ): Promise<Map<string, RatingStory>>;
  /**
   * What was recorded since an instant for a theme, as objectives are placed now, for these objectives, or (null) for
   * the whole plan; oldest first. The plan's published ratings are not changes.
   */
  updatesSince(
    of: string | readonly string[] | null,
    since: Temporal.Instant,
    until: Temporal.Instant,
  ): Promise<RecordedUpdate[]>;
  /** What the objective serves: projects first, then strategic priorities and self-evaluation items. */
  links(objectiveId: string): Promise<readonly ObjectiveLink[]>;
  /** By action or milestone of the objectives, who answers for it on the day, e.g. `Sam Taylor, NHS`. */
  ownersOfItems(
    objectiveIds: readonly string[],
    today: Temporal.PlainDate,
  ): Promise<ReadonlyMap<string, string>>;
  /** Where the objective's facts stand in the partnership's documents. */
  sources(
    objectiveId: string,
  ): Promise<readonly { readonly document: string; readonly line: number }[]>;
}

/** Of what holds now; nobody asks for it as at a date. */
export interface ObjectiveReadsNow {
  /** Everything that an objective can be linked to: themes, projects, priorities, self-evaluation items. */
  linkables(): Promise<readonly Linkable[]>;
  findUpdateByRequest(requestId: string): Promise<RecordedUpdate | null>;
  /** The latest entry that nothing took back or amended, of an objective, a person or both; null: none. */
  findInEffect(which: {
    readonly objectiveId?: string;
    readonly authorId?: string;
    readonly rating?: RatingKind;
  }): Promise<RecordedUpdate | null>;
}

/** What is written of an objective belongs to higher rooms, which add it here. */
export interface ObjectiveRepository extends ObjectiveReads, ObjectiveReadsNow {}

declare module '../../../core/request/app/ports.ts' {
  interface ReadingPorts {
    readonly objectives: ObjectiveReads;
  }
  interface Repositories {
    readonly objectives: ObjectiveRepository;
  }
}

/** Who did it, when, and the request by which a repeat is known. */
export type Authorship = {
  readonly authorId: string | null;
  readonly requestId: string;
  readonly at: Temporal.Instant;
  /** The reason, where one was given. */
  readonly note?: string | null;
};
