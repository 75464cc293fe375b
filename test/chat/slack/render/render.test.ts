// Message → Slack blocks, exactly.
import { describe, expect, test } from 'vitest';
import {
  render,
  renderAsSections,
  renderAsText,
} from '../../../../src/chat/slack/render/render.ts';
import {
  code,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../../src/core/message/messages/message.ts';

const guard = { objectiveId: 'obj_0001', version: 7 };

function message(...blocks: Message['blocks']): Message {
  return { title: 'Objective 2B:2', blocks };
}

describe('render', () => {
  test('opens with the title as a header', () => {
    const { blocks } = render(message());

    expect(blocks).toEqual([
      { type: 'header', text: { type: 'plain_text', text: 'Objective 2B:2', emoji: false } },
    ]);
  });

  test('shows spans as rich text, each in its own style', () => {
    const { blocks } = render(message(paragraph('Now ', strong('amber'), ', see ', code('show'))));

    expect(blocks[1]).toEqual({
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: 'Now ' },
            { type: 'text', text: 'amber', style: { bold: true } },
            { type: 'text', text: ', see ' },
            { type: 'text', text: 'show', style: { code: true } },
          ],
        },
      ],
    });
  });

  test('shows facts as lines with bold labels', () => {
    const facts = [
      { label: 'Status', value: inline('Amber') },
      { label: 'Due', value: inline('July 2024') },
    ];

    const { blocks } = render(message({ kind: 'facts', facts }));

    expect(blocks[1]).toMatchObject({
      elements: [
        {
          elements: [
            { text: 'Status: ', style: { bold: true } },
            { text: 'Amber' },
            { text: '\n' },
            { text: 'Due: ', style: { bold: true } },
            { text: 'July 2024' },
          ],
        },
      ],
    });
  });

  test('shows a list as bullets and leaves empty items out', () => {
    const items = [inline('one'), inline(''), inline('two')];

    const { blocks } = render(message({ kind: 'list', items }));

    expect(blocks[1]).toEqual({
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_list',
          style: 'bullet',
          elements: [
            { type: 'rich_text_section', elements: [{ type: 'text', text: 'one' }] },
            { type: 'rich_text_section', elements: [{ type: 'text', text: 'two' }] },
          ],
        },
      ],
    });
  });

  test('shows a table natively, with its caption before it', () => {
    const { blocks } = render(
      message({
        kind: 'table',
        caption: 'KPIs',
        columns: [{ header: 'KPI' }, { header: 'Value', align: 'right' }],
        rows: [['Plans in 20 weeks', '8.61%'], ['Days waited']],
      }),
    );

    expect(blocks[1]).toMatchObject({
      elements: [{ elements: [{ text: 'KPIs', style: { bold: true } }] }],
    });
    expect(blocks[2]).toEqual({
      type: 'table',
      rows: [
        [
          { type: 'raw_text', text: 'KPI' },
          { type: 'raw_text', text: 'Value' },
        ],
        [
          { type: 'raw_text', text: 'Plans in 20 weeks' },
          { type: 'raw_text', text: '8.61%' },
        ],
        [
          { type: 'raw_text', text: 'Days waited' },
          { type: 'raw_text', text: '–' },
        ],
      ],
      column_settings: [
        { align: 'left', is_wrapped: true },
        { align: 'right', is_wrapped: true },
      ],
    });
    expect(blocks).toHaveLength(3);
  });

  test('wraps no reference of a table', () => {
    const [, table] = render({
      ...{ title: 'x' },
      blocks: [
        {
          kind: 'table',
          caption: 'Changes',
          columns: [{ header: 'Ref', ofRefs: true }, { header: 'What' }],
          rows: [['Priority 3 – Action 4', 'due date']],
        },
      ],
    }).blocks.filter(({ type }) => type === 'table' || type === 'header');

    expect(table).toMatchObject({
      column_settings: [{ is_wrapped: false }, { is_wrapped: true }],
    });
  });

  test('gives every button its own id and the line that it types', () => {
    const { blocks } = render(
      message({
        kind: 'actions',
        actions: [
          { label: 'Same as last time', line: 'same 2B:2', guard, style: 'primary' },
          { label: 'Show', line: 'show 2B:2' },
        ],
      }),
    );

    expect(blocks[1]).toEqual({
      type: 'actions',
      block_id: 'pap:actions:2',
      elements: [
        {
          type: 'button',
          action_id: 'pap:0',
          text: { type: 'plain_text', text: 'Same as last time', emoji: false },
          value: '{"l":"same 2B:2","o":"obj_0001","v":7}',
          style: 'primary',
        },
        {
          type: 'button',
          action_id: 'pap:1',
          text: { type: 'plain_text', text: 'Show', emoji: false },
          value: '{"l":"show 2B:2"}',
        },
      ],
    });
  });

  test('shows a form as inputs and a submit button that names them', () => {
    const { blocks } = render(
      message({
        kind: 'form',
        fields: [
          {
            kind: 'choice',
            name: 'rag',
            label: 'Status',
            options: [
              { value: 'red', label: '▲ Red' },
              { value: 'amber', label: '◆ Amber' },
            ],
            value: 'amber',
          },
          { kind: 'text', name: 'note', label: 'What changed', multiline: true, required: true },
        ],
        submit: { label: 'Save', line: 'update 2B:2', guard },
      }),
    );

    expect(blocks.slice(1)).toEqual([
      {
        type: 'input',
        block_id: 'pap:form:0:0:rag',
        label: { type: 'plain_text', text: 'Status', emoji: false },
        optional: false,
        element: {
          type: 'static_select',
          action_id: 'pap:1',
          options: [
            { value: 'red', text: { type: 'plain_text', text: '▲ Red', emoji: false } },
            { value: 'amber', text: { type: 'plain_text', text: '◆ Amber', emoji: false } },
          ],
          initial_option: {
            value: 'amber',
            text: { type: 'plain_text', text: '◆ Amber', emoji: false },
          },
        },
      },
      {
        type: 'input',
        block_id: 'pap:form:0:1:note',
        label: { type: 'plain_text', text: 'What changed', emoji: false },
        optional: false,
        element: {
          type: 'plain_text_input',
          action_id: 'pap:2',
          multiline: true,
          max_length: 2_000,
        },
      },
      {
        type: 'actions',
        block_id: 'pap:form:0:submit',
        elements: [
          {
            type: 'button',
            action_id: 'pap:3',
            text: { type: 'plain_text', text: 'Save', emoji: false },
            value: '{"l":"update 2B:2","o":"obj_0001","v":7}',
          },
        ],
      },
    ]);
  });

  test('closes with the footer as small print, after a divider where there is one', () => {
    const { blocks } = render({
      ...message({ kind: 'divider' }),
      footer: inline('You own this. ', code('/pap help')),
    });

    expect(blocks.slice(1)).toEqual([
      { type: 'divider' },
      {
        type: 'context',
        elements: [{ type: 'plain_text', text: 'You own this. /pap help', emoji: false }],
      },
    ]);
  });

  test('carries the whole message as text too, and never an empty one', () => {
    const whole = render(message(paragraph('Now amber'), { kind: 'list', items: [inline('one')] }));

    expect(whole.text).toContain('Objective 2B:2');
    expect(whole.text).toContain('Now amber');
    expect(whole.text).toContain('one');
    expect(render({ title: '', blocks: [] }).text).toBe('PAP');
  });
});

describe('the plainer forms', () => {
  const full = message(paragraph('Now amber'), {
    kind: 'actions',
    actions: [{ label: 'Show', line: 'show 2B:2' }],
  });

  test('sections hold the words in plain text and nothing else', () => {
    const { blocks } = renderAsSections(full);

    expect(blocks.map(({ type }) => type)).toEqual(['section']);
    expect(blocks[0]).toMatchObject({ text: { type: 'plain_text', emoji: false } });
    expect(JSON.stringify(blocks)).toContain('Now amber');
  });

  test('text alone has no blocks', () => {
    const { text, blocks } = renderAsText(full);

    expect(blocks).toEqual([]);
    expect(text).toContain('Now amber');
  });
});
