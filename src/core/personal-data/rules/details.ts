// Whether the words around a name tell of one child: a word that only a child or a family has in the
// same sentence, unless the name is somebody's at work; beside the name also a child's papers and things.
import {
  AT_WORK_PLACE,
  BELONGING,
  CLOSE_KIN,
  HELP_ANYWHERE,
  KIN,
  MANY,
  OF_STAFF,
  ROLE,
  TELLS,
  WORK,
  WORK_VERB,
} from '../domain/personal-data-child-words.ts';
import type { Person } from '../domain/personal-data-people.ts';
import {
  before,
  behind,
  matchesOf,
  nearby,
  type Span,
  spanOf,
} from '../domain/personal-data-text.ts';

/** How far from a name the word may stand. */
const REACH = 100;
const NOT_WORK = `(?!(?:[ /-](?!(?:and|by|on|at|in|last|this|so|the|an?|for|with|from|but|next|to|of|is|was|has|no|not|did|didn't|doesn't|don't|won't|who)\\b)[\\p{L}']+)?[ -]${WORK}\\b)`;
const OWN = '(?:(?:own|new|old|older|younger|elder|little|big|baby|late|poor|both|two|three) )?';
const TELLING = new RegExp(`(?<![\\p{L}\\p{N}'])(?:${TELLS})(?![\\p{L}\\p{N}])${NOT_WORK}`, 'giu');
const HELPING = new RegExp(
  `(?<![\\p{L}\\p{N}'-])${HELP_ANYWHERE}(?![\\p{L}\\p{N}])${NOT_WORK}`,
  'giu',
);
const OF_MANY = new RegExp(
  `\\b(?:about|around|awareness of|lead for|leads? on|course on|training (?:on|in|for)|talk on|post in) $|\\b${MANY} (?:(?:with|in|who|are|were|at|on|or|and|have|has|diagnosed|being|placed|an?|the) ){0,3}$`,
  'iu',
);
const KIN_ANYWHERE = new RegExp(
  `(?<!\\b(?:an?|the|every|each|some|many|other|new|and|&|young|of|no|any|one|per) )(?<![\\p{L}\\p{N}])(?:${CLOSE_KIN}|FCs?)(?![\\p{L}\\p{N}]|'s net| and (?:toddler|baby)| (?:group|team|network|forum|organisation|company|school|site|trust))`,
  'giu',
);

/** “Karen and Paul”: what is said of one is said of both. */
const MORE_NAMES = /^(?:(?:,| and| &|, and|\/) ?\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?){1,3}/u;
const NAMES_BEFORE = /(?:\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?(?:,| and| &) ){1,3}$/u;
const FILLERS =
  "(?: ?(?:'s|has|have|had|also|then|now|kindly|again|both|already|just|recently|still|currently|each|all|who|really|formally|quickly|personally|only|never|helpfully)(?= )){0,4}";
/** Behind the name: a job, a team, what is done at work, or a question to somebody. */
const AT_WORK_AFTER = new RegExp(
  `^(?:,? \\(?(?:(?:who|the|our|an?|interim|acting|is|was|as|new) ){0,4}(?:[\\p{L}/&-]+ ){0,2}?${ROLE}(?=[,.;:)]|$| (?:at|for|in|of|from|who|and|with|on|has|will|is|to)\\b)|(?:,? (?:from|in|at|of|for|over at|on behalf of)| \\(| -) ?${AT_WORK_PLACE}|${FILLERS},? ?${WORK_VERB}(?![\\p{L}])|${FILLERS},? ?(?:is|are|was|were|been|be|'s)${FILLERS} ?(?:(?=\\p{L}+ing\\b)${WORK_VERB}|appointed|elected|asked to (?!leave)|seconded|tasked|invited|going to (?!be|live|stay|school|start|move|the|a|an)\\p{L}+)(?![\\p{L}])|'s? (?:[\\p{Ll}-]+ ){0,3}${WORK}\\b| (?:needs? (?:the|an?|another|more|figures|data)\\b(?! (?:\\p{L}+ ){0,2}?(?:TA|hoist|taxi|nurse|wheelchair|school|tutor|place|placement|bed|carer|social worker|interpreter|1:1))|has (?:an?|no|another|some|got the) (?:meeting|concerns?|questions?|point|new laptop|new post|new role|call|plan b|draft)|lost the vote|got the (?:funding|money|go-ahead)|lives in hope|(?:is|are) on (?:part-time hours|annual|leave|holiday|the (?:\\p{L}+ ){0,2}(?:panel|board|group|committee))|(?:and|&) (?:her|his|their|the|my) team|(?:and|&) (?:I|team)\\b)|,? (?:could|can|would|will|did|do|have|please|pls|any)(?: (?:you|we|I)\\b|$))`,
  'iu',
);
/** Before it: a job, thanks, a request, or what was done by somebody. */
const AT_WORK_BEFORE = new RegExp(
  `(?:\\b${ROLE}(?: is| was|:| -|\\))?|\\b(?:led|chaired|run|written|presented|given|delivered|hosted|drafted|approved|prepared|typed|checked|circulated|coordinated|facilitated|taught|supplied|produced|designed|built|recorded|minuted|set up|signed off|owned|managed|covered|reports?|papers?|training|update|slides|data) by|\\b(?:thanks|thank you|well done|ask|asked|asking|cc|hi|hello|dear|morning|regards|wishes|told by|escalated to|over to|handed to|hands to|assigned to|allocated to|owner|action|sponsor|speak to|spoken to|spoke to|spoke with|via|attended|present|apologies)(?: to| from| with|,|:| -)?|\\bcan|\\bcould|\\bshould|\\b\\p{L}{2,}(?:ed|en|ade|un|wn|ilt|ought|ld)(?: up| out| over| off| on)? by|\\b(?:advice|reports?|papers?|presentation|talk|notes?|slides|email|call|comments) (?:from|by)|\\b(?:appointed|recruited|elected):?|(?:${ROLE}|${AT_WORK_PLACE}|by (?:the )?(?:[\\p{L}'-]+ ){0,2}[\\p{L}'-]+) \\() ?$`,
  'iu',
);

/** After the name. */
const KIN_OF_LISTED = new RegExp(
  `^(?:'?s?'? ${OWN}(?:${KIN})\\b(?! (?:lead|team|support|hub|forum|voice|work|group|liaison|survey|engagement))|,? (?:and|&|with|or) (?:his|her|their) ${OWN}(?:${KIN}|children|kids|baby)\\b)`,
  'iu',
);
const KIN_OF_ANYBODY = new RegExp(
  `^'s? ${OWN}(?:(?:${CLOSE_KIN}|folks)\\b(?! (?:and|group|&))|(?<='s )(?:family|parents|carers)(?=[,.;]|$| (?:and|was|were|is|are|has|have|had|again|about|to|who|in|on|at|will|would|rang|said|say|twice|wants?|asked|feel)\\b))`,
  'u',
);
const HURRIED_KIN = /^ (?:mum|dad|nan|gran|mother|father)\b(?! and)/;
/** Before the name: “her son Malachi”, “the mum of Ibrahim”. */
const OF_KIN = new RegExp(
  `\\b(?:${KIN}|child|boy|girl|pupil|lad|lass|kid|young person|young man|young woman|student|toddler|baby|little one|teenager|patient|client)(?: (?:of|to|for|called|named))?[,:]? \\(?(?:(?:little|young|poor) )?$`,
  'iu',
);
const OF_CLOSE_KIN = new RegExp(
  `\\b(?:${CLOSE_KIN}|(?:placement|diagnosis|exclusion|suspension|admission|parents|family|carers?|guardians?|folks) of|carer for|guardians?)(?: of)? $`,
  'iu',
);
const AUXILIARY =
  "(?:(?:'s|,? who|,| has| had| have| is| was| were| been| being| be| will| to| now| still| again| also| just| has not| not| never| got| then| since| back| may| may be| currently| recently| both| already)){0,4}";
const COMES_TO =
  '(?:gets?|getting|got|needs?|needed|lost|given|offered|received|waiting (?:for|on)|awaiting|waits? for|waited for|refused|denied|turned down for|starts?|started|starting|moved|moves|move|moving|going|goes|went|gone|transferred|transferring|returned|returning|settled|placed|taken|admitted|discharged|sent|left|allocated|changed|facing|issued with|kept|under|on|in|at|into|to|out of|off|with|without|no|has|had|have)';
const HELP =
  "(?:EHCP|EHC plan|placements?|place|school|college|nursery|diagnosis|exclusion|suspension|medication|meds|taxi|escort|transport|tuition|tutor|timetable|social worker|soc worker|named worker|key ?worker|OT|SALT|SLT|physio|CAMHS|EP|bed|wheelchair|hoist|nurse|TA|LSA|1:1|one to one|respite|short breaks?|foster|residential|PRU|unit|resource base|base|hospital|managed move|carers?|interpreter|counsellor|counselling|therap(?:y|ist)|provision|named school|equipment|mediation|assessment|section|mainstream|alternative provision|hostel|hotel|children's home|EOTAS|EHE|NEET|CME|EBSA|LAC|CLA|CIN|CP|PEX|DNA|child protection|ward|roll)";
const FILLING =
  '(?: (?:an?|the|no|not|any|his|her|their|in|into|to|at|on|for|with|new|another|different|second|third|own|local|full|yet|of|\\d+|from|been|proper|suitable|independent|specialist|special|secure|foster|out of county|five|day|fixed[ -]term|permanent|further|two|three|tube|reduced|part[ -]time)){0,4}';
/** “has been moved to a residential placement”, “waiting for a hoist”, “no taxi”. */
const HAS_HELP = new RegExp(
  `^(?:${AUXILIARY},? ${COMES_TO}${FILLING}),? ${HELP}(?![\\p{L}\\p{N}])${NOT_WORK}(?! (?:for|on|about|of) (?!(?:his|her|\\d)))`,
  'iu',
);
const AUX =
  "(?:'s been|'s|(?: (?:has|had|have|is|was|were|been|being|be|to be|got|gets|getting|now|still|again|just|also|recently|only|currently|formally|sadly|since|twice|both|already|almost|nearly|then|who|will be|may be|could be|she|he|remains?|back|never|not)){1,6}|,|:| -|(?= ))";
const STATE =
  "(?:(?:\\p{Ll}+ly )?(?:adopted|attending|at risk of|looked after|in care(?! (?:home|team|reviews?|planning|leavers))|died|fell|hurt|abused|in school(?! (?:visits?|holidays))|placed (?:with|at|out|in (?!charge))|awaiting|been home|home since|at home|living|lives? (?:with|in an?|at)|on roll|settling|settled|thriving|struggling|dysregulated|deteriorat\\p{L}+|unsafe|in crisis|ran|hid|cried|bit|kicked|punched|threw|swore|spat|screamed|climbed|vomited|collapsed|fainted|choked|coping|not coping|refus\\p{L}+|attends|attended (?:only|for|every|school|\\d)|(?:hasn't|has not|hadn't|not|never) (?:attended|been in|been to school|been seen|eaten|slept|spoken|left the house)|threatened|assaulted|stopped|missed (?:\\d+|\\p{L}+) (?:days?|weeks?|months?|lessons?|sessions?|terms?)|regressed|happy|sad|scared|anxious|poorly|unwell|off roll|alleged|upset|stuck|left without))";
const TOLD = new RegExp(`^${AUX} ?,? ?${STATE}(?![\\p{L}\\p{N}])${NOT_WORK}`, 'iu');
/** “Jack's taxi” and “Jack's new school”. */
const HIS = new RegExp(
  `^(?:'s|s'|'|s) (?:(?!(?:of|on|for|about|to|and|with|from) )[\\p{L}-]+ ){0,2}?${BELONGING}(?![\\p{L}\\p{N}])${NOT_WORK}(?! (?:for|on|about|of) (?!(?:his|her|their|next|panel|september|the review|tribunal)\\b))`,
  'iu',
);
const HIS_OF_ANYBODY =
  /^'s (?:\p{Ll}+ ){0,2}(?:diagnosis|wheelchair|hoist|splints|school place|hearing aids?|behaviour|birthday|taxi|escort|GCSEs|operation|medication|meds|seizures|anxiety|autism|epilepsy|exclusion from|exclusion was|placement (?:has|is|was|broke|at|ended|failed)|social worker|self[ -]harm|EHCP|EHC plan|tuition|foster carers)(?![\p{L}\p{N}])/iu;
/** In a list, behind a dash, a colon or in brackets: “Ava: EHCP overdue”, “Liam (LAC)”. */
const NOTED = new RegExp(
  `^(?:,? (?:and|&) \\p{Lu}\\p{L}+)?(?:,|:| -| \\/)? \\(?(?:${BELONGING}|(?:both )?(?:twins|triplets|siblings|brothers|sisters|LAC|CLA|CIN|CP|CIC|EHE|NEET|PEX))(?![\\p{L}])${NOT_WORK}(?: (?:is|was|still|now|not|has been|been))* ?(?:overdue|late|refused|agreed|ended|needed|outstanding|issued|breaking|broke\\p{L}*|missing|stopped|failed|wait\\p{L}*|cancelled|delayed|at risk|withdrawn|turned down|upheld|deferred|done|booked|sent|finalised|closed|started|in place|declined|approved|\\)|[,.;)]|$)`,
  'iu',
);
/** “placement for Jack”, “excluded Reece”. */
const FOR = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${BELONGING}(?: (?:\\p{Ll}+|out|plan|order|meeting|place|in place)){0,3}? (?:for|of|re|about|against|on)|(?:concerns?|worr(?:y|ies|ied)|allegations?|disclosures?|strategy meeting|LADO|safeguarding|manage|meets? needs? of|update|news) (?:\\p{Ll}+ )?(?:about|for|by|from|re|against|over|on)|(?:excluded|suspended|sectioned|off-?rolled|PEXed|restrained|diagnosed|placed|admitted|discharged|assessed|collect|transporting|fund|lost track of|meet|stepped|flagged|(?:agreed|refused|declined|upheld|secured|sought) for)) (?:little |young |both )?$`,
  'iu',
);
/** Behind it somebody is asked to do something: “taxi contract for Karen to sign”. */
const DOES = /^(?:'s|,? (?:to|will|\())/iu;
const LETTERED =
  /^(?:Annex|Appendix|Band|Block|Category|Class|Column|Criterion|Cohort|Exhibit|Form|Grade|Group|Level|Lot|Module|Objective|Option|Item|Figure|Part|Phase|Plan|Priority|Pathway|Question|Room|Row|Scenario|Schedule|Section|Sheet|Site|Stage|Strand|Step|Tab|Table|Target|Team|Theme|Tier|Type|Unit|Version|Vitamin|Hepatitis|Wave|Work|Zone|Model|Area|Outcome|Action|Risk|Paper|Item|Regulation|Child|Pupil|Family|Case|School|Person|So|If|As|When|And|But|Then|Also|Can|Could|Should|Would|Will|May|Did|Do|Have|Had|Am|Was|That|This|What|Where|While|Since|Because|Yes|No|Sorry|Thanks|Hi|Hello|Dear|Think|Hope|Before|After|Until|Like|Happy)$/;
const INITIAL =
  /^ (?:\p{Lu}|Mc\p{Lu}|O'\p{Lu})(?:\.|\b)(?!\p{L}|'(?!s\b)|\p{N}| ?(?:&|of\b|level\b))/u;
const SMALL_INITIAL =
  /^ [b-hj-z](?:'s)?(?=$|[,;.)]| (?:is|has|was|needs|in|at|on|no|not|who|and|still|stil|out|y\d|yr|re)\b)/u;
const FINAL = /^[,.;):]|^$| (?!am |will |have |would |can |think |was )/;

/**
 * Asks of one person after the other, in the order of the text, whether what stands around the name tells
 * of one child.
 * @param text with the names of people on the plan blanked out
 */
export function toldOf(text: string): (person: Person) => boolean {
  const ofOne = ({ start }: Span) => !OF_MANY.test(before(text, start));
  const telling = nearby(spans(text, TELLING).filter(ofOne), REACH);
  const helping = nearby(spans(text, HELPING).filter(ofOne), REACH);
  const kin = nearby(spans(text, KIN_ANYWHERE), REACH);
  const near = (words: (place: Span) => Span[], person: Person) =>
    words(person).some(
      (word) =>
        !NEXT_SENTENCE.test(
          text.slice(Math.min(person.end, word.end), Math.max(person.start, word.start)),
        ),
    );
  return (person) => {
    const rest = clause(behind(text, person.end)).replace(MORE_NAMES, '');
    const lead = before(text, person.start);
    const tells = () => near(telling, person);
    if (hasInitial(text, person)) return true;
    if (person.sort !== 'listed') return isToldOfAnybody(rest, lead, person, tells);
    if (isToldBeside(rest, lead)) return true;
    if (/^'s(?=[,.;)]|$| and\b)/.test(rest) && ONE_OF_THEM.test(lead)) return true;
    if (isAtWork(rest, lead)) return false;
    return tells() || near(kin, person) || (isHelped(rest, lead) && near(helping, person));
  };
}

const NEXT_SENTENCE = /(?<!(?:^|[\s.])\p{L})[.!?;](?=\s)|\n/u;

function spans(text: string, pattern: RegExp): Span[] {
  return matchesOf(text, pattern).map(spanOf);
}

/** Somebody does something that no child does. */
const ACTS =
  /^ (?!(?:is|was|has|had|needs?|starts?|started|moves?|moved|moving|waits?|waited|waiting|gets|lost|attends|refus\p{L}+|settl\p{L}+|stopped|accepted|assessed|discharged|referred|turned|turns|offered|missed|named|placed|deferred|excluded|bites|kicks|hits|wets|screams|sleeps|struggl\p{L}+|returns?|returned|joins (?:year|y\d|the (?:base|unit))|sees|loves|likes|lives|passed|uses|still|misses|across|as|this|perhaps|always|sometimes|us)\b)(?:\p{L}+(?:ed|s|ing)|found|made|wrote|built|brought|led|drew|held|taught|kept|rang|spoke|met|set|did|gave|put|took|went to|can|could|will|would|should)\b/iu;
const WITH_STAFF =
  /\b(?:with|to|from|by|via|per|through|between|than|chase|let|told|tell|ask|see|remind) $/iu;
const STAFF = new RegExp(`(?<![\\p{L}])${OF_STAFF}(?![\\p{L}])`, 'iu');

/** Whether help in the sentence may be for whom it names. */
function isHelped(rest: string, lead: string): boolean {
  const sentence = `${/[^.!?;\n]*$/u.exec(lead)?.[0]} ${rest}`;
  return !ACTS.test(rest) && !WITH_STAFF.test(lead) && !STAFF.test(sentence);
}

/** Whether what stands around a name is somebody's work. */
export function isAtWork(rest: string, lead: string): boolean {
  return AT_WORK_AFTER.test(rest) || AT_WORK_BEFORE.test(lead.replace(NAMES_BEFORE, ''));
}

function isToldBeside(rest: string, lead: string): boolean {
  if (KIN_OF_LISTED.test(rest) || OF_KIN.test(lead)) return true;
  if (AT_WORK_AFTER.test(rest)) return false;
  return (
    HIS.test(rest) ||
    TOLD.test(rest) ||
    HAS_HELP.test(rest) ||
    NOTED.test(rest) ||
    (FOR.test(lead) && !DOES.test(rest))
  );
}

/** A word that no list knows may be a school or a town; “Grace” and “Poppy” are names and words. */
function isToldOfAnybody(
  rest: string,
  lead: string,
  { sort, words }: Person,
  tells: () => boolean,
): boolean {
  const [word = ''] = words;
  if (
    KIN_OF_ANYBODY.test(rest) ||
    (word.endsWith('s') && HURRIED_KIN.test(rest)) ||
    OF_CLOSE_KIN.test(lead)
  ) {
    return true;
  }
  const isWorking = isAtWork(rest, lead);
  if (sort === 'word')
    return !isWorking && (isToldBeside(rest, lead) || (IS.test(rest) && tells()));
  if (HIS_OF_ANYBODY.test(rest) || FOR_ANYBODY.test(lead)) return true;
  return !isWorking && SURE.test(rest) && tells();
}
/** A child's things; places have none. */
const FOR_ANYBODY =
  /\b(?:hearing aids?|wheelchair|hoist|splints|standing frame|walker|glasses|meds|medication|EHCP|EHC plan|social worker|taxi|tutor|tuition|exclusion|suspension|diagnosis|1:1|feeding tube)(?: (?:\p{Ll}+)){0,2} for $/iu;
/** “two dads, one of them Alfie's”. */
const ONE_OF_THEM =
  /\b(?:mums|dads|parents|mothers|fathers|carers|families|siblings|brothers|sisters)\b/i;
const IS =
  /^(?:'s| (?:is|was|has|had|now|still|moved|went|ran|got|cannot|can't|not|at|in|on|[\p{Ll}-]{2,}ed)\b)/u;
const SURE = new RegExp(
  `^(?: (?:has|had|is|was|been|now|again|still|finally|recently|just|being|in|on|under|an?|the|severe|complex|with)){1,4} (?:${TELLS})(?=[,.;)]|$| (?:and|so|with|since|from|before|on|at|last|for|in|again|by|but|twice|when|after|because|this)\\b)`,
  'iu',
);

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
  const isOne =
    words.length === 2 &&
    (/^\p{Lu}$/u.test(second) || (/^Mc$/.test(second) && /^\p{Lu}(?!\p{L})/u.test(rest)));
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
