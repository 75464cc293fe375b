// What is said where an objective is not found.

import {
  bullets,
  code,
  inline,
  type Message,
  paragraph,
} from '../../../core/message/messages/message.ts';
import type { Refusal } from '../../../core/request/domain/refusal.ts';
import { choose, say } from '../../../core/request/messages/refusal-parts.ts';
import type { Words } from '../../../core/request/messages/refusal-words.ts';
import type { ObjectiveRefusal } from '../domain/refusal-objective.ts';

/** Of several references so many are shown: a line may name thousands. */
const MOST_REFS = 10;

/** The words, reason by reason. */
export const objectiveRefusals: Words<ObjectiveRefusal> = {
  'unknown-objective': (refusal) => unknownObjective(refusal),
  'ambiguous-objective': (refusal) =>
    say(`More than one objective matches “${refusal.typed}”`, [
      paragraph('Nothing was changed. Which one do you mean?'),
      ...choose(refusal.choices, refusal.verb, refusal.rest),
    ]),
  'several-objectives': (refusal) =>
    say('One objective at a time, please', [
      paragraph('Nothing was changed. Send one line for each:'),
      bullets(
        refusal.refs
          .slice(0, MOST_REFS)
          .map((ref) => inline(code(`/pap ${refusal.verb} ${ref} …`))),
      ),
      ...(refusal.refs.length > MOST_REFS
        ? [paragraph(`The line names ${refusal.refs.length - MOST_REFS} more.`)]
        : []),
      paragraph(
        `If ${refusal.refs[1] ?? 'it'} begins what you have to say, put the words in quotation marks.`,
      ),
    ]),
};

/** No objective has that reference. */
export function unknownObjective({
  typed,
  suggestions,
  like,
  verb,
  rest,
}: Extract<Refusal, { code: 'unknown-objective' }>): Message {
  const shown = typed.slice(0, 40);
  if (suggestions.length === 0) {
    return say(`There is no objective “${shown}”`, [
      paragraph(
        ...(like === undefined
          ? ['Nothing was changed. ']
          : ['Nothing was changed. References look like ', code(like), '; ']),
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
