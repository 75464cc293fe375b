// What an operator is told where nothing is done, and everybody else while a partnership is switched off.
import { bullets, code, inline, paragraph } from '../../../core/message/messages/message.ts';
import { say } from '../../../core/request/messages/refusal-parts.ts';
import type { Words } from '../../../core/request/messages/refusal-words.ts';
import type { OperatorRefusal } from '../domain/refusal-operator.ts';

/** The forms of the operator's verbs. */
export const operatorForms = [
  'list',
  'set-up FOLDER…',
  'bind KEY slack|teams ID',
  'off KEY because REASON',
  'on KEY',
  'export KEY FILE',
  'erase KEY [confirm CHECK [finally NAME]]',
  'audit [KEY]',
] as const;

const command = (line: string) => code(`npm run operator -- --as EMAIL ${line}`);

/** The words, reason by reason. */
export const operatorRefusals: Words<OperatorRefusal> = {
  'not-an-operator': ({ email, anyNamed }) =>
    say(`${email} is no operator of this record`, [
      paragraph(
        anyNamed
          ? 'Nothing was changed. The operators are those whom the setting PAP_OPERATORS names; the programme office of a partnership is not one by that.'
          : 'Nothing was changed. Nobody is: the setting PAP_OPERATORS names the addresses of those who are, with commas between them.',
      ),
    ]),
  'operator-usage': ({ problem }) =>
    say('I could not read that command', [
      paragraph(`${problem} The forms are:`),
      bullets(operatorForms.map((form) => inline(code(form)))),
    ]),
  'no-such-partnership': ({ typed, keys }) =>
    say(`There is no partnership “${typed}”`, [
      paragraph(
        keys.length > 0
          ? `Nothing was changed. The record holds ${keys.join(', ')}.`
          : 'Nothing was changed. The record holds none.',
      ),
    ]),
  'switched-already': ({ name, off }) =>
    say(`${name} is switched ${off ? 'off' : 'on'} already`, [paragraph('Nothing was changed.')]),
  'not-erasable': ({ key, problem }) =>
    problem === 'on'
      ? say('Only what is switched off can be erased', [
          paragraph('Nothing was erased. First type ', command(`off ${key} because REASON`), '.'),
        ])
      : say('Only what was exported can be erased', [
          paragraph(
            'Nothing was erased. It has not been exported since it was switched off. Type ',
            command(`export ${key} FILE`),
            ' and keep the file.',
          ),
        ]),
  'erase-unconfirmed': ({ key, problem }) =>
    say('That does not confirm it', [
      paragraph(
        {
          check:
            'Nothing was erased. The eight characters are the first of the newest export’s checksum. ',
          first: 'Nothing was erased. The first confirmation is missing or more than an hour old. ',
          name: 'Nothing was erased. The last words have to be the partnership’s whole name. ',
        }[problem],
        command(`erase ${key}`),
        ' says what to type.',
      ),
    ]),
  'switched-off': ({ name }) =>
    say(`PAP is switched off for ${name}`, [
      paragraph(
        'Nothing was done, and nothing is sent. The record is kept. Ask whoever runs PAP for you.',
      ),
    ]),
};
