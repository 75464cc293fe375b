// The reasons for which a change to the plan, a version, a meeting or a channel is refused.

import type { CyclePhase } from './cycle.ts';
import type { LinkTarget } from './objective-link.ts';

/** Something that an objective can be linked to, as it is typed and as it is called. */
export type LinkChoice = { readonly words: string; readonly text: string };

export type PlanRefusal =
  | { readonly code: 'objective-closed'; readonly ref: string; readonly closedOn: string | null }
  | { readonly code: 'no-reason'; readonly line: string }
  | { readonly code: 'nothing-to-change'; readonly what: string; readonly is: string }
  | { readonly code: 'ref-taken'; readonly ref: string; readonly title: string }
  | { readonly code: 'unknown-part'; readonly ref: string; readonly part: string }
  | {
      readonly code: 'unknown-link';
      readonly ref: string;
      readonly verb: 'link' | 'unlink';
      /** Empty: nothing was named. */
      readonly typed: string;
      readonly near: readonly LinkChoice[];
      /** Those that it was looked for in: all that there is, or all that the objective has. */
      readonly choices: readonly LinkChoice[];
      /** What stands before and after the name in a line that works. */
      readonly start: string;
      readonly rest: string;
    }
  | {
      readonly code: 'ambiguous-link';
      readonly typed: string;
      readonly choices: readonly LinkChoice[];
      readonly start: string;
      readonly rest: string;
    }
  | { readonly code: 'linked-already'; readonly ref: string; readonly target: LinkTarget }
  | {
      readonly code: 'not-linked-to';
      readonly ref: string;
      readonly target: LinkTarget;
      readonly links: readonly string[];
    }
  | { readonly code: 'unknown-change'; readonly number: number }
  | {
      readonly code: 'change-decided';
      readonly number: number;
      readonly state: string;
      readonly by: string | null;
    }
  | {
      readonly code: 'change-overtaken';
      readonly number: number;
      readonly ref: string;
      readonly what: string;
      readonly was: string;
      readonly is: string;
    }
  | { readonly code: 'unknown-version'; readonly typed: string; readonly known: readonly string[] }
  | { readonly code: 'version-not-frozen'; readonly number: number }
  | { readonly code: 'draft-open'; readonly number: number; readonly label: string }
  | { readonly code: 'no-draft' }
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
  /** The meeting was held without a pack, or none lies ahead. */
  | { readonly code: 'no-pack'; readonly forum: string; readonly on: string | null }
  | { readonly code: 'unknown-pack'; readonly version: number; readonly latest: number }
  | { readonly code: 'bad-recurrence'; readonly typed: string }
  | { readonly code: 'unknown-calendar'; readonly typed: string; readonly known: readonly string[] }
  | { readonly code: 'not-closed'; readonly on: string }
  | { readonly code: 'needs-channel'; readonly verb: string }
  | {
      readonly code: 'unknown-channel';
      readonly typed: string | null;
      readonly channels: readonly string[];
    };
