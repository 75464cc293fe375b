-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Rag" AS ENUM ('red', 'amber', 'green', 'blue');

-- CreateEnum
CREATE TYPE "Platform" AS ENUM ('slack', 'teams', 'terminal');

-- CreateEnum
CREATE TYPE "PlanVersionStatus" AS ENUM ('draft', 'current', 'superseded');

-- CreateEnum
CREATE TYPE "ThemeKind" AS ENUM ('theme', 'workstream');

-- CreateEnum
CREATE TYPE "DatePrecision" AS ENUM ('day', 'month', 'season', 'year');

-- CreateEnum
CREATE TYPE "UpdateKind" AS ENUM ('published', 'update', 'same');

-- CreateEnum
CREATE TYPE "SelfEvaluationList" AS ENUM ('development', 'strength');

-- CreateEnum
CREATE TYPE "RoleName" AS ENUM ('programme-office', 'co-chair', 'board', 'viewer');

-- CreateEnum
CREATE TYPE "AssignmentRole" AS ENUM ('owner', 'deputy');

-- CreateEnum
CREATE TYPE "Polarity" AS ENUM ('undecided', 'up-is-good', 'up-is-bad', 'neutral');

-- CreateEnum
CREATE TYPE "KpiColumn" AS ENUM ('baseline', 'performance');

-- CreateEnum
CREATE TYPE "FootnotePlace" AS ENUM ('name', 'baseline', 'performance');

-- CreateEnum
CREATE TYPE "ChannelPurpose" AS ENUM ('workstream', 'office');

-- CreateEnum
CREATE TYPE "NotificationState" AS ENUM ('queued', 'sending', 'sent', 'held', 'dead', 'cancelled');

-- CreateTable
CREATE TABLE "partnership" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/London',
    "example" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "partnership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workspace" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "platform" "Platform" NOT NULL,
    "tenant_id" TEXT NOT NULL,

    CONSTRAINT "workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_document" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "doc" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "as_at" TEXT,

    CONSTRAINT "source_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_reference" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "verbatim" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,

    CONSTRAINT "source_reference_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_version" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "status" "PlanVersionStatus" NOT NULL,
    "example" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "plan_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "priority_area" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "plan_version_id" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "name" TEXT,
    "note" TEXT,
    "example" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "priority_area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "theme" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "ThemeKind" NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "in_short" TEXT,
    "scope" TEXT,
    "outcome" TEXT,
    "example" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "theme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "example" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "objective" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "plan_version_id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "ref_key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "due_text" TEXT,
    "due_precision" "DatePrecision",
    "due_last_day" DATE,
    "success_measure" TEXT,
    "rag" "Rag",
    "version" INTEGER NOT NULL DEFAULT 0,
    "example" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "objective_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "objective_theme" (
    "partnership_id" UUID NOT NULL,
    "objective_id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "example" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "objective_theme_pkey" PRIMARY KEY ("objective_id","theme_id")
);

-- CreateTable
CREATE TABLE "status_update" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "partnership_id" UUID NOT NULL,
    "objective_id" UUID NOT NULL,
    "kind" "UpdateKind" NOT NULL,
    "from_rag" "Rag",
    "to_rag" "Rag",
    "note" TEXT,
    "author_id" UUID,
    "version" INTEGER NOT NULL,
    "cycle_id" UUID,
    "late" BOOLEAN NOT NULL DEFAULT false,
    "request_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "status_update_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_statement" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "theme_id" UUID,
    "project_id" UUID,
    "heading" TEXT,
    "summary" TEXT NOT NULL,
    "figures" TEXT[],
    "example" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "plan_statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "voice" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "about" TEXT,
    "summary" TEXT NOT NULL,
    "figures" TEXT[],
    "publishable" BOOLEAN NOT NULL DEFAULT false,
    "example" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "voice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "strategic_priority" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "strategic_priority_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "self_evaluation_item" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "list" "SelfEvaluationList" NOT NULL,
    "letter" TEXT NOT NULL,
    "heading" TEXT NOT NULL,
    "summary" TEXT NOT NULL,

    CONSTRAINT "self_evaluation_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "self_evaluation_priority" (
    "partnership_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "priority_id" UUID NOT NULL,

    CONSTRAINT "self_evaluation_priority_pkey" PRIMARY KEY ("item_id","priority_id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "example" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "preferred_platform" "Platform",
    "example" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "RoleName" NOT NULL,
    "theme_id" UUID,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "example" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform_account" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "platform" "Platform" NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,
    "example" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "platform_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "objective_id" UUID NOT NULL,
    "role" "AssignmentRole" NOT NULL,
    "person_id" UUID,
    "organisation_id" UUID,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "example" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "forum" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "summary" TEXT,
    "collects_returns" BOOLEAN NOT NULL DEFAULT false,
    "return_lead_working_days" INTEGER NOT NULL DEFAULT 10,
    "return_due_time" TEXT NOT NULL DEFAULT '17:00',
    "freeze_lead_working_days" INTEGER NOT NULL DEFAULT 6,
    "example" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "forum_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "title" TEXT NOT NULL,
    "example" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "governance_cycle" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "plan_version_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,

    CONSTRAINT "governance_cycle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "return_request" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "objective_id" UUID NOT NULL,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "return_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kpi_table" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "name_header" TEXT NOT NULL,
    "baseline_header" TEXT NOT NULL,
    "performance_header" TEXT NOT NULL,
    "direction_header" TEXT NOT NULL,

    CONSTRAINT "kpi_table_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kpi" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "published_direction" TEXT NOT NULL,
    "polarity" "Polarity" NOT NULL DEFAULT 'undecided',
    "example" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "kpi_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kpi_observation" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "kpi_id" UUID NOT NULL,
    "column" "KpiColumn" NOT NULL,
    "raw" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "kpi_observation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "footnote" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "table_id" UUID NOT NULL,
    "marker" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "place" "FootnotePlace" NOT NULL,

    CONSTRAINT "footnote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "footnote_mark" (
    "partnership_id" UUID NOT NULL,
    "footnote_id" UUID NOT NULL,
    "kpi_id" UUID NOT NULL,

    CONSTRAINT "footnote_mark_pkey" PRIMARY KEY ("footnote_id","kpi_id")
);

-- CreateTable
CREATE TABLE "channel_binding" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "theme_id" UUID,
    "platform" "Platform" NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "channel_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "purpose" "ChannelPurpose" NOT NULL DEFAULT 'workstream',
    "always_post" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "example" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "channel_binding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversation_reference" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "platform" "Platform" NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "service_url" TEXT NOT NULL,
    "bot_id" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conversation_reference_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "person_id" UUID,
    "channel_binding_id" UUID,
    "payload" JSONB NOT NULL,
    "state" "NotificationState" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "state_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "sent_via" "Platform",
    "external_id" TEXT,
    "last_error" TEXT,

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_run" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "job" TEXT NOT NULL,
    "scheduled_for" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "job_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answered_request" (
    "partnership_id" UUID NOT NULL,
    "request_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answered_request_pkey" PRIMARY KEY ("partnership_id","request_id")
);

-- CreateTable
CREATE TABLE "demo_clock" (
    "partnership_id" UUID NOT NULL,
    "now" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "demo_clock_pkey" PRIMARY KEY ("partnership_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "partnership_key_key" ON "partnership"("key");

-- CreateIndex
CREATE UNIQUE INDEX "workspace_platform_tenant_id_key" ON "workspace"("platform", "tenant_id");

-- CreateIndex
CREATE UNIQUE INDEX "source_document_partnership_id_doc_key" ON "source_document"("partnership_id", "doc");

-- CreateIndex
CREATE INDEX "source_reference_subject_type_subject_id_idx" ON "source_reference"("subject_type", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_version_partnership_id_number_key" ON "plan_version"("partnership_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "priority_area_plan_version_id_ref_key" ON "priority_area"("plan_version_id", "ref");

-- CreateIndex
CREATE UNIQUE INDEX "theme_partnership_id_key_key" ON "theme"("partnership_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "theme_partnership_id_kind_number_key" ON "theme"("partnership_id", "kind", "number");

-- CreateIndex
CREATE UNIQUE INDEX "project_partnership_id_key_key" ON "project"("partnership_id", "key");

-- CreateIndex
CREATE INDEX "objective_partnership_id_ref_key_idx" ON "objective"("partnership_id", "ref_key");

-- CreateIndex
CREATE UNIQUE INDEX "objective_plan_version_id_ref_key" ON "objective"("plan_version_id", "ref");

-- CreateIndex
CREATE INDEX "objective_theme_theme_id_idx" ON "objective_theme"("theme_id");

-- CreateIndex
CREATE UNIQUE INDEX "status_update_seq_key" ON "status_update"("seq");

-- CreateIndex
CREATE INDEX "status_update_partnership_id_at_idx" ON "status_update"("partnership_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "status_update_partnership_id_request_id_key" ON "status_update"("partnership_id", "request_id");

-- CreateIndex
CREATE UNIQUE INDEX "status_update_objective_id_version_key" ON "status_update"("objective_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "plan_statement_partnership_id_list_ordinal_key" ON "plan_statement"("partnership_id", "list", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "voice_partnership_id_ordinal_key" ON "voice"("partnership_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "strategic_priority_partnership_id_number_key" ON "strategic_priority"("partnership_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "self_evaluation_item_partnership_id_list_letter_key" ON "self_evaluation_item"("partnership_id", "list", "letter");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_partnership_id_key_key" ON "organisation"("partnership_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "person_partnership_id_key_key" ON "person"("partnership_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "person_partnership_id_email_key" ON "person"("partnership_id", "email");

-- CreateIndex
CREATE INDEX "role_grant_person_id_idx" ON "role_grant"("person_id");

-- CreateIndex
CREATE INDEX "platform_account_person_id_idx" ON "platform_account"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "platform_account_platform_tenant_id_user_id_key" ON "platform_account"("platform", "tenant_id", "user_id");

-- CreateIndex
CREATE INDEX "assignment_objective_id_idx" ON "assignment"("objective_id");

-- CreateIndex
CREATE INDEX "assignment_person_id_idx" ON "assignment"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "forum_partnership_id_key_key" ON "forum"("partnership_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_forum_id_held_on_key" ON "meeting"("forum_id", "held_on");

-- CreateIndex
CREATE UNIQUE INDEX "governance_cycle_meeting_id_key" ON "governance_cycle"("meeting_id");

-- CreateIndex
CREATE INDEX "governance_cycle_partnership_id_idx" ON "governance_cycle"("partnership_id");

-- CreateIndex
CREATE INDEX "return_request_objective_id_idx" ON "return_request"("objective_id");

-- CreateIndex
CREATE UNIQUE INDEX "return_request_cycle_id_objective_id_key" ON "return_request"("cycle_id", "objective_id");

-- CreateIndex
CREATE UNIQUE INDEX "kpi_table_theme_id_key" ON "kpi_table"("theme_id");

-- CreateIndex
CREATE UNIQUE INDEX "kpi_partnership_id_number_key" ON "kpi"("partnership_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "kpi_observation_kpi_id_column_ordinal_key" ON "kpi_observation"("kpi_id", "column", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "channel_binding_platform_tenant_id_channel_id_partnership_i_key" ON "channel_binding"("platform", "tenant_id", "channel_id", "partnership_id", "theme_id");

-- CreateIndex
CREATE UNIQUE INDEX "conversation_reference_platform_tenant_id_kind_subject_id_key" ON "conversation_reference"("platform", "tenant_id", "kind", "subject_id");

-- CreateIndex
CREATE INDEX "notification_partnership_id_state_idx" ON "notification"("partnership_id", "state");

-- CreateIndex
CREATE INDEX "notification_person_id_created_at_idx" ON "notification"("person_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "notification_partnership_id_dedupe_key_key" ON "notification"("partnership_id", "dedupe_key");

-- CreateIndex
CREATE UNIQUE INDEX "job_run_partnership_id_job_scheduled_for_key" ON "job_run"("partnership_id", "job", "scheduled_for");

-- CreateIndex
CREATE INDEX "answered_request_at_idx" ON "answered_request"("at");

-- AddForeignKey
ALTER TABLE "workspace" ADD CONSTRAINT "workspace_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_document" ADD CONSTRAINT "source_document_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_reference" ADD CONSTRAINT "source_reference_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_reference" ADD CONSTRAINT "source_reference_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "source_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "priority_area" ADD CONSTRAINT "priority_area_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "priority_area" ADD CONSTRAINT "priority_area_plan_version_id_fkey" FOREIGN KEY ("plan_version_id") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme" ADD CONSTRAINT "theme_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_theme_id_fkey" FOREIGN KEY ("theme_id") REFERENCES "theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objective" ADD CONSTRAINT "objective_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objective" ADD CONSTRAINT "objective_plan_version_id_fkey" FOREIGN KEY ("plan_version_id") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objective" ADD CONSTRAINT "objective_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "priority_area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objective_theme" ADD CONSTRAINT "objective_theme_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objective_theme" ADD CONSTRAINT "objective_theme_objective_id_fkey" FOREIGN KEY ("objective_id") REFERENCES "objective"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objective_theme" ADD CONSTRAINT "objective_theme_theme_id_fkey" FOREIGN KEY ("theme_id") REFERENCES "theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_update" ADD CONSTRAINT "status_update_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_update" ADD CONSTRAINT "status_update_objective_id_fkey" FOREIGN KEY ("objective_id") REFERENCES "objective"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_update" ADD CONSTRAINT "status_update_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_update" ADD CONSTRAINT "status_update_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "governance_cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_statement" ADD CONSTRAINT "plan_statement_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_statement" ADD CONSTRAINT "plan_statement_theme_id_fkey" FOREIGN KEY ("theme_id") REFERENCES "theme"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_statement" ADD CONSTRAINT "plan_statement_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "voice" ADD CONSTRAINT "voice_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategic_priority" ADD CONSTRAINT "strategic_priority_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "self_evaluation_item" ADD CONSTRAINT "self_evaluation_item_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "self_evaluation_priority" ADD CONSTRAINT "self_evaluation_priority_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "self_evaluation_priority" ADD CONSTRAINT "self_evaluation_priority_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "self_evaluation_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "self_evaluation_priority" ADD CONSTRAINT "self_evaluation_priority_priority_id_fkey" FOREIGN KEY ("priority_id") REFERENCES "strategic_priority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_theme_id_fkey" FOREIGN KEY ("theme_id") REFERENCES "theme"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_account" ADD CONSTRAINT "platform_account_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_account" ADD CONSTRAINT "platform_account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_objective_id_fkey" FOREIGN KEY ("objective_id") REFERENCES "objective"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forum" ADD CONSTRAINT "forum_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_forum_id_fkey" FOREIGN KEY ("forum_id") REFERENCES "forum"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "governance_cycle" ADD CONSTRAINT "governance_cycle_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "governance_cycle" ADD CONSTRAINT "governance_cycle_plan_version_id_fkey" FOREIGN KEY ("plan_version_id") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "governance_cycle" ADD CONSTRAINT "governance_cycle_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_request" ADD CONSTRAINT "return_request_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_request" ADD CONSTRAINT "return_request_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "governance_cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_request" ADD CONSTRAINT "return_request_objective_id_fkey" FOREIGN KEY ("objective_id") REFERENCES "objective"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_request" ADD CONSTRAINT "return_request_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "status_update"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi_table" ADD CONSTRAINT "kpi_table_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi_table" ADD CONSTRAINT "kpi_table_theme_id_fkey" FOREIGN KEY ("theme_id") REFERENCES "theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi" ADD CONSTRAINT "kpi_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi" ADD CONSTRAINT "kpi_theme_id_fkey" FOREIGN KEY ("theme_id") REFERENCES "theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi_observation" ADD CONSTRAINT "kpi_observation_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi_observation" ADD CONSTRAINT "kpi_observation_kpi_id_fkey" FOREIGN KEY ("kpi_id") REFERENCES "kpi"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "footnote" ADD CONSTRAINT "footnote_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "footnote" ADD CONSTRAINT "footnote_table_id_fkey" FOREIGN KEY ("table_id") REFERENCES "kpi_table"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "footnote_mark" ADD CONSTRAINT "footnote_mark_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "footnote_mark" ADD CONSTRAINT "footnote_mark_footnote_id_fkey" FOREIGN KEY ("footnote_id") REFERENCES "footnote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "footnote_mark" ADD CONSTRAINT "footnote_mark_kpi_id_fkey" FOREIGN KEY ("kpi_id") REFERENCES "kpi"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "channel_binding" ADD CONSTRAINT "channel_binding_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "channel_binding" ADD CONSTRAINT "channel_binding_theme_id_fkey" FOREIGN KEY ("theme_id") REFERENCES "theme"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_reference" ADD CONSTRAINT "conversation_reference_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_channel_binding_id_fkey" FOREIGN KEY ("channel_binding_id") REFERENCES "channel_binding"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_run" ADD CONSTRAINT "job_run_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answered_request" ADD CONSTRAINT "answered_request_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demo_clock" ADD CONSTRAINT "demo_clock_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- A status update is history: the database itself refuses to change or remove one.
CREATE FUNCTION refuse_history_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: the table is append-only', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER status_update_append_only BEFORE UPDATE OR DELETE ON "status_update"
  FOR EACH ROW EXECUTE FUNCTION refuse_history_change();
CREATE TRIGGER status_update_no_truncate BEFORE TRUNCATE ON "status_update"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();

-- An objective answers to a person or to an organisation, never to both or to nobody.
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_one_assignee"
  CHECK (num_nonnulls("person_id", "organisation_id") = 1);
-- A due date is recorded whole: its words, how exact they are, and the last day they can mean.
ALTER TABLE "objective" ADD CONSTRAINT "objective_due_whole"
  CHECK (num_nonnulls("due_text", "due_precision", "due_last_day") IN (0, 3));
-- A notification goes to one person or to one channel.
ALTER TABLE "notification" ADD CONSTRAINT "notification_one_target"
  CHECK (num_nonnulls("person_id", "channel_binding_id") = 1);
