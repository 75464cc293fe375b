// The one message model: plain data that every platform's renderer turns into its own shape.
// Inline text is spans, never a markdown string: escaping differs per platform, so only the
// renderers escape. A text span may hold anything that a person typed.
import { MAX_NOTE_LENGTH } from '../domain/typed-text.ts';
import type { ChartData } from './chart-data.ts';

export type Span =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  /** An address of the web, which is also what is shown: nobody is led elsewhere than it says. */
  | { readonly kind: 'link'; readonly text: string };

export type Inline = readonly Span[];

/** What a button does: it types `line` again, in the name of the person who presses it. */
export type Action = {
  readonly label: string;
  /** A command line without `/pap`, e.g. `same 2B:2`. Form answers are appended to it. */
  readonly line: string;
  /** The item and the version that the person saw; a stale press is refused with an explanation. */
  readonly guard?: Guard;
  /** The partnership that it was made for; absent: made before a record could hold several. */
  readonly partnershipId?: string;
  /** Whether the press also chooses that partnership for what the person writes in private. */
  readonly keeps?: true;
  /**
   * Of a form about several objectives: the beginning of each one's line, e.g. `2B:2@4`. The fields
   * belong to them in order, the same number to each.
   */
  readonly rows?: readonly string[];
  /** Of a form: the line that shows it again, for when it could not be saved. */
  readonly again?: string;
  readonly style?: 'primary' | 'danger';
};

export type Guard = { readonly objectiveId: string; readonly version: number };

/** The answer of a choice that leaves its row out of what a form of several rows says. */
export const LEAVE_OUT = '-';

/**
 * A form's field. Its answer reaches the command as a word of the line, in field order; the last one of a
 * row is the note. A form says nothing that could not have been typed.
 */
export type Field =
  | {
      readonly kind: 'choice';
      readonly name: string;
      readonly label: string;
      readonly options: readonly { readonly value: string; readonly label: string }[];
      readonly value?: string;
      /** What was wrong with what was chosen; it stands beside the field. */
      readonly error?: string;
    }
  | {
      readonly kind: 'text';
      readonly name: string;
      readonly label: string;
      /** What stands in it to begin with. Never longer than `MAX_FIELD_LENGTH`: it is shown whole or not at all. */
      readonly value?: string;
      /** An example or an instruction, worded so that nobody takes it for what is in the field. */
      readonly placeholder?: string;
      readonly multiline?: boolean;
      readonly required?: boolean;
      /** What was wrong with what was typed; it stands beside the field. */
      readonly error?: string;
    };

/** What a text field takes on every platform: a note, whole. */
export const MAX_FIELD_LENGTH = MAX_NOTE_LENGTH;

export type Column = {
  readonly header: string;
  readonly align?: 'left' | 'right';
  /** Its cells are references, each of which stays on one line. */
  readonly ofRefs?: true;
};

export type Fact = { readonly label: string; readonly value: Inline };

export type Block =
  | { readonly kind: 'text'; readonly spans: Inline }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'list'; readonly items: readonly Inline[] }
  | { readonly kind: 'chart'; readonly chart: ChartData }
  | { readonly kind: 'divider' }
  | { readonly kind: 'actions'; readonly actions: readonly Action[] }
  | {
      readonly kind: 'form';
      readonly fields: readonly Field[];
      readonly submit: Action;
      /** Where the words come from that stand in it. Said only where some do. */
      readonly filled?: string;
    };

export type Tone = 'good' | 'attention' | 'plain';

export type Message = {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly tone?: Tone;
  /** Small print under the message: "why am I getting this?" and the example-data notice. */
  readonly footer?: Inline;
};

/** A plain run of text. */
export function text(value: string): Span {
  return { kind: 'text', text: value };
}

/** Emphasised text. */
export function strong(value: string): Span {
  return { kind: 'strong', text: value };
}

/** Something to type, shown in a fixed-width face where there is one. */
export function code(value: string): Span {
  return { kind: 'code', text: value };
}

/** An address of the web to open. */
export function link(address: string): Span {
  return { kind: 'link', text: address };
}

/** One paragraph; strings become plain text spans. */
export function paragraph(...parts: readonly (string | Span)[]): Block {
  return { kind: 'text', spans: inline(...parts) };
}

/** Buttons side by side. */
export function buttonRow(actions: readonly Action[]): Block {
  return { kind: 'actions', actions };
}

/** Facts under each other, each behind its label. */
export function factTable(facts: readonly Fact[]): Block {
  return { kind: 'facts', facts };
}

/** One fact; strings become plain text spans. */
export function fact(label: string, ...parts: readonly (string | Span)[]): Fact {
  return { label, value: inline(...parts) };
}

/** A list with a dot before each item. */
export function bullets(items: readonly Inline[]): Block {
  return { kind: 'list', items };
}

/** Spans from strings and spans. */
export function inline(...parts: readonly (string | Span)[]): Inline {
  return parts.map((part) => (typeof part === 'string' ? text(part) : part));
}

/** What a form says of the words in it; null where no field shows any. */
export function filledText({ fields, filled }: Extract<Block, { kind: 'form' }>): string | null {
  const shows = fields.some((field) => field.kind === 'text' && shownValue(field) !== null);
  return filled !== undefined && shows ? filled : null;
}

/** What stands in a text field to begin with: whole, or nothing. */
export function shownValue({ value = '' }: Extract<Field, { kind: 'text' }>): string | null {
  return value !== '' && value.length <= MAX_FIELD_LENGTH ? value : null;
}

export type FieldFault = {
  /** What the row of the field begins with, e.g. `2B:2`; null: the form has no rows. */
  readonly row: string | null;
  /** The note is a row's last field, its rating the first. */
  readonly field: 'rating' | 'note';
  readonly words: string;
};

/** A list as far as a message carries it, and how many more there are. */
export function listOf<One>(all: readonly One[], line: (one: One) => Inline): Block[] {
  const left = all.length - MAX_LISTED;
  return [
    { kind: 'list', items: all.slice(0, MAX_LISTED).map(line) },
    ...(left > 0 ? [paragraph(`And ${left} more.`)] : []),
  ];
}

/** What a list of a digest carries; the rest is a command away. */
export const MAX_LISTED = 20;
