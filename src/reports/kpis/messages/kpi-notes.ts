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
  'precision-differs': 'Unlike decimals',
} as const satisfies Record<SanityRule, string>;

/** The notes, each with the line that it was found in. */
export function kpiNotesMessage(notes: readonly SanityNote[]): Message {
  const title = 'Notes on the printed figures';
  if (notes.length === 0)
    return { title, blocks: [paragraph('Nothing was found that does not fit together.')] };
  return {
    title,
    blocks: [
      paragraph(
        `${notes.length} things do not fit together. Nothing was put right: the figures stay as printed, and only the programme office sees this.`,
      ),
      bullets(
        notes.map(({ rule, kpi, says, source }) =>
          inline(
            strong(`${kpi === null ? '' : `KPI ${kpi}. `}${ruleWords[rule]}: `),
            `${says}.${source ? ` (${source.document}, line ${source.line})` : ''}`,
          ),
        ),
      ),
    ],
  };
}
