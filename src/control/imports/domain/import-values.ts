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
  const read = parseDate(text, today, 'future', { terms, isPrinted: true });
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

/** A word, a letter or a symbol; `Amber – slipping` is amber. */
export function ratingOf(cell: ReadCell | undefined, problems: ImportProblem[]): Rag | null {
  if (!cell || isNothing(cell.text)) return null;
  const rag = ragNamed(cell.text.trim().replace(/\s+/g, ' ')) ?? leadingColour(cell.text);
  if (!rag) problems.push({ place: cell.place, why: 'bad-rating', text: cell.text });
  return rag;
}

/** The people of the plan whom a cell names, in any way of writing a name. Nobody is invented, and nobody is guessed. */
export function peopleOf(
  cell: ReadCell | undefined,
  people: readonly ImportPerson[],
  problems: ImportProblem[],
): ImportPerson[] {
  if (!cell || isNothing(cell.text)) return [];
  const found: ImportPerson[] = [];
  for (const words of namesIn(cell.text, people)) {
    const match = matchPerson(words, people);
    if (match.kind === 'one') {
      if (!found.includes(match.person)) found.push(match.person);
      continue;
    }
    const readings = match.kind === 'several' ? toldApart(match.people) : [];
    const said = { place: cell.place, why: 'not-on-the-plan', text: words } as const;
    problems.push({ ...said, ...(readings.length > 0 && { readings }) });
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

/** What stands in a cell to say that nothing does. */
export function isNothing(text: string): boolean {
  return /^(?:[-–—.]+|n\/?a|none|tbc|tbd|to be confirmed)$/i.test(text.trim());
}
