// Which digests somebody takes, and at what time of the week.

/**
 * - `owner`: what is asked of me, what changed on mine
 * - `co-chair`: a theme's
 * - `office`: all that waits for the programme office
 * - `board`: the whole plan in short
 */
export type DigestVariant = 'owner' | 'co-chair' | 'office' | 'board';

export const digestVariants = [
  'owner',
  'co-chair',
  'office',
  'board',
] as const satisfies readonly DigestVariant[];

/** The day of the week, 1 is Monday, and the local time, HH:MM. */
export type DigestTime = { readonly weekday: number; readonly time: string };

export const usualDigestTime: DigestTime = { weekday: 1, time: '09:30' };

/** The earliest and the latest time that can be chosen: those at which anything goes out unasked. */
const HOURS = { from: '09:00', until: '16:30' } as const;

/** What a person chose for one of their digests; what is absent is as usual. */
export type DigestChoice = {
  readonly taken: boolean;
  readonly weekday: number | null;
  readonly time: string | null;
};

/** Whoever has to act on the whole of it gets it unasked; the others switch it on. */
const onByDefault = {
  owner: false,
  'co-chair': true,
  office: true,
  board: false,
} as const satisfies Record<DigestVariant, boolean>;

/** Whether a person takes a digest, given what they chose for it. */
export function takesDigest(variant: DigestVariant, choice: DigestChoice | undefined): boolean {
  return choice?.taken ?? onByDefault[variant];
}

/** When it comes, given what was chosen for it. */
export function digestTimeOf(
  choice: Pick<DigestChoice, 'weekday' | 'time'> | undefined,
): DigestTime {
  return {
    weekday: choice?.weekday ?? usualDigestTime.weekday,
    time: choice?.time ?? usualDigestTime.time,
  };
}

/** The digest that a word means; null: none. */
export function digestNamed(word: string): DigestVariant | null {
  switch (word.toLowerCase()) {
    case 'owner':
    case 'mine':
      return 'owner';
    case 'theme':
    case 'co-chair':
    case 'cochair':
      return 'co-chair';
    case 'office':
      return 'office';
    case 'board':
      return 'board';
    default:
      return null;
  }
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];

/**
 * Reads `monday 09:00`, `mon 9`, `friday` (at the usual time) or `14:00` (on the usual day).
 * Null where it is no working day, or no quarter of an hour from 09:00 to 16:30: what the bot looks at.
 */
export function parseDigestTime(words: string): DigestTime | null {
  const typed = words
    .trim()
    .toLowerCase()
    .replace(/(?<!\s)\s+at\s+/, ' ');
  const [, day = '', hour, minute = '00'] =
    /^([a-z]{3,9})?\s*(?:(\d{1,2})(?:[:.](00|15|30|45))?)?$/.exec(typed) ?? [];
  if (day === '' && hour === undefined) return null;
  const weekday = day === '' ? 0 : weekdays.findIndex((name) => name.startsWith(day));
  const time = hour === undefined ? usualDigestTime.time : `${hour.padStart(2, '0')}:${minute}`;
  if (weekday === -1 || time < HOURS.from || time > HOURS.until) return null;
  return { weekday: weekday + 1, time };
}
