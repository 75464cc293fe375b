// What the record's seal covers: every table that a board relies on, with the columns that count, in the order in
// which they are sealed. What is named here never changes, or seals in minutes could not be checked any more: a later
// column or table belongs to a second edition of the seal.

export type SealedTable = {
  readonly table: string;
  /** In the order of the table. Ids of rows are no content: another record gives them other ids. */
  readonly columns: readonly string[];
  /** Rows that are left out because a job may make them at any time; SQL over the table as `t`. */
  readonly where?: string;
};

const due = ['due_text', 'due_precision', 'due_last_day'];
const originalDue = due.map((column) => `original_${column}`);

/** The first edition. */
export const sealedTables: readonly SealedTable[] = [
  of('plan_version', 'number label status content published_at published_by_id example'),
  of('rag_wording', 'plan_version_id rating rag wording example'),
  of('priority_area', 'plan_version_id ref name note example'),
  of('theme', 'key kind number name in_short scope outcome example'),
  of('project', 'theme_id key name example'),
  of(
    'objective',
    `plan_version_id area_id ref title ${[...due, ...originalDue].join(' ')} success_measure rag impact_rag status closed_on version example`,
  ),
  of('objective_theme', 'objective_id theme_id example'),
  of('objective_link', 'objective_id project_id priority_id self_evaluation_item_id example'),
  // Decisions, recovery actions, challenges and evidence are parts of an objective.
  of(
    'plan_item',
    `objective_id parent_id kind ref title status ${[...due, ...originalDue].join(' ')} detail version added_at example`,
  ),
  of(
    'change_request',
    'number objective_id kind proposal reason state proposed_by_id proposed_at decided_by_id decided_at decision_note plan_version_id',
  ),
  of('forum', 'key name kind summary collects_returns recurrence chase_rules example'),
  of('forum_deadline', 'forum_id kind days unit time'),
  // A meeting that stands where its forum's rule put it follows from the rule.
  of(
    'meeting',
    'forum_id held_on title recurs_on called_off_at example',
    't.recurs_on IS DISTINCT FROM t.held_on OR t.called_off_at IS NOT NULL',
  ),
  // What was done by hand: opened, frozen, minutes agreed. All else of a cycle follows from its meeting.
  of(
    'governance_cycle',
    'plan_version_id meeting_id opened_at frozen_at minuted_at',
    't.opened_at IS NOT NULL OR t.frozen_at IS NOT NULL OR t.minuted_at IS NOT NULL',
  ),
  of('kpi_table', 'theme_id title name_header baseline_header performance_header direction_header'),
  of('footnote', 'table_id marker text place'),
  of('kpi', 'theme_id number name published_direction polarity owner_id example'),
  of('footnote_mark', 'footnote_id kpi_id'),
  of('kpi_observation', 'kpi_id column raw ordinal recorded_at period person_id'),
  of('kpi_polarity_choice', 'kpi_id ordinal polarity person_id reason chosen_at'),
  of(
    'kpi_target',
    'kpi_id ordinal sense raw tolerance due_text due_on proposed_by_id proposed_at agreed_by_id agreed_at meeting_id signed_off_by_id signed_off_at',
  ),
  of('kpi_comment', 'kpi_id ordinal person_id words at'),
  of(
    'highlight_report',
    'theme_id month version words content begun_by_id begun_at approved_by_id approved_at',
  ),
  of('board_pack', 'number meeting_id version content made_by_id made_at'),
  of('voice', 'ordinal role about summary figures publishable example'),
  of(
    'family_item',
    'number objective_id kpi_id voice_id words agreed_by_id agreed_at withdrawn_by_id withdrawn_at',
  ),
  of('glossary_term', 'term meaning plain'),
];

/** Columns of sealed tables that do not count, because another that does says the same. */
export const columnsLeftOut: Readonly<Record<string, readonly string[]>> = {
  objective: ['ref_key'],
  // The page of a pack says in words how it rated each objective; what is kept beside it names rows by their ids.
  board_pack: ['ratings'],
};

/** Every other table with a partnership, and why it is not sealed. */
export const notSealed: Readonly<Record<string, string>> = {
  ...each('the history’s own seal covers it', [
    ...['objective_entry', 'entry_words', 'assignment', 'return_request'],
  ]),
  ...each('it has no seal of its own: it grows with every export and import', [
    ...['audit_event', 'row_change', 'plan_import', 'erasure', 'retention_rule', 'retention_hold'],
  ]),
  ...each('documents stand beside the plan', [
    ...['source_document', 'source_reference', 'plan_statement', 'strategic_priority'],
    ...['self_evaluation_item', 'self_evaluation_priority'],
  ]),
  ...each('who people are and what they do when', [
    ...[
      'organisation',
      'person',
      'person_name',
      'role_grant',
      'handover',
      'absence',
      'snooze',
      'link_request',
    ],
    ...['digest_choice', 'closure_day', 'work_calendar', 'work_period'],
  ]),
  ...each('how people are reached, and what was sent', [
    ...['workspace', 'platform_account', 'channel_binding', 'conversation_reference'],
    ...[
      'allowed_organisation',
      'account_search',
      'calendar_feed',
      'web_link',
      'web_session',
      'notification',
      'job_run',
      'answered_request',
      'demo_clock',
    ],
  ]),
  ...each('made from the pack; an export does not hold it', ['board_pack_file']),
  ...each('each record counts its own changes', ['plan_stamp']),
};

function of(table: string, columns: string, where?: string): SealedTable {
  return { table, columns: columns.split(' '), ...(where && { where }) };
}

function each(why: string, tables: readonly string[]): Record<string, string> {
  return Object.fromEntries(tables.map((table) => [table, why]));
}
