// The forms of a verb's line, as data: fixed words and pieces in their order. What can be read, what help and the reference
// say can be typed, and what a refusal says is missing all come from here, so that they cannot differ.

/** What a piece stands for. How it is typed is known to `parse-form.ts`, what it means to the reader of such things. */
export type SlotKind =
  | 'ref'
  | 'refs'
  | 'part'
  | 'rating'
  | 'date'
  | 'period'
  | 'person'
  | 'theme'
  | 'number'
  | 'numbers'
  | 'choice'
  | 'link'
  | 'quoted'
  | 'code'
  | 'version'
  | 'email'
  | 'forum'
  | 'words';

/** A fixed word; the first is the one that is shown. With a name, whether it was said is kept. */
export type FixedWord = {
  readonly is: 'word';
  readonly name: string | null;
  readonly words: readonly [string, ...string[]];
};

export type Slot = {
  readonly is: 'slot';
  readonly kind: SlotKind;
  readonly name: string;
  /** What the usage says: `<ref>`, `@name`. */
  readonly shown: string;
  /** Of a part: the letter of its kind. */
  readonly letter?: string;
  /** Of a part: any word stands for one, so that it can be said which there are. */
  readonly isAny?: true;
  /** Of a choice: what can be chosen, each by its word and others that mean the same. */
  readonly values?: readonly (readonly [string, ...string[]])[];
  /** Of words: as few as can be, where others have as many. */
  readonly isShort?: true;
};

export type Part =
  | FixedWord
  | Slot
  /** May be left out, as a whole. */
  | { readonly is: 'maybe'; readonly parts: readonly Part[]; readonly isUnshown?: true }
  /** Each at most once, in any order, to the end of the line. */
  | { readonly is: 'any'; readonly parts: readonly Part[] };

/** A piece of a form. What it says is known by its names. */
export type Piece<N extends string = string> = {
  readonly part: Part;
  /** For the compiler alone. */
  readonly names?: N;
};

/** One form of a line: its pieces in order, from the word behind the verb to the end. */
export type Form<N extends string = string> = {
  readonly parts: readonly Part[];
  /** Only buttons say it: neither help nor the reference shows it. */
  readonly hidden: boolean;
  /** It only asks, and answers as at a date as well. */
  readonly dated: boolean;
  /** Only of lines that begin with no word with which another form of the verb begins. */
  readonly otherwise: boolean;
  readonly names?: N;
};

/** A verb's forms by their names, those that are tried first before the others. */
export type Forms = Readonly<Record<string, Form>>;

export type NamesOf<F> = F extends Form<infer N> ? N : never;

/** What a line says, piece by piece; of what is left out, the empty text. */
export type Said<F extends Form> = Readonly<Record<NamesOf<F>, string>>;

type NamesIn<P extends readonly Piece[]> = P[number] extends Piece<infer N> ? N : never;

/** A form of these pieces. */
export function line<P extends readonly Piece[]>(...pieces: P): Form<NamesIn<P>> {
  return { parts: pieces.map(({ part }) => part), hidden: false, dated: false, otherwise: false };
}

/** The same, said by buttons only. */
export function hidden<N extends string>(form: Form<N>): Form<N> {
  return { ...form, hidden: true };
}

/** The same, which only asks, and answers as at a date as well. */
export function dated<N extends string>(form: Form<N>): Form<N> {
  return { ...form, dated: true };
}

/** The same, of lines that begin with no word of another form: a name alone. */
export function otherwise<N extends string>(form: Form<N>): Form<N> {
  return { ...form, otherwise: true };
}

/** A fixed word with others that mean the same. */
export function word(shown: string, ...others: readonly string[]): Piece<never> {
  return { part: { is: 'word', name: null, words: [shown, ...others] } };
}

/** A fixed word that may be said, under its own name: `table`. */
export function flag<N extends string>(shown: N, ...others: readonly string[]): Piece<N> {
  return { part: { is: 'maybe', parts: [{ is: 'word', name: shown, words: [shown, ...others] }] } };
}

/** Pieces that may be left out together. */
export function maybe<P extends readonly Piece[]>(...pieces: P): Piece<NamesIn<P>> {
  return { part: { is: 'maybe', parts: pieces.map(({ part }) => part) } };
}

/** The same, which neither help nor the reference shows: `confirm`, which buttons say. */
export function unshown<P extends readonly Piece[]>(...pieces: P): Piece<NamesIn<P>> {
  return { part: { is: 'maybe', parts: pieces.map(({ part }) => part), isUnshown: true } };
}

/** Pieces of which each may be said once, in any order, to the end of the line. */
export function anyOrder<P extends readonly Piece[]>(...pieces: P): Piece<NamesIn<P>> {
  return { part: { is: 'any', parts: pieces.map(({ part }) => part) } };
}

/** One reference of an objective; more than one is read, so that it can be said that one is taken. */
export function ref(): Piece<'ref'> {
  return slot('ref', 'ref', '<ref>');
}

/** References of objectives. */
export function refs(): Piece<'refs'> {
  return slot('refs', 'refs', '<ref …>');
}

/** A part of an objective by its letter and number: `D1`. */
export function partRef(letter: string): Piece<'part'> {
  return { part: { is: 'slot', kind: 'part', name: 'part', shown: `${letter}1`, letter } };
}

/** The same where nothing else can stand: any other word is taken for one that there is not. */
export function anyPart(letter: string): Piece<'part'> {
  return {
    part: { is: 'slot', kind: 'part', name: 'part', shown: `${letter}1`, letter, isAny: true },
  };
}

/** A rating, in any of the words for it. */
export function rating(): Piece<'rating'> {
  return slot('rating', 'rating', '<red|amber|green|blue>');
}

export function date<N extends string>(name: N, shown = '<date>'): Piece<N> {
  return slot('date', name, shown);
}

/** From a day to a day. */
export function period<N extends string>(name: N, shown: string): Piece<N> {
  return slot('period', name, shown);
}

export function person<N extends string>(name: N, shown = '@name'): Piece<N> {
  return slot('person', name, shown);
}

/** A theme by its number: `theme 1`, `t1`. */
export function theme(): Piece<'theme'> {
  return slot('theme', 'theme', 'theme <n>');
}

export function number(): Piece<'number'> {
  return slot('number', 'number', '<number>');
}

export function numbers(): Piece<'numbers'> {
  return slot('numbers', 'numbers', '<number …>');
}

/** One of some words. One that others mean as well is given with them, and is what is read of them. */
export function choice<N extends string>(
  name: N,
  ...values: readonly (string | readonly [string, ...string[]])[]
): Piece<N> {
  const choices = values.map((one) => (typeof one === 'string' ? ([one] as const) : one));
  const shown = `<${choices.map(([first]) => first).join('|')}>`;
  return { part: { is: 'slot', kind: 'choice', name, shown, values: choices } };
}

/** One word as it is: a code, a key. */
export function code<N extends string>(name: N, shown: string): Piece<N> {
  return slot('code', name, shown);
}

/** A version by its number: `v2`, `version 2`. */
export function version(): Piece<'version'> {
  return slot('version', 'version', 'v<n>');
}

export function email(): Piece<'email'> {
  return slot('email', 'email', '<e-mail>');
}

/** A body that meets, by its short name or by its whole name; of one that there is not, the first word. */
export function forum(): Piece<'forum'> {
  return slot('forum', 'forum', '<forum>');
}

/** A web address, or whatever word stands where one has to. */
export function link(): Piece<'link'> {
  return slot('link', 'link', '<link>');
}

/** Words in quotation marks. */
export function quoted<N extends string>(name: N, shown: string): Piece<N> {
  return slot('quoted', name, shown);
}

/** Words as they come, up to the next fixed word or the end. */
export function words<N extends string>(name: N, shown: string): Piece<N> {
  return slot('words', name, shown);
}

/** The same, up to the first fixed word that can follow: of what is short, as a figure. */
export function fewWords<N extends string>(name: N, shown: string): Piece<N> {
  return { part: { is: 'slot', kind: 'words', name, shown, isShort: true } };
}

function slot<N extends string>(kind: SlotKind, name: N, shown: string): Piece<N> {
  return { part: { is: 'slot', kind, name, shown } };
}

/** The words with which forms begin that do more than ask. */
export function wordsThatRecord(forms: Forms): ReadonlySet<string> {
  return new Set(firstWords(Object.values(forms).filter((form) => !form.dated)));
}

/** The fixed words with which forms begin. */
export function firstWords(forms: readonly Form[]): readonly string[] {
  return forms.flatMap(({ parts: [first] }) =>
    first?.is === 'word' ? first.words : first?.is === 'slot' ? (first.values ?? []).flat() : [],
  );
}

/** The names of all that these may say. */
export function namesIn(parts: readonly Part[]): readonly string[] {
  return parts.flatMap((part) =>
    part.is === 'word' || part.is === 'slot'
      ? part.name === null
        ? []
        : [part.name]
      : namesIn(part.parts),
  );
}
