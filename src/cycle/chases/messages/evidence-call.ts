// Asks for evidence before a review: which objectives lack any, and how to give it.

import { dayText, momentText } from '../../../core/dates/messages/when.ts';
import { exampleMark } from '../../../core/message/messages/example-notice.ts';
import {
  bullets,
  code,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import { ratingText } from '../../../core/message/messages/rag-text.ts';
import type { EvidenceStep } from '../../../core/outbox/domain/past-chase.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import type { Review } from '../../cycles/domain/cycle.ts';
import { evidenceDueAt } from '../domain/evidence-call.ts';

const MAX_LISTED = 20;

const titles: Readonly<Record<EvidenceStep, string>> = {
  'evidence-call': 'Evidence is called for',
  'evidence-reminder': 'Evidence still to come',
  'evidence-due': 'Evidence is due today',
};

/** The message. */
export function evidenceCallMessage(facts: {
  readonly step: EvidenceStep;
  readonly review: Review;
  readonly objectives: readonly Objective[];
}): Message {
  const { step, review, objectives } = facts;
  const due = momentText(evidenceDueAt(review), review.timeZone);
  const [first] = objectives;
  const left = objectives.length - MAX_LISTED;
  return {
    title: `${titles[step]}: ${review.meetingTitle} on ${dayText(review.meetingDate)}`,
    blocks: [
      paragraph(
        strong(`Documents are due ${due}.`),
        ` ${objectives.length === 1 ? 'This objective has' : `These ${objectives.length} objectives have`} had no new evidence since the review before${exampleMark(review.example)}:`,
      ),
      bullets(
        objectives
          .slice(0, MAX_LISTED)
          .map((one) =>
            inline(
              strong(one.ref),
              ` ${one.title}${exampleMark(one.example)} · ${ratingText(one)}`,
            ),
          ),
      ),
      ...(left > 0 ? [paragraph(`And ${left} more.`)] : []),
      paragraph(
        'Give it with ',
        code(`/pap evidence ${first?.ref ?? '2B:2'} https://… what it shows felt`),
        ': the last word says whether the work is done, used, or felt by families.',
      ),
    ],
    footer: inline(
      'Why am I getting this? You gather the evidence for these objectives, or cover for whoever does. It stops once evidence is given.',
    ),
  };
}
