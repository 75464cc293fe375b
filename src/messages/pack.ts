// A board pack as a document: the cover, what changed, what needs deciding, a page a theme, and at the end everything
// that was recorded since the last one and where the plan's facts stand.
import { fullRef } from '../domain/item-ref.ts';
import type { PlanItem } from '../domain/plan-item.ts';
import { ragOrder } from '../domain/rag.ts';
import { isDecisionOf } from '../domain/recovery.ts';
import {
  type Cell,
  type Document,
  type DocumentBlock,
  heading,
  ratingText,
  withShapes,
} from './document.ts';
import { EXAMPLE_NOTICE, exampleMark } from './example-notice.ts';
import { inline, text } from './message.ts';
import { organisationsText, thenCell } from './pack-cells.ts';
import { changesSection, sourcesSection } from './pack-changes.ts';
import { type PackFacts, type PackObjective, shownRating } from './pack-facts.ts';
import { objectivesSection, themeSection } from './pack-theme.ts';
import { proposalText } from './plan-change.ts';
import { dayText, momentText } from './when.ts';

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
  const { objectives, entries, ratings } = facts;
  const moved = objectives.filter(
    ({ objective, ratingThen }) =>
      ratingThen === undefined || ratingThen !== shownRating(objective, facts).rating,
  );
  const counts = ragOrder
    .map((rag) => ({ rag, count: countOf(rag) }))
    .filter(({ count }) => count > 0);
  const none = countOf(null);
  const total = [
    ...counts.map(({ rag, count }) => `${ratingText(rag)} ${count}`),
    ...(none > 0 ? [`${ratingText(null)} ${none}`] : []),
  ];
  return [
    heading(2, 'What changed'),
    {
      kind: 'paragraph',
      spans: inline(
        `This is what changed ${sinceText(facts)}. ${moved.length === 0 ? 'No rating changed.' : `The rating of ${objectivesText(moved.length)} changed or is new.`} ${entriesText(entries.length)}`,
      ),
    },
    {
      kind: 'paragraph',
      spans: inline(`Now: ${total.join(' · ')} — of ${objectivesText(objectives.length)}.`),
    },
    ...(ratings.length > 1
      ? [{ kind: 'chart' as const, chart: ratingsChart(ratings, facts.forum) }]
      : []),
    ...(moved.length > 0
      ? [
          {
            kind: 'table' as const,
            caption: 'Ratings that changed',
            columns: [
              { header: 'Ref', share: 2 },
              { header: 'Objective', share: 9 },
              { header: 'Then', share: 3 },
              { header: 'Now', share: 4 },
            ],
            rows: moved.map(({ objective, ratingThen }): Cell[] => [
              objective.ref,
              `${objective.title}${exampleMark(objective.example)}`,
              thenCell(ratingThen),
              shownRating(objective, facts),
            ]),
          },
        ]
      : []),
  ];

  function countOf(rag: PackObjective['objective']['rag']): number {
    return objectives.filter(({ objective }) => shownRating(objective, facts).rating === rag)
      .length;
  }
}

function ratingsChart(points: PackFacts['ratings'], forum: string) {
  const last = points.at(-1);
  const numbers = last
    ? `Now: red ${last.counts.red}, amber ${last.counts.amber}, green ${last.counts.green}, blue ${last.counts.blue}, not rated ${last.counts.none}.`
    : '';
  return {
    kind: 'rag-over-time' as const,
    title: 'Objectives by rating, meeting by meeting',
    alt: `Columns that show how many objectives had each rating at meetings of ${forum} and now. ${numbers}`,
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
      : {
          kind: 'table',
          caption: 'Decisions asked for',
          columns: [
            { header: 'What', share: 3 },
            { header: 'About', share: 5 },
            { header: 'In words', share: 7 },
            { header: 'Of whom', share: 4 },
            { header: 'By when', share: 3 },
          ],
          rows,
        },
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
      : {
          kind: 'table',
          caption: 'Objectives without a return for this meeting: their ratings are from before',
          columns: [
            { header: 'Ref', share: 2 },
            { header: 'Objective', share: 9 },
            { header: 'Organisation', share: 5 },
          ],
          rows: silent.map(({ objective }): Cell[] => [
            objective.ref,
            `${objective.title}${exampleMark(objective.example)}`,
            organisationsText(objective),
          ]),
        },
  ];
}
