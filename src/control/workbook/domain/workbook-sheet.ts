// What a sheet of the workbook is: its columns, what may stand in each, and an example row.

/** One column of a sheet. */
export type WorkbookColumn = {
  readonly heading: string;
  /** What to type, as whoever fills it in reads it. */
  readonly says: string;
  readonly isRequired?: boolean;
  /** What may be chosen, and what it is kept as. */
  readonly choices?: Readonly<Record<string, string>>;
  /** The sheet whose first column has what may stand here. */
  readonly from?: SheetName;
  /** The longest text that fits, in characters. */
  readonly most?: number;
  readonly example: string;
};

export type WorkbookSheet = {
  readonly says: string;
  readonly columns: Readonly<Record<string, WorkbookColumn>>;
};

/** Behind it stands an example, which is not loaded. */
export const EXAMPLE_START = 'Example: ';
/** The longest paragraph and the longest title, in characters. */
export const [LONG, TITLE] = [400, 200] as const;

export type SheetName =
  | 'Partnership'
  | 'Organisations'
  | 'People'
  | 'Themes'
  | 'Roles'
  | 'Forums'
  | 'Meetings'
  | 'Plan'
  | 'KPIs'
  | 'Channels';
