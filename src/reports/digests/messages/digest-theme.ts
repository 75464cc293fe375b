// The weekly digest of a theme: what changed first, then where it stands, who has not returned, and
// the KPIs as published.

import type { ChartData } from '../../../core/message/messages/chart-data.ts';
import { code, inline, type Message } from '../../../core/message/messages/message.ts';
import {
  type NamedTheme,
  themeName,
  themeTitle,
  themeWords,
} from '../../../core/themes/domain/theme-name.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import { ownersText } from '../../../plan/overview/messages/objective-card.ts';
import type { NewestFigure } from '../../figures/domain/kpi-facts.ts';
import { newestBlocks } from '../../figures/messages/kpi-newest.ts';
import { type KpiTableFacts, kpiTableBlocks } from '../../kpis/messages/kpi-table.ts';
import {
  changesSection,
  chartsSection,
  type DigestChange,
  type DigestNews,
  type DigestTimes,
  lateSection,
  standsSection,
  type Waiting,
  waitingSection,
  weekText,
} from './digest-sections.ts';

export type ThemeDigestFacts = DigestTimes &
  DigestNews & {
    readonly theme: NamedTheme;
    readonly objectives: readonly Objective[];
    readonly changes: readonly DigestChange[];
    readonly waiting: readonly Waiting[];
    readonly kpis: KpiTableFacts | null;
    /** Figures that are newer than the published table. */
    readonly newest: readonly NewestFigure[];
    readonly charts: readonly ChartData[];
    /** A channel sees organisations; co-chairs see who. Nobody is named in public for being late. */
    readonly audience: 'channel' | 'co-chair';
  };

/** The digest. */
export function themeDigest(facts: ThemeDigestFacts): Message {
  const { theme, audience, now, kpis } = facts;
  const whose = audience === 'co-chair' ? ownersText : organisationsText;
  return {
    title: `${themeTitle(theme)}: ${weekText(facts)}`,
    blocks: [
      ...lateSection(facts),
      ...changesSection(facts.changes, facts, facts),
      ...standsSection(facts.objectives, 'No objective is placed in this theme yet.'),
      ...facts.waiting.flatMap((waiting) => waitingSection(waiting, now, whose)),
      ...(kpis
        ? [{ kind: 'divider' as const }, ...kpiTableBlocks(kpis), ...newestBlocks(facts.newest)]
        : []),
      ...chartsSection(facts.charts),
    ],
    footer: inline(
      audience === 'channel'
        ? `Posted weekly because this channel is bound to ${themeName(theme)}. `
        : `You are getting this because you co-chair ${themeName(theme)}. `,
      code(`/pap digest preview ${themeWords(theme)}`),
      ' shows the next one.',
    ),
  };
}

function organisationsText({ assignees }: Objective): string {
  const organisations = new Set(
    assignees.filter(({ role }) => role === 'owner').map(({ organisation }) => organisation),
  );
  return organisations.size > 0 ? [...organisations].join(', ') : 'nobody is named';
}
