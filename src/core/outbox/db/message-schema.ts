// A message as the outbox keeps it: `notification.payload` holds it until its turn comes, perhaps over an update of PAP.
import { z } from 'zod';
import { schemaOf } from '../../database/db/json-schema.ts';
import type { NotificationPayload } from '../app/notification-ports.ts';

// The database knows a message by what the port of the outbox says of it.
type Message = Extract<NotificationPayload, { kind: 'message' }>['message'];
type Block = Message['blocks'][number];
type Span = Extract<Block, { kind: 'text' }>['spans'][number];
type Action = Extract<Block, { kind: 'actions' }>['actions'][number];
type Field = Extract<Block, { kind: 'form' }>['fields'][number];
type ChartData = Extract<Block, { kind: 'chart' }>['chart'];
type ChartCounts = Extract<ChartData, { kind: 'rag-over-time' }>['points'][number]['counts'];

const words = z.string();
const maybe = z.string().exactOptional();

const spans = z.array(
  schemaOf<Span>()(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('text'), text: words }),
      z.object({ kind: z.literal('strong'), text: words }),
      z.object({ kind: z.literal('code'), text: words }),
      z.object({ kind: z.literal('link'), text: words }),
    ]),
  ),
);

const action = schemaOf<Action>()(
  z.object({
    label: words,
    line: words,
    guard: z.object({ objectiveId: words, version: z.number() }).exactOptional(),
    rows: z.array(words).exactOptional(),
    again: maybe,
    partnershipId: maybe,
    keeps: z.literal(true).exactOptional(),
    style: z.enum(['primary', 'danger']).exactOptional(),
  }),
);

const field = schemaOf<Field>()(
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('choice'),
      name: words,
      label: words,
      options: z.array(z.object({ value: words, label: words })),
      value: maybe,
      error: maybe,
    }),
    z.object({
      kind: z.literal('text'),
      name: words,
      label: words,
      value: maybe,
      placeholder: maybe,
      multiline: z.boolean().exactOptional(),
      required: z.boolean().exactOptional(),
      error: maybe,
    }),
  ]),
);

const count = z.number();
const perhaps = count.exactOptional();
const counts = schemaOf<ChartCounts>()(
  z.object({
    ...{ red: count, amber: count, green: count, blue: count },
    ...{ 'last-known-red': perhaps, 'last-known-amber': perhaps, 'last-known-green': perhaps },
    ...{ 'last-known-blue': perhaps, unrated: perhaps, 'not-rated': perhaps, none: perhaps },
  }),
);

const chart = schemaOf<ChartData>()(
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('rag-over-time'),
      title: words,
      alt: words,
      points: z.array(z.object({ label: words, counts })),
    }),
    z.object({
      kind: z.literal('kpi-trend'),
      title: words,
      alt: words,
      unit: words,
      points: z.array(
        z.object({
          ...{ label: words, value: z.number().nullable(), raw: words },
          planned: z.number().exactOptional(),
        }),
      ),
      target: z
        .object({
          value: z.number(),
          raw: words,
          sense: z.enum(['at-least', 'at-most']),
          tolerance: z.number().exactOptional(),
          by: maybe,
          stands: maybe,
        })
        .exactOptional(),
    }),
  ]),
);

const block = schemaOf<Block>()(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), spans }),
    z.object({
      kind: z.literal('facts'),
      facts: z.array(z.object({ label: words, value: spans })),
    }),
    z.object({
      kind: z.literal('table'),
      caption: words,
      columns: z.array(
        z.object({
          header: words,
          align: z.enum(['left', 'right']).exactOptional(),
          ofRefs: z.literal(true).exactOptional(),
        }),
      ),
      rows: z.array(z.array(words)),
    }),
    z.object({ kind: z.literal('list'), items: z.array(spans) }),
    z.object({ kind: z.literal('chart'), chart }),
    z.object({ kind: z.literal('divider') }),
    z.object({ kind: z.literal('actions'), actions: z.array(action) }),
    z.object({ kind: z.literal('form'), fields: z.array(field), submit: action, filled: maybe }),
  ]),
);

export const messageSchema = schemaOf<Message>()(
  z.object({
    title: words,
    blocks: z.array(block),
    tone: z.enum(['good', 'attention', 'plain']).exactOptional(),
    footer: spans.exactOptional(),
  }),
);
