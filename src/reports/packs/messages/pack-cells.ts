// What several parts of a board pack say in the same words.

import { type Rated, standingOf } from '../../../core/message/domain/standing.ts';
import { capital } from '../../../core/message/domain/text-ends.ts';
import { type Cell, withShapes } from '../../../core/message/messages/document.ts';
import { countsText, fadeWords } from '../../../core/message/messages/rag-text.ts';
import { sinceText } from '../../../plan/objectives/messages/rating-story.ts';
import type { PackFacts, PackObjective } from './pack-facts.ts';

/** A rating as it is counted. */
export function ratingCell({ rag, fade }: Rated): Cell {
  return rag !== null && fade ? { rating: null, words: fadeWords(rag, fade) } : { rating: rag };
}

/** The rating at the last pack, or the one that a first pack begins with. */
export function thenCell({ before }: PackObjective, { since }: PackFacts): Cell {
  if (before) return ratingCell(before);
  return since?.pack ? 'not in that pack' : 'added since';
}

/** Whether it counts as something else now, or was not there. */
export function isMoved({ objective, before }: PackObjective): boolean {
  if (!before) return true;
  // What was closed is asked for no more, so nothing confirms it and it does not fade.
  return objective.status === 'closed'
    ? before.rag !== objective.rag
    : standingOf(before) !== standingOf(objective);
}

/**
 * `▲ Red 1 · ◆ Amber 2 · ● Green 0 · ■ Blue 0 — of 3`, and what is listed and not counted: what was closed since is no part
 * of how the plan stands.
 */
export function packCounts(listed: readonly PackObjective[]): {
  readonly counts: string;
  readonly left: string;
} {
  const open = listed.map(({ objective }) => objective).filter(({ status }) => status === 'open');
  const closed = listed.length - open.length;
  return {
    counts: withShapes(countsText(open)),
    left:
      closed === 0
        ? ''
        : ` ${closed === 1 ? '1 more is listed that was closed since; it is' : `${closed} more are listed that were closed since; they are`} not counted.`,
  };
}

/** Who answers for it, without a name: a pack goes further than the plan's own people. */
export function organisationsText({ assignees }: PackObjective['objective']): string {
  const owners = assignees.filter(({ role }) => role === 'owner');
  const names = new Set(owners.map(({ organisation }) => organisation));
  return names.size > 0 ? [...names].join(', ') : 'nobody is named';
}

/** `Since Mon 3 June 2024: launch slipped by a month; confirmed …`, beside the rating itself; empty: it has none. */
export function whyText(
  { example }: PackObjective['objective'],
  story: PackObjective['story'],
  { timeZone }: Pick<PackFacts, 'timeZone'>,
): string {
  if (!story) return '';
  const words = sinceText(story, { example, timeZone, naming: 'organisations' });
  return capital(words);
}
