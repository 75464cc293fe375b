// What is kept of people, and of what they did and said.
import { type KeptTable, kept } from './kept-data.ts';

const OFFICE = { seenBy: 'the programme office' } as const;
const INSIDE = { seenBy: 'operators', leaves: 'nowhere' } as const;

/** Who people are, how they are reached and when they are away. */
export const people: readonly KeptTable[] = [
  kept('person', 'People on the plan', {
    ...{ key: 'id partnership_id organisation_id calendar_id', name: 'name' },
    ...{ address: 'key email further_emails' },
    fact: 'active preferred_platform left_on chase_hour digest_on greeted_at example',
  }),
  kept(
    'person_name',
    'Names that people had before',
    { key: 'partnership_id id', person: 'person_id', name: 'name', fact: 'until' },
    { seenBy: 'operators', leaves: 'exports' },
  ),
  kept('role_grant', 'Roles', {
    ...{ key: 'id partnership_id theme_id', person: 'person_id' },
    fact: 'role starts_on ends_on example',
  }),
  kept(
    'platform_account',
    'Chat accounts',
    {
      ...{ key: 'id partnership_id', person: 'person_id', address: 'user_id' },
      fact: 'tenant_id platform linked_at linked_how preferred_at unreachable_since unreachable_code chosen_at outside_tenant_id example',
    },
    { ...OFFICE, leaves: 'nowhere' },
  ),
  kept(
    'account_search',
    'What came of looking for a person’s account',
    {
      ...{ key: 'partnership_id', person: 'person_id' },
      fact: 'platform tenant_id looked_at outcome',
    },
    { ...OFFICE, leaves: 'nowhere' },
  ),
  kept(
    'link_request',
    'Requests to link an account',
    {
      ...{ key: 'id partnership_id', person: 'person_id decided_by_id', words: 'claim' },
      ...{ name: 'shown_name', address: 'user_id vouched_email' },
      fact: 'number platform tenant_id guest_kind outside_tenant_id requested_at state decided_at',
    },
    { ...OFFICE, leaves: 'nowhere', by: { claim: 'person_id' } },
  ),
  kept(
    'allowed_organisation',
    'Other organisations whose people may write',
    {
      ...{ key: 'id partnership_id', person: 'allowed_by_id ended_by_id', plan: 'name' },
      ...{ words: 'reason', fact: 'platform tenant_id allowed_at ended_at' },
    },
    { ...OFFICE, leaves: 'nowhere', by: { reason: 'allowed_by_id' } },
  ),
  kept(
    'web_link',
    'Links that open the plan on the web',
    {
      ...{ key: 'id partnership_id', person: 'person_id', digest: 'token_digest' },
      fact: 'made_at ends_at used_at',
    },
    INSIDE,
  ),
  kept(
    'web_session',
    'Browsers that are signed in',
    {
      ...{ key: 'id partnership_id', person: 'person_id', digest: 'secret_digest' },
      fact: 'began_at seen_at ends_at',
    },
    INSIDE,
  ),
  kept(
    'conversation_reference',
    'Where a person or a channel can be written to',
    {
      ...{ key: 'id partnership_id', address: 'subject_id conversation_id' },
      fact: 'platform tenant_id kind service_url bot_id outside_tenant_id seen_at',
    },
    INSIDE,
  ),
  kept(
    'calendar_feed',
    'Secret addresses of calendars',
    {
      ...{ key: 'id partnership_id forum_id', person: 'person_id', digest: 'token_hash' },
      fact: 'made_at',
    },
    { ...OFFICE, leaves: 'nowhere' },
  ),
  kept('assignment', 'Who answers for what', {
    ...{ key: 'id partnership_id objective_id item_id organisation_id', person: 'person_id' },
    fact: 'role starts_on ends_on example',
  }),
  kept('handover', 'Handovers', {
    ...{ key: 'id partnership_id objective_id', person: 'from_person_id to_person_id asked_by_id' },
    fact: 'number role asked_at state decided_at',
  }),
  kept('absence', 'Absences and covers', {
    ...{ key: 'id partnership_id', person: 'person_id cover_id recorded_by_id' },
    fact: 'number starts_on ends_on cover_state active recorded_at',
  }),
  kept('snooze', 'Reminders put off', {
    ...{ key: 'partnership_id cycle_id', person: 'person_id', fact: 'until_day at' },
  }),
  kept('digest_choice', 'How a person wants their digests', {
    ...{ key: 'id partnership_id', person: 'person_id', fact: 'variant taken weekday time' },
  }),
];

/** What was done and said, and what was erased of it. */
export const history: readonly KeptTable[] = [
  kept('objective_entry', 'The history of each objective', {
    ...{ key: 'id partnership_id objective_id cycle_id supersedes_id', person: 'author_id' },
    fact: 'seq position kind rating from_rag to_rag note detail version late request_id at',
    digest: 'prev_hash hash first_hash said',
  }),
  kept('entry_words', 'What was said in the history', {
    ...{ key: 'partnership_id entry_id', words: 'note', copy: 'detail', digest: 'salts erased' },
  }),
  kept('plan_item', 'Actions, evidence, decisions, challenges and other parts', {
    key: 'id partnership_id objective_id parent_id',
    ...{ words: 'title', copy: 'detail' },
    fact: 'kind ref status due_text due_precision due_last_day original_due_text original_due_precision original_due_last_day version added_at example',
  }),
  kept(
    'change_request',
    'Proposed changes to the plan',
    {
      ...{ key: 'id partnership_id objective_id plan_version_id', copy: 'proposal' },
      ...{ person: 'proposed_by_id decided_by_id', words: 'reason decision_note' },
      fact: 'number kind state proposed_at decided_at',
    },
    { by: { reason: 'proposed_by_id', decision_note: 'decided_by_id' } },
  ),
  kept(
    'audit_event',
    'What the programme office did',
    { key: 'id partnership_id', person: 'author_id', log: 'summary', fact: 'seq kind at' },
    { seenBy: 'the programme office and the board' },
  ),
  kept(
    'row_change',
    'What rows said before they were changed',
    {
      ...{ key: 'id partnership_id row_id', person: 'by_id', copy: 'before' },
      fact: 'seq table_name at',
    },
    { seenBy: 'operators', leaves: 'exports' },
  ),
  kept(
    'erasure',
    'That words were erased, and why',
    {
      ...{ key: 'partnership_id id', person: 'person_id by_id', log: 'reason' },
      ...{ copy: 'report', fact: 'number kind at' },
    },
    { ...OFFICE, leaves: 'nowhere' },
  ),
  kept(
    'retention_rule',
    'How long each kind of row is kept',
    { key: 'partnership_id id', person: 'set_by_id', fact: 'kind months set_at' },
    { ...OFFICE, leaves: 'nowhere' },
  ),
  kept(
    'retention_hold',
    'What is held while a request is pending',
    {
      ...{ key: 'partnership_id id', person: 'person_id placed_by_id released_by_id' },
      ...{ log: 'reason', fact: 'number placed_at released_at' },
    },
    { ...OFFICE, leaves: 'nowhere' },
  ),
];
