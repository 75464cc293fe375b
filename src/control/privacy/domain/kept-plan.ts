// What is kept of the plan, of the board and of what was sent.
import { type KeptTable, kept } from './kept-data.ts';

const OFFICE = { seenBy: 'the programme office' } as const;
const INSIDE = { seenBy: 'operators', leaves: 'nowhere' } as const;

/** The plan and where it comes from. */
export const plan: readonly KeptTable[] = [
  kept('partnership', 'The partnership', {
    ...{ key: 'id', plan: 'name short_name' },
    fact: 'key time_zone heartbeat_time sending_paused_at switched_off_at example',
  }),
  kept('organisation', 'Organisations', {
    ...{ key: 'id partnership_id merged_into_id', plan: 'name', fact: 'key kind example' },
  }),
  kept('plan_version', 'Versions of the plan', {
    ...{ key: 'id partnership_id', person: 'published_by_id', plan: 'label', copy: 'content' },
    fact: 'number status published_at example',
  }),
  kept('rag_wording', 'What the colours mean', {
    ...{ key: 'id partnership_id plan_version_id', plan: 'wording', fact: 'rating rag example' },
  }),
  kept(
    'plan_stamp',
    'When the plan’s references changed last',
    { key: 'partnership_id', fact: 'moved_by' },
    INSIDE,
  ),
  kept('priority_area', 'Priority areas', {
    ...{ key: 'id partnership_id plan_version_id', plan: 'name note', fact: 'ref example' },
  }),
  kept('theme', 'Themes and workstreams', {
    ...{ key: 'id partnership_id', plan: 'name in_short scope outcome' },
    fact: 'key kind number example',
  }),
  kept('project', 'Projects', {
    ...{ key: 'id partnership_id theme_id', plan: 'name', fact: 'key example' },
  }),
  kept('objective', 'Objectives', {
    key: 'id partnership_id plan_version_id area_id',
    plan: 'title success_measure',
    fact: 'ref ref_key due_text due_precision due_last_day original_due_text original_due_precision original_due_last_day rag impact_rag status closed_on version example',
  }),
  kept('objective_theme', 'Which theme an objective is in', {
    ...{ key: 'partnership_id objective_id theme_id', fact: 'example' },
  }),
  kept('objective_link', 'What an objective serves', {
    key: 'id partnership_id objective_id project_id priority_id self_evaluation_item_id',
    fact: 'example',
  }),
  kept('source_document', 'Documents that the plan came from', {
    ...{ key: 'id partnership_id', plan: 'file title', fact: 'doc as_at' },
  }),
  kept('source_reference', 'Where a fact stands in a document', {
    ...{ key: 'id partnership_id document_id subject_id', plan: 'verbatim' },
    fact: 'line place field subject_type',
  }),
  kept(
    'plan_import',
    'Files that were read',
    {
      ...{ key: 'id partnership_id', person: 'read_by_id confirmed_by_id', plan: 'file_name' },
      ...{ copy: 'reading', digest: 'sha256', fact: 'number bytes state read_at confirmed_at' },
    },
    { ...OFFICE, leaves: 'nowhere' },
  ),
  kept('plan_statement', 'Statements of the documents, summarised', {
    ...{ key: 'id partnership_id theme_id project_id', plan: 'heading summary' },
    fact: 'list ordinal figures example',
  }),
  kept('voice', 'What families and practitioners said, by role', {
    ...{ key: 'id partnership_id', plan: 'role about summary' },
    fact: 'ordinal figures publishable example',
  }),
  kept('strategic_priority', 'Strategic priorities', {
    ...{ key: 'id partnership_id', plan: 'name', fact: 'number' },
  }),
  kept('self_evaluation_item', 'Development areas and strengths', {
    ...{ key: 'id partnership_id', plan: 'heading summary', fact: 'list letter' },
  }),
  kept('self_evaluation_priority', 'Which priority a self-evaluation item serves', {
    key: 'partnership_id item_id priority_id',
  }),
  kept('glossary_term', 'Abbreviations', {
    ...{ key: 'id partnership_id', plan: 'term meaning plain' },
  }),
];

/** Meetings, figures and papers. */
export const board: readonly KeptTable[] = [
  kept('forum', 'Boards and forums', {
    ...{ key: 'id partnership_id', plan: 'name summary' },
    fact: 'key kind collects_returns recurrence chase_rules example',
  }),
  kept('forum_deadline', 'What is due before a meeting', {
    ...{ key: 'id partnership_id forum_id', fact: 'kind days unit time' },
  }),
  kept('closure_day', 'Closure days', {
    ...{ key: 'id partnership_id organisation_id', plan: 'name', fact: 'day worked example' },
  }),
  kept('work_calendar', 'Term calendars', {
    ...{ key: 'id partnership_id', plan: 'name', fact: 'key example' },
  }),
  kept('work_period', 'Periods of a term calendar', {
    ...{ key: 'id partnership_id calendar_id', plan: 'name', fact: 'starts_on ends_on' },
  }),
  kept('meeting', 'Meetings', {
    ...{ key: 'id partnership_id forum_id', plan: 'title' },
    fact: 'held_on recurs_on called_off_at example',
  }),
  kept('governance_cycle', 'Cycles of returns', {
    ...{ key: 'id partnership_id plan_version_id meeting_id' },
    fact: 'opened_at frozen_at minuted_at',
  }),
  kept('return_request', 'Returns that were asked for', {
    key: 'id partnership_id cycle_id objective_id answered_by_id',
    fact: 'answered_at',
  }),
  kept('kpi_table', 'KPI tables as published', {
    key: 'id partnership_id theme_id',
    plan: 'title name_header baseline_header performance_header direction_header',
  }),
  kept('kpi', 'KPIs', {
    ...{ key: 'id partnership_id theme_id', person: 'owner_id', plan: 'name' },
    fact: 'number published_direction polarity example',
  }),
  kept('kpi_observation', 'KPI figures', {
    ...{ key: 'id partnership_id kpi_id', person: 'person_id' },
    fact: 'column raw ordinal recorded_at period',
  }),
  kept(
    'kpi_polarity_choice',
    'Whether a rise is good, and why',
    {
      ...{ key: 'id partnership_id kpi_id', person: 'person_id', words: 'reason' },
      fact: 'ordinal polarity chosen_at',
    },
    { by: { reason: 'person_id' } },
  ),
  kept('kpi_target', 'Targets', {
    ...{ key: 'id partnership_id kpi_id meeting_id' },
    person: 'proposed_by_id agreed_by_id signed_off_by_id',
    fact: 'ordinal sense raw tolerance due_text due_on proposed_at agreed_at signed_off_at',
  }),
  kept(
    'kpi_comment',
    'Why a KPI misses its target',
    { key: 'id partnership_id kpi_id', person: 'person_id', words: 'words', fact: 'ordinal at' },
    { by: { words: 'person_id' } },
  ),
  kept('footnote', 'Footnotes of KPI tables', {
    ...{ key: 'id partnership_id table_id', plan: 'text', fact: 'marker place' },
  }),
  kept('footnote_mark', 'Which KPI a footnote stands on', {
    key: 'partnership_id footnote_id kpi_id',
  }),
  kept('highlight_report', 'Highlight reports', {
    ...{ key: 'id partnership_id theme_id', person: 'begun_by_id approved_by_id' },
    ...{ copy: 'words content', fact: 'month version begun_at approved_at' },
  }),
  kept('board_pack', 'Packs of board meetings', {
    ...{ key: 'id partnership_id meeting_id', person: 'made_by_id', frozen: 'content ratings' },
    fact: 'number version made_at',
  }),
  kept(
    'board_pack_file',
    'Packs as they were handed out',
    { key: 'id partnership_id pack_id', frozen: 'bytes', digest: 'sha256', fact: 'format' },
    { leaves: 'chat' },
  ),
  kept('family_item', 'What families are told', {
    ...{ key: 'id partnership_id objective_id kpi_id voice_id', plan: 'words' },
    ...{ person: 'agreed_by_id withdrawn_by_id', fact: 'number agreed_at withdrawn_at' },
  }),
];

/** Where messages go, and the bot's own bookkeeping. */
export const delivery: readonly KeptTable[] = [
  kept(
    'workspace',
    'Workspaces and tenants that speak for the partnership',
    { key: 'id partnership_id', fact: 'platform tenant_id' },
    { ...OFFICE, leaves: 'nowhere' },
  ),
  kept(
    'channel_binding',
    'Channels that are posted to',
    {
      ...{ key: 'id partnership_id theme_id', plan: 'name' },
      fact: 'platform tenant_id channel_id purpose always_post digest_on digest_weekday digest_time active unreachable_since unreachable_code example',
    },
    { ...OFFICE, leaves: 'nowhere' },
  ),
  kept(
    'notification',
    'What was told to whom',
    {
      ...{ key: 'id partnership_id channel_binding_id', person: 'person_id' },
      ...{ copy: 'payload route', log: 'last_error' },
      fact: 'seq kind dedupe_key state attempts created_at state_since finished_at attempted_at sent_via external_id',
    },
    { ...OFFICE, leaves: 'chat' },
  ),
  kept('send_pace', 'How fast may be sent', { fact: 'key free_at set_at' }, INSIDE),
  kept(
    'operator_event',
    'What operators did to whole partnerships',
    {
      key: 'id subject_id',
      address: 'operator',
      words: 'reason',
      fact: 'seq kind subject_key detail at',
    },
    INSIDE,
  ),
  kept(
    'job_run',
    'Runs of jobs',
    { key: 'id partnership_id', fact: 'job scheduled_for started_at finished_at outcome' },
    { ...OFFICE, leaves: 'nowhere' },
  ),
  kept(
    'answered_request',
    'Requests that were answered',
    { key: 'partnership_id', fact: 'request_id at' },
    INSIDE,
  ),
  kept(
    'demo_clock',
    'The clock of a demonstration',
    { key: 'partnership_id', fact: 'now' },
    INSIDE,
  ),
];
