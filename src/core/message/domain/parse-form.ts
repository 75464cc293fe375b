// Reads a line by the forms that its verb declares. Fixed words and pieces that are known by their looks are read where they
// stand; words as they come go to the next fixed word, and the longest of them is meant. What a piece means is looked up
// afterwards, by the reader of references, of dates, of people.
import { MAX_DATE_LENGTH } from '../../dates/domain/parse-date.ts';
import type { FixedWord, Form, Forms, Part, Said, Slot } from './line-form.ts';
import { firstWords, namesIn } from './line-form.ts';
import {
  endOfMention,
  firstsOf,
  isFree,
  isFreeStart,
  isRefStart,
  leading,
  looksRight,
  nextWord,
  type Scan,
  type Vocabulary,
  wordStarts,
} from './parse-piece.ts';

export type LineReading<F extends Forms> =
  | {
      [K in keyof F & string]: {
        readonly kind: 'read';
        readonly form: K;
        readonly said: Said<F[K]>;
        /** From the first words as they come to the end, as typed: with what divides them. */
        readonly rest: string;
      };
    }[keyof F & string]
  | Unread;

/** No form fits. */
export type Unread = {
  readonly kind: 'unread';
  /** The form of which most was read. */
  readonly form: string;
  /** The piece that is missing there, or stands there otherwise; null: all of it was read, and more stands behind it. */
  readonly missing: Part | null;
  /** What stands in its place. */
  readonly left: string;
};

type Found = { readonly said: Record<string, string>; readonly rest: number | null };
type Farthest = { read: number; part: Part | null; at: number };
type Best = Farthest & { readonly form: string; readonly hidden: boolean };
type Run = Scan & { farthest: Farthest };

/** So many places are tried at which words may end. */
const MOST_PLACES = 8;

/**
 * The form that the whole text fits, the first of several, with its pieces as they were typed; else the form of which most
 * was read, and where it stopped.
 */
export function parseForm<F extends Forms>(
  text: string,
  forms: F,
  vocabulary: Vocabulary,
): LineReading<F> {
  const typed = text.trim();
  const run: Run = { text: typed, vocabulary, refsRead: new Map(), farthest: nowhere() };
  let best: Best | null = null;
  for (const [form, { parts, hidden, otherwise }] of Object.entries(forms)) {
    if (otherwise && startsWithOne(run, firstWords(Object.values(forms)))) continue;
    run.farthest = nowhere();
    const found = match(run, parts, 0, 0, false);
    if (found) return readAs(form, forms[form], found, typed);
    const { farthest } = run;
    if (!best || isFarther(farthest, best, hidden)) best = { ...farthest, form, hidden };
  }
  const { form = '', part = null, at = 0 } = best ?? {};
  return { kind: 'unread', form, missing: part, left: typed.slice(at) } as LineReading<F>;
}

/** Of forms that are read as far one that is shown is meant. */
function isFarther(one: Farthest, best: Best, hidden: boolean): boolean {
  if (one.read !== best.read) return one.read > best.read;
  return one.at === best.at ? best.hidden && !hidden : one.at > best.at;
}

function startsWithOne(run: Run, [first, ...more]: readonly string[]): boolean {
  if (first === undefined) return false;
  return leading(run, { is: 'word', name: null, words: [first, ...more] }, 0) !== null;
}

function readAs<F extends Forms>(
  name: string,
  form: Form | undefined,
  { said, rest }: Found,
  text: string,
) {
  const empty = Object.fromEntries(namesIn(form?.parts ?? []).map((one) => [one, '']));
  const words = rest === null ? '' : text.slice(rest);
  return { kind: 'read', form: name, said: { ...empty, ...said }, rest: words } as LineReading<F>;
}

function nowhere(): Farthest {
  return { read: -1, part: null, at: 0 };
}

/**
 * What these parts say of the text from a place to its end; null: they do not fit.
 * @param read how many were read before them
 * @param afterWords whether words as they come stand before them, so that a date has to look like one
 */
function match(
  run: Run,
  parts: readonly Part[],
  at: number,
  read: number,
  afterWords: boolean,
): Found | null {
  const [part, ...more] = parts;
  if (!part) return end(run, at, read);
  if (part.is === 'maybe') {
    const [first] = part.parts;
    // A date that may be left out is there only where one is.
    const isSure = first?.is === 'slot' && first.kind === 'date';
    // Words that may be left out do not begin with what is known by its looks and comes behind them.
    const without =
      first?.is === 'slot' && first.kind === 'words' && startsKnown(run, more, at)
        ? match(run, more, at, read, afterWords)
        : null;
    if (without) return without;
    const before = { ...run.farthest };
    const found = match(run, [...part.parts, ...more], at, read, afterWords || isSure);
    if (found) return found;
    // What may be left out is not what is missing.
    if (run.farthest.read <= read) run.farthest = before;
    return match(run, more, at, read, afterWords);
  }
  if (part.is === 'any') return matchAnyOrder(run, part.parts, at, read);
  if (isFree(part)) return matchFree(run, part, more, at, read, afterWords);
  const found = leading(run, part, at, more);
  if (!found) return stopped(run, part, at, read);
  const after = match(run, more, found.end, read + 1, afterWords);
  return after && withSaid(part, found.value, after);
}

function startsKnown(run: Run, parts: readonly Part[], at: number): boolean {
  return firstsOf(parts).some((part) => !isFree(part) && leading(run, part, at) !== null);
}

/** The next piece: of what may be left out its first one. */
function nextOf([next]: readonly Part[]): Part | undefined {
  return next?.is === 'maybe' ? nextOf(next.parts) : next;
}

function end({ text, farthest }: Run, at: number, read: number): Found | null {
  if (text.slice(at).trim() === '') return { said: {}, rest: null };
  return noteFarthest(farthest, { read, part: null, at });
}

function stopped({ farthest }: Run, part: Part, at: number, read: number): null {
  return noteFarthest(farthest, { read, part, at });
}

function noteFarthest(farthest: Farthest, now: Farthest): null {
  if (now.read > farthest.read || (now.read === farthest.read && farthest.part === null))
    Object.assign(farthest, now);
  return null;
}

function withSaid(part: FixedWord | Slot, value: string, { said, rest }: Found): Found {
  return { said: part.name === null ? said : { [part.name]: value, ...said }, rest };
}

function matchFree(
  run: Run,
  slot: Slot,
  more: readonly Part[],
  at: number,
  read: number,
  afterWords: boolean,
): Found | null {
  const { text } = run;
  if (at >= text.length || !mayBegin(run, slot, more, at)) return stopped(run, slot, at, read);
  const isWords = slot.kind === 'words';
  const take = (to: number, after: Found | null): Found | null => {
    const value = text
      .slice(at, to)
      .replace(/[\s,;]{1,8}$/, '')
      .trim();
    if (!after || value === '' || (afterWords && !looksRight(slot, value))) return null;
    return { ...withSaid(slot, value, after), rest: isWords ? at : after.rest };
  };
  const whole = () =>
    more.every(({ is }) => is === 'maybe') ? take(text.length, { said: {}, rest: null }) : null;
  // Before words as they come a day is as long as can be.
  const next = nextOf(more);
  const isLongest = slot.kind === 'date' && next?.is === 'slot' && next.kind === 'words';
  const all = isLongest && looksRight(slot, text.slice(at)) ? whole() : null;
  if (all) return all;
  const ends = places(run, slot, more, at);
  for (const place of isLongest ? ends.reverse() : ends) {
    if (isLongest && !looksRight(slot, text.slice(at, place).trim())) continue;
    const found = take(place, match(run, more, place, read + 1, afterWords || isWords));
    if (found) return found;
  }
  const found = whole();
  const [needed = slot] = more.filter(({ is }) => is !== 'maybe');
  if (found) return found;
  // What does not begin like a date was not read as one.
  if (slot.kind === 'date' && !isFreeStart(slot, text, at)) return stopped(run, slot, at, read);
  return stopped(run, needed, text.length, read + (needed === slot ? 0 : 1));
}

/** Somebody before a piece without words of its own has to be mentioned: else their name is part of it. */
function mayBegin({ text }: Run, slot: Slot, more: readonly Part[], at: number): boolean {
  const next = more.find(({ is }) => is !== 'maybe');
  const hasWords = next?.is !== 'slot' || next.kind === 'choice' || next.kind === 'email';
  return slot.kind !== 'person' || hasWords || isFreeStart(slot, text, at);
}

/** Where the next piece may begin: of words the last place first, so that most of them is words; of others the first. */
function places(run: Run, slot: Slot, more: readonly Part[], at: number): number[] {
  if (more.length === 0) return [];
  const [once] = slot.kind === 'person' ? endOfMention(run.text, at) : [];
  if (once !== undefined) return [once];
  const starts = wordStarts(run.text, at);
  const [next] = more;
  // A date that no word leads in begins as early as it can.
  const isDated = next?.is === 'slot' && next.kind === 'date';
  const isLong = slot.kind === 'words' && !slot.isShort && !isDated;
  const found: number[] = [];
  // Only as many as are tried are looked at closely.
  for (const place of isLong ? starts.reverse() : starts) {
    if (begins(run, more, place)) found.push(place);
    if (found.length === MOST_PLACES) break;
  }
  return found;
}

/** Whether one of these may begin at the place, as far as a look shows. */
function begins(run: Run, parts: readonly Part[], at: number): boolean {
  for (const part of parts) {
    if (part.is === 'slot' && (part.kind === 'ref' || part.kind === 'refs'))
      return isRefStart(run, at);
    if (part.is === 'word' || (part.is === 'slot' && !isFree(part)))
      return leading(run, part, at) !== null;
    if (part.is === 'slot')
      return part.kind === 'date' && parts.length === 1
        ? looksRight(part, run.text.slice(at, at + MAX_DATE_LENGTH + 1))
        : isFreeStart(part, run.text, at);
    if (begins(run, part.parts, at)) return true;
    if (part.is === 'any') return false;
  }
  return false;
}

/** Pieces in any order; one that takes words as they come takes all that no other one reads. */
function matchAnyOrder(run: Run, parts: readonly Part[], from: number, read: number): Found | null {
  const { text } = run;
  const open = new Set(parts);
  const free = parts.map(only).find((part) => part && isFree(part)) ?? null;
  const said: Record<string, string> = {};
  const left: string[] = [];
  let at = from;
  while (at < text.length) {
    const hit = [...open].flatMap((part) => {
      const one = only(part);
      const found = one && !isFree(one) ? leading(run, one, at) : null;
      // A letter alone begins a name.
      if (found?.value.length === 1) return [];
      return one && found ? [{ part, one, found }] : [];
    })[0];
    if (hit) {
      open.delete(hit.part);
      if (hit.one.name !== null) said[hit.one.name] = hit.found.value;
      at = hit.found.end;
      continue;
    }
    if (!free)
      return noteFarthest(run.farthest, { read: read + parts.length - open.size, part: null, at });
    const { word, end: behind } = nextWord(text, at);
    left.push(word);
    at = behind;
  }
  if (free?.name && left.length > 0) said[free.name] = left.join(' ');
  return { said, rest: null };
}

/** The one piece that a part is; null: it is several. */
function only(part: Part): FixedWord | Slot | null {
  if (part.is === 'word' || part.is === 'slot') return part;
  const [one, ...more] = part.parts;
  return one && more.length === 0 ? only(one) : null;
}
