// Buttons and forms over Slack's limits: shortened or left out and said so, never half a value.
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../src/chat/slack/render/limits.ts';
import { render } from '../../../src/chat/slack/render/render.ts';
import { decodeActionValue } from '../../../src/core/message/messages/action-value.ts';
import type { Block } from '../../../src/core/message/messages/message.ts';
import { all } from '../../support/slack/slack-blocks.ts';

function rendered(...blocks: readonly Block[]) {
  return render({ title: 'T', blocks }).blocks.slice(1);
}

describe('buttons', () => {
  test('with long labels are shortened', () => {
    const actions = [{ label: 'l'.repeat(100), line: 'show' }];

    const [block] = rendered({ kind: 'actions', actions });

    expect(all(block, 'text').at(-1)).toBe(`${'l'.repeat(74)}…`);
  });

  test('beyond 25 go on in a second block with ids of their own', () => {
    const actions = Array.from({ length: 30 }, (_, index) => ({
      label: 'L',
      line: `show ${index}`,
    }));

    const blocks = rendered({ kind: 'actions', actions });

    expect(blocks.map((block) => all(block, 'action_id').length)).toEqual([25, 5]);
    expect(new Set(all(blocks, 'action_id')).size).toBe(30);
    expect(new Set(all(blocks, 'block_id')).size).toBe(2);
  });

  test('whose line is too long to carry are left out and named', () => {
    const actions = [{ label: 'Repeat', line: `update 2B:2 amber ${'x'.repeat(2_000)}` }];

    const blocks = rendered({ kind: 'actions', actions });

    expect(blocks.map(({ type }) => type)).toEqual(['rich_text']);
    expect(JSON.stringify(blocks)).toContain('“Repeat” is too long for a Slack button');
  });

  test('carry values without the characters that Slack sends back as entities', () => {
    const line = 'update 2B:2 amber R&D <5 >1';

    const [value] = all(rendered({ kind: 'actions', actions: [{ label: 'L', line }] }), 'value');

    expect(value).not.toMatch(/[&<>]/);
    expect(decodeActionValue(value)).toEqual({ line });
  });
});

describe('forms', () => {
  const submit = { label: 'Save', line: 'update' };

  test('show the first hundred options and say how many are missing', () => {
    const options = Array.from({ length: 120 }, (_, n) => ({ value: `v${n}`, label: `L${n}` }));

    const [input] = rendered({
      kind: 'form',
      fields: [{ kind: 'choice', name: 'n', label: 'L', options }],
      submit,
    });

    expect(all(input, 'options').flat()).toHaveLength(LIMITS.options);
    expect(input).toMatchObject({ hint: { text: expect.stringContaining('20 more') } });
  });

  test('leave out an option whose value cannot be carried', () => {
    const options = [
      { value: 'v'.repeat(151), label: 'too long' },
      { value: 'ok', label: 'o'.repeat(80) },
    ];

    const [input] = rendered({
      kind: 'form',
      fields: [{ kind: 'choice', name: 'n', label: 'L', options, value: 'ok' }],
      submit,
    });

    const shown = { value: 'ok', text: expect.objectContaining({ text: `${'o'.repeat(74)}…` }) };
    expect(input).toMatchObject({ element: { options: [shown], initial_option: shown } });
  });

  test('ask in words when there is nothing to choose from', () => {
    const [input] = rendered({
      kind: 'form',
      fields: [{ kind: 'choice', name: 'n', label: 'L', options: [] }],
      submit,
    });

    expect(input).toMatchObject({ element: { type: 'plain_text_input' } });
  });

  test('do not offer half of a long text for saving again', () => {
    const [input] = rendered({
      kind: 'form',
      fields: [{ kind: 'text', name: 'n', label: 'L', value: 'v'.repeat(3_001) }],
      submit,
    });

    expect(all(input, 'initial_value')).toEqual([]);
    expect(input).toMatchObject({ hint: { text: expect.stringContaining('too long to show') } });
  });
});
