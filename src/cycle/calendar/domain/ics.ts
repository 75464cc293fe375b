// Calendar files as RFC 5545 has them: lines of at most 75 octets, text with its signs escaped.
import type { Temporal } from 'temporal-polyfill';

/** One entry of a calendar. */
export type CalendarEntry = {
  /** The same for as long as there is the entry, wherever it moves. */
  readonly uid: string;
  /** Grows when the entry changes. */
  readonly sequence: number;
  readonly changedAt: Temporal.Instant;
  readonly cancelled: boolean;
  readonly summary: string;
  readonly description?: string | undefined;
  /** A whole day, or a stretch of time. */
  readonly at:
    | { readonly day: Temporal.PlainDate }
    | { readonly from: Temporal.Instant; readonly until: Temporal.Instant };
};

const MAX_OCTETS = 75;

/** The rules of British time since 1996, which readers want beside times that are said in it. */
const LONDON = [
  ...['BEGIN:VTIMEZONE', 'TZID:Europe/London'],
  ...['BEGIN:DAYLIGHT', 'TZOFFSETFROM:+0000', 'TZOFFSETTO:+0100', 'TZNAME:BST'],
  ...['DTSTART:19960331T010000', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'END:DAYLIGHT'],
  ...['BEGIN:STANDARD', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0000', 'TZNAME:GMT'],
  ...['DTSTART:19961027T020000', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'END:STANDARD'],
  'END:VTIMEZONE',
];

/**
 * A calendar file.
 * @param timeZone in which times are said where it is British time; other times are said in UTC
 */
export function calendarText(
  name: string,
  entries: readonly CalendarEntry[],
  timeZone: string,
): string {
  const isLondon = timeZone === 'Europe/London';
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//PAP//Priority Action Plan//EN'],
    ...['CALSCALE:GREGORIAN', 'METHOD:PUBLISH', `X-WR-CALNAME:${escaped(name)}`],
    // Both ways of saying how often to look: six hours.
    ...['REFRESH-INTERVAL;VALUE=DURATION:PT6H', 'X-PUBLISHED-TTL:PT6H'],
    ...(isLondon ? [`X-WR-TIMEZONE:${timeZone}`, ...LONDON] : []),
    ...entries.flatMap((entry) => entryLines(entry, isLondon)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function entryLines(entry: CalendarEntry, isLondon: boolean): string[] {
  const { uid, sequence, changedAt, cancelled, summary, description, at } = entry;
  const time = isLondon ? londonTime : utcTime;
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP${utcTime(changedAt)}`,
    `LAST-MODIFIED${utcTime(changedAt)}`,
    `SEQUENCE:${sequence}`,
    ...('day' in at
      ? [`DTSTART${wholeDay(at.day)}`, `DTEND${wholeDay(at.day.add({ days: 1 }))}`]
      : [`DTSTART${time(at.from)}`, `DTEND${time(at.until)}`]),
    `SUMMARY:${escaped(summary)}`,
    ...(description === undefined ? [] : [`DESCRIPTION:${escaped(description)}`]),
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    // Nobody is busy because something is due.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** Text of a property: the signs that mean something in the format are marked, others than line ends are left out. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** Parted so that no line has more than 75 octets and no sign is cut; a line that goes on begins with a space. */
function folded(line: string): string {
  const lines: string[] = [];
  let part = '';
  let octets = 0;
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (octets + size > MAX_OCTETS) {
      lines.push(part);
      part = ' ';
      octets = 1;
    }
    part += sign;
    octets += size;
  }
  return [...lines, part].join('\r\n');
}

function wholeDay(day: Temporal.PlainDate): string {
  return `;VALUE=DATE:${day.toString().replaceAll('-', '')}`;
}

function utcTime(at: Temporal.Instant): string {
  return `:${digits(at.round('second').toString())}`;
}

function londonTime(at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO('Europe/London').toPlainDateTime();
  return `;TZID=Europe/London:${digits(local.round('second').toString())}`;
}

function digits(text: string): string {
  return text.replaceAll(/[-:]/g, '');
}
