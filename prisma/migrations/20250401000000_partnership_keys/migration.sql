-- A row's key names its partnership. What refers to a row names the partnership too, so that the database itself refuses
-- a reference from one partnership to another, and two partnerships may hold rows of the same ids. Decision 0025.
--
-- One transaction. It takes every table at once and in one order, so that it never waits for a bot that waits for it; a
-- bot of the version before waits until it is done. Where it does not get them within a minute it gives up and nothing
-- was changed. No table is written over; what takes time is building keys.
SET LOCAL lock_timeout = '60s';
LOCK TABLE "absence",
  "assignment",
  "audit_event",
  "board_pack",
  "board_pack_file",
  "change_request",
  "channel_binding",
  "closure_day",
  "conversation_reference",
  "digest_choice",
  "entry_words",
  "family_item",
  "footnote",
  "footnote_mark",
  "forum",
  "forum_deadline",
  "glossary_term",
  "governance_cycle",
  "handover",
  "highlight_report",
  "job_run",
  "kpi",
  "kpi_comment",
  "kpi_observation",
  "kpi_polarity_choice",
  "kpi_table",
  "kpi_target",
  "link_request",
  "meeting",
  "notification",
  "objective",
  "objective_entry",
  "objective_link",
  "objective_theme",
  "organisation",
  "person",
  "plan_import",
  "plan_item",
  "plan_statement",
  "plan_version",
  "platform_account",
  "priority_area",
  "project",
  "rag_wording",
  "return_request",
  "role_grant",
  "row_change",
  "self_evaluation_item",
  "self_evaluation_priority",
  "snooze",
  "source_document",
  "source_reference",
  "strategic_priority",
  "theme",
  "voice",
  "work_calendar",
  "work_period",
  "workspace" IN ACCESS EXCLUSIVE MODE;
SET LOCAL lock_timeout = DEFAULT;

-- References by id alone.
ALTER TABLE "absence" DROP CONSTRAINT "absence_cover_id_fkey",
  DROP CONSTRAINT "absence_person_id_fkey",
  DROP CONSTRAINT "absence_recorded_by_id_fkey";
ALTER TABLE "assignment" DROP CONSTRAINT "assignment_item_id_fkey",
  DROP CONSTRAINT "assignment_objective_id_fkey",
  DROP CONSTRAINT "assignment_organisation_id_fkey",
  DROP CONSTRAINT "assignment_person_id_fkey";
ALTER TABLE "audit_event" DROP CONSTRAINT "audit_event_author_id_fkey";
ALTER TABLE "board_pack" DROP CONSTRAINT "board_pack_made_by_id_fkey",
  DROP CONSTRAINT "board_pack_meeting_id_fkey";
ALTER TABLE "board_pack_file" DROP CONSTRAINT "board_pack_file_pack_id_fkey";
ALTER TABLE "change_request" DROP CONSTRAINT "change_request_decided_by_id_fkey",
  DROP CONSTRAINT "change_request_objective_id_fkey",
  DROP CONSTRAINT "change_request_plan_version_id_fkey",
  DROP CONSTRAINT "change_request_proposed_by_id_fkey";
ALTER TABLE "channel_binding" DROP CONSTRAINT "channel_binding_theme_id_fkey";
ALTER TABLE "closure_day" DROP CONSTRAINT "closure_day_organisation_id_fkey";
ALTER TABLE "digest_choice" DROP CONSTRAINT "digest_choice_person_id_fkey";
ALTER TABLE "family_item" DROP CONSTRAINT "family_item_agreed_by_id_fkey",
  DROP CONSTRAINT "family_item_kpi_id_fkey",
  DROP CONSTRAINT "family_item_objective_id_fkey",
  DROP CONSTRAINT "family_item_voice_id_fkey",
  DROP CONSTRAINT "family_item_withdrawn_by_id_fkey";
ALTER TABLE "footnote" DROP CONSTRAINT "footnote_table_id_fkey";
ALTER TABLE "footnote_mark" DROP CONSTRAINT "footnote_mark_footnote_id_fkey",
  DROP CONSTRAINT "footnote_mark_kpi_id_fkey";
ALTER TABLE "forum_deadline" DROP CONSTRAINT "forum_deadline_forum_id_fkey";
ALTER TABLE "governance_cycle" DROP CONSTRAINT "governance_cycle_meeting_id_fkey",
  DROP CONSTRAINT "governance_cycle_plan_version_id_fkey";
ALTER TABLE "handover" DROP CONSTRAINT "handover_asked_by_id_fkey",
  DROP CONSTRAINT "handover_from_person_id_fkey",
  DROP CONSTRAINT "handover_objective_id_fkey",
  DROP CONSTRAINT "handover_to_person_id_fkey";
ALTER TABLE "highlight_report" DROP CONSTRAINT "highlight_report_approved_by_id_fkey",
  DROP CONSTRAINT "highlight_report_begun_by_id_fkey",
  DROP CONSTRAINT "highlight_report_theme_id_fkey";
ALTER TABLE "kpi" DROP CONSTRAINT "kpi_owner_id_fkey",
  DROP CONSTRAINT "kpi_theme_id_fkey";
ALTER TABLE "kpi_comment" DROP CONSTRAINT "kpi_comment_kpi_id_fkey",
  DROP CONSTRAINT "kpi_comment_person_id_fkey";
ALTER TABLE "kpi_observation" DROP CONSTRAINT "kpi_observation_kpi_id_fkey",
  DROP CONSTRAINT "kpi_observation_person_id_fkey";
ALTER TABLE "kpi_polarity_choice" DROP CONSTRAINT "kpi_polarity_choice_kpi_id_fkey",
  DROP CONSTRAINT "kpi_polarity_choice_person_id_fkey";
ALTER TABLE "kpi_table" DROP CONSTRAINT "kpi_table_theme_id_fkey";
ALTER TABLE "kpi_target" DROP CONSTRAINT "kpi_target_agreed_by_id_fkey",
  DROP CONSTRAINT "kpi_target_kpi_id_fkey",
  DROP CONSTRAINT "kpi_target_meeting_id_fkey",
  DROP CONSTRAINT "kpi_target_proposed_by_id_fkey",
  DROP CONSTRAINT "kpi_target_signed_off_by_id_fkey";
ALTER TABLE "link_request" DROP CONSTRAINT "link_request_decided_by_id_fkey",
  DROP CONSTRAINT "link_request_person_id_fkey";
ALTER TABLE "meeting" DROP CONSTRAINT "meeting_forum_id_fkey";
ALTER TABLE "notification" DROP CONSTRAINT "notification_channel_binding_id_fkey",
  DROP CONSTRAINT "notification_person_id_fkey";
ALTER TABLE "objective" DROP CONSTRAINT "objective_area_id_fkey",
  DROP CONSTRAINT "objective_plan_version_id_fkey";
ALTER TABLE "objective_entry" DROP CONSTRAINT "objective_entry_author_id_fkey",
  DROP CONSTRAINT "objective_entry_cycle_id_fkey",
  DROP CONSTRAINT "objective_entry_objective_id_fkey",
  DROP CONSTRAINT "objective_entry_supersedes_id_fkey";
ALTER TABLE "objective_link" DROP CONSTRAINT "objective_link_objective_id_fkey",
  DROP CONSTRAINT "objective_link_priority_id_fkey",
  DROP CONSTRAINT "objective_link_project_id_fkey",
  DROP CONSTRAINT "objective_link_self_evaluation_item_id_fkey";
ALTER TABLE "objective_theme" DROP CONSTRAINT "objective_theme_objective_id_fkey",
  DROP CONSTRAINT "objective_theme_theme_id_fkey";
ALTER TABLE "person" DROP CONSTRAINT "person_calendar_id_fkey",
  DROP CONSTRAINT "person_organisation_id_fkey";
ALTER TABLE "plan_import" DROP CONSTRAINT "plan_import_confirmed_by_id_fkey",
  DROP CONSTRAINT "plan_import_read_by_id_fkey";
ALTER TABLE "plan_item" DROP CONSTRAINT "plan_item_objective_id_fkey",
  DROP CONSTRAINT "plan_item_parent_id_fkey";
ALTER TABLE "plan_statement" DROP CONSTRAINT "plan_statement_project_id_fkey",
  DROP CONSTRAINT "plan_statement_theme_id_fkey";
ALTER TABLE "plan_version" DROP CONSTRAINT "plan_version_published_by_id_fkey";
ALTER TABLE "platform_account" DROP CONSTRAINT "platform_account_person_id_fkey";
ALTER TABLE "priority_area" DROP CONSTRAINT "priority_area_plan_version_id_fkey";
ALTER TABLE "project" DROP CONSTRAINT "project_theme_id_fkey";
ALTER TABLE "rag_wording" DROP CONSTRAINT "rag_wording_plan_version_id_fkey";
ALTER TABLE "return_request" DROP CONSTRAINT "return_request_answered_by_id_fkey",
  DROP CONSTRAINT "return_request_cycle_id_fkey",
  DROP CONSTRAINT "return_request_objective_id_fkey";
ALTER TABLE "role_grant" DROP CONSTRAINT "role_grant_person_id_fkey",
  DROP CONSTRAINT "role_grant_theme_id_fkey";
ALTER TABLE "row_change" DROP CONSTRAINT "row_change_by_id_fkey";
ALTER TABLE "self_evaluation_priority" DROP CONSTRAINT "self_evaluation_priority_item_id_fkey",
  DROP CONSTRAINT "self_evaluation_priority_priority_id_fkey";
ALTER TABLE "snooze" DROP CONSTRAINT "snooze_cycle_id_fkey",
  DROP CONSTRAINT "snooze_person_id_fkey";
ALTER TABLE "source_reference" DROP CONSTRAINT "source_reference_document_id_fkey";
ALTER TABLE "work_period" DROP CONSTRAINT "work_period_calendar_id_fkey";

-- Keys.
ALTER TABLE "absence" DROP CONSTRAINT "absence_pkey", ADD CONSTRAINT "absence_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "assignment" DROP CONSTRAINT "assignment_pkey", ADD CONSTRAINT "assignment_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "audit_event" DROP CONSTRAINT "audit_event_pkey", ADD CONSTRAINT "audit_event_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "board_pack" DROP CONSTRAINT "board_pack_pkey", ADD CONSTRAINT "board_pack_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "board_pack_file" DROP CONSTRAINT "board_pack_file_pkey", ADD CONSTRAINT "board_pack_file_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "change_request" DROP CONSTRAINT "change_request_pkey", ADD CONSTRAINT "change_request_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "channel_binding" DROP CONSTRAINT "channel_binding_pkey", ADD CONSTRAINT "channel_binding_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "closure_day" DROP CONSTRAINT "closure_day_pkey", ADD CONSTRAINT "closure_day_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "conversation_reference" DROP CONSTRAINT "conversation_reference_pkey", ADD CONSTRAINT "conversation_reference_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "digest_choice" DROP CONSTRAINT "digest_choice_pkey", ADD CONSTRAINT "digest_choice_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "family_item" DROP CONSTRAINT "family_item_pkey", ADD CONSTRAINT "family_item_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "footnote" DROP CONSTRAINT "footnote_pkey", ADD CONSTRAINT "footnote_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "footnote_mark" DROP CONSTRAINT "footnote_mark_pkey", ADD CONSTRAINT "footnote_mark_pkey" PRIMARY KEY ("partnership_id", "footnote_id", "kpi_id");
ALTER TABLE "forum" DROP CONSTRAINT "forum_pkey", ADD CONSTRAINT "forum_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "forum_deadline" DROP CONSTRAINT "forum_deadline_pkey", ADD CONSTRAINT "forum_deadline_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "glossary_term" DROP CONSTRAINT "glossary_term_pkey", ADD CONSTRAINT "glossary_term_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "governance_cycle" DROP CONSTRAINT "governance_cycle_pkey", ADD CONSTRAINT "governance_cycle_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "handover" DROP CONSTRAINT "handover_pkey", ADD CONSTRAINT "handover_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "highlight_report" DROP CONSTRAINT "highlight_report_pkey", ADD CONSTRAINT "highlight_report_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "job_run" DROP CONSTRAINT "job_run_pkey", ADD CONSTRAINT "job_run_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "kpi" DROP CONSTRAINT "kpi_pkey", ADD CONSTRAINT "kpi_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "kpi_comment" DROP CONSTRAINT "kpi_comment_pkey", ADD CONSTRAINT "kpi_comment_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "kpi_observation" DROP CONSTRAINT "kpi_observation_pkey", ADD CONSTRAINT "kpi_observation_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "kpi_polarity_choice" DROP CONSTRAINT "kpi_polarity_choice_pkey", ADD CONSTRAINT "kpi_polarity_choice_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "kpi_table" DROP CONSTRAINT "kpi_table_pkey", ADD CONSTRAINT "kpi_table_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "kpi_target" DROP CONSTRAINT "kpi_target_pkey", ADD CONSTRAINT "kpi_target_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "link_request" DROP CONSTRAINT "link_request_pkey", ADD CONSTRAINT "link_request_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "meeting" DROP CONSTRAINT "meeting_pkey", ADD CONSTRAINT "meeting_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "notification" DROP CONSTRAINT "notification_pkey", ADD CONSTRAINT "notification_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "objective" DROP CONSTRAINT "objective_pkey", ADD CONSTRAINT "objective_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "objective_entry" DROP CONSTRAINT "objective_entry_pkey",
  ADD CONSTRAINT "objective_entry_pkey" PRIMARY KEY USING INDEX "objective_entry_partnership_id_id_key";
ALTER TABLE "objective_link" DROP CONSTRAINT "objective_link_pkey", ADD CONSTRAINT "objective_link_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "objective_theme" DROP CONSTRAINT "objective_theme_pkey", ADD CONSTRAINT "objective_theme_pkey" PRIMARY KEY ("partnership_id", "objective_id", "theme_id");
ALTER TABLE "organisation" DROP CONSTRAINT "organisation_pkey", ADD CONSTRAINT "organisation_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "person" DROP CONSTRAINT "person_pkey",
  ADD CONSTRAINT "person_pkey" PRIMARY KEY USING INDEX "person_partnership_id_id_key";
ALTER TABLE "plan_import" DROP CONSTRAINT "plan_import_pkey", ADD CONSTRAINT "plan_import_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "plan_item" DROP CONSTRAINT "plan_item_pkey", ADD CONSTRAINT "plan_item_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "plan_statement" DROP CONSTRAINT "plan_statement_pkey", ADD CONSTRAINT "plan_statement_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "plan_version" DROP CONSTRAINT "plan_version_pkey", ADD CONSTRAINT "plan_version_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "platform_account" DROP CONSTRAINT "platform_account_pkey", ADD CONSTRAINT "platform_account_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "priority_area" DROP CONSTRAINT "priority_area_pkey", ADD CONSTRAINT "priority_area_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "project" DROP CONSTRAINT "project_pkey", ADD CONSTRAINT "project_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "rag_wording" DROP CONSTRAINT "rag_wording_pkey", ADD CONSTRAINT "rag_wording_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "return_request" DROP CONSTRAINT "return_request_pkey", ADD CONSTRAINT "return_request_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "role_grant" DROP CONSTRAINT "role_grant_pkey", ADD CONSTRAINT "role_grant_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "row_change" DROP CONSTRAINT "row_change_pkey", ADD CONSTRAINT "row_change_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "self_evaluation_item" DROP CONSTRAINT "self_evaluation_item_pkey", ADD CONSTRAINT "self_evaluation_item_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "self_evaluation_priority" DROP CONSTRAINT "self_evaluation_priority_pkey", ADD CONSTRAINT "self_evaluation_priority_pkey" PRIMARY KEY ("partnership_id", "item_id", "priority_id");
ALTER TABLE "snooze" DROP CONSTRAINT "snooze_pkey", ADD CONSTRAINT "snooze_pkey" PRIMARY KEY ("partnership_id", "person_id", "cycle_id");
ALTER TABLE "source_document" DROP CONSTRAINT "source_document_pkey", ADD CONSTRAINT "source_document_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "source_reference" DROP CONSTRAINT "source_reference_pkey", ADD CONSTRAINT "source_reference_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "strategic_priority" DROP CONSTRAINT "strategic_priority_pkey", ADD CONSTRAINT "strategic_priority_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "theme" DROP CONSTRAINT "theme_pkey", ADD CONSTRAINT "theme_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "voice" DROP CONSTRAINT "voice_pkey", ADD CONSTRAINT "voice_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "work_calendar" DROP CONSTRAINT "work_calendar_pkey", ADD CONSTRAINT "work_calendar_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "work_period" DROP CONSTRAINT "work_period_pkey", ADD CONSTRAINT "work_period_pkey" PRIMARY KEY ("partnership_id", "id");
ALTER TABLE "workspace" DROP CONSTRAINT "workspace_pkey", ADD CONSTRAINT "workspace_pkey" PRIMARY KEY ("partnership_id", "id");

-- What is unique is so within its partnership, and is looked for there.
DROP INDEX "absence_person_id_idx",
  "assignment_objective_id_idx",
  "assignment_person_id_idx",
  "audit_event_seq_key",
  "board_pack_file_pack_id_format_key",
  "board_pack_meeting_id_version_key",
  "digest_choice_person_id_variant_key",
  "forum_deadline_forum_id_kind_key",
  "governance_cycle_meeting_id_key",
  "handover_to_person_id_state_idx",
  "highlight_report_theme_id_month_version_key",
  "kpi_comment_kpi_id_ordinal_key",
  "kpi_observation_kpi_id_column_ordinal_key",
  "kpi_polarity_choice_kpi_id_ordinal_key",
  "kpi_table_theme_id_key",
  "kpi_target_kpi_id_ordinal_key",
  "link_request_platform_tenant_id_user_id_idx",
  "meeting_forum_id_held_on_key",
  "meeting_forum_id_recurs_on_key",
  "notification_chase",
  "notification_person_id_created_at_idx",
  "notification_seq_key",
  "objective_entry_objective_id_position_key",
  "objective_entry_objective_id_version_key",
  "objective_entry_seq_key",
  "objective_entry_supersedes_id_key",
  "objective_link_objective_id_idx",
  "objective_link_once",
  "objective_plan_version_id_ref_key",
  "objective_theme_theme_id_idx",
  "plan_item_objective_id_kind_ref_key",
  "platform_account_person_id_idx",
  "priority_area_plan_version_id_ref_key",
  "rag_wording_plan_version_id_rating_rag_key",
  "return_request_cycle_id_objective_id_key",
  "return_request_objective_id_idx",
  "role_grant_person_id_idx",
  "row_change_seq_key",
  "source_reference_subject_type_subject_id_idx",
  "work_period_calendar_id_starts_on_key";
CREATE INDEX "absence_partnership_id_person_id_idx" ON "absence"("partnership_id", "person_id");
CREATE INDEX "assignment_partnership_id_objective_id_idx" ON "assignment"("partnership_id", "objective_id");
CREATE INDEX "assignment_partnership_id_person_id_idx" ON "assignment"("partnership_id", "person_id");
CREATE UNIQUE INDEX "audit_event_partnership_id_seq_key" ON "audit_event"("partnership_id", "seq");
CREATE UNIQUE INDEX "board_pack_partnership_id_meeting_id_version_key" ON "board_pack"("partnership_id", "meeting_id", "version");
CREATE UNIQUE INDEX "board_pack_file_partnership_id_pack_id_format_key" ON "board_pack_file"("partnership_id", "pack_id", "format");
CREATE UNIQUE INDEX "digest_choice_partnership_id_person_id_variant_key" ON "digest_choice"("partnership_id", "person_id", "variant");
CREATE UNIQUE INDEX "forum_deadline_partnership_id_forum_id_kind_key" ON "forum_deadline"("partnership_id", "forum_id", "kind");
CREATE UNIQUE INDEX "governance_cycle_partnership_id_meeting_id_key" ON "governance_cycle"("partnership_id", "meeting_id");
CREATE INDEX "handover_partnership_id_to_person_id_state_idx" ON "handover"("partnership_id", "to_person_id", "state");
CREATE UNIQUE INDEX "highlight_report_partnership_id_theme_id_month_version_key" ON "highlight_report"("partnership_id", "theme_id", "month", "version");
CREATE UNIQUE INDEX "kpi_comment_partnership_id_kpi_id_ordinal_key" ON "kpi_comment"("partnership_id", "kpi_id", "ordinal");
CREATE UNIQUE INDEX "kpi_observation_partnership_id_kpi_id_column_ordinal_key" ON "kpi_observation"("partnership_id", "kpi_id", "column", "ordinal");
CREATE UNIQUE INDEX "kpi_polarity_choice_partnership_id_kpi_id_ordinal_key" ON "kpi_polarity_choice"("partnership_id", "kpi_id", "ordinal");
CREATE UNIQUE INDEX "kpi_table_partnership_id_theme_id_key" ON "kpi_table"("partnership_id", "theme_id");
CREATE UNIQUE INDEX "kpi_target_partnership_id_kpi_id_ordinal_key" ON "kpi_target"("partnership_id", "kpi_id", "ordinal");
CREATE INDEX "link_request_partnership_id_platform_tenant_id_user_id_idx" ON "link_request"("partnership_id", "platform", "tenant_id", "user_id");
CREATE UNIQUE INDEX "meeting_partnership_id_forum_id_held_on_key" ON "meeting"("partnership_id", "forum_id", "held_on");
CREATE UNIQUE INDEX "meeting_partnership_id_forum_id_recurs_on_key" ON "meeting"("partnership_id", "forum_id", "recurs_on");
CREATE INDEX "notification_partnership_id_person_id_created_at_idx" ON "notification"("partnership_id", "person_id", "created_at");
CREATE UNIQUE INDEX "notification_partnership_id_seq_key" ON "notification"("partnership_id", "seq");
CREATE UNIQUE INDEX "objective_partnership_id_plan_version_id_ref_key" ON "objective"("partnership_id", "plan_version_id", "ref");
CREATE UNIQUE INDEX "objective_entry_partnership_id_seq_key" ON "objective_entry"("partnership_id", "seq");
CREATE UNIQUE INDEX "objective_entry_partnership_id_supersedes_id_key" ON "objective_entry"("partnership_id", "supersedes_id");
CREATE UNIQUE INDEX "objective_entry_partnership_id_objective_id_version_key" ON "objective_entry"("partnership_id", "objective_id", "version");
CREATE UNIQUE INDEX "objective_entry_partnership_id_objective_id_position_key" ON "objective_entry"("partnership_id", "objective_id", "position");
CREATE INDEX "objective_link_partnership_id_objective_id_idx" ON "objective_link"("partnership_id", "objective_id");
CREATE INDEX "objective_theme_partnership_id_theme_id_idx" ON "objective_theme"("partnership_id", "theme_id");
CREATE UNIQUE INDEX "plan_item_partnership_id_objective_id_kind_ref_key" ON "plan_item"("partnership_id", "objective_id", "kind", "ref");
CREATE INDEX "platform_account_partnership_id_person_id_idx" ON "platform_account"("partnership_id", "person_id");
CREATE UNIQUE INDEX "priority_area_partnership_id_plan_version_id_ref_key" ON "priority_area"("partnership_id", "plan_version_id", "ref");
CREATE UNIQUE INDEX "rag_wording_partnership_id_plan_version_id_rating_rag_key" ON "rag_wording"("partnership_id", "plan_version_id", "rating", "rag");
CREATE INDEX "return_request_partnership_id_objective_id_idx" ON "return_request"("partnership_id", "objective_id");
CREATE UNIQUE INDEX "return_request_partnership_id_cycle_id_objective_id_key" ON "return_request"("partnership_id", "cycle_id", "objective_id");
CREATE INDEX "role_grant_partnership_id_person_id_idx" ON "role_grant"("partnership_id", "person_id");
CREATE UNIQUE INDEX "row_change_partnership_id_seq_key" ON "row_change"("partnership_id", "seq");
CREATE INDEX "source_reference_partnership_id_subject_type_subject_id_idx" ON "source_reference"("partnership_id", "subject_type", "subject_id");
CREATE UNIQUE INDEX "work_period_partnership_id_calendar_id_starts_on_key" ON "work_period"("partnership_id", "calendar_id", "starts_on");
CREATE UNIQUE INDEX "objective_link_once" ON "objective_link"
  ("partnership_id", "objective_id", coalesce("project_id", "priority_id", "self_evaluation_item_id"));
CREATE INDEX "notification_chase" ON "notification" ("partnership_id", ("payload"->>'cycleId')) WHERE "kind" = 'chase';

-- References within the partnership. A row that something refers to is not removed.
ALTER TABLE "absence" ADD CONSTRAINT "absence_partnership_id_person_id_fkey" FOREIGN KEY ("partnership_id", "person_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "absence_partnership_id_cover_id_fkey" FOREIGN KEY ("partnership_id", "cover_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "absence_partnership_id_recorded_by_id_fkey" FOREIGN KEY ("partnership_id", "recorded_by_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_partnership_id_objective_id_fkey" FOREIGN KEY ("partnership_id", "objective_id") REFERENCES "objective"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "assignment_partnership_id_item_id_fkey" FOREIGN KEY ("partnership_id", "item_id") REFERENCES "plan_item"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "assignment_partnership_id_person_id_fkey" FOREIGN KEY ("partnership_id", "person_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "assignment_partnership_id_organisation_id_fkey" FOREIGN KEY ("partnership_id", "organisation_id") REFERENCES "organisation"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_partnership_id_author_id_fkey" FOREIGN KEY ("partnership_id", "author_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "board_pack" ADD CONSTRAINT "board_pack_partnership_id_meeting_id_fkey" FOREIGN KEY ("partnership_id", "meeting_id") REFERENCES "meeting"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "board_pack_partnership_id_made_by_id_fkey" FOREIGN KEY ("partnership_id", "made_by_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "board_pack_file" ADD CONSTRAINT "board_pack_file_partnership_id_pack_id_fkey" FOREIGN KEY ("partnership_id", "pack_id") REFERENCES "board_pack"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "change_request" ADD CONSTRAINT "change_request_partnership_id_objective_id_fkey" FOREIGN KEY ("partnership_id", "objective_id") REFERENCES "objective"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "change_request_partnership_id_proposed_by_id_fkey" FOREIGN KEY ("partnership_id", "proposed_by_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "change_request_partnership_id_decided_by_id_fkey" FOREIGN KEY ("partnership_id", "decided_by_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "change_request_partnership_id_plan_version_id_fkey" FOREIGN KEY ("partnership_id", "plan_version_id") REFERENCES "plan_version"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "channel_binding" ADD CONSTRAINT "channel_binding_partnership_id_theme_id_fkey" FOREIGN KEY ("partnership_id", "theme_id") REFERENCES "theme"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "closure_day" ADD CONSTRAINT "closure_day_partnership_id_organisation_id_fkey" FOREIGN KEY ("partnership_id", "organisation_id") REFERENCES "organisation"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "digest_choice" ADD CONSTRAINT "digest_choice_partnership_id_person_id_fkey" FOREIGN KEY ("partnership_id", "person_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "family_item" ADD CONSTRAINT "family_item_partnership_id_objective_id_fkey" FOREIGN KEY ("partnership_id", "objective_id") REFERENCES "objective"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "family_item_partnership_id_kpi_id_fkey" FOREIGN KEY ("partnership_id", "kpi_id") REFERENCES "kpi"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "family_item_partnership_id_voice_id_fkey" FOREIGN KEY ("partnership_id", "voice_id") REFERENCES "voice"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "family_item_partnership_id_agreed_by_id_fkey" FOREIGN KEY ("partnership_id", "agreed_by_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "family_item_partnership_id_withdrawn_by_id_fkey" FOREIGN KEY ("partnership_id", "withdrawn_by_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "footnote" ADD CONSTRAINT "footnote_partnership_id_table_id_fkey" FOREIGN KEY ("partnership_id", "table_id") REFERENCES "kpi_table"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "footnote_mark" ADD CONSTRAINT "footnote_mark_partnership_id_footnote_id_fkey" FOREIGN KEY ("partnership_id", "footnote_id") REFERENCES "footnote"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "footnote_mark_partnership_id_kpi_id_fkey" FOREIGN KEY ("partnership_id", "kpi_id") REFERENCES "kpi"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "forum_deadline" ADD CONSTRAINT "forum_deadline_partnership_id_forum_id_fkey" FOREIGN KEY ("partnership_id", "forum_id") REFERENCES "forum"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "governance_cycle" ADD CONSTRAINT "governance_cycle_partnership_id_plan_version_id_fkey" FOREIGN KEY ("partnership_id", "plan_version_id") REFERENCES "plan_version"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "governance_cycle_partnership_id_meeting_id_fkey" FOREIGN KEY ("partnership_id", "meeting_id") REFERENCES "meeting"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "handover" ADD CONSTRAINT "handover_partnership_id_objective_id_fkey" FOREIGN KEY ("partnership_id", "objective_id") REFERENCES "objective"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "handover_partnership_id_from_person_id_fkey" FOREIGN KEY ("partnership_id", "from_person_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "handover_partnership_id_to_person_id_fkey" FOREIGN KEY ("partnership_id", "to_person_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "handover_partnership_id_asked_by_id_fkey" FOREIGN KEY ("partnership_id", "asked_by_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "highlight_report" ADD CONSTRAINT "highlight_report_partnership_id_theme_id_fkey" FOREIGN KEY ("partnership_id", "theme_id") REFERENCES "theme"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "highlight_report_partnership_id_begun_by_id_fkey" FOREIGN KEY ("partnership_id", "begun_by_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "highlight_report_partnership_id_approved_by_id_fkey" FOREIGN KEY ("partnership_id", "approved_by_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "kpi" ADD CONSTRAINT "kpi_partnership_id_theme_id_fkey" FOREIGN KEY ("partnership_id", "theme_id") REFERENCES "theme"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "kpi_partnership_id_owner_id_fkey" FOREIGN KEY ("partnership_id", "owner_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "kpi_comment" ADD CONSTRAINT "kpi_comment_partnership_id_kpi_id_fkey" FOREIGN KEY ("partnership_id", "kpi_id") REFERENCES "kpi"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "kpi_comment_partnership_id_person_id_fkey" FOREIGN KEY ("partnership_id", "person_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "kpi_observation" ADD CONSTRAINT "kpi_observation_partnership_id_kpi_id_fkey" FOREIGN KEY ("partnership_id", "kpi_id") REFERENCES "kpi"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "kpi_observation_partnership_id_person_id_fkey" FOREIGN KEY ("partnership_id", "person_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "kpi_polarity_choice" ADD CONSTRAINT "kpi_polarity_choice_partnership_id_kpi_id_fkey" FOREIGN KEY ("partnership_id", "kpi_id") REFERENCES "kpi"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "kpi_polarity_choice_partnership_id_person_id_fkey" FOREIGN KEY ("partnership_id", "person_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "kpi_table" ADD CONSTRAINT "kpi_table_partnership_id_theme_id_fkey" FOREIGN KEY ("partnership_id", "theme_id") REFERENCES "theme"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "kpi_target" ADD CONSTRAINT "kpi_target_partnership_id_kpi_id_fkey" FOREIGN KEY ("partnership_id", "kpi_id") REFERENCES "kpi"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "kpi_target_partnership_id_meeting_id_fkey" FOREIGN KEY ("partnership_id", "meeting_id") REFERENCES "meeting"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "kpi_target_partnership_id_proposed_by_id_fkey" FOREIGN KEY ("partnership_id", "proposed_by_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "kpi_target_partnership_id_agreed_by_id_fkey" FOREIGN KEY ("partnership_id", "agreed_by_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "kpi_target_partnership_id_signed_off_by_id_fkey" FOREIGN KEY ("partnership_id", "signed_off_by_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "link_request" ADD CONSTRAINT "link_request_partnership_id_person_id_fkey" FOREIGN KEY ("partnership_id", "person_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "link_request_partnership_id_decided_by_id_fkey" FOREIGN KEY ("partnership_id", "decided_by_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_partnership_id_forum_id_fkey" FOREIGN KEY ("partnership_id", "forum_id") REFERENCES "forum"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "notification" ADD CONSTRAINT "notification_partnership_id_person_id_fkey" FOREIGN KEY ("partnership_id", "person_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "notification_partnership_id_channel_binding_id_fkey" FOREIGN KEY ("partnership_id", "channel_binding_id") REFERENCES "channel_binding"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "objective" ADD CONSTRAINT "objective_partnership_id_plan_version_id_fkey" FOREIGN KEY ("partnership_id", "plan_version_id") REFERENCES "plan_version"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "objective_partnership_id_area_id_fkey" FOREIGN KEY ("partnership_id", "area_id") REFERENCES "priority_area"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "objective_entry" ADD CONSTRAINT "objective_entry_partnership_id_objective_id_fkey" FOREIGN KEY ("partnership_id", "objective_id") REFERENCES "objective"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "objective_entry_partnership_id_author_id_fkey" FOREIGN KEY ("partnership_id", "author_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "objective_entry_partnership_id_cycle_id_fkey" FOREIGN KEY ("partnership_id", "cycle_id") REFERENCES "governance_cycle"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "objective_entry_partnership_id_supersedes_id_fkey" FOREIGN KEY ("partnership_id", "supersedes_id") REFERENCES "objective_entry"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "objective_link" ADD CONSTRAINT "objective_link_partnership_id_objective_id_fkey" FOREIGN KEY ("partnership_id", "objective_id") REFERENCES "objective"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "objective_link_partnership_id_project_id_fkey" FOREIGN KEY ("partnership_id", "project_id") REFERENCES "project"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "objective_link_partnership_id_priority_id_fkey" FOREIGN KEY ("partnership_id", "priority_id") REFERENCES "strategic_priority"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "objective_link_partnership_id_self_evaluation_item_id_fkey" FOREIGN KEY ("partnership_id", "self_evaluation_item_id") REFERENCES "self_evaluation_item"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "objective_theme" ADD CONSTRAINT "objective_theme_partnership_id_objective_id_fkey" FOREIGN KEY ("partnership_id", "objective_id") REFERENCES "objective"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "objective_theme_partnership_id_theme_id_fkey" FOREIGN KEY ("partnership_id", "theme_id") REFERENCES "theme"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "person" ADD CONSTRAINT "person_partnership_id_organisation_id_fkey" FOREIGN KEY ("partnership_id", "organisation_id") REFERENCES "organisation"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "person_partnership_id_calendar_id_fkey" FOREIGN KEY ("partnership_id", "calendar_id") REFERENCES "work_calendar"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_import" ADD CONSTRAINT "plan_import_partnership_id_read_by_id_fkey" FOREIGN KEY ("partnership_id", "read_by_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "plan_import_partnership_id_confirmed_by_id_fkey" FOREIGN KEY ("partnership_id", "confirmed_by_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_item" ADD CONSTRAINT "plan_item_partnership_id_objective_id_fkey" FOREIGN KEY ("partnership_id", "objective_id") REFERENCES "objective"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "plan_item_partnership_id_parent_id_fkey" FOREIGN KEY ("partnership_id", "parent_id") REFERENCES "plan_item"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_statement" ADD CONSTRAINT "plan_statement_partnership_id_theme_id_fkey" FOREIGN KEY ("partnership_id", "theme_id") REFERENCES "theme"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "plan_statement_partnership_id_project_id_fkey" FOREIGN KEY ("partnership_id", "project_id") REFERENCES "project"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_partnership_id_published_by_id_fkey" FOREIGN KEY ("partnership_id", "published_by_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "platform_account" ADD CONSTRAINT "platform_account_partnership_id_person_id_fkey" FOREIGN KEY ("partnership_id", "person_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "priority_area" ADD CONSTRAINT "priority_area_partnership_id_plan_version_id_fkey" FOREIGN KEY ("partnership_id", "plan_version_id") REFERENCES "plan_version"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "project" ADD CONSTRAINT "project_partnership_id_theme_id_fkey" FOREIGN KEY ("partnership_id", "theme_id") REFERENCES "theme"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "rag_wording" ADD CONSTRAINT "rag_wording_partnership_id_plan_version_id_fkey" FOREIGN KEY ("partnership_id", "plan_version_id") REFERENCES "plan_version"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "return_request" ADD CONSTRAINT "return_request_partnership_id_cycle_id_fkey" FOREIGN KEY ("partnership_id", "cycle_id") REFERENCES "governance_cycle"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "return_request_partnership_id_objective_id_fkey" FOREIGN KEY ("partnership_id", "objective_id") REFERENCES "objective"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "return_request_partnership_id_answered_by_id_fkey" FOREIGN KEY ("partnership_id", "answered_by_id") REFERENCES "objective_entry"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_partnership_id_person_id_fkey" FOREIGN KEY ("partnership_id", "person_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "role_grant_partnership_id_theme_id_fkey" FOREIGN KEY ("partnership_id", "theme_id") REFERENCES "theme"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "row_change" ADD CONSTRAINT "row_change_partnership_id_by_id_fkey" FOREIGN KEY ("partnership_id", "by_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "self_evaluation_priority" ADD CONSTRAINT "self_evaluation_priority_partnership_id_item_id_fkey" FOREIGN KEY ("partnership_id", "item_id") REFERENCES "self_evaluation_item"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "self_evaluation_priority_partnership_id_priority_id_fkey" FOREIGN KEY ("partnership_id", "priority_id") REFERENCES "strategic_priority"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "snooze" ADD CONSTRAINT "snooze_partnership_id_person_id_fkey" FOREIGN KEY ("partnership_id", "person_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "snooze_partnership_id_cycle_id_fkey" FOREIGN KEY ("partnership_id", "cycle_id") REFERENCES "governance_cycle"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "source_reference" ADD CONSTRAINT "source_reference_partnership_id_document_id_fkey" FOREIGN KEY ("partnership_id", "document_id") REFERENCES "source_document"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "work_period" ADD CONSTRAINT "work_period_partnership_id_calendar_id_fkey" FOREIGN KEY ("partnership_id", "calendar_id") REFERENCES "work_calendar"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The chain of an objective is that of its partnership.
CREATE OR REPLACE FUNCTION chain_objective_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  head "objective_entry";
  words record;
BEGIN
  PERFORM 1 FROM "objective" WHERE partnership_id = NEW.partnership_id AND id = NEW.objective_id FOR UPDATE;
  -- A request or a version that was recorded before is refused, or passed over, by the table itself.
  IF EXISTS (SELECT FROM "objective_entry" e WHERE e.partnership_id = NEW.partnership_id AND e.request_id = NEW.request_id)
    OR EXISTS (SELECT FROM "objective_entry" e WHERE e.partnership_id = NEW.partnership_id
      AND e.objective_id = NEW.objective_id AND e.version = NEW.version) THEN
    RETURN NEW;
  END IF;
  SELECT * INTO head FROM "objective_entry"
  WHERE partnership_id = NEW.partnership_id AND objective_id = NEW.objective_id ORDER BY position DESC LIMIT 1;
  NEW.note := people_as_ids(NEW.note, NEW.partnership_id);
  NEW.detail := people_as_ids(NEW.detail::text, NEW.partnership_id)::jsonb;
  SELECT * INTO words FROM entry_commitment(
    jsonb_strip_nulls(jsonb_build_object('note', NEW.note)) || CASE WHEN NEW.detail IS NULL THEN '{}' ELSE jsonb_build_object('detail', NEW.detail) END, '', '');
  IF words.said <> '{}' THEN
    INSERT INTO "entry_words" (partnership_id, entry_id, note, detail, salts)
    VALUES (NEW.partnership_id, NEW.id, NEW.note, NEW.detail, words.salts);
  END IF;
  NEW.said := nullif(words.said, '{}');
  NEW.first_hash := NULL;
  NEW.note := NULL;
  NEW.detail := NULL;
  NEW.position := coalesce(head.position, 0) + 1;
  NEW.prev_hash := head.hash;
  NEW.hash := objective_entry_digest(NEW);
  RETURN NEW;
END
$$;
