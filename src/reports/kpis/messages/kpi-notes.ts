// What does not fit together in the printed figures, for the programme office.

import {
  bullets,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import type { SanityNote, SanityRule } from '../domain/kpi-sanity.ts';

const ruleWords = {
  'parts-and-total': 'Parts and total',
  'points-as-per-cent': 'Percentage points called per cent',
  'change-not-as-stated': 'The stated change is not the change shown',
  'name-of-a-change': 'The name says change, the figure is a level',
  'dated-after-column': 'Later than its column',
  'dated-before-column': 'Earlier than its column',
  'columns-overlap': 'The baseline is not before what follows',
  'denominator-changed': 'Of another number',
  'rate-against-count': 'Rate against count',
  'score-as-per-cent': 'A score printed as per cent',
  'arrow-disagrees': 'The arrow does not agree',
  'arrow-not-printed': 'It moved, and no arrow says so',
} as const satisfies Record<SanityRule, string>;

/** The notes, each with the line that it was found in. */
export function kpiNotesMessage(notes: readonly SanityNote[]): Message {
  const title = 'Notes on the printed figures';
  if (notes.length === 0)
    return { title, blocks: [paragraph('Nothing was found that does not fit together.')] };
  const told = toldTogether(notes);
  return {
    title,
    blocks: [
      paragraph(
        `${notes.length} things do not fit together. Nothing was put right: the figures stay as printed, and only the programme office sees this.`,
      ),
      bullets([
        ...notes
          .filter(({ rule }) => !told.has(rule))
          .map(({ rule, kpi, says, source }) =>
            inline(
              strong(`${kpi === null ? '' : `KPI ${kpi}. `}${ruleWords[rule]}: `),
              `${says}.${source ? ` (${source.document}, line ${source.line})` : ''}`,
            ),
          ),
        ...[...told].map((rule) => togetherText(notes, rule)),
      ]),
    ],
  };
}

/** What says the same of every KPI is told once for all of them. */
const SAME_OF_ALL: readonly SanityRule[] = ['arrow-not-printed', 'name-of-a-change'];

function toldTogether(notes: readonly SanityNote[]): ReadonlySet<SanityRule> {
  return new Set(
    SAME_OF_ALL.filter((rule) => notes.filter((note) => note.rule === rule).length > 1),
  );
}

function togetherText(notes: readonly SanityNote[], rule: SanityRule) {
  const own = notes.filter((note) => note.rule === rule);
  const numbers = own.map(({ kpi }) => kpi).join(', ');
  const source = own[0]?.source;
  const lines = own.map((note) => note.source?.line).join(', ');
  return inline(
    strong(`${ruleWords[rule]}: `),
    `KPIs ${numbers}.${source ? ` (${source.document}, lines ${lines})` : ''}`,
  );
}
