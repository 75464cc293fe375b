-- What only files and workbooks could set is set in chat too. Two bodies that became one stay two rows: what is older shows
-- the name that the body had then. What organisations, themes, projects and areas said before they were renamed is kept.

-- AlterTable
ALTER TABLE "organisation" ADD COLUMN     "merged_into_id" UUID;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_partnership_id_merged_into_id_fkey" FOREIGN KEY ("partnership_id", "merged_into_id") REFERENCES "organisation"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE
  tracked text;
BEGIN
  FOREACH tracked IN ARRAY ARRAY['organisation', 'priority_area', 'project', 'theme'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION keep_row_before()',
      tracked || '_row_before', tracked);
  END LOOP;
END
$$;
