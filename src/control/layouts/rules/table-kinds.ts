// Tables that are no plan, known by their headings: a register, a log, a calendar, figures, a list. They are named and sent where
// they belong; nothing of them is taken for an objective.
import { plainHeading } from '../domain/plan-headings.ts';

export type TableKind =
  | 'risk-register'
  | 'issue-log'
  | 'assumption-log'
  | 'dependency-log'
  | 'decision-log'
  | 'self-evaluation'
  | 'kpi-table'
  | 'meeting-calendar'
  | 'highlight-report'
  | 'own-export'
  | 'people-list'
  | 'set-up-sheet'
  | 'legend'
  | 'notes';

type Has = (pattern: RegExp) => boolean;

/** What the headings of a plan never lack is not asked for here: each kind is known by what only it has. */
const KINDS: readonly (readonly [TableKind, (has: Has) => boolean])[] = [
  ['own-export', (has) => has(/^(?:plan version|partnership|objective|area|person) id$/)],
  [
    'self-evaluation',
    (has) =>
      has(/\bwhat we do well\b|\bworking well\b|\bgoing well\b|^(?:our )?strengths?$/) &&
      has(/\bnext\b|\bdevelop|\bimprove|\bjudgement\b|\bhow do we know\b|\bgrade\b/),
  ],
  [
    'risk-register',
    (has) =>
      has(/^risk (?:id|ref|no|number)\b/) ||
      (has(/\b(?:likelihood|probability)\b/) && has(/\brisk|\bimpact\b|\bmitigation|\bscore\b/)),
  ],
  [
    'assumption-log',
    (has) => has(/^assumptions?(?: description)?$/) && !has(/^(?:objectives?|actions?)$/),
  ],
  [
    'dependency-log',
    (has) => has(/^dependenc(?:y|ies)(?: description)?$/) && !has(/^(?:objectives?|actions?)$/),
  ],
  [
    'issue-log',
    (has) =>
      has(/^issue (?:id|ref|no|number)\b/) ||
      (has(/^issues?(?: description)?$/) &&
        has(/\braised\b|\bseverity\b|\bresolution\b/) &&
        !has(/^objectives?$/)),
  ],
  ['decision-log', (has) => has(/^decisions?(?: made| taken)?$/) && has(/\b(?:date|meeting)\b/)],
  [
    'highlight-report',
    (has) =>
      (has(/\bthis period\b/) && has(/\blast period\b/)) ||
      (has(/^baseline\b/) && has(/^forecast\b/) && has(/^actual\b/)),
  ],
  [
    'meeting-calendar',
    (has) =>
      has(
        /^(?:meeting|board|forum|committee|panel)(?: name| title)?$|^(?:date of )?meeting(?: date)?$/,
      ) &&
      has(/\bdate\b/) &&
      has(/\b(?:venue|location|time|agenda|papers?|reports?)\b/) &&
      !has(/\bactions?\b/),
  ],
  [
    'kpi-table',
    (has) =>
      has(
        /^(?:kpi|indicator|measure|metric|(?:key )?performance (?:indicator|measure)s?)(?: (?:name|description|no|ref|number))?$/,
      ) &&
      has(/\b(?:target|baseline|actual|outturn|performance|current|latest)\b|^q[1-4]\b/) &&
      !has(/\b(?:objectives?|actions?|due|deadline|by when)\b/),
  ],
  [
    'people-list',
    (has) =>
      (has(/^initials$/) && has(/\bname\b/)) ||
      (has(/^name$/) && has(/^e.?mail\b/) && has(/^organisation$/)),
  ],
  // The sheets of the workbook from which a partnership is set up.
  [
    'set-up-sheet',
    (has) =>
      has(/^what to type$/) ||
      (has(/^name$/) && has(/^short name$/)) ||
      (has(/^organisation$/) && has(/^kind$/)) ||
      (has(/^theme$/) && has(/^number$/) && has(/^outcome$/)) ||
      (has(/^person$/) && has(/^role$/)) ||
      (has(/^forum$/) && (has(/^collects returns$/) || (has(/^date$/) && has(/^title$/)))) ||
      (has(/^channel$/) && has(/^platform$/)),
  ],
];

/** The kind that a row of headings shows; null: none of these. */
export function kindOfHeadings(headings: readonly (string | null)[]): TableKind | null {
  const words = headings.map((heading) => plainHeading(heading?.replace(/_/g, ' ') ?? ''));
  const has: Has = (pattern) => words.some((one) => one !== '' && pattern.test(one));
  return KINDS.find(([, fits]) => fits(has))?.[0] ?? null;
}

/** Whether the actions are those of meetings: they are read as a plan's, and that is said. */
export function isActionLog(headings: readonly (string | null)[]): boolean {
  const words = headings.map((heading) => plainHeading(heading ?? ''));
  return (
    words.some((one) =>
      /^(?:meeting date|date of meeting|meeting|minute (?:ref|no)|date raised)$/.test(one),
    ) && words.some((one) => /\bactions?\b/.test(one))
  );
}
