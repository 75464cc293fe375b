-- The programme office can pause all sending: what is queued waits until it is resumed.

-- AlterTable
ALTER TABLE "partnership" ADD COLUMN     "sending_paused_at" TIMESTAMPTZ(3);

-- When a row of the pace was set. What was set later than now was set by a clock that ran ahead, and holds nothing up.

-- AlterTable
ALTER TABLE "send_pace" ADD COLUMN     "set_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP;
