// What is said where an organisation is not found, or cannot be changed as asked.

import { bullets, code, inline, paragraph } from '../../../core/message/messages/message.ts';
import { say } from '../../../core/request/messages/refusal-parts.ts';
import type { Words } from '../../../core/request/messages/refusal-words.ts';
import type { OrganisationRefusal } from '../domain/refusal-organisation.ts';

/** The words, reason by reason. */
export const organisationRefusals: Words<OrganisationRefusal> = {
  'unknown-organisation': ({ typed, organisations }) =>
    say(`There is no organisation “${typed}”`, [
      ...(organisations.length > 0
        ? [
            paragraph('Nothing was changed. The organisations are:'),
            bullets(organisations.map((name) => inline(name))),
          ]
        : [paragraph('Nothing was changed. There are no organisations yet.')]),
      paragraph(
        'The programme office can add one: ',
        code('/pap admin organisation add "Example Trust" as NHS'),
        '.',
      ),
    ]),
  'same-organisation': ({ name }) =>
    say('That is one organisation', [
      paragraph(`Nothing was changed: both names mean ${name}. Name two to make one of them.`),
    ]),
};
