// A theme's highlight report of one month: what its co-chairs write, what the record adds, and the line that
// asks for it. An approved report is kept as `HighlightContent`, which is plain data.

import { MONTH_PATTERN, parseMonth } from '../../../core/dates/domain/month.ts';
import type { DocumentFormat } from '../../../core/message/domain/document-format.ts';
import { isOneOf } from '../../../core/message/domain/narrow.ts';
import type { Rag } from '../../../core/message/domain/rag.ts';
import type { Fade, Standing } from '../../../core/message/domain/standing.ts';
import type { NamedTheme } from '../../../core/themes/domain/theme-name.ts';
import type { NewestFigure } from '../../figures/domain/kpi-facts.ts';

/** What the co-chairs write, in the order of the report. */
export const highlightFields = [
  'reason',
  'mitigation',
  'impact',
  'progress',
  'next',
  'decisions',
] as const;

export type HighlightField = (typeof highlightFields)[number];

export const fieldTitles = {
  reason: 'Reason for the ratings',
  mitigation: 'Mitigation',
  impact: 'Impact if not mitigated',
  progress: 'Progress since the last report',
  next: 'Next period',
  decisions: 'Decisions needed',
} as const satisfies Record<HighlightField, string>;

export type HighlightWords = { readonly [F in HighlightField]?: string } & {
  /** How often they were saved: a form says which it began from. */
  readonly saved: number;
};

/** A date as printed, and its last day as ISO text. */
export type DateFact = { readonly text: string; readonly lastDay: string };

type OfObjective = { readonly ref: string; readonly title: string; readonly example: boolean };

/** Something of an objective: its reference with the part's own behind it, e.g. `2B:2 V1`. */
export type PartFact = {
  readonly ref: string;
  readonly title: string;
  readonly due: DateFact | null;
  readonly example: boolean;
};

export type HighlightFacts = {
  readonly theme: NamedTheme;
  /** YYYY-MM. */
  readonly month: string;
  /** The moment of which the record speaks, as ISO text: the month's end, or before it is over, now. */
  readonly asOf: string;
  /** `Cerys Example, Example Council`. */
  readonly coChairs: readonly string[];
  /** How many count as what. `standing` is absent in reports that were approved before ratings faded in them. */
  readonly ratings: readonly {
    /** The colour that they count as. */
    readonly rag: Rag | null;
    readonly standing?: Standing;
    readonly count: number;
  }[];
  /** Red first, then amber, the last known ones too, each with the reason that stands for its rating. */
  readonly concerns: readonly (OfObjective & {
    readonly rag: Rag;
    readonly fade?: Fade;
    readonly note: string | null;
    /** The rating, since when, why and who confirmed it, in words; reports approved earlier have the note alone. */
    readonly story?: string;
  })[];
  readonly recovery: readonly (PartFact & { readonly who: string | null })[];
  /** The highest score first. */
  readonly risks: readonly (PartFact & {
    readonly type: 'risk' | 'challenge';
    readonly score: number | null;
    readonly mitigation: string | null;
  })[];
  /** By objective, what was recorded in the month; `words` say what, who and when. */
  readonly history: readonly { readonly ref: string; readonly words: string }[];
  /** What is due in the month after. */
  readonly comingUp: readonly PartFact[];
  readonly milestones: readonly (PartFact & {
    readonly originalDue: DateFact | null;
    readonly status: string;
  })[];
  readonly decisions: readonly (PartFact & { readonly from: string | null })[];
  readonly kpis: {
    readonly title: string;
    readonly headers: readonly [string, string, string, string];
    readonly rows: readonly {
      readonly number: number;
      readonly name: string;
      readonly baseline: string;
      readonly performance: string;
      readonly publishedDirection: string;
    }[];
    readonly footnotes: readonly { readonly marker: string; readonly text: string }[];
  } | null;
  /** Figures newer than that table, and targets; a report that was approved before there were these has none. */
  readonly newest?: readonly NewestFigure[];
  /** Of the cycles whose returns were due in the month. */
  readonly notReturned: readonly {
    readonly meeting: string;
    readonly dueOn: string;
    readonly objectives: readonly OfObjective[];
  }[];
};

/** What its co-chairs have to do with: the words, and whose they are. */
export type HighlightDraft = Pick<HighlightFacts, 'theme' | 'month'> & {
  readonly version: number;
  readonly words: HighlightWords;
};

export type HighlightContent = HighlightFacts & HighlightDraft;

export type HighlightAsk =
  | { readonly kind: 'show' | 'form' | 'new' | 'versions' }
  | { readonly kind: 'version'; readonly number: number }
  /** The report to take along; `version` null: the approved one, or else the draft. */
  | { readonly kind: 'file'; readonly version: number | null; readonly format: DocumentFormat }
  /** `seen`: how often the words had been saved when the person saw the report. */
  | { readonly kind: 'approve'; readonly confirmed: boolean; readonly seen: number | null }
  | {
      readonly kind: 'write';
      /** From a form: it says all the words there are, and began from those saved so often. Null: it adds to them. */
      readonly seen: number | null;
      readonly said: { readonly [F in HighlightField]?: string };
    };

export type HighlightLine = {
  readonly theme: string;
  readonly month: string | null;
  /** Null: what follows the theme is none of these. */
  readonly ask: HighlightAsk | null;
};

const FIELD = highlightFields.join('|');
const ASK = `form|write(?:@\\d+)?|approve(?:@\\d+)?|new|versions?|file|${FIELD}`;
/** What follows the theme begins behind a whole run of spaces, so that a long one is gone over once. */
const LINE = new RegExp(
  `^(?<theme>(?:theme|t)?\\s*\\d+|\\S.*?)(?:(?<!\\s)\\s+(?<month>${MONTH_PATTERN}))?(?:(?<!\\s)\\s+(?<ask>(?:${ASK})(?![\\w-])[\\s\\S]*))?$`,
  'i',
);
const QUOTED = '(?:checked:\\s*)?"(?:[^"]|"")*"(?=\\s*(?:\\n|$))';
const SAID = new RegExp(`^(${FIELD}):?(?:[ \\t]+|(?=\\n|$))(${QUOTED}|[^\\n]*)\\s*`, 'i');

/** Reads `theme 1 June 2024 progress 14 of 20 trained`; null: no theme is named. */
export function parseHighlightLine(line: string): HighlightLine | null {
  const { theme, month, ask } = LINE.exec(line.trim())?.groups ?? {};
  if (theme === undefined) return null;
  return {
    theme,
    month: month === undefined ? null : parseMonth(month),
    ask: ask === undefined ? { kind: 'show' } : readAsk(ask),
  };
}

function readAsk(words: string): HighlightAsk | null {
  const [, verb = '', seen, rest = ''] =
    /^(\w+)(?:@(\d{1,6}))?\s*([\s\S]*)$/.exec(words.trim()) ?? [];
  const word = verb.toLowerCase();
  const number = seen === undefined ? null : Number(seen);
  switch (word) {
    case 'write':
      return rest === '' && number === null ? { kind: 'form' } : readWritten(rest, number);
    case 'approve':
      return rest === '' || /^confirm$/i.test(rest)
        ? { kind: 'approve', confirmed: rest !== '' || number !== null, seen: number }
        : null;
    case 'version':
    case 'versions':
      return rest === '' ? { kind: 'versions' } : readVersion(rest);
    case 'file':
      return parseFile(rest, null);
    case 'form':
    case 'new':
      return rest === '' ? { kind: word } : null;
    default:
      return readOne(words);
  }
}

/** `2`, `2 file`, `2 file html`. */
function readVersion(words: string): HighlightAsk | null {
  const [, digits, file] = /^(\d{1,4})(?:\s+file\b\s*([\s\S]*))?$/i.exec(words) ?? [];
  if (digits === undefined) return null;
  const number = Number(digits);
  return file === undefined ? { kind: 'version', number } : parseFile(file, number);
}

function parseFile(word: string, version: number | null): HighlightAsk | null {
  const read = /^(?:docx|word|(html|page))?$/i.exec(word);
  return read && { kind: 'file', version, format: read[1] === undefined ? 'docx' : 'html' };
}

/** `progress …`: one field, and all that follows are its words. */
function readOne(words: string): HighlightAsk | null {
  const [, field = '', rest = ''] = /^(\w+):?\s*([\s\S]*)$/.exec(words) ?? [];
  return rest.trim() === ''
    ? null
    : { kind: 'write', seen: null, said: { [field.toLowerCase()]: rest } };
}

/** A line for each field, as a form says them. */
function readWritten(words: string, seen: number | null): HighlightAsk | null {
  const said: { [F in HighlightField]?: string } = {};
  for (let rest = words; rest !== ''; ) {
    const [all, field = '', value = ''] = SAID.exec(rest) ?? [];
    const known = field.toLowerCase();
    if (all === undefined || !isOneOf(highlightFields, known)) return null;
    said[known] = value.trim();
    rest = rest.slice(all.length);
  }
  return { kind: 'write', seen, said };
}
