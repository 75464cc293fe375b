// The terminal's words as a request.
import { expect, it } from 'vitest';
import { parseTerminal } from '../../../src/chat/terminal/inbound.ts';

it.each([
  [['--as', 'a@example.org', 'mine'], 'terminal', 'mine'],
  [['--partnership', 'vale', '--as', 'a@example.org', 'mine', 'home'], 'vale', 'mine home'],
  [['--as', 'a@example.org', '--partnership', 'vale', 'partnership', 'x'], 'vale', 'partnership x'],
  [['--as', 'a@example.org', 'show', '--partnership'], 'terminal', 'show --partnership'],
])('%j names a partnership or all of them', (argv, tenantId, text) => {
  expect(parseTerminal(argv)?.inbound).toMatchObject({ tenantId, text, userId: 'a@example.org' });
});

it.each([
  [['--partnership', 'vale', 'mine']],
  [['--as', 'a@example.org', '--partnership']],
  [['--as', 'a@example.org', '--tenant', 'x', 'mine']],
])('%j is not read', (argv) => {
  expect(parseTerminal(argv)).toBeNull();
});
