// The answer to "which day is four working days before?", with the days that were passed over.
import type { Temporal } from 'temporal-polyfill';
import { bankHolidaysEnd, isBeyondBankHolidays } from '../../../core/dates/domain/bank-holidays.ts';
import { dayText } from '../../../core/dates/messages/when.ts';
import {
  bullets,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import { type LeadTime, leadText } from '../../cycles/domain/forum-rules.ts';
import { OF_WEEK_BEFORE } from '../../cycles/domain/lead-words.ts';
import type { DayCount, SkippedDay } from '../domain/derived-day.ts';

export type DerivedFacts = {
  readonly from: Temporal.PlainDate;
  readonly count: DayCount;
  readonly day: Temporal.PlainDate;
  /** Local time of day, where one was said. */
  readonly time: string | null;
  readonly skipped: readonly SkippedDay[];
};

/** The answer. */
export function derivedDayMessage({ from, count, day, time, skipped }: DerivedFacts): Message {
  const number = Math.abs(count.days);
  const unit = `${count.unit} day${number === 1 ? '' : 's'}`;
  const beyond = [from, day].some(isBeyondBankHolidays);
  return {
    title: `${dayText(day)}${time ? `, ${time}` : ''} (${day})`,
    blocks: [
      paragraph(
        `${number} ${unit} ${count.days < 0 ? 'before' : 'after'} ${dayText(from)}, which itself is not counted.`,
      ),
      ...(skipped.length > 0
        ? [paragraph(strong('Not counted')), bullets(grouped(skipped).map((text) => inline(text)))]
        : [paragraph('No day on the way was passed over.')]),
      ...(beyond
        ? [
            paragraph(
              `⚠ Bank holidays are known until ${dayText(bankHolidaysEnd)}: what is counted beyond may be wrong.`,
            ),
          ]
        : []),
    ],
  };
}

/** The answer to "which day is the Friday before?". */
export function weekdayBeforeMessage({
  from,
  lead,
  day,
  time,
}: Pick<DerivedFacts, 'from' | 'day' | 'time'> & { readonly lead: LeadTime }): Message {
  const said = leadText(lead).replace(/, \d\d:\d\d$/, '');
  return {
    title: `${dayText(day)}${time ? `, ${time}` : ''} (${day})`,
    blocks: [
      paragraph(`It is ${said} ${dayText(from)}.`),
      ...(day.dayOfWeek === lead.days % OF_WEEK_BEFORE
        ? []
        : [paragraph('Nobody works on that day, so it is due on the working day before it.')]),
    ],
  };
}

/** In the order of the calendar, a weekend as one. */
function grouped(skipped: readonly SkippedDay[]): string[] {
  const days = [...skipped].sort((one, other) => other.day.until(one.day).days);
  return days.flatMap((one, index) => {
    const before = days[index - 1];
    const after = days[index + 1];
    if (one.why !== 'weekend') return [`${dayText(one.day)}: ${whyText(one)}`];
    if (one.day.dayOfWeek === 7 && before?.day.equals(one.day.subtract({ days: 1 }))) return [];
    return after?.day.equals(one.day.add({ days: 1 })) && after.why === 'weekend'
      ? [`${dayText(one.day)} and ${dayText(after.day)}: weekend`]
      : [`${dayText(one.day)}: weekend`];
  });
}

function whyText({ why, name }: SkippedDay): string {
  const words = { weekend: 'weekend', 'bank-holiday': 'bank holiday', closed: 'closure day' };
  return name === null ? words[why] : `${words[why]}, ${name}`;
}
