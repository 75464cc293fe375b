// The outbox of what is to be told, put together from what fills it, works through it and looks into it.
import type { Executor } from '../../database/db/executor.ts';
import type { NotificationRepository } from '../app/notification-ports.ts';
import { createCancelledNotifications } from './cancelled-notifications.ts';
import { createNotificationAttempts } from './notification-attempts.ts';
import { createNotificationQueue } from './notification-queue.ts';
import { createTold } from './told.ts';
import { createUndelivered } from './undelivered.ts';

/** Notifications of one partnership. */
export function createNotifications(db: Executor, partnershipId: string): NotificationRepository {
  return {
    ...createNotificationQueue(db, partnershipId),
    ...createNotificationAttempts(db, partnershipId),
    ...createCancelledNotifications(db, partnershipId),
    ...createUndelivered(db, partnershipId),
    ...createTold(db, partnershipId),
  };
}
