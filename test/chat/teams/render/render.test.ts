import { describe, expect, test } from 'vitest';
import { escapeMarkdown } from '../../../../src/chat/teams/render/escape.ts';
import { clip, LIMITS } from '../../../../src/chat/teams/render/limits.ts';
import { renderCard, renderSummary } from '../../../../src/chat/teams/render/render.ts';
import { asTyped } from '../../../../src/core/message/domain/typed-text.ts';
import {
  type Action,
  type Block,
  code,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../../src/core/message/messages/message.ts';
import { indexRefs } from '../../../../src/plan/objectives/domain/plan-refs.ts';

const title = 'Objective 2B:2';

const REFS = [
  ...['1(b)', 'SR (25/26) 01', 'Priority 3 – Action 4', 'SEND-14'],
  'Recommendation 12 of the board',
].map((ref) => ({ ref }));

/** The objective that is meant by a reference as somebody typed it. */
function readRef(typed: string): string[] {
  return (indexRefs(REFS).leading(asTyped(typed))?.hits ?? []).map(({ ref }) => ref);
}

function body(...blocks: readonly Block[]): unknown[] {
  return [...renderCard({ title, blocks }).body].slice(1);
}

/** Every string that the card shows as text, whatever the element. */
function shown(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(shown);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'fallback') return [];
    return key === 'text' && typeof inner === 'string' ? [inner] : shown(inner);
  });
}

function elements(value: unknown, type: string): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap((one) => elements(one, type));
  if (typeof value !== 'object' || value === null) return [];
  const one = value as Record<string, unknown>;
  const inside = Object.values(one).flatMap((inner) => elements(inner, type));
  return one.type === type ? [one, ...inside] : inside;
}

function bytes(message: Message): number {
  return Buffer.byteLength(JSON.stringify(renderCard(message)));
}

describe('a card', () => {
  test('is version 1.5, says what it is in plain text and begins with a heading', () => {
    const card = renderCard({ title, blocks: [paragraph('Green.')] });

    expect(card).toEqual({
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      fallbackText: 'Objective 2B:2\n\nGreen.',
      body: [
        {
          type: 'TextBlock',
          text: title,
          style: 'heading',
          size: 'Medium',
          weight: 'Bolder',
          wrap: true,
        },
        {
          type: 'RichTextBlock',
          inlines: [{ type: 'TextRun', text: 'Green.' }],
          spacing: 'Medium',
        },
      ],
    });
  });

  test.each(['good', 'attention'] as const)(
    'with the tone %s has it behind the heading',
    (tone) => {
      const [first] = renderCard({ title, blocks: [], tone }).body;

      expect(first).toMatchObject({ type: 'Container', style: tone, items: [{ text: title }] });
    },
  );

  test('with a plain tone has nothing behind the heading', () => {
    expect(renderCard({ title, blocks: [], tone: 'plain' }).body[0]).toMatchObject({
      type: 'TextBlock',
    });
  });

  test('ends with the small print', () => {
    const card = renderCard({ title, blocks: [], footer: inline('Example data.') });

    expect(card.body.at(-1)).toEqual({
      type: 'RichTextBlock',
      inlines: [{ type: 'TextRun', text: 'Example data.', size: 'Small', isSubtle: true }],
      separator: true,
      spacing: 'Medium',
    });
  });

  test('is announced by its title', () => {
    expect(renderSummary({ title: ' Two\nlines ', blocks: [] })).toBe('Two lines');
  });
});

describe('a block', () => {
  test('of text keeps its emphasis and its lines', () => {
    expect(
      body({ kind: 'text', spans: inline('Type ', code('mine'), '.\nThen ', strong('save'), '.') }),
    ).toEqual([
      {
        type: 'RichTextBlock',
        spacing: 'Medium',
        inlines: [
          { type: 'TextRun', text: 'Type ' },
          { type: 'TextRun', text: 'mine', fontType: 'Monospace' },
          { type: 'TextRun', text: '.' },
        ],
      },
      {
        type: 'RichTextBlock',
        inlines: [
          { type: 'TextRun', text: 'Then ' },
          { type: 'TextRun', text: 'save', weight: 'Bolder' },
          { type: 'TextRun', text: '.' },
        ],
      },
    ]);
  });

  test('of facts is two columns each', () => {
    expect(body({ kind: 'facts', facts: [{ label: 'Owner', value: inline('Asha') }] })).toEqual([
      {
        type: 'ColumnSet',
        spacing: 'Medium',
        columns: [
          {
            type: 'Column',
            width: 1,
            items: [
              {
                type: 'RichTextBlock',
                inlines: [{ type: 'TextRun', text: 'Owner', weight: 'Bolder' }],
              },
            ],
          },
          {
            type: 'Column',
            width: 3,
            items: [{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'Asha' }] }],
          },
        ],
      },
    ]);
  });

  test('of a list has a bullet for each item', () => {
    const list = body({ kind: 'list', items: [inline('one'), inline('two\nlines')] });

    expect(shown(list)).toEqual(['• ', 'one', '• ', 'two lines']);
  });

  test('after a divider is set apart from what is before it', () => {
    const [, second] = body(paragraph('a'), { kind: 'divider' }, paragraph('b'));

    expect(second).toMatchObject({ separator: true });
  });

  test.each([
    ['1(b)', '1(b)', '52px'],
    ['SR (25/26) 01', 'SR\u00A0(25/\u206026)\u00A001', '128px'],
    ['Priority 3 – Action 4', 'Priority\u00A03\u00A0–\u2060\u00A0Action\u00A04', '184px'],
    ['SEND-14', 'SEND-\u206014', '92px'],
    ['Recommendation 12 of the board', 'Recommendation 12 of the board', '195px'],
  ])('of a table keeps a reference on one line: %s', (ref, shownAs, width) => {
    const [, table] = body({
      kind: 'table',
      caption: 'Changes',
      columns: [{ header: 'Ref', ofRefs: true }, { header: 'What' }],
      rows: [[ref, 'due date']],
    }) as Record<string, unknown>[];

    expect(table).toMatchObject({ columns: [{ width }, { width: 2 }] });
    expect(shown(table)).toEqual(['Ref', 'What', shownAs, 'due date']);
    // Copied and typed, it is the same reference.
    expect(readRef(shownAs)).toEqual([ref]);
  });

  test('of a table has headers, alignment, and rows of text for a client without tables', () => {
    const [caption, table] = body({
      kind: 'table',
      caption: 'Figures',
      columns: [{ header: 'KPI' }, { header: 'Now', align: 'right' }],
      rows: [
        ['Named workers trained', '14'],
        ['Referrals', ''],
      ],
    }) as Record<string, unknown>[];

    expect(shown(caption)).toEqual(['Figures']);
    expect(table).toMatchObject({
      type: 'Table',
      firstRowAsHeaders: true,
      columns: [{ width: 4 }, { width: 1 }],
    });
    expect(shown(table)).toEqual(['KPI', 'Now', 'Named workers trained', '14', 'Referrals', '–']);
    expect(elements(table?.rows, 'RichTextBlock').map((cell) => cell.horizontalAlignment)).toEqual([
      ...[undefined, 'Right'],
      ...[undefined, 'Right'],
      ...[undefined, 'Right'],
    ]);
    expect(shown(elements(table?.fallback, 'Container').flatMap(({ items }) => items))).toEqual([
      'KPI: Named workers trained · Now: 14',
      'KPI: Referrals · Now: –',
    ]);
  });

  test('of a table without rows says so', () => {
    const table = body({
      kind: 'table',
      caption: 'Figures',
      columns: [{ header: 'KPI' }],
      rows: [],
    });

    expect(shown(table)).toEqual(['Figures', 'There are no rows.']);
  });
});

describe('a button', () => {
  const action: Action = {
    label: 'No change',
    line: 'same 2B:2',
    style: 'primary',
    guard: { objectiveId: 'objective-2b2', version: 4 },
  };

  test('carries its line by Action.Execute, and the same by Action.Submit', () => {
    const shared = {
      title: 'No change',
      data: { value: '{"l":"same 2B:2","o":"objective-2b2","v":4}' },
      associatedInputs: 'none',
      style: 'positive',
    };

    expect(body({ kind: 'actions', actions: [action] })).toEqual([
      {
        type: 'ActionSet',
        spacing: 'Medium',
        actions: [
          {
            type: 'Action.Execute',
            verb: 'pap',
            ...shared,
            fallback: { type: 'Action.Submit', ...shared },
          },
        ],
      },
    ]);
  });

  test('that is the seventh starts a second row', () => {
    const sets = body({ kind: 'actions', actions: Array.from({ length: 13 }, () => action) });

    expect(sets.map((set) => (set as { actions: unknown[] }).actions.length)).toEqual([6, 6, 1]);
  });

  test('that is dangerous looks it', () => {
    const [button] = elements(
      body({ kind: 'actions', actions: [{ ...action, style: 'danger' }] }),
      'Action.Execute',
    );

    expect(button).toMatchObject({ style: 'destructive' });
  });
});

describe('a form', () => {
  const form: Block = {
    kind: 'form',
    fields: [
      {
        kind: 'choice',
        name: 'rag',
        label: 'Rating',
        options: [
          { value: 'red', label: 'Red' },
          { value: 'green', label: 'Green' },
        ],
        value: 'green',
      },
      {
        kind: 'text',
        name: 'note',
        label: 'Note',
        placeholder: '14 of 20',
        multiline: true,
        required: true,
      },
    ],
    submit: { label: 'Save', line: 'update 2B:2' },
  };

  test('has its fields in order, and a submit that knows where they begin', () => {
    const [rating, note, set] = body(form);

    expect(rating).toEqual({
      type: 'Input.ChoiceSet',
      id: 'f0',
      label: 'Rating',
      style: 'compact',
      choices: [
        { title: 'Red', value: 'red' },
        { title: 'Green', value: 'green' },
      ],
      isRequired: true,
      errorMessage: 'Choose one.',
      value: 'green',
      spacing: 'Medium',
    });
    expect(note).toEqual({
      type: 'Input.Text',
      id: 'f1',
      label: 'Note',
      maxLength: LIMITS.inputText,
      isMultiline: true,
      placeholder: '14 of 20',
      isRequired: true,
      errorMessage: 'This is needed.',
    });
    expect(elements(set, 'Action.Execute')[0]).toMatchObject({
      associatedInputs: 'auto',
      data: { value: '{"l":"update 2B:2"}', form: [0, 2] },
    });
    expect(elements(set, 'Action.Submit')[0]).toMatchObject({ data: { form: [0, 2] } });
  });

  test('beside another has ids of its own', () => {
    const both = body(form, form);

    const inputs = [...elements(both, 'Input.ChoiceSet'), ...elements(both, 'Input.Text')];
    expect(inputs.map(({ id }) => id)).toEqual(['f0', 'f2', 'f1', 'f3']);
    expect(elements(both, 'Action.Execute').map(({ data }) => data)).toMatchObject([
      { form: [0, 2] },
      { form: [2, 2] },
    ]);
  });
});

const hostile = [
  '<at>Everyone</at>',
  '[x](http://example.org)',
  '**b** _i_ ~s~ `c`',
  '@everyone',
  '# heading',
  '<b>html</b> &amp;',
  'one\ntwo\r\nthree',
  'مرحبا بكم',
];

describe('what a person wrote', () => {
  test.each(hostile)('%j is shown as it is, in text runs that read no markdown', (wrote) => {
    const blocks: Block[] = [
      paragraph(wrote),
      { kind: 'facts', facts: [{ label: 'Note', value: inline(wrote) }] },
      { kind: 'list', items: [inline(wrote)] },
      { kind: 'table', caption: 'Notes', columns: [{ header: 'Note' }], rows: [[wrote]] },
    ];

    const card = renderCard({ title, blocks, footer: inline(wrote) });

    const [first = ''] = wrote.split(/\r?\n/);
    const runs = elements(card.body, 'TextRun').map(({ text }) => String(text));
    expect(runs.filter((text) => text.includes(first))).toHaveLength(6);
    expect(elements(card.body, 'TextBlock').map(({ text }) => text)).toEqual([title]);
    expect(card).not.toHaveProperty('msteams.entities');
  });

  test.each([
    ['**b** _i_ ~s~ `c`', '\\*\\*b\\*\\* \\_i\\_ \\~s\\~ \\`c\\`'],
    ['[x](http://example.org)', '\\[x\\](http://example.org)'],
    ['<at>Everyone</at>', '\\<at\\>Everyone\\</at\\>'],
    ['# not a heading', '\\# not a heading'],
    ['- not a list', '\\- not a list'],
    ['1. not a list', '1\\. not a list'],
    ['2B:2 is 50 % done (late)', '2B:2 is 50 % done (late)'],
    ['back\\slash', 'back\\\\slash'],
    ['two\nlines', 'two lines'],
  ])('%j in a heading becomes %j', (wrote, escaped) => {
    expect(escapeMarkdown(wrote)).toBe(escaped);
    expect(renderCard({ title: wrote, blocks: [] }).body[0]).toMatchObject({ text: escaped });
  });

  test('cannot turn round what is after it, nor hide in control characters', () => {
    const wrote = 'a\u202Edetsurt\u202C\u2066b\u2069\u0000\u0007c';

    expect(shown(body(paragraph(wrote)))).toEqual(['adetsurtb  c']);
  });

  test('in a label, a button or a choice is one line of plain text', () => {
    const [input] = body({
      kind: 'form',
      fields: [
        { kind: 'choice', name: 'x', label: 'a\nb', options: [{ value: '1', label: '**c**\nd' }] },
      ],
      submit: { label: 'e\nf', line: 'x' },
    });

    expect(input).toMatchObject({ label: 'a b', choices: [{ title: '**c** d' }] });
  });
});

describe('what is too much', () => {
  const word = 'Named workers identified, trained and supported';
  const columns = ['Objective', 'Owner', 'Status', 'Due', 'Note'].map((header) => ({ header }));

  function table(rows: number, cell = word): Message {
    const row = columns.map(() => cell);
    return {
      title,
      blocks: [
        { kind: 'table', caption: 'All', columns, rows: Array.from({ length: rows }, () => row) },
      ],
    };
  }

  test.each([
    ['a long table', table(500, '14')],
    ['a table of long cells', table(40, word.repeat(10))],
    ['a long text', { title, blocks: [paragraph('x'.repeat(60_000))] }],
    [
      'many long texts',
      { title, blocks: Array.from({ length: 80 }, () => paragraph(word.repeat(40))) },
    ],
    [
      'a long list',
      { title, blocks: [{ kind: 'list', items: Array.from({ length: 500 }, () => inline(word)) }] },
    ],
    [
      'many buttons',
      {
        title,
        blocks: [
          {
            kind: 'actions',
            actions: Array.from({ length: 300 }, () => ({ label: word, line: `show ${word}` })),
          },
        ],
      },
    ],
    ['a long title', { title: word.repeat(100), blocks: [] }],
    [
      'a text of wide letters',
      { title: '安'.repeat(500), blocks: [paragraph('安'.repeat(9_000))] },
    ],
  ] as [string, Message][])('%s still fits', (_what, message) => {
    expect(bytes(message)).toBeLessThanOrEqual(LIMITS.cardBytes);
  });

  test('in a table is left out, and the reader is told how much and what to do', () => {
    const all = shown(renderCard(table(500, '14')).body);

    expect(all).toContain(
      'Showing 30 of 500 rows. For the rest, ask for less at a time, for example one theme or one objective.',
    );
    expect(all.filter((one) => one === '14')).toHaveLength(30 * 5);
  });

  test('in a table of long cells leaves fewer rows rather than none', () => {
    const all = shown(renderCard(table(40)).body).join('\n');

    const [, count = '0'] = /Showing (\d+) of 40 rows/.exec(all) ?? [];
    expect(Number(count)).toBeGreaterThanOrEqual(3);
    expect(Number(count)).toBeLessThan(30);
  });

  test('across a table is named', () => {
    const many = Array.from({ length: 8 }, (_, index) => ({ header: `C${index + 1}` }));
    const row = many.map(() => '1');
    const message: Message = {
      title,
      blocks: [{ kind: 'table', caption: 'All', columns: many, rows: [row] }],
    };

    expect(shown(renderCard(message).body)).toContain(
      'Not shown here: C7, C8. Ask for one row to see everything about it.',
    );
  });

  test('in all keeps its beginning, its buttons, and says so', () => {
    const blocks: Block[] = [
      ...Array.from({ length: 80 }, () => paragraph(word.repeat(40))),
      { kind: 'actions', actions: [{ label: 'Show', line: 'show 2B:2' }] },
    ];

    const card = renderCard({ title, blocks });

    expect(shown(card.body).join(' ')).toContain('only its beginning is here');
    expect(elements(card.body, 'Action.Execute')).toHaveLength(1);
  });

  test.each([
    ['short', 'short'],
    ['exactly-10', 'exactly-10'],
    ['more than ten', 'more than…'],
    ['12345678😀10', '12345678…'],
  ])('%j clipped to ten characters is %j', (long, short) => {
    expect(clip(long, 10)).toBe(short);
  });
});
