// The form behind Change: what it sends is what could have been typed.
import { describe, expect, it } from 'vitest';
import { ragOrder } from '../../../../src/core/message/domain/rag.ts';
import { lineWithAnswers } from '../../../../src/core/message/messages/action-value.ts';
import { filledText } from '../../../../src/core/message/messages/message.ts';
import { updateForm } from '../../../../src/cycle/returns/messages/update-form.ts';
import { recoveryForm } from '../../../../src/plan/plan-items/messages/recovery.ts';
import { highlightFormMessage } from '../../../../src/reports/highlights/messages/highlight-writing.ts';
import { readUpdateLine } from '../../../support/world/read-message.ts';

const guard = { objectiveId: 'objective-1', version: 3 };

describe('updateForm', () => {
  it('asks for a rating by word and symbol, and for a note', () => {
    expect(updateForm('2B:2')).toEqual({
      kind: 'form',
      fields: [
        {
          kind: 'choice',
          name: 'rag',
          label: 'Rating',
          options: [
            { value: 'red', label: '🛑 Red' },
            { value: 'amber', label: '🔶 Amber' },
            { value: 'green', label: '🟢 Green' },
            { value: 'blue', label: '🟦 Blue' },
          ],
        },
        {
          kind: 'text',
          name: 'note',
          label: 'What has changed, in a few words',
          placeholder: 'For example: 14 of 20 named workers trained',
          multiline: true,
        },
      ],
      submit: { label: 'Save', line: 'update 2B:2', again: 'update 2B:2', style: 'primary' },
    });
  });

  it('is filled with the last return and bound to its version', () => {
    const form = updateForm('2B:2', { rag: 'amber', note: '14 of 20', guard });

    expect(form).toMatchObject({
      fields: [{ value: 'amber' }, { value: '14 of 20' }],
      submit: { guard },
    });
  });

  it.each([
    ['words that are shown', '14 of 20', true],
    ['no words', null, false],
    ['words that are too long to be shown whole', 'x'.repeat(2_001), false],
  ])('says that it is pre-filled only with %s', (_what, note, says) => {
    const form = updateForm('2B:2', { rag: 'amber', note, guard });

    expect(form.kind === 'form' && filledText(form) !== null).toBe(says);
  });

  it('has no placeholder that looks like what somebody wrote, as no form has', () => {
    const { blocks } = highlightFormMessage({
      theme: { kind: 'theme', number: 1, name: 'Right Support' },
      ...{ month: '2024-07', version: 1, words: { saved: 0 } },
    } as unknown as Parameters<typeof highlightFormMessage>[0]);
    const forms = [updateForm('2B:2'), recoveryForm('2B:2'), ...blocks];
    const placeholders = forms.flatMap((block) =>
      block.kind === 'form'
        ? block.fields.flatMap((field) => (field.kind === 'text' ? [field.placeholder ?? ''] : []))
        : [],
    );

    expect(placeholders.length).toBeGreaterThan(6);
    for (const words of placeholders) expect(words).toMatch(/^(?:For example: |A few )/);
  });

  it('is empty where there was no return', () => {
    const form = updateForm('2B:2', { rag: null, note: null, guard });

    expect(JSON.stringify(form)).not.toContain('"value":null');
    expect(form).toMatchObject({ submit: { guard } });
  });

  it.each(ragOrder)('sends a line that reads as %s', (rag) => {
    const line = lineWithAnswers('update 2B:2', [rag, '14 of 20']);

    expect(readUpdateLine(line)).toEqual({ kind: 'rating', rag, rest: '14 of 20' });
  });
});
