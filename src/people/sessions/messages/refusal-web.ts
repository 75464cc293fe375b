// What is said where the web cannot be opened.
import { code, paragraph } from '../../../core/message/messages/message.ts';
import { say } from '../../../core/request/messages/refusal-parts.ts';
import type { Words } from '../../../core/request/messages/refusal-words.ts';
import type { WebRefusal } from '../domain/refusal-web.ts';

/** The words, reason by reason. */
export const webRefusals: Words<WebRefusal> = {
  'no-web': () =>
    say('The plan is not on the web here', [
      paragraph(
        'PAP has no address on the web yet (PAP_PUBLIC_URL); the people who run it can set one. Everything on the plan can be asked for here: type ',
        code('/pap help'),
        '.',
      ),
    ]),
  'web-in-private': () =>
    say('A link to the web is for one person', [
      paragraph(
        'Anybody who opens it is signed in as you, so it is not given in a channel. Write to PAP in private: ',
        code('/pap web'),
        '.',
      ),
    ]),
};
