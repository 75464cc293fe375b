// The days on which people do not work, as the office reads and changes them.
import type { Temporal } from 'temporal-polyfill';
import { bankHolidaysEnd } from '../../../core/dates/domain/bank-holidays.ts';
import type { Period } from '../../../core/dates/domain/working-days.ts';
import { dayText } from '../../../core/dates/messages/when.ts';
import { exampleMark } from '../../../core/message/messages/example-notice.ts';
import {
  type Block,
  bullets,
  code,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import { consequences } from '../../meetings/messages/meeting-changes.ts';

export type CalendarFacts = {
  /** Those of the year ahead, as published. */
  readonly holidays: readonly { readonly day: Temporal.PlainDate; readonly name: string }[];
  readonly closures: readonly {
    readonly day: Temporal.PlainDate;
    readonly name: string;
    readonly worked: boolean;
    readonly organisation: { readonly name: string } | null;
    readonly example: boolean;
  }[];
  readonly terms: readonly {
    readonly key: string;
    readonly name: string;
    readonly periods: readonly Period[];
    readonly followers: readonly string[];
    readonly example: boolean;
  }[];
  readonly today: Temporal.PlainDate;
};

/** Fewer days than this before the table of bank holidays ends, the office is warned. */
const WARN_DAYS = 550;

/** All of it. */
export function calendarMessage(facts: CalendarFacts): Message {
  const { holidays, closures, terms, today } = facts;
  const left = today.until(bankHolidaysEnd).days;
  return {
    title: 'Days on which people do not work',
    blocks: [
      paragraph(strong('Bank holidays of England and Wales, a year ahead')),
      list(holidays.map(({ day, name }) => `${dayText(day)}: ${name}${workedText(day, facts)}`)),
      paragraph(
        left < WARN_DAYS
          ? `⚠ They are known until ${dayText(bankHolidaysEnd)} only: a newer version of the bot knows more. Until then put them in with “close”.`
          : `They are known until ${dayText(bankHolidaysEnd)}.`,
      ),
      paragraph(strong('Closure days')),
      list(closures.filter(({ worked }) => !worked).map(closureText)),
      paragraph(strong('Term calendars')),
      list(terms.map(termText)),
      paragraph(
        code('/pap admin calendar close 27 Dec 2024 to 31 Dec 2024 "Council closed"'),
        ' closes days, ',
        code('open 27 Dec 2024'),
        ' gives one back, ',
        code('terms school 2 Sep 2024 to 25 Oct 2024'),
        ' and ',
        code('follow @sam school'),
        ' are for people who work in term time.',
      ),
    ],
  };
}

function list(items: readonly string[]): Block {
  return items.length > 0 ? bullets(items.map((item) => inline(item))) : paragraph('None.');
}

function workedText(day: Temporal.PlainDate, { closures }: CalendarFacts): string {
  const worked = closures.filter((one) => one.worked && one.day.equals(day));
  if (worked.length === 0) return '';
  const whose = worked.map(({ organisation }) => organisation?.name ?? 'everybody');
  return ` (worked by ${whose.join(', ')})`;
}

function closureText({
  day,
  name,
  organisation,
  example,
}: CalendarFacts['closures'][number]): string {
  return `${dayText(day)}: ${name}${exampleMark(example)}${organisation ? `, ${organisation.name} only` : ''}`;
}

function termText({
  key,
  name,
  periods,
  followers,
  example,
}: CalendarFacts['terms'][number]): string {
  const stretches = periods.map(({ from, until }) => `${dayText(from)} to ${dayText(until)}`);
  const who = followers.length > 0 ? followers.join(', ') : 'nobody';
  return `${name}${exampleMark(example)} (${key}): ${stretches.join('; ')} · followed by ${who}`;
}

/** What was changed, and which deadlines moved by it. */
export function calendarChangedMessage(
  what: string,
  changed: {
    readonly told: readonly string[];
    readonly cancelled: number;
    readonly moved: readonly string[];
  },
): Message {
  const { moved, told, cancelled } = changed;
  return {
    title: what,
    tone: 'good',
    blocks: [
      paragraph(
        moved.length > 0
          ? `Deadlines moved of ${moved.join('; ')}. ${consequences(told, cancelled)}`
          : 'No deadline moves by it.',
      ),
    ],
  };
}
