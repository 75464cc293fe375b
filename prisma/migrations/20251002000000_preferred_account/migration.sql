-- Of several accounts on one platform one can be preferred.

-- AlterTable
ALTER TABLE "platform_account" ADD COLUMN     "preferred_at" TIMESTAMPTZ(3);
