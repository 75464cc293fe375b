// What the record already has of a partnership, so that a workbook that comes again changes it instead of adding to it.

export type KnownRecord = {
  /** By name; null: there is none of that name. */
  readonly partnership: {
    readonly key: string;
    readonly name: string;
    readonly shortName: string;
  } | null;
  /** Whether it has a plan in force. */
  readonly hasPlan: boolean;
  readonly organisations: readonly KnownRow[];
  /** Names of organisations that became part of another, and the name of that one. */
  readonly merged: readonly { readonly name: string; readonly into: string }[];
  readonly people: readonly (KnownRow & {
    readonly email: string;
    readonly furtherEmails: readonly string[];
    readonly organisation: string;
  })[];
  readonly themes: readonly (KnownRow & {
    readonly number: number;
    readonly inShort: string | null;
    readonly scope: string | null;
  })[];
  readonly forums: readonly (KnownRow & { readonly summary: string | null })[];
  readonly areas: readonly {
    readonly ref: string;
    readonly name: string | null;
    readonly note: string | null;
  }[];
  readonly kpis: readonly {
    readonly number: number;
    readonly name: string;
    readonly theme: string;
  }[];
  /** Still in force: since when. */
  readonly roles: readonly {
    readonly person: string;
    readonly role: string;
    readonly theme: string | null;
    readonly from: string;
  }[];
  /** Still in force: since when. */
  readonly assignments: readonly {
    readonly objective: string;
    readonly role: 'owner' | 'deputy';
    readonly person: string | null;
    readonly organisation: string | null;
    readonly from: string;
  }[];
};

/** What rows refer to each other by, and what people call it. */
export type KnownRow = { readonly key: string; readonly name: string };

/** Of a partnership that nobody has set up yet. */
export const nothingKnown: KnownRecord = {
  ...{ partnership: null, hasPlan: false, organisations: [], merged: [], people: [], themes: [] },
  ...{ forums: [], areas: [], kpis: [], roles: [], assignments: [] },
};
