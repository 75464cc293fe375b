-- A history whose words can be erased and whose seal still holds. An entry's digest no longer covers its words but a
-- salted commitment to each of them (`said`); words and salts stand beside the entry, in entry_words, and can be erased
-- there. Decision 0026 says how and why.

-- What the tables below refer to.
CREATE UNIQUE INDEX IF NOT EXISTS "objective_entry_partnership_id_id_key" ON "objective_entry"("partnership_id", "id");
CREATE UNIQUE INDEX IF NOT EXISTS "person_partnership_id_id_key" ON "person"("partnership_id", "id");

-- AlterTable
ALTER TABLE "objective_entry" ADD COLUMN     "first_hash" TEXT,
ADD COLUMN     "said" JSONB;

-- CreateTable
CREATE TABLE "entry_words" (
    "partnership_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "note" TEXT,
    "detail" JSONB,
    "salts" JSONB NOT NULL DEFAULT '{}',
    "erased" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "entry_words_pkey" PRIMARY KEY ("partnership_id","entry_id")
);

-- CreateTable
CREATE TABLE "person_name" (
    "partnership_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_name_pkey" PRIMARY KEY ("partnership_id","id")
);

-- CreateEnum
CREATE TYPE "ErasureKind" AS ENUM ('person', 'retention');

-- CreateTable
CREATE TABLE "erasure" (
    "partnership_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "ErasureKind" NOT NULL,
    "person_id" UUID,
    "reason" TEXT NOT NULL,
    "report" JSONB NOT NULL DEFAULT '{}',
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "erasure_pkey" PRIMARY KEY ("partnership_id","id")
);

-- CreateTable
CREATE TABLE "retention_rule" (
    "partnership_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "months" INTEGER NOT NULL,
    "set_by_id" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "retention_rule_pkey" PRIMARY KEY ("partnership_id","id")
);

-- CreateTable
CREATE TABLE "retention_hold" (
    "partnership_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "person_id" UUID,
    "reason" TEXT NOT NULL,
    "placed_by_id" UUID NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,
    "released_by_id" UUID,
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "retention_hold_pkey" PRIMARY KEY ("partnership_id","id")
);

-- CreateIndex
CREATE INDEX "person_name_partnership_id_person_id_until_idx" ON "person_name"("partnership_id", "person_id", "until");

-- CreateIndex
CREATE UNIQUE INDEX "erasure_partnership_id_number_key" ON "erasure"("partnership_id", "number");

-- CreateIndex
CREATE INDEX "erasure_partnership_id_person_id_idx" ON "erasure"("partnership_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "retention_rule_partnership_id_kind_key" ON "retention_rule"("partnership_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "retention_hold_partnership_id_number_key" ON "retention_hold"("partnership_id", "number");

-- What stood in the first chain has to be whole before it is chained again: a break that was there must not be sealed
-- into the new one without a word, so a chain that is broken keeps the digest that shows it (`first_hash` is copied).
ALTER FUNCTION objective_entry_digest("objective_entry") RENAME TO objective_entry_first_digest;

-- Which words of a part of an entry are facts: states, dates, references and ids. All else is words of people.
CREATE FUNCTION entry_leaf_is_fact(key text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT key = ANY ('{of,itemId,parentId,ref,itemRef,change,role,kind,type,status,rung,id,to,personId,areaRef,text,precision,lastDay,start,closedOn,doneOn,on,answeredOn,when,recovery}')
$$;

-- What an entry's digest covers in the place of a value, and the salt of each word in it by its place: words become
-- the digest of salt and word, facts stay.
CREATE FUNCTION entry_commitment(value jsonb, place text, key text, OUT said jsonb, OUT salts jsonb) LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  part record;
  inside record;
  salt text;
BEGIN
  salts := '{}';
  said := value;
  IF jsonb_typeof(value) = 'object' THEN
    said := '{}';
    FOR part IN SELECT p.key AS name, p.value AS held FROM jsonb_each(value) p LOOP
      SELECT * INTO inside FROM entry_commitment(part.held, place || '/' || part.name, part.name);
      said := said || jsonb_build_object(part.name, inside.said);
      salts := salts || inside.salts;
    END LOOP;
  ELSIF jsonb_typeof(value) = 'array' THEN
    said := '[]';
    FOR part IN SELECT (p.ordinality - 1)::text AS name, p.value AS held FROM jsonb_array_elements(value) WITH ORDINALITY p LOOP
      SELECT * INTO inside FROM entry_commitment(part.held, place || '/' || part.name, key);
      said := said || jsonb_build_array(inside.said);
      salts := salts || inside.salts;
    END LOOP;
  ELSIF jsonb_typeof(value) = 'string' AND NOT entry_leaf_is_fact(key) THEN
    salt := replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
    said := to_jsonb(encode(sha256(convert_to(salt || (value #>> '{}'), 'UTF8')), 'hex'));
    salts := jsonb_build_object(place, salt);
  END IF;
END
$$;

-- Whether what stands beside an entry is what it committed to. A word that was erased, by its place in `erased`, fits
-- whatever stands there now; every fact beside it still has to be as it was.
CREATE FUNCTION entry_words_fit(said jsonb, value jsonb, salts jsonb, erased jsonb, place text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  part record;
BEGIN
  IF erased ? place THEN
    RETURN jsonb_typeof(said) = 'string' AND (said #>> '{}') ~ '^[0-9a-f]{64}$';
  ELSIF salts ? place THEN
    RETURN said #>> '{}' = encode(sha256(convert_to((salts ->> place) || (value #>> '{}'), 'UTF8')), 'hex');
  ELSIF jsonb_typeof(value) = 'object' AND jsonb_typeof(said) = 'object' THEN
    FOR part IN SELECT coalesce(v.key, s.key) AS name, v.value AS held, s.value AS committed
      FROM jsonb_each(value) v FULL JOIN jsonb_each(said) s ON s.key = v.key LOOP
      IF part.held IS NULL OR part.committed IS NULL
        OR entry_words_fit(part.committed, part.held, salts, erased, place || '/' || part.name) IS NOT TRUE THEN
        RETURN false;
      END IF;
    END LOOP;
    RETURN true;
  ELSIF jsonb_typeof(value) = 'array' AND jsonb_typeof(said) = 'array' THEN
    IF jsonb_array_length(value) <> jsonb_array_length(said) THEN
      RETURN false;
    END IF;
    FOR part IN SELECT ordinality - 1 AS index, v.value AS held FROM jsonb_array_elements(value) WITH ORDINALITY v LOOP
      IF entry_words_fit(said -> part.index::int, part.held, salts, erased, place || '/' || part.index) IS NOT TRUE THEN
        RETURN false;
      END IF;
    END LOOP;
    RETURN true;
  END IF;
  RETURN said IS NOT DISTINCT FROM value;
END
$$;

-- An entry's digest. `note` and `detail` are only the way in: at rest they are null, and it would show if they were not.
CREATE FUNCTION objective_entry_digest(e "objective_entry") RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(
    'pap-2', e.prev_hash, e.id, e.partnership_id, e.objective_id, e.position, e.kind, e.rating, e.from_rag, e.to_rag, e.note,
    e.author_id, e.version, e.cycle_id, e.late, e.request_id,
    to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), e.supersedes_id, e.detail, e.said, e.first_hash
  )::text, 'UTF8')), 'hex')
$$;

-- Words without the names of people of the partnership: each stands as the person's id, to be shown by the name that
-- they had then. A name of one word, and one that two people have, stays as it was typed.
CREATE FUNCTION people_as_ids(words text, partnership uuid) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
  one record;
  kept text := words;
BEGIN
  FOR one IN
    SELECT p.name, min(p.id::text) AS id FROM person p
    WHERE p.partnership_id = partnership AND strpos(words, p.name) > 0 AND p.name ~ '\S\s\S' AND p.name !~ '["\\⟦⟧]'
    GROUP BY p.name HAVING count(*) = 1 ORDER BY length(p.name) DESC
  LOOP
    kept := regexp_replace(kept, '\m' || regexp_replace(one.name, '([^\w\s])', '\\\1', 'g') || '\M', '⟦' || one.id || '⟧', 'g');
  END LOOP;
  RETURN kept;
END
$$;

-- The same words with the name that each person had at the moment.
CREATE FUNCTION words_with_names(words text, partnership uuid, moment timestamptz) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
  one record;
  shown text := words;
BEGIN
  IF words IS NULL OR strpos(words, '⟦') = 0 THEN
    RETURN words;
  END IF;
  FOR one IN
    SELECT p.id, coalesce((
      SELECT n.name FROM person_name n
      WHERE n.partnership_id = partnership AND n.person_id = p.id AND n.until > moment ORDER BY n.until LIMIT 1
    ), p.name) AS name
    FROM (SELECT DISTINCT (regexp_matches(words, '⟦([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})⟧', 'g'))[1]::uuid AS id) m
    JOIN person p ON p.id = m.id AND p.partnership_id = partnership
  LOOP
    shown := replace(shown, '⟦' || one.id || '⟧', one.name);
  END LOOP;
  RETURN shown;
END
$$;

-- The same for what an entry changed, word by word.
CREATE FUNCTION detail_with_names(detail jsonb, partnership uuid, moment timestamptz) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN strpos(detail::text, '⟦') = 0 THEN detail
    WHEN jsonb_typeof(detail) = 'object' THEN (
      SELECT jsonb_object_agg(p.key, detail_with_names(p.value, partnership, moment)) FROM jsonb_each(detail) p)
    WHEN jsonb_typeof(detail) = 'array' THEN (
      SELECT jsonb_agg(detail_with_names(p.value, partnership, moment) ORDER BY p.ordinality)
      FROM jsonb_array_elements(detail) WITH ORDINALITY p)
    ELSE to_jsonb(words_with_names(detail #>> '{}', partnership, moment))
  END
$$;

-- What a person was called before they were called what they are called now.
CREATE FUNCTION keep_person_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF nullif(current_setting('pap.erasure', true), '') IS NULL THEN
    INSERT INTO person_name (partnership_id, id, person_id, name, until)
    VALUES (OLD.partnership_id, gen_random_uuid(), OLD.id, OLD.name, coalesce(
      nullif(current_setting('pap.at', true), '')::timestamptz,
      (SELECT d.now FROM demo_clock d WHERE d.partnership_id = OLD.partnership_id), now()));
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER person_name_kept AFTER UPDATE OF "name" ON "person"
  FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION keep_person_name();

-- Append-only still. The one way through: the columns that the trigger names, while an erasure that was recorded in the
-- same transaction is under way. Nothing is ever removed.
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
  END IF;
  RAISE EXCEPTION '% on % is refused: the table is append-only', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END
$$;

-- What there is is chained once more, over commitments to its words, and the digest that each entry had goes into its
-- new one. The words stay exactly as they were, so that the first digests can be worked out from them again.
DROP TRIGGER objective_entry_append_only ON "objective_entry";
DO $$
DECLARE
  entry "objective_entry";
  head "objective_entry";
  words record;
BEGIN
  FOR entry IN SELECT * FROM "objective_entry" ORDER BY objective_id, position LOOP
    IF head.objective_id IS DISTINCT FROM entry.objective_id THEN head := NULL; END IF;
    SELECT * INTO words FROM entry_commitment(
      jsonb_strip_nulls(jsonb_build_object('note', entry.note)) || CASE WHEN entry.detail IS NULL THEN '{}' ELSE jsonb_build_object('detail', entry.detail) END, '', '');
    IF words.said <> '{}' THEN
      INSERT INTO "entry_words" (partnership_id, entry_id, note, detail, salts)
      VALUES (entry.partnership_id, entry.id, entry.note, entry.detail, words.salts);
    END IF;
    entry.said := nullif(words.said, '{}');
    entry.first_hash := entry.hash;
    entry.note := NULL;
    entry.detail := NULL;
    entry.prev_hash := head.hash;
    entry.hash := objective_entry_digest(entry);
    UPDATE "objective_entry" SET said = entry.said, first_hash = entry.first_hash, note = NULL, detail = NULL,
      prev_hash = entry.prev_hash, hash = entry.hash WHERE id = entry.id;
    head := entry;
  END LOOP;
END
$$;
CREATE TRIGGER objective_entry_append_only BEFORE UPDATE OR DELETE ON "objective_entry"
  FOR EACH ROW EXECUTE FUNCTION refuse_history_change();

-- Gives a new entry its place and its digest, and takes its words out of it. Whoever writes holds the objective's row, so
-- that two writers of one chain come one after the other.
CREATE OR REPLACE FUNCTION chain_objective_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  head "objective_entry";
  words record;
BEGIN
  PERFORM 1 FROM "objective" WHERE id = NEW.objective_id FOR UPDATE;
  -- A request or a version that was recorded before is refused, or passed over, by the table itself.
  IF EXISTS (SELECT FROM "objective_entry" e WHERE e.partnership_id = NEW.partnership_id AND e.request_id = NEW.request_id)
    OR EXISTS (SELECT FROM "objective_entry" e WHERE e.objective_id = NEW.objective_id AND e.version = NEW.version) THEN
    RETURN NEW;
  END IF;
  SELECT * INTO head FROM "objective_entry" WHERE objective_id = NEW.objective_id ORDER BY position DESC LIMIT 1;
  NEW.note := people_as_ids(NEW.note, NEW.partnership_id);
  NEW.detail := people_as_ids(NEW.detail::text, NEW.partnership_id)::jsonb;
  SELECT * INTO words FROM entry_commitment(
    jsonb_strip_nulls(jsonb_build_object('note', NEW.note)) || CASE WHEN NEW.detail IS NULL THEN '{}' ELSE jsonb_build_object('detail', NEW.detail) END, '', '');
  IF words.said <> '{}' THEN
    INSERT INTO "entry_words" (partnership_id, entry_id, note, detail, salts)
    VALUES (NEW.partnership_id, NEW.id, NEW.note, NEW.detail, words.salts);
  END IF;
  NEW.said := nullif(words.said, '{}');
  NEW.first_hash := NULL;
  NEW.note := NULL;
  NEW.detail := NULL;
  NEW.position := coalesce(head.position, 0) + 1;
  NEW.prev_hash := head.hash;
  NEW.hash := objective_entry_digest(NEW);
  RETURN NEW;
END
$$;

-- AddForeignKey
ALTER TABLE "entry_words" ADD CONSTRAINT "entry_words_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
-- The words are written a moment before their entry.
ALTER TABLE "entry_words" ADD CONSTRAINT "entry_words_partnership_id_entry_id_fkey" FOREIGN KEY ("partnership_id", "entry_id") REFERENCES "objective_entry"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "person_name" ADD CONSTRAINT "person_name_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_name" ADD CONSTRAINT "person_name_partnership_id_person_id_fkey" FOREIGN KEY ("partnership_id", "person_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "erasure" ADD CONSTRAINT "erasure_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "erasure" ADD CONSTRAINT "erasure_partnership_id_person_id_fkey" FOREIGN KEY ("partnership_id", "person_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "erasure" ADD CONSTRAINT "erasure_partnership_id_by_id_fkey" FOREIGN KEY ("partnership_id", "by_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retention_rule" ADD CONSTRAINT "retention_rule_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retention_rule" ADD CONSTRAINT "retention_rule_partnership_id_set_by_id_fkey" FOREIGN KEY ("partnership_id", "set_by_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retention_hold" ADD CONSTRAINT "retention_hold_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retention_hold" ADD CONSTRAINT "retention_hold_partnership_id_person_id_fkey" FOREIGN KEY ("partnership_id", "person_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retention_hold" ADD CONSTRAINT "retention_hold_partnership_id_placed_by_id_fkey" FOREIGN KEY ("partnership_id", "placed_by_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retention_hold" ADD CONSTRAINT "retention_hold_partnership_id_released_by_id_fkey" FOREIGN KEY ("partnership_id", "released_by_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "retention_rule" ADD CONSTRAINT "retention_rule_months" CHECK ("months" BETWEEN 1 AND 1200);

-- The words beside the history, and what an erasure did, are append-only too.
CREATE TRIGGER entry_words_append_only BEFORE UPDATE OR DELETE ON "entry_words"
  FOR EACH ROW EXECUTE FUNCTION refuse_history_change('note', 'detail', 'salts', 'erased');
CREATE TRIGGER entry_words_no_truncate BEFORE TRUNCATE ON "entry_words"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();
CREATE TRIGGER erasure_append_only BEFORE UPDATE OR DELETE ON "erasure"
  FOR EACH ROW EXECUTE FUNCTION refuse_history_change('reason', 'report');
CREATE TRIGGER erasure_no_truncate BEFORE TRUNCATE ON "erasure"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();

-- Which words of the other append-only tables can be erased. Frozen packs are handed out and stay.
DROP TRIGGER audit_event_append_only ON "audit_event";
CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON "audit_event"
  FOR EACH ROW EXECUTE FUNCTION refuse_history_change('summary');
DROP TRIGGER row_change_append_only ON "row_change";
CREATE TRIGGER row_change_append_only BEFORE UPDATE OR DELETE ON "row_change"
  FOR EACH ROW EXECUTE FUNCTION refuse_history_change('before');
DROP TRIGGER kpi_comment_append_only ON "kpi_comment";
CREATE TRIGGER kpi_comment_append_only BEFORE UPDATE OR DELETE ON "kpi_comment"
  FOR EACH ROW EXECUTE FUNCTION refuse_history_change('words');
DROP TRIGGER kpi_polarity_choice_append_only ON "kpi_polarity_choice";
CREATE TRIGGER kpi_polarity_choice_append_only BEFORE UPDATE OR DELETE ON "kpi_polarity_choice"
  FOR EACH ROW EXECUTE FUNCTION refuse_history_change('reason');
