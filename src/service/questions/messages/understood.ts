// What is said to a sentence in somebody's own words: what was understood, and what to press.
import {
  type Action,
  type Block,
  buttonRow,
  code,
  inline,
  type Message,
  paragraph,
} from '../../../core/message/messages/message.ts';
import { fits } from '../../../core/request/messages/refusal-parts.ts';
import { waysOn } from '../../../core/request/messages/refusal-request.ts';

/** Longest line that is shown whole. */
const SHOWN = 160;

/** What would be recorded: it waits for a press. */
export function understoodMessage(lines: readonly string[]): Message {
  const [first = ''] = lines;
  const actions = lines.map(
    (line, index): Action => ({
      label: labelOf(line),
      line,
      ...(index === 0 && { style: 'primary' as const }),
    }),
  );
  return {
    title: lines.length === 1 ? 'Is this what you mean?' : 'Which of these do you mean?',
    blocks: [
      paragraph('Nothing has been recorded yet.'),
      ...(lines.length === 1 ? [paragraph(code(`/pap ${shortened(first)}`))] : listOfLines(lines)),
      buttonRow(actions.filter(fits)),
    ],
  };
}

function listOfLines(lines: readonly string[]): Block[] {
  return [{ kind: 'list', items: lines.map((line) => inline(code(`/pap ${shortened(line)}`))) }];
}

function shortened(line: string): string {
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
}

function labelOf(line: string): string {
  const [head = '', ...more] = line.split('\n');
  if (more.length > 0) return `All ${more.length} updates`;
  return `Yes: ${head}`.slice(0, 60);
}

/** The answer to a question, with how it was understood and what else may have been meant. */
export function answeredMessage(
  message: Message,
  line: string,
  others: readonly string[],
): Message {
  const more = others
    .map((other): Action => ({ label: other.slice(0, 60), line: other }))
    .filter(fits);
  return {
    ...message,
    blocks: [...message.blocks, ...(more.length > 0 ? [buttonRow(more)] : [])],
    footer: [
      ...(message.footer ?? []),
      ...inline(message.footer ? ' · ' : '', 'Read as ', code(`/pap ${line}`)),
    ],
  };
}

/** “Thanks!” */
export function thanksMessage(): Message {
  return { title: 'You’re welcome', blocks: [buttonRow(waysOn)] };
}

/** “No”, “never mind”: nothing is waiting. */
export function leftMessage(): Message {
  return { title: 'Nothing was changed', blocks: [buttonRow(waysOn)] };
}

/** “Yes” to nothing that is known here. */
export function nothingOpenMessage(): Message {
  return {
    title: 'I’m not sure what you’re saying yes to',
    blocks: [
      paragraph(
        'Nothing was changed. Press the button under my last message, or type what you want.',
      ),
      buttonRow(waysOn),
    ],
  };
}
