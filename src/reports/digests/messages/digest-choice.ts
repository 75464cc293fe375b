// Which digests a person takes and when they come, in words.

import { code, inline, type Message, paragraph } from '../../../core/message/messages/message.ts';
import type { DigestTime, DigestVariant } from '../domain/digest-choice.ts';

export type DigestChoiceFacts = {
  /** The switch for all of them together. */
  readonly digestOn: boolean;
  /** Those that the person may get. */
  readonly choices: readonly {
    readonly variant: DigestVariant;
    readonly taken: boolean;
    readonly when: DigestTime;
  }[];
};

export const digestNames = {
  owner: 'your own',
  'co-chair': 'your theme’s',
  office: 'the programme office’s',
  board: 'the board’s',
} as const satisfies Record<DigestVariant, string>;

/** The word by which each is typed. */
export const digestWords = {
  owner: 'owner',
  'co-chair': 'theme',
  office: 'office',
  board: 'board',
} as const satisfies Record<DigestVariant, string>;

/** What a digest's time may be; a refusal says it too. */
export const DIGEST_TIMES =
  'A digest comes Monday to Friday, on a quarter of an hour from 09:00 to 16:30, for example “monday 09:00”.';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

/** `Monday 09:30`. */
export function digestTimeText({ weekday, time }: DigestTime): string {
  return `${weekdays[weekday - 1] ?? ''} ${time}`;
}

/** What was chosen, and how everything stands then. */
export function digestChoiceMessage(changed: string, facts: DigestChoiceFacts): Message {
  return {
    title: changed,
    tone: 'good',
    blocks: [
      ...(facts.digestOn
        ? []
        : [
            paragraph(
              'All digests to you are switched off, so none comes: ',
              code('/pap digest on'),
              ' switches them on.',
            ),
          ]),
      {
        kind: 'table',
        caption: 'Digests that you may get',
        columns: ['Digest', 'You get it', 'When', 'To change it'].map((header) => ({ header })),
        rows: facts.choices.map(({ variant, taken, when }) => [
          digestNames[variant],
          taken ? 'yes' : 'no',
          digestTimeText(when),
          `digest ${taken ? 'off' : 'on'} ${digestWords[variant]}`,
        ]),
      },
    ],
    footer: inline('A digest whose day is a bank holiday comes on the next working day.'),
  };
}
