// Why something of a file is not taken, in words that say what to do about it.
import type { LeftOut } from '../../layouts/domain/left-out.ts';
import type { ImportProblem } from '../../layouts/domain/plan-columns.ts';
import { planFieldNames } from '../../layouts/domain/plan-headings.ts';

/** Why something of a file was not taken, and what mends it. */
export const problemReasons: Readonly<Record<ImportProblem['why'], string>> = {
  formula: 'a formula; formulas are not worked out. Paste it as a value',
  'error-value': 'an error value such as #REF!',
  'too-long': 'longer than fits',
  struck: 'struck through, so it does not count',
  'struck-row': 'the whole row is struck through and was passed over',
  'example-row': 'an example, not a row of the plan',
  'tracked-change':
    'a change here was not accepted yet; it is read as if it were. Accept or reject it in Word first',
  picture: 'only a picture stands here; pictures are not read. Write the word instead',
  'inner-table': 'a table stands within this cell; it is read as a table of its own',
  'no-plan':
    'no headings of a plan. One row needs a heading such as Objective or Action, and one such as Ref, Lead or Due',
  'risk-register':
    'a register of risks, so no objectives are made of it. A risk belongs to an objective: add it with “admin change <ref> add risk …”',
  'issue-log':
    'a log of issues, not a plan. What needs doing belongs to an objective: “admin change <ref> add action …”',
  'assumption-log': 'a log of assumptions; the plan has no place for them',
  'dependency-log': 'a log of dependencies; the plan has no place for them',
  'decision-log':
    'a log of decisions, not a plan. A decision that an objective waits for: “decide <ref> …”',
  'self-evaluation':
    'a self-evaluation: what is done well is no objective. Put what you need to do next into a table with Ref, Action, Lead and Due',
  'kpi-table': 'a table of KPIs. Send the file with the words “kpi import”',
  'meeting-calendar':
    'a calendar of meetings. Plan each with “admin cycle”; its deadlines follow from the forum’s rules',
  'highlight-report':
    'a highlight report, which is written about a plan. Import the plan itself; “highlight” writes the report',
  'own-export':
    'a table of “admin export”. The whole plan goes back in with the .json file of the same export',
  'people-list': 'a list of people; nobody is added by a plan. “admin people” adds them',
  'set-up-sheet':
    'a sheet of the set-up workbook. To load it, send the whole workbook with all its sheets',
  legend: 'a key or a legend, not a plan',
  notes: 'notes or a list in one column, not a plan',
  'action-log':
    'an action log of meetings, it seems. Its actions are shown as objectives below; drop the import if they do not belong in the plan',
  'heads-nothing': 'no row of the plan stands under this heading',
  'no-reference':
    'a row without a reference. Give it one, or put its words into the row that it belongs to',
  'bad-reference':
    'not a reference. One is short and has a number or a letter: 1.2, PA1.2a, Action 4. Put one into each row',
  'numbers-given':
    'its rows have no references, so each gets the next number, or that of the objective with the same title',
  'numbered-afresh': 'the same number stands under several areas, so the area goes before it',
  'revised-unknown': 'no revised date is said, so the original one stands',
  'bad-date': 'not a date that can be read. Write one such as 31 March 2025 or March 2025',
  'no-date-yet': 'no due date is set',
  'bad-rating':
    'not a rating for certain, so it is kept as published and not counted. Write Red, Amber, Green or Blue',
  'two-ratings':
    'more than one rating, so it is kept as published and not counted. Leave the one that holds now',
  'colour-alone':
    'a colour without a word, and what it means is not said; its note is kept as published. Say above what the colour means, or write the rating into the cell',
  'colour-differs':
    'its words and its colour say different things, so the words are kept as published and not counted. Say above what the colour means, or write the rating into the cell',
  'not-on-the-plan':
    'not a person on the plan, so nobody is put down. The words are kept with an objective, not with an action. Say once whom they mean: “admin import lead <number> <words> is <name>”. “admin people” adds people',
  'said-twice': 'a second, different entry for the same thing; the first one counts',
  'no-title': 'a new entry without a title',
  'no-rating': 'progress without a rating beside it',
  'no-impact-rating': 'an evaluation without an impact rating beside it',
  'note-as-published':
    'no rating that counts stands beside this note, so it is kept as published. It is no return',
  'note-cut':
    'longer than a note can be. It is kept up to these words; shorten it in the file to keep another part',
  'notes-joined': 'put below what the rows above say of the same objective, as one note',
  'worst-of-actions':
    'the objective has no rating of its own, so it gets the worst of its actions. Rate it anew with “update” if that is wrong',
  'no-home': 'an action has no field for this',
  'start-of-objective': 'the plan keeps a start date for an action, not for an objective',
  'milestone-of-objective': 'a milestone belongs to an action, and none stands in this row',
  'milestone-without-action':
    'a milestone of an action that is neither in the plan nor in the file. Give the action a row of its own, with its reference and its words',
  closed: 'this objective is closed, so nothing of it is changed',
  'own-deputy': 'nobody is the deputy of what they own',
  'blue-needs-evidence':
    'blue needs evidence that families feel it, or a waiver: the rating that counts stays as it is, and this one is kept as published. Record the evidence with “evidence <ref> …”',
  'original-stays': 'a file does not change the original date of what is in the plan',
  'owner-stays': 'a file does not change who has an action that is there already',
  'area-stays': 'a file moves no objective to another area',
  'area-name-stays': 'the area keeps the name that it has in the plan',
  'bad-words': 'characters that cannot be shown, or a call to a whole channel',
  'certain-personal': 'personal data; it was left out and not kept',
  'likely-personal':
    'could this tell which child is meant? It is imported unless you change the file',
};

/** Why a column is not taken. */
export const leftOutReasons: Readonly<
  Record<Exclude<LeftOut['why'], 'second' | 'superseded' | 'which-is-latest'>, string>
> = {
  'not-understood': 'not understood. Say above what it is, if it belongs in the plan',
  'two-meanings': 'could mean several things. Say above which',
  'ended-on': 'when it ended; the plan notes that when an action is recorded as done',
  'earlier-rating': 'an earlier rating; the history is not written afterwards',
  monitoring: 'the plan has no place for how something is monitored',
  'no-heading': 'no heading over it',
  above: 'above the headings',
};

/** Why a column or what stands above the headings is not taken. */
export function leftOutReason(one: LeftOut): string {
  if (one.why === 'second') return `another column has the ${planFieldNames[one.field]}`;
  if (one.why === 'superseded') return `another column has a later ${planFieldNames[one.field]}`;
  if (one.why === 'which-is-latest')
    return `several columns have the ${planFieldNames[one.field]}, and which is the latest is not said. Leave one, or name its month and year`;
  return leftOutReasons[one.why];
}
