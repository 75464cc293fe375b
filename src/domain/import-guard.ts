// The personal-data guard over a whole file: every cell is looked at before anything of it is stored or
// shown. What certainly is personal is left out, and only its place is kept.
import { readNote } from './note.ts';
import { findPersonalData, type KnownPeople } from './personal-data.ts';
import type { ImportProblem, PlanReading, PlanRow, ReadCell } from './plan-columns.ts';
import type { PlanField } from './plan-headings.ts';

/** The reading without what may not be kept, and with the places that it stood in. */
export function guardReading(reading: PlanReading, known: KnownPeople): PlanReading {
  const problems: ImportProblem[] = [];
  const guard = (cell: ReadCell): ReadCell | null => {
    const why = concern(cell.text, known);
    if (why) problems.push({ place: cell.place, why });
    return why === null || why === 'likely-personal' ? cell : null;
  };
  const sections = new Map<ReadCell, ReadCell | null>();
  const rows = reading.rows.flatMap((row): PlanRow[] => {
    const { section } = row;
    if (section && !sections.has(section)) sections.set(section, guard(section));
    const cells: { [F in PlanField]?: ReadCell } = {};
    for (const [field, cell] of Object.entries(row.cells) as [PlanField, ReadCell][]) {
      const kept = guard(cell);
      if (kept) cells[field] = kept;
    }
    return [{ ref: row.ref, cells, section: section && (sections.get(section) ?? null) }];
  });
  const before = reading.problems.map(({ text, ...problem }) =>
    text === undefined || concern(text, known) ? problem : { ...problem, text },
  );
  return { ...reading, rows, problems: [...before, ...unique(problems)] };
}

type Concern = 'certain-personal' | 'likely-personal' | 'bad-words';

function concern(text: string, known: KnownPeople): Concern | null {
  const findings = findPersonalData(text, known);
  if (findings.some(({ certainty }) => certainty === 'certain')) return 'certain-personal';
  const note = readNote(text);
  if (!note.ok && note.refusal.code !== 'note-too-long') return 'bad-words';
  return findings.length > 0 ? 'likely-personal' : null;
}

/** A cell that reaches over several rows is one find. */
function unique(problems: readonly ImportProblem[]): ImportProblem[] {
  return [...new Map(problems.map((one) => [`${one.place} ${one.why}`, one])).values()];
}
