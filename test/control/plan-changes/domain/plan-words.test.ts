// The small readers of what people type about an objective's parts.
import { describe, expect, it } from 'vitest';
import { splitDateTail } from '../../../../src/core/dates/domain/date-tail.ts';
import { requireOpen } from '../../../../src/plan/objectives/domain/objective.ts';
import { parseDecisionWords } from '../../../../src/plan/plan-items/domain/decision.ts';
import { parseWorkStatus } from '../../../../src/plan/plan-items/domain/work-status.ts';
import { day, objective } from '../../../support/rules/builders.ts';

const today = day('2024-07-01');

describe('a date at the end', () => {
  it.each([
    ['six parents of the forum 12 June', 'six parents of the forum', '2024-06-12'],
    ['six parents, on 12 June 2024.', 'six parents', '2024-06-12'],
    ['two schools in June 2024', 'two schools', '2024-06-30'],
    ['the forum by the end of May', 'the forum', '2024-05-31'],
    ['12 June', '', '2024-06-12'],
  ])('of %j', (words, before, lastDay) => {
    const read = splitDateTail(words, today, 'past');

    expect(read?.kind === 'date' && [read.before, read.date.lastDay.toString()]).toEqual([
      before,
      lastDay,
    ]);
  });

  it.each(['', 'six parents', '20 of 24', 'in 6 months or so'])('of %j is none', (words) => {
    expect(splitDateTail(words, today, 'past')).toBeNull();
  });

  it.each([
    ['six parents 31 February', '31 February', 'no-such-day'],
    ['the forum by Easter 2025', 'by Easter 2025', 'no-terms'],
    ['the forum by Diwali 2024', 'by Diwali 2024', 'not-a-date'],
    ['two schools by the end of Q3', 'by the end of Q3', 'which'],
    ['two schools, 42 August 2024', '42 August 2024', 'no-such-day'],
    ['two schools by Michaelmas term 2024', 'by Michaelmas term 2024', 'not-a-date'],
  ])('of %j is never its half', (words, typed, problem) => {
    expect(splitDateTail(words, today, 'past')).toMatchObject({ kind: 'unread', typed, problem });
  });
});

describe('a decision that is needed', () => {
  it.each([
    ['a second trainer from SIAB', 'a second trainer', 'SIAB', null],
    ['a second trainer from SIAB by 24 July', 'a second trainer', 'SIAB', '2024-07-24'],
    ['money from reserves from the lead member', 'money from reserves', 'the lead member', null],
    ['who pays, from the board, by Autumn 2024', 'who pays', 'the board', '2024-11-30'],
    ['a plan from those affected by change', 'a plan', 'those affected by change', null],
  ])('%j', (words, what, from, due) => {
    const read = parseDecisionWords(words, today);

    expect(read && 'due' in read && { ...read, due: read.due?.lastDay.toString() ?? null }).toEqual(
      {
        ...{ what, from, due },
      },
    );
  });

  it('says why the date of one cannot be read', () => {
    expect(parseDecisionWords('a second trainer from SIAB by Q3', today)).toMatchObject({
      ...{ kind: 'unread', problem: 'which', typed: 'Q3' },
    });
    expect(parseDecisionWords('a second trainer from SIAB by TBC', today)).toEqual({
      ...{ what: 'a second trainer', from: 'SIAB', due: null },
    });
  });

  it.each(['', 'a second trainer', 'from SIAB', 'a trainer from', 'a trainer by 24 July'])(
    'names nobody: %j',
    (words) => {
      expect(parseDecisionWords(words, today)).toBeNull();
    },
  );
});

describe('how far an action is', () => {
  it.each([
    ['not started', 'not-started', ''],
    ['Not yet started: the post is vacant', 'not-started', 'the post is vacant'],
    ['under way 14 of 20', 'under-way', '14 of 20'],
    ['underway', 'under-way', ''],
    ['in progress, 14 of 20', 'under-way', '14 of 20'],
    ['started in June', 'under-way', 'in June'],
    ['done all 20 trained', 'done', 'all 20 trained'],
    ['COMPLETE', 'done', ''],
    ['completed – all 20', 'done', 'all 20'],
    ['closed no longer needed', 'closed', 'no longer needed'],
  ])('%j', (words, status, note) => {
    expect(parseWorkStatus(words)).toEqual({ status, note });
  });

  it.each(['', 'amber 14 of 20', 'doner', 'closedown', 'nearly done'])(
    '%j says nothing',
    (words) => {
      expect(parseWorkStatus(words)).toBeNull();
    },
  );
});

it('refuses the parts of an objective that is closed', () => {
  const closed = objective({ status: 'closed', closedOn: day('2024-05-31') });

  expect(requireOpen(objective())).toEqual({ ok: true, value: true });
  expect(requireOpen(closed)).toEqual({
    ok: false,
    refusal: { code: 'objective-closed', ref: '2B:2', closedOn: '2024-05-31' },
  });
});
