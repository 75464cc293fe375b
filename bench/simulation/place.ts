// Where a simulated partnership lives: in memory for the long run, in a real database to show that memory does
// not lie. What no use case does is done by the place's own hands.
import type {
  Partnership,
  PartnershipRecord,
  RecordStore,
} from '../../src/core/request/app/ports.ts';
import type { ObjectiveSetting, Outcome } from './story.ts';

export type Place = {
  readonly store: RecordStore;
  readonly record: PartnershipRecord;
  readonly partnership: Partnership;
  /** The queue: ids of the notifications that wait, the oldest first. */
  queued(): Promise<readonly string[]>;
  /** What became of a notification. */
  outcome(id: string): Promise<{ readonly state: Outcome; readonly reason: string | null }>;
  meetingOf(cycleId: string): Promise<string>;
  addObjective(objective: ObjectiveSetting, on: string): Promise<void>;
  closeObjective(id: string, on: string): Promise<void>;
  giveEvidence(objectiveId: string, at: number): Promise<void>;
  callOff(meetingId: string, at: number): Promise<void>;
};
