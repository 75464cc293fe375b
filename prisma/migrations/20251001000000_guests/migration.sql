-- What a guest wrote first is a request to be linked, with what the platform said of them then.

-- CreateEnum
CREATE TYPE "GuestKind" AS ENUM ('several_channels', 'one_channel', 'tenant_guest', 'other_organisation');

-- AlterTable
ALTER TABLE "link_request" ADD COLUMN     "guest_kind" "GuestKind",
ADD COLUMN     "shown_name" TEXT,
ADD COLUMN     "vouched_email" TEXT;
