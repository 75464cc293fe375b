// Refusals of what is near something else: a verb, a reference or a whole line that was probably meant.
import type { Refusal } from '../domain/refusal.ts';
import { type Block, code, type Message, paragraph } from './message.ts';
import { button, choose, say } from './refusal-parts.ts';

/** How much of a line that was typed an answer repeats. */
const SHOWN = 120;

/** Another line that does what was probably meant, as words and as a button. */
export function didYouMean(line: string): Block[] {
  const shown = line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
  const [verb = '', ref = ''] = line.split(' ');
  return [
    paragraph('Did you mean ', code(`/pap ${shown}`), '?'),
    ...button({ label: `Yes, ${verb} ${ref}`, line, style: 'primary' }),
  ];
}

/** The first word is no command. */
export function unknownVerb({
  typed,
  suggestion,
  rest,
}: Extract<Refusal, { code: 'unknown-verb' }>): Message {
  const shown = typed.slice(0, 40);
  const list = typed.startsWith('admin ') ? '/pap admin' : '/pap help';
  if (!suggestion) {
    return say(`“${shown}” is not a command`, [
      paragraph('Nothing was changed. Type ', code(list), ' to see them all.'),
    ]);
  }
  const line = `${suggestion} ${rest}`.trim();
  return say(`“${shown}” is not a command`, [
    paragraph('Nothing was changed. Did you mean ', code(`/pap ${line.slice(0, SHOWN)}`), '?'),
    ...button({ label: `Yes, ${suggestion}`, line, style: 'primary' }),
  ]);
}

/** No objective has that reference. */
export function unknownObjective({
  typed,
  suggestions,
  verb,
  rest,
}: Extract<Refusal, { code: 'unknown-objective' }>): Message {
  const shown = typed.slice(0, 40);
  if (suggestions.length === 0) {
    return say(`There is no objective “${shown}”`, [
      paragraph(
        'Nothing was changed. References look like ',
        code('2B:2'),
        '; ',
        code('/pap mine'),
        ' lists yours.',
      ),
    ]);
  }
  return say(`There is no objective “${shown}”`, [
    paragraph(
      suggestions.length === 1
        ? 'Nothing was changed. Did you mean this one?'
        : 'Nothing was changed. Did you mean one of these?',
    ),
    ...choose(suggestions, verb, rest),
  ]);
}
