// What a file in commands/ is: one verb, with what help says of it and what it does.
import type { Temporal } from 'temporal-polyfill';
import type { TermDates } from '../../dates/domain/school-terms.ts';
import type { Forms } from '../../message/domain/line-form.ts';
import type { Message } from '../../message/messages/message.ts';
import type { Actor } from '../domain/actor.ts';
import type { Permission } from '../domain/permissions.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { AccountDirectory } from './chat-ports.ts';
import type { FileFormats } from './file-ports.ts';
import type { Inbound, MadeFile } from './inbound.ts';
import type { Log, Partnership, PartnershipRecord, ReadingPorts } from './ports.ts';

export type CommandContext = {
  readonly actor: Actor;
  readonly partnership: Partnership;
  /** All those on whose plan the person is, as far as the place where they ask stands for them. */
  readonly partnerships: readonly Partnership[];
  readonly record: PartnershipRecord;
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
  /** The partnership's term calendars, where what was sent may name a term or a holiday; else none. */
  readonly terms: readonly TermDates[];
  readonly inbound: Inbound;
  readonly log: Log;
  readonly files: FileFormats;
  /** What the connected platforms know of accounts; empty where none is connected, as in a terminal. */
  readonly directories: readonly AccountDirectory[];
  /** Where PAP is reached from outside, `https://pap.county.example`; absent: nobody set it. */
  readonly publicUrl?: string | undefined;
  /** Every verb that this installation knows, for `help` and for suggestions. */
  readonly commands: readonly Command[];
};

/** What a line that only asks is given: of today, or as at a date. It has no writing in it. */
export type ReadingContext = Omit<CommandContext, 'record'> & {
  readonly record: ReadingPorts;
  /** The day as at which is asked; the record, `now` and `today` are then of that day. */
  readonly asAt?: Temporal.PlainDate;
};

/** Who does it, when, and by which request: what is committed says so. */
export type Doing = 'actor' | 'inbound' | 'now';

/**
 * What a use case names of the request, and of the record behind it: `Given<'actor' | 'today', Reads<'people'>>`.
 */
export type Given<Fields extends Exclude<keyof ReadingContext, 'record'>, OfRecord = never> = Pick<
  ReadingContext,
  Fields
> &
  ([OfRecord] extends [never] ? unknown : { readonly record: OfRecord });

export type CommandResult =
  | {
      readonly kind: 'reply';
      readonly message: Message;
      readonly audience?: 'private' | 'conversation';
      /** The request was marked as answered in the transaction that did the work. */
      readonly marked?: true;
      readonly files?: readonly MadeFile[];
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export type Undated = { readonly problem: string; readonly instead: string };

/** What a verb answers as at a date. What it is given has no writing in it. */
export type Dated = {
  /** The lines, the date left out, that only ask; absent: every line. Behind any other one a date is part of it. */
  readonly lines?: (
    line: string,
    context: Pick<ReadingContext, 'record'>,
  ) => boolean | Promise<boolean>;
  readonly answer: (line: string, context: ReadingContext) => Promise<CommandResult>;
};

export type Command = {
  /** The word typed after /pap; the file has the same name. */
  readonly name: string;
  readonly aliases?: readonly string[];
  /** One line, as help lists it. */
  readonly summary: string;
  /** As it is typed behind /pap, where that is more than its name. */
  readonly verb?: string;
  /** The forms of its line: what is read, and what help and the reference show. */
  readonly forms: Forms;
  /** Three, the commonest first. */
  readonly examples: readonly [string, string, string];
  /** Who may use it, in words. */
  readonly access: string;
  /**
   * The permission that a form needs, or one of several, where it is not everybody's and is not asked before the line is read. Whoever has it of
   * nothing is told so, whatever else is wrong with the line.
   */
  readonly needs?: Readonly<Record<string, Permission | readonly Permission[]>>;
  /** ` at 24 Jul 2024` may end a line of it that only asks. */
  readonly asAt?: Dated;
  /** Why a line of its own that only asks has no answer as at a date, and what to type instead; null: it has one. */
  readonly undated?: (line: string, date: string) => Undated | null;
  /** Its own verbs, when it is only their common first word. */
  readonly subcommands?: readonly Command[];
  /** @param rest what follows the verb, white space trimmed */
  run(rest: string, context: CommandContext): Promise<CommandResult>;
};

/** A command's answer. */
export function reply(
  message: Message,
  audience: 'private' | 'conversation' = 'private',
): CommandResult {
  return { kind: 'reply', message, audience };
}

/** The answer to an update, which marks its request itself. */
export function recorded(receipt: Message): CommandResult {
  return { kind: 'reply', message: receipt, marked: true };
}

/** A command's refusal. */
export function refused(refusal: Refusal): CommandResult {
  return { kind: 'refused', refusal };
}
