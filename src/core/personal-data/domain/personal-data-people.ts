// Who is named in a text: capitalised words that no list calls ordinary, listed forenames however they
// are typed, and a title with a surname.
import { areEnglish } from './english-words.ts';
import {
  acronyms,
  elsewhere,
  forenames,
  ordinary,
  smallForenames,
  things,
  wordNames,
} from './personal-data-names.ts';
import {
  before,
  behind,
  eitherCase,
  ending,
  endsIn,
  inOrder,
  matchesOf,
  type Span,
  spanOf,
} from './personal-data-text.ts';

const CAPITAL =
  "(?:[OD]')?\\p{Lu}\\p{Ll}(?:\\p{L}*\\p{Ll})?(?:[-']\\p{Lu}\\p{Ll}+|-\\p{Ll}{2,4}(?!\\p{L}))*";
const NAME = new RegExp(
  `(?<![\\p{L}\\p{N}@·])${CAPITAL}(?: (?:${CAPITAL}|\\p{Lu}\\b))?(?: ${CAPITAL})?(?!\\p{L})`,
  'gu',
);
const SMALL_NAME = /(?<![\p{L}\p{N}@.'-])\p{Ll}{3,}(?:-\p{Ll}{2,8})?(?![\p{L}\p{N}@-])/gu;
const TITLES = 'Mr|Mrs|Ms|Miss|Mx|Dr|Insp|Prof|Professor|Cllr|Councillor|Sir|Lady|Lord|Dame|Rev';
const TITLE = ending(
  `\\b(?:${TITLES}|Baroness|St|Saint|King|Queen|Prince|Princess)\\.? (?:\\p{Lu}\\.? )?`,
  'u',
);
/** A title and a surname, also of a couple. */
export const TITLED = `\\b(?:${TITLES})\\.?(?: (?:and|&) (?:${TITLES})\\.?)? (?:\\p{Lu}\\.? ){0,2}\\p{Lu}[\\p{L}'-]+`;
const ADULT_BEFORE = ending(
  String.raw`\b(?:teachers?|head|headteacher|tutor|lead|director|manager|officer|chair|governor|colleague|senco|worker|adviser|consultant|psychologist) `,
  'i',
);
const ORGANISATION =
  /^(?:'s)?(?: [\p{Lu}][\p{L}']*){0,3} (?:School|Primary|Infants?|Juniors?|Academy|College|Nursery|Hospital|House|Hall|Grange|Valley|Manor|Meadows|Centre|Trust|Road|Street|Team|Unit|University|Hub|Library|Ward|Room|Building|Clinic|Surgery|Foundation|Charity|Project|Award|Park|Lane|Avenue|Close|Grove|Hill|Way|Place|Drive|Suite|Day|Law|Rule|Bakery|Ltd|Yard|Lodge|Court|Parade|Crescent|Terrace|Mews|Market|Square|Tree|Practice|Medical|Children's|Connect|Scales|Farm|Church|Festival|Bank|Ark|Cottage|Terrace|View|Mills?|Works|Fund|Partnership|Rec|LLP|PLC|CIC|Partners|Infirmary|Chambers|Solicitors|Recreation|Training|Associates|Consulting|Solutions|Group|Gardens|Community|Village|Youth|Family|Resource|Special|High|Secondary|Sixth)\b|^'s (?:law|rule|caf[eé]|shop|bakery|bar|kitchen|nursery school)\b|^ (?:wards?|room|building|clinic|surgery|suite|road|street|nursery|unit|site|hub|centre|house|project|school|cluster|locality|area|estate|(?:case )?(?:system|database|software)|app|module|platform|framework|licen[cs]e|toolkit)\b/u;

const PLACE_KINDS =
  'wards|localities|parishes|villages|towns|clusters|estates|areas|districts|neighbourhoods|postcodes';
const ANY_PLACES = new RegExp(eitherCase(PLACE_KINDS), 'u');
/** “Bramley, Armitage and Kirkstead wards” */
const PLACES_BEHIND = new RegExp(
  `^(?:(?:,| and|, and| &) \\p{Lu}[\\p{L}'-]+){1,5} (?:${PLACE_KINDS})\\b`,
  'u',
);
const PLACES_BEFORE = ending(
  `\\b(?:${PLACE_KINDS})(?: [\\p{Ll}-]+){0,4}: (?:\\p{Lu}[\\p{L}'-]+(?:,| and|, and| &) ){0,3}`,
  'iu',
);

/** How sure it is that a word is a name: on the list, a word as well, or on no list. */
export type NameSort = 'listed' | 'word' | 'unknown';

export type Person = Span & { readonly words: readonly string[]; readonly sort: NameSort };

/**
 * People named with a capital, in the order of the text; an organisation is none.
 * @param adultsToo those with a title or a role as well, who are no child
 */
export function peopleIn(text: string, adultsToo = false): Person[] {
  const hasPlaces = ANY_PLACES.test(text);
  return matchesOf(text, NAME).flatMap((match) => {
    const person = personAt(text, match);
    if (person && hasPlaces && isInPlaces(text, person)) return [];
    return person && (adultsToo || !isAdult(before(text, person.start))) ? [person] : [];
  });
}

/** @param lead what stands before the name */
function isAdult(lead: string): boolean {
  return endsIn(lead, TITLE) || endsIn(lead, ADULT_BEFORE);
}

/** Listed forenames typed without a capital, and in a hurry with an s: “jaydens mum”. */
export function smallNamesIn(text: string): Person[] {
  return matchesOf(text, SMALL_NAME).flatMap((match): Person[] => {
    const { start, end } = spanOf(match);
    const word = match[0];
    const stem = smallForenames.has(word) || !word.endsWith('s') ? word : word.slice(0, -1);
    // “rosie-mae”
    return smallForenames.has(stem) || smallForenames.has(stem.split('-')[0] ?? '')
      ? [{ start, end: end - (word.length - stem.length), words: [stem], sort: 'listed' }]
      : [];
  });
}

/** Everybody who is named and may be a child, with a capital or without one, in the order of the text. */
export function namedIn(text: string): Person[] {
  return inOrder([...peopleIn(text), ...smallNamesIn(text)]);
}

/** Words without a capital that no list knows and that are no English: a name, a slip or a word of the trade. */
export function smallUnknownIn(text: string): Person[] {
  return matchesOf(text, SMALL_NAME).flatMap((match): Person[] => {
    const word = match[0].endsWith('s') ? match[0].slice(0, -1) : match[0];
    if (smallForenames.has(word) || areEnglish([match[0]]) || small.has(word)) return [];
    const { start } = spanOf(match);
    return [{ start, end: start + word.length, words: [word], sort: 'unknown' }];
  });
}
const small: ReadonlySet<string> = new Set(
  [...things, ...ordinary, ...acronyms].map((word) => word.toLowerCase()),
);

function personAt(text: string, match: RegExpMatchArray): Person | null {
  const words = match[0].split(' ');
  const listed = words.findIndex(isForename);
  if (MONTHS.has(words[0] ?? '') && AFTER_DAY.test(before(text, match.index ?? 0))) return null;
  // “Discussed Roman's sleep”: the verb opens the sentence.
  const second = words.findIndex((word, at) => at > 0 && wordNames.has(word));
  const isOpened = listed < 0 && second > 0 && VERB.test(words[second - 1] ?? '');
  const unknown = isOpened ? second : words.findIndex((word) => !ordinary.has(word));
  // “Autumn R”
  const isInitialled =
    words.length === 2 &&
    /^\p{Lu}$/u.test(words[1] ?? '') &&
    second < 0 &&
    wordNames.has(words[0] ?? '');
  const skipped = isInitialled ? 0 : listed < 0 ? unknown : listed;
  if (skipped < 0) return null;
  const own = words.slice(skipped);
  const upTo = own.findIndex((word, at) => at > 0 && ordinary.has(word) && word.length > 1);
  const kept = upTo < 0 ? own : own.slice(0, upTo);
  const ahead = skipped > 0 ? words.slice(0, skipped).join(' ').length + 1 : 0;
  const start = (match.index ?? 0) + ahead;
  const first = kept[0] ?? '';
  // “Reubens dad”: the s is none of the name.
  const stem = first.endsWith('s') ? first.slice(0, -1) : first;
  const hurried =
    kept.length === 1 && stem !== first && !isForename(first) && sortOf(stem) !== 'unknown';
  const end = start + kept.join(' ').length - (hurried ? 1 : 0);
  const sort = sortOf(hurried ? stem : first);
  const isName = sort === 'word' && !elsewhere.has(first) && isNameHere(text, start, kept);
  if (QUOTES.includes(text.charAt(start - 1)) && QUOTES.includes(text.charAt(end))) return null;
  const endOfFirst = start + first.length;
  if (ORGANISATION.test(behind(text, endOfFirst))) return null;
  if (end !== endOfFirst && ORGANISATION.test(behind(text, end))) return null;
  return { start, end, words: kept, sort: isName ? 'listed' : sort };
}

function isInPlaces(text: string, { start, end }: Span): boolean {
  const lead = text.slice(Math.max(0, start - 80), start);
  return PLACES_BEHIND.test(behind(text, end)) || endsIn(lead, PLACES_BEFORE);
}

/** What opens a sentence and is done to somebody: “Discussed”, “Met”, “Saw”. */
const VERB = /(?:ed|aw|et|ld|ang|oke|ing)$/u;
/** “8 Jan”: a month behind its day. */
const MONTHS: ReadonlySet<string> = new Set(['Jan', 'April', 'June', 'May']);
const AFTER_DAY = /\d(?:st|nd|rd|th)?(?: of)? $/u;

/** “named the minibus "Gerald"”: a name in quotation marks is a thing's. */
const QUOTES: readonly string[] = ['"', '¤'];

/** “for Daisy Fenn”: in the middle of a sentence the capital is a name's; so is one with a surname. */
function isNameHere(text: string, start: number, words: readonly string[]): boolean {
  return words.length > 1 || /[\p{L}\p{N},&(] $/u.test(text.slice(Math.max(0, start - 2), start));
}

function sortOf(word: string): NameSort {
  if (isForename(word)) return 'listed';
  // “Jean-Paul”
  if (
    word.includes('-') &&
    word.split('-').some((part) => forenames.has(part) || wordNames.has(part))
  ) {
    return 'listed';
  }
  return wordNames.has(word) ? 'word' : 'unknown';
}

function isForename(word = ''): boolean {
  if (forenames.has(word)) return true;
  const dash = word.indexOf('-');
  return dash > 0 && forenames.has(word.slice(0, dash));
}

/** What names of places end in, and hardly any forename. */
const PLACE_END = ending(
  '(?:ways?|ton|ham|ford|bury|fields?|mead|wood|gate|bridge|by|moor|dale|shire|worth|wick|stead|hurst|combe|brook|well|borough|mouth|pool|port|minster|side|land|hill|cross|thorpe|stow|dean|grange|view|bank|cliffe|croft|holme|haven|vale|church|beck|burn|bourne|marsh|mere|stone|downs?|ley|leys|rise)',
  'u',
);
/** What words of the trade end in that no list of words has. */
const WORD_END = ending('(?:tion|sion|ence|ance|ment|ness|ity|ism|ship|ology|graphy|ing)s?', 'u');
const PLACE_BEFORE = ending(
  String.raw`\b(?:in|at|near|outside|within|across|around|(?<!\b(?:apart|aside) )from|into|towards?|of|the|to|via|by|our|all)(?: the)? `,
  'iu',
);

/** Whether a capitalised word may be somebody's name, and is no word, no title and no place. */
export function isLikeName({ words, sort }: Person): boolean {
  const [word = ''] = words;
  if (sort !== 'unknown') return sort === 'listed';
  const [, last = ''] = words;
  // “Ty Brannigan”: the surname tells.
  const isShort = word.length < 4 && (last.length < 4 || !isNoWord(last));
  return !isShort && isNoWord(word);
}

/** “Ya-Ting”, “Harrow-Smith”: two names in one, both of which may be words. */
export function isDoubleName({ words }: Person): boolean {
  const [word = ''] = words;
  return word.includes('-') && /^\p{Lu}\p{Ll}+-\p{Lu}\p{Ll}+$/u.test(word) && !PREFIXED.test(word);
}
const PREFIXED =
  /^(?:Co|Non|Pre|Post|Mid|Sub|Multi|Self|Re|Anti|Cross|Inter|Semi|Ex|Part|Full|Follow|One|Two|Early|Local|High|Low|Long|Short|Well|Sky|Out|In|Off|On|Up|Step|Key|Wi|Lego|Year|Half|Top|Year|Joint)-/u;

/** “Teo L”: a short one that no list knows, once an initial stands beside it. */
export function isShortName({ words, sort }: Person): boolean {
  const [word = ''] = words;
  return sort === 'unknown' && word.length === 3 && isNoWord(word);
}

function isNoWord(word: string): boolean {
  return !(
    areEnglish(word.split('-')) ||
    ordinary.has(word) ||
    things.has(word) ||
    acronyms.has(word.toUpperCase()) ||
    endsIn(word, PLACE_END) ||
    endsIn(word, WORD_END)
  );
}

/** “the Adeola appeal”. */
const OF_NAMED =
  /^(?:'s| (?:appeal|case|family|complaint|tribunal|hearing|judgment|referral|exclusion|placement|boy|girl|twins|siblings|children|child|lad|brothers|sisters|one)\b)/u;

/** “Karen, Paul (finance) and ”: the others of a list. */
const NAMES_BEFORE =
  /(?:\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]*)?(?: \([^()]{0,20}\))?(?:,| and|, and| &| \+) ){1,3}$/u;
const JOINS: readonly string[] = [', ', 'and ', '& ', '+ '];

/** What stands before a name, without the others of its list. */
export function withoutNamesBefore(lead: string): string {
  return JOINS.some((join) => lead.endsWith(join)) ? lead.replace(NAMES_BEFORE, '') : lead;
}
/** “at Little Acorns, Moorgate and ”: the last of several places. */
const IN_PLACES = ending(String.raw`\b(?:in|at|near|across)(?: the)? `, 'iu');

/** Whether a word that no list knows stands where a place would: “in Fenby”, “the Fenby base”. */
export function isWherePlacesStand(text: string, { start, end, sort }: Person): boolean {
  if (sort !== 'unknown') return false;
  const lead = before(text, start);
  const isPlace = endsIn(lead, PLACE_BEFORE) || endsIn(withoutNamesBefore(lead), IN_PLACES);
  return isPlace && !OF_NAMED.test(behind(text, end));
}

const LOUD =
  /(?<![\p{L}\p{N}])(?<first>\p{Lu}{4,})(?<last> \p{Lu}{3,}| \p{Lu}(?=[,.;:)]|$| (?!\p{Lu} )))?(?![\p{L}\p{N}])/gu;
/** Forenames and a kind of assistant, a programme for small children. */
const NO_NAMES: ReadonlySet<string> = new Set(['ELSA', 'HENRY']);

/** “JACK SMITH” as “Jack Smith”, as long as it was: only behind a listed forename. */
export function lowerLoudNames(text: string): string {
  return text.replace(LOUD, (found, first: string, last = '') =>
    NO_NAMES.has(first) ||
    !(smallForenames.has(first.toLowerCase()) || isInitialled(first, last)) ||
    found.length > 40
      ? found
      : capitalised(first) + (last && ` ${capitalised(last.slice(1))}`),
  );
}

/** “SUMMER L”: a name that is a word as well, with the surname's initial. */
function isInitialled(first: string, last: string): boolean {
  return last.length === 2 && wordNames.has(capitalised(first));
}

function capitalised(word: string): string {
  const lowered = word.charAt(0) + word.slice(1).toLowerCase();
  return lowered.length === word.length ? lowered : word;
}
