// The reasons for which somebody is not found, or the office’s work on who they are is refused.

/** What may have been meant: as it is shown, and the words that say it for certain. */
export type Offer = { readonly label: string; readonly words: string };

/** The line that was typed, with an offer's words in place of those that were not certain. */
type Action = { readonly label: string; readonly line: string };

export type PeopleRefusal =
  | {
      readonly code: 'not-linked';
      readonly platform: string;
      readonly reason:
        | 'no-match'
        | 'guest'
        | 'bot'
        | 'inactive'
        | 'no-email'
        | 'other-workspace'
        | 'organisation-not-allowed';
      /** Of an organisation that is not allowed: the id that the office would allow. */
      readonly outsideTenantId?: string;
      /** Of a guest: what the programme office was asked, and what became of it. */
      readonly request?: {
        readonly number: number;
        readonly state: 'asked' | 'waiting' | 'refused';
      };
    }
  | {
      readonly code: 'unknown-person';
      readonly typed: string;
      readonly suggestions: readonly string[];
      readonly asTyped?: string;
      readonly offers?: readonly Offer[];
      readonly lines?: readonly Action[];
    }
  | {
      readonly code: 'ambiguous-person';
      readonly typed: string;
      readonly choices: readonly string[];
      readonly asTyped?: string;
      readonly offers?: readonly Offer[];
      readonly lines?: readonly Action[];
    }
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
  | { readonly code: 'same-person'; readonly what: 'cover' | 'handover'; readonly name: string }
  | { readonly code: 'no-account'; readonly platform: 'Slack' | 'Teams' }
  | { readonly code: 'last-office'; readonly name: string }
  | {
      readonly code: 'on-the-plan-already';
      readonly name: string;
      readonly email: string;
      readonly left: boolean;
    }
  /** Nobody gives a role to themselves. */
  | { readonly code: 'own-role' }
  | { readonly code: 'holds-role-already'; readonly name: string; readonly role: string }
  | { readonly code: 'holds-no-such-role'; readonly name: string; readonly role: string }
  | { readonly code: 'account-taken'; readonly number: number }
  /** A guest's request that waited too long. */
  | { readonly code: 'link-request-expired'; readonly number: number; readonly days: number };

export type AgreementKind = 'absence' | 'handover' | 'link request';

declare module '../../../core/request/domain/refusal.ts' {
  interface Refusals {
    readonly people: PeopleRefusal;
  }
}
