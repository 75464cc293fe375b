// A place of the plan in words.
import { capital } from '../../../core/message/domain/text-ends.ts';
import { type Place, placeNames } from '../domain/place.ts';

/** `Project Early Years`, `Theme 1 Right Support, Right Time`, `2B:2 Named workers`. */
export function placeText({ kind, ref, name }: Place): string {
  switch (kind) {
    case 'objective':
      return `${ref} ${name}`;
    case 'kpi':
      return `KPI ${ref} ${name}`;
    case 'kpi-table':
    case 'plan':
      return name;
    case 'theme':
    case 'priority':
    case 'priority-area':
      return capital(`${placeNames[kind]} ${ref} ${name}`);
    case 'area':
    case 'strength':
      return capital(`${placeNames[kind]} ${ref}: ${name}`);
    case 'term':
      return `${ref}: ${name}`;
    case 'note':
      return `Note on ${ref} ${name}`;
    case 'project':
    case 'workstream':
    case 'forum':
    case 'meeting':
    case 'organisation':
    case 'statement':
    case 'voice':
    case 'document':
      return capital(`${placeNames[kind]}: ${name}`);
    default:
      return `${ref} ${placeNames[kind]} ${name}`;
  }
}
