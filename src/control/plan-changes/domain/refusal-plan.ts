// The reasons for which a change to the plan, or a version of it, is refused.
import type { LinkTarget } from '../../../plan/objectives/domain/objective-link.ts';

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
  /** What is filled directly only where it is empty is not. */
  | {
      readonly code: 'not-vacant';
      readonly ref: string;
      readonly what: 'owner' | 'deputy' | 'theme';
      readonly is: readonly string[];
      /** The line that asks those whom it concerns. */
      readonly instead: string;
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
  | { readonly code: 'no-draft' };

/** Something that an objective can be linked to, as it is typed and as it is called. */
export type LinkChoice = { readonly words: string; readonly text: string };

declare module '../../../core/request/domain/refusal.ts' {
  interface Refusals {
    readonly plan: PlanRefusal;
  }
}
