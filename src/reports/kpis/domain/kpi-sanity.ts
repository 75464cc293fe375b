// What does not fit together in printed figures. Each note names the line that it was found in; the figure itself is
// never put right. Rules over what was read: none knows a document.
import { Temporal } from 'temporal-polyfill';
import { findPrintedPeriod } from '../../../core/dates/domain/printed-period.ts';
import { computeDirection, publishedDirection } from '../../figures/domain/kpi-direction.ts';
import type { KpiColumn, KpiRecord, KpiSource } from '../../figures/domain/kpi-facts.ts';
import { denominatorShift, rateAgainstCount } from '../../figures/domain/kpi-reading-aid.ts';
import { type KpiFigure, parseKpiValue } from '../../figures/domain/kpi-value.ts';

export type SanityRule =
  | 'parts-and-total'
  | 'points-as-per-cent'
  | 'change-not-as-stated'
  | 'name-of-a-change'
  | 'dated-after-column'
  | 'dated-before-column'
  | 'columns-overlap'
  | 'denominator-changed'
  | 'rate-against-count'
  | 'score-as-per-cent'
  | 'arrow-disagrees'
  | 'arrow-not-printed';

export type SanityNote = {
  readonly rule: SanityRule;
  /** Null: it is about no KPI. */
  readonly kpi: number | null;
  readonly says: string;
  readonly source: KpiSource | null;
};

/** Figures that stand outside the tables, with where. */
export type PrintedStatement = {
  readonly heading: string | null;
  readonly figures: readonly string[];
  readonly sources: readonly KpiSource[];
};

/** Everything that does not fit, by KPI, then what is said outside the tables. */
export function sanityNotes(
  kpis: readonly KpiRecord[],
  statements: readonly PrintedStatement[],
): SanityNote[] {
  return [
    ...overlappingColumns(kpis),
    ...kpis.flatMap((kpi) => notesOf(kpi).map((note) => ({ ...note, kpi: kpi.number }))),
    ...statements.flatMap(partsAndTotal),
  ];
}

type Found = Omit<SanityNote, 'kpi'>;
type Cell = { readonly raw: string; readonly figure: KpiFigure | null };

function notesOf(kpi: KpiRecord): Found[] {
  const before = cellOf(kpi, 'baseline');
  const after = cellOf(kpi, 'performance');
  const found = [
    ...(before.figure && after.figure ? notesOfBoth(kpi, before.figure, after.figure) : []),
    ...arrowNotes(kpi, before, after),
    ...nameNotes(kpi, [before, after]),
    ...(['baseline', 'performance'] as const).flatMap((column) => dateNotes(kpi, column)),
  ];
  const source = kpi.sources[0] ?? null;
  return found.map(([rule, says]) => ({ rule, says, source }));
}

type Says = readonly [SanityRule, string];

function notesOfBoth({ name }: KpiRecord, before: KpiFigure, after: KpiFigure): Says[] {
  const shift = denominatorShift(before, after);
  const opposed = rateAgainstCount(before, after);
  const isLevel = before.value >= 0 && after.value >= 0;
  const [, change] = /^(reduction|decrease|fall|increase|rise|improvement) in\b/i.exec(name) ?? [];
  return [
    ...statedChange(before, after),
    ...(change && isLevel
      ? ([
          [
            'name-of-a-change',
            `its name says “${change} in”, and its figures ${before.number.text} and ${after.number.text} are levels, not changes`,
          ],
        ] as const)
      : []),
    ...(shift
      ? ([
          [
            'denominator-changed',
            `it is of ${shift.from.text} first and of ${shift.to.text} then, ${shift.factor.toFixed(1)} times as many or as few`,
          ],
        ] as const)
      : []),
    ...(opposed
      ? ([
          [
            'rate-against-count',
            `the rate ${opposed.rate} while its count ${opposed.count}, from ${opposed.from} to ${opposed.to}`,
          ],
        ] as const)
      : []),
  ];
}

/** A change that the cell states, held against the change that the two cells show. */
function statedChange(before: KpiFigure, after: KpiFigure): Says[] {
  const { change } = after;
  if (!change || change.from || after.unit !== 'per-cent' || before.unit !== 'per-cent') return [];
  const points = Math.abs(after.value - before.value);
  const perCent = before.value === 0 ? Number.NaN : (points / before.value) * 100;
  const stated = change.amount.value;
  const isClose = (value: number) => Math.abs(value - stated) <= 0.5 / 10 ** change.amount.decimals;
  const rose = after.value > before.value;
  if (rose !== (change.direction === 'rise') || !(isClose(points) || isClose(perCent)))
    return [
      [
        'change-not-as-stated',
        `it states “${change.text}”, and from ${before.number.text}% to ${after.number.text}% it is ${round(points)} percentage points`,
      ],
    ];
  return change.unit === 'per-cent' && isClose(points) && !isClose(perCent)
    ? [
        [
          'points-as-per-cent',
          `it states “${change.text}”; from ${before.number.text}% to ${after.number.text}% is ${round(points)} percentage points, which is ${round(perCent)} per cent`,
        ],
      ]
    : [];
}

function arrowNotes({ publishedDirection: printed }: KpiRecord, before: Cell, after: Cell): Says[] {
  const computed = computeDirection(parseKpiValue(before.raw), parseKpiValue(after.raw));
  if (computed.kind === 'not-comparable') return [];
  const published = publishedDirection(printed);
  const went = `from ${before.raw} to ${after.raw}`;
  if (published === null)
    return computed.direction === 'same'
      ? []
      : [
          [
            'arrow-not-printed',
            `its direction is printed as ${printed.trim() === '' ? 'nothing' : `“${printed}”`}, and it ${computed.direction} ${went}`,
          ],
        ];
  return published === computed.direction
    ? []
    : [
        [
          'arrow-disagrees',
          `its arrow is “${printed}”, and it ${sameOr(computed.direction)} ${went}`,
        ],
      ];
}

function nameNotes({ name }: KpiRecord, cells: readonly Cell[]): Says[] {
  const isScore = /\b(?:attainment|progress) 8\b/i.test(name);
  const asPerCent = cells.find(({ figure }) => figure?.unit === 'per-cent');
  return isScore && asPerCent
    ? [
        [
          'score-as-per-cent',
          `“${asPerCent.raw}” is printed as a per cent, and the measure is a points score`,
        ],
      ]
    : [];
}

function dateNotes(kpi: KpiRecord, column: KpiColumn): Says[] {
  const own = cellOf(kpi, column).figure?.period;
  const heading = kpi.headers?.[column];
  const headed = heading === undefined ? null : findPrintedPeriod(heading);
  if (!own || !headed) return [];
  const says = `${own.text} stands under the heading “${heading}”`;
  if (Temporal.PlainDate.compare(own.firstDay, headed.lastDay) > 0)
    return [['dated-after-column', `${says}, which is earlier`]];
  return Temporal.PlainDate.compare(own.lastDay, headed.firstDay) < 0
    ? [['dated-before-column', `${says}, which is later`]]
    : [];
}

/** Once for each table: a baseline that lies within the period it is to be the baseline of. */
function overlappingColumns(kpis: readonly KpiRecord[]): SanityNote[] {
  const seen = new Set<string>();
  return kpis.flatMap(({ theme, headers, headerSources }) => {
    if (!headers || seen.has(theme.id)) return [];
    seen.add(theme.id);
    const [first, second] = [
      findPrintedPeriod(headers.baseline),
      findPrintedPeriod(headers.performance),
    ];
    const apart =
      !first || !second || Temporal.PlainDate.compare(first.lastDay, second.firstDay) < 0;
    const source = headerSources.find(({ text }) => text === headers.baseline) ?? null;
    return apart
      ? []
      : [
          {
            ...({ rule: 'columns-overlap', kpi: null, source } as const),
            says: `theme ${theme.number}: the baseline is of ${first.text}, which is not before the other column’s ${second.text}`,
          },
        ];
  });
}

/** A total and two or more parts in one line, which nearly make it, and do not. */
function partsAndTotal({ heading, figures, sources }: PrintedStatement): SanityNote[] {
  const counts = figures
    .map(parseKpiValue)
    .flatMap((value, at) =>
      value.kind === 'figure' &&
      value.unit === 'count' &&
      value.denominator === null &&
      value.qualifiers.length === 0
        ? [{ at, value: value.value, text: figures[at] ?? '' }]
        : [],
    );
  const [total, ...parts] = counts;
  if (!total || parts.length < 2) return [];
  const sum = parts.reduce((all, { value }) => all + value, 0);
  if (sum === total.value || Math.abs(sum - total.value) > total.value * NEARLY) return [];
  const source = sources.find(({ text }) => text === total.text) ?? sources[0] ?? null;
  return [
    {
      ...({ rule: 'parts-and-total', kpi: null, source } as const),
      says: `${heading ? `${heading}: ` : ''}${parts.map(({ text }) => text).join(' and ')} make ${sum}, and ${total.text} are printed`,
    },
  ];
}

/** Parts that miss their total by more than this share of it were not meant to make it. */
const NEARLY = 0.1;

function cellOf({ observations }: KpiRecord, column: KpiColumn): Cell {
  const raw = observations.find((one) => one.column === column && one.ordinal === 1)?.raw ?? '';
  const value = parseKpiValue(raw);
  return { raw, figure: value.kind === 'figure' ? value : null };
}

function round(value: number): string {
  return String(Number(value.toFixed(1)));
}

function sameOr(direction: 'rose' | 'fell' | 'same'): string {
  return direction === 'same' ? 'stayed the same' : direction;
}
