// What several tables of a board pack say in the same words.
import type { Cell } from './document.ts';
import type { PackFacts, PackObjective } from './pack-facts.ts';
import { sinceText } from './rating-story.ts';

/** The rating at the last pack. */
export function thenCell(rating: PackObjective['ratingThen']): Cell {
  return rating === undefined ? 'not in the record' : { rating };
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
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
