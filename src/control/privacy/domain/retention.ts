// Which kinds of row have a schedule. Until the office sets one, everything is kept; what is only needed for a while by the
// bot itself goes by itself.

export const rowKinds = {
  'people-left': 'people who have left: name, addresses and words, as “admin people erase” does it',
  history: 'words of the history: notes, reasons, evidence, challenges',
  messages: 'what messages said that were sent or came to nothing',
  imports: 'cells of files that were read, once they are confirmed or dropped',
  'link-requests': 'requests to link an account, once they are decided or too old to be',
  absences: 'absences and covers that are over',
  'office-log': 'what the log of the programme office says',
} as const;

export type RowKind = keyof typeof rowKinds;

/** Kept by the bot itself for this long; scheduled/tidy-record.ts sees to it. */
export const alwaysTidied: readonly (readonly [what: string, time: string])[] = [
  ['requests that were answered', '30 days'],
  ['runs of jobs', '90 days'],
  ['the pace of sending', 'a day'],
];

export const MOST_MONTHS = 1200;

/** Whether it is one of the kinds; capitals and spaces do not matter. */
export function rowKindOf(typed: string): RowKind | null {
  const wanted = typed.trim().toLowerCase().replaceAll(/\s+/g, '-');
  return (Object.keys(rowKinds) as RowKind[]).find((kind) => kind === wanted) ?? null;
}

/** `24 months`, `6 years` in months; null: it is no such time. */
export function parseMonths(typed: string): number | null {
  const [, count, unit] = /^(\d{1,4})\s*(months?|years?)$/i.exec(typed.trim()) ?? [];
  if (count === undefined || unit === undefined) return null;
  const months = Number(count) * (/^y/i.test(unit) ? 12 : 1);
  return months >= 1 && months <= MOST_MONTHS ? months : null;
}

/** A time as it is shown: whole years where it is some. */
export function monthsText(months: number): string {
  const [count, unit] = months % 12 === 0 ? [months / 12, 'year'] : [months, 'month'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
