// What is said where a channel is not found.

import { code, paragraph } from '../../../core/message/messages/message.ts';
import { listed, say } from '../../../core/request/messages/refusal-parts.ts';
import type { Words } from '../../../core/request/messages/refusal-words.ts';
import type { ChannelRefusal } from '../domain/refusal-channel.ts';

/** The words, reason by reason. */
export const channelRefusals: Words<ChannelRefusal> = {
  'needs-channel': (refusal) =>
    say('Type this in the channel itself', [
      paragraph(
        'Nothing was changed: it is about the channel that it is typed in, and this is none. In Slack or Teams, go to the channel and type ',
        code(`/pap ${refusal.verb}`),
        '.',
      ),
    ]),
  'unknown-channel': (refusal) =>
    say(
      refusal.typed === null
        ? 'This channel is bound to nothing'
        : `No channel that is bound is called “${refusal.typed}”`,
      [
        paragraph(
          refusal.channels.length > 0
            ? 'Nothing was changed. These are bound:'
            : 'Nothing was changed. No channel is bound yet.',
        ),
        ...(refusal.channels.length > 0 ? [listed(refusal.channels)] : []),
      ],
    ),
};
