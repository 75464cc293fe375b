// What a file leaves open, as a form: what a column is, what a colour behind a cell means. It is asked once for a layout.
import { capital } from '../../../core/message/domain/text-ends.ts';
import {
  type Block,
  bullets,
  code,
  type Field,
  inline,
  LEAVE_OUT,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import { type ImportQuestion, NOTHING, optionWord } from '../../layouts/domain/import-answers.ts';
import { isField, planFieldNames } from '../../layouts/domain/plan-headings.ts';

/** A form of more fields is cut short by the chats; what is left comes once these are answered. */
const MOST_FIELDS = 8;
const MAX_VALUE = 60;

/** The form; nothing where everything is said. */
export function questionBlocks(number: number, questions: readonly ImportQuestion[]): Block[] {
  const open = questions.filter(({ answer }) => answer === null);
  if (open.length === 0) return [];
  const shown = open.slice(0, MOST_FIELDS);
  const later = open.length - shown.length;
  return [
    paragraph(
      strong('What are these? '),
      'Your answer holds for this file and for every later one of the same layout. What you do not answer stays left out.',
    ),
    bullets(shown.map(questionLine)),
    {
      kind: 'form',
      fields: shown.map(questionField),
      submit: {
        label: 'Keep what these are',
        line: `admin import answer ${number}`,
        rows: shown.map((question) => String(question.number)),
      },
    },
    ...(later > 0 ? [paragraph(`${later} more will be asked once these are answered.`)] : []),
    paragraph(
      'In words: ',
      code(`/pap admin import answer ${number} ${shown[0]?.number ?? 1} ${meaningWords(shown[0])}`),
    ),
  ];
}

function questionLine({ number, kind, label, place, values }: ImportQuestion) {
  return kind === 'column'
    ? inline(
        strong(`${number}. “${brief(label)}”`),
        ` (${place}): ${values.map((value) => `“${brief(value)}”`).join(', ')}`,
      )
    : inline(
        strong(`${number}. ${capital(label)} behind a cell`),
        `: ${values.map(brief).join(', ')}`,
      );
}

function questionField({ number, kind, label, options }: ImportQuestion): Field {
  return {
    kind: 'choice',
    name: String(number),
    label:
      kind === 'column'
        ? `${number}. The column “${brief(label)}” is`
        : `${number}. ${label} means`,
    options: [
      { value: LEAVE_OUT, label: 'Not answered' },
      ...options.map((value) => ({ value: optionWord(value), label: optionLabel(value) })),
    ],
    value: LEAVE_OUT,
  };
}

function optionLabel(value: string): string {
  if (value === NOTHING) return 'Nothing: leave it out';
  return capital(isField(value) ? planFieldNames[value] : value);
}

function meaningWords(question: ImportQuestion | undefined): string {
  return optionWord(question?.options[0] ?? NOTHING);
}

function brief(words: string): string {
  const line = words.replace(/\s+/g, ' ');
  return line.length > MAX_VALUE ? `${line.slice(0, MAX_VALUE - 1)}…` : line;
}
