// The headings under which published improvement plans keep their facts, by synonym.

export type PlanField =
  | 'ref'
  | 'title'
  | 'action'
  | 'owner'
  | 'deputy'
  | 'due'
  | 'original-due'
  | 'measure'
  | 'rag'
  | 'impact'
  | 'progress'
  | 'evidence'
  | 'risk'
  | 'area';

/** What each field is called where its cells are shown. */
export const planFieldNames: Readonly<Record<PlanField, string>> = {
  ref: 'reference',
  title: 'title',
  action: 'action',
  owner: 'owner',
  deputy: 'deputy',
  due: 'due date',
  'original-due': 'original date',
  measure: 'success measure',
  rag: 'rating',
  impact: 'impact rating',
  progress: 'progress',
  evidence: 'evidence',
  risk: 'risk',
  area: 'area',
};

/** Headings that are understood, for people to read. */
export const planHeadingExamples: Readonly<Record<PlanField, string>> = {
  ref: 'Ref, No, ID, Action ref',
  title: 'Objective, Outcome, What',
  action: 'Action, Task, Activity',
  owner: 'Lead, Owner, Responsible, SRO',
  deputy: 'Deputy',
  due: 'Due, End, Revised, Target date, By when',
  'original-due': 'Original date; End, where there is Revised as well',
  measure: 'Success measure, KPI, How will we know',
  rag: 'RAG, BRAG, Status, Rating, Progress RAG',
  impact: 'Impact RAG, Impact rating',
  progress: 'Progress, Update, Commentary',
  evidence: 'Evidence',
  risk: 'Risk, Challenge, Issue',
  area: 'Area, Priority area',
};

/** In order: the first pattern that fits a heading decides. Null: known, and not taken. */
const patterns: readonly (readonly [RegExp, PlanField | null])[] = [
  [
    /^(?:the )?(?:(?:action|objective|item|plan|pap) )?(?:refs?|reference|nos?|number|id)(?: no| number)?$/,
    'ref',
  ],
  [/\b(?:last|previous|prior)\b.*\bb?rag\b|\bb?rag\b.*\b(?:last|previous|prior)\b/, null],
  [/\bimpact\b.*\b(?:b?rag|rating)\b/, 'impact'],
  [/^risks?\b|^(?:challenges?|issues?)\b/, 'risk'],
  [/\bb?rag\b|^(?:status|rating|progress rating|delivery rating|current status)$/, 'rag'],
  [/^start\b|\bstart date$/, null],
  [/\b(?:original|baseline)\b/, 'original-due'],
  [/\bsuccess\b|\bmeasures?\b|\bkpis?\b|how will we know|what will be different/, 'measure'],
  [
    /\b(?:revised|due|target date|deadline|by when|completion|timescale|end date)\b|^(?:end|when|date)$/,
    'due',
  ],
  [/\bdeputy\b/, 'deputy'],
  [/\b(?:lead|leads|owners?|responsible|sro|accountable|who)\b/, 'owner'],
  [/\bevidence\b/, 'evidence'],
  [/\b(?:progress|updates?|commentary|comments|narrative)\b/, 'progress'],
  [/^(?:priority )?area$/, 'area'],
  [/\b(?:objectives?|outcomes?|what|aim)\b|^(?:description|title)$/, 'title'],
  [/\b(?:actions?|tasks?|activity|activities|steps?)\b/, 'action'],
];

/** The field that a heading names; null where it names none that is taken. */
export function fieldOfHeading(heading: string): PlanField | null {
  const words = heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  if (words === '' || words.length > 60) return null;
  return patterns.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/**
 * The fields of a row of headings by column, or null when the row is none: it needs a reference and
 * something else. Of two columns for one field the first counts, but a revised date goes before an end date.
 */
export function headingsOf(cells: readonly (string | null)[]): Map<number, PlanField> | null {
  const fields = new Map<number, PlanField>();
  const columnOf = new Map<PlanField, number>();
  cells.forEach((cell, column) => {
    const field = cell === null ? null : fieldOfHeading(cell);
    if (field === null) return;
    const earlier = columnOf.get(field);
    if (earlier === undefined) {
      columnOf.set(field, column);
      fields.set(column, field);
    } else if (field === 'due' && /revised|current/i.test(cell ?? '')) {
      fields.set(earlier, 'original-due');
      fields.set(column, 'due');
      columnOf.set('due', column);
    } else if (field === 'due' && /revised|current/i.test(cells[earlier] ?? '')) {
      fields.set(column, 'original-due');
    }
  });
  if (!columnOf.has('title') && columnOf.has('action'))
    fields.set(columnOf.get('action') ?? -1, 'title');
  return columnOf.has('ref') && fields.size >= 2 ? fields : null;
}
