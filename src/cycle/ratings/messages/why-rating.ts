// "What evidence moved this to green?": the rating's own reasons, and what stands beside it.
import { momentText } from '../../../core/dates/messages/when.ts';
import {
  type Block,
  bullets,
  code,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import { givenText, ragChangeText, ragText } from '../../../core/message/messages/rag-text.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import type { RatingStory, RatingWords } from '../../../plan/objectives/domain/rating-story.ts';
import { boardText, NO_REASON } from '../../../plan/objectives/messages/rating-story.ts';
import type { PlanItem } from '../../../plan/plan-items/domain/plan-item.ts';
import { ownerTitle, partText } from '../../../plan/plan-items/messages/plan-parts.ts';

export type RatingReasons = {
  readonly objective: Objective;
  /** Of the rating that holds; null: there is none. */
  readonly story: RatingStory | null;
  /** Given since the rating before. */
  readonly evidence: readonly PlanItem<'evidence'>[];
  readonly olderEvidence: number;
  /** Open challenges and the open recovery action. */
  readonly beside: readonly PlanItem[];
  /** Whether the reader may ask; nobody challenges what they answer for. */
  readonly mayChallenge: boolean;
  readonly timeZone: string;
};

/** The message. */
export function whyRatingMessage(reasons: RatingReasons): Message {
  const { objective, story, evidence, olderEvidence, beside } = reasons;
  const { ref, rag } = objective;
  if (!story) {
    return {
      title: `${ref} has not been rated yet`,
      blocks: [
        paragraph(strong(ownerTitle(objective))),
        ...evidenceBlocks(ref, evidence, olderEvidence),
      ],
    };
  }
  return {
    title: `Why ${ref} is ${ragText(rag)}`,
    blocks: [
      paragraph(strong(ownerTitle(objective))),
      ...storyBlocks(story, reasons),
      ...evidenceBlocks(ref, evidence, olderEvidence),
      ...(beside.length > 0
        ? [paragraph(strong('Beside it')), bullets(beside.map((part) => partText(part, ref)))]
        : []),
      ...(reasons.mayChallenge
        ? [paragraph('To ask more, type ', code(`/pap challenge ${ref} your question`), '.')]
        : []),
    ],
    footer: inline(`All of it is in “show ${ref} history”.`),
  };
}

/** What moved it, the latest words about it where they came later, and who confirmed it without new ones. */
function storyBlocks(
  { since, reason, confirmed }: RatingStory,
  { objective, timeZone }: RatingReasons,
): Block[] {
  const later = reason !== null && reason.words !== since.note ? reason : null;
  const silent = confirmed !== null && confirmed.note !== later?.words ? confirmed : null;
  return [
    paragraph(strong('What moved it: '), movedText(since, later, objective, timeZone)),
    ...(later
      ? [paragraph(strong('Last said since: '), `${whoText(later, timeZone)} · ${later.words}`)]
      : []),
    ...(silent
      ? [
          paragraph(
            strong('Last confirmed: '),
            whoText({ by: silent.author, at: silent.at }, timeZone),
          ),
        ]
      : []),
  ];
}

/** As it reads now: where somebody put it right, that is said, and what it moved is not lost. */
function movedText(
  { kind, fromRag, toRag, note, author, at, meeting, amended }: RatingStory['since'],
  later: RatingWords | null,
  { example }: Objective,
  timeZone: string,
): string {
  const what =
    kind === 'published'
      ? `${ragText(amended?.said ?? toRag)}, ${givenText(example)}`
      : `${ragChangeText(fromRag, toRag)}${kind === 'board' ? `, ${boardText(meeting)}` : ''} · ${whoText({ by: author, at }, timeZone)}`;
  const right = amended
    ? ` · amended${amended.said === toRag ? '' : ` from ${ragText(amended.said)} to ${ragText(toRag)}`} by ${whoText({ by: amended.author, at: amended.at }, timeZone)}`
    : '';
  const words = note ?? (later ? null : NO_REASON);
  return `${what}${right}${words ? ` · ${words}` : ''}`;
}

function whoText({ by, at }: Pick<RatingWords, 'by' | 'at'>, timeZone: string): string {
  return `${by ? `${by.name}, ${by.organisation}, ` : ''}${momentText(at, timeZone)}`;
}

function evidenceBlocks(
  ref: string,
  evidence: readonly PlanItem<'evidence'>[],
  older: number,
): Block[] {
  const before = older > 0 ? ` ${older} given before that.` : '';
  if (evidence.length === 0) {
    return [paragraph(strong('Evidence: '), `none was given since the rating before.${before}`)];
  }
  return [
    paragraph(strong('Evidence given since the rating before')),
    bullets(evidence.map((one) => partText(one, ref))),
    ...(older > 0 ? [paragraph(before.trim())] : []),
  ];
}
