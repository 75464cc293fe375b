// Names that every plain object knows are no words of ours: a line with one is answered as with any unknown word.
import { expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { unescapeText } from '../../src/chat/slack/render/escape.ts';
import { commandText } from '../../src/chat/teams/inbound/command-text.ts';
import { plainText } from '../../src/core/message/messages/plain-text.ts';
import { allLineStarts } from '../support/world/line-starts.ts';
import { describePlan } from '../support/world/plan-suite.ts';
import { BEN } from '../support/world/writing-lines.ts';

const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'] as const;
/** What shows when a function or a prototype was taken for a word. */
const LEAK = /\bfunction\b|native code|\[object|\bundefined\b|\bNaN\b/;

it.each(names)('%s is what was typed on every platform', (name) => {
  expect(unescapeText(`:${name}: &${name}; x`)).toBe(`:${name}: &${name}; x`);
  expect(commandText(`update :${name}: &${name}; x`, [], 'bot')).toBe(
    `update :${name}: &${name}; x`,
  );
});

describePlan('a name that every object knows', (parts) => {
  it.each(names)('is an unknown word to every verb: %s', async (name) => {
    const { world } = parts;
    for (const start of ['', ...allLineStarts(commands)]) {
      const line = `${start} ${name}`.trim();
      const reply = await world.pap(BEN, line);
      expect(reply.outcome, line).not.toBe('fault');
      expect(plainText(reply.message).replaceAll(name, ''), line).not.toMatch(LEAK);
    }
  });
});
