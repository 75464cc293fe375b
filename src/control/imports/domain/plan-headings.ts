// The headings under which published improvement plans keep their facts, by synonym.

export type PlanField =
  | 'ref'
  | 'title'
  | 'action'
  | 'milestone'
  | 'owner'
  | 'deputy'
  | 'start'
  | 'due'
  | 'original-due'
  | 'measure'
  | 'impact-milestone'
  | 'impact-3'
  | 'impact-6'
  | 'impact-12'
  | 'rag'
  | 'impact'
  | 'progress'
  | 'evaluation'
  | 'evidence'
  | 'risk'
  | 'area';

/** Why a column is not taken. `second`: there are two for one field. */
export type LeftOutReason =
  | { readonly why: 'not-understood' | 'earlier-rating' | 'monitoring' | 'no-heading' }
  | { readonly why: 'second'; readonly field: PlanField };

/** What each field is called where its cells are shown. */
export const planFieldNames: Readonly<Record<PlanField, string>> = {
  ref: 'reference',
  title: 'title',
  action: 'action',
  milestone: 'milestone',
  owner: 'owner',
  deputy: 'deputy',
  start: 'start date',
  due: 'due date',
  'original-due': 'original date',
  measure: 'success measure',
  'impact-milestone': 'impact milestone',
  'impact-3': 'impact at 3 months',
  'impact-6': 'impact at 6 months',
  'impact-12': 'impact at 12 months',
  rag: 'rating',
  impact: 'impact rating',
  progress: 'progress',
  evaluation: 'evaluation',
  evidence: 'evidence',
  risk: 'risk',
  area: 'area',
};

/** Headings that are understood, for people to read. */
export const planHeadingExamples: Readonly<Record<PlanField, string>> = {
  ref: 'Ref, No, ID, Action ref',
  title: 'Objective, Outcome, What',
  action: 'Action, Task, Activity',
  milestone: 'Milestone; it belongs to the action in its row',
  owner: 'Lead, Owner, Responsible, SRO',
  deputy: 'Deputy',
  start: 'Start, Start date; of an action',
  due: 'Due, End, Revised, Target date, By when',
  'original-due': 'Original date; End, where there is Revised as well',
  measure: 'Success measure, KPI, How will we know',
  'impact-milestone': 'Impact milestone; a success measure of its own',
  'impact-3': '3 months, Impact at 3 months; a success measure of its own',
  'impact-6': '6 months, Impact at 6 months; a success measure of its own',
  'impact-12': '12 months, Impact at 12 months; a success measure of its own',
  rag: 'RAG, BRAG, Status, Rating, Progress RAG',
  impact: 'Impact RAG, Impact rating',
  progress: 'Progress, Update, Commentary; the note of the rating beside it',
  evaluation: 'Evaluation, Impact; the note of the impact rating beside it',
  evidence: 'Evidence',
  risk: 'Risk, Challenge, Issue',
  area: 'Area, Priority area',
};

/** Headings that are known and not taken, for people to read. */
export const leftOutHeadingExamples = {
  'earlier-rating': 'RAG last period, Previous RAG',
  monitoring: 'Monitoring',
} as const satisfies Partial<Record<LeftOutReason['why'], string>>;

type Meaning = PlanField | keyof typeof leftOutHeadingExamples | 'not-understood';

/** In order: the first pattern that fits a heading decides. */
const patterns: readonly (readonly [RegExp, Meaning])[] = [
  [
    /^(?:the )?(?:(?:action|objective|item|plan|pap) )?(?:refs?|reference|nos?|number|id)(?: no| number)?$/,
    'ref',
  ],
  [
    /\b(?:last|previous|prior)\b.*\bb?rag\b|\bb?rag\b.*\b(?:last|previous|prior)\b|^(?:last|previous|prior) (?:status|rating)$/,
    'earlier-rating',
  ],
  [/\bimpact\b.*\b(?:b?rag|rating)\b/, 'impact'],
  [/^risks?\b|^(?:challenges?|issues?)\b/, 'risk'],
  [/\bb?rag\b|^(?:status|rating|progress rating|delivery rating|current status)$/, 'rag'],
  [/\bimpact milestones?\b.*\b\d+ (?:and )?\d+\b/, 'impact-milestone'],
  [impactAt('3|three'), 'impact-3'],
  [impactAt('6|six'), 'impact-6'],
  [impactAt('12|twelve'), 'impact-12'],
  [/\bimpact milestones?\b/, 'impact-milestone'],
  [/^start\b|\bstart date$/, 'start'],
  [/\b(?:original|baseline)\b/, 'original-due'],
  [/\bsuccess\b|\bmeasures?\b|\bkpis?\b|how will we know|what will be different/, 'measure'],
  [/\bmonitor(?:ing|ed)?\b/, 'monitoring'],
  [
    /\b(?:revised|due|target date|deadline|by when|completion|timescale|end date)\b|^(?:end|when|date)$/,
    'due',
  ],
  [/\bdeputy\b/, 'deputy'],
  [/\b(?:lead|leads|owners?|responsible|sro|accountable|who)\b/, 'owner'],
  [/\bevidence\b/, 'evidence'],
  [/\b(?:progress|updates?|commentary|comments|narrative)\b/, 'progress'],
  [/\bevaluation\b|^(?:the )?impact\b/, 'evaluation'],
  [/^(?:priority )?area$/, 'area'],
  [
    /^(?!.*\b(?:dates?|status|met|achieved|objectives?|outcomes?|actions?|tasks?|activity|activities|steps?)\b).*\bmilestones?\b/,
    'milestone',
  ],
  [/\b(?:objectives?|outcomes?|what|aim)\b|^(?:description|title)$/, 'title'],
  [/\b(?:actions?|tasks?|activity|activities|steps?)\b/, 'action'],
];

/** `6 months`, `Impact at 6 months`, `6-month impact milestone`, `Milestone (month 6)`. */
function impactAt(months: string): RegExp {
  return new RegExp(
    `^(?:(?:at|by|after|within|in) )?(?:${months}) months?$|` +
      `^(?=.*\\b(?:impact|milestones?)\\b).*\\b(?:(?:${months}) months?|months? (?:${months}))\\b`,
  );
}

/** What a heading is over: a field, or why its column is not taken. */
export function meaningOfHeading(heading: string): Meaning {
  const words = heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  if (words === '' || words.length > 60) return 'not-understood';
  return patterns.find(([pattern]) => pattern.test(words))?.[1] ?? 'not-understood';
}

function isField(meaning: Meaning): meaning is PlanField {
  return meaning in planFieldNames;
}

/** What the columns of a table hold, by column counted from 0. */
export type Headings = {
  readonly fields: ReadonlyMap<number, PlanField>;
  /** The columns with a heading that are not taken. */
  readonly leftOut: ReadonlyMap<number, LeftOutReason>;
};

/**
 * Reads a row of headings; null when it is none: it needs a reference and something else. Of two columns
 * for one field the first counts, but a revised date goes before an end date.
 */
export function headingsOf(cells: readonly (string | null)[]): Headings | null {
  const fields = new Map<number, PlanField>();
  const columnOf = new Map<PlanField, number>();
  const leftOut = new Map<number, LeftOutReason>();
  const give = (column: number, field: PlanField) => {
    if (columnOf.has(field)) {
      fields.delete(column);
      leftOut.set(column, { why: 'second', field });
      return;
    }
    columnOf.set(field, column);
    fields.set(column, field);
  };
  const isRevised = (column: number) => /revised|current/i.test(cells[column] ?? '');
  cells.forEach((cell, column) => {
    const meaning = cell === null ? null : meaningOfHeading(cell);
    if (meaning === null) return;
    const due = columnOf.get('due');
    if (!isField(meaning)) leftOut.set(column, { why: meaning });
    else if (meaning !== 'due' || due === undefined) give(column, meaning);
    else if (isRevised(column)) {
      columnOf.set('due', column);
      fields.set(column, 'due');
      give(due, 'original-due');
    } else give(column, isRevised(due) ? 'original-due' : 'due');
  });
  const action = columnOf.get('action');
  if (!columnOf.has('title') && action !== undefined) fields.set(action, 'title');
  return columnOf.has('ref') && fields.size >= 2 ? { fields, leftOut } : null;
}
