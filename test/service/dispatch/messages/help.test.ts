// Help: every verb with an example that can be typed, and one verb in full.
import { describe, expect, it } from 'vitest';
import { line, rating, ref, words } from '../../../../src/core/message/domain/line-form.ts';
import { helpMessage, verbHelpMessage } from '../../../../src/service/dispatch/messages/help.ts';
import { bodyOf } from '../../../support/world/read-message.ts';

const update = {
  name: 'update',
  summary: 'gives an objective a rating and says why',
  forms: { update: line(ref(), rating(), words('note', '<a few words>')) },
  examples: ['update 2B:2 amber 14 of 20 trained', 'update 2b2 at risk two posts are vacant'],
  access: 'the objective’s owner',
};

const mine = {
  name: 'mine',
  summary: 'lists what you answer for',
  forms: { mine: line() },
  examples: ['mine', ''],
  access: 'anybody',
};

describe('helpMessage', () => {
  it('lists every verb by an example, then how to type it elsewhere', () => {
    const message = helpMessage([mine, update]);

    expect(message.title).toBe('What you can type');
    expect(bodyOf(message)).toEqual([
      '- /pap mine — lists what you answer for\n- /pap update 2B:2 amber 14 of 20 trained — gives an objective a rating and says why',
      'Capitals, and the marks in a reference, don’t matter; ratings are read loosely too (a, amber, at risk, 🔶). In a thread type @PAP mine instead, in a direct message to PAP just mine. /pap help update says more about one command.',
    ]);
  });

  it('shows examples as something to type', () => {
    const [list] = helpMessage([update]).blocks;

    expect(list).toMatchObject({
      items: [
        [
          { kind: 'code', text: '/pap update 2B:2 amber 14 of 20 trained' },
          { kind: 'text', text: ' — gives an objective a rating and says why' },
        ],
      ],
    });
  });
});

describe('verbHelpMessage', () => {
  it('shows examples first, then the form, then who may use it', () => {
    const message = verbHelpMessage(update);

    expect(message.title).toBe('update: gives an objective a rating and says why');
    expect(bodyOf(message)).toEqual([
      '- /pap update 2B:2 amber 14 of 20 trained\n- /pap update 2b2 at risk two posts are vacant',
      'Form: /pap update <ref> <red|amber|green|blue> <a few words>',
      'Who: the objective’s owner',
    ]);
  });

  it('names the verb that it stands behind', () => {
    expect(verbHelpMessage(update, 'admin').title).toBe(
      'admin update: gives an objective a rating and says why',
    );
  });

  it('shows the bare command without a space behind it', () => {
    expect(bodyOf(verbHelpMessage(mine))[0]).toBe('- /pap mine\n- /pap');
  });
});
