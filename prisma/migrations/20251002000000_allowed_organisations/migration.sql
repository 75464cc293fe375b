-- Other organisations' workspaces and tenants whose people the office lets in, each with its reason. An account or a request of
-- such a person says which one they belong to, so that taking it back finds them.

-- AlterTable
ALTER TABLE "conversation_reference" ADD COLUMN     "outside_tenant_id" TEXT;

-- AlterTable
ALTER TABLE "link_request" ADD COLUMN     "outside_tenant_id" TEXT;

-- AlterTable
ALTER TABLE "platform_account" ADD COLUMN     "outside_tenant_id" TEXT;

-- CreateTable
CREATE TABLE "allowed_organisation" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "platform" "Platform" NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "allowed_by_id" UUID NOT NULL,
    "allowed_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,

    CONSTRAINT "allowed_organisation_pkey" PRIMARY KEY ("partnership_id","id")
);

-- CreateIndex
CREATE INDEX "allowed_organisation_partnership_id_platform_tenant_id_idx" ON "allowed_organisation"("partnership_id", "platform", "tenant_id");

-- AddForeignKey
ALTER TABLE "allowed_organisation" ADD CONSTRAINT "allowed_organisation_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allowed_organisation" ADD CONSTRAINT "allowed_organisation_partnership_id_allowed_by_id_fkey" FOREIGN KEY ("partnership_id", "allowed_by_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allowed_organisation" ADD CONSTRAINT "allowed_organisation_partnership_id_ended_by_id_fkey" FOREIGN KEY ("partnership_id", "ended_by_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT pap_keep_apart('allowed_organisation'::regclass);
