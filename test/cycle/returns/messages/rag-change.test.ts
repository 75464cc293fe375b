// The post about a changed rating: the change, the reason, who and when, and why it is posted.
import { describe, expect, it } from 'vitest';
import { ragChangeMessage } from '../../../../src/cycle/returns/messages/rag-change.ts';
import { bodyOf, footerOf } from '../../../support/world/read-message.ts';

const facts = {
  ref: '2B:2',
  title: 'Named workers are trained',
  example: false,
  fromRag: 'red',
  toRag: 'amber',
  note: '14 of 20 trained',
  by: 'Sam Taylor, Northshire Council',
  when: 'Wed 3 July 2024, 12:00',
} as const;

describe('ragChangeMessage', () => {
  it('says what changed in its title, then why, who and when', () => {
    const message = ragChangeMessage(facts);

    expect(message.title).toBe('2B:2 Named workers are trained: 🛑 Red → 🔶 Amber');
    expect(bodyOf(message)).toEqual([
      '14 of 20 trained',
      'Sam Taylor, Northshire Council · Wed 3 July 2024, 12:00',
    ]);
    expect(footerOf(message)).toBe(
      'Posted because the rating of an objective in this channel’s theme changed. /pap show 2B:2 shows its history.',
    );
  });

  it('marks an example, and does without a note', () => {
    const message = ragChangeMessage({ ...facts, example: true, fromRag: null, note: null });

    expect(message.title).toBe('2B:2 Named workers are trained (example): ⬜ Not rated → 🔶 Amber');
    expect(bodyOf(message)).toEqual(['Sam Taylor, Northshire Council · Wed 3 July 2024, 12:00']);
  });
});
