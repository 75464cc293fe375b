-- A workspace or tenant may stand for several partnerships, and a person may belong to several: what they are found by
-- is unique within a partnership. Decision 0027 says how a request finds its partnership.

-- DropIndex
DROP INDEX "workspace_platform_tenant_id_key";
DROP INDEX "platform_account_platform_tenant_id_user_id_key";
DROP INDEX "conversation_reference_platform_tenant_id_kind_subject_id_key";

-- AlterTable
ALTER TABLE "platform_account" ADD COLUMN     "chosen_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE UNIQUE INDEX "workspace_partnership_id_platform_tenant_id_key" ON "workspace"("partnership_id", "platform", "tenant_id");
CREATE INDEX "workspace_platform_tenant_id_idx" ON "workspace"("platform", "tenant_id");

-- CreateIndex
CREATE UNIQUE INDEX "platform_account_partnership_id_platform_tenant_id_user_id_key" ON "platform_account"("partnership_id", "platform", "tenant_id", "user_id");
CREATE INDEX "platform_account_platform_tenant_id_user_id_idx" ON "platform_account"("platform", "tenant_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "conversation_reference_partnership_id_platform_tenant_id_ki_key" ON "conversation_reference"("partnership_id", "platform", "tenant_id", "kind", "subject_id");
CREATE INDEX "conversation_reference_platform_tenant_id_kind_subject_id_idx" ON "conversation_reference"("platform", "tenant_id", "kind", "subject_id");
