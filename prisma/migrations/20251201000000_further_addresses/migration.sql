-- A person may have several e-mail addresses: the main one as before, and others by which their accounts are found too.

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "further_emails" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- An address is one person's, whichever of their addresses it is: it decides whose account somebody writes from. Whoever
-- changes people holds the lock of the partnership's people, so no other change can come between.
CREATE FUNCTION refuse_shared_address() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM person p
    WHERE p.partnership_id = NEW.partnership_id AND p.id <> NEW.id
      AND (p.email = ANY(NEW.further_emails) OR p.further_emails && array_append(NEW.further_emails, NEW.email))
  ) OR NEW.email = ANY(NEW.further_emails) THEN
    RAISE unique_violation USING MESSAGE = 'an e-mail address would be of two people', CONSTRAINT = 'person_addresses_apart';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER person_addresses_apart AFTER INSERT OR UPDATE OF "email", "further_emails" ON "person"
  FOR EACH ROW EXECUTE FUNCTION refuse_shared_address();
