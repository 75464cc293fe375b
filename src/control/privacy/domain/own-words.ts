// Which words of an entry or of a part of an objective are a person's own, or speak of them.
import { mentions, type Traces } from './traces.ts';

/**
 * Parts that hold what somebody said, and what of them is said by whoever added them; an action, a milestone and a measure
 * are the plan's own words.
 */
const SAID: Readonly<Record<string, readonly string[]>> = {
  evidence: ['title', 'detail/link'],
  decision: ['title'],
  recovery: ['title'],
  challenge: ['title'],
  coproduction: ['title', 'detail/who'],
  risk: ['title', 'detail/mitigation'],
};
/** Names inside a part: those of people and bodies, and what it is linked to. */
const NAMES = /(?:^|\/)(?:name|organisation)$|\/(?:themes|links)\//;

export type ItemWords = {
  readonly kind: string;
  readonly title: string;
  readonly detail: Readonly<Record<string, unknown>>;
};

/**
 * The places in a part of an objective that hold the person's own words: `title`, `detail/answer` and the like.
 * @param theirs whether they added it
 */
export function ownPlaces(
  { kind, detail }: ItemWords,
  personId: string,
  theirs: boolean,
): string[] {
  const added = SAID[kind];
  if (!added) return [];
  return [
    ...(theirs ? added : []),
    ...(isBy(detail.answeredBy, personId) ? ['detail/answer'] : []),
    ...(kind === 'decision' && isBy(detail.by, personId) ? ['detail/outcome'] : []),
  ];
}

function isBy(value: unknown, personId: string): boolean {
  return typeof value === 'object' && value !== null && 'personId' in value
    ? value.personId === personId
    : false;
}

export type EntryText = {
  readonly note: string | null;
  readonly detail: unknown;
  /** By the place of each word that can be erased. */
  readonly salts: Readonly<Record<string, string>>;
  readonly erased: Readonly<Record<string, string>>;
};

/**
 * An entry without the person's words, and without words that speak of them.
 * @param own places of the entry that hold their own words, `/note` among them
 * @returns null where nothing of it is theirs; `gone` are the words that went
 */
export function entryWithout(
  entry: EntryText,
  own: ReadonlySet<string>,
  traces: Traces,
  day: string,
): { readonly entry: EntryText; readonly gone: readonly string[] } | null {
  const gone: string[] = [];
  const salts = { ...entry.salts };
  const erased = { ...entry.erased };
  const walk = (value: unknown, place: string): unknown => {
    if (Array.isArray(value)) return value.map((one, index) => walk(one, `${place}/${index}`));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([key, one]) => [key, walk(one, `${place}/${key}`)]),
      );
    if (typeof value !== 'string' || salts[place] === undefined) return value;
    // A name by itself, of whoever gave evidence or owns it, is shown by what the person is called now.
    if (value === `⟦${traces.personId}⟧`) return value;
    const isName = traces.names.some((name) => name.toLowerCase() === value.toLowerCase());
    const isOwn = own.has(place) && !NAMES.test(place);
    if (!isName && !isOwn && !mentions(value, traces)) return value;
    delete salts[place];
    erased[place] = day;
    if (!isName) gone.push(value);
    return isName ? traces.label : instead(place, traces);
  };
  const note = walk(entry.note, '/note') as string | null;
  const detail = walk(entry.detail, '/detail');
  const touched = Object.keys(erased).length > Object.keys(entry.erased).length;
  return touched ? { entry: { note, detail, salts, erased }, gone } : null;
}

/** An entry without any of its words, as the schedule has it; names of people stay, for whoever answered is a fact. */
export function entryCleared(
  entry: EntryText,
  { erased: marker, day }: { readonly erased: string; readonly day: string },
): EntryText {
  const erased = { ...entry.erased };
  const walk = (value: unknown, place: string): unknown => {
    if (Array.isArray(value)) return value.map((one, index) => walk(one, `${place}/${index}`));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([key, one]) => [key, walk(one, `${place}/${key}`)]),
      );
    if (typeof value !== 'string' || entry.salts[place] === undefined) return value;
    erased[place] = day;
    if (NAMES.test(place) || /^⟦[0-9a-f-]{36}⟧$/.test(value)) return value;
    return place.endsWith('/link') ? null : marker;
  };
  const note = walk(entry.note, '/note') as string | null;
  const detail = walk(entry.detail, '/detail');
  return { note, detail, salts: {}, erased };
}

/** A link that is gone is no link; all else says that it was erased. */
export function instead(place: string, { erased }: Traces): string | null {
  return place.endsWith('/link') ? null : erased;
}

/** A part without the person's words, by the same rules. Null where nothing of it is theirs. */
export function itemWithout(
  item: ItemWords,
  own: readonly string[],
  traces: Traces,
): { readonly item: ItemWords; readonly gone: readonly string[] } | null {
  const gone: string[] = [];
  let touched = false;
  const walk = (value: unknown, place: string): unknown => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return Object.fromEntries(
        Object.entries(value).map(([key, one]) => [key, walk(one, `${place}/${key}`)]),
      );
    if (typeof value !== 'string') return value;
    const isName = traces.names.some((name) => name.toLowerCase() === value.toLowerCase());
    if (!isName && !own.includes(place) && !mentions(value, traces)) return value;
    if (value === traces.erased) return value;
    touched = true;
    if (!isName) gone.push(value);
    return isName ? traces.label : instead(place, traces);
  };
  const title = walk(item.title, 'title') as string;
  const detail = walk(item.detail, 'detail') as ItemWords['detail'];
  return touched ? { item: { ...item, title, detail }, gone } : null;
}
