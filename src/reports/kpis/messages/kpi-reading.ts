// The reading aid that stands beside the published table and never in it: what the figures say, whether that is
// better, and why, in words.

import { dayText } from '../../../core/dates/messages/when.ts';
import type { Block } from '../../../core/message/messages/message.ts';
import type { KpiFacts } from '../../figures/domain/kpi-facts.ts';
import {
  pointText,
  ragText,
  verdictWords,
  whoText,
  whyText,
} from '../../figures/messages/kpi-words.ts';

export const kpiReadingHeaders = ['KPI', 'Latest', 'Reading', 'Why', 'Target'] as const;

/** A row for each KPI, under `kpiReadingHeaders`. */
export function kpiReadingRows(kpis: readonly KpiFacts[]): readonly (readonly string[])[] {
  return kpis.map((kpi) => [
    `${kpi.number} ${kpi.name}`,
    kpi.latest?.raw ?? '',
    verdictWords[kpi.aid.verdict],
    whyText(kpi),
    ragText(kpi.rag),
  ]);
}

/** The reading aid, and what was recorded since publication where anything was. */
export function kpiReadingBlocks(kpis: readonly KpiFacts[], timeZone: string): Block[] {
  if (kpis.length === 0) return [];
  const since = kpis.flatMap((kpi) =>
    kpi.history
      .filter(({ published }) => !published)
      .map((point) => [
        `${kpi.number} ${kpi.name}`,
        pointText(point),
        point.by ? whoText(point.by) : '',
        dayText(point.at.toZonedDateTimeISO(timeZone).toPlainDate()),
      ]),
  );
  return [
    {
      kind: 'table',
      caption: 'Reading aid',
      columns: kpiReadingHeaders.map((header) => ({ header })),
      rows: kpiReadingRows(kpis),
    },
    ...(since.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            caption: 'Recorded since',
            columns: ['KPI', 'Figure', 'Who', 'Recorded'].map((header) => ({ header })),
            rows: since,
          },
        ]),
  ];
}
