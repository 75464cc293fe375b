// The refusals of highlight reports and the families' page.
import type { ReportRefusal } from '../domain/refusal-report.ts';
import type { SmallCount } from '../domain/small-count-words.ts';
import { type Block, code, inline, type Message, paragraph, strong } from './message.ts';
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
    case 'unknown-family-subject':
      return say(`There is no ${refusal.kind === 'kpi' ? 'KPI' : 'quote'} ${refusal.number}`, [
        paragraph(
          'Nothing was changed. ',
          ...(refusal.kind === 'kpi'
            ? ['KPIs are numbered in the order of the themes’ tables: ', code('/pap kpi theme 1')]
            : ['Those that there are: ', code('/pap admin families consent')]),
        ),
      ]);
    case 'not-publishable':
      return say(`Quote ${refusal.number} may not be published`, [
        paragraph(
          `Nothing was changed: the record has no consent to it of whoever said it (${refusal.role}). When you have it, record it: `,
          code(`/pap admin families consent ${refusal.number} parent, on a form`),
        ),
      ]);
    case 'unknown-family-item':
      return say(`There is no item ${refusal.number} on the families’ page`, [
        paragraph('Nothing was changed. Those that are on it: ', code('/pap admin families')),
      ]);
    case 'empty-page':
      return say('Nothing is agreed for the families’ page yet', [
        paragraph(
          'Begin with ',
          code('/pap admin families add 2B:2 Every child will have a named person to talk to'),
        ),
      ]);
    case 'unexplained-words':
      return say('Some abbreviations on the page are not explained', [
        paragraph('The page was not made. Explain each of them:'),
        {
          kind: 'list',
          items: refusal.terms.map((term) =>
            inline(code(`/pap admin families term ${term} what it means`)),
          ),
        },
      ]);
    case 'page-personal-data':
      return say('A text on the page tells of a person', [
        paragraph(
          'The page was not made. Withdraw the words that do, and agree others: ',
          code('/pap admin families'),
        ),
      ]);
    case 'small-counts':
      return say('The words tell a number under five', [
        paragraph('Nothing was recorded: a number so small could point at a child. Type instead:'),
        insteadOf(refusal.found),
        ...button({ label: 'Say it so', line: refusal.line }),
      ]);
    case 'page-small-counts':
      return say('Some words on the page tell a number under five', [
        paragraph('The page was not made: a number so small could point at a child.'),
        ...refusal.places.flatMap(({ where, found, line }) => [
          paragraph(strong(where)),
          insteadOf(found),
          paragraph('Put it right: ', code(`/pap ${line}`)),
        ]),
      ]);
    default:
      return refusal satisfies never;
  }
}

function insteadOf(found: readonly SmallCount[]): Block {
  return {
    kind: 'list',
    items: found.map(({ words, instead }) => inline(`“${instead}” in place of “${words}”`)),
  };
}
