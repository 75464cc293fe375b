// Why the counts of the themes may be more together than the plan has.
import type { Objective } from '../../../plan/objectives/domain/objective.ts';

/** `2 objectives are in more than one theme; each theme counts them.` Empty: none is. */
export function overlapText(objectives: readonly Pick<Objective, 'themes'>[]): string {
  const count = objectives.filter(({ themes }) => themes.length > 1).length;
  if (count === 0) return '';
  return count === 1
    ? '1 objective is in more than one theme or workstream; each of them counts it.'
    : `${count} objectives are in more than one theme or workstream; each of them counts them.`;
}
