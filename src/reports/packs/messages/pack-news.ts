// What is new in a board pack of objectives whose rating is the one that it was: new words, a rating that went and came
// back, an impact rating. Each stands once, with the latest words about it.

import { momentText } from '../../../core/dates/messages/when.ts';
import {
  type Cell,
  type DocumentBlock,
  documentTable,
  withShapes,
} from '../../../core/message/messages/document.ts';
import { exampleMark } from '../../../core/message/messages/example-notice.ts';
import { newsPathText } from '../../../cycle/ratings/messages/rating-news.ts';
import type { PackFacts, PackObjective } from './pack-facts.ts';

/** The table, or nothing where nothing was said. */
export function spokenTable(
  objectives: readonly PackObjective[],
  { timeZone }: Pick<PackFacts, 'timeZone'>,
): DocumentBlock[] {
  const rows = objectives.flatMap(({ objective, news }): Cell[][] => {
    const said = news.filter(({ onlyConfirmed }) => !onlyConfirmed);
    if (said.length === 0) return [];
    return [
      [
        objective.ref,
        `${objective.title}${exampleMark(objective.example)}`,
        said.map((one) => withShapes(newsPathText(one))).join('\n'),
        said
          .map(({ words, told }) =>
            words
              ? `${words.words} (${momentText(words.at, timeZone)})`
              : momentText(told.at, timeZone),
          )
          .join('\n'),
      ],
    ];
  });
  return rows.length === 0
    ? []
    : [
        documentTable(
          'New words where the delivery rating is the same',
          { Ref: 2, Objective: 6, Rating: 6, 'What was said': 8 },
          rows,
        ),
      ];
}
