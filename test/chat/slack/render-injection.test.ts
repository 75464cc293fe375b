// What people type stays what it is: no mention fires, no markup is read, no line is turned round.
import { describe, expect, test } from 'vitest';
import { escapeText, plain, unescapeText } from '../../../src/chat/slack/render/escape.ts';
import { render, renderAsSections, renderAsText } from '../../../src/chat/slack/render/render.ts';
import {
  code,
  inline,
  type Message,
  strong,
  text,
} from '../../../src/core/message/messages/message.ts';

const HOSTILE = [
  '<!channel>',
  '<!here|here>',
  '<@U0OWNER001>',
  '<#C0THEME001>',
  '<https://evil.example|the plan>',
  '@everyone @channel @here',
  '*bold* _it_ ~no~ `code` ```pre```',
  '> quote\n| bar | # head',
  ':red_circle:',
  '\u202eabc\u2066def',
] as const;

function everywhere(words: string): Message {
  return {
    title: words,
    blocks: [
      { kind: 'text', spans: [text(words), strong(words), code(words)] },
      { kind: 'facts', facts: [{ label: words, value: inline(words) }] },
      { kind: 'list', items: [inline(words)] },
      { kind: 'table', caption: words, columns: [{ header: words }], rows: [[words]] },
      { kind: 'table', caption: words, columns: [{ header: words }], rows: [[words]] },
      { kind: 'actions', actions: [{ label: words, line: `update ${words}` }] },
      {
        kind: 'form',
        fields: [
          { kind: 'text', name: 'n', label: words, value: words, placeholder: words },
          { kind: 'choice', name: 'm', label: words, options: [{ value: 'v', label: words }] },
        ],
        submit: { label: words, line: `update ${words}` },
      },
    ],
    footer: inline(words),
  };
}

/** Types of the elements whose text Slack shows as it is. */
const INERT = new Set(['plain_text', 'raw_text', 'text']);

function elementsWithText(value: unknown): { type: unknown; text: string }[] {
  if (Array.isArray(value)) return value.flatMap(elementsWithText);
  if (typeof value !== 'object' || value === null) return [];
  const own =
    'text' in value && typeof value.text === 'string' && 'type' in value
      ? [{ type: value.type, text: value.text }]
      : [];
  return [...own, ...Object.values(value).flatMap(elementsWithText)];
}

describe.each(HOSTILE)('the text %j', (words) => {
  const forms = [render, renderAsSections, renderAsText].map((form) => form(everywhere(words)));

  test('is only ever in elements that Slack does not interpret', () => {
    const elements = forms.flatMap(({ blocks }) => elementsWithText(blocks));

    expect(elements.length).toBeGreaterThan(10);
    expect(elements.filter(({ type }) => !INERT.has(String(type)))).toEqual([]);
  });

  test('opens no control sequence in a block', () => {
    const sent = JSON.stringify(forms.map(({ blocks }) => blocks));

    expect(sent).not.toMatch(/<[!@#]/);
    expect(sent).not.toMatch(/"type":"(?:user|usergroup|broadcast|channel|link|mrkdwn|emoji)"/);
  });

  test('is escaped in the text beside the blocks', () => {
    for (const form of forms) expect(form.text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
  });

  test('cannot turn a line round', () => {
    const shown = forms.flatMap(({ text, blocks }) => [{ text }, ...elementsWithText(blocks)]);

    expect(JSON.stringify(shown)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });
});

describe('escaping', () => {
  test('keeps what scripts written from right to left need', () => {
    expect(plain('a\u200fb\u200e')).toBe('a\u200fb\u200e');
  });

  test('removes control characters but keeps tabs and newlines', () => {
    expect(plain('a\u0000b\tc\r\nd\u0007')).toBe('ab\tc\nd');
  });

  test('does not touch an ordinary comparison', () => {
    expect(plain('<5 & >3')).toBe('<5 & >3');
  });

  test('and reading it back gives the same words', () => {
    const words = 'R&D <b> "q" &amp; &lt;';

    expect(unescapeText(escapeText(words))).toBe(words);
  });
});
