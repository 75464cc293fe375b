// What every column of the record holds, in one place: erasing, a person's own file, how long things are kept and the
// information governance pages all read it. A column that is not listed fails a test.

/**
 * What a column holds, for somebody who asks what is kept about whom.
 * `key` the row's own ids · `person` whom it is about or by · `name` a person's name · `address` an e-mail address or a
 * chat account · `words` what people wrote · `log` a sentence of the bot's own, with names in it · `plan` the words of the
 * plan and its documents · `copy` data that repeats words and names · `fact` dates, states, numbers, references ·
 * `digest` checksums and commitments · `frozen` what was handed out and is never changed
 */
export type ColumnClass =
  | 'key'
  | 'person'
  | 'name'
  | 'address'
  | 'words'
  | 'log'
  | 'plan'
  | 'copy'
  | 'fact'
  | 'digest'
  | 'frozen';

export type KeptTable = {
  readonly table: string;
  /** What its rows are, for the pages and a person's file. */
  readonly about: string;
  readonly columns: Readonly<Record<string, ColumnClass>>;
  /** Which column names the person whose words a column holds. */
  readonly by: Readonly<Record<string, string>>;
  readonly seenBy: Audience;
  readonly leaves: Way;
};

/** Who sees it in the product; `operators` are those with access to the database itself. */
export type Audience =
  | 'everybody on the plan'
  | 'the programme office'
  | 'the programme office and the board'
  | 'operators';
/** How it leaves the house: in files of `admin export`, in what is posted to a chat platform, or not at all. */
export type Way = 'exports and chat' | 'exports' | 'chat' | 'nowhere';

type Groups = Partial<Record<ColumnClass, string>>;

/** One table: its columns by what they hold, each group in one line. */
export function kept(
  table: string,
  about: string,
  groups: Groups,
  more: Partial<Pick<KeptTable, 'by' | 'seenBy' | 'leaves'>> = {},
): KeptTable {
  const columns = Object.entries(groups).flatMap(([kind, names]) =>
    names.split(' ').map((name) => [name, kind as ColumnClass] as const),
  );
  return {
    ...{ table, about, columns: Object.fromEntries(columns) },
    ...{ by: {}, seenBy: 'everybody on the plan', leaves: 'exports and chat' },
    ...more,
  };
}

/** The columns of a table that hold one of these. */
export function columnsOf(
  { columns }: KeptTable,
  ...classes: readonly ColumnClass[]
): readonly string[] {
  return Object.entries(columns).flatMap(([name, kind]) => (classes.includes(kind) ? [name] : []));
}
