// What is said where a page of the plan is not found.
import {
  type Action,
  type Block,
  buttonRow,
  paragraph,
} from '../../../core/message/messages/message.ts';
import { fits, listed, say } from '../../../core/request/messages/refusal-parts.ts';
import type { Words } from '../../../core/request/messages/refusal-words.ts';
import { lineTo, type Place } from '../domain/place.ts';
import type { SearchRefusal } from '../domain/refusal-search.ts';
import { placeText } from './place-text.ts';

/** A row of buttons holds so many. */
const MOST = 10;

/** The words, reason by reason. */
export const searchRefusals: Words<SearchRefusal> = {
  'unknown-page': ({ typed, pages }) =>
    say(`The plan has no “${typed}”`, [
      ...(pages.length > 0
        ? [paragraph('It has these:'), ...choices(pages)]
        : [paragraph('None of that kind is in the plan.')]),
      buttonRow([{ label: 'Look for the words', line: `find ${typed}` }]),
    ]),
  'several-pages': ({ typed, pages }) =>
    say(`Which “${typed}”?`, [paragraph('These have that name:'), ...choices(pages)]),
};

function choices(pages: readonly Place[]): Block[] {
  return [
    listed(pages.map(placeText)),
    buttonRow(
      pages
        .slice(0, MOST)
        .map((page): Action => ({ label: placeText(page).slice(0, 60), line: lineTo(page) }))
        .filter(fits),
    ),
  ];
}
