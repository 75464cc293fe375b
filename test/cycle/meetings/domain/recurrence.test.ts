// Rules by which meetings recur: what is read, what is kept, and which days they give.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everydayCalendar, isWorkingDay } from '../../../../src/core/dates/domain/working-days.ts';
import {
  meetingsBetween,
  recurrenceText,
  slotsBetween,
} from '../../../../src/cycle/meetings/domain/recurrence.ts';
import {
  parseRecurrence,
  recurrenceChoices,
} from '../../../../src/cycle/meetings/domain/recurrence-words.ts';
import { day } from '../../../support/rules/builders.ts';

const today = day('2024-07-01');
const read = (words: string) => {
  const rule = parseRecurrence(words, today);
  if (!rule) throw new Error(`${words} is no rule`);
  return rule;
};

describe('parseRecurrence', () => {
  it.each([
    ['every 6 weeks from 24 July 2024', 'every 6 weeks from 2024-07-24'],
    ['every week from 2024-07-24', 'every week from 2024-07-24'],
    ['every fortnight from 24/07/2024', 'every 2 weeks from 2024-07-24'],
    ['third Wednesday of every month', 'third Wednesday of every month from 2024-07-01'],
    ['The 3rd wed of each month', 'third Wednesday of every month from 2024-07-01'],
    [
      'last Thursday of every 2 months from 26 September 2024',
      'last Thursday of every 2 months from 2024-09-26',
    ],
    ['first Mon of every other month', 'first Monday of every 2 months from 2024-07-01'],
    ['every eight weeks from 4 July 2024', 'every 8 weeks from 2024-07-04'],
    ['fortnightly from 4 July 2024', 'every 2 weeks from 2024-07-04'],
    ['every other Thursday from 4 July 2024', 'every 2 weeks from 2024-07-04'],
    [
      'last Thursday of every two months from 25 July 2024',
      'last Thursday of every 2 months from 2024-07-25',
    ],
    [
      'second and fourth Monday of every month',
      'second and fourth Monday of every month from 2024-07-01',
    ],
    [
      'third Wednesday of every month except August and December',
      'third Wednesday of every month except August and December from 2024-07-01',
    ],
    [
      'first Tuesday of every 2 months from 7 May 2024, in January the second Tuesday',
      'first Tuesday of every 2 months from 2024-05-07, in January the second Tuesday',
    ],
    [
      'third Thursday of Jan, Apr, Jul and Oct',
      'third Thursday of January, April, July and October from 2024-07-01',
    ],
    ['monthly from 10 July 2024', 'second Wednesday of every month from 2024-07-10'],
    ['bi-monthly on the first Tuesday', 'first Tuesday of every 2 months from 2024-07-01'],
    ['quarterly on the third Thursday', 'third Thursday of every 3 months from 2024-07-01'],
    ['every 3 months from 11 July 2024', 'second Thursday of every 3 months from 2024-07-11'],
    ['termly from 17 October 2024', 'third Thursday of every 4 months from 2024-10-17'],
  ])('reads “%s” and keeps “%s”', (words, kept) => {
    expect(recurrenceText(read(words))).toBe(kept);
    expect(parseRecurrence(kept, day('2031-01-01'))).toEqual(read(words));
  });

  it.each([
    'now and then',
    'every 6 weeks',
    'every 0 weeks from 24 July 2024',
    'every 27 weeks from 24 July 2024',
    'every 6 weeks from July 2024',
    'every 6 weeks from 27 July 2024',
    'third Sunday of every month',
    'fifth Wednesday of every month',
    'third Wednesday of every 13 months',
    'third We of every month',
    'second and second Monday of every month',
    'third Wednesday of every month except Sunday',
    'third Wednesday of every month, in January the second',
    'every Monday from 4 July 2024',
    'quarterly',
    'monthly from 27 July 2024',
    '',
  ])('does not read “%s”', (words) => {
    expect(parseRecurrence(words, today)).toBeNull();
  });
});

describe('recurrenceChoices', () => {
  it('names both rules that a day fits, and reads neither for certain', () => {
    const words = 'quarterly from 25 July 2024';

    expect(parseRecurrence(words, today)).toBeNull();
    expect(recurrenceChoices(words, today).map(recurrenceText)).toEqual([
      'fourth Thursday of every 3 months from 2024-07-25',
      'last Thursday of every 3 months from 2024-07-25',
    ]);
    expect(recurrenceChoices('quarterly from 11 July 2024', today)).toEqual([]);
  });
});

describe('slotsBetween', () => {
  it.each([
    ['every 6 weeks from 24 July 2024', ['2024-07-24', '2024-09-04', '2024-10-16', '2024-11-27']],
    [
      'third Wednesday of every month',
      ['2024-07-17', '2024-08-21', '2024-09-18', '2024-10-16', '2024-11-20', '2024-12-18'],
    ],
    ['last Thursday of every 2 months from 26 September 2024', ['2024-09-26', '2024-11-28']],
    [
      'second and fourth Monday of every 3 months',
      ['2024-07-08', '2024-07-22', '2024-10-14', '2024-10-28'],
    ],
    [
      'third Wednesday of every month except August',
      ['2024-07-17', '2024-09-18', '2024-10-16', '2024-11-20', '2024-12-18'],
    ],
    ['third Thursday of January, April, July and October', ['2024-07-18', '2024-10-17']],
    // Its month counts, though that month's own day is past.
    ['first Monday of every 3 months from 10 July 2024', ['2024-10-07']],
  ])('%s', (words, expected) => {
    const slots = slotsBetween(read(words), today, day('2024-12-31'));

    expect(slots.map(String)).toEqual(expected);
  });
});

describe('meetingsBetween', () => {
  it('takes the next working day where nobody works', () => {
    const slots = meetingsBetween(
      read('last Monday of every month'),
      day('2024-08-01'),
      day('2024-08-31'),
      everydayCalendar,
    );

    expect(slots.map(({ recursOn, heldOn }) => [`${recursOn}`, `${heldOn}`])).toEqual([
      ['2024-08-26', '2024-08-27'],
    ]);
  });
});

describe('any rule', () => {
  const start = fc.integer({ min: 0, max: 2000 }).map((days) => day('2024-01-01').add({ days }));
  const weekly = fc
    .record({ count: fc.integer({ min: 1, max: 26 }), from: start })
    .filter(({ from }) => from.dayOfWeek <= 5)
    .map((facts) => ({ every: 'weeks' as const, ...facts }));
  const monthly = fc.record({
    every: fc.constant('months' as const),
    count: fc.integer({ min: 1, max: 12 }),
    which: fc.constantFrom(1, 2, 3, 4, -1) as fc.Arbitrary<1 | 2 | 3 | 4 | -1>,
    weekday: fc.integer({ min: 1, max: 5 }),
    from: start,
  });
  const rule = fc.oneof(weekly, monthly);

  it('is read again from its own words', () => {
    fc.assert(
      fc.property(rule, (one) => {
        expect(parseRecurrence(recurrenceText(one), today)).toEqual(one);
      }),
    );
  });

  it('gives each of its days once, in order, and the same ones however the time is cut', () => {
    fc.assert(
      fc.property(rule, start, fc.integer({ min: 0, max: 800 }), (one, from, days) => {
        const middle = from.add({ days });
        const until = from.add({ days: 800 });
        const all = slotsBetween(one, from, until).map(String);
        const cut = [
          ...slotsBetween(one, from, middle),
          ...slotsBetween(one, middle.add({ days: 1 }), until),
        ].map(String);

        expect(cut).toEqual(all);
        expect([...new Set(all)].sort()).toEqual(all);
      }),
    );
  });

  it('agrees with a walk over every day by plain dates', () => {
    fc.assert(
      fc.property(monthly, start, (one, from) => {
        const until = from.add({ days: 400 });
        const walked: string[] = [];
        const end = Date.parse(`${until}T00:00:00Z`);
        for (let time = Date.parse(`${from}T00:00:00Z`); time <= end; time += 86_400_000) {
          const date = new Date(time);
          const inWeek = new Date(time + 7 * 86_400_000).getUTCMonth() !== date.getUTCMonth();
          const nth = Math.ceil(date.getUTCDate() / 7);
          const months =
            date.getUTCFullYear() * 12 +
            date.getUTCMonth() -
            (one.from.year * 12 + one.from.month - 1);
          if (date.getUTCDay() !== one.weekday || months < 0 || months % one.count !== 0) continue;
          if (time < Date.parse(`${one.from}T00:00:00Z`)) continue;
          if (one.which === -1 ? inWeek : nth === one.which)
            walked.push(date.toISOString().slice(0, 10));
        }

        expect(slotsBetween(one, from, until).map(String)).toEqual(walked);
      }),
    );
  });

  it('meets on working days only', () => {
    fc.assert(
      fc.property(rule, (one) => {
        const slots = meetingsBetween(one, one.from, one.from.add({ years: 1 }), everydayCalendar);
        expect(slots.every(({ heldOn }) => isWorkingDay(heldOn))).toBe(true);
      }),
    );
  });
});
