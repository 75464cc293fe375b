// What the application asks of the record about the published tables of KPIs.
import type { Temporal } from 'temporal-polyfill';
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

export interface KpiRepository {
  themes(): Promise<ThemeView[]>;
  /**
   * The table as published, cell for cell; null when the theme has none.
   * @param by only what was recorded by then; the table has no rows when nothing was
   */
  table(themeId: string, by?: Temporal.Instant): Promise<KpiTableView | null>;
}

declare module '../../../core/request/app/ports.ts' {
  interface Repositories {
    readonly kpis: KpiRepository;
  }
}
