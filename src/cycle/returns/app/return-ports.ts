// What the application asks of the record to keep an update.

import type { Temporal } from 'temporal-polyfill';
import type { Rag, RatingKind } from '../../../core/message/domain/rag.ts';
import type {
  NotificationPayload,
  ToldWhere,
} from '../../../core/outbox/app/notification-ports.ts';

/** A status update as it goes into the record. */
export type NewStatusUpdate = {
  readonly objectiveId: string;
  readonly kind: 'update' | 'same' | 'undo' | 'amend' | 'board';
  /** Delivery when absent. */
  readonly rating?: RatingKind;
  readonly fromRag: Rag | null;
  /** Null only where an undo takes the first rating back. */
  readonly toRag: Rag | null;
  readonly note: string | null;
  readonly authorId: string;
  /** The cycles whose open returns it answers. */
  readonly cycleIds: readonly string[];
  /** The cycle that it belongs to, where it answers no return of it. */
  readonly ofCycle?: string | undefined;
  readonly late: boolean;
  readonly requestId: string;
  /** The request that this is one part of, when its own id is not that request's. */
  readonly inboundId?: string | undefined;
  /** The entry that an undo or an amendment puts right. */
  readonly supersedesId?: string | undefined;
  readonly at: Temporal.Instant;
  /** What the channels of the objective's themes are told; absent: nothing. */
  readonly announcement?: NotificationPayload | undefined;
};

export type AppendedUpdate = {
  readonly id: string;
  readonly version: number;
  readonly told: readonly ToldWhere[];
};

export interface ReturnWrites {
  /**
   * Appends the update and moves the objective to its next version, all of it or nothing: answers the
   * open returns of the named cycles, queues the announcement to the channels that are told, marks
   * the request as answered. Null when somebody else has moved the objective on from `expectedVersion`.
   * @throws DuplicateRequest when the request was recorded before
   */
  appendUpdate(update: NewStatusUpdate, expectedVersion: number): Promise<AppendedUpdate | null>;
}

declare module '../../../plan/objectives/app/objective-ports.ts' {
  interface ObjectiveRepository extends ReturnWrites {}
}
