// A theme's KPIs on one screen: first what needs attention, then each of the others in one line. The published table is
// a press away.
import { Temporal } from 'temporal-polyfill';
import {
  type Block,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import { isSameBody } from '../../figures/domain/kpi-comparator.ts';
import type { HistoryPoint, KpiFacts } from '../../figures/domain/kpi-facts.ts';
import { asksWhy } from '../../figures/domain/kpi-target.ts';
import { parseKpiValue } from '../../figures/domain/kpi-value.ts';
import { comparatorText, standingText, verdictWords } from '../../figures/messages/kpi-words.ts';

/**
 * The scorecard.
 * @param tableLine the command that shows the published table; null: there is none
 */
export function kpiScorecard(
  title: string,
  kpis: readonly KpiFacts[],
  tableLine: string | null,
): Message {
  const urgent = kpis.filter(needsAttention);
  const others = kpis.filter((kpi) => !urgent.includes(kpi));
  return {
    title,
    ...(urgent.length > 0 && { tone: 'attention' as const }),
    blocks: [
      paragraph(leadText(urgent, others)),
      ...listed('Needs attention', urgent),
      ...listed(urgent.length > 0 ? 'The others' : 'Each of them', others),
      ...(tableLine === null
        ? []
        : [
            {
              kind: 'actions' as const,
              actions: [{ label: 'Published table', line: tableLine }],
            },
          ]),
    ],
  };
}

/** It misses its target or will, or got worse by what somebody decided is good. */
function needsAttention({ rag, aid }: KpiFacts): boolean {
  return asksWhy(rag) || aid.verdict === 'worse';
}

function leadText(urgent: readonly KpiFacts[], others: readonly KpiFacts[]): string {
  const all = [...urgent, ...others];
  const went = (direction: 'rose' | 'fell' | 'same') =>
    all.filter(
      ({ aid }) => aid.computed.kind === 'comparable' && aid.computed.direction === direction,
    ).length;
  const apart = all.length - went('rose') - went('fell') - went('same');
  const moved = [
    `${went('rose')} rose`,
    `${went('fell')} fell`,
    ...(went('same') > 0 ? [`${went('same')} stayed the same`] : []),
    ...(apart > 0 ? [`${apart} can’t be compared`] : []),
  ].join(', ');
  const count = `${urgent.length} of ${all.length} ${urgent.length === 1 ? 'needs' : 'need'} attention`;
  return `${urgent.length === 0 ? 'None is off course for a target or known to be worse' : count}. Since the first figure, ${moved}.`;
}

function listed(heading: string, kpis: readonly KpiFacts[]): Block[] {
  if (kpis.length === 0) return [];
  return [
    paragraph(strong(heading)),
    {
      kind: 'list',
      items: kpis.map((kpi) => inline(strong(`${kpi.number} ${kpi.name}: `), lineText(kpi))),
    },
  ];
}

/** `52% (Q4 2023/24) · before 49% · worse · target at least 60%: off course · England 46%`. */
function lineText(kpi: KpiFacts): string {
  const { latest, aid, target, rag } = kpi;
  const before = previousOf(kpi);
  const stands = standingText(rag);
  const draft = target?.state === 'draft' ? 'draft' : 'not comparable';
  return [
    latest && latest.raw.trim() !== '' ? latest.raw : 'no figure',
    ...(before ? [`before ${before.raw}`] : []),
    ...(aid.verdict === 'better' || aid.verdict === 'worse'
      ? [verdictWords[aid.verdict].toLowerCase()]
      : []),
    ...(target
      ? [`target ${target.sense.replace('-', ' ')} ${target.raw}: ${stands ?? draft}`]
      : []),
    ...comparatorsOf(kpi),
  ].join(' · ');
}

/** The figure of the period before the newest one's; where no period is said, the one recorded before it. */
function previousOf({ latest, history, since }: KpiFacts): HistoryPoint | null {
  const until = latest?.until;
  if (!until) return since;
  const earlier = history.filter(
    (point) =>
      point.raw.trim() !== '' &&
      point.until !== null &&
      Temporal.PlainDate.compare(point.until, until) < 0,
  );
  const last = earlier.reduce<HistoryPoint | null>(
    (found, point) =>
      found?.until && point.until && Temporal.PlainDate.compare(point.until, found.until) < 0
        ? found
        : point,
    null,
  );
  return last ?? since;
}

/** What stands in the figure's own cell, and of each body the newest that was recorded. */
function comparatorsOf({ latest, comparators }: KpiFacts): string[] {
  const value = parseKpiValue(latest?.raw ?? '');
  const printed =
    value.kind === 'figure'
      ? value.against.filter(({ kind }) => kind === 'comparator').map(({ text }) => text)
      : [];
  const newest = comparators.filter(
    (one, at) => !comparators.slice(at + 1).some(({ who }) => isSameBody(who, one.who)),
  );
  const isOfLatest = (until: Temporal.PlainDate | null) =>
    until !== null && latest?.until != null && until.equals(latest.until);
  return [
    ...printed,
    ...newest.map((one) => comparatorText(isOfLatest(one.until) ? { ...one, label: '' } : one)),
  ];
}
