// The reasons for which an agreement between people, or the office's work on who they are, is refused.
import type { Temporal } from 'temporal-polyfill';

export type AgreementKind = 'absence' | 'handover' | 'link request';

export type PeopleRefusal =
  /** It is so already: nobody has left, no account is there to be taken away. */
  | { readonly code: 'nothing-to-do'; readonly problem: string; readonly look: string }
  | {
      readonly code: 'no-such-number';
      readonly kind: AgreementKind;
      readonly number: number;
      /** The line that lists them. */
      readonly list: string;
    }
  | {
      readonly code: 'agreement-over';
      readonly kind: AgreementKind;
      readonly number: number;
      /** What became of it, e.g. accepted. */
      readonly state: string;
    }
  | {
      readonly code: 'absence-overlaps';
      readonly number: number;
      readonly who: string;
      readonly startsOn: Temporal.PlainDate;
      readonly endsOn: Temporal.PlainDate;
    }
  | {
      readonly code: 'bad-period';
      readonly problem: 'unread' | 'past' | 'backwards' | 'too-long';
      readonly typed: string;
    }
  | { readonly code: 'same-person'; readonly what: 'cover' | 'handover'; readonly name: string }
  | { readonly code: 'cover-away'; readonly name: string; readonly number: number }
  | { readonly code: 'not-the-owner'; readonly ref: string; readonly name: string }
  | {
      /** Who asked on another's behalf was the programme office and is no longer. */
      readonly code: 'asker-may-not-now';
      readonly number: number;
      readonly ref: string;
      readonly by: string;
    }
  | { readonly code: 'owns-it-already'; readonly ref: string; readonly name: string }
  | {
      readonly code: 'asked-already';
      readonly ref: string;
      readonly number: number;
      readonly to: string;
    }
  | { readonly code: 'snoozed-already'; readonly until: Temporal.PlainDate }
  | {
      readonly code: 'snooze-too-late';
      readonly lastDay: Temporal.PlainDate;
      readonly meeting: string;
    }
  | { readonly code: 'no-account'; readonly platform: 'Slack' | 'Teams' }
  | { readonly code: 'last-office'; readonly name: string }
  | {
      readonly code: 'on-the-plan-already';
      readonly name: string;
      readonly email: string;
      readonly left: boolean;
    }
  | {
      readonly code: 'unknown-organisation';
      readonly typed: string;
      readonly organisations: readonly string[];
    }
  | { readonly code: 'holds-role-already'; readonly name: string; readonly role: string }
  | { readonly code: 'holds-no-such-role'; readonly name: string; readonly role: string }
  | { readonly code: 'account-taken'; readonly number: number };
