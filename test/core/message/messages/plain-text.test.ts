// Every kind of block as plain text, exactly: the screen reader and the terminal read this.
import { describe, expect, it } from 'vitest';
import {
  code,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../../src/core/message/messages/message.ts';
import { inlineText, plainText } from '../../../../src/core/message/messages/plain-text.ts';

function message(...blocks: Message['blocks']): Message {
  return { title: 'Title', blocks };
}

describe('plainText', () => {
  it('is the title alone when there is nothing else', () => {
    expect(plainText(message())).toBe('Title');
  });

  it('runs spans together unescaped', () => {
    const text = plainText(message(paragraph('a *b* <c> ', strong('d|e'), ' & ', code('/pap'))));

    expect(text).toBe('Title\n\na *b* <c> d|e & /pap');
  });

  it('shows a fact a line', () => {
    const text = plainText(
      message({
        kind: 'facts',
        facts: [
          { label: 'Rating', value: inline('🔶 Amber') },
          { label: 'Owner', value: inline('Sam ', strong('Taylor')) },
        ],
      }),
    );

    expect(text).toBe('Title\n\nRating: 🔶 Amber\nOwner: Sam Taylor');
  });

  it('shows a list with dashes', () => {
    const text = plainText(
      message({ kind: 'list', items: [inline('one'), inline(strong('two'))] }),
    );

    expect(text).toBe('Title\n\n- one\n- two');
  });

  it('aligns a table by what is seen, not by the length of the string', () => {
    const text = plainText(
      message({
        kind: 'table',
        caption: 'KPIs',
        columns: [{ header: 'Name' }, { header: 'Value', align: 'right' }],
        rows: [
          ['🟢 Green', '8.61% (331)'],
          ['Red', '-'],
        ],
      }),
    );

    expect(text).toBe(
      [
        'Title',
        '',
        'KPIs',
        '',
        '| Name     |       Value |',
        '| :------- | ----------: |',
        '| 🟢 Green | 8.61% (331) |',
        '| Red      |           - |',
      ].join('\n'),
    );
  });

  it('keeps bars and line breaks inside their cells', () => {
    const text = plainText(
      message({
        kind: 'table',
        caption: 'Caption',
        columns: [{ header: 'A|B' }],
        rows: [['one | two'], ['first\nsecond'], ['']],
      }),
    );

    expect(text.split('\n').slice(4)).toEqual([
      '| A\\|B         |',
      '| :----------- |',
      '| one \\| two   |',
      '| first second |',
      '|              |',
    ]);
  });

  it('turns buttons into the words to type', () => {
    const text = plainText(
      message({
        kind: 'actions',
        actions: [
          { label: 'Same 2B:2', line: 'same 2B:2', guard: { objectiveId: 'o1', version: 3 } },
          { label: 'Change 2B:2', line: 'update 2B:2' },
        ],
      }),
    );

    expect(text).toBe('Title\n\n[Same 2B:2] /pap same 2B:2\n[Change 2B:2] /pap update 2B:2');
  });

  it('turns a form into the line that it would send', () => {
    const text = plainText(
      message({
        kind: 'form',
        fields: [
          {
            kind: 'choice',
            name: 'rag',
            label: 'Rating',
            options: [
              { value: 'red', label: '🛑 Red' },
              { value: 'amber', label: '🔶 Amber' },
            ],
          },
          { kind: 'text', name: 'note', label: 'What has changed' },
        ],
        submit: { label: 'Save', line: 'update 2B:2' },
      }),
    );

    expect(text).toBe('Title\n\nTo answer, type: /pap update 2B:2 red|amber <what has changed>');
  });

  it('leaves a divider out and puts the footer last', () => {
    const text = plainText({
      title: 'Title',
      blocks: [paragraph('one'), { kind: 'divider' }, paragraph('two')],
      footer: inline('Why? ', code('/pap why')),
      tone: 'attention',
    });

    expect(text).toBe('Title\n\none\n\ntwo\n\nWhy? /pap why');
  });
});

describe('inlineText', () => {
  it('of no spans is empty', () => {
    expect(inlineText([])).toBe('');
  });
});
