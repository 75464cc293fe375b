-- PAP says who it is to everybody once, whoever linked their account. Of the time before it is known only who recorded
-- something; whoever only read may be greeted a second time.

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "greeted_at" TIMESTAMPTZ(3);

UPDATE "person" p SET "greeted_at" = now()
WHERE EXISTS (SELECT FROM "objective_entry" e WHERE e.partnership_id = p.partnership_id AND e.author_id = p.id)
   OR EXISTS (SELECT FROM "audit_event" a WHERE a.partnership_id = p.partnership_id AND a.author_id = p.id);
