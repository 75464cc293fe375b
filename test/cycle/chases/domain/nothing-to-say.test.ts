// Why a chase that waits for its sending is dropped: one table over everything that can overtake it.
import { expect, it } from 'vitest';
import type { ChaseStep, PastChase } from '../../../../src/core/outbox/domain/past-chase.ts';
import { decideEvidenceCalls } from '../../../../src/cycle/chases/domain/evidence-call.ts';
import {
  type ChaseSubject,
  nothingToSay,
} from '../../../../src/cycle/chases/domain/nothing-to-say.ts';
import type { Review } from '../../../../src/cycle/cycles/domain/cycle.ts';
import type { AbsenceFact } from '../../../../src/plan/absences/domain/absence-fact.ts';
import { at, cycle, day } from '../../../support/rules/builders.ts';

const OPEN = '2024-07-01T10:00';
const wanted = new Set(['o1']);
const none: typeof wanted = new Set();
const board: ChaseSubject = { cycle: cycle(), wanted };
/** 24 July 2024: called for on 30 June, a Sunday, so on Monday 1 July at nine; reminder 7 July, so Monday 8 July; due 17 July. */
const review: Review = {
  ...cycle({ id: 'review-july' }),
  due: { days: 5, unit: 'working', time: '17:00' },
};
const nobody: Parameters<typeof nothingToSay>[2] = { calendar: undefined, absent: [], snoozes: [] };
const away: typeof nobody = { ...nobody, absent: [{ personId: 'sam', coverId: 'kim' }] };
const snoozed: typeof nobody = {
  ...nobody,
  snoozes: [{ personId: 'sam', cycleId: 'cycle-july', until: day('2024-07-03') }],
};

it.each<[string, ChaseStep, ChaseSubject | null, typeof nobody, string, string | null]>([
  ['its time has not passed', 'open', board, nobody, OPEN, null],
  ['the next step fell due', 'open', board, nobody, '2024-07-05T10:00', 'overtaken'],
  ['the next step falls due today', 'open', board, nobody, '2024-07-05T09:00', 'overtaken'],
  ['the meeting is called off', 'open', null, nobody, OPEN, 'overtaken'],
  ['its step is one of the other kind', 'evidence-call', board, nobody, OPEN, 'overtaken'],
  ['all of it was answered', 'open', { ...board, wanted: none }, nobody, OPEN, 'answered'],
  ['somebody is away', 'open', board, away, OPEN, 'away'],
  ['it was put off', 'open', board, snoozed, OPEN, 'put off'],
  ['a report cannot be put off', 'roll-up', board, snoozed, '2024-07-12T10:00', null],
  ['evidence is still wanted', 'evidence-call', { review, wanted }, nobody, OPEN, null],
  [
    ...(['the reminder fell due', 'evidence-call', { review, wanted }] as const),
    ...([nobody, '2024-07-08T09:00', 'overtaken'] as const),
  ],
  [
    ...(['the evidence is due later today', 'evidence-reminder', { review, wanted }] as const),
    ...([nobody, '2024-07-17T09:15', 'overtaken'] as const),
  ],
  [
    ...(['the evidence is there', 'evidence-due', { review, wanted: none }] as const),
    ...([nobody, '2024-07-17T10:00', 'answered'] as const),
  ],
])('where %s: %s', (_what, step, subject, who, now, expected) => {
  const waiting = { personId: 'sam', cycleId: 'cycle-july', step, objectiveIds: ['o1', 'o2'] };
  const why = nothingToSay(waiting, subject, who, at(now));
  expect(why).toBe(expected && `${expected} before it was sent`);
});

it('lets the call that is true later today take the day’s one message, after an outage', () => {
  const gaps = [{ objectiveId: 'o1', ref: '2B:2', leadIds: ['sam'] }];
  const asked = (now: string, past: readonly PastChase[] = []) =>
    decideEvidenceCalls(review, gaps, past, at(now)).map(({ step }) => step);

  expect(asked('2024-07-16T16:00')).toEqual(['evidence-reminder']);
  expect(asked('2024-07-17T09:15')).toEqual([]);
  expect(asked('2024-07-17T10:00')).toEqual(['evidence-due']);
});

it.each<[string, AbsenceFact[], string[]]>([
  ['nobody is away', [], ['sam: o1', 'kim: o2']],
  ['one is, with a cover', [{ personId: 'sam', coverId: 'alex' }], ['alex: o1', 'kim: o2']],
  ['the other covers', [{ personId: 'sam', coverId: 'kim' }], ['kim: o1 o2']],
  ['one is, without a cover', [{ personId: 'sam', coverId: null }], ['kim: o2']],
])('calls for evidence by the rules of the chase where %s', (_what, absent, expected) => {
  const july = { from: day('2024-07-01'), until: day('2024-07-31') };
  const gaps = [
    { objectiveId: 'o1', ref: '1.2', leadIds: ['sam'] },
    { objectiveId: 'o2', ref: 'SEND-14', leadIds: ['kim'] },
  ];

  const decided = decideEvidenceCalls(review, gaps, [], at('2024-07-16T16:00'), {
    absences: absent.map((one) => ({ ...one, ...july })),
  });

  expect(
    decided.map(({ personId, objectiveIds }) => `${personId}: ${objectiveIds.join(' ')}`),
  ).toEqual(expected);
});
