-- People look at the plan on the web: by a link that opens once, and from then on by a session of their browser. Of both only
-- a digest is kept, so that whoever reads the database can use neither.

ALTER TYPE "Platform" ADD VALUE 'web';

-- CreateTable
CREATE TABLE "web_link" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "token_digest" BYTEA NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "web_link_pkey" PRIMARY KEY ("partnership_id","id")
);

-- CreateTable
CREATE TABLE "web_session" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "secret_digest" BYTEA NOT NULL,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "web_session_pkey" PRIMARY KEY ("partnership_id","id")
);

CREATE UNIQUE INDEX "web_link_partnership_id_token_digest_key" ON "web_link"("partnership_id", "token_digest");
CREATE INDEX "web_link_partnership_id_person_id_idx" ON "web_link"("partnership_id", "person_id");
CREATE UNIQUE INDEX "web_session_partnership_id_secret_digest_key" ON "web_session"("partnership_id", "secret_digest");
CREATE INDEX "web_session_partnership_id_person_id_idx" ON "web_session"("partnership_id", "person_id");

ALTER TABLE "web_link" ADD CONSTRAINT "web_link_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "web_link" ADD CONSTRAINT "web_link_partnership_id_person_id_fkey" FOREIGN KEY ("partnership_id", "person_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "web_session" ADD CONSTRAINT "web_session_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "web_session" ADD CONSTRAINT "web_session_partnership_id_person_id_fkey" FOREIGN KEY ("partnership_id", "person_id") REFERENCES "person"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT pap_keep_apart('web_link');
SELECT pap_keep_apart('web_session');
