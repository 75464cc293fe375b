// What tells of one child beside a name: a relative, an initial for the surname, a state of health, a
// placement, an exclusion. Words of the work itself (“Simon's placement paper”) tell of nobody.
import { CONDITION } from './personal-data-conditions.ts';
import type { Person } from './personal-data-people.ts';
import { before, behind } from './personal-data-text.ts';

const CLOSE_KIN =
  'mum|mummy|mam|mother|dad|daddy|father|nan|nana|nanna|gran|granny|grandma|grandad|grandpa|grandmother|grandfather|grandparents?|' +
  '(?:step|half|foster|birth|adoptive|kinship)[ -]?(?:mum|mother|dad|father|parents?|brother|sister|siblings?|carers?|family)|' +
  'guardian|aunt|auntie|uncle|cousin|brother|sister|sibling|twin(?: (?:brother|sister))?|triplet|son|daughter';
const KIN = `${CLOSE_KIN}|parents?|carers?|family|siblings|brothers|sisters|grandson|granddaughter|nephew|niece`;
const OWN_WORD = '(?:(?:own|new|old|older|younger|elder|little|big|baby|late|poor) )?';
/** After the name. */
const KIN_OF_LISTED = new RegExp(
  `^(?:'?s?'? ${OWN_WORD}(?:${KIN})\\b(?! (?:lead|team|support|hub|forum|voice|work|group|liaison|survey|engagement))|,? (?:and|&|with) (?:his|her|their) ${OWN_WORD}(?:${KIN})\\b)`,
  'iu',
);
const KIN_OF_ANYBODY = new RegExp(
  `^'s? ${OWN_WORD}(?:(?:${CLOSE_KIN})\\b(?! (?:and|group|&))|(?<='s )family(?=[,.;]|$| (?:and|was|is|has|had|were|again|about|to|who|in|on|at|will|would|rang|said|twice|wants?)\\b))`,
  'u',
);
const HURRIED_KIN = /^ (?:mum|dad|nan|gran|mother|father)\b(?! and)/;
/** Before the name: “her son Malachi”, “the mum of Ibrahim”. */
const OF_KIN = new RegExp(
  `\\b(?:${KIN}|child|boy|girl|pupil|lad|kid|young person|student)(?: (?:of|to|called|named))?[,:]? \\(?$`,
  'iu',
);
const OF_CLOSE_KIN = new RegExp(
  `\\b(?:${CLOSE_KIN}|(?:parents|family|carers?) of)(?: of)? $`,
  'iu',
);
/** “Mum says Noah will not go in”: one mum, so one child. */
const BARE_KIN =
  /(?<!\b(?:an?|the|every|each|some|many|other|new|and|&|young|of) )\b(?:mum|dad|nan|gran|stepdad|stepmum|FCs?)\b(?!'s net|s\b| and (?:toddler|baby)| group)/i;

/** What only describes the work: no child has it. */
const WORK =
  '(?:papers?|reports?|drafts?|figures|data|numbers|strateg\\p{L}+|polic\\p{L}+|audits?|leads?|team|tracker|slides|pathway|contracts?|budgets?|survey|' +
  'sufficiency|lists?|training|spreadsheet|work|workstream|actions?|analysis|panels?|procedures?|protocols?|guidance|project|group|service|' +
  'review group|dashboard|process|plans? for|letters?|leaflet|template|returns?|backlog|summary|presentation|section|hub|nurse|clinic|costs?|' +
  'spend|forum|network|notes?|action|update|comments|questions?|champions?|coordinator|manager|officer|rates?|trends?|cases|meeting with heads)';
const NOT_WORK = `(?! (?:\\p{L}+ )?${WORK}\\b)`;
const AUX =
  "(?:'s been|'s|(?: (?:has|had|have|is|was|were|been|being|be|to be|got|gets|getting|now|still|again|just|also|recently|permanently|perm|only|currently|formally|" +
  'sadly|since|twice|both|already|almost|nearly|then|who|who is|who was|who has|will be|may be|could be|she|he|she is|he is|remains?|back|never|not|then)){1,6}|,|:| -|(?= ))';
const STATE =
  "(?:(?:ex(?:cl|l|cul|lc)uded|exculded|suspended|suspened)(?! (?:the|all|these|those|any|some|it|them|from the)\\b)|kicked out|PEX\\p{L}*(?:'?d)?|perm ex|expelled|off-?rolled|sectioned|diagnosed|autistic|fostered|adopted|looked after|tube[ -]fed|epileptic|diabetic|" +
  'non[ -]?verbal|self[ -]?harm(?:ing|ed|s)?|suicidal|anorexic|pregnant|preg|bereaved|homeless|trafficked|arrested|abused|neglected|assaulted|absconded|restrained|' +
  'in (?:foster |residential |local authority |our )?care(?! (?:home|team|reviews?|planning|leavers|proceedings training))|(?:in|into|out of|back in|from) hospital(?! (?:visits?|discharge|school))|an? inpatient|out of (?:school|education)|missing (?:from )?(?:school|education|lessons)|' +
  'home[ -](?:educated|schooled)|school[ -]refus\\p{L}+|refus(?:es|ed|ing) (?:school|to (?:go|attend|leave))|attending|in school(?! (?:visits?|holidays))|' +
  "without an? (?:school|place|placement|taxi|plan|tutor|college)|(?:no|not got an?|got no|has no|hasn'?t got an?|lost (?:his|her|their)) (?:\\p{L}+ )?(?:school|place|palce|placement|taxi|transport|tuition|plan|named worker|soc(?:ial)? worker|provision|college|offer)|" +
  "stopped (?:attending|going|eating)|(?:won'?t|wont|will not|cannot|can'?t|not) (?:go(?:ing)?|get(?:ting)?|come|coming) (?:in|to school|on the (?:bus|minibus|taxi))|" +
  'on (?:an? |his |her )?(?:(?:very )?reduced|part[ -]time|p/t|PT) (?:time ?table|t/?t(?:able)?|table|school)|at risk of|placed (?:with|at|out|in (?!charge))|under (?:section|CAMHS)|' +
  '(?:moved|sent|gone|going|went) (?:in)?to (?:an? |the )?(?:new |different )?(?:residential|foster|unit|PRU|children|secure|special|out of county|alternative|placement|carers?)|' +
  'missed (?:\\d+|\\p{L}+) (?:days?|weeks?|months?|lessons?|sessions?|terms?)|at home since|been home|home since|waiting (?:for|on) (?:an? |the |his |her )?(?:SALT|OT|EP|CAMHS|bed|tutor|transport|school|physio|assessment|place|taxi|diagnosis|unit|same unit|wheelchair|hoist)|awaiting|' +
  'NEET|EHE|CME|EBSA|DNA|PEX|needs? (?:an? |the |his |her )?(?:hoist|nurse|wheelchair|taxi|TA|1:1|one to one|SALT|OT|placement|place|carer|interpreter|tube)|(?:has|given|now has) (?:an?|the|his|her|their) (?:school |college |nursery )?place(?! on)|died|fell|attacked|hit|hurt|bit|' +
  "in (?:an? |the )?(?:secure|residential|psychiatric|children'?s|tier 4|specialist|mental health|medical) (?:unit|home|school|hospital|placement|ward|setting)|" +
  'attempted suicide|(?:took an )?overdos\\p{L}*|ran away|run away|disclosed|alleged|made an? (?:disclosure|allegation)|hospitali[sz]ed|(?:moved|taken|gone|went|came|coming) into (?:foster )?care|' +
  "lives? (?:with|in an? (?:children'?s|foster|care|residential|hostel|hotel))|(?:given|had|received|got|facing|issued with) (?:an? |another |his |her |two |three |\\d )?(?:(?:fixed[ -]term|permanent|further|second|third|\\d+[ -]day|five[ -]day) )?(?:exclusion|suspension|PEX|FTE)|" +
  '(?:moved|changed|had|been through) (?:\\p{L}+ ){0,2}(?:placements?|carers?|schools) (?:\\p{L}+ times|again|twice|since|in \\p{L}+ years?)|' +
  'at (?:an? |the )?(?:new )?(?:specialist|residential|special|secure|alternative|independent|hospital|different) (?:placement|school|unit|setting|provision|college)|' +
  '(?:has|had|needs?|lost|gets?|got|given|offered) (?:an? |no |the |his |her |their )?(?:new |another |different )?(?:social worker|TA|taxi|tutor|escort|nurse|placement|named worker|managed move|wheelchair|hoist|foster carers?|therapist|key worker|respite)|' +
  'on (?:medication|meds|the (?:at risk|child protection) register|an? (?:CP|CIN|child protection|child in need) plan)|(?:sees?|seen by|seeing) (?:CAMHS|an? (?:psychiatrist|therapist|counsellor))|hearing aids?)';
const TOLD = new RegExp(
  `^(?:${AUX}) ?,? ?(?:\\p{Ll}+ly )?${STATE}(?![\\p{L}\\p{N}])${NOT_WORK}`,
  'iu',
);
const SURE_STATE =
  "(?:(?:permanently )?(?:excluded|suspended)(?! from the)|PEX'?d|sectioned|diagnosed|autistic|fostered|self[ -]harming|suicidal|anorexic|pregnant|non[ -]verbal|absconded|in (?:foster )?care|an? inpatient|out of school)";
const TOLD_OF_ANYBODY = new RegExp(
  `^(?: (?:has|had|is|was|been|now|again|still)){1,4} ${SURE_STATE}(?=[,.;)]|$| (?:and|so|with|since|from|before|on|last|for|in|again|by|but|twice)\\b)`,
  'iu',
);
const HAS = new RegExp(
  `^(?:,? (?:who )?(?:(?:now|also|still|already|sadly) )?(?:has|have|had|got|with|suffers from|developed|may have|now has|also has|still has))(?: (?:an?|the|his|her|their|severe|new|complex|some|both|mild|had|got|diagnosis of|form of)){0,4} ${CONDITION}(?![\\p{L}\\p{N}])${NOT_WORK}`,
  'iu',
);
const HAS_OF_ANYBODY = new RegExp(
  `^ (?:has|had|have) (?:(?:severe|complex|mild|been diagnosed with) )?${CONDITION}(?=[,.;)]|$| (?:and|so|but)\\b)`,
  'iu',
);
const BELONGING =
  '(?:EHCP|EHC plan|EHCNA|placements?|diagnos[ie]s|exclusion|suspension|PEX|medication|meds|behaviour|tribunal|mediation|school place|' +
  'college place|nursery place|taxi|transport|tuition|tutor|timetable|reintegration|attendance (?:is|has|was|at|below|down)|admission to|PEP|annual review|care plan|care order|' +
  'social worker|named worker|EP advice|needs|condition|wheelchair|hoist|operation|therapy|therapist|1:1|one to one|TA|school (?:says|said|has|have|cannot|can|will|is|was|are)|plan (?:is|was|has|still)|' +
  'escort|nurse|section [A-K]|health advice|OT|SALT|respite|provision|disabilit\\p{L}+|allegation|bruis\\p{L}+|LADO)';
const HIS = new RegExp(
  `^(?:'s|s'|') (?:(?!(?:of|on|for|about|to|and|with|from) )\\p{Ll}+ ){0,2}(?:${BELONGING}|${CONDITION})(?![\\p{L}\\p{N}])${NOT_WORK}`,
  'iu',
);
const HIS_OF_ANYBODY = new RegExp(
  `^'s (?:\\p{Ll}+ )?(?:diagnosis|medication|meds|seizures|anxiety|autism|epilepsy|exclusion from|exclusion was|placement (?:has|is|was|broke|at|ended|failed)|social worker|self[ -]harm|EHCP|EHC plan)(?![\\p{L}\\p{N}])${NOT_WORK}`,
  'iu',
);
/** In a list, behind a dash, a colon or in brackets: “Ava: EHCP overdue”, “Liam (LAC)”. */
const NOTED = new RegExp(
  `^(?:,? (?:and|&) \\p{Lu}\\p{L}+)?(?:(?::| -|,) ?(?:${CONDITION}(?=[ ,.;)]|$)${NOT_WORK}|(?:${BELONGING}) (?:is |was |still |now )?(?:overdue|late|refused|agreed|ended|needed|outstanding|issued|breaking|broke|missing|not|stopped|failed|wait|cancelled|delayed|at risk|withdrawn)|(?:both )?(?:twins|triplets|siblings|brothers|sisters)(?=[,.;)]|$))| \\((?:LAC|CLA|CIN|CP|CIC|EHE|NEET|PEX|${CONDITION})\\))`,
  'iu',
);
/** “placement for Jack”, “excluded Reece”. */
const FOR = new RegExp(
  '\\b(?:(?:placements?|places?|taxi|transport|EHCP|EHC plan|plan|EHCNA|diagnosis|exclusion|suspension|PEX|provision|tuition|tutor|school|college|assessment|PEP|mediation|' +
    'tribunal|appeal|bed|respite|hoist|wheelchair|medication|meds|nurse|escort|carers?|referral|safeguarding|annual review|the review|reintegration|meet needs?|manage|admission|advice)' +
    '(?: (?:made|agreed|requested|found|refused|needed|in place|plan|order|meeting|issued|out))?(?: yet)? (?:for|of|re|about|against)|(?:concerns?|worr(?:y|ies|ied)|allegations?|disclosures?|strategy meeting|LADO) (?:made )?(?:about|for|by|from|re|against|over)|(?:excluded|suspended|sectioned|off-?rolled|PEXed|restrained|diagnosed)) $',
  'iu',
);
/** Behind it somebody is asked to do something: “taxi contract for Karen to sign”. */
const DOES = /^(?:'s|,? (?:to|will|\())/iu;
const LETTERED =
  /^(?:Annex|Appendix|Band|Block|Category|Class|Column|Criterion|Cohort|Exhibit|Form|Grade|Group|Level|Lot|Module|Objective|Option|Item|Figure|Part|Phase|Plan|Priority|Pathway|Question|Room|Row|Scenario|Schedule|Section|Sheet|Site|Stage|Strand|Step|Tab|Table|Target|Team|Theme|Tier|Type|Unit|Version|Vitamin|Hepatitis|Wave|Work|Zone|Model|Area|Outcome|Action|Risk|Paper|Item|Regulation|Child|Pupil|Family|Case|School|Person|So|If|As|When|And|But|Then|Also|Can|Could|Should|Would|Will|May|Did|Do|Have|Had|Am|Was|That|This|What|Where|While|Since|Because|Yes|No|Sorry|Thanks|Hi|Hello|Dear|Think|Hope|Before|After|Until|Like|Happy)$/;
const INITIAL = /^ \p{Lu}(?:\.|\b)(?!\p{L}|'(?!s\b)|\p{N}| ?(?:&|of\b|level\b))/u;
const SMALL_INITIAL =
  /^ [b-hj-z](?:'s)?(?=$|[,;.)]| (?:is|has|was|needs|in|at|on|no|not|who|and|still|stil|out|y\d|yr|re)\b)/u;
const FINAL = /^[,.;):]|^$| (?!am |will |have |would |can |think |was )/;

/** Whether what stands around a name tells of one child. @param text with the names of people on the plan blanked out */
export function isToldOf(text: string, person: Person): boolean {
  const rest = clause(behind(text, person.end));
  const lead = before(text, person.start);
  return (
    hasInitial(text, person) ||
    (person.sort === 'listed' ? isToldOfListed(rest, lead) : isToldOfAnybody(rest, lead, person))
  );
}

function isToldOfListed(rest: string, lead: string): boolean {
  return (
    KIN_OF_LISTED.test(rest) ||
    OF_KIN.test(lead) ||
    TOLD.test(rest) ||
    HAS.test(rest) ||
    HIS.test(rest) ||
    NOTED.test(rest) ||
    (FOR.test(lead) && !DOES.test(rest)) ||
    BARE_KIN.test(clauseBefore(lead)) ||
    BARE_KIN.test(rest)
  );
}

/** A word that no list knows may be a school or a town; “Grace” and “Poppy” are names and words. */
function isToldOfAnybody(rest: string, lead: string, { sort, words }: Person): boolean {
  const [word = ''] = words;
  return (
    KIN_OF_ANYBODY.test(rest) ||
    (word.endsWith('s') && HURRIED_KIN.test(rest)) ||
    OF_CLOSE_KIN.test(lead) ||
    TOLD_OF_ANYBODY.test(rest) ||
    HAS_OF_ANYBODY.test(rest) ||
    HIS_OF_ANYBODY.test(rest) ||
    (sort === 'word' &&
      (KIN_OF_LISTED.test(rest) || HAS.test(rest) || TOLD.test(rest) || HIS.test(rest)))
  );
}

/** “Jack S”: the surname's initial. “Option B” and “Thanks Tom I will” have none. */
function hasInitial(text: string, { start, end, words, sort }: Person): boolean {
  const [first = '', second = ''] = words;
  const rest = behind(text, end);
  if (words.length === 1) {
    if (/^\p{Ll}/u.test(first)) return SMALL_INITIAL.test(rest);
    const [initial] = INITIAL.exec(rest) ?? [];
    return (
      initial !== undefined && isInitial(first, initial.trim(), sort, rest.slice(initial.length))
    );
  }
  const isOne = words.length === 2 && /^\p{Lu}$/u.test(second);
  return isOne && start < end && isInitial(first, second, sort, rest);
}

function isInitial(first: string, initial: string, sort: Person['sort'], rest: string): boolean {
  if (LETTERED.test(first)) return false;
  const letter = initial.charAt(0);
  if (sort === 'listed') return letter !== 'I' || FINAL.test(rest);
  return letter !== 'I' && (letter !== 'A' || /^(?:[,.;)]|$)/.test(rest));
}

/** Up to the end of the sentence. */
function clause(rest: string): string {
  const end = /(?<!^.)[.!?;](?=\s|$)|\n/u.exec(rest);
  return end ? rest.slice(0, end.index + 1) : rest;
}

function clauseBefore(lead: string): string {
  return /[^.!?;\n]*$/u.exec(lead)?.[0] ?? '';
}
