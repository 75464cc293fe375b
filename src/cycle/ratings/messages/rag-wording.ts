// What the colours mean, for everybody who asks.
import type { Rag, RatingKind } from '../../../core/message/domain/rag.ts';
import { exampleMark } from '../../../core/message/messages/example-notice.ts';
import {
  type Block,
  bullets,
  code,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import { ragText } from '../../../core/message/messages/rag-text.ts';

export type WordingFacts = {
  readonly rating: RatingKind;
  readonly rag: Rag;
  readonly wording: string;
  /** False: the product's own, as the partnership has not worded it. */
  readonly own: boolean;
  readonly example: boolean;
};

const ratingNames = {
  delivery: 'Delivery: is the work done?',
  impact: 'Impact: do families feel it?',
} as const satisfies Record<RatingKind, string>;

/**
 * Both ratings.
 * @param only one colour, or null for all of them
 */
export function ragWordingMessage(wordings: readonly WordingFacts[], only: Rag | null): Message {
  const shown = wordings.filter(({ rag }) => only === null || rag === only);
  const ratings = ['delivery', 'impact'] as const;
  return {
    title: only ? `What ${ragText(only)} means` : 'What the ratings mean',
    blocks: ratings.flatMap((rating): Block[] => [
      paragraph(strong(ratingNames[rating])),
      bullets(
        shown
          .filter((one) => one.rating === rating)
          .map((one) => inline(strong(ragText(one.rag)), `: ${wordingText(one)}`)),
      ),
    ]),
    ...(shown.some(({ own }) => !own) && {
      footer: inline(
        'Wordings marked (default) are the product’s own, until the partnership sets its own with ',
        code('/pap admin rag amber delivery …'),
        '.',
      ),
    }),
  };
}

/** A colour was worded anew. */
export function ragSetMessage({
  before,
  after,
}: {
  readonly before: WordingFacts | null;
  readonly after: WordingFacts;
}): Message {
  return {
    title: `${ragText(after.rag)} for ${after.rating} is worded anew`,
    tone: 'good',
    blocks: [
      paragraph(strong('Now: '), after.wording),
      ...(before ? [paragraph(strong('Before: '), wordingText(before))] : []),
      paragraph('Everybody sees it with ', code(`/pap help ${after.rag}`), '.'),
    ],
  };
}

function wordingText({ wording, own, example }: WordingFacts): string {
  return `${wording}${own ? exampleMark(example) : ' (default)'}`;
}
