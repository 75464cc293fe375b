import { expect, it } from 'vitest';
import {
  bullets,
  code,
  factTable,
  inline,
  type Message,
  paragraph,
} from '../../../../src/core/message/messages/message.ts';
import { typedThere } from '../../../../src/core/message/messages/typed-there.ts';

const message: Message = {
  title: 'What you can type',
  blocks: [
    paragraph('Type ', code('/pap mine'), ' or ', code('/pap'), ', not ', code('/paper')),
    bullets([inline(code('/pap update 2B:2 amber 1\n2'))]),
    factTable([{ label: 'Form', value: inline(code('@PAP mine')) }]),
    { kind: 'divider' },
  ],
  footer: inline(code('/pap why')),
};

const codes = (shown: Message) => JSON.stringify(shown).match(/(?<="kind":"code","text":")[^"]*/g);

it.each([
  ['', ['mine', 'mine', '/paper', 'update 2B:2 amber 1\\n2', '@PAP mine', 'why']],
  [
    '@PAP',
    ['@PAP mine', '@PAP', '/paper', '@PAP update 2B:2 amber 1\\n2', '@PAP mine', '@PAP why'],
  ],
] as const)('says lines with “%s” as one types them', (lead, expected) => {
  expect(codes(typedThere(message, lead))).toEqual(expected);
});
