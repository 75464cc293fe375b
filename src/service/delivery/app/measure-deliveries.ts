// Counts what delivery does, from outside of it: the messages that go to a platform, and what becomes of the
// outbox's rows. Delivery itself has no other business than to deliver.

import { DeliveryError } from '../../../core/outbox/app/delivery-error.ts';
import type { Meters, SendFacts } from '../../../core/outbox/app/meters.ts';
import type { NotificationRepository } from '../../../core/outbox/app/notification-ports.ts';
import type { MessageSender, Target } from '../../../core/request/app/chat-ports.ts';
import type { Log, RecordStore } from '../../../core/request/app/ports.ts';

/** The sender, counted. */
export function measuredSender(sender: MessageSender, meters: Meters): MessageSender {
  async function counted<T>({ kind }: Target, work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    const count = (result: SendFacts['result']) =>
      meters.send({
        ...{ platform: sender.platform, to: kind, result },
        ms: performance.now() - began,
      });
    try {
      const done = await work();
      count('sent');
      return done;
    } catch (error) {
      count(error instanceof DeliveryError ? error.failure : 'unknown');
      throw error;
    }
  }

  return {
    ...sender,
    send: (target, message, mark) => counted(target, () => sender.send(target, message, mark)),
    edit: (target, externalId, message) =>
      counted(target, () => sender.edit(target, externalId, message)),
  };
}

/** The record that delivery works on: each outcome that it writes down is counted and has a line in the log. */
export function measuredStore(store: RecordStore, meters: Meters, log: Log): RecordStore {
  return {
    ...store,
    open(partnershipId) {
      const record = store.open(partnershipId);
      // A delivery opens the record for itself, so this holds the one row that it looks at.
      const kinds = new Map<string, string>();
      const measured = (outbox: NotificationRepository) =>
        measuredOutbox(outbox, kinds, meters, log);
      return {
        ...record,
        notifications: measured(record.notifications),
        transaction: (work, by) =>
          record.transaction(
            (inner) => work({ ...inner, notifications: measured(inner.notifications) }),
            by,
          ),
      };
    },
  };
}

function measuredOutbox(
  outbox: NotificationRepository,
  kinds: Map<string, string>,
  meters: Meters,
  log: Log,
): NotificationRepository {
  return {
    ...outbox,
    async find(id) {
      const row = await outbox.find(id);
      if (row) kinds.set(id, row.kind);
      return row;
    },
    async settle(id, outcome, from) {
      const settled = await outbox.settle(id, outcome, from);
      if (settled) {
        const { state, sentVia } = outcome;
        const kind = kinds.get(id) ?? 'unknown';
        meters.settled({ kind, state });
        log.info(
          { notification: id, kind, state, ...(sentVia && { platform: sentVia }) },
          'a notification was settled',
        );
      }
      return settled;
    },
  };
}
