// What other parts of the program know of a meeting's pack: how the KPIs read, the approved highlight reports, and
// the targets that wait to be signed off.
import type { Temporal } from 'temporal-polyfill';
import { monthOf, monthText } from '../../../core/dates/domain/month.ts';
import { momentText } from '../../../core/dates/messages/when.ts';
import type { Reads, Uses } from '../../../core/request/app/ports.ts';
import type { ThemeView } from '../../../core/themes/app/theme-ports.ts';
import type { KpiFacts } from '../../figures/domain/kpi-facts.ts';
import { targetWords } from '../../figures/messages/kpi-newest.ts';
import { kpiTrend } from '../../figures/messages/kpi-trend.ts';
import { aidText, newestText, targetText } from '../../figures/messages/kpi-words.ts';
import { approvedHighlight } from '../../highlights/app/highlight-facts.ts';
import { fieldTitles, highlightFields } from '../../highlights/domain/highlight.ts';
import { loadKpis } from '../../kpis/app/kpi-readings.ts';
import type { HighlightFacts, KpiReadingFacts, PackExtras } from '../messages/pack-facts.ts';

/** A theme's latest approved report counts for this many months; an older one says nothing of today. */
const HIGHLIGHT_MONTHS = 3;

type At = {
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
  readonly timeZone: string;
};

/** The same transaction's record, read for the pack. */
export async function loadPackExtras(
  repositories: Reads<'kpiFigures' | 'kpis'> & Uses<'highlights'>,
  at: At,
): Promise<PackExtras> {
  const kpis = await loadKpis(repositories, 'all', at);
  return {
    readings: new Map(kpis.map((kpi) => [kpi.number, readingOf(kpi)])),
    highlights: await readHighlights(await repositories.kpis.themes(), repositories, at),
    targets: kpis.flatMap(({ number, name, target }) =>
      target?.state === 'agreed' ? [{ kpi: `${number} ${name}`, target: targetText(target) }] : [],
    ),
  };
}

function readingOf(kpi: KpiFacts): KpiReadingFacts {
  const trend = kpiTrend(kpi);
  return {
    newest: newestText(kpi),
    aid: aidText(kpi),
    target: kpi.target ? targetWords(kpi) : null,
    commentary: kpi.comment
      ? `${kpi.comment.words} (${kpi.comment.by.name}, ${kpi.comment.by.organisation})`
      : null,
    ...(trend && { trend }),
  };
}

async function readHighlights(
  themes: readonly ThemeView[],
  repositories: Uses<'highlights'>,
  { today, timeZone }: At,
): Promise<Map<string, HighlightFacts>> {
  const found = new Map<string, HighlightFacts>();
  for (const { id } of themes) {
    for (let back = 0; back < HIGHLIGHT_MONTHS && !found.has(id); back++) {
      const month = monthOf(today, -back);
      const report = await approvedHighlight(repositories, id, month);
      if (!report) continue;
      const { version, words } = report.content;
      const by = report.by ? ` by ${report.by}` : '';
      const on = report.at ? ` on ${momentText(report.at, timeZone)}` : '';
      found.set(id, {
        approved: `${monthText(month)}, version ${version}, approved${by}${on}.`,
        parts: highlightFields.flatMap((field) => {
          const said = words[field];
          return said ? [{ heading: fieldTitles[field], text: said }] : [];
        }),
      });
    }
  }
  return found;
}
