// Where something that was looked for stands, and the line that shows it whole.

/** What a place is. */
export const placeKinds = [
  'action',
  'milestone',
  'measure',
  'risk',
  'evidence',
  'decision',
  'coproduction',
  'recovery',
  'challenge',
  'objective',
  'note',
  'kpi',
  'kpi-table',
  'theme',
  'workstream',
  'project',
  'statement',
  'voice',
  'priority',
  'area',
  'strength',
  'term',
  'forum',
  'meeting',
  'organisation',
  'document',
  'priority-area',
  'plan',
] as const;

export type PlaceKind = (typeof placeKinds)[number];

export type Place = {
  readonly kind: PlaceKind;
  /** What names it in a line: an objective's reference, a KPI's number, a project's key. */
  readonly ref: string;
  /** What people call it. */
  readonly name: string;
};

/** Lines that show a place, by its kind; what is not here is a part, which stands on its objective's card. */
const lines: Partial<Record<PlaceKind, (ref: string) => string>> = {
  objective: (ref) => `show ${ref}`,
  note: (ref) => `show ${ref} history`,
  kpi: (ref) => `kpi show ${ref}`,
  'kpi-table': (ref) => `kpi ${ref} table`,
  statement: (ref) => `show statements ${ref}`,
  voice: () => 'show voices',
  plan: () => 'show plan',
  document: () => 'show documents',
  meeting: (ref) => `show forum ${ref}`,
  'priority-area': (ref) => `show priority area ${ref}`,
  ...Object.fromEntries(
    (
      [
        ...(['theme', 'workstream', 'project', 'priority', 'area', 'strength'] as const),
        ...(['term', 'forum', 'organisation'] as const),
      ] satisfies readonly PlaceKind[]
    ).map((kind) => [kind, (ref: string) => `show ${kind} ${ref}`]),
  ),
};

/** The line that shows the place. */
export function lineTo({ kind, ref }: Pick<Place, 'kind' | 'ref'>): string {
  return lines[kind]?.(ref) ?? `show ${ref} all`;
}

/** What has a page of its own that is no objective. */
export const pageKinds = [
  ...([
    'theme',
    'workstream',
    'project',
    'statement',
    'voice',
    'priority',
    'area',
    'strength',
  ] as const),
  ...(['term', 'forum', 'organisation', 'document', 'priority-area', 'plan'] as const),
] satisfies readonly PlaceKind[];

export type PageKind = (typeof pageKinds)[number];
