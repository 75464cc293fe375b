// Reads what a sentence may name, in one statement.
import { z } from 'zod';
import { json } from '../../../core/database/db/columns.ts';
import type { Executor } from '../../../core/database/db/executor.ts';
import { schemaOf } from '../../../core/database/db/json-schema.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import { Rag } from '../../../generated/prisma/enums.ts';
import { assignedTo, assignmentInForce } from '../../objectives/db/assignees.ts';
import { planStamp, type RememberedRefs, refsOf, stampRow } from '../../objectives/db/plan-refs.ts';
import { byRef } from '../../objectives/domain/plan-refs.ts';
import type { Vocabulary, VocabularyReads } from '../app/vocabulary-ports.ts';

const vocabularyRow = {
  ...stampRow,
  people: json(
    'the names of a plan’s people',
    schemaOf<Vocabulary['people']>()(
      z.array(z.object({ name: z.string(), email: z.string(), organisation: z.string() })),
    ),
  ),
  themes: json(
    'the themes of a plan',
    schemaOf<Vocabulary['themes']>()(z.array(z.object({ number: z.number(), name: z.string() }))),
  ),
  mine: json(
    'one’s own objectives',
    schemaOf<Vocabulary['own']>()(
      z.array(z.object({ ref: z.string(), rag: z.enum(Rag).nullable(), owns: z.boolean() })),
    ),
  ),
};

/** What the sentences of one partnership's people may name. */
export function createVocabulary(
  db: Executor,
  partnershipId: string,
  remembered: RememberedRefs,
): VocabularyReads {
  return {
    async of(personId, today) {
      const known = remembered.get(partnershipId);
      const owned = Prisma.sql`EXISTS (
        SELECT FROM assignment s JOIN person p ON p.partnership_id = s.partnership_id AND p.id = s.person_id
        WHERE s.partnership_id = o.partnership_id AND s.objective_id = o.id AND s.person_id::text = ${personId}
          AND s.role = 'owner' AND ${assignmentInForce(today)})`;
      const [row] = await rowsFrom(db, vocabularyRow)`
        SELECT ${planStamp(partnershipId, remembered)}, coalesce((
          SELECT jsonb_agg(jsonb_build_object('name', n.name, 'email', n.email, 'organisation', g.name) ORDER BY n.name, n.id)
          FROM person n JOIN organisation g ON g.partnership_id = n.partnership_id AND g.id = n.organisation_id
          WHERE n.partnership_id = p.id AND n.active), '[]') AS people, coalesce((
          SELECT jsonb_agg(jsonb_build_object('number', t.number, 'name', t.name) ORDER BY t.number)
          FROM theme t WHERE t.partnership_id = p.id AND t.kind = 'theme'), '[]') AS themes, coalesce((
          SELECT jsonb_agg(jsonb_build_object('ref', o.ref, 'rag', o.rag, 'owns', ${owned}))
          FROM objective o JOIN plan_version v
            ON v.partnership_id = o.partnership_id AND v.id = o.plan_version_id AND v.status = 'current'
          WHERE o.partnership_id = p.id AND o.status = 'open' AND ${assignedTo(personId, today)}), '[]') AS mine
        FROM partnership p LEFT JOIN plan_stamp s ON s.partnership_id = p.id
        WHERE p.id = ${partnershipId}::uuid`;
      const plan = refsOf(row, known, partnershipId, remembered);
      const { people = [], themes = [], mine = [] } = row ?? {};
      return {
        ...{ plan, people, themes },
        own: [...mine].sort((one, other) => byRef.compare(one.ref, other.ref)),
      };
    },
  };
}
