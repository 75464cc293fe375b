// What the page for families says, as plain data: only what was agreed for it, and figures that identify nobody.

import type { PlanRefs } from '../../../plan/objectives/domain/plan-refs.ts';
import { parseRefs } from '../../../plan/objectives/domain/ref-list.ts';
import type { HistoryPoint } from '../../figures/domain/kpi-facts.ts';
import { abbreviationsIn, explains } from './plain-words.ts';
import { publicFigure } from './small-number-suppression.ts';

export type GlossaryTerm = {
  readonly term: string;
  readonly meaning: string;
  readonly plain: string | null;
};

/** An explanation as it is typed: `Education, health and care plan: what help a child gets`. */
export function termText({ meaning, plain }: Omit<GlossaryTerm, 'term'>): string {
  return plain === null ? meaning : `${meaning}: ${plain}`;
}

export type FamiliesPage = {
  readonly partnership: string;
  /** `Mon 1 July 2024`. */
  readonly madeOn: string;
  /** Whether any of it is made up. */
  readonly example: boolean;
  readonly promises: readonly {
    readonly ref: string;
    readonly words: string;
    /** A shape and a word: `🔶 Amber`. */
    readonly status: string;
    /** What that colour means. */
    readonly meaning: string;
    /** When it is due, as stated; null: nothing was stated. */
    readonly due: string | null;
    readonly example: boolean;
  }[];
  readonly figures: readonly {
    readonly name: string;
    readonly words: string;
    /** A column's heading and the figure in it. */
    readonly values: readonly { readonly heading: string; readonly figure: string }[];
  }[];
  readonly voices: readonly { readonly words: string; readonly role: string }[];
  /** Of every abbreviation on the page. */
  readonly glossary: readonly GlossaryTerm[];
};

/**
 * A KPI's figures, small numbers hidden. Where something newer is on record that comes first, and the published ones say
 * that they are those.
 * @param headers of the published table: name, baseline, performance, direction
 */
export function familyFigures(
  [, baseline, performance]: readonly [string, string, string, string],
  published: { readonly baseline: string; readonly performance: string },
  newest: Pick<HistoryPoint, 'label' | 'raw' | 'published'> | null,
): FamiliesPage['figures'][number]['values'] {
  const values = [
    { heading: baseline, figure: publicFigure(published.baseline) },
    { heading: performance, figure: publicFigure(published.performance) },
  ];
  if (!newest || newest.published) return values;
  return [
    { heading: `The newest figure: ${newest.label}`, figure: publicFigure(newest.raw) },
    ...values.map(({ heading, figure }) => ({ heading: `As published: ${heading}`, figure })),
  ];
}

/** Everything on the page that somebody reads, its glossary left out. */
export function pageText({ partnership, promises, figures, voices }: FamiliesPage): string[] {
  return [
    partnership,
    ...promises.flatMap(({ words, meaning, due }) => [words, meaning, due ?? '']),
    ...figures.flatMap(({ name, words, values }) => [
      ...[name, words],
      ...values.flatMap(({ heading, figure }) => [heading, figure]),
    ]),
    ...voices.flatMap(({ words, role }) => [words, role]),
  ];
}

/** The terms that the texts need, those that their explanations need with them, and what nobody explains. */
export function glossaryFor(
  texts: readonly string[],
  terms: readonly GlossaryTerm[],
): { readonly glossary: readonly GlossaryTerm[]; readonly unexplained: readonly string[] } {
  const needed = new Set<GlossaryTerm>();
  const unexplained = new Set<string>();
  const open = [...texts];
  for (let text = open.pop(); text !== undefined; text = open.pop()) {
    for (const abbreviation of abbreviationsIn(text)) {
      const term = terms.find((one) => explains(one.term, abbreviation));
      if (!term) unexplained.add(abbreviation);
      else if (!needed.has(term)) {
        needed.add(term);
        open.push(term.meaning, term.plain ?? '');
      }
    }
  }
  const byName = (one: GlossaryTerm, other: GlossaryTerm) => one.term.localeCompare(other.term);
  return { glossary: [...needed].sort(byName), unexplained: [...unexplained].sort() };
}

/** What an item of the page speaks of, as it is typed: `2B:2`, `kpi 12`, `quote 3`. */
export type FamilySubject =
  | { readonly kind: 'objective'; readonly ref: string }
  | { readonly kind: 'kpi' | 'quote'; readonly number: number };

/** Reads `2B:2 words`, `kpi 12 words`, `quote 3 words`; null: it begins with none of these. */
export function parseFamilySubject(
  line: string,
  plan: PlanRefs,
): { readonly subject: FamilySubject; readonly words: string } | null {
  const [, kind, number, after = ''] = /^(kpi|quote)\s+(\d{1,4})\b\s*([\s\S]*)$/i.exec(line) ?? [];
  if (kind && number) {
    const name = kind.toLowerCase() === 'kpi' ? 'kpi' : 'quote';
    return { subject: { kind: name, number: Number(number) }, words: after };
  }
  const { refs, rest } = parseRefs(line, plan);
  const [ref] = refs;
  if (ref !== undefined) return { subject: { kind: 'objective', ref }, words: rest };
  const [, word, words = ''] = /^(\S+)\s*([\s\S]*)$/.exec(line) ?? [];
  return word ? { subject: { kind: 'objective', ref: word }, words } : null;
}

/** `2B:2`, `kpi 12`, `quote 3`. */
export function subjectWords(subject: FamilySubject): string {
  return subject.kind === 'objective' ? subject.ref : `${subject.kind} ${subject.number}`;
}
