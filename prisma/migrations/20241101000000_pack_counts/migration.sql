-- What a pack said of ratings, as data: what the next pack calls the last one is what that one said. Packs that were made
-- before have none; they are counted from the history at the moment they were made. The trigger board_pack_append_only
-- refuses to change it, as it does everything else of a pack.

-- AlterTable
ALTER TABLE "board_pack" ADD COLUMN     "ratings" JSONB;
