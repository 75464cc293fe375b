// What a KPI is to reach, and whether its latest figure does. A draft is nobody's target yet, so it colours nothing.
import { isBound, unitOf, worthOf } from './kpi-direction.ts';
import { type KpiFigure, type KpiValue, readKpiValue } from './kpi-value.ts';

export type TargetSense = 'at-least' | 'at-most';
export type TargetState = 'draft' | 'agreed' | 'signed-off';

export type Target = {
  readonly sense: TargetSense;
  /** As typed. */
  readonly raw: string;
  readonly tolerance: string | null;
  readonly state: TargetState;
};

export type GreyReason = 'no-target' | 'draft' | 'no-figure' | 'units' | 'inexact';
export type TargetReading =
  | { readonly rag: 'green' | 'amber' | 'red' }
  | { readonly rag: 'grey'; readonly why: GreyReason };

const HAIR = 1e-9;

/** Green: met. Amber: missed by no more than the tolerance. Red: missed. Grey: nothing to hold it against. */
export function targetRag(target: Target | null, latest: KpiValue): TargetReading {
  if (!target) return grey('no-target');
  if (target.state === 'draft') return grey('draft');
  const aim = readKpiValue(target.raw);
  if (latest.kind !== 'figure' || aim.kind !== 'figure') return grey('no-figure');
  if (!fits(aim, latest)) return grey('units');
  if (isBound(latest)) return grey('inexact');
  const short =
    target.sense === 'at-least' ? worthOf(aim) - worthOf(latest) : worthOf(latest) - worthOf(aim);
  if (short <= HAIR) return { rag: 'green' };
  return { rag: short <= toleranceOf(target) + HAIR ? 'amber' : 'red' };
}

/** Whether a target says what the figure says: per cent for per cent, days for days. */
export function fits(aim: KpiFigure, figure: KpiFigure): boolean {
  const isShare = (one: KpiFigure) => one.denominator !== null && one.unit !== 'per-cent';
  return unitOf(aim) === unitOf(figure) && isShare(aim) === isShare(figure);
}

/** How far it may be missed and still be amber, in the figure's own unit; 0 where none was set. */
export function toleranceOf({ tolerance }: Pick<Target, 'tolerance'>): number {
  const read = tolerance === null ? null : readKpiValue(tolerance);
  return read?.kind === 'figure' ? Math.abs(read.value) : 0;
}

function grey(why: GreyReason): TargetReading {
  return { rag: 'grey', why };
}
