// What is said where a highlight report is refused.

import { code, paragraph } from '../../../core/message/messages/message.ts';
import { button, say } from '../../../core/request/messages/refusal-parts.ts';
import type { Words } from '../../../core/request/messages/refusal-words.ts';
import type { HighlightRefusal } from '../domain/refusal-highlight.ts';

/** The words, reason by reason. */
export const highlightRefusals: Words<HighlightRefusal> = {
  'highlight-approved': (refusal) =>
    say(`The report of ${refusal.report} is approved already`, [
      paragraph(
        `Nothing was changed: version ${refusal.version} was approved${refusal.by ? ` by ${refusal.by}` : ''}, and stays as it is. A new version begins with its words.`,
      ),
      ...button({ label: 'Begin a new version', line: refusal.line }),
    ]),
  'highlight-moved-on': (refusal) =>
    say(`Somebody wrote in the report of ${refusal.report} meanwhile`, [
      paragraph(
        'Nothing was changed. Look at what it says now, and send yours again: ',
        code(`/pap ${refusal.line}`),
      ),
      ...button({ label: 'Show it as it is now', line: refusal.line }),
    ]),
  'highlight-is-draft': (refusal) =>
    say(`Version ${refusal.version} of ${refusal.report} is not approved yet`, [
      paragraph('Nothing was changed: a new version begins when the one before is approved.'),
    ]),
  'unknown-highlight': (refusal) =>
    say(`There is no version ${refusal.version} of ${refusal.report}`, [
      paragraph('Those that there are: ', code(`/pap ${refusal.line}`)),
    ]),
};
