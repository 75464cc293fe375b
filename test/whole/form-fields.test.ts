// What a form in Slack or Teams asks for is what a form of the verb's line says: with its answers behind it, the line of its
// button is read whole, each answer as a piece of its own.

import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { parseForm } from '../../src/core/message/domain/parse-form.ts';
import {
  type Block,
  type Field,
  LEAVE_OUT,
  type Message,
} from '../../src/core/message/messages/message.ts';
import { returnFormMessage } from '../../src/cycle/returns/messages/return-form.ts';
import {
  chooseObjectiveMessage,
  updateForm,
} from '../../src/cycle/returns/messages/update-form.ts';
import { vocabularyOf } from '../../src/plan/objectives/app/parse-line.ts';
import { recoveryForm } from '../../src/plan/plan-items/messages/recovery.ts';
import { objective, refsOf } from '../support/rules/builders.ts';
import { refStyles, styleNames } from '../support/rules/ref-styles.ts';

type Form = Extract<Block, { kind: 'form' }>;

describe.each(styleNames)('on a plan with %s', (style) => {
  const [first, second] = refStyles[style];
  const vocabulary = vocabularyOf(refsOf(...refStyles[style]));
  const own = [objective({ id: '1', ref: first }), objective({ id: '2', ref: second })];
  const forms: Readonly<Record<string, Form>> = {
    'a rating': formIn([updateForm(first)]),
    'which objective, and its rating': formOf(chooseObjectiveMessage(own)),
    'all returns': formOf(
      returnFormMessage({
        ...{ objectives: own, outstanding: new Set(), stories: new Map(), personId: 'asha' },
        ...{ cycle: null, now: Temporal.Instant.from('2024-07-01T09:00:00Z') },
      } as unknown as Parameters<typeof returnFormMessage>[0]),
    ),
    'a road back': formIn([recoveryForm(first)]),
  };

  it.each(Object.keys(forms))('%s', (name) => {
    const form = forms[name];
    if (!form) throw new Error('there is no such form');
    const { rows = [''] } = form.submit;
    const [verb = '', ...start] = form.submit.line.split(' ');
    const each = form.fields.length / rows.length;
    for (const [index, row] of rows.entries()) {
      const fields = form.fields.slice(index * each, (index + 1) * each);
      const answers = fields.map(answerTo);
      const said = [...start.filter((word) => word !== 'confirm'), row, ...answers];
      const line = said.filter(Boolean).join(' ');

      const read = parseForm(
        line,
        commands.find((one) => one.name === verb)?.forms ?? {},
        vocabulary,
      );

      expect(read, line).toMatchObject({ kind: 'read' });
      if (read.kind === 'read')
        for (const answer of answers)
          expect(Object.values(read.said).join(' · '), line).toContain(answer.replace(/@\d+$/, ''));
    }
  });
});

/** What somebody fills in. */
function answerTo(field: Field): string {
  if (field.kind === 'text') return field.name === 'when' ? '31 July' : 'six more trained';
  return field.options.find(({ value }) => value !== LEAVE_OUT && value !== 'same')?.value ?? '';
}

function formOf({ blocks }: Message): Form {
  return formIn(blocks);
}

function formIn(blocks: readonly Block[]): Form {
  const form = blocks.find((block): block is Form => block.kind === 'form');
  if (!form) throw new Error('there is no form');
  return form;
}
