// What is said of a rating that the board set in its meeting: to who recorded it, to the channels of its theme, and
// to its owner.
import type { Temporal } from 'temporal-polyfill';
import { dayText, momentText } from '../../../core/dates/messages/when.ts';
import type { Rag, RatingKind } from '../../../core/message/domain/rag.ts';
import { exampleMark } from '../../../core/message/messages/example-notice.ts';
import {
  code,
  type Fact,
  fact,
  factTable,
  inline,
  type Message,
  paragraph,
} from '../../../core/message/messages/message.ts';
import { ragChangeText } from '../../../core/message/messages/rag-text.ts';

export type BoardAmendmentFacts = {
  readonly ref: string;
  readonly title: string;
  readonly example: boolean;
  readonly rating: RatingKind;
  readonly fromRag: Rag | null;
  readonly toRag: Rag;
  readonly note: string;
  readonly meeting: { readonly title: string; readonly heldOn: Temporal.PlainDate };
  readonly by: string;
  readonly at: Temporal.Instant;
  readonly timeZone: string;
  /** Names of the channels that are told. */
  readonly told: readonly string[];
  /** Whether there are channels to be told. */
  readonly unposted?: boolean;
  /** Names of the owners that are told. */
  readonly owners: readonly string[];
  /** Whether it has owners to be told. */
  readonly owned?: boolean;
};

/** The receipt. */
export function boardAmendmentReceipt(facts: BoardAmendmentFacts): Message {
  const { ref, title, example, rating, note, timeZone, told, unposted, owners, owned } = facts;
  const lines: Fact[] = [
    {
      label: rating === 'impact' ? 'Impact' : 'Rating',
      value: inline(ragChangeText(facts.fromRag, facts.toRag)),
    },
    fact('Why', note),
    fact('Meeting', meetingText(facts)),
    fact('Recorded by', facts.by),
    fact('When', momentText(facts.at, timeZone)),
    fact(
      'What follows',
      [
        owners.length > 0
          ? `Told: ${owners.join(', ')}.`
          : owned
            ? 'Its owner cannot be written to.'
            : 'It has no owner to be told.',
        told.length > 0
          ? `Posted to ${told.join(', ')}.`
          : unposted
            ? 'Its channel cannot be posted to now.'
            : 'No channel is told.',
      ].join(' '),
    ),
  ];
  return {
    title: `The board decided: ${ref} ${title}${exampleMark(example)}`,
    tone: 'good',
    blocks: [factTable(lines)],
    footer: inline(
      'It stands in the history as the board’s: ',
      code(`/pap show ${ref} history`),
      '.',
    ),
  };
}

/** What the channels of its theme read. */
export function boardAmendmentPost(facts: BoardAmendmentFacts): Message {
  return {
    title: `${nameText(facts)}: ${changeText(facts)}, the board decided`,
    blocks: [paragraph(facts.note), paragraph(`${meetingText(facts)} · recorded by ${facts.by}`)],
    footer: inline(
      'Posted because the board set the rating of an objective in this channel’s theme. ',
      code(`/pap show ${facts.ref}`),
      ' shows its history.',
    ),
  };
}

/** What its owner reads. */
export function boardAmendmentNotice(facts: BoardAmendmentFacts): Message {
  return {
    title: `The board decided: ${nameText(facts)} is ${changeText(facts)}`,
    blocks: [
      paragraph(facts.note),
      paragraph(`${meetingText(facts)} · recorded by ${facts.by}`),
      paragraph(
        'It is the rating from now on. When it changes, say so with ',
        code(`/pap update ${facts.ref} …`),
        '.',
      ),
    ],
    footer: inline('You are getting this because you own this objective.'),
  };
}

function nameText({ ref, title, example }: BoardAmendmentFacts): string {
  return `${ref} ${title}${exampleMark(example)}`;
}

function changeText({ rating, fromRag, toRag }: BoardAmendmentFacts): string {
  return `${rating === 'impact' ? 'impact ' : ''}${ragChangeText(fromRag, toRag)}`;
}

function meetingText({ meeting }: BoardAmendmentFacts): string {
  return `${meeting.title}, ${dayText(meeting.heldOn)}`;
}
