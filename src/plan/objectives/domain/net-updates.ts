// What ratings amount to once slips are put right: one that was taken back did not happen, and one that was
// amended reads as it was put right, in the place of what it amends.
import type { StatusEntry } from './objective.ts';

/** Who put an entry right, when, and what it had said of the colour before. */
export type Amended = Pick<StatusEntry, 'author' | 'at'> & { readonly said: StatusEntry['toRag'] };

/** An entry as it reads now; `amended` null: as it was given. Its `id` and `version` are those of the last amendment. */
export type NetUpdate<Entry = StatusEntry> = Entry & { readonly amended: Amended | null };

/**
 * An amendment keeps when the rating was given and where it came from; it brings its words and its colour. Whoever
 * put another colour there is who gave it. What was put right, but is not among the entries, leaves its correction
 * as it stands: that something of before was taken back or amended.
 * @param entries oldest first; of a period, or of all time
 */
export function netUpdates<Entry extends StatusEntry>(
  entries: readonly Entry[],
): NetUpdate<Entry>[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const corrected = new Set(entries.map(({ supersedesId }) => supersedesId));
  const isUndone = ({ kind, supersedesId }: Entry) =>
    kind === 'undo' && supersedesId !== null && byId.has(supersedesId);
  return entries
    .filter((entry) => !corrected.has(entry.id) && !isUndone(entry))
    .map((entry) => asItReads(entry, byId));
}

function asItReads<Entry extends StatusEntry>(
  entry: Entry,
  byId: ReadonlyMap<string, Entry>,
): NetUpdate<Entry> {
  let given = entry;
  while (given.kind === 'amend') {
    const amended = byId.get(given.supersedesId ?? '');
    if (!amended) break;
    given = amended;
  }
  if (given === entry) return { ...entry, amended: null };
  const { id, version, supersedesId, superseded, toRag, note, author, at } = entry;
  return {
    ...given,
    ...{ id, version, supersedesId, superseded, toRag, note },
    author: given.toRag === toRag ? given.author : author,
    amended: { author, at, said: given.toRag },
  };
}
