// What `change_request.proposal` holds: a change that waits for its approval, perhaps over an update of PAP.
import { z } from 'zod';
import { json } from '../../../core/database/db/columns.ts';
import { schemaOf } from '../../../core/database/db/json-schema.ts';
import { DatePrecision } from '../../../generated/prisma/enums.ts';
import type { NamedPerson, PartTarget, StoredProposal } from '../domain/plan-change.ts';

const words = z.string();
const date = z.object({ text: words, precision: z.enum(DatePrecision), lastDay: words });
const person = schemaOf<NamedPerson>()(
  z.object({ personId: words, name: words, organisation: words }),
);
const partKind = ['action', 'milestone', 'measure', 'risk'] as const;
const part = schemaOf<PartTarget>()(
  z.object({ itemId: words, kind: z.enum(partKind), ref: words, title: words }),
).exactOptional();

export const storedProposalColumn = json(
  'change_request.proposal',
  schemaOf<StoredProposal>()(
    z.union([
      z.object({ kind: z.literal('re-date'), part, from: date.nullable(), to: date }),
      z.object({
        kind: z.literal('re-word'),
        part,
        field: z.enum(['title', 'successMeasure']),
        ...{ from: words.nullable(), to: words },
      }),
      z.object({
        kind: z.literal('re-own'),
        part,
        role: z.enum(['owner', 'deputy']),
        ...{ from: z.array(words), to: person },
      }),
      z.object({
        kind: z.literal('re-link'),
        do: z.enum(['link', 'unlink']),
        target: z.object({
          to: z.enum(['theme', 'project', 'priority', 'self-evaluation']),
          ...{ id: words, name: words },
        }),
      }),
      z.object({
        ...{ kind: z.literal('add'), what: z.literal('objective'), ref: words, title: words },
        ...{ due: date.nullable(), owner: person.nullable() },
        theme: z.object({ id: words, name: words }).nullable(),
      }),
      z.object({
        ...{ kind: z.literal('add'), what: z.enum(partKind), parentRef: words.nullable() },
        ...{ title: words, due: date.nullable() },
      }),
      z.object({ kind: z.literal('close') }),
    ]),
  ),
);
