// A forum at the start of a line: by its short name, by its whole name in as many words as it has, or by one word of it.
import { expect, it } from 'vitest';
import { splitForum } from '../../../../src/cycle/meetings/app/find-meeting.ts';

const forums = [
  { key: 'improvement-board', name: 'Improvement Board' },
  { key: 'siab', name: 'SEND Improvement and Assurance Board (SIAB)' },
  { key: 'icb', name: 'ICB' },
  { key: 'icb-committee', name: 'ICB Quality Committee' },
];
type Meetings = Parameters<typeof splitForum>[1];
const record = { meetings: { forums: async () => forums } } as unknown as Meetings;

it.each([
  ['siab 24 July 2024', 'siab', '24 July 2024'],
  ['SIAB', 'siab', ''],
  ['improvement-board third Wednesday', 'improvement-board', 'third Wednesday'],
  ['Improvement Board 24 July 2024 confirm', 'improvement-board', '24 July 2024 confirm'],
  ['“Improvement Board” 24 July 2024', 'improvement-board', '24 July 2024'],
  ['SEND Improvement and Assurance Board (SIAB): off', 'siab', 'off'],
  ['assurance off', 'siab', 'off'],
  ['icb quality committee returns 8 days', 'icb-committee', 'returns 8 days'],
  ['icb returns 8 days', 'icb', 'returns 8 days'],
])('%s', async (line, key, rest) => {
  const found = await splitForum(line, record);

  expect(found.forum).toMatchObject({ ok: true, value: { key } });
  expect(found.rest).toBe(rest);
});

it.each(['', 'cabinet 24 July', 'board', 'improvement-boards'])('none of “%s”', async (line) => {
  expect((await splitForum(line, record)).forum).toMatchObject({
    ok: false,
    refusal: { code: 'unknown-forum' },
  });
});
