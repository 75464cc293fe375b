// The reason for which a workbook that somebody sent is not kept.

import type { WorkbookProblem } from './sheet-rows.ts';

export type WorkbookRefusal = {
  readonly code: 'bad-workbook';
  readonly fileName: string;
  readonly problems: readonly WorkbookProblem[];
  /** It is another partnership’s; null: it is this one’s. */
  readonly other: { readonly named: string; readonly own: string } | null;
};

declare module '../../../core/request/domain/refusal.ts' {
  interface Refusals {
    readonly workbook: WorkbookRefusal;
  }
}
