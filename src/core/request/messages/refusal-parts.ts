// The pieces that refusals are made of: the sentence, and the buttons that finish what was typed.

import { Temporal } from 'temporal-polyfill';
import { dayText } from '../../dates/messages/when.ts';
import type { Rag } from '../../message/domain/rag.ts';
import { asNote } from '../../message/messages/action-value.ts';
import {
  type Action,
  type Block,
  bullets,
  buttonRow,
  inline,
  type Message,
  strong,
} from '../../message/messages/message.ts';
import { ragText } from '../../message/messages/rag-text.ts';
import type { RefChoice } from '../domain/refusal.ts';

/** A refusal: what was wrong in the title, what to do in the blocks. */
export function say(title: string, blocks: readonly Block[]): Message {
  return { title, blocks };
}

/** Names to read. */
export function listed(items: readonly string[]): Block {
  return bullets(items.map((item) => inline(item)));
}

/** The objectives to choose from, each with a button that finishes the line that was typed. */
export function choose(choices: readonly RefChoice[], verb: string, rest: string): Block[] {
  return [
    bullets(choices.map(({ ref, title }) => inline(strong(ref), ` ${title}`))),
    buttonRow(
      choices
        .map(({ ref }) => ({ label: ref, line: `${verb} ${ref} ${rest}`.trim() }))
        .filter(fits),
    ),
  ];
}

/** One button a rating, each with the note behind it. */
export function ragChoices(start: string, note: string, ratings: readonly Rag[]): Block {
  const actions = [...new Set(ratings)].map((rag) => ({
    label: ragText(rag),
    line: `${start} ${rag} ${asNote(note)}`.trim(),
  }));
  return buttonRow(actions.filter(fits));
}

/** A button, or nothing where its line is too long to be carried. */
export function button(action: Action): Block[] {
  return fits(action) ? [buttonRow([action])] : [];
}

/** A button's value has room for this much; a longer line has to be typed again. */
export function fits({ line }: Action): boolean {
  return line.length <= 1_500;
}

/** A day that a refusal holds as text. */
export function onDay(isoDay: string): string {
  return dayText(Temporal.PlainDate.from(isoDay));
}
