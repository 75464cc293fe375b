// Proves the shipped plan against the partnership's own documents: every fact stands at its
// recorded line, no figure and no line of the documents is lost, and no passage is copied.
import { describe, expect, it } from 'vitest';
import { type AnyRow, allRows, plan, textsOf } from './support/plan.ts';
import {
  howToProvideDocuments,
  lineAt,
  readSourceDocuments,
  type SourceDocuments,
} from './support/source-documents.ts';
import { findFact, findFigures, isWithin, type Span, wordRuns, wordsOf } from './support/text.ts';

/** Lines of substance that no row accounts for, as `doc:line`; there are none to excuse. */
const unaccountedAllowed: readonly string[] = [];

const ownWording = ['inShort', 'scope', 'outcome', 'summary', 'ragNote', 'note', 'label', 'title'];
/** Fields that hold a name or heading as the documents print it. */
const printed = ['name', 'heading', 'role', 'about', 'title', 'text'];
const longestCopiedRun = 7;
const longestFact = 12;

const found = readSourceDocuments();
if (found === null) console.log(howToProvideDocuments);
const documents: SourceDocuments = found ?? new Map();

const factsByLine = new Map<string, string[]>();
for (const { source } of allRows) {
  for (const { doc, line, text } of source) {
    const at = `${doc}:${line}`;
    factsByLine.set(at, [...(factsByLine.get(at) ?? []), text]);
  }
}

describe.skipIf(found === null)('the plan against its source documents', () => {
  it('finds every fact at its recorded line', () => {
    const missing = allRows.flatMap((row) =>
      row.source
        .filter(({ doc, line, text }) => findFact(lineAt(documents, doc, line), text).length === 0)
        .map(({ doc, line, text }) => `${row.at}: "${text}" is not in ${doc}:${line}`),
    );
    expect(missing).toEqual([]);
  });

  it('takes every name and heading from a fact of the same row', () => {
    const invented = allRows
      .filter(({ kind }) => kind !== 'partnership' && kind !== 'plan-version')
      .flatMap((row) =>
        textsOf(row, printed)
          .filter((text) => !row.source.some((fact) => holds(fact.text, text)))
          .map((text) => `${row.at}: "${text}" is in none of the row's facts`),
      );
    expect(invented).toEqual([]);
  });

  it('takes every figure from a fact, and lists every fact that holds a figure', () => {
    const summarised = allRows.filter(({ kind }) => kind === 'statement' || kind === 'voice');
    const problems = summarised.flatMap((row) => {
      const facts = row.source.map(({ text }) => text);
      const headings = textsOf(row, ['heading', 'role']);
      const unfounded = row.figures.filter((text) => !facts.includes(text));
      const unlisted = facts.filter(
        (text) => findFigures(text).length > 0 && ![...row.figures, ...headings].includes(text),
      );
      return [
        ...unfounded.map((text) => `${row.at}: figure "${text}" is not one of the row's facts`),
        ...unlisted.map((text) => `${row.at}: "${text}" holds a figure that is not listed`),
      ];
    });
    expect(problems).toEqual([]);
  });

  it('prints no figure in our own wording that the row has no fact for', () => {
    const invented = allRows.flatMap((row) =>
      textsOf(row, ownWording).flatMap((text) => {
        const known = row.source.flatMap((fact) => findFact(text, fact.text));
        return uncovered(text, known).map((figure) => `${row.at}: "${figure}" in "${text}"`);
      }),
    );
    expect(invented).toEqual([]);
  });

  it('loses no figure of any line', () => {
    const lost = linesOfSubstance().flatMap(({ at, text }) => {
      const facts = factsByLine.get(at) ?? [];
      const known = facts.flatMap((fact) => findFact(text, fact));
      return uncovered(text, known).map((figure) => `${at}: "${figure}" in: ${text}`);
    });
    for (const figure of lost) console.log(`figure that no row records: ${figure}`);
    expect(lost).toEqual([]);
  });

  it('accounts for every line of substance', () => {
    const lines = linesOfSubstance();
    const unaccounted = lines.filter(({ at }) => !factsByLine.has(at));
    for (const { at, text } of unaccounted) console.log(`no row accounts for ${at}: ${text}`);
    expect(unaccounted.map(({ at }) => at)).toEqual(unaccountedAllowed);
    expect(lines.length).toBeGreaterThan(200);
  });

  it('repeats every KPI table line exactly', () => {
    const kpis = plan.kpi.map((kpi) => ({
      at: onlyLine(kpi.source),
      text: [kpi.name, kpi.baseline, kpi.performance, kpi.direction].join('\t'),
    }));
    const headers = plan['kpi-table'].map((table) => ({
      at: onlyLine(table.source.slice(1)),
      text: [
        table.nameHeader,
        table.baselineHeader,
        table.performanceHeader,
        table.directionHeader,
      ].join('\t'),
    }));
    expect([...headers, ...kpis].sort(byPlace)).toEqual(
      linesOfSubstance().filter(({ text }) => text.split('\t').length === 4),
    );
  });

  it('repeats every footnote and marks exactly the rows that print its marker', () => {
    for (const note of plan.footnote) {
      const { doc, line } = firstPlace(note.source);
      expect(`${note.marker} ${note.text}`).toBe(lineAt(documents, doc, line));
      const cells = plan.kpi.filter(({ theme }) => theme === note.theme);
      const marked = cells.filter((kpi) => kpi[note.cell].endsWith(note.marker));
      expect(marked.map(({ number }) => number)).toEqual(note.kpis);
    }
    const anywhere = plan.kpi.filter((kpi) =>
      `${kpi.name}${kpi.baseline}${kpi.performance}`.includes('*'),
    );
    expect(anywhere.map(({ number }) => number)).toEqual(plan.footnote.flatMap(({ kpis }) => kpis));
  });

  it('links each area of the self-evaluation to the priorities that its line prints', () => {
    for (const area of plan['self-evaluation']) {
      const { doc, line } = firstPlace(area.source);
      const links = /\(Strategic Priorities ([\d,]+)\)/.exec(lineAt(documents, doc, line))?.[1];
      expect(area.priorities, area.at).toEqual(links ? links.split(',').map(Number) : []);
    }
  });

  it('copies no passage into our own wording', () => {
    const runs = new Set(
      [...documents.values()].flatMap((lines) => wordRuns(lines.join(' '), longestCopiedRun + 1)),
    );
    const copied = allRows
      .filter(({ kind }) => kind !== 'document' && kind !== 'kpi-table')
      .flatMap((row) =>
        textsOf(row, ownWording).flatMap((text) =>
          wordRuns(text, longestCopiedRun + 1)
            .filter((run) => runs.has(run))
            .map((run) => `${row.at}: "${run}"`),
        ),
      );
    expect(copied).toEqual([]);
  });

  it('keeps the facts of a summarised passage short', () => {
    const long = allRows
      .filter(({ kind }) => kind !== 'kpi' && kind !== 'kpi-table' && kind !== 'footnote')
      .flatMap((row) =>
        row.source
          .filter(({ text }) => wordsOf(text).length > longestFact)
          .filter(({ text }) => !textsOf(row, ['heading', 'name']).includes(text))
          .map(({ text }) => `${row.at}: "${text}"`),
      );
    expect(long).toEqual([]);
  });
});

interface DocumentLine {
  /** Document and line, e.g. `000:115`. */
  readonly at: string;
  readonly text: string;
}

/** A line of substance prints at least one letter or digit: only blank lines are left out. */
function linesOfSubstance(): DocumentLine[] {
  return [...documents].flatMap(([doc, lines]) =>
    lines
      .map((text, index) => ({ at: `${doc}:${index + 1}`, text }))
      .filter(({ text }) => /[\p{L}\p{N}]/u.test(text)),
  );
}

function uncovered(text: string, known: readonly Span[]): string[] {
  return findFigures(text)
    .filter((figure) => !isWithin(figure, known))
    .map(({ from, to }) => text.slice(from, to));
}

function holds(fact: string, text: string): boolean {
  return fact.toLowerCase().includes(text.toLowerCase());
}

/** A row's first fact stands in its main line. */
function firstPlace([first]: AnyRow['source']): AnyRow['source'][number] {
  if (!first) throw new Error('the row has no source');
  return first;
}

/** The one line that all these facts stand in. */
function onlyLine(source: AnyRow['source']): string {
  const places = new Set(source.map(({ doc, line }) => `${doc}:${line}`));
  expect([...places]).toHaveLength(1);
  return [...places].join();
}

function byPlace(a: DocumentLine, b: DocumentLine): number {
  return a.at.localeCompare(b.at, 'en', { numeric: true });
}
