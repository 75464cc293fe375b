// What is said where a closure day or a calendar is refused.

import { code, paragraph } from '../../../core/message/messages/message.ts';
import { onDay, say } from '../../../core/request/messages/refusal-parts.ts';
import type { Words } from '../../../core/request/messages/refusal-words.ts';
import type { CalendarRefusal } from '../domain/refusal-calendar.ts';

/** The words, reason by reason. */
export const calendarRefusals: Words<CalendarRefusal> = {
  'unknown-calendar': (refusal) =>
    say(`There is no calendar “${refusal.typed}”`, [
      paragraph(
        refusal.known.length > 0
          ? `Nothing was changed. These are known: ${refusal.known.join(', ')}, and “everybody”.`
          : 'Nothing was changed. None is known but “everybody”.',
      ),
      paragraph(code('/pap admin calendar terms school 2 Sep 2024 to 25 Oct 2024'), ' makes one.'),
    ]),
  'not-closed': (refusal) =>
    say(`${onDay(refusal.on)} is not set apart`, [
      paragraph(
        'Nothing was changed: it is neither a closure day nor a bank holiday. ',
        code('/pap admin calendar'),
        ' lists the days that are.',
      ),
    ]),
  'no-public-address': () =>
    say('Calendars are not switched on here', [
      paragraph(
        'Nothing was changed. Calendar programs have to reach PAP at a public address, and it has none yet. Whoever looks after the server sets ',
        code('PAP_PUBLIC_URL'),
        ' to it (docs/operations.md, “Calendars”). Until then ',
        code('/pap mine'),
        ' shows what is due.',
      ),
    ]),
};
