-- Operators set a partnership up, switch it off and on, export it and erase it. What they did is kept beside the
-- partnerships, so that it outlives them. Decision 0027.

-- AlterTable
ALTER TABLE "partnership" ADD COLUMN     "switched_off_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "operator_event" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "subject_key" TEXT NOT NULL,
    "operator" TEXT NOT NULL,
    "reason" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "operator_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "operator_event_seq_key" ON "operator_event"("seq");

-- CreateIndex
CREATE INDEX "operator_event_subject_id_seq_idx" ON "operator_event"("subject_id", "seq");

-- Append-only still. Two ways through, each only within the transaction that recorded why: the words that a trigger names,
-- under an erasure; and every row of one partnership, once an operator's erasure of it was recorded.
CREATE OR REPLACE FUNCTION refuse_history_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND TG_NARGS > 0 THEN
    IF to_jsonb(OLD) - TG_ARGV = to_jsonb(NEW) - TG_ARGV AND EXISTS (
      SELECT FROM erasure e
      WHERE e.id = nullif(current_setting('pap.erasure', true), '')::uuid
        AND e.partnership_id = OLD.partnership_id AND e.xmin = pg_current_xact_id()::xid
    ) THEN
      RETURN NEW;
    END IF;
  ELSIF TG_OP = 'DELETE' THEN
    IF EXISTS (
      SELECT FROM operator_event o
      WHERE o.id = nullif(current_setting('pap.partnership_erasure', true), '')::uuid AND o.kind = 'erased'
        AND o.subject_id::text = to_jsonb(OLD) ->> 'partnership_id' AND o.xmin = pg_current_xact_id()::xid
    ) THEN
      RETURN OLD;
    END IF;
  END IF;
  RAISE EXCEPTION '% on % is refused: the table is append-only', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER operator_event_append_only BEFORE UPDATE OR DELETE ON "operator_event"
  FOR EACH ROW EXECUTE FUNCTION refuse_history_change();
CREATE TRIGGER operator_event_no_truncate BEFORE TRUNCATE ON "operator_event"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();
