// What an imported cell's words mean: a date, a rating, people on the plan. What cannot be read is said.
import type { FuzzyDate } from '../../../core/dates/domain/fuzzy-date.ts';
import { parseDate } from '../../../core/dates/domain/parse-date.ts';
import { leadingColour, type Rag, ragNamed } from '../../../core/message/domain/rag.ts';
import { matchPerson, toldApart } from '../../../people/people/domain/match-person.ts';
import type { ImportPerson, PlanNow } from './import-steps.ts';
import type { ImportProblem, PlanRow, ReadCell } from './plan-columns.ts';

/** Null: there is no cell, or no date in it. Words that say so, and what cannot be read for certain, are told. */
export function dateOf(
  cell: ReadCell | undefined,
  { today, terms }: Pick<PlanNow, 'today' | 'terms'>,
  problems: ImportProblem[],
): FuzzyDate | null {
  if (!cell) return null;
  const { text, place } = cell;
  const printed = { terms, isPrinted: true };
  const lines = parseDate(text, today, 'future', printed);
  // A date may be broken over two lines of its cell.
  const whole = text.replace(/\s+/g, ' ').trim();
  const read = lines.kind === 'unread' ? parseDate(whole, today, 'future', printed) : lines;
  if (read.kind === 'date') return read.date;
  if (read.kind === 'open') problems.push({ place, why: 'no-date-yet', text });
  else if (!isNothing(text)) {
    const { readings } = read;
    problems.push({ place, why: 'bad-date', text, ...(readings.length > 0 && { readings }) });
  }
  return null;
}

/** Says that the plan's original date stays, where a file has another one. */
export function noteOriginal(
  original: FuzzyDate | null,
  now: { readonly originalDue: FuzzyDate | null; readonly due: FuzzyDate | null },
  cells: PlanRow['cells'],
  problems: ImportProblem[],
): void {
  const cell = cells['original-due'];
  const recorded = now.originalDue ?? now.due;
  if (original && cell && !(recorded && original.lastDay.equals(recorded.lastDay)))
    problems.push({ place: cell.place, why: 'original-stays' });
}

/** Whether two dates are the same to a reader: `by July 2024` and `July 2024` are. */
export function sameDate(one: FuzzyDate, other: FuzzyDate): boolean {
  return one.precision === other.precision && one.lastDay.equals(other.lastDay);
}

/** A colour, a letter, a symbol or words with one certain meaning; `Amber – slipping` is amber, `Green to Amber` neither. */
export function ratingOf(cell: ReadCell | undefined, problems: ImportProblem[]): Rag | null {
  if (!cell || (isNothing(cell.text) && cell.text !== '')) return null;
  const { text, place, fill } = cell;
  const behind = fill === undefined ? null : colourOf(fill);
  if (text === '') {
    problems.push({ place, why: 'colour-alone', text: behind ?? `#${fill ?? ''}` });
    return null;
  }
  const rag =
    ragNamed(text.trim().replace(/\s+/g, ' ')) ?? printedRating(text) ?? colourAlone(text);
  if (!rag) problems.push({ place, why: coloursIn(text) > 1 ? 'two-ratings' : 'bad-rating', text });
  // A plan with a legend of its own may colour “on track” amber: the words alone would then be wrong.
  if (rag && behind && behind !== rag) {
    problems.push({
      place,
      why: 'colour-differs',
      text: `${text.replace(/\s+/g, ' ')}, ${behind}`,
    });
    return null;
  }
  return rag;
}

/** What trackers print for one colour only, beside what people type: `On target`, `Yellow`, `✔ Complete`, `G↑`. */
const PRINTED: readonly (readonly [Rag, RegExp])[] = [
  ['green', /^(?:in progress\W+)?on (?:target|schedule|track)$/],
  ['red', /^(?:off (?:target|schedule)|critical)$/],
  ['amber', /^yellow$/],
  [
    'blue',
    /^(?:fully )?(?:complete|completed|closed|done|achieved|embedded|delivered)(?: ?(?:and|&) (?:closed|checked|complete|completed|embedded|verified|signed off|cspi))?$/,
  ],
];
const LETTER: Readonly<Record<string, Rag>> = { r: 'red', a: 'amber', g: 'green', b: 'blue' };

function printedRating(text: string): Rag | null {
  const words = text.toLowerCase().replace(/\s+/g, ' ').trim();
  const [, letter = ''] = /^([ragb]) ?[↑↓→←↗↘⬆⬇➡]️?$/u.exec(words) ?? [];
  const plain = words.replace(/^[✓✔☑]️? ?(?=\p{L})/u, '');
  return LETTER[letter] ?? PRINTED.find(([, form]) => form.test(plain))?.[0] ?? null;
}

/** The colour that words begin with, if they name no other and it is set off from what follows. */
function colourAlone(text: string): Rag | null {
  const isSetOff = /^\P{L}*\p{L}*\s*(?:$|\n|[-–—:;,.(/[])/u.test(text.trim());
  return isSetOff && coloursIn(text) <= 1 ? leadingColour(text) : null;
}

function coloursIn(text: string): number {
  const words = text.toLowerCase().match(/\b(?:red|amber|yellow|green|blue)\b/g) ?? [];
  const signs = text.match(/🔴|🛑|🟥|🟠|🟡|🔶|🟧|🟨|🟢|🟩|🔵|🟦/gu) ?? [];
  const named = [...words, ...signs].map((one) => ragNamed(one) ?? one);
  return new Set(named).size;
}

/** The rating whose colour a fill is nearest to, where it is near one at all; null: grey, purple, pale or dark. */
export function colourOf(fill: string): Rag | null {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map(
    (at) => Number.parseInt(fill.slice(at, at + 2), 16) / 255,
  );
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  if (most < 0.25 || range < 0.15) return null;
  const sector =
    most === red
      ? ((green - blue) / range + 6) % 6
      : most === green
        ? (blue - red) / range + 2
        : (red - green) / range + 4;
  const hue = sector * 60;
  if (hue < 20 || hue >= 345) return 'red';
  if (hue < 65) return 'amber';
  if (hue < 170) return 'green';
  return hue >= 180 && hue < 255 ? 'blue' : null;
}

/** The people of the plan whom a cell names, in any way of writing a name. Nobody is invented, and nobody is guessed. */
export function peopleOf(
  cell: ReadCell | undefined,
  { people, leads }: Pick<PlanNow, 'people' | 'leads'>,
  problems: ImportProblem[],
): ImportPerson[] {
  if (!cell || isNothing(cell.text)) return [];
  const found: ImportPerson[] = [];
  const said = (words: string) => people.filter(({ id }) => id === leads.get(plainLead(words)));
  const whole = said(cell.text);
  if (whole.length > 0) return whole;
  for (const words of namesIn(cell.text, people)) {
    const [person] = said(words);
    const match = person ? ({ kind: 'one', person } as const) : matchPerson(words, people);
    if (match.kind === 'one') {
      if (!found.includes(match.person)) found.push(match.person);
      continue;
    }
    const readings = match.kind === 'several' ? toldApart(match.people) : [];
    const problem = { place: cell.place, why: 'not-on-the-plan', text: words } as const;
    problems.push({ ...problem, ...(readings.length > 0 && { readings }) });
  }
  return found;
}

/** The names of a cell. A comma parts two people, unless it stands within one name: `BROWN, Ella (ORG)`. */
function namesIn(text: string, people: readonly ImportPerson[]): readonly string[] {
  return text
    .split(/[;\n/&]|\band\b/i)
    .flatMap((words) => (matchPerson(words, people).kind === 'none' ? words.split(',') : [words]))
    .map((words) => words.replace(/\s+/g, ' ').trim())
    .filter((words) => words !== '');
}

/** A printed lead as two files of the same words have it. */
export function plainLead(words: string): string {
  return words.normalize('NFKC').replace(/’/g, "'").replace(/\s+/g, ' ').trim().toLowerCase();
}

/** What stands in a cell to say that nothing does. */
export function isNothing(text: string): boolean {
  return /^(?:|[-–—.]+|n\/?a|not applicable|none|nil|tbc|tbd|to be confirmed)$/i.test(text.trim());
}
