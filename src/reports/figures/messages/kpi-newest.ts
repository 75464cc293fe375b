// The newest figures on record beside a published table: those that were recorded since it, and those with a target. The
// table itself stays as it was published, so whoever reads it alone would take an old figure for today's.

import { type Block, paragraph } from '../../../core/message/messages/message.ts';
import type { KpiFacts, NewestFigure } from '../domain/kpi-facts.ts';
import { aidText, newestText, ragText, targetText } from './kpi-words.ts';

const newestHeaders = ['KPI', 'Newest on record', 'Reading', 'Target'] as const;

/** In words, those of which there is more to say than the published table does. */
export function newestFigures(kpis: readonly KpiFacts[]): NewestFigure[] {
  return kpis.filter(hasNewer).map((kpi) => ({
    kpi: `${kpi.number} ${kpi.name}`,
    figure: newestText(kpi),
    reading: aidText(kpi),
    target: targetWords(kpi),
  }));
}

function hasNewer({ latest, target }: KpiFacts): boolean {
  const isNewer = latest !== null && !latest.published;
  return isNewer || (target !== null && target.state !== 'draft');
}

/** `🔶 Amber: off course · at most 5%, by July 2025 (agreed by …)`. */
export function targetWords({ target, rag }: Pick<KpiFacts, 'target' | 'rag'>): string {
  return target ? `${ragText(rag)} · ${targetText(target)}` : 'none';
}

/** To stand under the published table. */
export function newestBlocks(newest: readonly NewestFigure[]): Block[] {
  if (newest.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: 'The newest figures on record',
      columns: newestHeaders.map((header) => ({ header })),
      rows: newest.map(({ kpi, figure, reading, target }) => [kpi, figure, reading, target]),
    },
    paragraph(NO_NEWER),
  ];
}

const NO_NEWER = 'Of the other KPIs no figure is on record that is newer than the published one.';
