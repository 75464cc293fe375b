// What is said where something for the families’ page is refused.

import { bullets, code, inline, paragraph } from '../../../core/message/messages/message.ts';
import { button, say } from '../../../core/request/messages/refusal-parts.ts';
import type { Words } from '../../../core/request/messages/refusal-words.ts';
import type { FamiliesRefusal } from '../domain/refusal-families.ts';
import { reasons, stoppedBlocks } from './stopped-words.ts';

/** The words, reason by reason. */
export const familiesRefusals: Words<FamiliesRefusal> = {
  'unknown-family-subject': (refusal) =>
    say(`There is no ${refusal.kind === 'kpi' ? 'KPI' : 'quote'} ${refusal.number}`, [
      paragraph(
        'Nothing was changed. ',
        ...(refusal.kind === 'kpi'
          ? ['KPIs are numbered in the order of the themes’ tables: ', code('/pap kpi theme 1')]
          : ['Those that there are: ', code('/pap admin families consent')]),
      ),
    ]),
  'not-publishable': (refusal) =>
    say(`Quote ${refusal.number} may not be published`, [
      paragraph(
        `Nothing was changed: the record has no consent to it of whoever said it (${refusal.role}). When you have it, record it: `,
        code(`/pap admin families consent ${refusal.number} parent, on a form`),
      ),
    ]),
  'unknown-family-item': (refusal) =>
    say(`There is no item ${refusal.number} on the families’ page`, [
      paragraph('Nothing was changed. Those that are on it: ', code('/pap admin families')),
    ]),
  'empty-page': () =>
    say('Nothing is agreed for the families’ page yet', [
      paragraph(
        'Begin with ',
        code('/pap admin families add 2B:2 Every child will have a named person to talk to'),
      ),
    ]),
  'unexplained-words': (refusal) =>
    say('Some abbreviations on the page are not explained', [
      paragraph('The page was not made. Explain each of them:'),
      bullets(
        refusal.terms.map((term) => inline(code(`/pap admin families term ${term} what it means`))),
      ),
    ]),
  'page-personal-data': () =>
    say('A text on the page tells of a person', [
      paragraph(
        'The page was not made. Withdraw the words that do, and agree others: ',
        code('/pap admin families'),
      ),
    ]),
  'small-counts': (refusal) =>
    say('The words may tell a number under five', [
      paragraph('Nothing was recorded: a number so small could point at a child. I found:'),
      reasons(refusal.found),
      paragraph(
        'Say “fewer than five”, “most” or “some” instead, or leave the number out. If they tell no number of people, ask for approval; a second person then has to approve them before families can read them.',
      ),
      ...button({ label: 'Ask for approval', line: refusal.line }),
    ]),
  'page-small-counts': (refusal) =>
    say('Some words on the page may tell a number under five', [
      paragraph('The page was not made: a number so small could point at a child.'),
      ...refusal.stopped.flatMap(stoppedBlocks),
    ]),
  'unknown-stopped-words': () =>
    say('No words on the page wait for approval under that code', [
      paragraph('Nothing was changed. Those that wait: ', code('/pap admin families')),
    ]),
  'second-person-needed': () =>
    say('Someone else needs to approve these words', [
      paragraph(
        'Your approval is recorded already. Ask another person from the programme office or the board to look at ',
        code('/pap admin families'),
      ),
    ]),
};
