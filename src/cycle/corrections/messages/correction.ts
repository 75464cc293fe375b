// What is said when a rating was put right: to who did it, and to the channels that had heard of it.
import type { Temporal } from 'temporal-polyfill';
import { momentText } from '../../../core/dates/messages/when.ts';
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
import { ragChangeText, ragText } from '../../../core/message/messages/rag-text.ts';

export type CorrectionFacts = {
  readonly ref: string;
  readonly title: string;
  readonly example: boolean;
  readonly kind: 'undo' | 'amend';
  readonly rating: RatingKind;
  readonly fromRag: Rag | null;
  readonly toRag: Rag | null;
  readonly note: string | null;
  /** Made while the papers for a meeting were frozen. */
  readonly frozen: boolean;
  /** `Sam Taylor, Northshire Council`. */
  readonly by: string;
  readonly at: Temporal.Instant;
  readonly timeZone: string;
  /** Who recorded what is put right, when it was somebody else. */
  readonly correctedAuthor: string | null;
  /** Names of the channels that are told of it. */
  readonly told: readonly string[];
  /** Whether there are channels to be told. */
  readonly unposted?: boolean;
  /** How many posts about what is put right had not gone out and will not. */
  readonly cancelled: number;
};

/** The receipt. */
export function correctionReceipt(facts: CorrectionFacts): Message {
  const { kind, ref, title, example, note, timeZone } = facts;
  const lines: Fact[] = [
    { label: ratingLabel(facts.rating), value: inline(ragChangeText(facts.fromRag, facts.toRag)) },
    ...(note ? [fact('Note', note)] : []),
    fact('By', facts.by),
    fact('When', momentText(facts.at, timeZone)),
    fact('What follows', followsText(facts)),
  ];
  return {
    title: `${kind === 'undo' ? 'Taken back' : 'Amended'}: ${ref} ${title}${exampleMark(example)}`,
    tone: 'good',
    blocks: [factTable(lines)],
    footer: inline('Both stay in the history: ', code(`/pap show ${ref} history`), '.'),
  };
}

/** What a channel reads that had heard of the rating, or hears of the amended one. */
export function correctionPost(facts: CorrectionFacts): Message {
  const { kind, ref, title, example, rating, fromRag, toRag, note } = facts;
  const name = `${ref} ${title}${exampleMark(example)}`;
  const impact = rating === 'impact' ? 'impact ' : '';
  return {
    title:
      kind === 'undo'
        ? `${name}: ${impact}rating taken back`
        : `${name}: ${impact}${ragChangeText(fromRag, toRag)}, amended`,
    blocks: [
      ...(kind === 'undo'
        ? [paragraph(`It was ${ragText(fromRag)} for a moment and is ${ragText(toRag)} as before.`)]
        : []),
      ...(note ? [paragraph(note)] : []),
      paragraph(`${facts.by} · ${momentText(facts.at, facts.timeZone)}`),
    ],
    footer: inline(
      kind === 'undo'
        ? 'Posted because this channel was told of the rating that was taken back. '
        : 'Posted because the rating of an objective in this channel’s theme was amended. ',
      code(`/pap show ${ref}`),
      ' shows its history.',
    ),
  };
}

function ratingLabel(rating: RatingKind): string {
  return rating === 'impact' ? 'Impact' : 'Rating';
}

function followsText(facts: CorrectionFacts): string {
  const { kind, fromRag, toRag, told, unposted, cancelled, frozen, correctedAuthor } = facts;
  const parts: string[] = [];
  if (kind === 'undo')
    parts.push('What held before it holds again; a return that it answered is outstanding again.');
  if (correctedAuthor) parts.push(`It puts right what ${correctedAuthor} recorded.`);
  if (frozen) parts.push('It was made while the papers are frozen, and the history says so.');
  if (cancelled > 0)
    parts.push(
      `${cancelled === 1 ? 'A post' : `${cancelled} posts`} about it had not gone out and will not.`,
    );
  if (told.length > 0) parts.push(`This is posted to ${told.join(', ')}.`);
  else if (unposted) parts.push('This goes to a channel that cannot be posted to now.');
  else if (kind === 'amend' && fromRag === toRag)
    parts.push('The rating is unchanged, so no channel is told.');
  else if (cancelled === 0) parts.push('No channel had heard of it, so none is told.');
  return parts.join(' ');
}
