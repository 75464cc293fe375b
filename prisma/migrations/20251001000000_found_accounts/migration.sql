-- Accounts are looked for by the addresses on the plan: how each one was linked is kept, and what came of looking.

-- AlterTable
ALTER TABLE "platform_account" ADD COLUMN     "linked_how" TEXT;

-- CreateTable
CREATE TABLE "account_search" (
    "partnership_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "platform" "Platform" NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "looked_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,

    CONSTRAINT "account_search_pkey" PRIMARY KEY ("partnership_id","person_id","platform","tenant_id")
);

-- AddForeignKey
ALTER TABLE "account_search" ADD CONSTRAINT "account_search_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_search" ADD CONSTRAINT "account_search_partnership_id_person_id_fkey" FOREIGN KEY ("partnership_id", "person_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT pap_keep_apart('account_search');
