// What `notification.payload` and `notification.route` hold.
import { z } from 'zod';
import { Platform } from '../../../generated/prisma/enums.ts';
import { json } from '../../database/db/columns.ts';
import { schemaOf } from '../../database/db/json-schema.ts';
import type { NotificationPayload, Route } from '../app/notification-ports.ts';
import { messageSchema } from './message-schema.ts';

/** Every step that a chase may be of. */
export const chaseSteps = [
  ...(['open', 'nudge', 'last-call', 'due-today', 'overdue', 'roll-up', 'office'] as const),
  ...(['evidence-call', 'evidence-reminder', 'evidence-due'] as const),
];

export const payload = json(
  'notification.payload',
  schemaOf<NotificationPayload>()(
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('message'),
        message: messageSchema,
        inHours: z.literal(true).exactOptional(),
        asks: z
          .object({
            intent: z.string(),
            itemId: z.string().exactOptional(),
            personal: z.literal(true).exactOptional(),
          })
          .exactOptional(),
        rather: z.enum(['slack', 'teams']).exactOptional(),
        about: z.array(z.string()).exactOptional(),
      }),
      z.object({
        kind: z.literal('chase'),
        cycleId: z.string(),
        step: z.enum(chaseSteps),
        objectiveIds: z.array(z.string()),
      }),
      z.object({ kind: z.literal('edit'), notificationId: z.string() }),
    ]),
  ),
);

export const route = json(
  'notification.route',
  schemaOf<Route>()(
    z.object({
      platform: z.enum(Platform),
      target: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('person'), tenantId: z.string(), userId: z.string() }),
        z.object({ kind: z.literal('channel'), tenantId: z.string(), channelId: z.string() }),
      ]),
    }),
  ),
);
