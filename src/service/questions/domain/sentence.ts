// What a sentence says, and what of the plan it names.
import type { Rag } from '../../../core/message/domain/rag.ts';
import { areEnglish } from '../../../core/personal-data/domain/english-words.ts';
import { nearestWord } from '../../../core/request/domain/similar.ts';
import { foldWords } from '../../../people/people/domain/fold-name.ts';
import {
  findPeople,
  findRefs,
  findTheme,
  findUncertain,
  type Names,
  type Placed,
} from './names-said.ts';
import { plainWords } from './plain-words.ts';

export type Sentence = {
  /** In small letters, in full words, without courtesies: ` what is overdue `, a space at each end. */
  readonly plain: string;
  /** The same without references: what is asked of them. */
  readonly asked: string;
  /** The same with `{ref}`, `{person}`, `{theme}` … for what is named: what it is like is looked for by these. */
  readonly marked: string;
  /** References as the plan prints them, in the order of the sentence. */
  readonly refs: readonly string[];
  /** Whether the references were only heard: “two b two”. Nothing is certain of these. */
  readonly heard: boolean;
  readonly rating: Rag | null;
  readonly people: readonly string[];
  readonly theme: number | null;
  /** What is said of the objective: the words without its reference, its rating and what leads up to them. */
  readonly note: string;
};

function without(text: string, found: readonly Placed[], mark = ''): string {
  return found.reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)} ${mark} ${rest.slice(end)}`,
    text,
  );
}

const DAY =
  /(?<![a-z'{])(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|next week|january|february|march|april|june|july|august|september|october|november|december)(?![a-z'}])/g;

/** The words in one spelling, with a mark for each thing of the plan that they name. */
function markedIn(text: string, refs: readonly Placed[], people: readonly string[]): string {
  const names = new Set(
    people.flatMap((name) => foldWords(name).map((word) => word.toLowerCase())),
  );
  return plainWords(without(text, refs, '{ref}'))
    .replace(/ http(?= )/g, ' {link}')
    .replace(/ (?:£ ?\d[\d,.]*[km]?|\d+k)(?= )/g, ' {money}')
    .replace(/ (?:theme|t) ?(?:\d{1,2}|one|two|three|four|five|six)(?= )/g, ' {theme}')
    .replace(DAY, '{day}')
    .replace(/ [a-z'-]+(?= )/g, (word) => {
      const [folded = ''] = foldWords(word.replace(/'s$/, ''));
      return names.has(folded.toLowerCase()) ? ' {person}' : word;
    });
}

const SYMBOLS: readonly (readonly [RegExp, Rag])[] = [
  [/[🔴🛑🟥]/u, 'red'],
  [/[🟠🟡🔶🟧🟨]/u, 'amber'],
  [/[🟢🟩]/u, 'green'],
  [/[🔵🟦]/u, 'blue'],
];
const COLOUR =
  /(?<![\p{L}\p{N}])(red|amber|green|blue|off[ -]track|at risk|(?<!back )on[ -]track)(?![\p{L}\p{N}])/iu;
const COLOURS: Readonly<Record<string, Rag>> = {
  ...{ red: 'red', amber: 'amber', green: 'green', blue: 'blue' },
  ...{ 'off track': 'red', 'at risk': 'amber', 'on track': 'green' },
};

/** What the sentence says and names. */
export function parseSentence(text: string, names: Names): Sentence {
  const plain = plainWords(text);
  const typed = findRefs(text, names.plan);
  const heard = typed.length > 0 ? [] : findUncertain(plain, names.plan);
  const rating = findRating(text);
  const theme = findTheme(plain, names.themes);
  const people = findPeople(text, names.people);
  return {
    ...{ plain, theme, heard: heard.length > 0, asked: plainWords(without(text, typed)) },
    refs: [...new Set(typed.length > 0 ? typed.map(({ ref }) => ref) : heard)],
    rating: rating?.rag ?? null,
    people,
    marked: markedIn(text, typed, people) + (heard.length > 0 ? '{ref} ' : ''),
    // Where a reference that was only heard ends, nobody knows.
    note:
      heard.length > 0 ? lastWords(text.slice(rating?.end ?? 0)) : noteIn(text, typed[0], rating),
  };
}

type Found = { readonly rag: Rag; readonly start: number; readonly end: number };

function findRating(text: string): Found | null {
  const all = [...text.matchAll(new RegExp(COLOUR, 'giu'))];
  // “no longer red, it’s amber”, “from red to amber”: not the one that it is no more.
  const held = all.filter(({ index }) => !IS_NO_MORE.test(text.slice(0, index)));
  const words = held.length > 0 ? held : all;
  // “was red, now amber”: the one that it is now.
  const word =
    words.findLast(({ index }) =>
      /\b(?:now|to|is now|becomes?)\s+["“]?$/i.test(text.slice(0, index)),
    ) ?? words[0];
  const said = word?.[1]?.toLowerCase().replace('-', ' ') ?? '';
  const rag = COLOURS[said];
  if (word && rag) return { rag, start: word.index, end: word.index + word[0].length };
  for (const [pattern, of] of SYMBOLS) {
    const symbol = pattern.exec(text);
    if (symbol) return { rag: of, start: symbol.index, end: symbol.index + symbol[0].length };
  }
  return shortened(text) ?? misspelt(text) ?? finished(text);
}

const SHORT: Readonly<Record<string, Rag>> = {
  ...{ amb: 'amber', grn: 'green', gr: 'green' },
  ...{ r: 'red', a: 'amber', g: 'green', b: 'blue' },
};

/** “amb”, “grn”, “RAG: A”: as people shorten them. */
function shortened(text: string): Found | null {
  const word =
    /(?<![\p{L}\p{N}])(amb|grn|gr)(?![\p{L}\p{N}])/iu.exec(text) ??
    /(?<![\p{L}\p{N}])(?:b?rag|rating|rated|status)\s*[:=-]?\s*["“(]?([ragb])(?![\p{L}\p{N}'’])/iu.exec(
      text,
    );
  const rag = SHORT[word?.[1]?.toLowerCase() ?? ''];
  return word && rag ? { rag, start: word.index, end: word.index + word[0].length } : null;
}

/** “mark it as complete”: done is a rating as well, where nothing else is said. */
function finished(text: string): Found | null {
  const word = /\b(?:as|now|is|are|it['’]?s)\s+(?:now\s+)?["“]?(completed?|finished)\b/i.exec(text);
  return word ? { rag: 'blue', start: word.index, end: word.index + word[0].length } : null;
}

/** What stands before a rating that an objective had. */
const IS_NO_MORE = /\b(?:no longer|not|isn['’]?t|from|instead of|rather than)\s+["“]?$/i;

/** “ambr”, “gren”: a rating with one slip in it, where it is no other word. */
function misspelt(text: string): Found | null {
  for (const { 0: word, index } of text.matchAll(/(?<![\p{L}\p{N}])\p{L}{4,6}(?![\p{L}\p{N}])/gu)) {
    const meant = nearestWord(word, ['amber', 'green']);
    const isNear = meant !== null && Math.abs(word.length - meant.length) <= 1;
    if (!isNear || areEnglish([word]) || !isOneSlip(word.toLowerCase(), meant)) continue;
    const rag = COLOURS[meant];
    if (rag) return { rag, start: index, end: index + word.length };
  }
  return null;
}

/** One letter put in, left out or changed, or two that changed places. */
function isOneSlip(typed: string, meant: string): boolean {
  let same = 0;
  while (same < typed.length && typed[same] === meant[same]) same++;
  const [rest, wanted] = [typed.slice(same), meant.slice(same)];
  const swapped = (rest[1] ?? '') + (rest[0] ?? '') + rest.slice(2);
  return (
    [rest.slice(1) === wanted, rest === wanted.slice(1), rest.slice(1) === wanted.slice(1)].some(
      Boolean,
    ) || swapped === wanted
  );
}

/** Words that only lead up to what is said. */
const LEADING =
  /^(?:[\s"“”„:,.;–—-]+|(?:now|rag|please|because|as|since|status|rated|rating|down as|and|that|it is|is|with|so|comments?|commentary|narrative|notes?|reason|rationale|following)(?=[\s,:.]|$))+/i;
/** Words that only lead up to the reference or the rating. */
const TRAILING =
  /(?:[\s"“”„:,.;–—(-]+|(?<=^|[\s,;])(?:so|and|therefore|is|are|am|be|being|it|its|it['’]s|this|that|which|means|makes|now|gone|going|went|goes|has|have|turned|moved|changed|stays?|still|remains?|to|at|as|for|from|was|the|a|an|we|we['’]re|i|i['’]d|say|think|call|mark|set|put|take|move|show|make|update|change|record|rate|rated|rating|status|of|on|down|back|please|can|could|would|you|should|need|want|against|about|regarding|re|into|my|our|objective|action|hi|hello|pap|rag|no longer|not|red|amber|green|blue))+$/i;

/**
 * What is said of the objective besides its reference and its rating, wherever it stands: “15 of 20 trained, so 2B:2 is amber
 * now, two to go” says both ends.
 */
function noteIn(text: string, ref: Placed | undefined, rating: Found | null): string {
  const marks = [ref, rating ?? undefined]
    .filter((one) => one !== undefined)
    .sort((one, other) => one.start - other.start);
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    pieces.push(withoutGlue(text.slice(at, start)));
    at = Math.max(at, end);
  }
  return [...pieces, lastWords(text.slice(at))].filter((piece) => piece !== '').join(', ');
}

function withoutGlue(words: string): string {
  const said = words.replace(TRAILING, '').replace(LEADING, '').trim();
  // “upate 2B:2 amber”: the verb with a slip in it is none of the note.
  return /^\p{L}+$/u.test(said) && !areEnglish([said]) && nearestWord(said, VERBS) ? '' : said;
}

const VERBS = ['update', 'please', 'change', 'record', 'rating'];

function lastWords(rest: string): string {
  return rest
    .replace(LEADING, '')
    .replace(/[\s"“”?]+$/, '')
    .replace(/^(?:please|thanks|thank you)[.!]?$/i, '')
    .trim();
}
