// An owner's digest: what changed on theirs, what is asked of them, and what comes up.
import type { Temporal } from 'temporal-polyfill';
import { listOf, type Message, paragraph, strong } from '../../../core/message/messages/message.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import {
  changesSection,
  type DigestChange,
  type DigestNews,
  type DigestTimes,
  lateSection,
  type PartOf,
  partsSection,
  ratedLine,
  type Waiting,
  waitingSection,
  weekText,
  whyDigest,
} from './digest-sections.ts';

export type OwnerDigestFacts = DigestTimes &
  DigestNews & {
    /** What they own or stand in for. */
    readonly objectives: readonly Objective[];
    readonly changes: readonly DigestChange[];
    /** What is asked of them themselves. */
    readonly waiting: readonly Waiting[];
    /** Milestones and actions of theirs that are overdue or due soon, the earliest first. */
    readonly coming: readonly PartOf[];
    readonly today: Temporal.PlainDate;
  };

/** The digest. */
export function ownerDigest(facts: OwnerDigestFacts): Message {
  const { objectives, waiting, coming, now, today } = facts;
  return {
    title: `Your part of the plan: ${weekText(facts)}`,
    blocks: [
      ...lateSection(facts),
      ...changesSection(facts.changes, facts, facts),
      ...waiting.flatMap((one) => waitingSection(one, now, dueText)),
      ...partsSection('Coming up', coming, today),
      paragraph(strong('Where yours stand')),
      ...(objectives.length === 0
        ? [paragraph('You answer for no objective.')]
        : listOf(objectives, (one) => ratedLine(one, dueText(one)))),
    ],
    footer: whyDigest('You asked for your own digest.', 'owner'),
  };
}

function dueText({ due }: Objective): string {
  return due ? `due ${due.text}` : 'no due date is stated';
}
