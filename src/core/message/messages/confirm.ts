// One question before something that is not undone with one line.

import { buttonRow, type Message, paragraph } from './message.ts';

/** @param line what the button sends */
export function confirmMessage(title: string, text: string, line: string): Message {
  return {
    title,
    blocks: [
      paragraph(text),
      paragraph('Nothing was changed yet.'),
      buttonRow([{ label: 'Confirm', line, style: 'danger' }]),
    ],
  };
}
