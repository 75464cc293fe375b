// What the programme office is told of people, channels and platforms that cannot be reached, and what it can
// do about it.

import { momentText } from '../../../core/dates/messages/when.ts';
import { code, type Message, paragraph } from '../../../core/message/messages/message.ts';
import type { KnownAccount } from '../../../people/people/domain/choose-account.ts';
import { platformName } from '../../../people/people/messages/identity.ts';
import { deliveryReason } from './delivery-reason.ts';

/** A person's accounts take nothing. */
export function personGoneMessage(facts: {
  readonly name: string;
  readonly accounts: readonly KnownAccount[];
  /** What they own. */
  readonly refs: readonly string[];
  readonly timeZone: string;
}): Message {
  const { name, accounts, refs, timeZone } = facts;
  const marked = accounts.flatMap(({ platform, unreachableSince }) =>
    unreachableSince
      ? [`${platformName(platform)} since ${momentText(unreachableSince, timeZone)}`]
      : [],
  );
  const [first = '2B:2'] = refs;
  return {
    title: `${name} cannot be reached`,
    tone: 'attention',
    blocks: [
      paragraph(
        marked.length > 0
          ? `${name} cannot be reached in ${marked.join(', nor in ')}.`
          : `${name} has no account where PAP is connected.`,
      ),
      paragraph(
        refs.length > 0
          ? `They own ${refs.join(', ')}: as good as vacant until they can be reached or somebody else answers.`
          : 'They own no open objective.',
      ),
      paragraph(
        'Ask them to write “mine” to the bot, which links them again; or pass their work on with ',
        code(`/pap handover ${first} @name`),
        '. What did not arrive is in ',
        code('/pap admin delivery'),
        '.',
      ),
    ],
  };
}

/** A channel takes nothing. */
export function channelGoneMessage(
  { name, platform }: { readonly name: string; readonly platform: KnownAccount['platform'] },
  reason: string,
): Message {
  return {
    title: `The channel “${name}” cannot be reached`,
    tone: 'attention',
    blocks: [
      paragraph(
        `A post did not arrive: ${deliveryReason(reason)}. Further ones are tried, and it counts as reachable as soon as one arrives or somebody types to PAP there.`,
      ),
      paragraph(
        `Put the bot back into the ${platformName(platform)} channel and type `,
        code('/pap admin channel bind theme 1'),
        ' there, with its own theme; or undo it with ',
        code(`/pap admin channel unbind ${name}`),
        '. What did not arrive is in ',
        code('/pap admin delivery'),
        '.',
      ),
    ],
  };
}

/** A whole platform takes nothing. */
export function appGoneMessage(platform: KnownAccount['platform'], reason: string): Message {
  const name = platformName(platform);
  return {
    title: `${name} does not accept the bot`,
    tone: 'attention',
    blocks: [
      paragraph(`Nothing goes out in ${name}: ${deliveryReason(reason)}.`),
      paragraph(
        'What is to be said there waits, and goes out by itself when it works again. Ask whoever looks after the bot to install the app again or to renew its token.',
      ),
    ],
  };
}
