// What is said where words are not erased, or what is kept how long is not changed.
import { code, paragraph } from '../../../core/message/messages/message.ts';
import { say } from '../../../core/request/messages/refusal-parts.ts';
import type { Words } from '../../../core/request/messages/refusal-words.ts';
import type { PrivacyRefusal } from '../domain/refusal-privacy.ts';

/** The words, reason by reason. */
export const privacyRefusals: Words<PrivacyRefusal> = {
  'still-on-the-plan': ({ name }) =>
    say(`${name} is still on the plan`, [
      paragraph(
        'Nothing was erased. Record first that they have left, so that what they own gets another owner: ',
        code(`/pap admin people leave ${name}`),
      ),
    ]),
  'on-hold': ({ name, hold, why }) =>
    say(`${name} is on hold`, [
      paragraph(
        `Nothing was erased. Hold ${hold} keeps it: ${why} When that is over, type `,
        code(`/pap admin retention release ${hold}`),
      ),
    ]),
  'unknown-kind-of-row': ({ typed, kinds }) =>
    say(`“${typed}” is no kind of row with a schedule`, [
      paragraph(`Nothing was changed. There are: ${kinds.join(', ')}.`),
    ]),
  'no-such-hold': ({ number }) =>
    say(`There is no hold ${number}`, [
      paragraph('Nothing was changed. ', code('/pap admin retention'), ' lists what is held.'),
    ]),
};
