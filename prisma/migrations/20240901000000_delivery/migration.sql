-- What delivery keeps: where an attempt went, who cannot be reached, the pace of every conversation, and the
-- number by which people name a notification.

-- AlterEnum
ALTER TYPE "NotificationState" ADD VALUE 'checking';

-- AlterTable
ALTER TABLE "channel_binding" ADD COLUMN     "unreachable_code" TEXT,
ADD COLUMN     "unreachable_since" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "notification" ADD COLUMN     "attempted_at" TIMESTAMPTZ(3),
ADD COLUMN     "route" JSONB,
ADD COLUMN     "seq" BIGSERIAL NOT NULL;

-- AlterTable
ALTER TABLE "partnership" ADD COLUMN     "heartbeat_time" TEXT;

-- AlterTable
ALTER TABLE "platform_account" ADD COLUMN     "unreachable_code" TEXT,
ADD COLUMN     "unreachable_since" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "send_pace" (
    "key" TEXT NOT NULL,
    "free_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "send_pace_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "notification_seq_key" ON "notification"("seq");

-- Which requests of a cycle were sent: an answer changes them where they stand.
CREATE INDEX "notification_chase" ON "notification" (("payload"->>'cycleId')) WHERE "kind" = 'chase';
