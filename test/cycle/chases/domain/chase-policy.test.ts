// Who is chased and when: every step at its border, quiet hours, and what an outage may not cause.
import fc from 'fast-check';
import type { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../../../src/core/dates/domain/working-days.ts';
import type { ChaseStep, PastChase } from '../../../../src/core/outbox/domain/past-chase.ts';
import type { OutstandingReturn } from '../../../../src/cycle/chases/domain/chase-audience.ts';
import {
  type ChaseDecision,
  decideChases,
} from '../../../../src/cycle/chases/domain/chase-policy.ts';
import { defaultSteps } from '../../../../src/cycle/cycles/domain/chase-rules.ts';
import {
  chaseStepAt,
  currentStep,
  isSendingTime,
} from '../../../../src/cycle/cycles/domain/chase-steps.ts';
import type { Cycle } from '../../../../src/cycle/cycles/domain/cycle.ts';
import { at, cycle, day, inLondon, london, rules } from '../../../support/rules/builders.ts';

function owed(changes: Partial<OutstandingReturn> = {}): OutstandingReturn {
  return {
    ...{ objectiveId: 'o1', ref: '2B:2', ownerIds: ['sam'], deputyIds: [], themeIds: ['t1'] },
    ...changes,
  };
}

function chased(step: ChaseStep, on: string, changes: Partial<PastChase> = {}): PastChase {
  return {
    ...{ personId: 'sam', cycleId: 'cycle-july', step, on: day(on), objectiveIds: ['o1'] },
    outcome: 'sent',
    ...changes,
  };
}

describe('the escalation schedule', () => {
  it.each<[ChaseStep, string]>([
    ['open', '2024-07-01T10:00+01:00'],
    ['nudge', '2024-07-05T10:00+01:00'],
    ['last-call', '2024-07-09T10:00+01:00'],
    ['due-today', '2024-07-10T10:00+01:00'],
    ['overdue', '2024-07-11T10:00+01:00'],
    ['roll-up', '2024-07-12T10:00+01:00'],
    ['office', '2024-07-16T10:00+01:00'],
  ])('has %s at %s for the meeting of 24 July 2024', (step, expected) => {
    const rule = defaultSteps.find((one) => one.step === step);

    expect(rule && inLondon(chaseStepAt(cycle(), rule))).toBe(expected);
  });

  it('steps over a bank holiday', () => {
    const september = cycle({ meetingDate: day('2024-09-11') });

    const times = defaultSteps.map((rule) => inLondon(chaseStepAt(september, rule)).slice(0, 10));

    expect(times).toEqual([
      ...['2024-08-16', '2024-08-22', '2024-08-27', '2024-08-28'],
      ...['2024-08-29', '2024-08-30', '2024-09-03'],
    ]);
  });

  it('includes deputies at the last call and once it is overdue', () => {
    const steps = defaultSteps
      .filter(({ to }) => to === 'owners-and-deputies')
      .map(({ step }) => step);

    expect(steps).toEqual(['last-call', 'overdue']);
  });
});

describe('currentStep', () => {
  it.each<[string, ChaseStep | null]>([
    ['2024-06-30T12:00:00', null],
    ['2024-07-01T09:59:59', null],
    ['2024-07-01T10:00:00', 'open'],
    ['2024-07-05T09:59:59', 'open'],
    ['2024-07-05T10:00:00', 'nudge'],
    ['2024-07-09T09:59:59', 'nudge'],
    ['2024-07-09T10:00:00', 'last-call'],
    ['2024-07-10T09:59:59', 'last-call'],
    ['2024-07-10T10:00:00', 'due-today'],
    ['2024-07-10T17:00:00', 'due-today'],
    ['2024-07-10T17:00:01', null],
    ['2024-07-11T09:59:59', null],
    ['2024-07-11T10:00:00', 'overdue'],
    ['2024-07-16T17:00:00', 'overdue'],
    ['2024-07-16T17:00:01', null],
    ['2024-07-24T10:00:00', null],
  ])('at %s is %s', (now, step) => {
    expect(currentStep(cycle(), at(now))?.step ?? null).toBe(step);
  });

  it('has no reminder on the day where returns are due before it would go out', () => {
    const own = rules(10, '09:00', 6);

    expect(currentStep(cycle({ rules: own }), at('2024-07-10T09:00:00'))?.step).toBe('last-call');
    expect(currentStep(cycle({ rules: own }), at('2024-07-10T09:00:01'))).toBeNull();
    expect(currentStep(cycle({ rules: own }), at('2024-07-10T10:00:00'))).toBeNull();
  });
});

describe('isSendingTime', () => {
  it.each([
    ['a second before nine', '2024-07-10T08:59:59', false],
    ['nine', '2024-07-10T09:00:00', true],
    ['half past four', '2024-07-10T16:30:00', true],
    ['a minute later', '2024-07-10T16:31:00', false],
    ['midnight', '2024-07-10T00:00:00', false],
    ['a Saturday', '2024-07-13T10:00:00', false],
    ['a Sunday', '2024-07-14T10:00:00', false],
    ['a bank holiday', '2024-08-26T10:00:00', false],
    ['Christmas Eve', '2024-12-24T10:00:00', true],
    ['nine in winter', '2024-12-10T09:00:00', true],
    ['a second before nine in winter', '2024-12-10T08:59:59', false],
  ])('%s', (_name, now, expected) => {
    expect(isSendingTime(at(now), london)).toBe(expected);
  });

  it('goes by the partnership’s time zone', () => {
    expect(isSendingTime(at('2024-07-10T10:00'), 'America/New_York')).toBe(false);
    expect(isSendingTime(at('2024-07-10T15:00'), 'America/New_York')).toBe(true);
  });
});

describe('decideChases', () => {
  const atLastCall = at('2024-07-09T10:00');

  it('asks an owner once for everything that they owe', () => {
    const outstanding = [
      owed(),
      owed({ objectiveId: 'o2', ref: '2B:3' }),
      owed({ objectiveId: 'o3', ref: '3A:1', ownerIds: ['kim'] }),
    ];

    expect(decideChases(cycle(), outstanding, [], at('2024-07-01T10:00'))).toEqual([
      {
        ...{ cycleId: 'cycle-july', personId: 'sam', step: 'open', passed: [] },
        objectiveIds: ['o1', 'o2'],
      },
      {
        ...{ cycleId: 'cycle-july', personId: 'kim', step: 'open', passed: [] },
        objectiveIds: ['o3'],
      },
    ]);
  });

  it('asks each of two owners', () => {
    const decisions = decideChases(
      cycle(),
      [owed({ ownerIds: ['sam', 'kim'] })],
      [],
      at('2024-07-01T10:00'),
    );

    expect(decisions.map(({ personId }) => personId)).toEqual(['sam', 'kim']);
  });

  it('asks nobody when nothing is outstanding or nobody owns it', () => {
    expect(decideChases(cycle(), [], [], atLastCall)).toEqual([]);
    expect(decideChases(cycle(), [owed({ ownerIds: [] })], [], atLastCall)).toEqual([]);
  });

  it.each<[string, readonly string[]]>([
    ['2024-07-01T10:00', ['sam']],
    ['2024-07-05T10:00', ['sam']],
    ['2024-07-09T10:00', ['sam', 'alex']],
    ['2024-07-10T10:00', ['sam']],
    ['2024-07-11T10:00', ['sam', 'alex']],
  ])('at %s writes to %j', (now, people) => {
    const decisions = decideChases(cycle(), [owed({ deputyIds: ['alex'] })], [], at(now));

    expect(decisions.map(({ personId }) => personId)).toEqual(people);
  });

  it('sends the owner who is also a deputy one message, each objective once', () => {
    const outstanding = [
      owed({ deputyIds: ['sam'] }),
      owed({ objectiveId: 'o2', ownerIds: ['kim'], deputyIds: ['sam'] }),
    ];

    const own = decideChases(cycle(), outstanding, [], atLastCall).filter(
      ({ personId }) => personId === 'sam',
    );

    expect(own.map(({ objectiveIds }) => objectiveIds)).toEqual([['o1', 'o2']]);
  });

  it.each([
    ['before nine', '2024-07-09T08:59'],
    ['after half past four', '2024-07-09T16:31'],
    ['on a Saturday', '2024-07-06T11:00'],
    ['before the cycle opens', '2024-07-01T09:30'],
    ['between the deadline and the next morning', '2024-07-11T09:45'],
    ['while the papers are frozen', '2024-07-17T10:00'],
    ['after the meeting', '2024-07-25T10:00'],
  ])('is silent %s', (_name, now) => {
    expect(decideChases(cycle(), [owed()], [], at(now))).toEqual([]);
  });

  it('is silent on a bank holiday and goes on the day after', () => {
    const september = cycle({ meetingDate: day('2024-09-11') });

    expect(decideChases(september, [owed()], [], at('2024-08-26T11:00'))).toEqual([]);
    expect(decideChases(september, [owed()], [], at('2024-08-27T11:00'))).toHaveLength(1);
  });

  it('sends no step twice', () => {
    const past = [chased('open', '2024-07-01')];

    expect(decideChases(cycle(), [owed()], past, at('2024-07-01T10:15'))).toEqual([]);
    expect(decideChases(cycle(), [owed()], past, at('2024-07-04T10:00'))).toEqual([]);
    expect(decideChases(cycle(), [owed()], past, at('2024-07-05T10:00'))).toHaveLength(1);
  });

  it('sends a person one message a day, whichever meeting it is for', () => {
    const past = [chased('due-today', '2024-07-09', { cycleId: 'cycle-other' })];

    expect(decideChases(cycle(), [owed()], past, at('2024-07-09T12:00'))).toEqual([]);
    expect(decideChases(cycle(), [owed()], past, at('2024-07-10T10:00'))).toHaveLength(1);
  });

  it('does not hold one person’s message back for what another had', () => {
    const past = [chased('last-call', '2024-07-09', { personId: 'kim' })];

    expect(decideChases(cycle(), [owed()], past, atLastCall)).toHaveLength(1);
  });

  it('keeps to five messages a person in one cycle', () => {
    const four = ['2024-07-01', '2024-07-02', '2024-07-03', '2024-07-04'].map((on) =>
      chased('open', on),
    );
    const five = [...four, chased('nudge', '2024-07-05')];

    const notSent = [...four, chased('nudge', '2024-07-05', { outcome: 'passed' })];

    expect(decideChases(cycle(), [owed()], four, atLastCall)).toHaveLength(1);
    expect(decideChases(cycle(), [owed()], notSent, atLastCall)).toHaveLength(1);
    expect(decideChases(cycle(), [owed()], five, atLastCall)).toEqual([]);
  });

  it('drops the steps that an outage swallowed', () => {
    const decisions = decideChases(cycle(), [owed()], [], at('2024-07-10T14:00'));

    expect(decisions.map(({ step, passed }) => [step, ...passed])).toEqual([
      ['due-today', 'open', 'nudge', 'last-call'],
    ]);
  });

  it('lists a dropped step once', () => {
    const past = [
      chased('open', '2024-07-01'),
      chased('nudge', '2024-07-09', { outcome: 'passed' }),
    ];

    const decisions = decideChases(cycle(), [owed()], past, at('2024-07-10T14:00'));

    expect(decisions.map(({ passed }) => passed)).toEqual([['last-call']]);
  });

  it.each([
    ['the opening request before the reminder', '2024-07-05', 'nudge'],
    ['the reminder before the last call', '2024-07-09', 'last-call'],
    ['the last call before the reminder on the day', '2024-07-10', 'due-today'],
  ])('does not catch up with %s of the same day', (_name, today, step) => {
    const early = decideChases(cycle(), [owed()], [], at(`${today}T09:00`));
    const onTime = decideChases(cycle(), [owed()], [], at(`${today}T10:00`));

    expect(early).toEqual([]);
    expect(onTime.map((decision) => decision.step)).toEqual([step]);
  });

  it('does catch up with the last call where the day’s own reminder would come too late', () => {
    const own = rules(10, '09:30', 6);

    const decisions = decideChases(cycle({ rules: own }), [owed()], [], at('2024-07-10T09:15'));

    expect(decisions.map(({ step }) => step)).toEqual(['last-call']);
  });

  it('still sends the opening request some days late when nothing newer is due', () => {
    const decisions = decideChases(cycle(), [owed()], [], at('2024-07-04T09:00'));

    expect(decisions.map(({ step }) => step)).toEqual(['open']);
  });
});

describe('a whole cycle, looked at every quarter of an hour', () => {
  const from = at('2024-06-24T00:00');
  const quarters = Array.from({ length: 35 * 24 * 4 }, (_, index) => index);

  it('writes five times to an owner who never answers and twice to the deputy', () => {
    const log = run([cycle()], [owed({ deputyIds: ['alex'] })], quarters);

    expect(log.map(({ personId, step, now }) => `${inLondon(now)} ${step} ${personId}`)).toEqual([
      '2024-07-01T10:00+01:00 open sam',
      '2024-07-05T10:00+01:00 nudge sam',
      '2024-07-09T10:00+01:00 last-call sam',
      '2024-07-09T10:00+01:00 last-call alex',
      '2024-07-10T10:00+01:00 due-today sam',
      '2024-07-11T10:00+01:00 overdue sam',
      '2024-07-11T10:00+01:00 overdue alex',
    ]);
  });

  it('keeps two meetings a day apart to one message a day', () => {
    const later = cycle({ id: 'cycle-later', meetingDate: day('2024-07-25') });

    const log = run([cycle(), later], [owed()], quarters);

    expect(log.map(({ cycleId, step, now }) => `${inLondon(now)} ${step} ${cycleId}`)).toEqual([
      '2024-07-01T10:00+01:00 open cycle-july',
      '2024-07-02T10:00+01:00 open cycle-later',
      '2024-07-05T10:00+01:00 nudge cycle-july',
      '2024-07-08T10:00+01:00 nudge cycle-later',
      '2024-07-09T10:00+01:00 last-call cycle-july',
      '2024-07-10T10:00+01:00 due-today cycle-july',
      '2024-07-11T10:00+01:00 overdue cycle-july',
      '2024-07-12T10:00+01:00 overdue cycle-later',
    ]);
  });

  it('holds its promises through any outages', () => {
    const outstanding = [
      owed({ deputyIds: ['alex'] }),
      owed({ objectiveId: 'o2', ownerIds: ['kim', 'sam'], deputyIds: ['alex'] }),
    ];
    const cycles = [cycle(), cycle({ id: 'cycle-later', meetingDate: day('2024-07-26') })];
    const order: readonly string[] = defaultSteps.map(({ step }) => step);
    fc.assert(
      fc.property(fc.subarray(quarters, { maxLength: 60 }), (ticks) => {
        const log = run(cycles, outstanding, ticks);

        const perDay = log.map(
          ({ personId, now }) => `${personId} ${localDate(now, london).toString()}`,
        );
        const perStep = log.map((one) => `${one.personId} ${one.cycleId} ${one.step}`);
        expect(new Set(perDay).size).toBe(log.length);
        expect(new Set(perStep).size).toBe(log.length);
        for (const { now } of log) expect(isSendingTime(now, london)).toBe(true);
        for (const { id } of cycles) {
          const steps = log
            .filter((one) => one.cycleId === id && one.personId === 'sam')
            .map(({ step }) => order.indexOf(step));
          expect(steps).toEqual(steps.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 60 },
    );
  });

  type Logged = ChaseDecision & { readonly now: Temporal.Instant };

  /** Decides at each tick and remembers it, the nearest meeting first. */
  function run(
    cycles: readonly Cycle[],
    outstanding: readonly OutstandingReturn[],
    ticks: readonly number[],
  ): Logged[] {
    const log: Logged[] = [];
    for (const tick of ticks) {
      const now = from.add({ minutes: tick * 15 });
      for (const one of cycles) {
        const past = log.map((entry) => ({
          ...entry,
          ...{ on: localDate(entry.now, london), outcome: 'sent' as const },
        }));
        log.push(...decideChases(one, outstanding, past, now).map((entry) => ({ ...entry, now })));
      }
    }
    return log;
  }
});
