// "What evidence moved this to green?": the rating's own reasons, and what stands beside it.
import type { Objective, StatusEntry } from '../domain/objective.ts';
import type { PlanItem } from '../domain/plan-item.ts';
import type { RatingRun } from '../domain/rating-run.ts';
import { boardText } from './board-amendment.ts';
import { type Block, code, inline, type Message, paragraph, strong } from './message.ts';
import { ownerTitle, partText } from './plan-parts.ts';
import { givenText, ragChangeText, ragText } from './rag-text.ts';
import { momentText } from './when.ts';

export type RatingReasons = RatingRun & {
  readonly objective: Objective;
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
  const { objective, moved, confirmed, evidence, olderEvidence, beside, timeZone } = reasons;
  const { ref, rag } = objective;
  if (!moved) {
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
      paragraph(strong('What moved it: '), entryText(moved, objective, timeZone)),
      ...(confirmed
        ? [paragraph(strong('Last said since: '), entryText(confirmed, objective, timeZone))]
        : []),
      ...evidenceBlocks(ref, evidence, olderEvidence),
      ...(beside.length > 0
        ? [
            paragraph(strong('Beside it')),
            { kind: 'list' as const, items: beside.map((part) => partText(part, ref)) },
          ]
        : []),
      ...(reasons.mayChallenge
        ? [paragraph('To ask more, type ', code(`/pap challenge ${ref} your question`), '.')]
        : []),
    ],
    footer: inline(`All of it is in “show ${ref} history”.`),
  };
}

function entryText(
  { kind, fromRag, toRag, note, author, at, meeting }: StatusEntry,
  { example }: Objective,
  timeZone: string,
): string {
  const what =
    kind === 'published'
      ? `${ragText(toRag)}, ${givenText(example)}`
      : `${ragChangeText(fromRag, toRag)}${kind === 'board' ? `, ${boardText(meeting)}` : ''} · ${author ? `${author.name}, ${author.organisation}, ` : ''}${momentText(at, timeZone)}`;
  return `${what}${note ? ` · ${note}` : ' · no reason was written'}`;
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
    { kind: 'list', items: evidence.map((one) => partText(one, ref)) },
    ...(older > 0 ? [paragraph(before.trim())] : []),
  ];
}
