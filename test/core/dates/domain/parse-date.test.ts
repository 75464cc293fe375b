// Dates as people type them and as documents print them, day first.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { plainDayText } from '../../../../src/core/dates/domain/date-words.ts';
import { type DateContext, parseDate } from '../../../../src/core/dates/domain/parse-date.ts';
import { day } from '../../../support/rules/builders.ts';

/** A Wednesday. */
const today = day('2024-07-17');
/** A county's terms, two stretches to each. */
const county = [
  ['2024-04-15', '2024-05-24'],
  ['2024-06-03', '2024-07-23'],
  ['2024-09-02', '2024-10-25'],
  ['2024-11-04', '2024-12-20'],
  ['2025-01-06', '2025-02-14'],
  ['2025-02-24', '2025-04-04'],
  ['2025-04-22', '2025-05-23'],
  ['2025-06-02', '2025-07-22'],
].map(([from = '', until = '']) => ({ from: day(from), until: day(until) }));
const otherCounty = county.map(({ from, until }) => ({ from, until: until.subtract({ days: 1 }) }));
const printed: DateContext = { isPrinted: true };

function lastDay(words: string, direction: 'past' | 'future', context: DateContext = {}) {
  const read = parseDate(words, today, direction, context);
  return read.kind === 'date' ? `${read.date.precision} ${read.date.lastDay}` : read;
}

describe('a date', () => {
  it.each([
    ['2024-07-31', 'day 2024-07-31'],
    ['31/07/2024', 'day 2024-07-31'],
    ['31/07/24', 'day 2024-07-31'],
    ['31.03.25', 'day 2025-03-31'],
    ['31-03-25', 'day 2025-03-31'],
    ['1.2.2024', 'day 2024-02-01'],
    ['31-Mar-25', 'day 2025-03-31'],
    ['31 Mar 25', 'day 2025-03-31'],
    ['31-Mar-2025', 'day 2025-03-31'],
    ['31st Mar ’25', 'day 2025-03-31'],
    ['24 Jul 2024', 'day 2024-07-24'],
    ['24th of July 2024', 'day 2024-07-24'],
    ['13th of March, 2025', 'day 2025-03-13'],
    ['July 24, 2024', 'day 2024-07-24'],
    ['July 24th', 'day 2023-07-24'],
    ['Thursday 13th March 2025', 'day 2025-03-13'],
    ['no later than 31 March 2025', 'day 2025-03-31'],
    ['By 31st March 2025', 'day 2025-03-31'],
    ['Sept-24', 'month 2024-09-30'],
    ['Mar-25', 'month 2025-03-31'],
    ['Jan ‘25', 'month 2025-01-31'],
    ['03/2025', 'month 2025-03-31'],
    ['2025-03', 'month 2025-03-31'],
    ['the end of July', 'month 2023-07-31'],
    ['by July 2024', 'month 2024-07-31'],
    ['before December 2024', 'month 2024-12-31'],
    ['end March 2025', 'month 2025-03-31'],
    ['end of March 25 ', 'which'],
    ['Feb 2024', 'month 2024-02-29'],
    ['March/April 2025', 'month 2025-04-30'],
    ['Autumn 2024', 'season 2024-11-30'],
    ['winter 2024', 'season 2025-02-28'],
    ['Spring', 'season 2024-05-31'],
    ['Q3 2024/25', 'season 2024-12-31'],
    ['Q3 24/25', 'season 2024-12-31'],
    ['Quarter 3 2024-25', 'season 2024-12-31'],
    ['2024/25 Q4', 'season 2025-03-31'],
    ['the end of Q2 2024/25', 'season 2024-09-30'],
    ['second quarter of 2024/25', 'season 2024-09-30'],
    ['calendar Q3 2024', 'season 2024-09-30'],
    ['H1 2024/25', 'season 2024-09-30'],
    ['FY25/26', 'year 2026-03-31'],
    ['financial year 2024/25', 'year 2025-03-31'],
    ['AY 2024/25', 'year 2025-08-31'],
    ['end of academic year 2024/25', 'year 2025-08-31'],
    ['2023', 'year 2023-12-31'],
    ['End 2025', 'year 2025-12-31'],
    ['31 July', 'day 2023-07-31'],
    ['17 July', 'day 2024-07-17'],
    ['w/e 28/03/25', 'month 2025-03-28'],
    ['w/c 3 March 2025', 'month 2025-03-09'],
    ['Sept–Dec 2024', 'month 2024-12-31'],
    ['Sept 2024 to July 2025', 'month 2025-07-31'],
    ['1st April 2025 – 31st March 2026', 'day 2026-03-31'],
    ['Dec 2024 (revised from Sept 2024)', 'month 2024-12-31'],
    ['Good Friday 2025', 'day 2025-04-18'],
    ['Easter Sunday 2025', 'day 2025-04-20'],
    ['Christmas Eve 2024', 'day 2024-12-24'],
    ['yesterday', 'day 2024-07-16'],
    ['last Friday', 'day 2024-07-12'],
    ['two weeks ago', 'day 2024-07-03'],
  ])('“%s” is read, or asked: %s', (words, expected) => {
    const read = lastDay(words, 'past');

    expect(typeof read === 'string' ? read : read.kind === 'unread' && read.problem).toBe(expected);
  });

  it.each([
    ['31 July', 'day 2024-07-31'],
    ['16 July', 'day 2025-07-16'],
    ['end of July', 'month 2024-07-31'],
    ['today', 'day 2024-07-17'],
    ['tomorrow', 'day 2024-07-18'],
    ['Friday', 'day 2024-07-19'],
    ['on Friday', 'day 2024-07-19'],
    ['Friday week', 'day 2024-07-26'],
    ['a week on Friday', 'day 2024-07-26'],
    ['Tuesday next week', 'day 2024-07-23'],
    ['next Tuesday', 'day 2024-07-23'],
    ['in two weeks', 'day 2024-07-31'],
    ['in 2 weeks’ time', 'day 2024-07-31'],
    ['within 6 months', 'day 2025-01-17'],
    ['a fortnight from today', 'day 2024-07-31'],
    ['next week', 'month 2024-07-28'],
    ['end of the month', 'month 2024-07-31'],
    ['next month', 'month 2024-08-31'],
    ['end of the quarter', 'season 2024-09-30'],
    ['end of the financial year', 'year 2025-03-31'],
    ['end of the school year', 'year 2024-08-31'],
    ['July 12', 'day 2025-07-12'],
  ])('looks forward for “%s”: %s', (words, expected) => {
    expect(lastDay(words, 'future')).toBe(expected);
  });

  it('keeps the words that were typed, and the day where they mean another one tomorrow', () => {
    const text = (words: string) => {
      const read = parseDate(words, today, 'future', { terms: [county] });
      return read.kind === 'date' && read.date.text;
    };

    expect(
      ['by  July 2024 ', 'Q3 2024/25', 'tomorrow', 'next month', 'end of term'].map(text),
    ).toEqual(['by July 2024', 'Q3 2024/25', '18 July 2024', 'August 2024', '23 July 2024']);
  });
});

describe('a date in a document', () => {
  it.each([
    ['Sept 24', 'month 2024-09-30'],
    ['March 25', 'month 2025-03-31'],
    ['Sept 24 - Dec 24', 'month 2024-12-31'],
    ['Dec 24 (revised from Sept 24)', 'month 2024-12-31'],
  ])('reads “%s” as %s', (words, expected) => {
    expect(lastDay(words, 'future', printed)).toBe(expected);
  });

  it.each([
    ['tomorrow', 'counted-from', ['18 July 2024']],
    ['within 6 months', 'counted-from', ['17 January 2025']],
    ['12 months from approval', 'counted-from', []],
    ['3-6 months', 'counted-from', []],
    ['45747', 'which', ['31 March 2025']],
    ['Sept 24\nDec 24', 'several', ['sept 24', 'dec 24']],
    ['Jan 2025 (phase 1); July 2025 (phase 2)', 'several', ['jan 2025', 'july 2025']],
    ['March & June 2025', 'several', ['march', 'june 2025']],
    ['January 2025 onwards', 'only-start', ['january 2025']],
    ['From January 2025', 'only-start', ['january 2025']],
    ['tbc Sept 24', 'several', ['sept 24']],
  ])('asks about “%s”: %s', (words, problem, readings) => {
    expect(lastDay(words, 'future', printed)).toEqual({ kind: 'unread', problem, readings });
  });
});

describe('what says that there is no date', () => {
  it.each([
    ...['ongoing', 'Ongoing - monthly', 'TBC', 'to be confirmed', 'Monthly', 'Termly', 'Annually'],
    ...['Ongoing (termly)', 'no date yet', 'open-ended', 'half-termly', 'every term'],
  ])('keeps the words: %s', (words) => {
    expect(parseDate(words, today, 'future')).toEqual({ kind: 'open', text: words });
  });
});

describe('what is not read for certain', () => {
  it.each([
    ['31 June 2024', 'no-such-day', ['30 June 2024']],
    ['29 Feb 2023', 'no-such-day', ['28 February 2023']],
    ['03/25/2025', 'no-such-day', ['25 March 2025']],
    ['Friday 13 March 2025', 'wrong-weekday', ['13 March 2025']],
    ['w/c 4 March 2025', 'wrong-weekday', ['4 March 2025']],
    ['March 25', 'which', ['March 2025', '25 March']],
    ['3/4', 'which', ['3 April']],
    ['Q1', 'which', ['30 June 2025', '31 March 2025']],
    ['Q3 2024', 'which', ['31 December 2024', '30 September 2024']],
    ['2024/25', 'which', ['31 March 2025', '31 August 2025']],
    ['2024-25', 'which', ['31 March 2025', '31 August 2025']],
    ['FY25', 'which', ['31 March 2025', '31 March 2026']],
    ['end of the year', 'which', ['31 December 2024', '31 March 2025', '31 August 2024']],
    ['next Friday', 'which', ['19 July 2024', '26 July 2024']],
    ['Wednesday', 'which', ['17 July 2024', '24 July 2024']],
    ['early 2025', 'vague', ['31 December 2025']],
    ['mid-March 2025', 'vague', ['31 March 2025']],
    ['6 months', 'counted-from', ['17 January 2025']],
    ['Easter 2025', 'no-terms', ['20 April 2025']],
    ['Spring term 2025', 'no-terms', ['end of March 2025']],
    ['by Christmas', 'no-terms', ['25 December 2024']],
    ['half term', 'no-terms', []],
    ['Autumn 2 2024', 'no-terms', ['end of December 2024']],
  ])('“%s”: %s', (words, problem, readings) => {
    expect(parseDate(words, today, 'future')).toEqual({ kind: 'unread', problem, readings });
  });

  it.each([
    ...[
      '',
      'soonish',
      '31/13/0024',
      '2024-7',
      'July Autumn',
      '14 of 20',
      'Year 1',
      'ASAP',
      'Complete',
    ],
    ...['Before the next inspection', 'Q5 2024/25', '2024/26', 'Easter-ish 2025', 'July the 300th'],
  ])('“%s” is none', (words) => {
    expect(parseDate(words, today, 'past')).toMatchObject({ kind: 'unread' });
  });
});

describe('with a term calendar', () => {
  it.each([
    ['Spring term 2025', '2025-04-04'],
    ['spring term 2024/25', '2025-04-04'],
    ['end of the autumn term', '2024-12-20'],
    ['Autumn 2 2024', '2024-12-20'],
    ['Autumn 1 2024', '2024-10-25'],
    ['October half term', '2024-10-25'],
    ['half term', '2024-10-25'],
    ['end of term', '2024-07-23'],
    ['by Easter 2025', '2025-04-04'],
    ['by the Easter holidays', '2025-04-04'],
    ['Christmas', '2024-12-20'],
    ['the summer holidays', '2024-07-23'],
  ])('“%s” is until %s', (words, last) => {
    expect(lastDay(words, 'future', { terms: [county] })).toBe(`season ${last}`);
  });

  it('asks where two calendars differ, and says which days', () => {
    expect(parseDate('Easter 2025', today, 'future', { terms: [county, otherCounty] })).toEqual({
      ...{ kind: 'unread', problem: 'which', readings: ['4 April 2025', '3 April 2025'] },
    });
  });

  it('does not guess a term that the calendar has not', () => {
    expect(parseDate('autumn term 2026', today, 'future', { terms: [county] })).toMatchObject({
      problem: 'no-terms',
    });
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...['31', '7', 'Mar', 'March', '-', '/', '25', '2024', 'Q3', 'term', 'spring', 'end of', 'by'],
    ...['next', 'Friday', 'in', 'two', 'weeks', 'Easter', 'ongoing', '(', ')', 'to', ';', '45747'],
  );
  const mixed = fc.array(pieces, { maxLength: 8 }).map((words) => words.join(' '));
  const calendars = fc.constantFrom([], [county], [county, otherCounty]);

  it('makes nothing throw, and each reading is read for certain', () => {
    fc.assert(
      fc.property(
        fc.oneof(mixed, fc.string()),
        calendars,
        fc.boolean(),
        (text, terms, isPrinted) => {
          const read = parseDate(text, today, 'future', { terms, isPrinted });
          if (read.kind !== 'unread') return;
          for (const reading of read.readings)
            expect(
              parseDate(reading, today, 'future', { terms, isPrinted }),
              `${text}: ${reading}`,
            ).toMatchObject({ kind: 'date' });
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('every day is read as it is printed, in every form', () => {
    const days = fc
      .integer({ min: 0, max: 9_000 })
      .map((count) => Temporal.PlainDate.from('2020-01-01').add({ days: count }));
    const two = (count: number) => String(count).padStart(2, '0');
    fc.assert(
      fc.property(days, (one) => {
        const month = plainDayText(one).split(' ')[1]?.slice(0, 3) ?? '';
        const short = two(one.year % 100);
        const forms = [
          ...[one.toString(), plainDayText(one), `${one.day}/${one.month}/${one.year}`],
          ...[`${two(one.day)}.${two(one.month)}.${short}`, `${one.day}-${month}-${short}`],
          ...[`${one.day}th ${month} ${one.year}`, `${month} ${one.day}, ${one.year}`],
        ];
        for (const form of forms)
          expect(parseDate(form, today, 'past'), form).toMatchObject({ date: { lastDay: one } });
      }),
    );
  });
});
