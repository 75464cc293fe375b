// The 60-second return: one form with everything that a person answers for, sent once. It says what lines
// of `update confirm` could have said.
import type { Temporal } from 'temporal-polyfill';
import { ragOrder } from '../../../core/message/domain/rag.ts';
import { exampleMark } from '../../../core/message/messages/example-notice.ts';
import {
  code,
  type Field,
  inline,
  LEAVE_OUT,
  type Message,
  paragraph,
} from '../../../core/message/messages/message.ts';
import { ragText } from '../../../core/message/messages/rag-text.ts';
import { answersAlone, type Objective } from '../../../plan/objectives/domain/objective.ts';
import { ownWords, type RatingStory } from '../../../plan/objectives/domain/rating-story.ts';
import type { Cycle } from '../../cycles/domain/cycle.ts';
import { cycleText, MAX_IN_FORM } from './objective-list.ts';

/** Characters of last notes that one card can carry beside its fields. */
const MAX_NOTES = 6_000;
const FILLED =
  'Words that stand here are those of the last returns. Where the rating changes, say something new.';

export type ReturnFormFacts = {
  /** Those that are owed first. */
  readonly objectives: readonly Objective[];
  readonly outstanding: ReadonlySet<string>;
  readonly personId: string;
  readonly stories: ReadonlyMap<string, RatingStory>;
  readonly cycle: Cycle | null;
  readonly now: Temporal.Instant;
};

/** The form, filled with the last returns. What the person owes stands on Same, all else on Not now. */
export function returnFormMessage(facts: ReturnFormFacts): Message {
  const { objectives, cycle, now } = facts;
  const shown = objectives.slice(0, MAX_IN_FORM);
  const more = objectives.slice(MAX_IN_FORM).map(({ ref }) => ref);
  const notes = lastNotes(shown, facts);
  return {
    title:
      more.length > 0
        ? `Return ${shown.length} of your ${objectives.length} at once`
        : 'Return all at once',
    blocks: [
      ...(cycle ? [paragraph(cycleText(cycle, now))] : []),
      ...(more.length > 0
        ? [
            paragraph(
              `Not in this form: ${more.join(', ')}. Once it is sent, `,
              code('/pap mine form'),
              ' brings what you still owe.',
            ),
          ]
        : []),
      {
        kind: 'form',
        fields: shown.flatMap((objective) => [
          choiceOf(objective, owes(objective, facts)),
          noteOf(objective, notes.get(objective.id) ?? null),
        ]),
        submit: {
          label: 'Send all',
          line: 'update confirm',
          again: 'mine form',
          rows: shown.map(({ ref, version }) => `${ref}@${version}`),
          style: 'primary',
        },
        ...(notes.size > 0 && { filled: FILLED }),
      },
    ],
    footer: inline('Sent once: all of it is recorded, or none.'),
  };
}

function owes(objective: Objective, { outstanding, personId }: ReturnFormFacts): boolean {
  return outstanding.has(objective.id) && answersAlone(objective, personId);
}

function choiceOf({ ref, title, rag, example }: Objective, owed: boolean): Field {
  return {
    kind: 'choice',
    name: `rag-${ref}`,
    label: `${ref} ${title}${exampleMark(example)}`,
    options: [
      ...(rag ? [{ value: 'same', label: `Same: ${ragText(rag)}` }] : []),
      ...ragOrder.map((one) => ({ value: one, label: ragText(one) })),
      { value: LEAVE_OUT, label: 'Not now' },
    ],
    value: rag && owed ? 'same' : LEAVE_OUT,
  };
}

function noteOf({ ref }: Objective, note: string | null): Field {
  return {
    kind: 'text',
    name: `note-${ref}`,
    label: `What to say about ${ref}`,
    placeholder: 'A few words. Amber, green and blue need them.',
    multiline: true,
    ...(note && { value: note }),
  };
}

/** The reasons that stand for their ratings; those of the published plan are nobody's return. */
function lastNotes(
  objectives: readonly Objective[],
  { stories }: ReturnFormFacts,
): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  let room = MAX_NOTES;
  for (const { id } of objectives) {
    const note = ownWords(stories.get(id));
    if (!note || note.length > room) continue;
    notes.set(id, note);
    room -= note.length;
  }
  return notes;
}
