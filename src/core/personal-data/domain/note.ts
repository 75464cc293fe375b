// What a person writes beside a rating. Kept as typed, or refused with the reason: never cut, and
// never altered behind their back.

import { MAX_NOTE_LENGTH } from '../../message/domain/typed-text.ts';
import { ok, type Result, refuse } from '../../request/domain/result.ts';

/**
 * Control characters other than line breaks, the marks that reorder text on screen, half characters,
 * which the database could not keep as they are, and what Unicode keeps free, which no file may hold.
 */
const INVISIBLE =
  /(?!\n)[\p{Cc}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\p{Surrogate}\p{Noncharacter_Code_Point}]/gu;
/** Calls to everybody, as either platform writes them. */
const BROADCAST =
  /<!(?:channel|here|everyone)[^<>]*>|(?<![\w.])@(?:channel|here|everyone|everybody)\b/i;

/**
 * Checks a note. Null: there is none.
 * Refusals: `note-too-long`, `bad-characters`, `broadcast-mention`.
 */
export function parseNote(input: string): Result<string | null> {
  const typed = unquote(input.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').trim());
  if (typed.length > MAX_NOTE_LENGTH) {
    return refuse({ code: 'note-too-long', length: typed.length, limit: MAX_NOTE_LENGTH });
  }
  const cleaned = typed.replace(INVISIBLE, '');
  if (cleaned !== typed) return refuse({ code: 'bad-characters', cleaned });
  const broadcast = BROADCAST.exec(typed);
  if (broadcast) return refuse({ code: 'broadcast-mention', word: broadcast[0] });
  return ok(typed === '' ? null : typed);
}

/**
 * Quotation marks around a whole note only keep it together: `amber "red tape reduced"`. Those within
 * such a note are doubled, as in a spreadsheet.
 */
function unquote(note: string): string {
  const inner = /^"((?:[^"]|"")*)"$/.exec(note)?.[1];
  return inner === undefined ? note : inner.replaceAll('""', '"').trim();
}
