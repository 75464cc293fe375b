// The programme office's digest: what changed, and all that waits for it.

import {
  type Block,
  code,
  listOf,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import type { Slippage } from '../../../cycle/ratings/domain/slippage.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import { ownersText } from '../../../plan/overview/messages/objective-card.ts';
import { type Signalled, signalsSection } from '../../signals/messages/watermelon.ts';
import {
  changesSection,
  type DigestChange,
  type DigestNews,
  type DigestTimes,
  lateSection,
  objectiveLine,
  slippageSection,
  standsSection,
  type Waiting,
  waitingSection,
  weekText,
  whyDigest,
} from './digest-sections.ts';

export type OfficeDigestFacts = DigestTimes &
  DigestNews & {
    /** All that are open. */
    readonly objectives: readonly Objective[];
    readonly changes: readonly DigestChange[];
    readonly waiting: readonly Waiting[];
    /** Those that no person owns. */
    readonly vacant: readonly Objective[];
    readonly signals: readonly Signalled[];
    /** How many messages did not arrive, or may not have. */
    readonly undelivered: number;
    readonly slippage: readonly Slippage[];
  };

/** The digest. */
export function officeDigest(facts: OfficeDigestFacts): Message {
  const { now, waiting, vacant } = facts;
  return {
    title: `Programme office: ${weekText(facts)}`,
    blocks: [
      ...lateSection(facts),
      ...changesSection(facts.changes, facts, facts),
      ...standsSection(facts.objectives, 'The plan has no open objective.'),
      ...waiting.flatMap((one) => waitingSection(one, now)),
      ...(vacant.length > 0
        ? [
            paragraph(strong('Nobody is named')),
            ...listOf(vacant, (one) => objectiveLine(one, ownersText(one))),
          ]
        : []),
      ...signalsSection(facts.signals),
      ...undeliveredSection(facts.undelivered),
      ...slippageSection(facts.slippage),
    ],
    footer: whyDigest('You are the programme office.', 'office'),
  };
}

function undeliveredSection(count: number): Block[] {
  if (count === 0) return [];
  const messages = count === 1 ? '1 message waits' : `${count} messages wait`;
  return [
    paragraph(
      strong('Not delivered'),
      ` · ${messages} for you to send again or drop: `,
      code('/pap admin delivery'),
    ),
  ];
}
