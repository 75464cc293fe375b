// What is said where something about a KPI is refused.

import { code, paragraph } from '../../../core/message/messages/message.ts';
import { button, fits, onDay, say } from '../../../core/request/messages/refusal-parts.ts';
import type { Words } from '../../../core/request/messages/refusal-words.ts';
import { problemText } from '../../figures/messages/kpi-value-words.ts';
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
