// What is said where another organisation is not let in, or its people are not.
import { code, paragraph } from '../../../core/message/messages/message.ts';
import { say } from '../../../core/request/messages/refusal-parts.ts';
import type { Words } from '../../../core/request/messages/refusal-words.ts';
import { platformName } from '../../people/messages/identity.ts';
import type { AllowedRefusal } from '../domain/refusal-allowed.ts';

/** The words, reason by reason. */
export const allowedRefusals: Words<AllowedRefusal> = {
  'bad-workspace-id': ({ platform, typed }) =>
    say(`“${typed.slice(0, 60)}” is not the id of a ${PLACE[platform]}`, [
      paragraph('Nothing was changed. ', HOW_TO_FIND[platform]),
    ]),
  'own-workspace': ({ platform }) =>
    say(`That is your own ${PLACE[platform]}`, [
      paragraph('Nothing was changed: its members may write to PAP already.'),
    ]),
  'allowed-already': ({ name }) =>
    say(`${name} is allowed already`, [
      paragraph('Nothing was changed. ', code('/pap admin people allowed'), ' lists them.'),
    ]),
  'organisation-not-allowed': ({ number }) =>
    say(`The organisation of request ${number} is not allowed`, [
      paragraph(
        'Nothing was changed. Allow it first, with the reason; ',
        code('/pap help admin people'),
        ' shows how.',
      ),
    ]),
};

const PLACE = { slack: 'Slack workspace', teams: 'Teams tenant' } as const;

const HOW_TO_FIND = {
  slack:
    'A workspace id looks like T0ABC1234. When somebody of it writes to PAP, the answer that they get shows it.',
  teams:
    'A tenant id looks like 7b0c2a54-3f61-4c0e-9d55-0a4f6a1e2c11. Their IT team finds it in Entra ID; when somebody of it writes to PAP, the answer that they get shows it.',
} as const;

/** What stands in the place of the name of a platform: `a Slack workspace`. */
export function placeName(platform: 'slack' | 'teams'): string {
  return `${platformName(platform)} ${platform === 'slack' ? 'workspace' : 'tenant'}`;
}
