-- Which transaction last changed what a plan calls its objectives, so that every replica can remember their references
-- and knows when they hold no more.

-- CreateTable
CREATE TABLE "plan_stamp" (
    "partnership_id" UUID NOT NULL,
    "moved_by" BIGINT NOT NULL,

    CONSTRAINT "plan_stamp_pkey" PRIMARY KEY ("partnership_id")
);

-- AddForeignKey
ALTER TABLE "plan_stamp" ADD CONSTRAINT "plan_stamp_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A transaction's number is used once, so a stamp never comes back; one that changes thousands of rows writes it once.
CREATE FUNCTION plan_moved() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  mine bigint := pg_current_xact_id()::text::bigint;
BEGIN
  INSERT INTO plan_stamp AS s (partnership_id, moved_by)
  VALUES (coalesce(NEW.partnership_id, OLD.partnership_id), mine)
  ON CONFLICT (partnership_id) DO UPDATE SET moved_by = mine WHERE s.moved_by <> mine;
  RETURN NULL;
END
$$;

CREATE TRIGGER objective_moves_plan AFTER INSERT OR DELETE ON "objective"
  FOR EACH ROW EXECUTE FUNCTION plan_moved();
CREATE TRIGGER objective_renamed AFTER UPDATE OF ref, title, plan_version_id ON "objective"
  FOR EACH ROW WHEN ((OLD.ref, OLD.title, OLD.plan_version_id) IS DISTINCT FROM (NEW.ref, NEW.title, NEW.plan_version_id))
  EXECUTE FUNCTION plan_moved();
CREATE TRIGGER plan_version_moves_plan AFTER INSERT OR DELETE ON "plan_version"
  FOR EACH ROW EXECUTE FUNCTION plan_moved();
CREATE TRIGGER plan_version_published AFTER UPDATE OF status ON "plan_version"
  FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION plan_moved();

INSERT INTO plan_stamp (partnership_id, moved_by)
SELECT id, pg_current_xact_id()::text::bigint FROM partnership;
