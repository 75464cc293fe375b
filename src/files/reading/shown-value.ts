// A number or a day of a spreadsheet as it is shown there: 1.10 is not 1.1, and Mar-25 is a month, not its first day.

/** A number under its format. Formats that do more than count decimals, group thousands and add a sign are left as they are. */
export function shownNumber(value: number, format: string | undefined): string {
  const [plain = ''] = (format ?? '').replace(/\[[^\]]*\]/g, '').split(';');
  const bare = plain.replace(/"([^"]*)"|\\(.)|[_*]./g, '$1$2');
  const [, before = '', digits = '', after = ''] =
    /^([^#0?.,]*)([#0?,]*(?:\.[0#?]+)?)(.*)$/.exec(bare) ?? [];
  const isShare = after.trim() === '%';
  if (digits === '' || (after.trim() !== '' && !isShare && /[#0?@/:E]/i.test(after)))
    return String(isShare ? Number((value * 100).toFixed(10)) : value);
  const fixed = /\.(0*)/.exec(digits)?.[1]?.length ?? 0;
  const most = /\.([0#?]*)/.exec(digits)?.[1]?.length ?? 0;
  const whole = /0+/.exec(digits.replace(/,/g, '').split('.')[0] ?? '')?.[0].length ?? 0;
  const shown = new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: fixed,
    maximumFractionDigits: most,
    minimumIntegerDigits: Math.max(1, whole),
    useGrouping: digits.includes(','),
  }).format(isShare ? value * 100 : value);
  return `${before}${shown}${after}`.trim();
}

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
  ...['October', 'November', 'December'],
];

/**
 * A day as its format shows it, in one way of writing: a format without days means the month, one with years alone the year.
 * @param date at midnight UTC, as the library gives it
 */
export function shownDay(date: Date, format: string | undefined): string {
  const parts = (format ?? '')
    .split(';')[0]
    ?.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
    .toLowerCase();
  const [year, month = '', day] = date.toISOString().slice(0, 10).split('-');
  if (parts && /y/.test(parts) && !/d/.test(parts))
    return /m/.test(parts) ? `${MONTHS[Number(month) - 1] ?? month} ${year}` : String(year);
  return `${day}/${month}/${year}`;
}
