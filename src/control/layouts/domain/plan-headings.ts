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

/** What is known of a heading whose column is not taken. */
export type LeftOutMeaning =
  | 'not-understood'
  | 'earlier-rating'
  | 'monitoring'
  | 'ended-on'
  | 'two-meanings';

/** Why a column is not taken. `second`: there are two for one field; `superseded`: the other one is of a later month. */
export type LeftOutReason =
  | {
      readonly why: LeftOutMeaning | 'no-heading';
    }
  | { readonly why: 'second' | 'superseded' | 'which-is-latest'; readonly field: PlanField };

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
  title: 'Objective, Aim, Recommendation, Area requiring improvement, What do we want to achieve',
  action: 'Action, Task, Activity, Deliverable, What will we do',
  milestone: 'Milestone; it belongs to the action in its row',
  owner: 'Lead, Owner, Responsible, SRO',
  deputy: 'Deputy',
  start: 'Start, Start date; of an action',
  due: 'Due, End, Finish, Revised, Target date, By when',
  'original-due': 'Original date, Baseline date; End, where there is Revised as well',
  measure: 'Success measure, KPI, How will we know',
  'impact-milestone': 'Impact milestone; a success measure of its own',
  'impact-3': '3 months, Impact at 3 months; a success measure of its own',
  'impact-6': '6 months, Impact at 6 months; a success measure of its own',
  'impact-12': '12 months, Impact at 12 months; a success measure of its own',
  rag: 'RAG, BRAG, Status, Rating, Progress RAG; of several months the latest',
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
  'ended-on': 'Completed, Actual date',
  'two-meanings': 'Outcome, Date, Target, Baseline, What',
} as const satisfies Partial<Record<LeftOutMeaning, string>>;

export type Meaning = PlanField | LeftOutMeaning;

/** In order: the first pattern that fits a heading decides. What could be two things is not guessed at. */
const patterns: readonly (readonly [RegExp, Meaning])[] = [
  [
    /^(?:the )?(?:(?:action|objective|item|plan|pap|project|recommendation|line) )?(?:refs?|reference|nos?|number|id)(?: no| number)?$/,
    'ref',
  ],
  [/^(?:new|must|should|category|type|cost|budget|resources?|funding)\b/, 'not-understood'],
  [
    /\b(?:last|previous|prior)\b.*\b(?:b?rag|status|rating)$|\bb?rag\b.*\b(?:last|previous|prior)\b/,
    'earlier-rating',
  ],
  [/\bimpact\b.*\b(?:b?rag|rating)\b/, 'impact'],
  [/^risks?\b(?! (?:id|ref|no))|^(?:challenges?|issues?)\b(?! (?:id|ref|no))/, 'risk'],
  [
    /\bb?rag\b|^(?:(?:current|overall|action|delivery) )?(?:status|rating)(?: rating)?$|^progress rating$|^delivery confidence$/,
    'rag',
  ],
  [/\bimpact milestones?\b.*\b\d+ (?:and )?\d+\b/, 'impact-milestone'],
  [impactAt('3|three'), 'impact-3'],
  [impactAt('6|six'), 'impact-6'],
  [impactAt('12|twelve'), 'impact-12'],
  [/\bimpact milestones?\b/, 'impact-milestone'],
  [
    /^(?:date )?completed?(?: on| date)?$|^actual\b|\bactual (?:end|finish|completion)\b|^date (?:closed|achieved)$|^(?:closed|achieved)(?: on)?$/,
    'ended-on',
  ],
  [
    /^(?:outcomes?|results?|targets?|baselines?|date|what|who|priority|theme|impact target)$/,
    'two-meanings',
  ],
  [/^start(?:s|ing)?(?: date| on)?$|\bstart date$|^planned start$/, 'start'],
  [
    /^(?:original|baseline)(?: (?:due|end|target|completion|finish|planned))* (?:date|deadline|timescale)$|^original(?: due| deadline| end| timescale)?$/,
    'original-due',
  ],
  [
    /\bsuccess\b|^(?:key )?measures?\b|\bmeasures?$|^kpis?$|how will we know|how we will know|what will be different/,
    'measure',
  ],
  [/^(?!progress\b|updates?\b).*\bmonitor(?:ing|ed)?\b/, 'monitoring'],
  [
    /^(?:revised|new|current|agreed|planned|proposed|target|forecast|due|expected)(?: (?:due|end|target|completion|finish|planned|revised))* (?:date|deadline|timescale)s?$|^(?:due|date due|revised|revised due|deadline|by when|timescales?|timeframe|timeline|end|finish|finish date|when|end date|to be completed by|due by|complete by|(?:target |planned |expected )?completion(?: date)?|date for completion|delivery date|when by)$|\b(?:by when|due date|end date|target date|completion date|deadline)\b/,
    'due',
  ],
  [/\b(?:progress|updates?|commentary|comments?|narrative)\b/, 'progress'],
  [/\bdeputy\b/, 'deputy'],
  [
    /\b(?:lead|leads|led by|owners?|responsible|responsibility|sro|accountable)\b|^(?:by whom|assigned to|officer|who is responsible|who will do (?:it|this))$/,
    'owner',
  ],
  [/\bevidence\b/, 'evidence'],
  [/\bevaluation\b|^(?:the )?impact(?: so far)?$/, 'evaluation'],
  [/^(?:priority|improvement) area$|^area$|^area of (?:focus|work)$/, 'area'],
  [
    /^(?!.*\b(?:dates?|status|met|achieved|objectives?|outcomes?|actions?|tasks?|activity|activities|steps?|ref|no)\b).*\bmilestones?\b/,
    'milestone',
  ],
  [
    /^(?:(?:strategic|priority|our|key|smart|high level|improvement|the) )?objectives?(?: description| title)?$|^(?:our )?aims?$|^title$|^areas? (?:requiring|for|of) (?:improvement|development)\b|^recommendations?$|^objectives? (?:and|or) |^projects?$|^description of (?:the )?objective$|^what (?:do we|we|are we|we are) (?:want|trying|aiming|hoping) to (?:achieve|change|improve)$/,
    'title',
  ],
  [
    /^(?!.*\b(?:who|date|dates|completed|taken|by)\b).*\b(?:actions?|tasks?|activity|activities|steps?)\b|^deliverables?$|^what (?:will (?:we|be) (?:do|done)|we will do|needs? to (?:be done|happen)|are we going to do|we are going to do)$/,
    'action',
  ],
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
  const words = plainHeading(heading);
  // How much of something is done is no date and no rating.
  if (/%|\bper ?cent/i.test(heading)) return 'not-understood';
  if (words === '' || words.length > 80) return heading.trim() === '#' ? 'ref' : 'not-understood';
  return patterns.find(([pattern]) => pattern.test(words))?.[1] ?? 'not-understood';
}

/** What two ways of writing a heading share: lower-case words. */
export function plainHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’']s\b/g, 's')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

export function isField(meaning: string): meaning is PlanField {
  return Object.hasOwn(planFieldNames, meaning);
}
