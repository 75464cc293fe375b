// The story of a rating in words, the same wherever a rating is shown with its reason:
// `🔶 Amber since Mon 3 June 2024: launch slipped by a month; confirmed Wed 10 July 2024 by …`. Whoever gave a rating that
// nobody has confirmed since is who stands for it.
import type { Temporal } from 'temporal-polyfill';
import { localDate } from '../../../core/dates/domain/working-days.ts';
import { dayText } from '../../../core/dates/messages/when.ts';
import type { Fade } from '../../../core/message/domain/standing.ts';
import { givenText, ratingText } from '../../../core/message/messages/rag-text.ts';
import type { StatusEntry } from '../domain/objective.ts';
import type { RatingStory } from '../domain/rating-story.ts';

/** What stands where nobody said why. */
export const NO_REASON = 'no reason is recorded';

export type StoryWords = {
  /** Whether the objective is fictional. */
  readonly example: boolean;
  readonly timeZone: string;
  /** How far the rating has faded; none where its colour counts. */
  readonly fade?: Fade | undefined;
  /** A pack goes further than the plan's own people: it names organisations only. */
  readonly naming?: 'people' | 'organisations';
};

/** With the rating before it. */
export function storyText(story: RatingStory, how: StoryWords): string {
  return `${ratingText({ rag: story.rag, ...(how.fade && { fade: how.fade }) })}${isPublished(story) ? ',' : ''} ${sinceText(story, how)}`;
}

/** Where the rating itself stands beside it: `since Mon 3 June 2024: …` or `as published: …`. */
export function sinceText(story: RatingStory, how: StoryWords): string {
  return `${startText(story, how)}: ${reasonText(story, how)}${confirmedText(story, how)}`;
}

function startText(story: RatingStory, how: StoryWords): string {
  const { since } = story;
  if (isPublished(story)) return givenText(how.example);
  const start = `since ${dayOf(startOf(story), how)}`;
  if (since.kind === 'board') return `${start}, ${boardText(since.meeting)}`;
  if (story.confirmed) return start;
  const by = [nameOf(since.author, how), since.late ? 'late' : ''].filter(Boolean).join(', ');
  return by ? `${start} (${by})` : start;
}

/** Words are of the day that the rating or its confirmation is of; of another, it is said. */
function reasonText(story: RatingStory, how: StoryWords): string {
  const { reason, confirmed } = story;
  if (!reason) return NO_REASON;
  const said = dayOf(reason.at, how);
  const shown = [startOf(story), ...(confirmed ? [confirmed.at] : [])].map((at) => dayOf(at, how));
  return shown.includes(said) || reason.by === null
    ? reason.words
    : `${reason.words} (said ${said})`;
}

function confirmedText({ confirmed }: RatingStory, how: StoryWords): string {
  if (!confirmed) return '';
  const by = nameOf(confirmed.author, how);
  return `; confirmed ${dayOf(confirmed.at, how)}${by ? ` by ${by}` : ''}${confirmed.late ? ', late' : ''}`;
}

/** A published rating that was put right since is nothing that was published. */
function isPublished({ rag, since }: RatingStory): boolean {
  return since.kind === 'published' && (since.amended === null || since.amended.said === rag);
}

/** When it was given: a published one of another colour, when it was put right. */
function startOf({ since }: RatingStory): Temporal.Instant {
  return since.kind === 'published' && since.amended ? since.amended.at : since.at;
}

function nameOf(author: StatusEntry['author'], { naming }: StoryWords): string {
  if (!author) return '';
  return naming === 'organisations'
    ? author.organisation
    : `${author.name}, ${author.organisation}`;
}

function dayOf(at: Temporal.Instant, { timeZone }: StoryWords): string {
  return dayText(localDate(at, timeZone));
}

/** `as SIAB board meeting of Wed 24 July 2024 decided`. */
export function boardText(meeting: StatusEntry['meeting']): string {
  return meeting
    ? `as ${meeting.title} of ${dayText(meeting.heldOn)} decided`
    : 'as the board decided';
}
