// The reasons for which something about a forum, a meeting or its cycle is refused.
import type { CyclePhase } from '../../cycles/domain/cycle.ts';

export type MeetingRefusal =
  | { readonly code: 'unknown-forum'; readonly typed: string; readonly forums: readonly string[] }
  | {
      readonly code: 'unknown-meeting';
      readonly forum: string;
      readonly on: string;
      readonly meetings: readonly string[];
    }
  | {
      readonly code: 'meeting-there';
      readonly forum: string;
      readonly on: string;
      /** The meeting of that day was called off; the line that puts it back. */
      readonly putBack?: string;
    }
  | { readonly code: 'day-is-over'; readonly on: string }
  /** No returns are asked for it: its forum collects none, or an earlier meeting comes first. */
  | { readonly code: 'no-round'; readonly forum: string; readonly on: string | null }
  /** The cycle's state does not allow it. */
  | {
      readonly code: 'cycle-state';
      readonly meeting: string;
      readonly on: string;
      readonly state: CyclePhase;
      readonly doing: 'open' | 'freeze' | 'close' | 'cancel' | 'amend';
    }
  /** `choices`: rules in full that may have been meant. */
  | {
      readonly code: 'bad-recurrence';
      readonly typed: string;
      readonly choices: readonly { readonly label: string; readonly line: string }[];
    };

declare module '../../../core/request/domain/refusal.ts' {
  interface Refusals {
    readonly meeting: MeetingRefusal;
  }
}
