// Calendar files, read back by a reader that nobody here wrote.
import fc from 'fast-check';
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  type FeedForum,
  type FeedMeeting,
  feedEntries,
} from '../../../../src/cycle/calendar/domain/feed-entries.ts';
import { type CalendarEntry, calendarText } from '../../../../src/cycle/calendar/domain/ics.ts';
import { defaultRules } from '../../../../src/cycle/cycles/domain/forum-rules.ts';

const at = (text: string) => Temporal.Instant.from(text);
const day = (text: string) => Temporal.PlainDate.from(text);

const entry: CalendarEntry = {
  ...{ uid: 'a.meeting@pap', sequence: 4, changedAt: at('2024-07-01T08:00:00Z') },
  ...{ cancelled: false, summary: 'SIAB', at: { day: day('2024-07-24') } },
};

/** Every event as the reader has it. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((one) => {
    const event = new ICAL.Event(one);
    return {
      uid: event.uid,
      sequence: event.sequence,
      summary: event.summary,
      description: event.description,
      isDay: event.startDate.isDate,
      from: event.startDate.toJSDate().toISOString(),
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      status: one.getFirstPropertyValue('status'),
    };
  });
}

describe('a calendar file', () => {
  it('is what the standard has, line for line', () => {
    expect(calendarText('Vale', [entry], 'Europe/Paris')).toBe(
      `${[
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//PAP//Priority Action Plan//EN',
        'CALSCALE:GREGORIAN',
        'METHOD:PUBLISH',
        'X-WR-CALNAME:Vale',
        'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
        'X-PUBLISHED-TTL:PT6H',
        'BEGIN:VEVENT',
        'UID:a.meeting@pap',
        'DTSTAMP:20240701T080000Z',
        'LAST-MODIFIED:20240701T080000Z',
        'SEQUENCE:4',
        'DTSTART;VALUE=DATE:20240724',
        'DTEND;VALUE=DATE:20240725',
        'SUMMARY:SIAB',
        'STATUS:CONFIRMED',
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
        'END:VCALENDAR',
      ].join('\r\n')}\r\n`,
    );
  });

  it('gives back every text, in lines of at most 75 octets', () => {
    const words = fc.string({ unit: 'binary', maxLength: 200 }).map((text) =>
      // Control signs have no place in the format, and what is trimmed is no text.
      text.replace(/\p{Cc}|[\u2028\u2029]|\p{Cs}/gu, ' '),
    );
    fc.assert(
      fc.property(words, words, (summary, description) => {
        const text = calendarText(summary, [{ ...entry, summary, description }], 'Europe/London');
        const [event] = read(text);

        for (const line of text.split('\r\n'))
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(event?.summary ?? '').toBe(summary);
        expect(event?.description ?? '').toBe(description);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['a comma, a semicolon; a \\ and two\nlines'],
    ['ends with \\'],
    ['é🟢'.repeat(40)],
    ['BEGIN:VEVENT\r\nEND:VEVENT'],
  ])('keeps %j one text', (summary) => {
    const events = read(calendarText('Vale', [{ ...entry, summary }], 'Europe/London'));

    expect(events.map((one) => one.summary)).toEqual([summary.replace('\r\n', '\n')]);
  });

  it.each([
    ['in summer', '2024-07-10T16:00:00Z', '2024-07-10T17:00:00'],
    ['in winter', '2024-12-10T17:00:00Z', '2024-12-10T17:00:00'],
    ['on the day when the clocks change', '2024-03-31T16:00:00Z', '2024-03-31T17:00:00'],
  ])('says times as they are in London %s', (_when, moment, local) => {
    const until = at(moment);
    const text = calendarText(
      'Vale',
      [{ ...entry, at: { from: until.subtract({ minutes: 30 }), until } }],
      'Europe/London',
    );
    const zone = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vtimezone');
    if (zone) ICAL.TimezoneService.register(new ICAL.Timezone(zone), 'Europe/London');
    const [event] = read(text);

    expect(event?.end).toBe(local);
    expect(event?.from).toBe(new Date(until.epochMilliseconds - 1_800_000).toISOString());
  });
});

describe('what it shows', () => {
  const meeting: FeedMeeting = {
    ...{ id: 'm1', forumId: 'f1', heldOn: day('2024-07-24'), title: 'SIAB, July' },
    ...{ calledOff: false, sequence: 0, changedAt: null },
  };
  const forum: FeedForum = {
    ...{ id: 'f1', name: 'SIAB', collectsReturns: true },
    rules: {
      ...defaultRules,
      papersOut: { days: 5, unit: 'working', time: '12:00' },
      minutesDue: { days: 10, unit: 'working', time: '17:00' },
    },
  };
  const place = { timeZone: 'Europe/London', calendar: undefined as never };
  const view = { forumId: null, owned: ['1.2', 'PA1.2a'], madeAt: at('2024-07-01T08:00:00Z') };
  const show = (of: Partial<FeedMeeting> = {}, by: Partial<typeof view> | object = {}) =>
    feedEntries([{ ...meeting, ...of }], [forum], { ...view, ...by }, place);
  const names = (entries: readonly CalendarEntry[]) => entries.map(({ summary }) => summary);

  it.each([
    ['an owner', {}, ['SIAB, July', 'Returns due: SIAB', 'Papers out: SIAB']],
    ['somebody who owns nothing', { owned: [] }, ['SIAB, July', 'Papers out: SIAB']],
    [
      'a body',
      { forumId: 'f1', owned: [] },
      [
        ...['SIAB, July', 'Returns due: SIAB', 'Papers freeze: SIAB', 'Papers out: SIAB'],
        'Draft minutes due: SIAB',
      ],
    ],
    ['another body', { forumId: 'f2', owned: [] }, []],
  ])('to %s', (_who, by, expected) => {
    expect(names(show({}, by))).toEqual(expected);
  });

  it('names what is theirs, and nobody', () => {
    expect(show()[1]?.description).toBe('Yours: 1.2, PA1.2a\nWrite “mine” to PAP to answer.');
  });

  it('has the same entries when the meeting moves, and takes its days along', () => {
    const [before, after] = [show(), show({ heldOn: day('2024-07-31'), sequence: 7 })];

    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
    expect(after.map(({ sequence }) => sequence)).toEqual([7, 7, 7]);
    expect(after[1]?.at).not.toEqual(before[1]?.at);
  });

  it('cancels a meeting that is called off with all that was due for it', () => {
    const events = read(calendarText('Vale', show({ calledOff: true }), 'Europe/London'));

    expect(events.map(({ status }) => status)).toEqual(Array(3).fill('CANCELLED'));
  });

  it('shows a deadline as the half hour before it', () => {
    const { at: due } = show()[1] ?? entry;

    expect('until' in due && due.until.toString()).toBe('2024-07-10T16:00:00Z');
    expect('from' in due && due.from.toString()).toBe('2024-07-10T15:30:00Z');
  });
});
