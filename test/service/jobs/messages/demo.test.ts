// What the demonstration says of its clock and of each step.
import { describe, expect, it } from 'vitest';
import type { DueStep } from '../../../../src/service/jobs/domain/next-step.ts';
import { demoClockMessage, demoStepMessage } from '../../../../src/service/jobs/messages/demo.ts';
import { at, london } from '../../../support/rules/builders.ts';
import { bodyOf } from '../../../support/world/read-message.ts';

const stepTexts: Record<DueStep['what'], string> = {
  open: 'Due now: the first request for returns.',
  nudge: 'Due now: the reminder, three working days before the deadline.',
  'last-call': 'Due now: the last call, a working day before the deadline.',
  'due-today': 'Due now: the reminder on the day of the deadline.',
  overdue: 'Due now: the message to whoever is overdue, a working day after the deadline.',
  'roll-up': 'Due now: the overdue returns to their co-chairs.',
  office: 'Due now: the programme office’s work list.',
  'evidence-call': 'Due now: the call for evidence.',
  'evidence-reminder': 'Due now: the reminder of the evidence.',
  'evidence-due': 'Due now: the reminder on the day on which evidence is due.',
  digest: 'Due now: the weekly digests.',
  freeze: 'Due now: the freeze of the papers.',
  'meeting-over': 'Due now: the end of the meeting’s day.',
};

const steps = Object.entries(stepTexts).map(([what, text]) => ({
  what: what as DueStep['what'],
  text,
}));

describe('demoClockMessage', () => {
  it('tells the time and how to move it', () => {
    const message = demoClockMessage(at('2024-07-01T10:00'), london);

    expect(message.title).toBe('The demonstration’s clock says Mon 1 July 2024, 10:00');
    expect(bodyOf(message)).toEqual(['/pap demo next moves it to the next due step.']);
  });
});

describe('demoStepMessage', () => {
  it.each(steps)('names the step $what', ({ what, text }) => {
    const message = demoStepMessage({ at: at('2024-07-01T10:00'), what, queued: [] }, london);

    expect(message.title).toBe('It is now Mon 1 July 2024, 10:00');
    expect(bodyOf(message)).toEqual([
      text,
      'Nothing had to be sent: nobody was due, or there was nothing to say.',
    ]);
  });

  it('lists who was written to', () => {
    const queued = [
      { kind: 'chase', to: 'Sam Taylor' },
      { kind: 'digest', to: '#theme-1' },
      { kind: 'rag-change', to: '#theme-1' },
      { kind: 'other', to: 'Kim Low' },
    ];

    const message = demoStepMessage({ at: at('2024-07-01T10:00'), what: 'open', queued }, london);

    expect(bodyOf(message)[1]).toBe(
      '- a chase to Sam Taylor\n- a digest to #theme-1\n- a change of rating to #theme-1\n- other to Kim Low',
    );
  });
});
