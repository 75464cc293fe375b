// The keys by which rows refer to each other: those of the record where it has the name, else made of the name.
import { nearestWord } from '../../../core/request/domain/similar.ts';
import { matchPerson, type NamedPerson } from '../../../people/people/domain/match-person.ts';
import type { KnownRow } from './known-record.ts';
import type { WorkbookProblem } from './sheet-rows.ts';
import type { SheetName } from './workbook-sheet.ts';

/** Whom or what the words of other sheets mean. */
export type Names = {
  /** The key; empty where there is none: then it is added to `problems`. */
  find(words: string, place: string, sheet: SheetName, problems: WorkbookProblem[]): string;
  /** The key of whom or what just these words mean; null: none, or two. */
  exactly(words: string): string | null;
};

/**
 * A key for each name, in order.
 * @param taken keys that no new name may have
 */
export function keysFor(
  names: readonly string[],
  known: readonly KnownRow[],
  taken: readonly string[] = known.map(({ key }) => key),
): string[] {
  const used = new Set(taken);
  return names.map((name) => {
    const same = known.filter((one) => plain(one.name) === plain(name));
    if (same.length === 1 && same[0]) return same[0].key;
    const stem = slug(name);
    let key = stem;
    for (let count = 2; used.has(key); count++) key = `${stem}-${count}`;
    used.add(key);
    return key;
  });
}

/** Those of the file, and those of the record that the file does not have. */
export function namesOf(ofFile: readonly KnownRow[], ofRecord: readonly KnownRow[]): Names {
  const all = [...ofFile, ...ofRecord.filter(({ key }) => !ofFile.some((one) => one.key === key))];
  const fitting = (words: string) => {
    const typed = plain(words);
    return all.filter(({ name }) => plain(name) === typed);
  };
  return {
    exactly: (words) => {
      const [one, other] = fitting(words);
      return one && !other ? one.key : null;
    },
    find(words, place, sheet, problems) {
      if (words === '') return '';
      const [one, other] = fitting(words);
      if (one && !other) return one.key;
      const near = nearestWord(
        words,
        all.map(({ name }) => name.toLowerCase()),
      );
      const meant = other
        ? fitting(words).map(({ key }) => key)
        : all.filter(({ name }) => name.toLowerCase() === near).map(({ name }) => name);
      problems.push({ place, why: other ? 'two-fit' : 'unknown', text: words, sheet, meant });
      return '';
    },
  };
}

type PersonRow = KnownRow & NamedPerson & { readonly furtherEmails: readonly string[] };

/** People, named in any of the ways in which people write a name. */
export function peopleNamed(ofFile: readonly PersonRow[], ofRecord: readonly PersonRow[]): Names {
  const all = [...ofFile, ...ofRecord.filter(({ key }) => !ofFile.some((one) => one.key === key))];
  return {
    exactly(words) {
      const found = matchPerson(words, all);
      return found.kind === 'one' ? found.person.key : null;
    },
    find(words, place, sheet, problems) {
      if (words === '') return '';
      const found = matchPerson(words, all);
      if (found.kind === 'one') return found.person.key;
      const why = found.kind === 'several' ? 'two-fit' : 'unknown';
      const meant =
        found.kind === 'several'
          ? found.people.map(({ email }) => email)
          : found.near.map(({ name }) => name);
      problems.push({ place, why, text: words, sheet, meant });
      return '';
    },
  };
}

function plain(words: string): string {
  return words.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function slug(name: string): string {
  const key = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return key === '' ? 'row' : key;
}
