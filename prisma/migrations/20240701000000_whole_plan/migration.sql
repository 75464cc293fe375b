-- The whole plan: an objective's parts, its history as one chain, versions, changes, and what people agree
-- with each other.

-- The history keeps more than status updates from here on, so it is renamed with all that hangs on it.
DROP TRIGGER status_update_append_only ON "status_update";
DROP TRIGGER status_update_no_truncate ON "status_update";
ALTER TABLE "status_update" RENAME TO "objective_entry";
ALTER SEQUENCE "status_update_seq_seq" RENAME TO "objective_entry_seq_seq";
ALTER TYPE "UpdateKind" RENAME TO "EntryKind";
ALTER TABLE "objective_entry" RENAME CONSTRAINT "status_update_pkey" TO "objective_entry_pkey";
ALTER INDEX "status_update_seq_key" RENAME TO "objective_entry_seq_key";
ALTER INDEX "status_update_partnership_id_at_idx" RENAME TO "objective_entry_partnership_id_at_idx";
ALTER INDEX "status_update_partnership_id_request_id_key" RENAME TO "objective_entry_partnership_id_request_id_key";
ALTER INDEX "status_update_objective_id_version_key" RENAME TO "objective_entry_objective_id_version_key";
ALTER TABLE "objective_entry" RENAME CONSTRAINT "status_update_partnership_id_fkey" TO "objective_entry_partnership_id_fkey";
ALTER TABLE "objective_entry" RENAME CONSTRAINT "status_update_objective_id_fkey" TO "objective_entry_objective_id_fkey";
ALTER TABLE "objective_entry" RENAME CONSTRAINT "status_update_author_id_fkey" TO "objective_entry_author_id_fkey";
ALTER TABLE "objective_entry" RENAME CONSTRAINT "status_update_cycle_id_fkey" TO "objective_entry_cycle_id_fkey";

-- CreateEnum
CREATE TYPE "RatingKind" AS ENUM ('delivery', 'impact');

-- CreateEnum
CREATE TYPE "ObjectiveStatus" AS ENUM ('open', 'closed');

-- CreateEnum
CREATE TYPE "PlanItemKind" AS ENUM ('action', 'milestone', 'measure', 'risk', 'evidence', 'decision', 'coproduction', 'recovery', 'challenge');

-- CreateEnum
CREATE TYPE "ChangeKind" AS ENUM ('re-date', 're-word', 're-own', 'add', 'close');

-- CreateEnum
CREATE TYPE "ChangeState" AS ENUM ('proposed', 'approved', 'rejected', 'withdrawn');

-- CreateEnum
CREATE TYPE "AgreementState" AS ENUM ('asked', 'accepted', 'declined', 'withdrawn');

-- CreateEnum
CREATE TYPE "RequestState" AS ENUM ('open', 'approved', 'refused');

-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('previewed', 'imported', 'dropped');

-- AlterEnum
ALTER TYPE "EntryKind" ADD VALUE 'undo';
ALTER TYPE "EntryKind" ADD VALUE 'amend';
ALTER TYPE "EntryKind" ADD VALUE 'item';
ALTER TYPE "EntryKind" ADD VALUE 'objective';
ALTER TYPE "EntryKind" ADD VALUE 'assignment';

-- AlterTable
ALTER TABLE "assignment" ADD COLUMN     "item_id" UUID;

-- AlterTable
ALTER TABLE "kpi_observation" ADD COLUMN     "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "objective" ADD COLUMN     "closed_on" DATE,
ADD COLUMN     "impact_rag" "Rag",
ADD COLUMN     "original_due_last_day" DATE,
ADD COLUMN     "original_due_precision" "DatePrecision",
ADD COLUMN     "original_due_text" TEXT,
ADD COLUMN     "status" "ObjectiveStatus" NOT NULL DEFAULT 'open';

-- AlterTable
ALTER TABLE "objective_entry" ADD COLUMN     "detail" JSONB,
ADD COLUMN     "hash" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "position" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "prev_hash" TEXT,
ADD COLUMN     "rating" "RatingKind" NOT NULL DEFAULT 'delivery',
ADD COLUMN     "supersedes_id" UUID,
ALTER COLUMN "version" DROP NOT NULL;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "chase_hour" INTEGER,
ADD COLUMN     "digest_on" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "left_on" DATE;

-- AlterTable
ALTER TABLE "plan_version" ADD COLUMN     "content" JSONB,
ADD COLUMN     "published_at" TIMESTAMPTZ(3),
ADD COLUMN     "published_by_id" UUID;

-- AlterTable
ALTER TABLE "source_reference" ADD COLUMN     "field" TEXT,
ADD COLUMN     "place" TEXT;

-- The chain. An entry's digest covers everything in it and the digest of the one before, so that changing
-- or removing one breaks every digest after it. jsonb writes an array in one way only.
CREATE FUNCTION objective_entry_digest(e "objective_entry") RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(
    e.prev_hash, e.id, e.partnership_id, e.objective_id, e.position, e.kind, e.rating, e.from_rag, e.to_rag, e.note,
    e.author_id, e.version, e.cycle_id, e.late, e.request_id,
    to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), e.supersedes_id, e.detail
  )::text, 'UTF8')), 'hex')
$$;

-- What was recorded before there was a chain is chained in the order in which it was recorded.
DO $$
DECLARE
  entry "objective_entry";
  head "objective_entry";
BEGIN
  FOR entry IN SELECT * FROM "objective_entry" ORDER BY objective_id, version, seq LOOP
    IF head.objective_id IS DISTINCT FROM entry.objective_id THEN head := NULL; END IF;
    entry.position := coalesce(head.position, 0) + 1;
    entry.prev_hash := head.hash;
    entry.hash := objective_entry_digest(entry);
    UPDATE "objective_entry" SET position = entry.position, prev_hash = entry.prev_hash, hash = entry.hash
      WHERE id = entry.id;
    head := entry;
  END LOOP;
END
$$;

-- Gives a new entry its place and its digest. Whoever writes holds the objective's row, so that two
-- writers of one chain come one after the other.
CREATE FUNCTION chain_objective_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  head "objective_entry";
BEGIN
  PERFORM 1 FROM "objective" WHERE id = NEW.objective_id FOR UPDATE;
  SELECT * INTO head FROM "objective_entry" WHERE objective_id = NEW.objective_id ORDER BY position DESC LIMIT 1;
  NEW.position := coalesce(head.position, 0) + 1;
  NEW.prev_hash := head.hash;
  NEW.hash := objective_entry_digest(NEW);
  RETURN NEW;
END
$$;
CREATE TRIGGER objective_entry_chain BEFORE INSERT ON "objective_entry"
  FOR EACH ROW EXECUTE FUNCTION chain_objective_entry();

CREATE TRIGGER objective_entry_append_only BEFORE UPDATE OR DELETE ON "objective_entry"
  FOR EACH ROW EXECUTE FUNCTION refuse_history_change();
CREATE TRIGGER objective_entry_no_truncate BEFORE TRUNCATE ON "objective_entry"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();

-- CreateTable
CREATE TABLE "rag_wording" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "plan_version_id" UUID NOT NULL,
    "rating" "RatingKind" NOT NULL,
    "rag" "Rag" NOT NULL,
    "wording" TEXT NOT NULL,
    "example" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "rag_wording_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_item" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "objective_id" UUID NOT NULL,
    "parent_id" UUID,
    "kind" "PlanItemKind" NOT NULL,
    "ref" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "due_text" TEXT,
    "due_precision" "DatePrecision",
    "due_last_day" DATE,
    "original_due_text" TEXT,
    "original_due_precision" "DatePrecision",
    "original_due_last_day" DATE,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "example" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "plan_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "objective_link" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "objective_id" UUID NOT NULL,
    "project_id" UUID,
    "priority_id" UUID,
    "self_evaluation_item_id" UUID,
    "example" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "objective_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change_request" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "objective_id" UUID,
    "kind" "ChangeKind" NOT NULL,
    "proposal" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "ChangeState" NOT NULL DEFAULT 'proposed',
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_note" TEXT,
    "plan_version_id" UUID,

    CONSTRAINT "change_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handover" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "objective_id" UUID NOT NULL,
    "role" "AssignmentRole" NOT NULL DEFAULT 'owner',
    "from_person_id" UUID,
    "to_person_id" UUID NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "AgreementState" NOT NULL DEFAULT 'asked',
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "handover_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "absence" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "cover_id" UUID,
    "cover_state" "AgreementState",
    "active" BOOLEAN NOT NULL DEFAULT true,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "snooze" (
    "partnership_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "until_day" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "snooze_pkey" PRIMARY KEY ("person_id","cycle_id")
);

-- CreateTable
CREATE TABLE "link_request" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "platform" "Platform" NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "claim" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "RequestState" NOT NULL DEFAULT 'open',
    "person_id" UUID,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "link_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_import" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "reading" JSONB NOT NULL,
    "state" "ImportState" NOT NULL DEFAULT 'previewed',
    "read_by_id" UUID NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by_id" UUID,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "plan_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "partnership_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "author_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "rag_wording_plan_version_id_rating_rag_key" ON "rag_wording"("plan_version_id", "rating", "rag");

-- CreateIndex
CREATE INDEX "plan_item_partnership_id_kind_status_idx" ON "plan_item"("partnership_id", "kind", "status");

-- CreateIndex
CREATE UNIQUE INDEX "plan_item_objective_id_kind_ref_key" ON "plan_item"("objective_id", "kind", "ref");

-- CreateIndex
CREATE INDEX "objective_link_objective_id_idx" ON "objective_link"("objective_id");

-- CreateIndex
CREATE INDEX "change_request_partnership_id_state_idx" ON "change_request"("partnership_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "change_request_partnership_id_number_key" ON "change_request"("partnership_id", "number");

-- CreateIndex
CREATE INDEX "handover_to_person_id_state_idx" ON "handover"("to_person_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "handover_partnership_id_number_key" ON "handover"("partnership_id", "number");

-- CreateIndex
CREATE INDEX "absence_person_id_idx" ON "absence"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "absence_partnership_id_number_key" ON "absence"("partnership_id", "number");

-- CreateIndex
CREATE INDEX "link_request_platform_tenant_id_user_id_idx" ON "link_request"("platform", "tenant_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "link_request_partnership_id_number_key" ON "link_request"("partnership_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "plan_import_partnership_id_number_key" ON "plan_import"("partnership_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "audit_event_seq_key" ON "audit_event"("seq");

-- CreateIndex
CREATE INDEX "audit_event_partnership_id_at_idx" ON "audit_event"("partnership_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "objective_entry_supersedes_id_key" ON "objective_entry"("supersedes_id");

-- CreateIndex
CREATE UNIQUE INDEX "objective_entry_objective_id_position_key" ON "objective_entry"("objective_id", "position");

-- AddForeignKey
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rag_wording" ADD CONSTRAINT "rag_wording_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rag_wording" ADD CONSTRAINT "rag_wording_plan_version_id_fkey" FOREIGN KEY ("plan_version_id") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objective_entry" ADD CONSTRAINT "objective_entry_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "objective_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_item" ADD CONSTRAINT "plan_item_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_item" ADD CONSTRAINT "plan_item_objective_id_fkey" FOREIGN KEY ("objective_id") REFERENCES "objective"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_item" ADD CONSTRAINT "plan_item_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "plan_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objective_link" ADD CONSTRAINT "objective_link_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objective_link" ADD CONSTRAINT "objective_link_objective_id_fkey" FOREIGN KEY ("objective_id") REFERENCES "objective"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objective_link" ADD CONSTRAINT "objective_link_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objective_link" ADD CONSTRAINT "objective_link_priority_id_fkey" FOREIGN KEY ("priority_id") REFERENCES "strategic_priority"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objective_link" ADD CONSTRAINT "objective_link_self_evaluation_item_id_fkey" FOREIGN KEY ("self_evaluation_item_id") REFERENCES "self_evaluation_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_request" ADD CONSTRAINT "change_request_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_request" ADD CONSTRAINT "change_request_objective_id_fkey" FOREIGN KEY ("objective_id") REFERENCES "objective"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_request" ADD CONSTRAINT "change_request_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_request" ADD CONSTRAINT "change_request_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_request" ADD CONSTRAINT "change_request_plan_version_id_fkey" FOREIGN KEY ("plan_version_id") REFERENCES "plan_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_objective_id_fkey" FOREIGN KEY ("objective_id") REFERENCES "objective"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_from_person_id_fkey" FOREIGN KEY ("from_person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_to_person_id_fkey" FOREIGN KEY ("to_person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_cover_id_fkey" FOREIGN KEY ("cover_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snooze" ADD CONSTRAINT "snooze_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snooze" ADD CONSTRAINT "snooze_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snooze" ADD CONSTRAINT "snooze_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "governance_cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link_request" ADD CONSTRAINT "link_request_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link_request" ADD CONSTRAINT "link_request_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link_request" ADD CONSTRAINT "link_request_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_import" ADD CONSTRAINT "plan_import_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_import" ADD CONSTRAINT "plan_import_read_by_id_fkey" FOREIGN KEY ("read_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_import" ADD CONSTRAINT "plan_import_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "plan_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;



CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON "audit_event"
  FOR EACH ROW EXECUTE FUNCTION refuse_history_change();
CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON "audit_event"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();

-- Dates are recorded whole: their words, how exact they are, and the last day they can mean.
ALTER TABLE "objective" ADD CONSTRAINT "objective_original_due_whole"
  CHECK (num_nonnulls("original_due_text", "original_due_precision", "original_due_last_day") IN (0, 3));
ALTER TABLE "plan_item" ADD CONSTRAINT "plan_item_due_whole"
  CHECK (num_nonnulls("due_text", "due_precision", "due_last_day") IN (0, 3)
    AND num_nonnulls("original_due_text", "original_due_precision", "original_due_last_day") IN (0, 3));
-- Only a milestone belongs to an action.
ALTER TABLE "plan_item" ADD CONSTRAINT "plan_item_parent" CHECK (("parent_id" IS NOT NULL) = ("kind" = 'milestone'));
-- A link is to one thing.
ALTER TABLE "objective_link" ADD CONSTRAINT "objective_link_one_target"
  CHECK (num_nonnulls("project_id", "priority_id", "self_evaluation_item_id") = 1);
CREATE UNIQUE INDEX "objective_link_once" ON "objective_link"
  ("objective_id", coalesce("project_id", "priority_id", "self_evaluation_item_id"));
-- An absence has a first and a last day in that order, and a cover has said something about it.
ALTER TABLE "absence" ADD CONSTRAINT "absence_days" CHECK ("starts_on" <= "ends_on");
ALTER TABLE "absence" ADD CONSTRAINT "absence_cover" CHECK (("cover_id" IS NULL) = ("cover_state" IS NULL));
-- An objective is closed on a day.
ALTER TABLE "objective" ADD CONSTRAINT "objective_closed_on" CHECK (("status" = 'closed') = ("closed_on" IS NOT NULL));
