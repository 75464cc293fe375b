// The end of a board pack: every change since the last one, and where the plan's facts stand in its documents.

import {
  type ChangeFacts,
  proposalText,
} from '../../../control/plan-changes/messages/proposal-text.ts';
import { momentText } from '../../../core/dates/messages/when.ts';
import {
  type Cell,
  type DocumentBlock,
  documentTable,
  heading,
  withShapes,
} from '../../../core/message/messages/document.ts';
import { exampleMark } from '../../../core/message/messages/example-notice.ts';
import { text } from '../../../core/message/messages/message.ts';
import type { HistoryEntry } from '../../../plan/history/domain/history-entry.ts';
import { putRightText, whatText } from '../../../plan/history/messages/history-text.ts';
import type { PackFacts } from './pack-facts.ts';

/** What the board decided of ratings, what became of proposals, and everything else. */
export function changesSection(facts: PackFacts): DocumentBlock[] {
  const { entries, decidedChanges } = facts;
  const board = entries.filter(({ kind }) => kind === 'board');
  const others = entries.filter(({ kind }) => kind !== 'board');
  return [
    { kind: 'page-break' },
    heading(2, 'Every change'),
    ...(entries.length + decidedChanges.length === 0
      ? [{ kind: 'paragraph' as const, spans: [text('Nothing was recorded.')] }]
      : []),
    ...entryTable('What the board decided of ratings', board, facts),
    ...changeTable(decidedChanges, facts),
    ...entryTable('What was recorded, the oldest first', others, facts),
  ];
}

function entryTable(
  caption: string,
  entries: readonly HistoryEntry[],
  { objectives, entries: all, timeZone }: PackFacts,
): DocumentBlock[] {
  if (entries.length === 0) return [];
  const known = new Map(objectives.map(({ objective }) => [objective.id, objective]));
  const putRightBy = new Map(all.map(({ supersedesId, kind }) => [supersedesId, kind]));
  return [
    documentTable(
      caption,
      { Ref: 2, When: 4, What: 7, Who: 5, Note: 8 },
      entries.map((entry): Cell[] => {
        const objective = known.get(entry.objectiveId);
        const { author, note, at, superseded } = entry;
        return [
          objective?.ref ?? '',
          momentText(at, timeZone),
          `${withShapes(whatText(entry, objective ?? { ref: '', example: false }))}${superseded ? putRightText(putRightBy.get(entry.id)) : ''}`,
          author ? `${author.name}, ${author.organisation}` : 'the plan’s documents',
          note ?? '',
        ];
      }),
    ),
  ];
}

function changeTable(changes: readonly ChangeFacts[], { timeZone }: PackFacts): DocumentBlock[] {
  if (changes.length === 0) return [];
  return [
    documentTable(
      'Changes to the plan that were decided',
      { 'No.': 1, About: 4, What: 7, Decided: 5, Why: 6 },
      changes.map((change): Cell[] => [
        String(change.number),
        change.ref === null ? 'the plan' : `${change.ref}${exampleMark(change.example)}`,
        withShapes(proposalText(change.proposal, change.ref)),
        `${change.state}${change.decidedBy ? ` by ${change.decidedBy.name}, ${change.decidedBy.organisation}` : ''}${change.decidedAt ? `, ${momentText(change.decidedAt, timeZone)}` : ''}`,
        [change.reason, change.decisionNote].filter(Boolean).join(' — '),
      ]),
    ),
  ];
}

/** Document and line of each objective that came from one. */
export function sourcesSection({ objectives }: PackFacts): DocumentBlock[] {
  const rows = objectives.flatMap(({ objective, sources }): Cell[][] => {
    const documents = [...new Set(sources.map(({ document }) => document))];
    return documents.map((document) => [
      objective.ref,
      document,
      sources
        .filter((source) => source.document === document)
        .map(({ line }) => line)
        .join(', '),
    ]);
  });
  if (rows.length === 0) return [];
  return [
    heading(2, 'Sources'),
    documentTable(
      'Where the objectives stand in the partnership’s documents',
      { Ref: 2, Document: 12, Lines: 3 },
      rows,
    ),
  ];
}
