// Writes src/core/dates/domain/bank-holiday-table.ts: the bank holidays of England and Wales as the date-holidays package knows
// them. Run it when the package has news, e.g. a one-off holiday, or when the table is to reach further:
// `npm run bank-holidays`.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Holidays from 'date-holidays';

const FIRST = 2022;
const LAST = 2035;

const england = new Holidays('GB', 'ENG', { types: ['public', 'bank'] });
const rows = [];
for (let year = FIRST; year <= LAST; year++) {
  for (const { date, name } of england.getHolidays(year)) {
    const day = date.slice(0, 10);
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    // Nobody counts a Saturday or a Sunday: its substitute is a row of its own.
    if (weekday !== 0 && weekday !== 6) rows.push([day, plain(name)]);
  }
}
rows.sort(([one], [other]) => (one < other ? -1 : 1));

/** The package's names, as people here say them. */
function plain(name) {
  return name
    .replace(/\s*\(substitute day\)$/i, ' (substitute day)')
    .replace(/'/g, '’')
    .replace(/^May Day$/, 'Early May bank holiday');
}

const table = rows.map(([day, name]) => `  ['${day}', '${name}'],`).join('\n');
const file = join(
  dirname(fileURLToPath(import.meta.url)),
  '../src/core/dates/domain/bank-holiday-table.ts',
);
writeFileSync(
  file,
  `// Bank holidays of England and Wales that are no Saturday or Sunday, substitutes and one-off days included.
// Written by \`npm run bank-holidays\`: change the script, not this file.

/** The years that the table covers. */
export const bankHolidayYears = { first: ${FIRST}, last: ${LAST} } as const;

export const bankHolidayTable: readonly (readonly [day: string, name: string])[] = [
${table}
];
`,
);
console.log(`${rows.length} bank holidays, ${FIRST} to ${LAST}`);
