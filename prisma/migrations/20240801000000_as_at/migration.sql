-- CreateTable
CREATE TABLE "row_change" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "partnership_id" UUID NOT NULL,
    "table_name" TEXT NOT NULL,
    "row_id" UUID NOT NULL,
    "before" JSONB,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "row_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "row_change_seq_key" ON "row_change"("seq");

-- CreateIndex
CREATE INDEX "row_change_partnership_id_table_name_at_idx" ON "row_change"("partnership_id", "table_name", "at");

-- AddForeignKey
ALTER TABLE "row_change" ADD CONSTRAINT "row_change_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "row_change" ADD CONSTRAINT "row_change_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



CREATE TRIGGER row_change_append_only BEFORE UPDATE OR DELETE ON "row_change"
  FOR EACH ROW EXECUTE FUNCTION refuse_history_change();
CREATE TRIGGER row_change_no_truncate BEFORE TRUNCATE ON "row_change"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();

-- Meetings that were moved before there was this table: the office's log has both days of each move. From the
-- day on which a meeting is held now, each move leads back to the one before it.
WITH RECURSIVE moved AS (
  SELECT e.partnership_id, e.seq, e.author_id, e.at, w[1] AS forum, w[2]::date AS was, w[3]::date AS became
  FROM audit_event e
  CROSS JOIN LATERAL regexp_match(e.summary,
    '^the meeting of (.+) on (\d{4}-\d\d-\d\d) was moved to (\d{4}-\d\d-\d\d)$') w
  WHERE e.kind = 'meeting-moved' AND w IS NOT NULL
), step AS (
  SELECT m.id, v.* FROM meeting m
  JOIN forum f ON f.id = m.forum_id
  JOIN moved v ON v.partnership_id = m.partnership_id AND v.forum = f.key AND v.became = m.held_on
  WHERE NOT EXISTS (SELECT FROM moved o
    WHERE o.partnership_id = v.partnership_id AND o.forum = v.forum AND o.was = v.became AND o.seq > v.seq)
  UNION ALL
  SELECT s.id, v.* FROM step s
  JOIN moved v ON v.partnership_id = s.partnership_id AND v.forum = s.forum AND v.became = s.was AND v.seq < s.seq
  WHERE NOT EXISTS (SELECT FROM moved o WHERE o.partnership_id = v.partnership_id AND o.forum = v.forum
    AND o.was = v.became AND o.seq > v.seq AND o.seq < s.seq)
)
INSERT INTO row_change (id, partnership_id, table_name, row_id, before, by_id, at)
SELECT gen_random_uuid(), partnership_id, 'meeting', id, jsonb_build_object('held_on', was), author_id, at
FROM step ORDER BY seq;

-- A record that there was before says from when on its changes are kept: what a row said earlier is not known. In a
-- demonstration its own clock counts.
INSERT INTO row_change (id, partnership_id, table_name, row_id, at)
SELECT gen_random_uuid(), p.id, 'row_change', p.id, coalesce(d.now, now())
FROM partnership p LEFT JOIN demo_clock d ON d.partnership_id = p.id;

-- Keeps what a row said before it changed. Only a change that was made at a time is kept: whoever writes says when
-- and who in settings of the transaction. What is loaded from documents counts as having always been so.
CREATE FUNCTION keep_row_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moment timestamptz := nullif(current_setting('pap.at', true), '');
  was jsonb;
BEGIN
  IF moment IS NULL THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'DELETE' THEN
    was := to_jsonb(OLD);
  ELSIF TG_OP = 'UPDATE' THEN
    SELECT jsonb_object_agg(o.key, o.value) INTO was FROM jsonb_each(to_jsonb(OLD)) o
    WHERE o.value IS DISTINCT FROM to_jsonb(NEW) -> o.key;
    IF was IS NULL THEN
      RETURN NULL;
    END IF;
  END IF;
  INSERT INTO row_change (id, partnership_id, table_name, row_id, before, by_id, at)
  VALUES (gen_random_uuid(), coalesce(NEW.partnership_id, OLD.partnership_id), TG_TABLE_NAME, coalesce(NEW.id, OLD.id),
    was, nullif(current_setting('pap.by', true), '')::uuid, moment);
  RETURN NULL;
END
$$;

-- A return is answered in history; only when it was asked for is nowhere else.
CREATE TRIGGER return_request_row_before AFTER INSERT ON "return_request"
  FOR EACH ROW EXECUTE FUNCTION keep_row_before();

DO $$
DECLARE
  tracked text;
BEGIN
  FOREACH tracked IN ARRAY ARRAY['absence', 'channel_binding', 'forum', 'governance_cycle', 'meeting', 'person',
    'plan_version', 'platform_account', 'rag_wording', 'role_grant', 'source_document'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION keep_row_before()',
      tracked || '_row_before', tracked);
  END LOOP;
END
$$;
