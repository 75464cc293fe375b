// The board's digest: what changed, what is current and what has faded, what it is asked to decide, and which
// reds have a road back.
import type { Temporal } from 'temporal-polyfill';
import type { ChartData } from '../../../core/message/messages/chart-data.ts';
import {
  type Block,
  inline,
  listOf,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import { countsText } from '../../../core/message/messages/rag-text.ts';
import { type NamedTheme, themeTitle } from '../../../core/themes/domain/theme-name.ts';
import type { Slippage } from '../../../cycle/ratings/domain/slippage.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import type { PlanItem } from '../../../plan/plan-items/domain/plan-item.ts';
import {
  changesSection,
  chartsSection,
  type DigestChange,
  type DigestNews,
  type DigestTimes,
  lateSection,
  type PartOf,
  partsSection,
  ratedLine,
  slippageSection,
  standsSection,
  weekText,
  whyDigest,
} from './digest-sections.ts';
import { overlapText } from './theme-overlap.ts';

export type BoardDigestFacts = DigestTimes &
  DigestNews & {
    /** All that are open. */
    readonly objectives: readonly Objective[];
    readonly themes: readonly {
      readonly theme: NamedTheme;
      readonly objectives: readonly Objective[];
    }[];
    readonly changes: readonly DigestChange[];
    readonly decisions: readonly PartOf<PlanItem<'decision'>>[];
    /** Those red, or last known as red, each with its open recovery actions. */
    readonly reds: readonly {
      readonly objective: Objective;
      readonly recovery: readonly PlanItem<'recovery'>[];
    }[];
    readonly slippage: readonly Slippage[];
    readonly charts: readonly ChartData[];
    readonly today: Temporal.PlainDate;
  };

/** The digest. */
export function boardDigest(facts: BoardDigestFacts): Message {
  const { reds, today } = facts;
  return {
    title: `The plan: ${weekText(facts)}`,
    blocks: [
      ...lateSection(facts),
      ...changesSection(facts.changes, facts, facts),
      ...standsSection(facts.objectives, 'The plan has no open objective.'),
      ...byTheme(facts),
      ...partsSection('Decisions needed', facts.decisions, today),
      ...(reds.length > 0
        ? [
            paragraph(strong('Red, and the road back')),
            ...listOf(reds, ({ objective, recovery }) => ratedLine(objective, roadText(recovery))),
          ]
        : []),
      ...slippageSection(facts.slippage),
      ...chartsSection(facts.charts),
    ],
    footer: whyDigest('You asked for the board’s digest.', 'board'),
  };
}

/** Those in no theme have a line too, so that the lines are the whole plan. */
function byTheme({ themes, objectives }: BoardDigestFacts): Block[] {
  const placed = themes.filter((one) => one.objectives.length > 0);
  if (placed.length === 0) return [];
  const known = new Set(placed.flatMap((one) => one.objectives.map(({ id }) => id)));
  const unplaced = objectives.filter(({ id }) => !known.has(id));
  const overlap = overlapText(objectives);
  return [
    ...listOf(
      [
        ...placed.map((one) => ({ name: themeTitle(one.theme), rated: one.objectives })),
        ...(unplaced.length > 0 ? [{ name: 'In no theme', rated: unplaced }] : []),
      ],
      ({ name, rated }) => inline(strong(`${name}: `), countsText(rated)),
    ),
    ...(overlap ? [paragraph(overlap)] : []),
  ];
}

function roadText(recovery: readonly PlanItem<'recovery'>[]): string {
  if (recovery.length === 0) return 'no road back is recorded';
  return recovery
    .map(({ title, due, detail }) =>
      [title, due ? `by ${due.text}` : '', detail.who ?? 'nobody named yet']
        .filter((part) => part !== '')
        .join(', '),
    )
    .join('; ');
}
