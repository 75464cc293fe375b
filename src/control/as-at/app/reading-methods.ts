// What a record as at a date answers. A method that is not named here is refused, so that one which is added is closed
// until somebody says that it only reads, and that what it reads is of the moment and not of today.
import type { PartnershipRecord, Repositories } from '../../../core/request/app/ports.ts';

/** Reports have versions and months of their own, and the families' page is of today: they have nothing here. */
const reads: {
  readonly [R in keyof Repositories]?: readonly (keyof Repositories[R])[];
} = {
  people: ['findActorByEmail', 'details', 'list', 'listByRole'],
  objectives: [
    ...(['findByKey', 'findByKeys', 'find', 'listNames', 'list', 'history'] as const),
    ...(['ratingStories', 'updatesSince', 'links', 'linkables', 'ownersOfItems'] as const),
    'sources',
  ],
  items: ['list', 'find', 'ownersOf'],
  history: ['list', 'listAfter'],
  audit: ['list', 'authorsOf'],
  changes: ['find', 'listOpen', 'listDecided'],
  planVersions: ['list', 'content', 'readNow'],
  ragWordings: ['list'],
  meetings: ['forums', 'listFrom'],
  channelBindings: ['list'],
  imports: ['list', 'find'],
  archive: ['isEmpty'],
  cycles: ['listFrom', 'outstanding'],
  calendars: ['ofPartnership', 'ofPeople'],
  kpis: ['themes', 'table'],
  kpiFigures: ['list', 'statements'],
  requests: ['wasAnswered'],
  absences: ['list', 'onDay', 'find'],
  handovers: ['listOpen', 'find'],
  linkRequests: ['listOpen', 'find'],
  peopleAdmin: ['list', 'organisations'],
  preferences: ['get'],
  digestChoices: ['list'],
};

/** The repositories with every method that may write, or that only knows today, in place of a refusal. */
export function onlyReading(
  repositories: Repositories,
  refuse: () => Promise<never>,
): PartnershipRecord {
  const closed = Object.entries(repositories).map(([name, repository]) => {
    const answered: readonly string[] = reads[name as keyof Repositories] ?? [];
    const methods = Object.entries(repository).map(([method, run]) => [
      method,
      answered.includes(method) ? run : refuse,
    ]);
    return [name, Object.fromEntries(methods)];
  });
  return {
    ...Object.fromEntries(closed),
    ...{ transaction: refuse, earlier: refuse, keptSince: refuse },
  };
}
