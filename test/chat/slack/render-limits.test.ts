// Over every limit Slack has: shortened and said so, never refused.
import { describe, expect, test } from 'vitest';
import { LIMITS, shorten, splitText } from '../../../src/chat/slack/render/limits.ts';
import { render, renderAsSections, renderAsText } from '../../../src/chat/slack/render/render.ts';
import {
  type Block,
  inline,
  type Message,
  paragraph,
} from '../../../src/core/message/messages/message.ts';
import { all, textLength } from '../../support/slack/slack-blocks.ts';

function rendered(...blocks: readonly Block[]) {
  return render({ title: 'T', blocks }).blocks.slice(1);
}

function table(rows: number, columns: number, cell = 'x'): Block {
  return {
    kind: 'table',
    caption: 'C',
    columns: Array.from({ length: columns }, (_, index) => ({ header: `H${index}` })),
    rows: Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, () => `${cell}${row}`),
    ),
  };
}

describe('shorten', () => {
  test('leaves a text alone that just fits', () => {
    expect(shorten('abcde', 5)).toBe('abcde');
  });

  test('ends a longer one with an ellipsis, within the limit', () => {
    expect(shorten('abcdef', 5)).toBe('abcd…');
  });

  test('never cuts a character in half', () => {
    expect(shorten('ab🟢cd', 4)).toBe('ab…');
  });
});

describe('splitText', () => {
  test('breaks at a space and loses nothing', () => {
    const words = 'seven words that do not fit together';

    const pieces = splitText(words, 12);

    expect(pieces.every((piece) => piece.length <= 12)).toBe(true);
    expect(pieces.join('')).toBe(words);
  });
});

describe('a title over the limit', () => {
  test('is shortened in the header and repeated in full under it', () => {
    const title = 'word '.repeat(60).trim();

    const { blocks } = render({ title, blocks: [] });

    const [header, full] = blocks;
    expect(header).toMatchObject({ text: { text: expect.stringMatching(/…$/) } });
    expect(all(header, 'text').at(-1)?.toString().length).toBeLessThanOrEqual(LIMITS.header);
    expect(all(full, 'text')).toEqual([title]);
  });
});

describe('long text', () => {
  test('goes on in the next block', () => {
    const words = 'note '.repeat(1_000);

    const blocks = rendered(paragraph(words));

    expect(blocks).toHaveLength(2);
    expect(all(blocks, 'text').join('')).toBe(words);
  });

  test('is cut at the total, and the message says where the rest is', () => {
    const blocks = rendered(paragraph('note '.repeat(5_000)));

    expect(textLength(blocks)).toBeLessThanOrEqual(LIMITS.messageCharacters);
    expect(JSON.stringify(blocks.at(-1))).toContain('to see the rest');
  });

  test('in a list item is shortened, the other items kept', () => {
    const items = [inline('long '.repeat(900)), inline('short')];

    const [first, second] = rendered({ kind: 'list', items });

    expect(JSON.stringify(first)).toContain('to see the rest');
    expect(textLength(first)).toBeLessThanOrEqual(LIMITS.richText);
    expect(JSON.stringify(second)).toContain('short');
  });
});

describe('a table over a limit', () => {
  test('of 99 rows and 20 columns is still native', () => {
    const [, block] = rendered(table(99, 20, ''));

    expect(block).toMatchObject({ type: 'table' });
    expect((block as { rows: unknown[] }).rows).toHaveLength(100);
  });

  test('in rows becomes fixed-width text that loses none', () => {
    const blocks = rendered(table(120, 3));

    expect(blocks.some(({ type }) => type === 'table')).toBe(false);
    const text = all(blocks, 'text').join('\n');
    expect(text).toContain('| x0 ');
    expect(text).toContain('| x119 ');
    expect(text).not.toContain('Showing the first');
    expect(all(blocks, 'text').every((value) => String(value).length <= LIMITS.preformatted)).toBe(
      true,
    );
  });

  test('in columns becomes fixed-width text', () => {
    const blocks = rendered(table(3, 21));

    expect(JSON.stringify(blocks[1])).toContain('rich_text_preformatted');
  });

  test('that is the second in its message becomes fixed-width text', () => {
    const blocks = rendered(table(2, 2), table(2, 2));

    expect(blocks.filter(({ type }) => type === 'table')).toHaveLength(1);
    expect(JSON.stringify(blocks.at(-1))).toContain('rich_text_preformatted');
  });

  test('in characters shows as many rows as fit, and counts them', () => {
    const blocks = rendered(table(50, 2, 'y'.repeat(200)));

    const [, block, note] = blocks;
    const shown = (block as { rows: unknown[] }).rows.length - 1;
    expect(shown).toBeGreaterThan(10);
    expect(JSON.stringify(note)).toContain(`Showing the first ${shown} of 50 rows.`);
  });

  test('as fixed-width text says how many rows are missing', () => {
    const blocks = rendered(table(600, 4, 'long cell '));

    expect(JSON.stringify(blocks.at(-1))).toMatch(/Showing the first \d+ of 600 rows\./);
    expect(textLength(blocks)).toBeLessThanOrEqual(LIMITS.messageCharacters);
  });
});

describe('fixed-width text', () => {
  test('holds no emoji beside words, as they have no fixed width', () => {
    const rag: Block = {
      kind: 'table',
      caption: 'C',
      columns: [{ header: 'RAG' }, { header: 'Moved' }],
      rows: [['🔶 Amber', '↗']],
    };

    const blocks = rendered(table(1, 1), rag);

    expect(all(blocks.at(-1), 'text').join('')).toContain('| Amber | ↗     |');
  });

  test('says that long cells were shortened', () => {
    const blocks = rendered(table(1, 1), table(1, 1, 'word '.repeat(20)));

    expect(all(blocks, 'text').join('\n')).toMatch(/\| (?:word )+word…? +\|/);
    expect(JSON.stringify(blocks.at(-1))).toContain('Long cells are shortened here.');
  });

  test('keeps columns straight for wide characters and escapes bars and newlines', () => {
    const wide: Block = {
      kind: 'table',
      caption: 'C',
      columns: [{ header: 'Name' }, { header: 'N', align: 'right' }],
      rows: [
        ['見る', '1'],
        ['a|b\nc', '22'],
      ],
    };

    const blocks = rendered(table(1, 1), wide);

    expect(all(blocks.at(-1), 'text')).toEqual([
      [
        '| Name   |  N |', //
        '| :----- | -: |',
        '| 見る   |  1 |',
        '| a\\|b c | 22 |',
      ].join('\n'),
    ]);
  });
});

describe('too many blocks', () => {
  const many: Block[] = Array.from({ length: 80 }, (_, index) => paragraph(`line ${index}`));
  const button: Block = { kind: 'actions', actions: [{ label: 'Show', line: 'show' }] };

  test('keep the buttons and the footer and say that text was cut', () => {
    const { blocks } = render({ title: 'T', blocks: [...many, button], footer: inline('why') });

    expect(blocks).toHaveLength(LIMITS.blocks);
    expect(blocks.slice(-3).map(({ type }) => type)).toEqual(['rich_text', 'actions', 'context']);
    expect(JSON.stringify(blocks.at(-3))).toContain('to see the rest');
    expect(JSON.stringify(blocks)).toContain('line 40');
  });

  test('lose their dividers before their text', () => {
    const spaced = many.slice(0, 40).flatMap((block): Block[] => [block, { kind: 'divider' }]);

    const blocks = rendered(...spaced);

    expect(blocks.some(({ type }) => type === 'divider')).toBe(false);
    expect(JSON.stringify(blocks)).toContain('line 39');
    expect(JSON.stringify(blocks)).not.toContain('to see the rest');
  });
});

describe('the plain text beside the blocks', () => {
  const message: Message = { title: '&'.repeat(50_000), blocks: [] };

  test('stays within its limit after escaping, and says where the rest is', () => {
    const { text } = render(message);

    expect(text.length).toBeLessThanOrEqual(LIMITS.text);
    expect(text).toMatch(/^(?:&amp;)+…\nShortened to fit Slack\./);
  });

  test('is shorter still when it is all there is', () => {
    expect(renderAsText(message).text.length).toBeLessThanOrEqual(LIMITS.textAlone);
  });

  test('as sections keeps to the length of a section and to the total', () => {
    const { blocks } = renderAsSections({ title: 'T', blocks: [paragraph('word '.repeat(9_000))] });

    expect(textLength(blocks)).toBeLessThanOrEqual(LIMITS.messageCharacters);
    expect(all(blocks.slice(0, -1), 'text').every((text) => String(text).length <= 3_000)).toBe(
      true,
    );
    expect(JSON.stringify(blocks.at(-1))).toContain('to see the rest');
  });
});
