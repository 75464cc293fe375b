// The one shape in which any platform's request reaches the application, and the one in which the
// answer leaves it.
import type { FileProblem } from '../../message/domain/grid.ts';
import type { FieldFault, Guard, Message } from '../../message/messages/message.ts';
import type { Platform } from '../domain/platform.ts';

export type Inbound = {
  readonly platform: Platform;
  /** Slack workspace id, Teams tenant id, or `terminal`. Decides the partnership. */
  readonly tenantId: string;
  /** The workspace or tenant that the person belongs to, where they wrote in another one's channel. */
  readonly outsideTenantId?: string;
  /** The platform's own stable id of the person: Slack `U…`, Teams `aadObjectId`, terminal e-mail. */
  readonly userId: string;
  readonly conversation: { readonly kind: 'personal' | 'channel'; readonly id: string };
  /** The command line as typed, mentions and the leading `/pap` removed. */
  readonly text: string;
  /** Whom the line mentions, by the platform's ids. */
  readonly mentions?: readonly Mentioned[];
  /** Set when the request is a button press or a form: the item and version that was on screen. */
  readonly guard?: Guard;
  /** Set when it is a press: the partnership that the button was made for. */
  readonly partnershipId?: string;
  /** The press chooses that partnership for what the person writes in private. */
  readonly keepsPartnership?: true;
  /** Nothing was asked: the person only opened PAP. It is answered where PAP does not know them yet. */
  readonly isOpening?: true;
  /** A file that came with the words, or why it could not be had. */
  readonly file?: GivenFile;
  /** The same for every retry of the same request, different for every other one. */
  readonly requestId: string;
};

/** Somebody mentioned in a line. */
export type Mentioned = {
  /** As it stands in the text: `@Robin Example`, `@U0123456`. */
  readonly said: string;
  readonly userId: string;
  /** Who that is on the plan, as far as the account or the directory says. */
  readonly personId?: string;
};

export type GivenFile =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly problem: FileProblem };

/** A file that goes with an answer, to the person who asked and to nobody else. */
export type MadeFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /**
   * The line that makes this one file again and changes nothing of the plan. Teams asks the person first whether
   * they want it, and nothing keeps the bytes until they have answered.
   */
  readonly line: string;
  /** The partnership that it is of; set on its way out. */
  readonly partnershipId?: string;
};

export type Reply = {
  readonly message: Message;
  /** `conversation` only when the person asked for it to be shown to everyone there. */
  readonly audience: 'private' | 'conversation';
  readonly outcome: 'done' | 'refused' | 'fault';
  /** A refusal's stable code, e.g. `unknown-objective`. */
  readonly code?: string;
  /** Of a refusal: what is to be said beside fields of the form that was sent. */
  readonly faults?: readonly FieldFault[];
  /** Whether the faults say all that was wrong. */
  readonly faultsSayAll?: boolean;
  readonly files?: readonly MadeFile[];
};

/** Answers one request. Never throws: a fault becomes a reply with a reference id. Null: a repeat that was answered already. */
export type HandleInbound = (inbound: Inbound) => Promise<Reply | null>;
