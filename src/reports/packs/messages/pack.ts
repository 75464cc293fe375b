// A board pack as a document: the cover, what changed, what needs deciding, a page a theme, and at the end everything
// that was recorded since the last one and where the plan's facts stand.

import { proposalText } from '../../../control/plan-changes/messages/proposal-text.ts';
import { dayText, momentText } from '../../../core/dates/messages/when.ts';
import { capital } from '../../../core/message/domain/text-ends.ts';
import { chartCountsText } from '../../../core/message/messages/chart-data.ts';
import {
  type Cell,
  type Document,
  type DocumentBlock,
  documentTable,
  heading,
  withShapes,
} from '../../../core/message/messages/document.ts';
import { EXAMPLE_NOTICE, exampleMark } from '../../../core/message/messages/example-notice.ts';
import { inline, text } from '../../../core/message/messages/message.ts';
import { fullRef } from '../../../plan/plan-items/domain/item-ref.ts';
import type { PlanItem } from '../../../plan/plan-items/domain/plan-item.ts';
import { isDecisionOf } from '../../../plan/plan-items/domain/recovery.ts';
import { overlapText } from '../../digests/messages/theme-overlap.ts';
import {
  isMoved,
  organisationsText,
  packCounts,
  ratingCell,
  thenCell,
  whyText,
} from './pack-cells.ts';
import { changesSection, sourcesSection } from './pack-changes.ts';
import type { PackFacts, PackObjective } from './pack-facts.ts';
import { spokenTable } from './pack-news.ts';
import { objectivesSection, themeSection } from './pack-theme.ts';

/** The pack. */
export function packDocument(facts: PackFacts): Document {
  const { partnership, number, version, meeting, asAt, timeZone } = facts;
  const moment = momentText(asAt, timeZone);
  const placed = new Set(
    facts.objectives
      .filter(({ objective }) =>
        objective.themes.some(({ id }) => facts.themes.some((theme) => theme.id === id)),
      )
      .map(({ objective }) => objective.id),
  );
  const unplaced = facts.objectives.filter(({ objective }) => !placed.has(objective.id));
  return {
    title: `${partnership}: board pack ${number}`,
    subtitle: [
      `For the ${meeting.title} of ${dayText(meeting.heldOn)}${exampleMark(meeting.example)}, ${facts.forum}`,
      `Pack ${number}, version ${version}, made by ${facts.madeBy}`,
      `It says what the record said at ${moment} (${timeZone}). What was recorded later is not in it.`,
      ...(facts.hasExamples ? [EXAMPLE_NOTICE] : []),
    ],
    foot: `${partnership} · board pack ${number}, version ${version} · as at ${moment}`,
    asAt: asAt.round('second').toString(),
    blocks: [
      ...changed(facts),
      ...deciding(facts),
      ...facts.themes.flatMap((theme) => themeSection(theme, facts)),
      ...(unplaced.length > 0
        ? [
            { kind: 'page-break' as const },
            heading(2, 'Objectives in no theme'),
            ...objectivesSection('no theme', unplaced, facts),
          ]
        : []),
      ...nonReturns(facts),
      ...changesSection(facts),
      ...sourcesSection(facts),
    ],
  };
}

/** `since board pack 1, version 1, for the SIAB board meeting of Wed 24 July 2024`. */
export function sinceText({ since, timeZone }: Pick<PackFacts, 'since' | 'timeZone'>): string {
  if (!since) return 'since the record began: there is no earlier pack or meeting';
  const { pack, meeting, at } = since;
  const day = dayText(meeting.heldOn);
  return pack
    ? `since board pack ${pack.number}, version ${pack.version}, for the meeting of ${day} (as at ${momentText(at, timeZone)})`
    : `since the meeting of ${day}: there is no earlier pack`;
}

function changed(facts: PackFacts): DocumentBlock[] {
  const { objectives, entries, ratings, since } = facts;
  const moved = objectives.filter(isMoved);
  const { counts, left } = packCounts(objectives);
  const open = objectives.filter(({ objective }) => objective.status === 'open');
  const overlap = overlapText(open.map(({ objective }) => objective));
  return [
    heading(2, 'What changed'),
    {
      kind: 'paragraph',
      spans: inline(
        `This is what changed ${sinceText(facts)}. ${since?.pack ? '' : `${START} `}${movedText(moved)} ${entriesText(entries.length)}`,
      ),
    },
    {
      kind: 'paragraph',
      spans: inline(
        `Now: ${counts} open ${open.length === 1 ? 'objective' : 'objectives'}.${left}${overlap && ` ${overlap}`}`,
      ),
    },
    ...(ratings.length > 1
      ? [{ kind: 'chart' as const, chart: ratingsChart(ratings, facts.forum) }]
      : []),
    ...(moved.length > 0
      ? [
          documentTable(
            'Ratings that changed or faded, and objectives that are new',
            { Ref: 2, Objective: 6, Then: 3, Now: 3, 'Since when, and why': 8 },
            moved.map((one): Cell[] => [
              one.objective.ref,
              `${one.objective.title}${exampleMark(one.objective.example)}`,
              thenCell(one, facts),
              ratingCell(one.objective),
              whyText(one.objective, one.story, facts),
            ]),
          ),
        ]
      : []),
    ...spokenTable(
      objectives.filter((one) => !moved.includes(one)),
      facts,
    ),
  ];
}

const START = 'Ratings are compared with those that the objectives came with.';

/** `The rating of 2 objectives changed; that of 1 objective faded: nobody confirmed it when asked.` */
function movedText(moved: readonly PackObjective[]): string {
  const added = moved.filter(({ before }) => !before).length;
  const changed = moved.filter(
    ({ objective, before }) => before && before.rag !== objective.rag,
  ).length;
  const same = moved.length - added - changed;
  const faded = moved.filter(
    ({ objective, before }) => before && before.rag === objective.rag && objective.fade,
  ).length;
  const parts = [
    ...(changed > 0 ? [`the rating of ${objectivesText(changed)} changed`] : []),
    ...(added > 0 ? [`${objectivesText(added)} ${added === 1 ? 'is' : 'are'} new`] : []),
    ...(faded > 0
      ? [`the rating of ${objectivesText(faded)} faded, because no return confirmed it`]
      : []),
    ...(same > faded
      ? [`the rating of ${objectivesText(same - faded)} had faded and was confirmed`]
      : []),
  ];
  if (parts.length === 0) return 'No rating changed.';
  const sentence = parts.join('; ');
  return `${capital(sentence)}.`;
}

function ratingsChart(points: PackFacts['ratings'], forum: string) {
  const last = points.at(-1);
  const numbers = last ? ` Now: ${chartCountsText(last.counts)}.` : '';
  return {
    kind: 'rag-over-time' as const,
    title: 'Objectives by rating, meeting by meeting',
    alt: `Columns that show how many objectives counted as what at meetings of ${forum}, as their packs said or, where none was made, when the day ended; and now.${numbers}`,
    points,
  };
}

function objectivesText(count: number): string {
  return count === 1 ? '1 objective' : `${count} objectives`;
}

function entriesText(count: number): string {
  if (count === 0) return 'Nothing was recorded.';
  return `${count === 1 ? '1 entry was' : `${count} entries were`} recorded; they are all listed under “Every change”.`;
}

/** An open road back that needs a decision for which no decision of the record asks, as a plan's file may have it. */
function isWaitingUnasked(
  item: PlanItem,
  items: readonly PlanItem[],
): item is PlanItem<'recovery'> {
  return (
    item.kind === 'recovery' &&
    item.status === 'open' &&
    item.detail.decisionFrom !== null &&
    !items.some((one) => one.kind === 'decision' && isDecisionOf(one, item))
  );
}

function deciding(facts: PackFacts): DocumentBlock[] {
  const { objectives, openChanges, targets = [] } = facts;
  const asked = objectives.flatMap(({ objective, items }) =>
    items.flatMap((item): Cell[][] => {
      const about = `${objective.ref} ${objective.title}${exampleMark(objective.example)}`;
      if (item.kind === 'decision' && item.status === 'needed')
        return [
          [
            'Decision',
            about,
            `${fullRef(objective.ref, item)} ${item.title}`,
            item.detail.from ?? 'nobody is named',
            dueText(item.due),
          ],
        ];
      // One that was asked for stands above, or was decided.
      if (isWaitingUnasked(item, items))
        return [
          [
            'Decision for a recovery',
            about,
            `${fullRef(objective.ref, item)} ${item.title}`,
            item.detail.decisionFrom ?? '',
            dueText(item.due),
          ],
        ];
      return [];
    }),
  );
  const changes = openChanges.map((change): Cell[] => [
    'Change to the plan',
    change.ref === null
      ? 'the plan'
      : `${change.ref} ${change.title ?? ''}${exampleMark(change.example)}`,
    `${change.number}: ${withShapes(proposalText(change.proposal, change.ref))}, because ${change.reason}`,
    `proposed by ${change.proposedBy.name}, ${change.proposedBy.organisation}`,
    'no date is stated',
  ]);
  const signing = targets.map(({ kpi, target }): Cell[] => [
    ...['Target to sign off', kpi, target, facts.forum, 'no date is stated'],
  ]);
  const rows = [...asked, ...changes, ...signing];
  return [
    heading(2, 'What needs deciding'),
    rows.length === 0
      ? { kind: 'paragraph', spans: [text('No decision is asked for, and no change is proposed.')] }
      : documentTable(
          'Decisions asked for',
          { What: 3, About: 5, 'In words': 7, 'Of whom': 4, 'By when': 3 },
          rows,
        ),
  ];
}

function dueText(due: { readonly text: string } | null): string {
  return due?.text ?? 'no date is stated';
}

function nonReturns({ objectives }: PackFacts): DocumentBlock[] {
  const silent = objectives.filter(({ noReturn }) => noReturn);
  return [
    { kind: 'page-break' },
    heading(2, 'No return'),
    silent.length === 0
      ? { kind: 'paragraph', spans: [text('Every return that was asked for is in.')] }
      : documentTable(
          'Objectives without a return for this meeting: their ratings are from before',
          { Ref: 2, Objective: 9, Organisation: 5 },
          silent.map(({ objective }): Cell[] => [
            objective.ref,
            `${objective.title}${exampleMark(objective.example)}`,
            organisationsText(objective),
          ]),
        ),
  ];
}
