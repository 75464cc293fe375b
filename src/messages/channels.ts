// Which channel gets whose news, as the office reads it.
import { type NamedTheme, themeName } from '../domain/theme-name.ts';
import { exampleMark } from './example-notice.ts';
import { code, type Message, paragraph } from './message.ts';

export type BoundChannel = {
  readonly name: string;
  readonly platform: 'slack' | 'teams' | 'terminal';
  readonly themeId: string | null;
  readonly alwaysPost: boolean;
  readonly example: boolean;
};

const platformNames = { slack: 'Slack', teams: 'Teams', terminal: 'the terminal' } as const;

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
        rows: bindings.map(({ name, platform, themeId, alwaysPost, example }) => [
          `${name}${exampleMark(example)}`,
          platformNames[platform],
          nameOf(themeId),
          themeId === null ? '–' : alwaysPost ? 'every week' : 'when there is news',
        ]),
      },
      how,
    ],
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
