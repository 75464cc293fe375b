// Counts what delivery does, from outside of it: the messages that go to a platform, and what becomes of the
// ledger's rows. Delivery itself has no other business than to deliver.
import type { MessageSender } from './chat-ports.ts';
import { DeliveryError } from './delivery-error.ts';
import type { Meters, SendFacts } from './meters.ts';
import type { Log, NotificationRepository, RecordStore } from './ports.ts';

/** The sender, counted. */
export function measuredSender(sender: MessageSender, meters: Meters): MessageSender {
  return {
    ...sender,
    async send(target, message) {
      const began = performance.now();
      const count = (result: SendFacts['result']) =>
        meters.send({
          ...{ platform: sender.platform, to: target.kind, result },
          ms: performance.now() - began,
        });
      try {
        const sent = await sender.send(target, message);
        count('sent');
        return sent;
      } catch (error) {
        count(error instanceof DeliveryError ? error.failure : 'unknown');
        throw error;
      }
    },
  };
}

/** The record that delivery works on: each outcome that it writes down is counted and has a line in the log. */
export function measuredStore(store: RecordStore, meters: Meters, log: Log): RecordStore {
  return {
    ...store,
    open(partnershipId) {
      const record = store.open(partnershipId);
      return {
        ...record,
        notifications: measuredLedger(record.notifications, meters, log),
      };
    },
  };
}

function measuredLedger(
  ledger: NotificationRepository,
  meters: Meters,
  log: Log,
): NotificationRepository {
  // A delivery opens the record for itself, so this holds the one row that it looks at.
  const kinds = new Map<string, string>();
  return {
    ...ledger,
    async find(id) {
      const row = await ledger.find(id);
      if (row) kinds.set(id, row.kind);
      return row;
    },
    async settle(id, outcome) {
      const settled = await ledger.settle(id, outcome);
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
