-- What each audience looks at: figures and their targets, digests, highlight reports, packs, the families' page.

-- CreateEnum
CREATE TYPE "TargetSense" AS ENUM ('at-least', 'at-most');

-- CreateEnum
CREATE TYPE "DigestVariant" AS ENUM ('owner', 'co-chair', 'office', 'board');

-- AlterTable
ALTER TABLE "channel_binding" ADD COLUMN     "digest_on" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "digest_time" TEXT,
ADD COLUMN     "digest_weekday" INTEGER;

-- AlterTable
ALTER TABLE "kpi" ADD COLUMN     "owner_id" UUID;

-- AlterTable
ALTER TABLE "kpi_observation" ADD COLUMN     "period" TEXT,
ADD COLUMN     "person_id" UUID;

-- CreateTable
CREATE TABLE "kpi_polarity_choice" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "kpi_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "polarity" "Polarity" NOT NULL,
    "person_id" UUID NOT NULL,
    "reason" TEXT,
    "chosen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "kpi_polarity_choice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kpi_target" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "kpi_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "sense" "TargetSense" NOT NULL,
    "raw" TEXT NOT NULL,
    "tolerance" TEXT,
    "due_text" TEXT,
    "due_on" DATE,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "agreed_by_id" UUID,
    "agreed_at" TIMESTAMPTZ(3),
    "meeting_id" UUID,
    "signed_off_by_id" UUID,
    "signed_off_at" TIMESTAMPTZ(3),

    CONSTRAINT "kpi_target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kpi_comment" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "kpi_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "kpi_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "digest_choice" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "variant" "DigestVariant" NOT NULL,
    "taken" BOOLEAN NOT NULL DEFAULT true,
    "weekday" INTEGER,
    "time" TEXT,

    CONSTRAINT "digest_choice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "highlight_report" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "month" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "words" JSONB NOT NULL,
    "content" JSONB,
    "begun_by_id" UUID NOT NULL,
    "begun_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_by_id" UUID,
    "approved_at" TIMESTAMPTZ(3),

    CONSTRAINT "highlight_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "board_pack" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "meeting_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "content" JSONB NOT NULL,
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "board_pack_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "board_pack_file" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "pack_id" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "board_pack_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "family_item" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "objective_id" UUID,
    "kpi_id" UUID,
    "voice_id" UUID,
    "words" TEXT NOT NULL,
    "agreed_by_id" UUID NOT NULL,
    "agreed_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_by_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "family_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "glossary_term" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "term" TEXT NOT NULL,
    "meaning" TEXT NOT NULL,
    "plain" TEXT,

    CONSTRAINT "glossary_term_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "kpi_polarity_choice_kpi_id_ordinal_key" ON "kpi_polarity_choice"("kpi_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "kpi_target_kpi_id_ordinal_key" ON "kpi_target"("kpi_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "kpi_comment_kpi_id_ordinal_key" ON "kpi_comment"("kpi_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "digest_choice_person_id_variant_key" ON "digest_choice"("person_id", "variant");

-- CreateIndex
CREATE UNIQUE INDEX "highlight_report_theme_id_month_version_key" ON "highlight_report"("theme_id", "month", "version");

-- CreateIndex
CREATE UNIQUE INDEX "board_pack_meeting_id_version_key" ON "board_pack"("meeting_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "board_pack_partnership_id_number_version_key" ON "board_pack"("partnership_id", "number", "version");

-- CreateIndex
CREATE UNIQUE INDEX "board_pack_file_pack_id_format_key" ON "board_pack_file"("pack_id", "format");

-- CreateIndex
CREATE UNIQUE INDEX "family_item_partnership_id_number_key" ON "family_item"("partnership_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "glossary_term_partnership_id_term_key" ON "glossary_term"("partnership_id", "term");

-- AddForeignKey
ALTER TABLE "kpi" ADD CONSTRAINT "kpi_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi_observation" ADD CONSTRAINT "kpi_observation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi_polarity_choice" ADD CONSTRAINT "kpi_polarity_choice_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi_polarity_choice" ADD CONSTRAINT "kpi_polarity_choice_kpi_id_fkey" FOREIGN KEY ("kpi_id") REFERENCES "kpi"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi_polarity_choice" ADD CONSTRAINT "kpi_polarity_choice_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi_target" ADD CONSTRAINT "kpi_target_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi_target" ADD CONSTRAINT "kpi_target_kpi_id_fkey" FOREIGN KEY ("kpi_id") REFERENCES "kpi"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi_target" ADD CONSTRAINT "kpi_target_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi_target" ADD CONSTRAINT "kpi_target_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi_target" ADD CONSTRAINT "kpi_target_agreed_by_id_fkey" FOREIGN KEY ("agreed_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi_target" ADD CONSTRAINT "kpi_target_signed_off_by_id_fkey" FOREIGN KEY ("signed_off_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi_comment" ADD CONSTRAINT "kpi_comment_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi_comment" ADD CONSTRAINT "kpi_comment_kpi_id_fkey" FOREIGN KEY ("kpi_id") REFERENCES "kpi"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi_comment" ADD CONSTRAINT "kpi_comment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "digest_choice" ADD CONSTRAINT "digest_choice_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "digest_choice" ADD CONSTRAINT "digest_choice_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "highlight_report" ADD CONSTRAINT "highlight_report_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "highlight_report" ADD CONSTRAINT "highlight_report_theme_id_fkey" FOREIGN KEY ("theme_id") REFERENCES "theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "highlight_report" ADD CONSTRAINT "highlight_report_begun_by_id_fkey" FOREIGN KEY ("begun_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "highlight_report" ADD CONSTRAINT "highlight_report_approved_by_id_fkey" FOREIGN KEY ("approved_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "board_pack" ADD CONSTRAINT "board_pack_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "board_pack" ADD CONSTRAINT "board_pack_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "board_pack" ADD CONSTRAINT "board_pack_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "board_pack_file" ADD CONSTRAINT "board_pack_file_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "board_pack_file" ADD CONSTRAINT "board_pack_file_pack_id_fkey" FOREIGN KEY ("pack_id") REFERENCES "board_pack"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "family_item" ADD CONSTRAINT "family_item_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "family_item" ADD CONSTRAINT "family_item_objective_id_fkey" FOREIGN KEY ("objective_id") REFERENCES "objective"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "family_item" ADD CONSTRAINT "family_item_kpi_id_fkey" FOREIGN KEY ("kpi_id") REFERENCES "kpi"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "family_item" ADD CONSTRAINT "family_item_voice_id_fkey" FOREIGN KEY ("voice_id") REFERENCES "voice"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "family_item" ADD CONSTRAINT "family_item_agreed_by_id_fkey" FOREIGN KEY ("agreed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "family_item" ADD CONSTRAINT "family_item_withdrawn_by_id_fkey" FOREIGN KEY ("withdrawn_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "glossary_term" ADD CONSTRAINT "glossary_term_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What people put on the record stays as they put it.
DO $$
DECLARE
  tracked text;
BEGIN
  FOREACH tracked IN ARRAY ARRAY['kpi', 'digest_choice', 'highlight_report', 'family_item', 'glossary_term'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION keep_row_before()',
      tracked || '_row_before', tracked);
  END LOOP;
  FOREACH tracked IN ARRAY ARRAY['kpi_observation', 'kpi_polarity_choice', 'kpi_comment', 'board_pack', 'board_pack_file'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_history_change()',
      tracked || '_append_only', tracked);
  END LOOP;
END
$$;

-- A family item speaks of one thing.
ALTER TABLE "family_item" ADD CONSTRAINT "family_item_of_one" CHECK (num_nonnulls("objective_id", "kpi_id", "voice_id") = 1);
