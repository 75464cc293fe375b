// The return form as a Teams card: whole as long as it fits, and never without its fields.
import { expect, it } from 'vitest';
import { LIMITS } from '../../../src/chat/teams/render/limits.ts';
import { renderCard } from '../../../src/chat/teams/render/render.ts';
import { returnFormMessage } from '../../../src/cycle/returns/messages/return-form.ts';
import { type RatingStory, ratingStory } from '../../../src/plan/objectives/domain/rating-story.ts';
import { at, cycle, objective, statusEntry } from '../../support/rules/builders.ts';

const many = Array.from({ length: 15 }, (_, index) =>
  objective({ id: `objective-${index}`, ref: `4A:${index + 1}`, title: 'Objective '.repeat(12) }),
);

function cardWith(note: string) {
  const stories = new Map(many.map(({ id }) => [id, storyOf(note)]));
  const outstanding = new Set(many.map(({ id }) => id));
  const now = at('2024-07-03T12:00');
  return renderCard(
    returnFormMessage({
      objectives: many,
      outstanding,
      personId: 'sam',
      stories,
      cycle: cycle(),
      now,
    }),
  );
}

function storyOf(note: string): RatingStory {
  const story = ratingStory([statusEntry({ note })]);
  if (!story) throw new Error('an entry has a story');
  return story;
}

it.each([
  ['short notes', 'as before', 12],
  ['long notes, as many as there is room for', 'long '.repeat(390), 3],
  ['notes that take more room than they have characters', '漢'.repeat(1_990), 0],
])('holds twelve objectives with %s', (_what, note, filled) => {
  const card = cardWith(note.trim());

  const inputs = card.body.filter(({ type }) => type.startsWith('Input.'));
  const notes = inputs.filter(({ type, value }) => type === 'Input.Text' && value !== undefined);
  expect(inputs).toHaveLength(24);
  expect(notes).toHaveLength(filled);
  for (const { value } of notes) expect(value).toBe(note.trim());
  expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(LIMITS.cardBytes);
  expect(JSON.stringify(card.body)).toContain('Not in this form: 4A:13, 4A:14, 4A:15.');
  expect(JSON.stringify(card.body).includes('those of the last returns')).toBe(filled > 0);
});
