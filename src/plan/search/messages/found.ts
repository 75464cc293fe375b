// What a search found: each place, the words there, and the line that shows it.
import {
  bullets,
  buttonRow,
  code,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import { fits } from '../../../core/request/messages/refusal-parts.ts';
import type { Search } from '../domain/found.ts';
import { lineTo } from '../domain/place.ts';
import { placeText } from './place-text.ts';

/** So many places have a button; all have their line. */
const BUTTONS = 3;

/** The answer to `find`. */
export function foundMessage({ hits, total, words, how, skip }: Search): Message {
  const more = total - skip - hits.length;
  if (hits.length === 0)
    return {
      title: skip > 0 ? 'That was all of it' : 'Nothing in the plan says that',
      blocks: [
        paragraph(
          skip > 0
            ? 'There are no more places.'
            : 'I looked through the objectives and their parts, notes, KPIs, themes, projects, the self-evaluation and what the documents say. Try fewer or other words.',
        ),
        buttonRow([
          { label: 'The whole plan', line: 'show plan' },
          { label: 'My objectives', line: 'mine' },
        ]),
      ],
    };
  const lines = [...new Set(hits.map(lineTo))];
  return {
    title: titleOf(total, how),
    blocks: [
      bullets(
        hits.map((hit) =>
          inline(strong(placeText(hit)), ` — ${hit.excerpt} `, code(`/pap ${lineTo(hit)}`)),
        ),
      ),
      ...(more > 0 ? [paragraph(`And ${more} more.`)] : []),
      buttonRow(
        [
          ...lines.slice(0, BUTTONS).map((line) => ({ label: `Open: ${line}`.slice(0, 60), line })),
          ...(more > 0
            ? [{ label: 'More', line: `find ${words} from ${skip + hits.length + 1}` }]
            : []),
        ].filter(fits),
      ),
    ],
  };
}

function titleOf(total: number, how: Search['how']): string {
  const places = total === 1 ? 'one place' : `${total} places`;
  return how === 'any'
    ? `No place has all of these words; ${places} ${total === 1 ? 'has' : 'have'} some of them`
    : `Found in ${places}`;
}
