// Rare circumstances: words that point at one child without a name, because a small place knows only
// one such child.

import { byFirstLetter } from '../domain/by-first-letter.ts';
import { areEnglish } from '../domain/english-words.ts';
import { CONDITION } from '../domain/personal-data-child-words.ts';
import { forenames, things, wordNames } from '../domain/personal-data-names.ts';
import {
  before,
  behind,
  ending,
  endsIn,
  type Hit,
  hits,
  inOrder,
  matchesOf,
  nearby,
  overlaps,
  type Span,
  spanOf,
} from '../domain/personal-data-text.ts';

const REACH = 90;
/** One child or one family, or so few that everybody knows them. */
const CHILD =
  '(?:(?<=\\b(?:two|three|four|2|3|4) (?:[\\p{L}-]+ )?)(?:pupils|children|students|learners|families)|(?:twin )?(?:boy|girl)s?|lad|lass|kid|pupil|child|chlid|student|learner|toddler|teenager|baby|minor|young (?:person|man|woman|carer)|(?<!\\bholy )family|(?<!\\bno )parent|mum|mam|mother|dad|father|couple|household|twins?|triplets?|quad(?:ruplet)?s|(?:foster |step|half[ -])?(?:brother|sister|cousin|sibling|son|daughter)s?|(?<=\\b(?:traveller|refugee|roma|gypsy|deaf|blind|adopted|syrian|afghan|ukrainian) )children|(?:refugee|asylum[ -]seeker|evacuee|adoptee|boarder|traveller|patient|admission|inpatient)(?= (?:at|in|from|is|has|who|placed|and|to)\\b|[,.;]|$)|lads|teens?|survivor|user|signer|speaker|one in a wheelchair)';
/** Of these only one is rare. */
const SOLE =
  '(?<=\\bsingle (?:[\\p{L}\\d-]+ ){0,2})case|(?<=\\b(?:only|sole|lone|one) (?:[\\p{L}\\d-]+ ){0,2})(?:case|plan|EHCP|resident|tenant|placement|exclusion|PEX|refusal|(?:supported )?intern(?:ship)?|inpatient|referral|tribunal|appeal|(?:under|over)[ -]1\\d(?= (?:at|in|on)\\b))';
const NO_CHILD =
  "(?![\\p{L}-]| towns?\\b| cities| and family (?:hub|centre|service|team)|'s (?:team|centre|services|home|social|hospital|trust|voice)|s' | (?:campus\\p{L}*|site|hubs?|support|voice|learning|centre|fund|court|information|groups?|services?|survey|forum|carer|carers|team|referral|courses?|programmes?|sessions?|premium|numbers?|places?|protection|health|development|workshops?|events?|network|liaison|club|trust|charity|link|friendly|level|passport|portal|guide|feedback|panel|research)\\b)";
const NATION =
  'Afghan|African|American|Hong Kong|Hongkonger|Welsh|Irish|Greek|Italian|French|German|Brazilian|Colombian|Egyptian|Gambian|Georgian|Kenyan|Libyan|Malaysian|Mongolian|Moroccan|Serbian|Rwandan|Tibetan|Thai|Tunisian|Ugandan|Uzbek|Zimbabwean|Belarusian|Ivorian|Burmese|Rohingya|Hindu|Armenian|Cuban|Venezuelan|Albanian|Arab|Bangladeshi|Black|Bulgarian|Chinese|Congolese|Czech|Eritrean|Ethiopian|Filipino|Ghanaian|Gypsy|Hungarian|Indian|Iranian|Iraqi|' +
  'Jewish|Kosovan|Kurdish|Latvian|Lithuanian|Muslim|Nepalese|Nigerian|Pakistani|Palestinian|Polish|Portuguese|Roma|Romanian|Russian|Sikh|Slovak|Somali|' +
  'Spanish|Sudanese|Syrian|Tamil|Timorese|Traveller|Turkish|Ukrainian|Vietnamese|Yemeni';
const TRAIT =
  'looked[ -]after|adopted|fostered|in care|refugee|asylum|unaccompanied|traveller|gypsy|roma|blind|deaf|deafblind|disabled|bereaved|displaced|homeless|trans(?:gender)?|orphaned|conjoined|identical|twins?|triplets?|quad(?:ruplet)?s|(?:visually|hearing)[ -]impaired|home[ -]educat(?:ed|ing)|trafficked|travelling|show(?:man|men)|bargee|military|forces|young carer|refugee|asylum[ -]seeker|evacuee|adoptee|boarder|signer|cane|guide dog|wheelchair|(?:army|navy|naval|RAF|gurkha|marine|fairground|circus|fishing|farming|crofting|boat|canal|barge|showmen.?s?)(?= (?:family|child|household|mum|dad|lad|boy|girl|twins|siblings))';
/** What makes one of many. */
const ONE =
  "(?:the|our|its|just|have|has|had|got|with|know of|there is|there's)(?: (?:only|just|the))? one|only|sole|single|lone|a single|first(?: ever)?|youngest|oldest|smallest|last|one looked|one and only|surviving|whose|(?:an?|one) (?:[\\p{L}-]+ ){0,2}(?:boy|girl|pupil|child|lad|student) (?:with|who)|only (?:two|three|four|2|3|4)|both|(?<![\\d.,:/-])1(?= (?:[\\p{L}-]+ ){0,2}(?:child|pupil|family|boy|girl|young person|learner|student|household)\\b)";
const MARK = new RegExp(
  `(?<![\\p{L}])(?=[\\p{L}\\p{N}])(?:${byFirstLetter(`${ONE}|${TRAIT}|${NATION}|${CONDITION}|PEX\\p{L}*|(?:permanently )?excluded|exculded|suspended|suspension|exclusion|medication|nurse|taken off roll|insulin|global delay|down'?s|hearing aids?|hoist|disease|(?:assistance|guide|hearing|therapy|support) dog|eye[ -]gaze|standing frame|power ?chair|talker|communication aid|cane|prosthetic \\p{L}+|radio aids?|implants|meds|self[ -]?harm\\p{L}*|dead|died|killed|murdered|ran away|runaway|suicide|stabbed|prison|trach(?:y|eostomy)|type[ -](?:1|one)`)})(?![\\p{L}])|(?<![\\p{L}])(?:the|that|our) (?:[\\p{L}'-]+ ){0,2}(?=(?:boy|girl|lad|lass|child|chlid|pupil|student|toddler|baby|teenager|family|couple|son|daughter|sisters|brothers|siblings)(?![\\p{L}-]))|(?<=^|[.:;•-] )\\p{L}{3,15}'s (?=(?:boy|girl|lad|lass|son|daughter|youngest|eldest|twins)(?![\\p{L}-]))`,
  'giu',
);
/** What names of diseases end in. */
const DISEASE =
  /(?:blastoma|sarcoma|carcinoma|lymphoma|glioma|melanoma|uria|[ae]emia|osis|mania|phobia|opathy|schisis|itis)(?!\p{L})/giu;
const ONE_CHILD = new RegExp(
  `(?<![\\p{L}-])(?=\\p{L})(?:${byFirstLetter(`${CHILD}|${SOLE}`)})${NO_CHILD}`,
  'giu',
);
const OFFICE =
  'MP|sergeant|constable|detective|superintendent|councillor|cllr|mayor|vicar|rector|imam|rabbi|head ?teacher|head|governor|footballer|director|chief executive|chair|minister|police officer|postman|postmistress|GP|doctor|landlord|publican|shopkeeper|teacher|TA|SENCo|caretaker|driver|officer|priest|pastor|inspector|judge|magistrate|bishop|surgeon|dentist|farmer|baker|butcher|firefighter|soldier|professor|celebrity|influencer|presenter|newsreader|rower|cyclist|cricketer|boxer|jockey|striker|goalkeeper|singer|actor|actress|author|novelist|chef|ambassador|lord|councillors|manager|owner|Olympian|champion|player';
const KIN =
  '(?:foster |adopted )?(?:child|son|daughter|grandson|granddaughter|grandchild|nephew|niece|boy|girl|twins|kid|lad|little one|youngest|eldest|stepson|stepdaughter|baby)';
const NEWS =
  'Gazette|Herald|Mail|Echo|Argus|Chronicle|Mercury|Observer|Advertiser|newspapers?|papers|press|headlines|news|telly|TV|viral|inquest|crash|collision|accident|fire|blaze|stabb\\p{L}+|shooting|shot|murder\\p{L}*|killed|drown\\p{L}*|explosion|attack|manslaughter|trial|documentary|petition|fundrais\\p{L}+';

const SCHOOL =
  'School|Primary|Academy|Acadamy|College|Infants?|Juniors?|Nursery|High|Secondary|PRU|[Ss]ixth [Ff]orm|[Pp]re-?school';
const LOWER_SCHOOL =
  'school|primary|academy|college|infants?|juniors?|nursery|secondary|high school|special school';
const LOCALITY = '[Pp]arish|[Ww]ard|[Ll]ocality|[Cc]luster|[Ee]state|[Vv]illage|[Ii]sland|[Tt]own';
/** What needs no place beside it, each with what is in every text that it is found in. */
const POINTERS = (
  [
    [
      'only',
      `\\b(?:the |our |their )?(?<!not )only (?!one with no )(?:[\\p{L}\\d-]+ ){0,3}?${CHILD} (?:in|at|on|with|from)\\b[^.,;\\n·[]{0,80}`,
    ],
    [
      'one|only|sole|single',
      `\\b(?:the|our|just|only|have) (?:the )?(?:one|only|sole|single) (?:[\\p{L}-]+ )?${CHILD} (?:in|on) (?:the|our|this) (?:county|area|city|borough|region|village|island|patch|town|estate|valley|peninsula|base|camp|district)\\b`,
    ],
    [
      'only',
      `\\b[Oo]nly (?:known )?(?:case|person|one|[\\p{L}-]+ (?:boy|girl|pupil|child)) (?:in|on|of its kind in) (?:the|our) (?:county|area|city|borough|region|village|island|country|patch|town)`,
    ],
    // “the local MP's grandson”, “a parent who is also the vicar”, “son of the mayor”
    [
      "'s ",
      `(?<![\\p{L}])(?:${OFFICE})'s (?:own |foster |adopted |youngest |eldest |step)?(?:${KIN})\\b`,
    ],
    [' of ', `\\b(?:${KIN}) of (?:the|our|a|an|local) (?:[\\p{L}-]+ )?(?:${OFFICE})\\b`],
    [
      ' who ',
      `\\b(?:parent|mum|dad|mother|father|carer) who (?:is|was) (?:also )?(?:the|our|a|an) (?:[\\p{L}-]+ )?(?:${OFFICE})\\b`,
    ],
    // “the vicar of Lower Sallow's daughter”
    [
      "'s ",
      `\\b(?:${OFFICE}) (?:of|at|from) (?:\\p{Lu}[\\p{L}-]+ ?){1,3}'s (?:${KIN}|little one|grandchild)\\b`,
    ],
    // “its first transgender pupil”
    [
      'first|only',
      `\\b(?:first|first ever|only) (?:[\\p{L}-]+ )?(?:${TRAIT}|${NATION}) (?:user|${CHILD}|user)(?![\\p{L}-])`,
    ],
    ['first', `\\bfirst (?:ever )?(?:wheelchair|BSL|cane|guide dog) user`],
    // “the girl whose case was in the Gazette”, “the lad with the tracheostomy”
    ['whose', `\\b(?:the|that|our|a|one) ${CHILD} whose\\b[^.,;\\n·[]{0,80}`],
    // “he's the one who ran away from”, “the mum who handcuffed herself”, “mother who runs the chip shop”
    [
      ' who ',
      `\\b(?:s?he|they)(?:'s| is| was|'re) the (?:one|only one|${CHILD}) (?:who|that|whose)\\b[^.,;\\n·[]{0,80}`,
    ],
    [
      ' who ',
      `\\b(?:mum|mam|dad|mother|father|parents?|couple|family|grandparents?|nan|gran) who\\b(?! (?:is|are|was|were) (?:also )?(?:on|in|our|a member|part))[^.;\\n·[]{0,90}?\\b(?:his|her|their) (?:son|daughter|child|boy|girl|twins|baby)(?:'s)?\\b`,
    ],
    // “only Ukrainian on the roll”
    ['only', `\\bonly (?:${NATION}|refugee|traveller|gypsy|roma) (?:on|in|at)\\b[^.,;\\n·[]{0,60}`],
    // “one girl and eleven boys; the girl is lonely”
    [
      'boy|girl',
      `\\b(?:one|1|only|single) (?:boy|girl)\\b(?=[^\\n]{0,60}\\bthe (?:boy|girl)\\b)[^.;\\n·[]{0,40}`,
    ],
    [' with the', `\\b(?:the|that|our) ${CHILD} with the\\b[^.,;\\n·[]{0,80}`],
    // “One with the feeding tube”, “Lad from the fire”, “the Year 2 with the ventilator”
    [
      'one |year ',
      `\\b(?:one|(?:year|yr) ?\\d{1,2}) (?:with|on|who has|in) (?:an? |the |his |her )?(?:${CONDITION}|(?:feeding |breathing )?tubes?|trach\\p{L}*|ventilator|wheelchair|hearing aids?|hoist|burns|scars?|(?:guide|assistance) dog|frame|talker)(?![\\p{L}])[^.,;\\n·[]{0,60}`,
    ],
    [
      ' the ',
      `\\b(?:lad|lass|boy|girl|kid|family|twins|pupil|child|mum|dad|toddler|siblings|brothers|sisters) (?:with|from|on|off|in) the (?:[\\p{L}-]+ )?(?:fire|crash|flood|accident|attack|boat|barge|narrowboat|lighthouse|farm|fair|circus|site|refuge|hostel|caravan|vicarage|rectory|manse|pub|castle|camp|news|papers?|video|documentary|burns?|scars?|tattoo|stammer|limp|eye ?patch|helmet|guide dog)(?![\\p{L}])[^.,;\\n·[]{0,60}`,
    ],
    [
      'youngest|oldest|first|only|last',
      `\\b(?:youngest|oldest|first|only|last)(?: ever)? (?:[\\p{L}-]+ )?(?:client|inpatient|patient|service user)(?= (?:at|in|from|is|has|who)\\b|,)[^.;\\n·[]{0,60}`,
    ],
    [
      'the |that |our ',
      `\\b(?:the|that|our) ${CHILD} (?:who|that|from|in)\\b[^.;\\n·[]{0,60}?\\b(?:${NEWS})\\b`,
    ],
  ] as const
).map(([needed, pattern]) => ({ needed: needed.split('|'), pattern: new RegExp(pattern, 'giu') }));
/** One of these words is in whatever points at one child by itself. */
const POINTING = /(?<!\p{L})(?:the|our|that|only|one|just|first|have|an?|local)(?!\p{L})|'s /iu;
/** “one pupil comes from Isle of Carrow” */
const COMES_FROM = new RegExp(
  `\\b[Oo]ne (?:${CHILD}) (?:comes?|coming|lives?|living|travels?|travelling|moved)(?: \\p{Ll}+){0,2}? (?:from|on|in) (?:the )?(?!Year|Reception|Nursery|January|February|March|April|May|June|July|August|September|October|November|December)\\p{Lu}\\p{Ll}+`,
  'gu',
);
/** Capitalised words in those places that are no school. */
const NO_SCHOOL =
  'Year|Yr|Reception|Nursery|The|A|An|One|Two|No|Not|We|She|He|His|Her|They|This|That|There|If|For|From|In|At|On|Of|And|But|All|Some|Most|Many|Each|Every|SEN|SENCo|SENCos|EHCP|EHCPs|January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Easter|Christmas|Whitsun|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tues?|Wed|Thurs?|Fri|English|Maths|Ofsted|Down|Rett|Tourette|Asperger|Council|Health|Education|Board|Forum|Cabinet|Trust|Head|Heads|Governors|Training|Good|Case|Example|Parents?|Carers?|Pupils?|Students?|Children|Child|Boy|Girl|Families|Family|Young|Training|Support|Autism|Epilepsy|Deaf|Blind|Anxiety|Mental|Speech|Therapy|Clinic|Audiology|CAMHS|Diabet\\p{L}+|Selective|Cerebral|Cystic|Muscular|Spina|Brain|Type|Action|Update|Phase|Stage|Section|Key|Amber|Red|Green|Blue|Still|Now|Need|Needs|Please|Can|Could|Also|When|While|After|Before|Since|Only|Our|My|It|Its|You|What|Which|Who|Where|Why|How|Chased|Discussed|Agreed|Asked|Told|Met|Saw|Rang|Spoke|Working|Waiting|Moved|Placement|Transport|Taxi|Appeal|Tribunal|Review|Annual|Plan|Plans|Audit|Panel|LA|ICB|NHS|DfE|EP|OT';
/** A school with the word for it, or any name that could be one: “at Larkrise”, “(Castle Fields)”, “St Oswin's have”. */
const NAMED_SCHOOL = new RegExp(
  `(?=\\p{Lu})(?<![\\p{L}'.-])(?:St\\.? )?\\p{Lu}[\\p{L}'.-]+ (?:\\p{Lu}[\\p{L}'.-]+ )?(?:${SCHOOL}|Centre|${LOWER_SCHOOL}|${LOCALITY})(?![\\p{L}])|` +
    `(?=\\p{Lu})(?:(?<=\\b(?:[Ss]chool|[Cc]ollege|[Nn]ursery|At|In|From|at|to|from|in|by|for|near|ex|on|onto|into|of|outside|left|named|naming|ordered|wants?|chose|joins?|joined|attends?|leaving)(?: the)? |[,(:] ?| - )|^|(?<=[.:;,•*-] ))(?!(?:${NO_SCHOOL})\\b(?! \\p{Lu}\\p{Ll}))(?:St\\.? |Saint |RAF |MOD |HMS )?\\p{Lu}\\p{Ll}[\\p{L}'-]+(?: (?:\\p{Lu}[\\p{L}'.-]+|of|the|C of E)){0,3}|` +
    "\\bst\\.? \\p{Ll}{3,}'?s?\\b",
  'gmu',
);
const TYPED_SCHOOL = new RegExp(`(?:${SCHOOL}|${LOWER_SCHOOL}|${LOCALITY})$`, 'u');
/** “at crossways”, “moorside primary”. */
const SMALL_PLACE =
  /(?<=\b(?:at|from|in) )(?:(?:upper|lower|nether|west|east|north|south|great|little|old|new|high|much|long) )?\p{Ll}{4,}(?![\p{L}'])|(?<![\p{L}'])\p{L}{4,}(?= (?:primary|academy|infants?|juniors?|high|secondary|nursery|preschool|school|college)\b)/gu;
/** Three full stops are a pause. */
const STOP = /(?<!\.)[.!?;](?=\s)|\n/u;
/** Between the parts of a note in fragments: “12 year old. ADHD and ODD. Thornley Academy.” */
function isInFragments(gap: string): boolean {
  return gap.split(/[.;]\s+|\n/u).every(
    (part) =>
      part
        .replace(/^\s*[•*-] ?/u, '')
        .trim()
        .split(' ').length <= 5,
  );
}
/** One child’s age with a school that has the word for it needs no mark. */
const OWN_AGE =
  /old|\byo\b|y\/o|aged?|^(?:five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen)$/i;
/** A bare number beside a condition: “cerebral palsy, 4, Little Acorns preschool”. */
const BARE_AGE =
  /(?=[\dfsent])(?:(?<=[,(:] ?)(?:[3-9]|1\d)(?=[,)])|(?<=^|\n|\. )(?:[3-9]|1\d)(?=, \p{L})|(?<=^|[.:;] )(?:five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen)(?=,))/giu;
const MANY =
  /^[ -]?(?:old )?(?:pupils|children|boys|girls|students|learners|cohorts?|pathways?|projects?|training)\b/iu;

/**
 * One child, or so few that everybody knows them, with what makes them rare and with a place, in one
 * sentence; one child's age with a condition or an exclusion and a place; and what points at one child anywhere.
 * Source: the partnership’s requirement (rare circumstances).
 * @param ages where one child's age may stand, in order
 */
export function findRareCircumstances(text: string, ages: readonly Span[]): Hit[] {
  const fixed = POINTING.test(text) ? pointersIn(text) : [];
  const found = placesIn(text);
  if (found.length === 0) return fixed;
  const marked = inOrder([...spans(text, MARK), ...diseasesIn(text)]);
  const marks = nearby(marked, REACH);
  const places = nearby(found, REACH);
  const marksOfAges = nearby(marked, REACH);
  const placesOfAges = nearby(found, REACH);
  const together = (one: Span) => (other: Span) =>
    !overlaps(one, other) &&
    !STOP.test(text.slice(Math.min(one.end, other.end), Math.max(one.start, other.start)));
  const inNotes = (one: Span) => (other: Span) =>
    together(one)(other) ||
    (!overlaps(one, other) &&
      isInFragments(text.slice(Math.min(one.end, other.end), Math.max(one.start, other.start))));
  const children = spans(text, ONE_CHILD).flatMap((child) => {
    const place = places(child).find(together(child));
    const mark = marks(child).find((other) => together(child)(other) || overlaps(child, other));
    return place && mark ? [joined(text, child, place, mark)] : [];
  });
  const aged = inOrder([...ages, ...spans(text, BARE_AGE)]).flatMap((age) => {
    if (MANY.test(text.slice(age.end, age.end + 20))) return [];
    const place = placesOfAges(age).find(inNotes(age));
    const mark = marksOfAges(age).find(inNotes(age));
    if (!place) return [];
    const isSchool = TYPED_SCHOOL.test(text.slice(place.start, place.end));
    const isOwn = isSchool && OWN_AGE.test(text.slice(age.start, age.end));
    return mark || isOwn ? [joined(text, age, place, mark ?? age)] : [];
  });
  return [...children, ...aged, ...fixed];
}

/** Most texts have what few of the expressions need, so few are looked for. */
function pointersIn(text: string): Hit[] {
  const small = text.toLowerCase().replaceAll('ſ', 's');
  return [...POINTERS, { needed: ['one '], pattern: COMES_FROM }]
    .filter(({ needed }) => needed.some((part) => small.includes(part)))
    .flatMap(({ pattern }) => hits(text, pattern, 'likely'));
}

/** “phenylketonuria”: a word by its end. */
function diseasesIn(text: string): Span[] {
  return matchesOf(text, DISEASE).flatMap(({ index, 0: found }) => {
    const stem = /\p{L}*$/u.exec(before(text, index))?.[0].length ?? 0;
    return stem + found.length < 7 ? [] : [{ start: index - stem, end: index + found.length }];
  });
}

/** From the first to the last of them, with the article before. */
function joined(text: string, ...spans: readonly Span[]): Hit {
  const start = Math.min(...spans.map((span) => span.start));
  return {
    start: start - (ARTICLE.exec(before(text, start))?.[0].length ?? 0),
    end: Math.max(...spans.map(({ end }) => end)),
    certainty: 'likely',
  };
}

const ARTICLE = /\b(?:the|an?|our|two|three|four) $/iu;

function placesIn(text: string): Span[] {
  const named = matchesOf(text, NAMED_SCHOOL).filter(({ 0: found, index }) => {
    const isWord =
      !/ \p{Lu}/u.test(found) &&
      endsIn(before(text, index), OPENS) &&
      areEnglish([/^[^ ]*/u.exec(found)?.[0] ?? '']);
    if (TYPED_SCHOOL.test(found)) return !(ANY_SCHOOL.test(found) || isWord);
    const isPlace =
      (/ \p{Lu}/u.test(found) && endsIn(before(text, index), AT)) ||
      BUILDING.test(found) ||
      ESTATE.test(behind(text, index + found.length));
    return !isWord && (isPlace || !isForename(found));
  });
  const small = matchesOf(text, SMALL_PLACE).filter(
    ([found]) => !areEnglish(found.split(' ').slice(-1)) && !known.has(found),
  );
  return inOrder([...named, ...small].map(spanOf));
}
/** “for Specialist school”: a kind of them. */
const ANY_SCHOOL =
  /^(?:Special(?:ist)?|Mainstream|Virtual|Independent|Maintained|Residential|Private|Local|Primary|Secondary|Infants?|Junior|Upper|Lower|Middle|High|Home|New|Pilot|Host|Named|Each|Every|Our|The|This|That|One|Another|Any|No|Some|Most|Which|Their|His|Her) (?:school|primary|academy|college|nursery|secondary|infants?|juniors?|ward|parish|locality|cluster|estate|village|island|town)$/u;
/** “the Willow estate” */
const ESTATE = /^ (?:estate|site|ward|village|road|base|unit|area|campus)\b/u;
/** “Hazel Court” */
const BUILDING =
  / (?:Court|House|Lodge|Park|Hill|Bank|Grove|Lane|Road|Manor|Hall|Farm|Fields?|Wood|View|Tree|Green|Bridge)$/u;
/** “at John Blandy”: where a school stands. */
const AT = ending(String.raw`\b(?:at|outside|near) `, 'iu');
/** A capital here makes no name of a word. */
const OPENS = ending('(?:^|[.:;!?,-] ?)', 'u');
const known: ReadonlySet<string> = new Set([...things].map((word) => word.toLowerCase()));

function spans(text: string, pattern: RegExp): Span[] {
  return matchesOf(text, pattern).map(spanOf);
}

function isForename(found: string): boolean {
  const first = /^[^ ']*/u.exec(found)?.[0] ?? '';
  return forenames.has(first) || wordNames.has(first);
}
