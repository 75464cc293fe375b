// What the demonstration's clock jumps to: each step of a cycle and each digest, one after another.
import { describe, expect, it } from 'vitest';
import { type DueStep, nextDueStep } from '../../../../src/service/jobs/domain/next-step.ts';
import { at, cycle, day, inLondon, london } from '../../../support/rules/builders.ts';

describe('nextDueStep', () => {
  it('goes through a whole cycle in order', () => {
    const steps: string[] = [];
    let now = at('2024-06-28T12:00');
    for (let count = 0; count < 13; count++) {
      const step = nextDueStep([cycle()], now, london);
      steps.push(`${inLondon(step.at).slice(0, 16)} ${step.what}`);
      now = step.at;
    }

    expect(steps).toEqual([
      '2024-07-01T09:30 digest',
      '2024-07-01T10:00 open',
      '2024-07-05T10:00 nudge',
      '2024-07-08T09:30 digest',
      '2024-07-09T10:00 last-call',
      '2024-07-10T10:00 due-today',
      '2024-07-11T10:00 overdue',
      '2024-07-12T10:00 roll-up',
      '2024-07-15T09:30 digest',
      '2024-07-16T10:00 office',
      '2024-07-16T17:00 freeze',
      '2024-07-22T09:30 digest',
      '2024-07-25T00:00 meeting-over',
    ]);
  });

  it.each<[string, string, DueStep['what']]>([
    ['a second before a step, that step', '2024-07-05T09:59:59', 'nudge'],
    ['at a step, the one after it', '2024-07-05T10:00:00', 'digest'],
  ])('is, %s', (_name, now, what) => {
    expect(nextDueStep([cycle()], at(now), london).what).toBe(what);
  });

  it('stops again at the hours from which people want to be chased, where they come after the step', () => {
    const stops = ['2024-07-01T09:45', '2024-07-01T10:00', '2024-07-01T14:00'].map((now) => {
      const step = nextDueStep([cycle()], at(now), london, [9, 14]);
      return `${inLondon(step.at).slice(0, 16)} ${step.what}`;
    });

    expect(stops).toEqual([
      '2024-07-01T10:00 open',
      '2024-07-01T14:00 open',
      '2024-07-05T10:00 nudge',
    ]);
  });

  it('takes the earliest step of several cycles', () => {
    const autumn = cycle({ id: 'cycle-autumn', meetingDate: day('2024-09-25') });

    const step = nextDueStep([autumn, cycle()], at('2024-07-08T12:00'), london);

    expect(step.what).toBe('last-call');
  });

  it('without any meeting is the next digest', () => {
    const step = nextDueStep([], at('2024-08-23T12:00'), london);

    expect(step.what).toBe('digest');
    expect(inLondon(step.at)).toBe('2024-08-27T09:30+01:00');
  });
});
