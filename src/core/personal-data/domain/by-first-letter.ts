// Long lists of alternatives, sorted by the letter that each begins with: an expression of hundreds of words then tries
// at every place of a text the dozen that can begin there, and finds the same.

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz0123456789'];
/** Begins with anything, or the reader below does not know with what. */
const ANY = null;
/** Takes no letter. */
const ASSERTION = /^(?:\\[bB]|[\^$]|\(\?<?[=!])/;
type Firsts = ReadonlySet<string> | typeof ANY;

/**
 * The same alternatives behind a look at the first letter. Their order stays, so what matches stays.
 * @param alternatives the source of an expression that is read without regard to capitals and captures nothing,
 *   e.g. `mum|(?:step)?dad`
 */
export function byFirstLetter(alternatives: string): string {
  const each = split(unwrapped(alternatives)).map((source) => ({
    source,
    firsts: firstsOf(source),
  }));
  const groups = new Map<string, string>();
  for (const letter of LETTERS) {
    const own = each.filter(({ firsts }) => firsts === ANY || firsts.has(letter));
    const sources = own.map(({ source }) => beginningWith(source, letter)).join('|');
    if (own.length > 0) groups.set(sources, (groups.get(sources) ?? '') + letter);
  }
  const others = each
    .filter(({ firsts }) => firsts === ANY || [...firsts].some((first) => !LETTERS.includes(first)))
    .map(({ source }) => source);
  return [
    ...[...groups].map(([sources, letters]) => `(?=[${letters}])(?:${sources})`),
    ...(others.length > 0 ? [`(?![a-z\\d])(?:${others.join('|')})`] : []),
  ].join('|');
}

/**
 * The same for alternatives that are read from their ends, inside of a look behind: what can end so is tried alone.
 * @param alternatives as of `byFirstLetter`, none of which may be empty
 */
export function byLastLetter(alternatives: string): string {
  const each = split(unwrapped(alternatives)).map((source) => ({ source, lasts: lastsOf(source) }));
  const groups = new Map<string, string>();
  for (const letter of LETTERS) {
    const own = each.filter(({ lasts }) => lasts === ANY || lasts.has(letter) || lasts.has(''));
    const sources = own.map(({ source }) => source).join('|');
    if (own.length > 0) groups.set(sources, (groups.get(sources) ?? '') + letter);
  }
  const others = each
    .filter(({ lasts }) => lasts === ANY || [...lasts].some((last) => !LETTERS.includes(last)))
    .map(({ source }) => source);
  return [
    ...[...groups].map(([sources, letters]) => `(?:${sources})(?<=[${letters}])`),
    ...(others.length > 0 ? [`(?:${others.join('|')})(?<![a-z\\d])`] : []),
  ].join('|');
}

/** One alternative without what cannot begin with the letter in the group that it opens with. */
function beginningWith(source: string, letter: string): string {
  let open = 0;
  while (ASSERTION.test(source.slice(open))) open = endOf(source, open);
  if (!source.startsWith('(?:', open)) return source;
  const end = closing(source, open);
  // What is repeated may begin with anything the second time.
  if (/^[*+{]/.test(source.slice(end + 1))) return source;
  const kept = split(source.slice(open + 3, end)).filter((one) => {
    const firsts = firstsOf(one);
    return firsts === ANY || firsts.has(letter) || firsts.has('');
  });
  const group = `(?:${kept.map((one) => beginningWith(one, letter)).join('|')})`;
  const rest = source.slice(end + 1);
  if (kept.length > 0) return source.slice(0, open) + group + rest;
  return source.slice(0, open) + beginningWith(rest.slice(1), letter);
}

/** `(?:a|b)` as `a|b`. */
function unwrapped(source: string): string {
  const isWhole = source.startsWith('(?:') && closing(source, 0) === source.length - 1;
  return isWhole ? unwrapped(source.slice(3, -1)) : source;
}

/** At the bars that no bracket holds; a list within the list that has no more behind it is part of it. */
function split(source: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at <= source.length; at++) {
    if (at === source.length || source[at] === '|') {
      parts.push(source.slice(from, at));
      from = at + 1;
    } else at = endOf(source, at) - 1;
  }
  return parts.flatMap((part) => {
    const inner = unwrapped(part);
    return inner === part ? [part] : split(inner);
  });
}

/** Where the sign, the class or the group that begins here ends. */
function endOf(source: string, at: number): number {
  if (source[at] === '\\') {
    return /^\\[pPuk][{<]/.test(source.slice(at, at + 3))
      ? source.indexOf(source[at + 2] === '{' ? '}' : '>', at) + 1
      : at + 2;
  }
  if (source[at] === '(' || source[at] === '[') return closing(source, at) + 1;
  return at + 1;
}

function closing(source: string, open: number): number {
  const isClass = source[open] === '[';
  for (let at = open + 1; at < source.length; ) {
    if (source[at] === (isClass ? ']' : ')')) return at;
    at = isClass ? at + (source[at] === '\\' ? 2 : 1) : endOf(source, at);
  }
  throw new Error(`no end of the bracket in ${source}`);
}

/** With what one alternative can begin, in small letters. */
function firstsOf(source: string): Firsts {
  return edgeOf(atomsOf(source), firstsOf);
}

/** With what one alternative can end. */
function lastsOf(source: string): Firsts {
  return edgeOf(atomsOf(source).reverse(), lastsOf);
}

/** A sign, a class or a group, and how often it may stand. */
type Atom = { readonly sign: string; readonly repeat: string };

/** One after the other, without what takes no letter. */
function atomsOf(source: string): Atom[] {
  const atoms: Atom[] = [];
  for (let at = 0; at < source.length; ) {
    const end = endOf(source, at);
    const sign = source.slice(at, end);
    const repeat =
      /^(?:[?*]|\{0,?\d*\})\??|^(?:\+|\{\d+,?\d*\})\??/.exec(source.slice(end))?.[0] ?? '';
    at = end + repeat.length;
    if (!ASSERTION.test(sign)) atoms.push({ sign, repeat });
  }
  return atoms;
}

/** What the first of the atoms can be, and the next where it may be left out. */
function edgeOf(atoms: readonly Atom[], edgeOfGroup: (source: string) => Firsts): Firsts {
  const edge = new Set<string>();
  for (const { sign, repeat } of atoms) {
    const own = edgeOfSign(sign, edgeOfGroup);
    if (own === ANY) return ANY;
    for (const letter of own) edge.add(letter);
    if (!/^(?:[?*]|\{0)/.test(repeat) && !own.has('')) return edge;
  }
  return edge.add('');
}

/** An empty one among them: the group may be left out. */
function edgeOfSign(sign: string, edgeOfGroup: (source: string) => Firsts): Firsts {
  if (sign === '\\d') return new Set('0123456789');
  if (/^[\p{L}\d]$/u.test(sign)) return new Set(sign.toLowerCase());
  if (/^(?:[^\\([.]|\\[^\p{L}\p{N}])$/u.test(sign)) return new Set([' ']);
  if (/^\[(?:[\p{L}\d]|\d-\d)+\]$/u.test(sign))
    return new Set(inClass(sign.toLowerCase().slice(1, -1)));
  if (!sign.startsWith('(?:')) return ANY;
  const each = split(sign.slice(3, -1)).map(edgeOfGroup);
  return each.includes(ANY) ? ANY : new Set(each.flatMap((one) => [...(one ?? [])]));
}

/** `1-3a` as `123a`. */
function inClass(signs: string): string {
  return signs.replace(/(\d)-(\d)/g, (_, first: string, last: string) =>
    '0123456789'.slice(Number(first), Number(last) + 1),
  );
}
