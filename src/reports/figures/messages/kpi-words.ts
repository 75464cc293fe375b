// How KPIs are spoken of: directions, verdicts, targets, each in words and never by a colour or an arrow alone.
import { dayText } from '../../../core/dates/messages/when.ts';
import { ragLooks } from '../../../core/message/domain/rag.ts';
import type { Direction } from '../domain/kpi-direction.ts';
import type {
  ComparatorPoint,
  HistoryPoint,
  KpiFacts,
  PlannedPoint,
  TargetFacts,
  Who,
} from '../domain/kpi-facts.ts';
import type { Polarity, ReadingAid, ReadingReason, Verdict } from '../domain/kpi-reading-aid.ts';
import type { GreyReason, TargetReading } from '../domain/kpi-target.ts';

export const verdictWords = {
  better: 'Better',
  worse: 'Worse',
  'no-change': 'No change',
  unclear: 'Unclear',
  'not-comparable': 'Not comparable',
} as const satisfies Record<Verdict, string>;

export const polarityWords = {
  undecided: 'nobody has decided whether a rise is good',
  'up-is-good': 'a rise is good',
  'up-is-bad': 'a rise is bad',
  neutral: 'a rise is neither good nor bad',
} as const satisfies Record<Polarity, string>;

const directionWords = {
  rose: 'rose',
  fell: 'fell',
  same: 'stayed the same',
} as const satisfies Record<Direction, string>;

const greyWords = {
  'no-target': 'no target',
  draft: 'the target is a draft',
  'no-figure': 'no figure to hold against it',
  units: 'the figure is not in the target’s unit',
  inexact: 'the figure is not one number',
  'too-early': 'too early to say',
} as const satisfies Record<GreyReason, string>;

const standingWords = {
  met: 'met',
  'within-tolerance': 'within tolerance',
  missed: 'missed',
  'on-course': 'on course',
  'off-course': 'off course',
} as const satisfies Record<Extract<TargetReading, { says: string }>['says'], string>;

/** `rose`, or why that cannot be said. */
export function computedText(computed: ReadingAid['computed']): string {
  return computed.kind === 'comparable'
    ? directionWords[computed.direction]
    : `cannot be compared: ${reasonText({ why: computed.why })}`;
}

/** Why a verdict is what it is, as one text; it begins with a small letter. */
export function whyText({
  aid,
  since,
  latest,
}: Pick<KpiFacts, 'aid' | 'since' | 'latest'>): string {
  const went =
    since && latest && aid.computed.kind === 'comparable'
      ? [`it ${directionWords[aid.computed.direction]} from ${since.raw} to ${latest.raw}`]
      : [];
  return [...went, ...aid.reasons.map(reasonText)].join('; ');
}

function reasonText(reason: ReadingReason): string {
  switch (reason.why) {
    case 'missing':
      return 'a figure is missing';
    case 'unreadable':
      return 'a figure cannot be read for certain';
    case 'inexact':
      return 'a figure is not one number';
    case 'units':
      return 'the two figures are not in the same unit';
    case 'periods':
      return 'the two figures are of unlike periods';
    case 'rate-and-count':
      return `the rate ${reason.rate} while its count ${reason.count}, from ${reason.from} to ${reason.to}`;
    case 'denominator':
      return `what it is a part of changed from ${reason.from} to ${reason.to}`;
    case 'interim':
      return reason.says === '' ? 'interim figures' : `footnote: ${reason.says}`;
    case 'approximate':
      return 'a figure is approximate';
    case 'break-in-series':
      return 'the way of counting changed';
    case 'polarity-undecided':
      return polarityWords.undecided;
    case 'polarity-neutral':
      return polarityWords.neutral;
    case 'footnote':
      return `read its footnote ${reason.marker}`;
    default:
      return reason satisfies never;
  }
}

/** `Unclear: it rose from 20% to 24%; nobody has decided whether a rise is good`. */
export function aidText(kpi: Pick<KpiFacts, 'aid' | 'since' | 'latest'>): string {
  const why = whyText(kpi);
  return `${verdictWords[kpi.aid.verdict]}${why === '' ? '' : `: ${why}`}`;
}

/** How a target stands, by `judgeTarget`: `🛑 Red: missed`. */
export function ragText(reading: TargetReading): string {
  if (reading.rag === 'grey') return `⬜ Grey: ${greyWords[reading.why]}`;
  const { symbol, word } = ragLooks[reading.rag];
  const since = reading.noFigureSince ? ', by a figure from before its date' : '';
  return `${symbol} ${word}: ${standingWords[reading.says]}${since}`;
}

/** The same without its colour, in a few letters; null: there is nothing to hold against it. */
export function standingText(reading: TargetReading): string | null {
  if (reading.rag !== 'grey') return standingWords[reading.says];
  return reading.why === 'too-early' ? greyWords[reading.why] : null;
}

/** `at most 5%, tolerance 1, by July 2025 (agreed by …)`. */
export function targetText(target: TargetFacts): string {
  const { sense, raw, tolerance, dueText, state, agreedBy, signedOffBy, meeting } = target;
  const aim = [
    `${sense === 'at-least' ? 'at least' : 'at most'} ${raw}`,
    ...(tolerance === null ? [] : [`tolerance ${tolerance}`]),
    ...(dueText === null ? [] : [`by ${dueText}`]),
  ].join(', ');
  switch (state) {
    case 'draft':
      return `${aim} (draft, proposed by ${whoText(target.proposedBy)})`;
    case 'agreed':
      return `${aim} (agreed${agreedBy ? ` by ${whoText(agreedBy)}` : ''}, not signed off)`;
    case 'signed-off':
      return `${aim} (signed off${meeting ? ` at ${meeting.title}, ${dayText(meeting.on)}` : ''}${signedOffBy ? `, recorded by ${whoText(signedOffBy)}` : ''})`;
    default:
      return state satisfies never;
  }
}

/** `60% (June 2025), 80% (Q3 2025/26)`. */
export function trajectoryText(points: readonly Pick<PlannedPoint, 'raw' | 'label'>[]): string {
  return points.map(({ raw, label }) => `${raw} (${label})`).join(', ');
}

/** `England 46%, 2023/24`. */
export function comparatorText({
  who,
  raw,
  label,
}: Pick<ComparatorPoint, 'who' | 'raw' | 'label'>): string {
  return `${who} ${raw}${label === '' || raw.includes(label) ? '' : `, ${label}`}`;
}

export function whoText({ name, organisation }: Omit<Who, 'id'>): string {
  return `${name}, ${organisation}`;
}

/** `7.47% (337), 2023`. */
export function pointText({ raw, label }: HistoryPoint): string {
  return label === '' || raw.includes(label) ? raw : `${raw}, ${label}`;
}

/** The newest figure with its period, and whether it is the published one: `7.47% (337) (as published)`. */
export function newestText({ latest }: Pick<KpiFacts, 'latest'>): string {
  if (!latest || latest.raw.trim() === '') return 'none';
  return latest.published ? `${latest.raw} (as published)` : pointText(latest);
}
