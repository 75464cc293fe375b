// The references of a plan, as they are printed, found where a text names one. No shape is assumed: `2B:2`, `1.10`,
// `SEND-14`, `Priority 3 – Action 4` and `SR (25/26) 01` are read by what this plan has. A reference is its runs of
// letters and of digits; what stands between them is free, so `2b2`, `2B.2` and `2B 2` are one. Between two that fit
// equally nothing is chosen.

export type ObjectiveName = { readonly id: string; readonly ref: string; readonly title: string };

/** Where a text names objectives by one reference. */
export type RefFound<T> = {
  /** As typed, without the marks around it. */
  readonly typed: string;
  /** How much of the text it takes, the marks around it included. */
  readonly length: number;
  /** Those that it fits; several are never chosen between. */
  readonly hits: readonly T[];
};

/** The start of a text as an objective's reference, wherever it ends: a part's own may stand directly behind it. */
export type RefBefore<T> = {
  readonly hits: readonly T[];
  readonly typed: string;
  readonly rest: string;
};

export type PlanRefs<T extends { readonly ref: string } = ObjectiveName> = {
  readonly all: readonly T[];
  /** The reference at the start of a text, the longest that ends there with a word; null: there is none. */
  readonly leading: (text: string) => RefFound<T> | null;
  /** Every reference that the start of a text may be, the longest first. */
  readonly before: (text: string) => readonly RefBefore<T>[];
  /** Everything of the plan that a text may name, wherever it stands. */
  readonly named: (text: string) => readonly T[];
  /** What is no reference of the plan at the start of a text, but is built as some of them are; null: it is not. */
  readonly strange: (text: string) => { readonly typed: string; readonly length: number } | null;
  /** Those of the same letters and digits, in whatever runs. */
  readonly alike: (ref: string) => readonly T[];
};

/** Upper-case letters and digits only: what two spellings of one reference share. */
export function refKey(ref: string): string {
  return plain(ref).replace(/[^\p{L}\p{N}]/gu, '');
}

/** References in the order of people: 2B:2 before 10A:1. */
export const byRef = new Intl.Collator('en', { numeric: true });

/** Accents and the width of letters do not count. Signs stay signs: `½` is no digit that anybody typed. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase();
}

type Run = {
  readonly key: string;
  readonly end: number;
  /** What stands before it: nothing, a mark, or a space with or without one. */
  readonly gap: '' | '.' | ' ';
};
type Ends<T> = { readonly one: T; readonly spaces: string };
type Node<T> = { readonly next: Map<string, Node<T>>; readonly ends: Ends<T>[] };

const RUN = /\p{L}[\p{L}\p{M}]*|\p{N}+/uy;
/** What may stand between two runs of a reference: marks and a space or two, never a comma or the end of a line. */
const BETWEEN = /[^\S\n\r]{0,2}[():./\\–—\-_#[\]：．／－（）]{0,2}[^\S\n\r]{0,2}[([（]?/uy;
const OPENING = /[\s([（#]{0,3}/y;
/** What may close a reference: brackets, and the marks of a sentence. */
const CLOSING = /[)\]）]*[:.!?…”"'’：]{0,3}(?=[\s,;@]|$)/uy;

/** Finds the references of a plan. Building it takes as long as the plan is; a look-up, as the reference is. */
export function indexRefs<T extends { readonly ref: string }>(all: readonly T[]): PlanRefs<T> {
  const root: Node<T> = { next: new Map(), ends: [] };
  const byKey = new Map<string, T[]>();
  const shapes = new Set<string>();
  for (const one of all) {
    const runs = runsOf(one.ref);
    if (runs.length === 0) continue;
    let node = root;
    for (const { key } of runs) {
      const next = node.next.get(key) ?? { next: new Map(), ends: [] };
      node.next.set(key, next);
      node = next;
    }
    node.ends.push({ one, spaces: spacesOf(runs) });
    const key = refKey(one.ref);
    byKey.set(key, [...(byKey.get(key) ?? []), one]);
    shapes.add(shapeOf(runs));
  }
  const alike = (ref: string) => byKey.get(refKey(ref)) ?? [];
  const walk = (text: string, from: number) => walkRefs(root, text, from);
  return {
    all,
    alike,
    leading: (text) => leadingRef(text, walk, alike),
    before: (text) => refsBefore(text, walk),
    named: (text) => namedIn(text, walk, alike),
    strange: (text) => strangeRef(text, shapes),
  };
}

/** The runs of a whole reference. */
function runsOf(ref: string): Run[] {
  return [...runsFrom(ref, firstRun(ref))];
}

function firstRun(text: string): number {
  return Math.max(0, text.search(/[\p{L}\p{N}]/u));
}

/** The runs of a text from where one begins, as long as no more than a reference's own marks stands between them. */
function* runsFrom(text: string, from: number): Generator<Run> {
  let at = from;
  let gap: Run['gap'] = '';
  for (;;) {
    RUN.lastIndex = at;
    const [run] = RUN.exec(text) ?? [];
    if (run === undefined) return;
    const end = at + run.length;
    yield { key: plain(run), end, gap };
    BETWEEN.lastIndex = end;
    const [between = ''] = BETWEEN.exec(text) ?? [];
    gap = /\s/.test(between) ? ' ' : between === '' ? '' : '.';
    at = end + between.length;
  }
}

/** Before which runs a space stands. */
function spacesOf(runs: readonly Run[]): string {
  return runs.map(({ gap }) => (gap === ' ' ? ' ' : '.')).join('');
}

/** What kind of runs: digits, a letter or two, or a word that is the same in each; and where spaces stand. */
function shapeOf(runs: readonly Run[]): string {
  return runs
    .map(({ key, gap }) => {
      const kind = /^\p{N}/u.test(key) ? '1' : key.length < 3 ? 'A' : key;
      return `${gap === ' ' ? ' ' : '.'}${kind}`;
    })
    .join('');
}

type Step<T> = { readonly end: number; readonly ends: readonly Ends<T>[]; readonly spaces: string };

/** Every reference that begins at a place, the shortest first. */
function walkRefs<T>(root: Node<T>, text: string, from: number): Step<T>[] {
  const steps: Step<T>[] = [];
  let node = root;
  let spaces = '';
  for (const { key, end, gap } of runsFrom(text, from)) {
    const next = node.next.get(key);
    if (!next) break;
    node = next;
    spaces += gap === ' ' ? ' ' : '.';
    if (node.ends.length > 0) steps.push({ end, ends: node.ends, spaces });
  }
  return steps;
}

type Walk<T> = (text: string, from: number) => readonly Step<T>[];
type Alike<T> = (ref: string) => readonly T[];

function leadingRef<T extends { readonly ref: string }>(
  text: string,
  walk: Walk<T>,
  alike: Alike<T>,
): RefFound<T> | null {
  const from = lengthOf(OPENING, text, 0) ?? 0;
  const steps = walk(text, from).flatMap((step) => {
    const closing = closingOf(text, step.end, walk);
    return closing === null ? [] : [{ ...step, length: step.end + closing }];
  });
  // `1 a 14 of 20` is objective 1 and amber: a space that no printed reference has does not make a longer one of it.
  const [shortest] = steps;
  const long = steps.findLast(
    (step) =>
      step === shortest || step.ends.some(({ spaces }) => coversSpaces(spaces, step.spaces)),
  );
  if (!long) return null;
  const typed = text.slice(from, long.end + (closesBracket(text, from, long.end) ? 1 : 0));
  return { typed, length: long.length, hits: meant(typed, long, alike) };
}

/** Whether the bracket that a reference opens, as in `1(b)`, is closed right behind it. */
function closesBracket(text: string, from: number, end: number): boolean {
  return /^[^(]*\(/.test(text.slice(from, end)) && text.startsWith(')', end);
}

function coversSpaces(printed: string, typed: string): boolean {
  return [...typed].every((space, index) => space !== ' ' || printed.charAt(index) === ' ');
}

/** Behind how many letters and digits a run begins. */
function placesOf(ref: string, which: (run: Run) => boolean): ReadonlySet<number> {
  const places = new Set<number>();
  let place = 0;
  for (const run of runsOf(ref)) {
    if (place > 0 && which(run)) places.add(place);
    place += run.key.length;
  }
  return places;
}

/**
 * What is spelt exactly so; else all that are spelt loosely so, and those of the same letters and digits that would be
 * typed so where a mark is left out: `3c12` may be 3C:12 and 3C1:2.
 */
function meant<T extends { readonly ref: string }>(
  typed: string,
  { ends }: Step<T>,
  alike: Alike<T>,
): readonly T[] {
  const hits = ends.map(({ one }) => one);
  const marks = placesOf(typed, ({ gap }) => gap !== '');
  const all = alike(typed).filter((one) => {
    const runs = placesOf(one.ref, () => true);
    return hits.includes(one) || [...marks].every((place) => runs.has(place));
  });
  if (all.length === 1) return hits;
  const exact = all.filter(({ ref }) => ref === typed);
  const folded = exact.length > 0 ? exact : all.filter(({ ref }) => plain(ref) === plain(typed));
  return folded.length > 0 ? folded : all;
}

/** How far the marks behind a reference go; null: a word goes on there. */
function closingOf<T>(text: string, end: number, walk: Walk<T>): number | null {
  const closing = lengthOf(CLOSING, text, end);
  if (closing !== null) {
    // `1,200` is a number.
    const isNumber = /^,\d/.test(text.slice(end + closing, end + closing + 2));
    return isNumber && walk(text, end + closing + 1).length === 0 ? null : closing;
  }
  return null;
}

function lengthOf(pattern: RegExp, text: string, from: number): number | null {
  pattern.lastIndex = from;
  return pattern.exec(text)?.[0].length ?? null;
}

function refsBefore<T extends { readonly ref: string }>(
  text: string,
  walk: Walk<T>,
): RefBefore<T>[] {
  const from = lengthOf(OPENING, text, 0) ?? 0;
  return walk(text, from)
    .map(({ end, ends }) => {
      const to = end + (closesBracket(text, from, end) ? 1 : 0);
      const typed = text.slice(from, to);
      const all = ends.map(({ one }) => one);
      const exact = all.filter(({ ref }) => plain(ref) === plain(typed));
      return { hits: exact.length > 0 ? exact : all, typed, rest: text.slice(to) };
    })
    .reverse();
}

function namedIn<T extends { readonly ref: string }>(
  text: string,
  walk: Walk<T>,
  alike: Alike<T>,
): T[] {
  const found = new Set<T>();
  for (const { index } of text.matchAll(/(?<![\p{L}\p{M}])\p{L}|(?<!\p{N})\p{N}/gu))
    for (const { end, ends } of walk(text, index)) {
      for (const { one } of ends) found.add(one);
      for (const one of alike(text.slice(index, end))) found.add(one);
    }
  return [...found];
}

/** The longest start of a text that is built as a reference of the plan, and ends with a word. */
function strangeRef(text: string, shapes: ReadonlySet<string>) {
  const from = lengthOf(OPENING, text, 0) ?? 0;
  const runs: Run[] = [];
  let found: { typed: string; length: number } | null = null;
  for (const run of runsFrom(text, from)) {
    runs.push(run);
    if (runs.length > MOST_RUNS) break;
    const closing = lengthOf(CLOSING, text, run.end);
    if (closing === null || !shapes.has(shapeOf(runs))) continue;
    found = { typed: text.slice(from, run.end), length: run.end + closing };
  }
  return found;
}

const MOST_RUNS = 12;
