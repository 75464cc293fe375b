// Whether a note tells of a child by name: a name and a word that only a child or a family has in one
// sentence, unless the name is somebody's at work.

import { byFirstLetter } from '../domain/by-first-letter.ts';
import {
  AT_WORK_PLACE,
  BELONGING,
  CLOSE_KIN,
  HELPING,
  KIN,
  MANY,
  OF_STAFF,
  ROLE,
  TELLING,
  WORK,
  WORK_VERB,
} from '../domain/personal-data-child-words.ts';
import { isLikeName, isWherePlacesStand, type Person } from '../domain/personal-data-people.ts';
import {
  before,
  behind,
  ending,
  endsIn,
  matchesOf,
  nearby,
  type Span,
  spanOf,
} from '../domain/personal-data-text.ts';

/** How far from a name the word may stand. */
const REACH = 120;
const NOT_WORK = `(?!(?:[ /-](?!(?:and|by|on|at|in|last|this|so|the|an?|for|with|from|but|next|to|of|is|was|has|no|not|did|didn't|doesn't|don't|won't|who)\\b)[\\p{L}']+)?(?:'s)?[ -]${WORK}\\b)`;
const [TELLS_OF_ONE, HELPS_ONE] = [TELLING, HELPING].map(
  (words) =>
    new RegExp(
      `(?<![\\p{L}\\p{N}'-])(?=[\\p{L}\\p{N}])(?:${byFirstLetter(words)})(?![\\p{L}\\p{N}])${NOT_WORK}`,
      'giu',
    ),
) as [RegExp, RegExp];
const OF_MANY = ending(
  `(?:\\b(?:about|around|awareness of|lead for|leads? on|course on|training (?:on|in|for)|talk on|post in|(?:reviews?|reports?|drafts?|audits?|papers?|analysis|figures|data|briefing|policy|guidance|strategy) (?:of|on|for)(?: the)?) |\\b${MANY} (?:(?:with|in|who|are|were|at|on|or|and|have|has|diagnosed|being|placed|an?|the) ){0,3})`,
  'iu',
);
const KIN_ANYWHERE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:mum|dad|nan)s (?:been|rang|rung|says|said|asked|wants|thinks|worried)\\b|(?<!\\b(?:an?|the|every|each|some|many|other|new|and|&|young|of|no|any|one|per) )(?<![\\p{L}\\p{N}])(?:${CLOSE_KIN}|FCs?)(?![\\p{L}\\p{N}]|'s net| and (?:toddler|baby)| (?:group|team|network|forum|organisation|company|school|site|trust))`,
  'giu',
);

/** “Karen and Paul”: what is said of one is said of both. */
const MORE_NAMES =
  /^(?:, \p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?){0,2}(?:,? and| &|\/) ?\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?/u;
const NAMES_BEFORE = /(?:\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?(?:,| and| &) ){1,3}$/u;
const FILLERS =
  "(?: ?(?:'s|has|have|had|also|then|now|kindly|again|both|already|just|recently|still|currently|each|all|who|really|formally|quickly|personally|only|never|helpfully)(?= )){0,4}";
/** Behind the name: a job, a team, what is done at work, or a question to somebody. */
const AT_WORK_AFTER = new RegExp(
  `^(?:(?:,? \\(?(?=(?:who|the|our|an?|interim|acting|is|was|as) )|, | \\(| - |: )(?:(?:who|the|our|an?|interim|acting|is|was|as|new) ){0,4}(?:(?!by )[\\p{L}\\d/&-]+ ){0,3}?(?:${ROLE}(?=[,.;:)]|$| (?:at|for|in|of|from|who)\\b)|\\d+ years (?:in|with|at)\\b)|(?:,? (?:from|in|at|of|for|over at|on behalf of)| \\(| -) ?${AT_WORK_PLACE}|, ${AT_WORK_PLACE}(?=[,.;]|$)|${FILLERS},? ?${WORK_VERB}(?![\\p{L}])|${FILLERS},? ?(?:is|are|was|were|been|be|'s)${FILLERS} ?(?:(?=\\p{L}+ing\\b)${WORK_VERB}|appointed|elected|asked to (?!leave)|seconded|tasked|invited|going to (?!be|live|stay|school|start|move|the|a|an)\\p{L}+)(?![\\p{L}])|'s? (?:[\\p{Ll}-]+ ){0,3}${WORK}\\b| (?:needs? (?:the|an?|another|more|figures|data)\\b(?! (?:\\p{L}+ ){0,2}?(?:TA|hoist|taxi|nurse|wheelchair|school|tutor|place|placement|bed|carer|social worker|interpreter|1:1))|has (?:an?|no|another|some|got the) (?:meeting|concerns?|questions?|point|new laptop|new post|new role|call|plan b|draft)|lost the vote|got the (?:funding|money|go-ahead)|lives in hope|(?:is|are) on (?:part-time hours|annual|leave|holiday|the (?:\\p{L}+ ){0,2}(?:panel|board|group|committee))|(?:and|&) (?:her|his|their|the|my|our) (?:[\\p{L}-]+ ){0,3}team|(?:and|&) (?:I|team)\\b)|,? (?:could|can|would|will|did|do|have|please|pls|any)(?: (?:you|we|I)\\b|$))`,
  'iu',
);
/** Before it: a job, thanks, a request, or what was done by somebody. */
const AT_WORK_BEFORE = ending(
  `(?:\\b${ROLE}(?: is| was|,|:| -|\\))?|\\b(?:led|chaired|run|written|presented|given|delivered|hosted|drafted|approved|prepared|typed|checked|circulated|coordinated|facilitated|taught|supplied|produced|designed|built|recorded|minuted|set up|signed off|owned|managed|covered|reports?|papers?|training|update|slides|data) by|\\b(?:thanks|thank you|well done|ask|asked|asking|cc|hi|hello|dear|morning|regards|wishes|told by|escalated to|over to|handed to|hands to|assigned to|allocated to|owner|action|sponsor|speak to|spoken to|spoke to|spoke with|via|attended|present|apologies)(?: to| from| with|,|:| -)?|\\b(?:can|could|should|add|invite|copy)|\\b(?:papers?|drafts?|slides|minutes|agenda) to|\\b\\p{L}+(?:ed|en|ade|un|wn|ilt|ought|ld)(?: up| out| over| off| on)? by|\\b(?:advice|reports?|papers?|presentation|talk|notes?|slides|email|call|comments) (?:from|by)|\\b(?:appointed|recruited|elected):?|(?:${ROLE}|${AT_WORK_PLACE}|by (?:the )?(?:[\\p{L}'-]+ ){0,2}[\\p{L}'-]+) \\() ?`,
  'iu',
);

const OWN = '(?:(?:own|new|old|older|younger|elder|little|big|baby|late|poor|both|two|three) )?';
/** “Jack's mum”, “Jack and his brother”, “Jack, mum of three”. */
const KIN_AFTER = new RegExp(
  `^(?:'?s?'? ${OWN}(?:${KIN})\\b(?! (?:lead|team|support|hub|forum|voice|work|group|liaison|survey|engagement))|,? (?:and|&|with|or) (?:(?:his|her|their) ${OWN}(?:${KIN}|children|kids|baby)|${CLOSE_KIN}|baby)\\b|,? (?:an? )?(?:mum|mam|dad|mother|father|nan|gran|parent) (?:of|to)\\b)`,
  'iu',
);
/** “her son Malachi”, “the mum of Ibrahim”. */
const KIN_BEFORE = ending(
  `(?<!\\bparent[ -])\\b(?:${KIN}|child|boy|girl|pupil|lad|lass|kid|young person|young man|young woman|student|toddler|baby|little one|teenager|patient|client)(?: (?:of|to|for|called|named))?[,:]? \\(?(?:(?:little|young|poor) )?`,
  'iu',
);
const LETTERED =
  /^(?:Annex|Appendix|Band|Block|Category|Class|Column|Criterion|Cohort|Exhibit|Form|Grade|Group|Level|Lot|Module|Objective|Option|Item|Figure|Part|Phase|Plan|Priority|Pathway|Question|Room|Row|Scenario|Schedule|Section|Sheet|Site|Stage|Strand|Step|Tab|Table|Target|Team|Theme|Tier|Type|Unit|Version|Vitamin|Hepatitis|Wave|Work|Zone|Model|Area|Outcome|Action|Risk|Paper|Item|Regulation|Child|Pupil|Family|Case|School|Person|So|If|As|When|And|But|Then|Also|Can|Could|Should|Would|Will|May|Did|Do|Have|Had|Am|Was|That|This|What|Where|While|Since|Because|Yes|No|Sorry|Thanks|Hi|Hello|Dear|Think|Hope|Before|After|Until|Like|Happy)$/;
const INITIAL =
  /^ (?:\p{Lu}|Mc\p{Lu}|O'\p{Lu})(?:\.|\b)(?!\p{L}|'(?!s\b)|\p{N}| ?(?:&|of\b|level\b))/u;
const SMALL_INITIAL =
  /^ [b-hj-z](?:'s)?(?=$|[,;.)]| (?:is|has|was|needs|in|at|on|no|not|who|and|still|stil|out|y\d|yr|re)\b)/u;
const FINAL = /^[,.;):]|^$| (?!am |will |have |would |can |think |was )/;

/** Of a name that is a month or a town as well: what follows is told of somebody. */
const IS =
  /^(?:'?s\b|:| \(| (?:is|was|has|had|needs|waits|moved|went|ran|got|cannot|can't|not|on|in|at|self|[\p{Ll}-]+ed)\b)/u;
/** “the Brannigan twins”. */
const FAMILY_AFTER = /^ (?:boys?|girls?|twins|triplets|lads?|brothers|sisters|siblings|kids)\b/u;
/** “interim tuition for Daniil”, “staff supporting Mariella”, unless it is for Karen to sign. */
const FOR = ending(
  `(?<![\\p{L}])(?:${BELONGING}(?: [\\p{Ll}\\d]+){0,3}? for|staff (?:supporting|looking after)) `,
  'iu',
);
const DOES = /^(?:,? (?:to|will)\b|'s )/u;
/** “permanent exclusion of Zain”. */
const WHOSE = ending(
  String.raw`(?:\b(?:placement|diagnosis|exclusion|suspension|admission|family|carers?|parents?|guardians?|folks|removal|withdrawal|discharge|claimant(?: being)?|behalf) of |\b(?:child|pupil|boy|girl|lad|lass|student|toddler|twins?|son|daughter|baby)\b[^.!?;\n]{0,30} (?:called|named) )`,
  'iu',
);

/** Asks of one person after the other whether what stands around the name is somebody's work; of each once. */
export function atWorkIn(text: string): (person: Person) => boolean {
  const known = new Map<number, boolean>();
  return (person) => {
    const told = known.get(person.start);
    if (told !== undefined) return told;
    const isOne = isAtWork(sentenceBehind(text, person), before(text, person.start));
    known.set(person.start, isOne);
    return isOne;
  };
}

/**
 * Asks of one person after the other, in the order of the text, whether its sentence tells of one child.
 * @param text with the names of people on the plan blanked out
 */
export function toldOf(
  text: string,
  isBusy: (person: Person) => boolean = atWorkIn(text),
): (person: Person) => boolean {
  const ofOne = ({ start }: Span) => !endsIn(before(text, start), OF_MANY);
  const telling = nearby(spans(text, TELLS_OF_ONE).filter(ofOne), REACH);
  const helping = nearby(spans(text, HELPS_ONE).filter(ofOne), REACH);
  const kin = nearby(spans(text, KIN_ANYWHERE), REACH);
  const isNear = (words: (place: Span) => Span[], person: Person) =>
    words(person).some(
      (word) =>
        (word.end <= person.start || word.start >= person.end) &&
        !NEXT_SENTENCE.test(
          text.slice(Math.min(person.end, word.end), Math.max(person.start, word.start)),
        ),
    );
  return (person) => {
    const rest = sentenceBehind(text, person);
    const lead = before(text, person.start);
    if (person.sort === 'word') {
      return (
        KIN_AFTER.test(rest) ||
        (IS.test(rest) && !isBusy(person) && (isNear(telling, person) || isNear(helping, person)))
      );
    }
    if (!isLikeName(person)) return false;
    if (hasInitial(text, person)) return true;
    if (KIN_AFTER.test(rest) || endsIn(lead, KIN_BEFORE) || endsIn(lead, WHOSE)) return true;
    if (FAMILY_AFTER.test(rest) || (endsIn(lead, FOR) && !DOES.test(rest))) return true;
    if (isWherePlacesStand(text, person) || isBusy(person)) return false;
    return (
      isNear(telling, person) ||
      isNear(kin, person) ||
      (isNear(helping, person) && isHelped(rest, lead))
    );
  };
}

const NEXT_SENTENCE = /(?<!(?:^|[\s.])\p{L})[.!?;](?=\s)|\n/u;

function spans(text: string, pattern: RegExp): Span[] {
  return matchesOf(text, pattern).map(spanOf);
}

const WITH_STAFF = ending(
  String.raw`\b(?:with|to|from|by|via|per|through|between|than|until|unless|chase|let|told|tell|ask|see|remind|while|when|once) `,
  'iu',
);
const STAFF = new RegExp(`(?<![\\p{L}])${OF_STAFF}(?![\\p{L}])`, 'iu');

/** Whether help in the sentence may be for whom it names. */
function isHelped(rest: string, lead: string): boolean {
  const sentence = `${/[^.!?;\n]*$/u.exec(lead)?.[0]} ${rest}`;
  return rest.startsWith("'s ") || !(endsIn(lead, WITH_STAFF) || STAFF.test(sentence));
}

/** Whether what stands around a name is somebody's work. */
export function isAtWork(rest: string, lead: string): boolean {
  return AT_WORK_AFTER.test(rest) || endsIn(lead.replace(NAMES_BEFORE, ''), AT_WORK_BEFORE);
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

/** What is said of a person: up to the end of the sentence, without the others who are named with it. */
function sentenceBehind(text: string, { end }: Span): string {
  return clause(behind(text, end)).replace(MORE_NAMES, '');
}

/** Up to the end of the sentence. */
function clause(rest: string): string {
  const end = /(?<!^.)[.!?;](?=\s|$)|\n/u.exec(rest);
  return end ? rest.slice(0, end.index + 1) : rest;
}
