// A theme in a board pack: how many objectives have each rating, each objective in a row, what is off track and what is
// late, and the KPIs as published.

import { dayText } from '../../../core/dates/messages/when.ts';
import { isOrWas } from '../../../core/message/domain/standing.ts';
import {
  type Cell,
  type DocumentBlock,
  documentTable,
  heading,
  paragraph,
} from '../../../core/message/messages/document.ts';
import { exampleMark } from '../../../core/message/messages/example-notice.ts';
import { type Inline, inline, strong, text } from '../../../core/message/messages/message.ts';
import { fadeWords } from '../../../core/message/messages/rag-text.ts';
import { themeName, themeTitle } from '../../../core/themes/domain/theme-name.ts';
import { isOverdue } from '../../../plan/objectives/domain/objective.ts';
import type { PlanItem } from '../../../plan/plan-items/domain/plan-item.ts';
import { withOpenDecision } from '../../../plan/plan-items/domain/recovery.ts';
import { isLate, itemLine } from '../../../plan/plan-items/messages/item-text.ts';
import { publishedKpis } from '../../kpis/messages/kpi-document.ts';
import { organisationsText, packCounts, ratingCell, thenCell, whyText } from './pack-cells.ts';
import type { PackFacts, PackObjective, PackTheme } from './pack-facts.ts';

/** The theme, from a new page on. */
export function themeSection(theme: PackTheme, facts: PackFacts): DocumentBlock[] {
  const own = facts.objectives.filter(({ objective }) =>
    objective.themes.some(({ id }) => id === theme.id),
  );
  // A workstream that holds nothing says nothing to a board.
  if (theme.kind === 'workstream' && own.length === 0 && !theme.kpis) return [];
  return [
    { kind: 'page-break' },
    heading(2, themeTitle(theme)),
    ...highlight(theme, facts),
    ...objectivesSection(themeName(theme), own, facts),
    ...(theme.kpis ? kpiSection(theme.kpis, facts) : []),
  ];
}

function highlight({ id }: PackTheme, { highlights }: PackFacts): DocumentBlock[] {
  const report = highlights?.get(id);
  if (!report) return [];
  return [
    heading(3, 'Highlight report'),
    paragraph(text(report.approved)),
    ...report.parts.map((part) => paragraph(strong(`${part.heading}: `), text(part.text))),
  ];
}

/** Counts, the table, and under it what asks for attention. */
export function objectivesSection(
  where: string,
  objectives: readonly PackObjective[],
  facts: PackFacts,
): DocumentBlock[] {
  if (objectives.length === 0) return [paragraph(text('No objective is placed here yet.'))];
  const { counts, left } = packCounts(objectives);
  return [
    paragraph(text(`${counts}${left && `.${left}`}`)),
    documentTable(
      `Objectives: ${where}`,
      {
        Ref: 2,
        Objective: 6,
        Organisation: 4,
        [thenHeader(facts)]: 3,
        Now: 3,
        Due: 4,
        'Since when, and why': 8,
      },
      objectives.map((one) => objectiveRow(one, facts)),
    ),
    ...wayBack(objectives, facts),
    ...greenPastDue(objectives, facts),
    ...listed(
      'Open challenges',
      objectives,
      (item) => item.kind === 'challenge' && item.status === 'open',
      facts,
    ),
    ...listed(
      'Late actions and milestones',
      objectives,
      (item) => (item.kind === 'action' || item.kind === 'milestone') && isLate(item, facts.today),
      facts,
    ),
  ];
}

function objectiveRow(one: PackObjective, facts: PackFacts): Cell[] {
  const { objective, story, noReturn } = one;
  const { ref, title, example, due, originalDue, status } = objective;
  const overdue = isOverdue(objective, facts.today) ? ' — overdue' : '';
  const dates = due ? `${due.text}${overdue}` : 'no date is stated';
  return [
    ref,
    `${title}${exampleMark(example)}${status === 'closed' ? ' — closed' : ''}`,
    organisationsText(objective),
    thenCell(one, facts),
    ratingCell(objective),
    originalDue ? `${dates}\nfirst due ${originalDue.text}` : dates,
    [noReturn ? 'No return.' : '', whyText(objective, story, facts)].filter(Boolean).join(' '),
  ];
}

function thenHeader({ since }: PackFacts): string {
  return since?.pack ? 'Last pack' : 'At the start';
}

/** Every red objective, the last known red ones too, and what is to bring it back. */
function wayBack(objectives: readonly PackObjective[], facts: PackFacts): DocumentBlock[] {
  const red = objectives.filter(({ objective }) => isOrWas('red', objective));
  if (red.length === 0) return [];
  const items = red.flatMap(({ objective, items: parts }): Inline[] => {
    const open = parts.filter((item) => item.kind === 'recovery' && item.status === 'open');
    return open.length > 0
      ? open.map((item) => withRef(objective.ref, withOpenDecision(item, parts), facts))
      : [inline(strong(objective.ref), ' no recovery action is recorded')];
  });
  return [heading(3, 'Red, and the way back'), { kind: 'list', items }];
}

/** Green outside, and past its own date. */
function greenPastDue(objectives: readonly PackObjective[], facts: PackFacts): DocumentBlock[] {
  const items = objectives.flatMap(({ objective }): Inline[] => {
    const { ref, rag, due, originalDue, fade } = objective;
    if (rag !== 'green' || !due || !isOverdue(objective, facts.today)) return [];
    const first = originalDue ? `; first due ${originalDue.text}` : '';
    const faded = fade ? ` (${fadeWords(rag, fade)})` : '';
    return [inline(strong(ref), ` due ${due.text} (${dayText(due.lastDay)})${first}${faded}`)];
  });
  return items.length === 0
    ? []
    : [heading(3, 'Rated green, and past their own date'), { kind: 'list', items }];
}

function listed(
  title: string,
  objectives: readonly PackObjective[],
  which: (item: PlanItem) => boolean,
  facts: PackFacts,
): DocumentBlock[] {
  const items = objectives.flatMap(({ objective, items: parts }) =>
    parts.filter(which).map((item) => withRef(objective.ref, item, facts)),
  );
  return items.length === 0 ? [] : [heading(3, title), { kind: 'list', items }];
}

function withRef(ref: string, item: PlanItem, { today }: PackFacts): Inline {
  return itemLine(item, ref, today);
}

/** The table cell for cell, its footnotes, and apart from it what may be read from it. */
function kpiSection(
  table: NonNullable<PackTheme['kpis']>,
  { readings }: PackFacts,
): DocumentBlock[] {
  const known = table.rows.flatMap(({ number, name }) => {
    const reading = readings?.get(number);
    return reading ? [{ name, ...reading }] : [];
  });
  return [
    heading(3, 'KPIs as published'),
    ...publishedKpis(table),
    ...(known.length > 0
      ? [
          heading(3, 'How the KPIs read'),
          documentTable(
            'Worked out from the figures; it is no part of what was published',
            { KPI: 5, 'Newest on record': 4, Reading: 6, Target: 5, Commentary: 5 },
            known.map(({ name, newest, aid, target, commentary }) => [
              ...[name, newest, aid, target ?? 'none', commentary ?? ''],
            ]),
          ),
          ...known.flatMap(({ trend }) =>
            trend ? [{ kind: 'chart' as const, chart: trend }] : [],
          ),
        ]
      : []),
  ];
}
