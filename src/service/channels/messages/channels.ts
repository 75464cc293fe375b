// Which channel gets whose news, as the office reads it.

import { exampleMark } from '../../../core/message/messages/example-notice.ts';
import { code, type Message, paragraph } from '../../../core/message/messages/message.ts';
import type { Platform } from '../../../core/request/domain/platform.ts';
import { type NamedTheme, themeName } from '../../../core/themes/domain/theme-name.ts';
import { platformInText } from '../../../people/people/messages/identity.ts';
import { type DigestTime, digestTimeOf } from '../../../reports/digests/domain/digest-choice.ts';
import { digestTimeText } from '../../../reports/digests/messages/digest-choice.ts';

export type BoundChannel = {
  readonly name: string;
  readonly platform: Platform;
  readonly themeId: string | null;
  readonly alwaysPost: boolean;
  readonly digestOn: boolean;
  readonly digestWeekday: number | null;
  readonly digestTime: string | null;
  readonly example: boolean;
};

/** Every binding in use. */
export function channelListMessage(
  bindings: readonly BoundChannel[],
  themes: readonly (NamedTheme & { readonly id: string })[],
): Message {
  const nameOf = (themeId: string | null) => {
    const theme = themes.find(({ id }) => id === themeId);
    return theme ? themeName(theme) : 'the programme office';
  };
  const how = paragraph(
    'To bind another one, type ',
    code('/pap admin channel bind theme 1'),
    ' in it, or ',
    code('/pap admin channel bind office'),
    '.',
  );
  if (bindings.length === 0)
    return {
      title: 'No channel is bound',
      blocks: [paragraph('Digests and changes of rating go to nobody’s channel.'), how],
    };
  return {
    title: `Channels: ${bindings.length}`,
    blocks: [
      {
        kind: 'table',
        caption: 'What each channel gets',
        columns: ['Channel', 'Where', 'Gets the news of', 'Weekly digest'].map((header) => ({
          header,
        })),
        rows: bindings.map((one) => [
          `${one.name}${exampleMark(one.example)}`,
          platformInText(one.platform),
          nameOf(one.themeId),
          digestText(one),
        ]),
      },
      how,
    ],
  };
}

function digestText(channel: BoundChannel): string {
  const { themeId, digestOn, alwaysPost, digestWeekday: weekday, digestTime: time } = channel;
  if (themeId === null) return '–';
  if (!digestOn) return 'off';
  const when = digestTimeText(digestTimeOf({ weekday, time }));
  return `${alwaysPost ? 'every week' : 'when there is news'}, ${when}`;
}

/** On which day and hour its digest is posted; null: it is not. */
export function channelDigestMessage(
  bindings: readonly BoundChannel[],
  when: DigestTime | null,
): Message {
  const name = bindings[0]?.name ?? '';
  return {
    title: when
      ? `“${name}” gets its digest ${digestTimeText(when)}`
      : `“${name}” gets no digest any more`,
    tone: 'good',
    blocks: [paragraph('It gets changes of rating as before.')],
  };
}

/** The channel is bound. */
export function channelBoundMessage(
  { name, done }: { readonly name: string; readonly done: boolean },
  theme: NamedTheme | null,
): Message {
  const whose = theme ? themeName(theme) : 'the programme office';
  return {
    title: done
      ? `This channel is bound to ${whose}`
      : `This channel was bound to ${whose} already`,
    tone: 'good',
    blocks: [
      paragraph(
        theme
          ? `As “${name}” it gets the weekly digest and every change of rating.`
          : `As “${name}” it is the programme office’s own channel.`,
      ),
    ],
  };
}

/** What was set for a channel. */
export function channelSetMessage(
  bindings: readonly BoundChannel[],
  what: 'unbound' | 'always' | 'when-news',
): Message {
  const name = bindings[0]?.name ?? '';
  const titles = {
    unbound: `“${name}” is unbound`,
    always: `“${name}” gets its digest every week`,
    'when-news': `“${name}” gets its digest when there is news`,
  };
  const consequence =
    what === 'unbound'
      ? 'It gets no more digests and no more changes of rating.'
      : 'It gets changes of rating as before.';
  return { title: titles[what], tone: 'good', blocks: [paragraph(consequence)] };
}
