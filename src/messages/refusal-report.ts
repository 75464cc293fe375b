// The refusals of highlight reports and the families' page.
import type { ReportRefusal } from '../domain/refusal-report.ts';
import { code, type Message, paragraph } from './message.ts';
import { button, say } from './refusal-parts.ts';

/** The refusal as a message. */
export function reportRefusal(refusal: ReportRefusal): Message {
  switch (refusal.code) {
    case 'highlight-approved':
      return say(`The report of ${refusal.report} is approved already`, [
        paragraph(
          `Nothing was changed: version ${refusal.version} was approved${refusal.by ? ` by ${refusal.by}` : ''}, and stays as it is. A new version begins with its words.`,
        ),
        ...button({ label: 'Begin a new version', line: refusal.line }),
      ]);
    case 'highlight-moved-on':
      return say(`Somebody wrote in the report of ${refusal.report} meanwhile`, [
        paragraph(
          'Nothing was changed. Look at what it says now, and send yours again: ',
          code(`/pap ${refusal.line}`),
        ),
        ...button({ label: 'Show it as it is now', line: refusal.line }),
      ]);
    case 'highlight-is-draft':
      return say(`Version ${refusal.version} of ${refusal.report} is not approved yet`, [
        paragraph('Nothing was changed: a new version begins when the one before is approved.'),
      ]);
    case 'unknown-highlight':
      return say(`There is no version ${refusal.version} of ${refusal.report}`, [
        paragraph('Those that there are: ', code(`/pap ${refusal.line}`)),
      ]);
    default:
      return refusal satisfies never;
  }
}
