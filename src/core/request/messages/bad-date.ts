// What is said where a date or a period was not read for certain: why, and each reading as a button that finishes the line.
import {
  type Block,
  bullets,
  buttonRow,
  code,
  inline,
  type Message,
  paragraph,
} from '../../message/messages/message.ts';
import type { Refusal } from '../domain/refusal.ts';
import { fits, say } from './refusal-parts.ts';

type BadDate = Extract<Refusal, { code: 'bad-date' }>;

/** How much of what was typed is repeated. */
const SHOWN = 40;

const reasons: Readonly<Record<BadDate['problem'], string | null>> = {
  'not-a-date': null,
  'no-such-day': 'The calendar has no such day.',
  'wrong-weekday': 'That date is another day of the week.',
  which: 'It can be read in more than one way.',
  several: 'It names more than one date.',
  vague: 'It does not say which day is the last.',
  'only-start': 'It says when something begins, not when it is due.',
  'counted-from': 'I can’t tell which day it is counted from.',
  'no-terms':
    'No term calendar says when that is. The programme office can add one: admin calendar terms.',
  'no-one-day': 'One day is needed here.',
  open: 'It says that there is no date, and one is needed here.',
};

/** Nothing was changed by the line. */
export function badDate({ typed, problem, readings, lines }: BadDate): Message {
  const shown = typed.length > SHOWN ? `${typed.slice(0, SHOWN)}…` : typed;
  const reason = reasons[problem];
  return say(
    problem === 'not-a-date' || readings.length === 0
      ? `“${shown}” is not a date that can be read`
      : `Which date is “${shown}”?`,
    [
      ...(reason === null ? [] : [paragraph(`Nothing was changed. ${reason}`)]),
      ...(readings.length > 0 ? offered(readings, lines) : [howToWrite()]),
    ],
  );
}

/** What can be typed instead, or pressed. */
export function offered(readings: readonly string[], lines: readonly string[] = []): Block[] {
  const buttons = readings
    .flatMap((label, index) => {
      const line = lines[index];
      return line === undefined ? [] : [{ label, line }];
    })
    .filter(fits);
  return [
    paragraph(readings.length === 1 ? 'Do you mean this?' : 'Do you mean one of these?'),
    bullets(readings.map((reading) => inline(code(reading)))),
    ...(buttons.length > 0 ? [buttonRow(buttons)] : []),
  ];
}

function howToWrite(): Block {
  return paragraph(
    ...['Write ', code('31/07/2024'), ' (day first), ', code('31 July 24'), ', '],
    ...[code('July 2024'), ', ', code('Q2 2024/25'), ' or ', code('tomorrow'), '.'],
  );
}
