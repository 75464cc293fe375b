-- Secret addresses of calendars. Only a checksum of the secret is kept.

-- CreateTable
CREATE TABLE "calendar_feed" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "forum_id" UUID,
    "token_hash" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("partnership_id","id")
);

-- CreateIndex
CREATE INDEX "calendar_feed_partnership_id_person_id_idx" ON "calendar_feed"("partnership_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_partnership_id_token_hash_key" ON "calendar_feed"("partnership_id", "token_hash");

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_partnership_id_person_id_fkey" FOREIGN KEY ("partnership_id", "person_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_partnership_id_forum_id_fkey" FOREIGN KEY ("partnership_id", "forum_id") REFERENCES "forum"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT pap_keep_apart('calendar_feed');
