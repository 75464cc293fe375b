// Which area a new objective belongs to: what the heading over it says, else its reference's first part. A heading without a number
// never lands in an area of another name.
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import { parseAreaHeading } from '../rules/area-headings.ts';
import type { ReadCell } from './plan-columns.ts';

export type FoundArea = {
  readonly ref: string;
  /** As the plan has it, else as the file says; null: it has none. */
  readonly name: string | null;
  /** What the file calls it; null: nothing. */
  readonly said: string | null;
};

/** Finds the areas of one file's objectives: the same heading is the same area throughout. */
export type AreaFinder = (ref: string, heading: ReadCell | null | undefined) => FoundArea;

const MAX_NAME = 200;

export function areaFinder(
  objectives: readonly Pick<Objective, 'areaRef' | 'areaName'>[],
): AreaFinder {
  const known = new Map(objectives.map(({ areaRef, areaName }) => [areaRef, areaName]));
  const byName = new Map(
    objectives.flatMap(({ areaRef, areaName }) =>
      areaName === null ? [] : [[plain(areaName), areaRef] as const],
    ),
  );
  const claimed = new Map<string, string>();
  return (ref, heading) => {
    const parsed = parseAreaHeading(heading?.text ?? '');
    const said = parsed.name?.slice(0, MAX_NAME) ?? null;
    const area = parsed.ref ?? (said === null ? firstPart(ref) : unnumbered(said, ref));
    if (said !== null && !claimed.has(area)) claimed.set(area, plain(said));
    return { ref: area, name: known.has(area) ? (known.get(area) ?? null) : said, said };
  };

  function unnumbered(name: string, ref: string): string {
    const same =
      byName.get(plain(name)) ?? [...claimed].find(([, one]) => one === plain(name))?.[0];
    if (same !== undefined) return same;
    const first = firstPart(ref);
    if (!known.has(first) && !claimed.has(first)) return first;
    const numbers = [...known.keys(), ...claimed.keys()].map(Number).filter(Number.isInteger);
    return String(Math.max(0, ...numbers) + 1);
  }
}

function firstPart(ref: string): string {
  const words = /^(?:PAP\s+)?(?:[a-z]{3,}\s+|#)?(\d{1,3}|[A-Z]{1,4})/i.exec(ref);
  return (words?.[1] ?? ref).toUpperCase();
}

function plain(name: string): string {
  return name.toLowerCase().replace(/\s+/g, ' ').trim();
}
