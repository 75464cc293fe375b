// Where somebody lives: a postcode with a house number, and a home beside somebody or beside what is fitted in a home.
import { areEnglish } from '../domain/english-words.ts';
import {
  before,
  behind,
  eitherCase,
  ending,
  endsIn,
  type Hit,
  hits,
  inOrder,
  matchesOf,
  nearby,
  overlaps,
  spanOf,
} from '../domain/personal-data-text.ts';
import { SOMEBODY } from './contact.ts';

const POSTCODE =
  '(?<![\\p{L}\\p{N}])[A-Za-z]{1,2}\\d[A-Za-z\\d]? {0,2}\\d[ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2}(?![\\p{L}\\p{N}])';
const STREET_KIND =
  'road|rd|street|st|lane|ln|avenue|ave|close|drive|dr|way|crescent|cres|gardens|gdns|grove|court|ct|' +
  'place|terrace|terr|gr|cl|av|hill|mews|row|crescent|walk|rise|view|green|square|sq|park|meadows?|croft|path|yard|end|' +
  'cottages?|villas|paddocks?|fields?|leys|piece|bank|gate|orchard|copse|parade|quay|wharf|turn|chase|broadway|' +
  'vale|ridge|brow|spinney|common|heath|mead|hollow|approach|circus|fold|garth|wynd|furlong|acres?|glebe|glade|dell|dene|' +
  'causeway|side|exchange|buildings|works|maltings|embankment|arcade|waterside|riverside|lock|passage|alley|corner|crossing|point|reach|brae|loke|esplanade|promenade|cornmarket|butts|rickyard|hyde|hey|drove|mount|heights|fairway|mill|barns?';
const SPOKEN_NUMBER =
  '(?:[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]ixty|[Ss]eventy|[Ee]ighty|[Nn]inety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|\\p{L}{3,6}teen';
const HOME_NUMBER = '(?<![\\p{L}\\p{N}£$€.,:/-])(?!(?:19|20)\\d\\d )\\d{1,4}[A-Za-z]?';
const DWELLING =
  '(?:[Ff]lat|[Aa]partment|[Aa]pt|[Nn]o|[Nn]umber|[Hh]ouse(?: [Nn]umber)?)\\.? {0,2}';
const STREET = `(?:\\p{Lu}[\\p{L}.'-]* ){1,3}${eitherCase(STREET_KIND)}(?![\\p{L}\\p{N}])`;
const SMALL_STREET = `(?:[\\p{L}.'-]+ ){1,2}${eitherCase(STREET_KIND)}(?![\\p{L}\\p{N}])`;
const PLACE_NAMES = "\\p{Lu}[\\p{L}.'-]*(?:,? (?:\\p{Lu}[\\p{L}.'-]*|of|the|on|in|upon)){0,7}";

const ADDRESSES = [
  `(?:${DWELLING}\\d{1,4}[A-Za-z]?,? )?${HOME_NUMBER},? ${STREET}[^\\d\\n·]{0,60}?${POSTCODE}`,
  `${HOME_NUMBER},? \\p{Lu}\\p{Ll}+(?:gate|way|side|bank|hill|row|croft|street)[^\\d\\n·]{0,60}?${POSTCODE}`,
  `${HOME_NUMBER},? ${SMALL_STREET}[^\\d\\n·]{0,25}?${POSTCODE}`,
  `(?:${DWELLING})?${HOME_NUMBER},? ${POSTCODE}`,
  `${DWELLING}\\d{1,4}[A-Za-z]?,? (?:\\d{1,4}[A-Za-z]? )?[^\\d\\n·]{0,40}?${POSTCODE}`,
  `${POSTCODE},? {0,2}(?:${DWELLING})\\d{1,4}[A-Za-z]?`,
].map((pattern) => new RegExp(pattern, 'gu'));
const HOME =
  '\\b(?:[Ll]ives?|[Ll]iving|[Rr]esid(?:es?|ing|ent)|[Hh]ome|[Aa]ddress|[Mm]oved|[Ss]taying)\\b[^.\\d\\n]{0,15}';
const LIKELY_ADDRESSES = [
  `(?<!\\b(?:[Uu]nit|[Ss]uite|[Rr]oom|[Ff]loor|[Bb]lock) )(?<find>${HOME_NUMBER},? ${PLACE_NAMES},? ${POSTCODE})`,
  `${HOME}(?<find>${HOME_NUMBER},? ${STREET})`,
  `\\b(?:[Ll]ives?|[Ll]iving|[Rr]esid(?:es?|ing)|[Ss]taying) at (?<find>${HOME_NUMBER},? ${PLACE_NAMES})`,
  `\\b(?:[Hh]ome|[Ff]amily|[Ll]ives?|[Ll]iving|[Tt]heir|[Hh]er|[Hh]is)\\b[^.\\d\\n]{0,25}?(?<find>${POSTCODE})`,
].map((pattern) => new RegExp(pattern, 'dgu'));
/** “postal address is Rose Cottage, Back Lane, Thirsk YO7 4BB”: called somebody's address, or where post goes. */
const CALLED_ADDRESS = new RegExp(
  `\\b(?:(?<!\\b(?:venue|office|school|team|meeting|service|site)(?:'s)? )address\\b[^.\\n]{0,20}? (?:is|are|now|to|of)|[Cc]orrect one|(?:posted|sent|post|send|deliver\\p{L}*) to|lives? (?:at|in)|home is):? (?<find>(?:\\d{1,4}[A-Za-z]? )?\\p{Lu}[\\p{L}.'-]*(?:,? (?:\\p{Lu}[\\p{L}.'-]*|of|the|on|in|upon|under)){0,9},? ${POSTCODE})`,
  'dgu',
);
const MONTHS =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
/** Whose home it may be: a title with a surname, a family by its name, a first name and a surname, a relative. */
const WHO = [
  "\\b(?:[Mm]rs?|[Mm]s|[Mm]iss|[Mm]x|[Dd]r|[Cc]llr)\\.?(?: (?:and|&) (?:[Mm]rs?|[Mm]s|[Mm]iss|[Dd]r)\\.?)? (?:\\p{Lu}\\.? )?(?:(?:St|De|Le|La|Van|van der|Von|El|Al)\\.? )?\\p{L}[\\p{L}'-]+",
  "\\b[Tt]he \\p{Lu}[\\p{L}'-]+(?:s'?| family| house(?:hold)?)(?![\\p{L}])",
  '\\b(?:[Mm]um|[Mm]am|[Dd]ad|[Mm]other|[Ff]ather|[Kk]ids|[Nn]ans?|[Gg]rans?|[Gg]randparents|[Pp]arents|[Ff]amily|(?:[Ff]oster )?[Cc]arers?|[Ff]oster household)\\b(?! (?:hub|centre|forum))',
].map((pattern) => new RegExp(pattern, 'gu'));
/** “Jodie Marsh of”; “Corn Exchange,” is a place. */
const NAMED =
  /(?<![\p{L}'-])\p{Lu}(?:\p{Ll}+|\.)? \p{Lu}[\p{L}'-]+(?=,? (?:\(|of |at |from |- |lives |now |has moved |moved |is at |\d)|, |: )/gu;
/** A home: a street with a number on either side, a flat, a named cottage or farm. */
const HOMES = [
  `(?:${DWELLING}\\d{1,4}[A-Za-z]?,? )?(?:[Nn]o\\.? |[Nn]umber )?${HOME_NUMBER}(?:,(?= \\p{Lu}))? (?!(?:${MONTHS})\\b)(?:(?:not|or) \\d+ )?(?:(?!(?:in|at|of|to|for|from|with|and|or|on|by)\\b)[\\p{L}.'-]+ ){0,4}${eitherCase(STREET_KIND)}(?![\\p{L}\\p{N}])`,
  `(?<![\\p{L}.'-])${STREET},? (?:number|no\\.?|at) ?\\d{1,4}`,
  `\\b(?:[Ff]lat|[Pp]lot|[Pp]itch|[Cc]aravan|[Rr]oom|[Aa]partment|[Aa]pt\\.?) \\d{1,4}[A-Za-z]?,? (?:\\d{1,4}[A-Za-z]? )?\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+)?`,
  '\\b[Ff]lat \\d{1,4}[A-Za-z]?,? \\p{L}{3,} (?:house|court|lodge|mansions|heights|tower|point|place)\\b',
  `(?<=\\b(?:at|of|from|number|no\\.?|flat|to|in) |, |\\()${HOME_NUMBER},? (?!${MONTHS}\\b|Year|Y\\d|EHC|SEN|KS)\\p{Lu}\\p{Ll}[\\p{L}'-]+(?! (?:Trust|Schools?|Academy|schools?|academ\\p{L}+|settings?|families|pupils|children|places|plans|cases|staff|governors|nurser\\p{L}+|colleges?|teams?)\\b)`,
  "(?<![\\p{L}'-])(?!The \\p{Lu}\\p{L}+(?! (?:Cott|Farm)))(?:\\p{Lu}[\\p{L}'-]+ ){1,2}(?:Cottages?|Farm|Farmhouse|Barn|Villa|Bungalow|Rectory|Vicarage|Forge|Stables|Grange|Manor|Mooring|Caravan|Lodge)\\b",
  `(?=[\\d\\p{Lu}])(?<![\\p{L}\\d'-])(?:\\d{1,4}[A-Za-z]? )?\\p{Lu}[\\p{L}'-]+ (?:House|Court|Lodge|Mansions|Heights|Tower|Buildings?|Point|Place|Works|Mill),? (?:\\d{1,4}[A-Za-z]?,? )?(?:\\p{Lu}[\\p{L}'-]+ ){1,3}${eitherCase(STREET_KIND)}(?![\\p{L}\\p{N}])`,
].map((pattern) => new RegExp(pattern, 'gu'));
/** “twelve Marlow Street”, as it is dictated. */
const SPOKEN_HOME = new RegExp(`(?<![\\p{L}'-])(?:${SPOKEN_NUMBER}) ${STREET}`, 'gu');
/** A street or a house without a number: beside somebody with a title only. */
const STREET_ALONE =
  /(?<![\p{L}.'-])(?!(?:The|In|On|At|Of) )(?:\p{Lu}[\p{L}.'-]+ ){1,3}(?:Road|Rd|Street|St|Lane|Ln|Drive|Avenue|Ave|Close|Crescent|Cres|Gardens|Grove|Terrace|Mews|Way|Court|Ct|View|Hill|Rise|Row|Croft|Villas|Cottages?|Farm|Walk)(?![\p{L}\p{N}])|(?<![\p{L}])(?:Heol|Ffordd|Stryd|L[oô]n|Rhodfa|Maes|Clos|Rue)(?:'r)? \p{Lu}\p{L}+|(?<=[,(-] ?)(?:number|no\.?|house|flat) ?\d{1,4}[a-z]?(?=[,.;:)]|$)/gu;
const TITLED =
  /(?<![\p{L}])(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev)\.?(?: (?:and|&) (?:Mr|Mrs|Ms|Miss)\.?)? (?:\p{Lu}\.? )?(?:(?:St|De|Le|La|Van|Von|El|Al)\.? )?\p{Lu}[\p{L}'-]+|(?<=\b(?:nan|gran|mum|dad|mother|father|parents?|family|carers?)'?s?,?(?: is| are| now| who| has)? )(?:lives?|living|liv(?:es|ing) (?:with|in)|moved|staying|stays)\b|\b(?:living|placed|lives|staying) with [\p{L} ]{0,20}carers?\b/gu;
/** What is fitted in a child's home and nowhere that the public goes. */
const FITTED =
  /\b(?:hoist|ramps?|stair ?lift|wet ?room|adaptations?|floor lift|profiling bed|oxygen|home visit)\b[^.!?\n]{0,30} (?:at|to|for|in) $/iu;
/** Where children are put, or fetched from. */
const LODGED =
  /\b(?:[Pp]lacement|[Pp]laced|[Ff]oster (?:carers?|home|placement|family|parents?)(?!')|[Kk]eys|[Tt]enancy|[Hh]ousehold|[Rr]ehoused|[Aa]ccom(?:modation)?|[Ff]rom home|[Hh]ome tuition|[Hh]ome is|[Tt]heir home|[Ff]amily home|(?:[Ss]ent|[Gg]one|[Pp]osted|[Pp]ost|[Dd]elivered|[Dd]eliver) (?:on |out )?(?=to\b)|(?:[Tt]axi|[Mm]inibus|[Bb]us|[Dd]river|[Ee]scort)\b[^.!?\n\d]{0,20}(?:collect(?:s|ed|ing)?|pick(?:s|ed|ing)? ?up))\b(?![^.!?\n]*\b(?:offices?|team|base|unit|service|laptops?|papers?|posters?|leaflets?|kit|boxes)\b)[^.!?\n\d]{0,30}(?: |\b)(?:at|to|for|from|in|into) (?:(?:the )?\p{Lu}[\p{L}'-]+ (?:(?:House|Court|Lodge),? |room )?)?$|\b(?:home|address|lives?),? \((?:[Ff]lat [\d/]+,? )?$/u;
/** “where the children live” */
const LIVED_IN = /^[^.;\n]{0,25}\bwhere (?:[\p{L}']+ ){1,3}(?:lives?|stays?|is living)\b/u;
const HOME_REACH = 60;
const PARTED =
  /[;\n·]|\.\s(?=\p{Lu})(?!(?:He|She|They)(?:'s|'re| is| are| lives?)? (?:at|in|on)\b)(?<!\b\p{L}{1,3}\.\s)|\d/u;
const ORGANISATION =
  /\b(?:Trust|Schools?|Academy|Council|Centre|Team|Nursery|Primary|Partnership)$/;
const AT_WORK =
  /\b(?:head|headteacher|principal|deputy|manager|director|leads?|chair|senco|governor|officer|caseworker|worker|consultant|therapist|psychologist|adviser|commissioner|surgery|clinic|practice|offices?|centre|hall|school|college|hub|works?|desk|based|library|house|building|rooms?|hotel|church|chambers|stadium|court|suite|trust|council|ltd|caf[eé]|arms|inn|theatre|museum|gallery|studio|lodge|team|venue|session|workshop|event|depot|nursery|academy|primary|unit|foundation|association|society|club|market|park)\b/i;
const PUBLIC =
  /\b(?:Halls?|Centre|Offices?|School|Primary|Academy|College|Library|Hub|Hospital|Clinic|Surgery|Practice|Church|Hotel|Stadium|Theatre|Museum|Depot|Council|Trust|Chambers),? (?:at |is at |is |on |\()?$/;
/** “the team moved to”, “Jubilee Family Hub,”. */
const PUBLIC_SUBJECT = ending(
  String.raw`\b(?:team|office|hub|venue|reception|desk|service|clinic|surgery|centre|library|meeting|roadshow|event|session|drop-in|training)(?: (?:is|are|has|have|moved|moves|moving|now|at|to|in|based|will|be|open|opens|reopens?|shift\p{L}*|transfer\p{L}*|switch\p{L}*|relocat\p{L}+|held|on)){0,5},? ?\(?`,
  'iu',
);
/** A building that the public visits: its address is probably a venue’s. */
const VENUE =
  /\b(?:Hall|House|Centre|Offices?|School|Academy|College|Library|Hub|Hospital|Clinic|Surgery|Practice|Church|Hotel),? (?:at )?$/;

/**
 * A postcode with a house number is certain; after a public building’s name, or with words such as
 * “lives at” but no postcode, it is likely. A postcode alone passes.
 * Source: Royal Mail postcode format, as in the Government Data Standards Catalogue.
 */
export function findAddresses(text: string): Hit[] {
  // All others have a number in them, and most notes have none.
  if (!/\d/.test(text)) return findTitledHomes(text);
  const full = ADDRESSES.flatMap((pattern) => hits(text, pattern, 'certain')).map(
    (hit): Hit => (VENUE.test(before(text, hit.start)) ? { ...hit, certainty: 'likely' } : hit),
  );
  const called = hits(text, CALLED_ADDRESS, 'certain');
  const known = new Map<number, boolean>();
  const isOfPublic = (start: number) => {
    const told = known.get(start) ?? isPublic(text, start);
    known.set(start, told);
    return told;
  };
  return [
    ...full,
    ...called,
    ...findTitledHomes(text),
    ...LIKELY_ADDRESSES.flatMap((pattern) => hits(text, pattern, 'likely')),
  ].filter(({ start }) => TITLE.test(text.slice(start, start + 9)) || !isOfPublic(start));
}

const TITLE = /^(?:mrs?|ms|miss|mx)\b/iu;

/** Where the public goes: no person stands in the sentence up to there. */
function isPublic(text: string, start: number): boolean {
  const lead = /[^!?\n]*$/u.exec(before(text, start))?.[0] ?? '';
  return (
    (PUBLIC.test(lead) || endsIn(lead, PUBLIC_SUBJECT)) &&
    !SOMEBODY.test(lead.replace(/\b(?:family|carers?'?) (?=hub|centre)/giu, '')) &&
    !/\b(?:flat|lives?|living|(?<!(?:team|office|service|hub|clinic) (?:has |have )?)moved|address)\b/i.test(
      lead,
    )
  );
}

/** “Mrs Okonjo, 14 Wharf Lane”: somebody with a home in one sentence; a surgery or an office is at work. */
function findTitledHomes(text: string): Hit[] {
  const longest = [...HOMES, SPOKEN_HOME]
    .flatMap((pattern) => matchesOf(text, pattern).map(spanOf))
    .sort((a, b) => b.end - a.end);
  const homes = inOrder(longest).filter(
    ({ start, end }) =>
      !ORGANISATION.test(text.slice(start, end)) &&
      !AT_WORK.test(/^[^,;(/-]*/u.exec(text.slice(end, end + 12))?.[0] ?? ''),
  );
  if (homes.length === 0) return findStreetsOf(text);
  const named = matchesOf(text, NAMED).filter(
    ([found]) => !AT_WORK.test(found) && !areEnglish(found.split(' ')),
  );
  const people = [...named, ...WHO.flatMap((pattern) => matchesOf(text, pattern))].map(spanOf);
  const near = nearby(inOrder(people), HOME_REACH);
  const numbered = homes.flatMap((home): Hit[] => {
    const lead = before(text, home.start);
    const isLivedIn = LIVED_IN.test(behind(text, home.end));
    if (isLivedIn || FITTED.test(lead) || LODGED.test(lead))
      return [{ ...home, certainty: 'likely' }];
    const who = near(home).find((person) => {
      if (overlaps(person, home)) return false;
      const between =
        person.end <= home.start
          ? text.slice(person.end, home.start)
          : text.slice(home.end, person.start);
      return (
        !PARTED.test(between) &&
        !AT_WORK.test(
          between.replace(
            /^(?:'s)?(?: (?:old|new|former|family))? (?:house|home|place|flat)\b/u,
            '',
          ),
        )
      );
    });
    if (!who) return [];
    return [
      {
        start: Math.min(who.start, home.start),
        end: Math.max(who.end, home.end),
        certainty: 'likely',
      },
    ];
  });
  return [...numbered, ...findStreetsOf(text)];
}

/** What is done at work between the name and the street. */
const ACTING =
  /\b(?:present|chair|lead|host|deliver|train|launch|open|run|speak|teach)(?:s|ed|ing)?\b|\bled\b/iu;
/** “'s house in”, “ at Orchard House on ”, “, no.8 ”: what stands before a street. */
const HOME_BETWEEN =
  /^(?:'s)? (?:old |new )?(?:house|home|place|flat)\b|\bthe (?:end|corner|old|last|first|big|red|white) house\b|\b\p{Lu}[\p{L}'-]+ (?:House|Lodge|Court)\b|(?:\b[Nn]o\.? ?|\b[Nn]umber )?\d{1,4}[a-z]? $/gu;

/** “Mrs Begum (Sycamore Drive)”: somebody with a title and a street in one sentence, and no work between or behind. */
function findStreetsOf(text: string): Hit[] {
  const streets = matchesOf(text, STREET_ALONE)
    .map(spanOf)
    .filter(
      ({ start, end }) =>
        !ORGANISATION.test(text.slice(start, end)) &&
        !AT_WORK.test(/^[^.,;()\n]*/u.exec(text.slice(end, end + 25))?.[0] ?? ''),
    );
  if (streets.length === 0) return [];
  const people = nearby(matchesOf(text, TITLED).map(spanOf), HOME_REACH);
  return streets.flatMap((street): Hit[] => {
    const who = people(street).find((person) => {
      if (overlaps(person, street)) return false;
      const [from, to] =
        person.end <= street.start ? [person.end, street.start] : [street.end, person.start];
      const between = text.slice(from, to).replace(HOME_BETWEEN, '');
      return !PARTED.test(between) && !AT_WORK.test(between) && !ACTING.test(between);
    });
    if (!who) return [];
    const [start, end] = [Math.min(who.start, street.start), Math.max(who.end, street.end)];
    return [{ start, end, certainty: 'likely' }];
  });
}
