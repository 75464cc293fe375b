// One KPI: what was published, what was recorded since, and what was decided of it.

import { dayText } from '../../../core/dates/messages/when.ts';
import {
  type Block,
  type Fact,
  fact,
  factTable,
  type Message,
  paragraph,
} from '../../../core/message/messages/message.ts';
import { themeName } from '../../../core/themes/domain/theme-name.ts';
import { proposedPolarity } from '../../figures/domain/known-polarity.ts';
import type { KpiFacts } from '../../figures/domain/kpi-facts.ts';
import { kpiTrend } from '../../figures/messages/kpi-trend.ts';
import {
  aidText,
  computedText,
  newestText,
  polarityWords,
  ragText,
  targetText,
  trajectoryText,
  whoText,
} from '../../figures/messages/kpi-words.ts';

/** Everything on record about a KPI. */
export function kpiMessage(kpi: KpiFacts, timeZone: string): Message {
  const { number, name, history, footnotes, sources } = kpi;
  const trend = kpiTrend(kpi);
  const day = (at: KpiFacts['history'][number]['at']) =>
    dayText(at.toZonedDateTimeISO(timeZone).toPlainDate());
  return {
    title: `KPI ${number}: ${name}`,
    blocks: [
      factTable(factsOf(kpi, day)),
      {
        kind: 'table',
        caption: 'Figures',
        columns: ['Figure', 'Period', 'Who', 'Recorded'].map((header) => ({ header })),
        rows: history.map((point) => [
          point.raw,
          point.label,
          point.published ? 'as published' : point.by ? whoText(point.by) : '',
          day(point.at),
        ]),
      },
      ...comparatorBlocks(kpi, day),
      ...(trend ? [{ kind: 'chart' as const, chart: trend }] : []),
      ...footnotes.map(({ marker, text }) => paragraph(`${marker} ${text}`)),
      ...sourceBlocks(sources),
    ],
  };
}

function factsOf(kpi: KpiFacts, day: (at: KpiFacts['history'][number]['at']) => string): Fact[] {
  const { polarityChoice, target, comment, owner } = kpi;
  const printed = kpi.publishedDirection.trim();
  const decided = polarityChoice
    ? ` (${whoText(polarityChoice.by)}, ${day(polarityChoice.at)}${polarityChoice.reason ? `: ${polarityChoice.reason}` : ''})`
    : '';
  return [
    fact('Theme', themeName(kpi.theme)),
    fact('Owner', owner ? whoText(owner) : 'nobody: the theme’s co-chairs'),
    fact('Printed arrow', printed === '' ? 'none' : printed),
    fact('The published figures', computedText(kpi.computed)),
    fact('Newest on record', newestText(kpi)),
    fact('Reading aid', aidText(kpi)),
    fact('Polarity', `${polarityWords[kpi.polarity]}${decided}${proposedText(kpi)}`),
    fact('Target', target ? targetText(target) : 'none'),
    ...(kpi.trajectory.length > 0 ? [fact('The way there', trajectoryText(kpi.trajectory))] : []),
    fact('Against the target', ragText(kpi.rag)),
    fact(
      'Commentary',
      comment ? `${comment.words} (${whoText(comment.by)}, ${day(comment.at)})` : 'none',
    ),
  ];
}

/** What others reach, the newest last. */
function comparatorBlocks(
  { comparators }: KpiFacts,
  day: (at: KpiFacts['history'][number]['at']) => string,
): Block[] {
  if (comparators.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: 'Compared with',
      columns: ['Whose', 'Figure', 'Period', 'Who', 'Recorded'].map((header) => ({ header })),
      rows: comparators.map(({ who, raw, label, by, at }) => [
        ...[who, raw, label, by ? whoText(by) : '', day(at)],
      ]),
    },
  ];
}

/** What is proposed where nobody has decided. */
function proposedText({ polarity, name }: KpiFacts): string {
  const proposed = polarity === 'undecided' ? proposedPolarity(name) : null;
  return proposed
    ? `; proposed, to be confirmed: ${polarityWords[proposed.polarity]} (${proposed.source})`
    : '';
}

function sourceBlocks(sources: KpiFacts['sources']): Block[] {
  const places = [...new Set(sources.map(({ document, line }) => `${document}, line ${line}`))];
  return places.length === 0 ? [] : [paragraph(`Source: ${places.join('; ')}.`)];
}
