// How well the personal-data guard does on notes as officers write them, kind by kind. The labels were
// written by people who did not see the rules. Held-out notes were scored before anybody read them: the
// decision record 0004 keeps that blind score. Their misses were read and mended afterwards, so what this
// table prints for them now is no longer blind. That holds of those marked `unread` as well: the rules were widened
// after their blind score. Those marked `read` were the latest batches before.
import { readFileSync } from 'node:fs';
import {
  findPersonalData,
  type KnownPeople,
} from '../../../../../src/core/personal-data/domain/personal-data.ts';

export type Decision = 'refuse' | 'ask' | 'take';

export type OfficerNote = {
  readonly text: string;
  /** What it leaks, or `plain`. */
  readonly kind: string;
  readonly expected: Decision;
  readonly set: 'tuned' | 'held-out';
  /** `unread`: the latest batch, whose blind score is in decision 0004. */
  readonly style: string;
};

export type KindScore = {
  readonly kind: string;
  readonly expected: Decision;
  readonly notes: number;
  /** Decided at least as strictly as expected; a plain note: taken. */
  readonly right: number;
};

const NOBODY: KnownPeople = { emails: new Set(), names: [] };

export function officerNotes(): OfficerNote[] {
  return readFileSync(new URL('../officer-notes.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

export function decide(text: string): Decision {
  const findings = findPersonalData(text, NOBODY);
  if (findings.some(({ certainty }) => certainty === 'certain')) return 'refuse';
  return findings.length > 0 ? 'ask' : 'take';
}

/** One row a kind, in the order of the labels. */
export function scoreNotes(notes: readonly OfficerNote[]): KindScore[] {
  return [...new Set(notes.map(({ kind }) => kind))].map((kind) => {
    const own = notes.filter((note) => note.kind === kind);
    const expected = own[0]?.expected ?? 'take';
    return { kind, expected, notes: own.length, right: own.filter(isRight).length };
  });
}

export function isRight({ text, expected }: OfficerNote): boolean {
  const decision = decide(text);
  return expected === 'ask' ? decision !== 'take' : decision === expected;
}

/**
 * Of the notes with a find of a kind, the share that leak; and of those refused, the share that should be.
 * A find of another kind beside the labelled one counts as right: a leaking note can leak twice.
 */
export function precisions(notes: readonly OfficerNote[]): Map<string, number> {
  const found = new Map<string, { leaking: number; all: number }>();
  for (const { text, expected } of notes) {
    const findings = findPersonalData(text, NOBODY);
    for (const row of new Set(findings.map(({ kind, certainty }) => `${kind} ${certainty}`))) {
      const counts = found.get(row) ?? { leaking: 0, all: 0 };
      const isLeak = row.endsWith('certain') ? expected === 'refuse' : expected !== 'take';
      found.set(row, { leaking: counts.leaking + Number(isLeak), all: counts.all + 1 });
    }
  }
  return new Map([...found].map(([row, { leaking, all }]) => [row, leaking / all]));
}

/** The table that the test and `npm run guard` print. */
export function guardTable(notes: readonly OfficerNote[]): string {
  const heldOut = scoreNotes(notes.filter(({ set }) => set === 'held-out'));
  const unread = scoreNotes(notes.filter(({ style }) => style === 'unread'));
  const recalls = scoreNotes(notes).map(({ kind, expected, notes: all, right }) => {
    const [apart, blind] = [heldOut, unread].map((rows) => rows.find((row) => row.kind === kind));
    return [
      kind.padEnd(15),
      expected.padEnd(7),
      String(all).padStart(5),
      String(right).padStart(6),
      (right / all).toFixed(3).padStart(7),
      (apart ? `${apart.right}/${apart.notes}` : '-').padStart(9),
      (blind ? `${blind.right}/${blind.notes}` : '-').padStart(9),
    ].join(' ');
  });
  const found = [...precisions(notes)].map(
    ([row, precision]) => `${row.padEnd(23)} ${precision.toFixed(3).padStart(9)}`,
  );
  return [
    'label           expect  notes  right  recall  held-out    unread',
    ...recalls,
    '',
    'found                   precision',
    ...found,
  ].join('\n');
}
