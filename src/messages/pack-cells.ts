// What several tables of a board pack say in the same words.
import type { Cell } from './document.ts';
import type { PackObjective } from './pack-facts.ts';

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
