// What is said where a line is refused whatever it is about.

import type { RatingKind } from '../../message/domain/rag.ts';
import { asNote } from '../../message/messages/action-value.ts';
import {
  type Action,
  type Block,
  bullets,
  buttonRow,
  code,
  inline,
  type Message,
  paragraph,
} from '../../message/messages/message.ts';
import type { Refusal, RequestRefusal } from '../domain/refusal.ts';
import { badDate } from './bad-date.ts';
import { button, fits, say } from './refusal-parts.ts';
import type { Words } from './refusal-words.ts';

/** The words, reason by reason. */
export const requestRefusals: Words<RequestRefusal> = {
  'unknown-verb': (refusal) => unknownVerb(refusal),
  usage: (refusal) =>
    say('I could not read that command', [
      paragraph(refusal.problem),
      ...(refusal.instead ? didYouMean(refusal.instead) : []),
      paragraph('Examples: ', code(`/pap help ${refusal.verb}`)),
    ]),
  'too-long': (refusal) =>
    say('That is too long to read', [
      paragraph(
        `Nothing was changed: the line has ${refusal.length.toLocaleString('en-GB')} characters and ${refusal.limit.toLocaleString('en-GB')} can be read. Please shorten it and send it again.`,
      ),
    ]),
  'bad-date': (refusal) => badDate(refusal),
  'not-permitted': (refusal) =>
    say('You cannot do that', [
      paragraph(
        `${refusal.ref ? `${refusal.ref}: ` : ''}“${refusal.verb}” is for ${refusal.rule}. Nothing was changed. Ask the programme office if that should include you.`,
      ),
      ...(refusal.ref && refusal.ownNote ? amendNoteAlone(refusal.ref, refusal.ownNote) : []),
    ]),
  'several-numbers': (refusal) => severalNumbers(refusal),
  'name-taken': ({ what, name, list }) =>
    say(`There is already ${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what} “${name}”`, [
      paragraph(
        'Nothing was changed. Use another name. To see them all, type ',
        code(`/pap ${list}`),
        '.',
      ),
    ]),
};

/** What the author of an entry may still do when its rating is not theirs to change any more. */
export function amendNoteAlone(
  ref: string,
  { rating, note }: { readonly rating: RatingKind; readonly note: string },
): Block[] {
  return [
    paragraph('You can still put your own note right; the rating stays as it is.'),
    ...button({
      label: `Amend the note of ${ref}`,
      line: `amend ${ref} ${rating === 'impact' ? 'impact ' : ''}${asNote(note)}`,
    }),
  ];
}

/** Another line that does what was probably meant, as words and as a button. */
export function didYouMean(line: string): Block[] {
  const shown = line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
  const [verb = '', ref = ''] = line.split(' ');
  return [
    paragraph('Did you mean ', code(`/pap ${shown}`), '?'),
    ...button({ label: `Yes, ${verb} ${ref}`, line, style: 'primary' }),
  ];
}

const HELP: Action = { label: 'Help', line: 'help' };

/** Where nothing else leads on: a dead end never stands alone. */
export const waysOn: readonly Action[] = [
  { label: 'My objectives', line: 'mine' },
  { label: 'What’s outstanding', line: 'outstanding' },
  HELP,
];

/** The first word is no command. */
export function unknownVerb({
  typed,
  suggestion,
  rest,
  about,
  likely = [],
}: Extract<Refusal, { code: 'unknown-verb' }>): Message {
  const shown = typed.slice(0, 40);
  const find = about && { label: `Find “${about.slice(0, 40)}”`, line: `find ${about}` };
  const list = typed.startsWith('admin ') ? '/pap admin' : '/pap help';
  if (likely.length > 0) {
    const lines = likely.map((line) => ({ label: line.slice(0, 60), line }));
    return say('I’m not sure what you mean', [
      paragraph('Nothing was changed. Is it one of these?'),
      buttonRow([...lines, ...(find ? [find] : []), HELP].filter(fits)),
    ]);
  }
  if (!suggestion) {
    return say(`“${shown}” is not a command`, [
      paragraph('Nothing was changed. Type ', code(list), ' to see them all.'),
      buttonRow([...(find ? [find].filter(fits) : []), ...waysOn]),
    ]);
  }
  const line = `${suggestion} ${rest}`.trim();
  return say(`“${shown}” is not a command`, [
    paragraph('Nothing was changed. Did you mean ', code(`/pap ${line.slice(0, SHOWN)}`), '?'),
    ...button({ label: `Yes, ${suggestion}`, line, style: 'primary' }),
  ]);
}

/** A line may name thousands. */
const MOST_NAMED = 10;

function severalNumbers({
  further,
  why,
  lines,
  asWords,
}: Extract<Refusal, { code: 'several-numbers' }>): Message {
  const unnamed = further.length - MOST_NAMED;
  const named = `${further.slice(0, MOST_NAMED).join(', ')}${unnamed > 0 ? ` and ${unnamed} more` : ''}`;
  const button = (line: string) => ({ label: line.slice(0, 60), line });
  const said = asWords === null ? [] : [asWords];
  return why === 'each'
    ? say('One at a time, please', [
        paragraph(`Nothing was changed: the line names ${named} as well. Send one line for each:`),
        bullets(lines.map((line) => inline(code(`/pap ${line}`)))),
        ...(asWords === null
          ? []
          : [paragraph(`If ${named} begins what you have to say: `, code(`/pap ${asWords}`), '.')]),
        buttonRow([...lines, ...said].map(button).filter(fits)),
      ])
    : say(`Is ${named} another number, or what you have to say?`, [
        paragraph('Nothing was changed. Choose one:'),
        bullets([...lines, ...said].map((line) => inline(code(`/pap ${line}`)))),
        buttonRow([...lines, ...said].map(button).filter(fits)),
      ]);
}

/** How much of a line that was typed an answer repeats. */
const SHOWN = 120;
