// The form behind Change: what it sends is what could have been typed.
import { describe, expect, it } from 'vitest';
import { ragOrder } from '../../src/domain/rag.ts';
import { lineWithAnswers } from '../../src/messages/action-value.ts';
import { updateForm } from '../../src/messages/update-form.ts';
import { readUpdateLine } from './support/read-message.ts';

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
