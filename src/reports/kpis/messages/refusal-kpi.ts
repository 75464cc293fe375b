// What is said where something about a KPI is refused.

import { code, paragraph } from '../../../core/message/messages/message.ts';
import { button, fits, onDay, say } from '../../../core/request/messages/refusal-parts.ts';
import type { Words } from '../../../core/request/messages/refusal-words.ts';
import type { ValueProblem } from '../../figures/domain/kpi-value.ts';
import type { KpiRefusal } from '../domain/refusal-kpi.ts';

/** The words, reason by reason. */
export const kpiRefusals: Words<KpiRefusal> = {
  'unknown-kpi': (refusal) =>
    say(`There is no KPI “${refusal.typed}”`, [
      paragraph(
        refusal.last === 0
          ? 'Nothing was changed: the plan has no KPIs.'
          : `Nothing was changed. KPIs go by their number, 1 to ${refusal.last}: `,
        ...(refusal.last === 0
          ? []
          : [code('/pap kpi show 12'), '. ', code('/pap kpi theme 1'), ' lists those of a theme.']),
      ),
    ]),
  'unreadable-figure': (refusal) =>
    say(`I cannot read “${refusal.typed}” for certain`, [
      paragraph(`Nothing was saved: ${problemText(refusal.problem)}`),
      ...(refusal.ways.length === 0
        ? []
        : [
            paragraph('What did you mean? Press it, and I will say how I read it.'),
            {
              kind: 'actions' as const,
              actions: refusal.ways.map(({ value, line }) => ({ label: value, line })).filter(fits),
            },
          ]),
      ...(refusal.asText === null
        ? []
        : [
            paragraph(
              'You can also keep the words as they are. They are shown, and count as no figure.',
            ),
            ...button({ label: 'Keep as text', line: refusal.asText }),
          ]),
      paragraph(
        'Forms that work: ',
        code('7.47% (337)'),
        ', ',
        code('24.80% of 226 EHCPs'),
        ', ',
        code('378 days'),
        ', ',
        code('14 of 20'),
        ', ',
        code('5,427'),
        '. Where there is no figure: ',
        code('Data not available'),
        '.',
      ),
    ]),
  'target-not-there': (refusal) =>
    say(targetTitle(refusal), [
      paragraph(
        'Nothing was changed. ',
        code(`/pap kpi show ${refusal.number}`),
        ' says how it stands; a new target is proposed with ',
        code(`/pap kpi target ${refusal.number} at most 5%`),
        '.',
      ),
    ]),
  'meeting-not-held': (refusal) =>
    say(`${refusal.meeting} of ${onDay(refusal.on)} has not been held yet`, [
      paragraph(
        `Nothing was changed: the target of KPI ${refusal.number} stays agreed. Record the sign-off on the day of the meeting or after it.`,
      ),
    ]),
  'meeting-called-off': (refusal) =>
    say(`${refusal.meeting} of ${onDay(refusal.on)} was called off`, [
      paragraph(
        'Nothing was changed: it signed nothing off. ',
        code('/pap admin cycle'),
        ' lists the meetings.',
      ),
    ]),
  'minutes-agreed': (refusal) =>
    say(`The minutes of ${refusal.meeting} of ${onDay(refusal.on)} are agreed`, [
      paragraph(
        `Nothing was changed: once its minutes are agreed, nothing is added to what a meeting decided. The target of KPI ${refusal.number} can be signed off at a later meeting.`,
      ),
    ]),
  'target-after-meeting': (refusal) =>
    say(`The target of KPI ${refusal.number} did not exist on ${onDay(refusal.on)}`, [
      paragraph(
        `Nothing was changed: it was proposed on ${onDay(refusal.proposedOn)}, after ${refusal.meeting}. Name a meeting of that day or later. `,
        code(`/pap kpi show ${refusal.number}`),
        ' says what the target is.',
      ),
    ]),
};

function targetTitle({ number, state, doing }: Extract<KpiRefusal, { code: 'target-not-there' }>) {
  if (state === null) return `KPI ${number} has no target`;
  if (state === 'signed-off') return `The target of KPI ${number} is signed off already`;
  return doing === 'agree'
    ? `The target of KPI ${number} is agreed already`
    : `The target of KPI ${number} is a draft: it has to be agreed first`;
}

/** What was wrong with a figure, and what would say it. */
export function problemText(problem: ValueProblem): string {
  switch (problem) {
    case 'point-or-comma':
      return 'a point before three digits may be a thousand or a decimal. Write 1,234 or 1.23.';
    case 'commas':
      return 'its commas do not stand where thousands end. Write 1,234 or 12.34.';
    case 'several-points':
      return 'it has more than one decimal point. Write one figure, such as 1,234.5.';
    case 'leading-zero':
      return 'it begins with a nought that a figure does not have. Leave the nought out.';
    case 'too-many-digits':
      return 'it has more digits than can be kept exactly. Write 1.2 million or £1.2bn.';
    case 'no-figure':
      return 'it states no figure, and does not say that there is none. Write the figure, or Data not available.';
    case 'spreadsheet-error':
      return 'it is the error of a spreadsheet, not a figure. Write the figure that the sheet should show, or Data not available.';
    case 'rating-only':
      return 'it is a rating and no figure. Write the figure, with the rating behind it if you like: 45% Amber.';
    case 'nought-or-nothing':
      return 'it may mean nought, or that nothing is known. Write 0 or Data not available.';
    case 'change-only':
      return 'it says by how much, and not to what. Write the figure, with the change behind it: 45% (up 12%).';
    case 'others-figure':
      return 'the figure of the KPI itself is missing. Write that first: 45% (England 46%), 45% (target 50%).';
    case 'bracketed':
      return 'a figure in brackets alone may be less than nought. Write -3.2% or 3.2%.';
    case 'million-or-unit':
      return 'the letters behind the figure may be millions, months or metres. Write 1.2 million or £1.2m.';
    case 'time-or-ratio':
      return 'it may be a time or a ratio. Write 10 minutes 30 seconds for a time, 1:3 for a ratio.';
    case 'period-in-parts':
      return 'its period stands in two pieces. Write it in one: 45% (Q3 2021/22).';
    case 'year-or-share':
      return 'what stands in brackets may be a year or a part. Write 45% (2021/22) or 45% (21 of 22).';
    case 'count-impossible':
      return 'no whole number of people makes that count such a percentage. Write [1] for a footnote, n=20 for the number asked.';
    case 'period-only':
      return 'it names a period and no figure of it. Write the figure first: 45% (Q2 2023/24).';
    case 'year-or-count':
      return 'it may be a year or a count. Write 2,023 or 2023 pupils for a count.';
    case 'date-or-share':
      return 'it may be a date or a share. Write 3 of 10 for a share.';
    case 'two-figures':
      return 'it has more than one figure, and nothing says how they belong together. Say it of each: 45% (331), 45% (England 46%), 45% (target 50%), 45% (was 43%); or record them one by one.';
    case 'range':
      return 'it may be a range, a ratio or a change. Write 10-20 for a range, 1:12 for a ratio, 20% (was 10%) for a change.';
    case 'part-over-whole':
      return 'it is more than the whole that it is a part of, or less than nothing. Check the two figures.';
    case 'of-nothing':
      return 'it is a part of nothing. Check the number behind “of”.';
    case 'unknown-words':
      return 'I do not know what the words around the figure make of it. Set them in brackets behind it: 45% (in their own words).';
    case 'too-long':
      return 'it is longer than a figure. Keep it to the figure, and put the rest in a comment.';
    default:
      return problem satisfies never;
  }
}
