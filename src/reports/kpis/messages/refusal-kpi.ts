// What is said where something about a KPI is refused.

import { code, paragraph } from '../../../core/message/messages/message.ts';
import { onDay, say } from '../../../core/request/messages/refusal-parts.ts';
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
      return 'it has more than one decimal point.';
    case 'leading-zero':
      return 'it begins with a nought that a figure does not have.';
    case 'too-many-digits':
      return 'it has more digits than can be kept exactly.';
    case 'no-figure':
      return 'it states no figure, and does not say that there is none.';
    case 'period-only':
      return 'it names a period and no figure of it.';
    case 'year-or-count':
      return 'it may be a year or a count. Write 2,023 or 2023 pupils for a count.';
    case 'date-or-share':
      return 'it may be a date or a share. Write 3 of 10 for a share.';
    case 'two-figures':
      return 'it has two figures, and nothing says how they belong together.';
    case 'range':
      return 'it is a range, and a KPI has one figure.';
    case 'part-over-whole':
      return 'it is more than the whole that it is a part of, or less than nothing.';
    case 'of-nothing':
      return 'it is a part of nothing.';
    case 'unknown-words':
      return 'I do not know what the words around the figure make of it.';
    case 'too-long':
      return 'it is longer than a figure. Keep it to the figure, and put the rest in a comment.';
    default:
      return problem satisfies never;
  }
}
