// Rare circumstances: words that point at one child without a name, because a small place knows only
// one such child.

import { forenames, wordNames } from '../domain/personal-data-names.ts';
import {
  eitherCase,
  type Hit,
  hits,
  inOrder,
  matchesOf,
  nearby,
  overlaps,
  type Span,
  spanOf,
} from '../domain/personal-data-text.ts';
import { CONDITION } from './conditions.ts';

const AGE = '(?:\\d{1,2}[- ]?(?:years?|yrs?)[- ]old|(?:Year|year|Y) ?\\d{1,2})';
const FEW = eitherCase('the only|the one|only one|a single|only|one|1|two|2|three|3');
const TRAIT = eitherCase(
  'looked[ -]after|adopted|fostered|refugee|asylum[ -]seeking|unaccompanied|traveller|gypsy|roma|' +
    'blind|deaf|deafblind|disabled|bereaved|autistic|displaced|homeless|pregnant|transgender|trans|orphaned|conjoined|identical|ventilated|non[ -]?verbal|hearing[ -]impaired|visually[ -]impaired|home[ -]educated|trafficked|travelling|showman|showmen|bargee|military|forces|hearing impaired',
);
const NATION =
  'Afghan|African|American|Hong Kong|Hongkonger|Welsh|Irish|Greek|Italian|French|German|Brazilian|Colombian|Egyptian|Gambian|Georgian|Kenyan|Libyan|Malaysian|Mongolian|Moroccan|Serbian|Rwandan|Tibetan|Thai|Tunisian|Ugandan|Uzbek|Zimbabwean|Belarusian|Ivorian|Burmese|Rohingya|Hindu|Armenian|Cuban|Venezuelan|Albanian|Arab|Bangladeshi|Black|Bulgarian|Chinese|Congolese|Czech|Eritrean|Ethiopian|Filipino|Ghanaian|Gypsy|Hungarian|Indian|Iranian|Iraqi|' +
  'Jewish|Kosovan|Kurdish|Latvian|Lithuanian|Muslim|Nepalese|Nigerian|Pakistani|Palestinian|Polish|Portuguese|Roma|Romanian|Russian|Sikh|Slovak|Somali|' +
  'Spanish|Sudanese|Syrian|Tamil|Timorese|Traveller|Turkish|Ukrainian|Vietnamese|Yemeni';
const ONE_CHILD =
  '(?:pupil|child|chlid|boy|girl|student|learner|young (?:person|man|woman)|lad|lass|teenager|toddler|baby|minor|family|parent|mum|mother|dad|father|couple|household|wheelchair user|(?:[\\p{L}-]+ )?(?:user|signer|speaker))(?![\\p{L}-])';
const FEW_CHILDREN = `(?:${ONE_CHILD}|children|pupils|students|siblings?|brothers?|sisters?|twins)`;
const NAMED_PLACE = "\\p{Lu}[\\p{L}'.-]*(?: \\p{Lu}[\\p{L}'.-]*){0,3}";
const PLACE = `(?:the |our |this )?(?:${NAMED_PLACE}|school|village|unit|sixth form|year group|class)`;
const RELATIVE = 'mum|mother|dad|father|parents?|brother|sister|sibling|carer';
const HARM = 'died|dead|in prison|killed|sectioned|terminally ill|deported|murdered';
const SCHOOL = 'School|Primary|Academy|College|Infants?|Juniors?|Nursery';
/** On to the verb or the end of the clause: what makes the child rare stands there. */
const TO_END =
  '[^.,;\\n·]{0,80}?(?= *(?:[.,;\\n]|\\[·|$)| (?:is|are|was|were|has|have|had|needs?|waits?|moved?s?|left|lost|' +
  'will|can|cannot|shares?|goes|and|but|who)\\b)';

/** A town, a village, a school; a county or a country has more than one such child. */
const SMALL_PLACE = `(?:the )?(?!\\p{Lu}\\p{L}*shire\\b|England|Britain|Wales|Scotland|Ireland|UK\\b|Europe|Years?\\b|KS|Key\\b)${NAMED_PLACE}`;
/** “in Year 3”, before the school. */
const YEAR_OF = '(?:[Yy]ear|[Yy]r|Y) ?\\d{1,2}';
/** Words before the noun that say what is rare. */
const WORDS = '[\\p{L}\\d-]+ ';
/** Behind it, up to the place. */
const ON = "(?:[ ,]{1,2}[\\p{L}\\d'-]+){0,6}?";
const AT_PLACE = `,? (?:at|in|from|near|on|of) ${SMALL_PLACE}`;
const ONE_OF_THEM = eitherCase('the|our|that|those|these|both|only|sole|one|an?|last|just');
const patterns = [
  `\\b(?:${eitherCase('the|our|their')} )?[Oo]nly (?:[\\p{L}\\d-]+ ){0,3}?${ONE_CHILD} (?:in|at|on|with|from)\\b${TO_END}`,
  `\\b${FEW} (?:(?:${TRAIT} ){1,2}${FEW_CHILDREN}|${FEW_CHILDREN} in care)\\b,? (?:in|at|from) ${PLACE}`,
  `\\b${eitherCase('only one|one|a single|1')} ${ONE_CHILD} with (?:an? )?[\\p{L} -]{3,40}? (?:in|at|from) ${NAMED_PLACE}`,
  `\\b[Oo]nly one ${ONE_CHILD} (?:in|at|from) ${PLACE}${TO_END}`,
  `\\b${eitherCase('a|the|one')} ${ONE_CHILD} whose (?:${RELATIVE}) (?:(?:has|have|is|are|was|were) )?(?:${HARM})\\b${TO_END}`,
  `\\b[Aa]n? ${AGE} ${ONE_CHILD} (?:at|from) (?:\\p{Lu}[\\p{L}'.-]* ){1,3}(?:${SCHOOL})\\b`,
  `\\b(?:${eitherCase('the|our|both|those|these')} )?(?:[Tt]wins?|[Tt]riplets?|[Qq]uad(?:ruplet)?s) (?:(?:boys?|girls?|brothers|sisters|both) )?(?:(?:in|from) ${YEAR_OF} )?(?:at|in|from|of) ${SMALL_PLACE}`,
  `\\b${ONE_OF_THEM} (?:(?:only|one|sole|two|three|last) )?(?:(?:${TRAIT}|${NATION}) ){1,2}(?:${FEW_CHILDREN}|sister (?:and|&) brother|brother (?:and|&) sister|m[ua]m|mother|dad|father|parents|couple)(?: (?:living|placed|now))? (?:at|in|from|near) ${SMALL_PLACE}`,
  `\\b(?:${eitherCase('the|our')} )?(?:[Ss]ole|[Oo]ne and only) (?:[\\p{L}\\d-]+ ){0,2}?${ONE_CHILD} (?:in|at|from|on) ${SMALL_PLACE}`,
  `\\b(?:[Tt]he |[Oo]ur )?[Oo]nly (?:[\\p{L}\\d-]+ ){0,2}?(?:twins|siblings|sisters|brothers|baby|boarder|refugee|girl|boy|user) (?:in|at|from) ${SMALL_PLACE}`,
  `(?<=\\b[Oo]nly (?:have|has|had|know of|got) )one ${ONE_CHILD} (?:in|at|from) ${SMALL_PLACE}`,
  `\\b${ONE_OF_THEM} (?:only |one |sole )?(?:${eitherCase('refugee|asylum[ -]seeker|traveller|evacuee|adoptee|wheelchair user')}|young carer)(?: in ${YEAR_OF})? (?:at|in|from) ${SMALL_PLACE}`,
  `\\b[Oo]nly (?:one|person|other one) (?:in an? wheelchair|on (?:oxygen|a ventilator)|with (?:an? )?[\\p{L}-]{2,20}(?: [\\p{L}-]{2,20})?) (?:at|in|from) ${SMALL_PLACE}`,
  // “the single pupil with albinism in the Fenby cluster”, “our one ventilated child at Larkrise”
  `\\b${eitherCase('the|our|its|their|just|just the')} (?:only|single|sole|one|lone) (?:${WORDS}){0,3}?${ONE_CHILD}${ON}${AT_PLACE}`,
  `\\b(?:[Hh]ave|[Hh]as|[Hh]ad|[Gg]ot|[Tt]here(?:'s| is)|[Ww]ith) (?:only |just )?(?:the )?(?:only |just )?one (?:${WORDS}){0,3}?${ONE_CHILD}${ON}${AT_PLACE}`,
  // “the youngest ever admission from Little Fenby”
  `\\b${eitherCase('youngest|oldest|smallest')} (?:ever )?(?:${WORDS}){0,2}?(?:admission|inpatient|patient|${ONE_CHILD})${ON}${AT_PLACE}`,
  // “the family with five adopted brothers in Nether Stow”
  `(?<![\\p{L}])(?:${eitherCase(TRAIT)}|${NATION}) (?:${WORDS})?(?:${FEW_CHILDREN}|quads|lads?|cousins)(?: (?:living|placed|now|both|who|in|year|\\d+)){0,3} (?:at|in|from|near|on|of) ${SMALL_PLACE}`,
  `\\b(?:[Tt]wins|[Tt]riplets|[Qq]uads|[Qq]uadruplets)(?! (?:club|trust|group|network|charity))${ON}${AT_PLACE}`,
  // “Saltby's one deaf pupil”, “Larkrise has just one pupil with …”
  `(?<![\\p{L}'-])\\p{Lu}[\\p{L}-]+(?:'s?|(?: \\p{Lu}[\\p{L}'-]+)?,? (?:has|have|had|with))(?: (?:just|only|got|its|the|their)){0,3} (?:only|one|sole|single|first) (?:${WORDS}){0,3}?${ONE_CHILD}(?! (?:in|of) (?:\\d|ten|five|three|four))`,
  `\\b(?:[Aa]t|[Ii]n) ${SMALL_PLACE},? (?:the|our|its|there's|there is|we have) (?:only |just )?(?:only|one|sole|single) (?:${WORDS}){0,3}?${ONE_CHILD}`,
  `\\b${eitherCase('the|that')} (?:boy|girl|lad|lass|child|pupil) with the\\b${TO_END}`,
  `\\b[Oo]nly (?:known )?(?:case|person|one) (?:in|on|of its kind in) (?:the|our) (?:county|area|city|borough|region|village|island|country|patch|town)`,
  `\\b${eitherCase('the|one|other|surviving')} (?:surviving )?twin(?: (?:boy|girl|brother|sister))? (?:at|in|from) ${SMALL_PLACE}`,
  // “the boy at Larkrise”: one child at one place
  `\\b${eitherCase('the|that|our')} (?:${WORDS}){0,2}?(?:boy|girl|pupil|child|lad|lass|toddler|baby|teenager|siblings|brothers|sisters|family(?! (?:hub|support|voice|learning|centre|fund|court|information|group|service|survey)))(?![\\p{L}'-])${ON}${AT_PLACE}`,
  `\\b[Aa]n? (?:${WORDS}){0,2}?(?:boy|girl|pupil|child|lad|lass|student|toddler|teenager|baby),? (?:with|who|whose|on|using)${ON}${AT_PLACE}`,
  `\\b[Oo]nly (?:two|three|four|2|3|4) (?:${WORDS}){0,2}?(?:pupils|children|boys|girls|students|learners|families)${ON}${AT_PLACE}`,
  `\\b(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Bb]oth|[Tt]he|[Oo]ur) (?:${WORDS}){0,2}?(?:brothers|sisters|siblings|cousins|twin boys|twin girls)${ON}${AT_PLACE}`,
  `\\b${eitherCase('the|that|our')} (?:boy|girl|pupil|child|lad|lass|student|family|twins) whose\\b${TO_END}`,
  `\\b(?:son|daughter|child|grandson|granddaughter|nephew|niece) of (?:the|our|a|an|local) (?:[\\p{L}-]+ )?(?:MP|councillor|mayor|vicar|imam|rabbi|headteacher|head|governor|footballer|doctor|GP|teacher|TA|SENCo|director|caretaker|officer)\\b`,
  `\\b${eitherCase('first')} (?:ever )?(?:${WORDS}){0,2}?(?:wheelchair user|signer|BSL user|cane user|guide dog user)`,
  // “its first transgender pupil”
  `\\b${eitherCase('first|first ever|only')} (?:${TRAIT}|${NATION}) ${ONE_CHILD}`,
  // “the girl whose case was in the Gazette”, “the boy who was hurt in the Market Street crash”
  `\\b${eitherCase('the|that|our')} ${ONE_CHILD} (?:whose|who|that|from|in)\\b[^.;\\n·]{0,60}?\\b(?:Gazette|Herald|Mail|Echo|Argus|Chronicle|Mercury|Observer|Advertiser|newspapers?|papers|press|headlines|news|telly|TV|viral|inquest|crash|collision|accident|fire|blaze|stabb\\p{L}+|shooting|shot|murder\\p{L}*|killed|drown\\p{L}*|explosion|attack|manslaughter|trial|documentary|petition|fundrais\\p{L}+)\\b`,
  // “local MP's grandson”, “a parent who is also the vicar at Calver Bridge”
  `\\b(?:MP|[Cc]ouncillor|[Cc]llr|[Mm]ayor|[Vv]icar|[Rr]ector|[Ii]mam|[Rr]abbi|[Hh]ead ?teacher|[Hh]ead|[Gg]overnor|[Ff]ootballer|[Dd]irector|[Cc]hief [Ee]xecutive|[Cc]hair|[Mm]inister|[Pp]olice officer|[Pp]ostman|[Pp]ostmistress|GP|[Dd]octor|[Ll]andlord|[Pp]ublican|[Ss]hopkeeper|[Tt]eacher|TA|SENCo|[Cc]aretaker)'s (?:own |foster |adopted |youngest |eldest |step)?(?:child|son|daughter|grandson|granddaughter|grandchild|nephew|niece|boy|girl|twins|kid|lad)\\b`,
  `\\b(?:[Pp]arent|[Mm]um|[Dd]ad|[Mm]other|[Ff]ather|[Cc]arer) who (?:is|was) (?:also )?(?:the|our|a|an) (?:[\\p{L}-]+ )?(?:MP|councillor|mayor|vicar|rector|imam|rabbi|headteacher|head|governor|footballer|doctor|GP|landlord|postman|publican|police officer|teacher|TA|SENCo|caretaker|driver|shopkeeper)\\b`,
].map((pattern) => new RegExp(pattern, 'gu'));

const NEAR_AGE = 110;
/** Capitalised words in those places that are no school. */
const NO_SCHOOL =
  'Year|Yr|Reception|Nursery|The|A|An|One|Two|No|Not|We|She|He|His|Her|They|This|That|There|If|For|From|In|At|On|Of|And|But|All|Some|Most|Many|Each|Every|SEN|SENCo|SENCos|EHCP|EHCPs|January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Easter|Christmas|Whitsun|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tues?|Wed|Thurs?|Fri|English|Maths|Ofsted|Down|Rett|Tourette|Asperger|Council|Health|Education|Board|Forum|Cabinet|Trust|Head|Heads|Governors|Training|Good|Case|Example|Parents?|Carers?|Pupils?|Students?|Children|Child|Boy|Girl|Families|Family|Young|Training|Support|Autism|Epilepsy|Deaf|Blind|Anxiety|Mental|Speech|Therapy|Clinic|Audiology|CAMHS|Diabet\\p{L}+|Selective|Cerebral|Cystic|Muscular|Spina|Brain|Type|Action|Update|Phase|Stage|Section|Key|Amber|Red|Green|Blue|Still|Now|Need|Needs|Please|Can|Could|Also|When|While|After|Before|Since|Only|Our|My|It|Its|You|What|Which|Who|Where|Why|How|Chased|Discussed|Agreed|Asked|Told|Met|Saw|Rang|Spoke|Working|Waiting|Moved|Placement|Transport|Taxi|Appeal|Tribunal|Review|Annual|Plan|Plans|Audit|Panel|LA|ICB|NHS|DfE|EP|OT';
/** A school with the word for it, or any name that could be one: “at Larkrise”, “(Castle Fields)”, “St Oswin's have”. */
const NAMED_SCHOOL = new RegExp(
  `(?<![\\p{L}'.-])(?:St\\.? )?\\p{Lu}[\\p{L}'.-]+ (?:\\p{Lu}[\\p{L}'.-]+ )?(?:${SCHOOL}|Acadamy|High|Secondary|Nursery|[Ss]ixth [Ff]orm|Centre|PRU|[Pp]re-?school)(?![\\p{L}])|` +
    `(?:(?<=\\b(?:at|to|from|in|by|for) |[,(:] ?| - )|^|(?<=[.:;,-] ))(?!(?:${NO_SCHOOL})\\b(?! \\p{Lu}\\p{Ll}))(?:St\\.? )?\\p{Lu}\\p{Ll}[\\p{L}'-]+(?: (?:\\p{Lu}[\\p{L}'.-]+|of|the|C of E)){0,3}|` +
    "\\bst\\.? \\p{Ll}{3,}'?s?\\b",
  'gmu',
);
const CONDITIONS = new RegExp(
  `(?<![\\p{L}])(?:${CONDITION}|PEX\\p{L}*|(?:permanently )?excluded|exculded|suspended|suspension|exclusion|medication|medical needs|one to one|1:1|hoist|nurse|self[ -]harms?|taken off roll|insulin)(?![\\p{L}])(?![ -](?:\\p{L}+ )?(?:training|pathway|project|workshop|support group|group|team|policy|programme|course|awareness|data|figures|lead))`,
  'giu',
);
/** A bare number beside a condition: “cerebral palsy, 4, Little Acorns preschool”. */
const A_CHILD =
  /\b(?:an?|the|one|our|their|that|this) (?:[\p{Ll}-]+ ){0,2}?(?:boy|girl|pupil|child|chlid|lad|lass|student|toddler|teenager|young person|young man|young woman)(?![\p{L}'-])/giu;
/** One child’s age, and a school with the word for it: enough without a condition. */
const OWN_AGE = /old|\byo\b|y\/o|aged?/i;
const TYPED_SCHOOL = new RegExp(
  `(?:${SCHOOL}|Acadamy|High|Secondary|PRU|[Ss]ixth [Ff]orm|[Pp]re-?school)$`,
  'u',
);
const BARE_AGE = /(?<=[,(:] ?)(?:[3-9]|1\d)(?=[,)])/gu;
const STOP = /[.!?;](?=\s)|\n/u;
const MANY =
  /^[ -]?(?:old )?(?:pupils|children|boys|girls|students|learners|cohorts?|pathways?|projects?|training)\b/iu;

/**
 * The words that point at one child, and an age with a condition or an exclusion and a named school.
 * Source: the partnership’s requirement (rare circumstances).
 * @param ages where one child's age may stand, in order
 */
export function findRareCircumstances(text: string, ages: readonly Span[]): Hit[] {
  return [
    ...patterns.flatMap((pattern) => hits(text, pattern, 'likely')),
    ...findAtSchool(text, ages),
  ];
}

function isForename(found: string): boolean {
  const first = found.split(/[ ']/u)[0] ?? '';
  return forenames.has(first) || wordNames.has(first);
}

function findAtSchool(text: string, ages: readonly Span[]): Hit[] {
  const named = matchesOf(text, NAMED_SCHOOL).filter(
    ([found]) => TYPED_SCHOOL.test(found) || !isForename(found),
  );
  const schools = nearby(named.map(spanOf), NEAR_AGE);
  const conditions = nearby(matchesOf(text, CONDITIONS).map(spanOf), NEAR_AGE);
  const children = [BARE_AGE, A_CHILD].flatMap((pattern) => matchesOf(text, pattern).map(spanOf));
  return inOrder([...ages, ...children]).flatMap((age): Hit[] => {
    const together = (other: Span) =>
      !STOP.test(text.slice(Math.min(age.end, other.end), Math.max(age.start, other.start)));
    const school = schools(age).find((place) => !overlaps(place, age) && together(place));
    const condition = conditions(age).find(together);
    if (!school || MANY.test(text.slice(age.end, age.end + 20))) return [];
    const isSchool = TYPED_SCHOOL.test(text.slice(school.start, school.end));
    if (!condition && !(isSchool && OWN_AGE.test(text.slice(age.start, age.end)))) return [];
    const start = Math.min(age.start, school.start, condition?.start ?? age.start);
    const end = Math.max(age.end, school.end, condition?.end ?? age.end);
    return [{ start, end, certainty: 'likely' }];
  });
}
