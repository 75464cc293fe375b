-- The governance cycle: deadlines of each forum as rows, days on which nobody works, what the office does by hand.

-- CreateEnum
CREATE TYPE "DeadlineKind" AS ENUM ('returns-due', 'freeze', 'papers-out', 'evidence-due');

-- CreateEnum
CREATE TYPE "DayUnit" AS ENUM ('working', 'calendar');

-- AlterEnum
ALTER TYPE "EntryKind" ADD VALUE 'board';

-- AlterEnum
ALTER TYPE "RoleName" ADD VALUE 'evidence-lead';

-- AlterTable
ALTER TABLE "governance_cycle" ADD COLUMN     "frozen_at" TIMESTAMPTZ(3),
ADD COLUMN     "minuted_at" TIMESTAMPTZ(3),
ADD COLUMN     "opened_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "meeting" ADD COLUMN     "called_off_at" TIMESTAMPTZ(3),
ADD COLUMN     "recurs_on" DATE;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "calendar_id" UUID;

-- CreateTable
CREATE TABLE "forum_deadline" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "kind" "DeadlineKind" NOT NULL,
    "days" INTEGER NOT NULL,
    "unit" "DayUnit" NOT NULL,
    "time" TEXT NOT NULL,

    CONSTRAINT "forum_deadline_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "forum_deadline_forum_id_kind_key" ON "forum_deadline"("forum_id", "kind");

-- CreateTable
CREATE TABLE "closure_day" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "organisation_id" UUID,
    "name" TEXT NOT NULL,
    "worked" BOOLEAN NOT NULL DEFAULT false,
    "example" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "closure_day_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "work_calendar" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "example" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "work_calendar_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "work_period" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "calendar_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,

    CONSTRAINT "work_period_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "closure_day_partnership_id_day_idx" ON "closure_day"("partnership_id", "day");

-- CreateIndex
CREATE UNIQUE INDEX "work_calendar_partnership_id_key_key" ON "work_calendar"("partnership_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "work_period_calendar_id_starts_on_key" ON "work_period"("calendar_id", "starts_on");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_forum_id_recurs_on_key" ON "meeting"("forum_id", "recurs_on");

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "work_calendar"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forum_deadline" ADD CONSTRAINT "forum_deadline_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forum_deadline" ADD CONSTRAINT "forum_deadline_forum_id_fkey" FOREIGN KEY ("forum_id") REFERENCES "forum"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "closure_day" ADD CONSTRAINT "closure_day_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "closure_day" ADD CONSTRAINT "closure_day_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_calendar" ADD CONSTRAINT "work_calendar_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_period" ADD CONSTRAINT "work_period_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_period" ADD CONSTRAINT "work_period_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "work_calendar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A forum's lead times become rows, one for each thing that is due before a meeting.
INSERT INTO "forum_deadline" ("id", "partnership_id", "forum_id", "kind", "days", "unit", "time")
SELECT gen_random_uuid(), "partnership_id", "id", 'returns-due'::"DeadlineKind", "return_lead_working_days", 'working'::"DayUnit", "return_due_time" FROM "forum"
UNION ALL
SELECT gen_random_uuid(), "partnership_id", "id", 'freeze', "freeze_lead_working_days", 'working'::"DayUnit", "return_due_time" FROM "forum";

-- AlterTable
ALTER TABLE "forum" DROP COLUMN "freeze_lead_working_days",
DROP COLUMN "return_due_time",
DROP COLUMN "return_lead_working_days",
ADD COLUMN     "chase_rules" JSONB,
ADD COLUMN     "recurrence" TEXT;

ALTER TABLE "forum_deadline" ADD CONSTRAINT "forum_deadline_days" CHECK ("days" BETWEEN 0 AND 366);
ALTER TABLE "forum_deadline" ADD CONSTRAINT "forum_deadline_time" CHECK ("time" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
ALTER TABLE "work_period" ADD CONSTRAINT "work_period_days" CHECK ("starts_on" <= "ends_on");
-- One closure a day for everybody, and one for each organisation.
CREATE UNIQUE INDEX "closure_day_once" ON "closure_day" ("partnership_id", "day", coalesce("organisation_id", '00000000-0000-0000-0000-000000000000'::uuid));

-- What these rows said before they changed is kept, as of other tables.
DO $$
DECLARE
  tracked text;
BEGIN
  FOREACH tracked IN ARRAY ARRAY['forum_deadline', 'closure_day', 'work_calendar', 'work_period'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION keep_row_before()',
      tracked || '_row_before', tracked);
  END LOOP;
END
$$;
