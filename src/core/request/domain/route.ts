// What a partnership knows of whoever asks, and of where they ask: which of several a request is for follows from that.
import type { Temporal } from 'temporal-polyfill';

export type Route = {
  readonly partnershipId: string;
  /** The account speaks for somebody on its plan. */
  readonly linked: boolean;
  /** Whoever it speaks for was greeted there. */
  readonly greeted: boolean;
  /** When the person last chose it for what they write in private; null: never. */
  readonly chosenAt: Temporal.Instant | null;
  /** The channel is one of its own. */
  readonly bound: boolean;
  /** The request was answered there before. */
  readonly answered: boolean;
};
