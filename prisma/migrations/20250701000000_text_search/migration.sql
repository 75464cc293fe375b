-- Everything that may be looked for by words. The partnership is itself one word of each row's text, so that one index
-- answers for one partnership, and needs no extension to do so.

-- What a row is found by: its partnership, and the stems of its words. In `detail` every value is looked for, no key.
CREATE FUNCTION search_words(partnership uuid, detail jsonb, VARIADIC words text[]) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_to_tsvector(ARRAY[partnership::text])
    || to_tsvector('pg_catalog.english'::regconfig, array_to_string(words, ' '))
    || to_tsvector('pg_catalog.english'::regconfig, coalesce(detail, '{}'))
$$;

-- What is asked for. `every`: all of the words, else any of them. Null: there is no word in it that could be looked for.
CREATE FUNCTION search_query(partnership uuid, words text, every boolean) RETURNS tsquery
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  asked tsquery := plainto_tsquery('pg_catalog.english'::regconfig, words);
BEGIN
  IF numnode(asked) = 0 THEN
    RETURN NULL;
  END IF;
  IF NOT every THEN
    asked := replace(asked::text, '&', '|')::tsquery;
  END IF;
  RETURN quote_literal(partnership::text)::tsquery && asked;
END
$$;

CREATE INDEX "objective_words" ON "objective" USING gin (search_words(partnership_id, NULL, ref, title, due_text, success_measure));
CREATE INDEX "plan_item_words" ON "plan_item" USING gin (search_words(partnership_id, detail, title, due_text));
CREATE INDEX "entry_words_words" ON "entry_words" USING gin (search_words(partnership_id, NULL, note));
CREATE INDEX "source_reference_words" ON "source_reference" USING gin (search_words(partnership_id, NULL, verbatim));
CREATE INDEX "kpi_observation_words" ON "kpi_observation" USING gin (search_words(partnership_id, NULL, raw, period));
CREATE INDEX "kpi_comment_words" ON "kpi_comment" USING gin (search_words(partnership_id, NULL, words));
