// Times of day and small numbers as boards print them: "12 noon", "2pm", "close of play", "ten". A time is kept as HH:MM.

/** Where no other is said, the end of an office's day. */
const CLOSE_OF_PLAY = '17:00';

const TIME =
  '(?:12\\s*noon|noon|midday|(?:close|end) of (?:play|business|(?:the )?(?:working )?day)|cop|cob|\\d{1,2}(?:[:.]\\d{2})?\\s*(?:am|pm|a\\.m\\.|p\\.m\\.)(?![a-z])|\\d{1,2}[:.]\\d{2}(?!\\d))';

/** A time of day, for forms that hold one. */
export const TIME_OF_DAY = TIME;

/** `14:00` of "2pm"; null: it is none, or one that the day does not have. "Midnight" may be of either day. */
export function parseTimeOfDay(words: string): string | null {
  const text = words.trim().toLowerCase().replaceAll('a.m.', 'am').replaceAll('p.m.', 'pm');
  if (!new RegExp(`^${TIME}$`).test(text)) return null;
  if (/noon|midday/.test(text)) return '12:00';
  if (/^(?:close|end|co[pb])/.test(text)) return CLOSE_OF_PLAY;
  const [, typed = '', minute = '00', half] =
    /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/.exec(text) ?? [];
  const hour = Number(typed);
  if (half !== undefined && (hour < 1 || hour > 12)) return null;
  const ofDay = half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0);
  if (ofDay > 23 || Number(minute) > 59) return null;
  return `${String(ofDay).padStart(2, '0')}:${minute}`;
}

const WORDS =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty'.split(
    '|',
  );

/** A small number in digits or in words, for forms that hold one. */
export const SMALL_NUMBER = `(?:\\d{1,3}|${[...WORDS].reverse().join('|')}|an?)`;

/** 10 of `10`, `ten`; 1 of `a`. NaN: it is none. */
export function parseSmallNumber(word: string): number {
  const text = word.toLowerCase();
  if (/^\d+$/.test(text)) return Number(text);
  return /^an?$/.test(text) ? 1 : WORDS.indexOf(text) + 1 || Number.NaN;
}
