// What the application asks of the record about the published tables of KPIs.
import type { ThemeView } from '../../../core/themes/app/theme-ports.ts';

export type KpiCellRow = {
  readonly number: number;
  readonly name: string;
  readonly baseline: string;
  readonly performance: string;
  readonly publishedDirection: string;
};

export type KpiTableView = {
  readonly title: string;
  readonly headers: readonly [string, string, string, string];
  readonly rows: readonly KpiCellRow[];
  readonly footnotes: readonly { readonly marker: string; readonly text: string }[];
};

export interface KpiReads {
  themes(): Promise<ThemeView[]>;
  /**
   * The table as published, cell for cell; null when the theme has none. As at a moment it has only what was recorded by
   * then, and no rows when nothing was.
   */
  table(themeId: string): Promise<KpiTableView | null>;
}

declare module '../../../core/request/app/ports.ts' {
  interface ReadingPorts {
    readonly kpis: KpiReads;
  }
}
