// The question that is put where a rating changes and its words do not: why, or do they hold?
import { type Rag, ragLooks } from '../../../core/message/domain/rag.ts';
import { asNote } from '../../../core/message/messages/action-value.ts';
import {
  type Action,
  buttonRow,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import { ragChangeText, ragText } from '../../../core/message/messages/rag-text.ts';
import type { Refusal } from '../../../core/request/domain/refusal.ts';
import { fits, say } from '../../../core/request/messages/refusal-parts.ts';
import { ratingForm } from './update-form.ts';

type WordsUnchanged = Extract<Refusal, { code: 'words-unchanged' }>;

/** The question, with what was typed kept in the form, and one button for each answer that needs no words. */
export function wordsUnchanged(refusal: WordsUnchanged): Message {
  const { ref, from, to, note, rating, guard } = refusal;
  const start = rating ? `update ${ref} ${rating}` : `update ${ref}`;
  const hold: Action = {
    ...{ label: 'The same words still hold', guard },
    line: `${start} ${to} checked: ${asNote(note)}`,
  };
  return say(`Why is ${ref} ${word(to)} now?`, [
    paragraph(
      `Nothing was recorded yet. The rating changes, ${ragChangeText(from, to)}, but these words were said of ${ragText(from)}:`,
    ),
    paragraph(note),
    paragraph('Say in the form why it changed, or press a button:'),
    ratingForm(start, { rag: to, note, guard, error: wordsUnchangedHint(refusal) }),
    buttonRow([...(mayStandAlone(to) ? [wordless(start, guard)] : []), hold].filter(fits)),
  ]);
}

/** The question in one line, for beside the field. */
export function wordsUnchangedHint(refusal: WordsUnchanged): string {
  const { from, to } = refusal;
  const alone = mayStandAlone(to) ? ` To record ${word(to)} without words, empty this.` : '';
  return `These words were said of ${word(from)}. Say why it is ${word(to)} now.${alone} If the same words still hold, put “checked:” in front of them.`;
}

/** The same where it is one reason among several. */
export function wordsUnchangedParagraph(refusal: WordsUnchanged) {
  return paragraph(strong(`${refusal.ref}: `), wordsUnchangedHint(refusal));
}

/** Red is recorded without a word: bad news is not held up. */
function mayStandAlone(to: Rag): boolean {
  return to === 'red';
}

function wordless(start: string, guard: WordsUnchanged['guard']): Action {
  return { label: 'Record red without words', line: `${start} red`, guard };
}

function word(rag: Rag | null): string {
  return rag === null ? 'not rated' : ragLooks[rag].word.toLowerCase();
}
