// Where something that was looked for stands, and the line that shows it whole.

/** What a place is, as the answer calls it. */
export const placeNames = {
  objective: 'objective',
  action: 'action',
  milestone: 'milestone',
  measure: 'success measure',
  risk: 'risk',
  evidence: 'evidence',
  decision: 'decision',
  coproduction: 'co-production',
  recovery: 'recovery action',
  challenge: 'challenge',
  note: 'note',
  kpi: 'KPI',
  'kpi-table': 'KPI table',
  theme: 'theme',
  workstream: 'workstream',
  project: 'project',
  statement: 'statement',
  voice: 'voice',
  priority: 'strategic priority',
  area: 'development area',
  strength: 'strength',
  term: 'abbreviation',
  forum: 'forum',
  meeting: 'meeting',
  organisation: 'organisation',
  document: 'document',
  'priority-area': 'priority area',
  plan: 'the plan',
} as const;

export type PlaceKind = keyof typeof placeNames;

export type Place = {
  readonly kind: PlaceKind;
  /** What names it in a line: an objective's reference, a KPI's number, a project's key. */
  readonly ref: string;
  /** What people call it. */
  readonly name: string;
};

/** The line that shows the place. */
export function lineTo({ kind, ref }: Place): string {
  switch (kind) {
    case 'objective':
      return `show ${ref}`;
    case 'note':
      return `show ${ref} history`;
    case 'kpi':
      return `kpi show ${ref}`;
    case 'kpi-table':
      return `kpi ${ref} table`;
    case 'statement':
      return `show statements ${ref}`;
    case 'voice':
      return 'show voices';
    case 'plan':
      return 'show plan';
    case 'document':
      return 'show documents';
    case 'meeting':
      return `show forum ${ref}`;
    case 'priority-area':
      return `show priority area ${ref}`;
    case 'theme':
    case 'workstream':
    case 'project':
    case 'priority':
    case 'area':
    case 'strength':
    case 'term':
    case 'forum':
    case 'organisation':
      return `show ${kind} ${ref}`;
    default:
      // A part stands on its objective's card.
      return `show ${ref} all`;
  }
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
