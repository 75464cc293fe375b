// Rare circumstances: words that point at one child without a name, because a small place knows only
// one such child.
import { CONDITION } from './personal-data-conditions.ts';
import { eitherCase, type Hit, hits, nearby, type Span, spanOf } from './personal-data-text.ts';

const AGE = '(?:\\d{1,2}[- ]?(?:years?|yrs?)[- ]old|(?:Year|year|Y) ?\\d{1,2})';
const FEW = eitherCase('the only|the one|only one|a single|only|one|1|two|2|three|3');
const TRAIT = eitherCase(
  'looked[ -]after|adopted|fostered|refugee|asylum[ -]seeking|unaccompanied|traveller|gypsy|roma|' +
    'blind|deaf|deafblind|disabled|bereaved|autistic|displaced|homeless|pregnant',
);
const NATION =
  'Afghan|African|Albanian|Arab|Bangladeshi|Black|Bulgarian|Chinese|Congolese|Czech|Eritrean|Ethiopian|Filipino|Ghanaian|Gypsy|Hungarian|Indian|Iranian|Iraqi|' +
  'Jewish|Kosovan|Kurdish|Latvian|Lithuanian|Muslim|Nepalese|Nigerian|Pakistani|Palestinian|Polish|Portuguese|Roma|Romanian|Russian|Sikh|Slovak|Somali|' +
  'Spanish|Sudanese|Syrian|Tamil|Timorese|Traveller|Turkish|Ukrainian|Vietnamese|Yemeni';
const ONE_CHILD =
  '(?:pupil|child|chlid|boy|girl|student|learner|young person|lad|teenager|minor|family|wheelchair user)';
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
].map((pattern) => new RegExp(pattern, 'gu'));

const NEAR_AGE = 110;
const NAMED_SCHOOL = new RegExp(
  `(?<![\\p{L}'.-])(?:St\\.? )?\\p{Lu}[\\p{L}'.-]+ (?:\\p{Lu}[\\p{L}'.-]+ )?(?:${SCHOOL}|Acadamy|High|Secondary|Nursery|Sixth Form|Centre|PRU)(?![\\p{L}])`,
  'gu',
);
const CONDITIONS = new RegExp(
  `(?<![\\p{L}])(?:${CONDITION}|PEX\\p{L}*|(?:permanently )?excluded|exculded|suspended|suspension|exclusion|medication|medical needs|one to one|1:1|hoist|nurse)(?![\\p{L}])`,
  'giu',
);
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

function findAtSchool(text: string, ages: readonly Span[]): Hit[] {
  if (ages.length === 0) return [];
  const schools = nearby([...text.matchAll(NAMED_SCHOOL)].map(spanOf), NEAR_AGE);
  const conditions = nearby([...text.matchAll(CONDITIONS)].map(spanOf), NEAR_AGE);
  return ages.flatMap((age): Hit[] => {
    const together = (other: Span) =>
      !STOP.test(text.slice(Math.min(age.end, other.end), Math.max(age.start, other.start)));
    const school = schools(age).find(together);
    const condition = conditions(age).find(together);
    if (!school || !condition || MANY.test(text.slice(age.end, age.end + 20))) return [];
    const start = Math.min(age.start, school.start, condition.start);
    const end = Math.max(age.end, school.end, condition.end);
    return [{ start, end, certainty: 'likely' }];
  });
}
