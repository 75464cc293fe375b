// Whether a note tells of a child by name: a name and a word that only a child or a family has in one
// sentence, unless the name is somebody's at work.

import { byFirstLetter } from '../domain/by-first-letter.ts';
import {
  AT_WORK_PLACE,
  BELONGING,
  CLOSE_KIN,
  HELPING,
  KIN,
  LEFT_OUT,
  MANY,
  OF_STAFF,
  ROLE,
  TELLING,
  WORK,
  WORK_VERB,
} from '../domain/personal-data-child-words.ts';
import { elsewhere } from '../domain/personal-data-names.ts';
import {
  isLikeName,
  isShortName,
  isWherePlacesStand,
  NAMES_BEFORE,
  type Person,
} from '../domain/personal-data-people.ts';
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
import { CONDITION } from './conditions.ts';

/** How far from a name the word may stand. */
const REACH = 120;
const NOT_WORK = `(?!(?:[ /-](?!(?:and|by|on|at|in|last|this|so|the|an?|for|with|from|but|next|to|of|is|was|has|no|not|did|didn't|doesn't|don't|won't|who)\\b)[\\p{L}'-]+)?(?:'s)?[ -]${WORK}\\b)`;
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
  /^(?:, \p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]*)?){0,3}(?:,? and| &| \+|\/) ?\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]*)?/u;
const FILLERS =
  "(?: ?(?:'s|has|have|had|also|then|now|kindly|again|both|already|just|recently|still|currently|each|all|who|really|formally|quickly|personally|only|never|helpfully)(?= )){0,4}";
/** Behind the name: a job, a team, what is done at work, or a question to somebody. */
const AT_WORK_AFTER = new RegExp(
  `^(?:(?:,? \\(?(?=(?:who|the|our|an?|interim|acting|is|was|as) )|, | \\(| - |: )(?:(?:who|the|our|an?|interim|acting|is|was|as|new) ){0,4}(?:(?!by )[\\p{L}\\d/&-]+ ){0,3}?(?:${ROLE}(?=[,.;:)]|$| (?:at|for|in|of|from|who)\\b)|\\d+ years (?:in|with|at)\\b)|(?:,? (?:from|in|at|of|for|over at|on behalf of)| \\(| -) ?${AT_WORK_PLACE}| \\((?:EY|early years|primary|secondary|school[- ]age|post[- ]?1[69]|north|south|east|west|central|PfA|SEMH|transport)\\)|, ${AT_WORK_PLACE}(?=[,.;]|$)|(?:, (?=who |also |then ))?${FILLERS} ?${WORK_VERB}(?![\\p{L}])|${FILLERS} ?(?:is|are|was|were|been|be|'s)${FILLERS} ?(?:(?=\\p{L}+ing\\b)${WORK_VERB}|appointed|elected|asked to (?!leave)|seconded|tasked|invited|going to (?!be|live|stay|school|start|move|the|a|an)\\p{L}+)(?![\\p{L}])|'s? (?:[\\p{Ll}-]+ ){0,3}${WORK}\\b(?! (?:plan|plans|needs|targets?|school|teacher|taxi|escort|regression|accident|place|aids?)\\b)| (?:needs? (?:the|an?|another|more|figures|data)\\b(?! (?:\\p{L}+ ){0,2}?(?:TA|hoist|taxi|nurse|wheelchair|school|tutor|place|placement|bed|carer|social worker|interpreter|1:1|aid|aids|review|chair|brace|operation|scan|escort|PA|device|tablet|keyworker|LSA|respite|break))|has (?:an?|no|another|some|got the) (?:meeting|concerns?|questions?|point|new laptop|new post|new role|call|plan b|draft)|lost the vote|got the (?:funding|money|go-ahead)|lives in hope|(?:is |are )?on (?:part-time hours|annual|leave|holiday|(?:paternity|maternity|sick|study) leave|the (?:\\p{L}+ ){0,2}(?:panel|board|group|committee|rota))|(?:and|&) (?:her|his|their|the|my|our) (?:[\\p{L}-]+ ){0,3}team|(?:and|&) (?:I|team)\\b)|,? (?:could|can|would|will|did|do|have|please|pls|any)(?: (?:you|we|I)\\b|$)|: (?:[\\p{Ll}-]+ ){0,2}(?:data|figures|papers?|slides|minutes|numbers|KPIs?|stats|dashboard|tracker|spec|budget|survey|policy|training|comms)\\b)`,
  'iu',
);
/** Before it: a job, thanks, a request, or what was done by somebody. */
const AT_WORK_BEFORE = ending(
  `(?:\\b${ROLE}(?: is| was|,|:| -|\\))?|\\b(?:led|chaired|run|written|presented|given|delivered|hosted|drafted|approved|prepared|typed|checked|circulated|coordinated|facilitated|taught|supplied|produced|designed|built|recorded|minuted|set up|signed off|owned|managed|covered|reports?|papers?|training|update|slides|data) by|\\b(?:thanks|thank you|well done|ask|asked|asking|cc|hi|hello|dear|morning|regards|wishes|told by|escalated to|over to|handed to|hands to|assigned to|allocated to|owner|action|sponsor|speak to|spoken to|spoke to|spoke with|via|attended|present|apologies)(?: to| from| with|,|:| -)?|\\b(?:owners?|leads?|actions?|cover|contact|chair|author|drafted|updated|rota|deputy)(?: is| are| now| now is|:| -| =)|\\b(?:drafts?|papers?|spec|slides|letters?|reports?|data|figures|numbers|spreadsheet|template|actions?|this|that|it|wording|invoice|contract) (?:is |now |sits |still |back |currently |all ){0,2}with|\\b(?:asked|told|per|chased|reminded|emailed|nudged)|\\b(?:sent|reminders?|passed|copied|forwarded|invites?|reporting|reports|query|handed|send|thanks|credit)(?: it| this| that| these| back| on| over)? to|\\b(?:send|email|forward|lend|brief|nudge|chase)|\\b(?:signed off|approved|minutes|notes|author|reviewed|checked|scribe|facilitator|audit|workshop)(?::| with| w\\/)|\\b(?:agreed|checked|cleared|confirmed|liaised|raised) (?:with|w\\/)|\\b(?:can|could|should|add|invite|copy)|\\b(?:papers?|drafts?|slides|minutes|agenda) to|\\b\\p{L}+(?:ed|en|ade|un|wn|ilt|ought|ld)(?: up| out| over| off| on)? by|\\b(?:advice|reports?|papers?|presentation|talk|notes?|slides|email|call|comments) (?:from|by)|\\b(?:appointed|recruited|elected):?|(?:${ROLE}|${AT_WORK_PLACE}|by (?:the )?(?:[\\p{L}'-]+ ){0,2}[\\p{L}'-]+) \\() ?`,
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
  /^(?:Sec|Obj|Fig|App|Vol|Sch|Ver|Opt|Doc|Rev|Att|Ref|Annex|Appendix|Band|Block|Category|Class|Column|Criterion|Cohort|Exhibit|Form|Grade|Group|Level|Lot|Module|Objective|Option|Item|Figure|Part|Phase|Plan|Priority|Pathway|Question|Room|Row|Scenario|Schedule|Section|Sheet|Site|Stage|Strand|Step|Tab|Table|Target|Team|Theme|Tier|Type|Unit|Version|Vitamin|Hepatitis|Wave|Work|Zone|Model|Area|Outcome|Action|Risk|Paper|Item|Regulation|Child|Pupil|Family|Case|School|Person|So|If|As|When|And|But|Then|Also|Can|Could|Should|Would|Will|May|Did|Do|Have|Had|Am|Was|That|This|What|Where|While|Since|Because|Yes|No|Sorry|Thanks|Hi|Hello|Dear|Think|Hope|Before|After|Until|Like|Happy)$/;
const INITIAL =
  /^ (?:\p{Lu}|Mc\p{Lu}|O'\p{Lu})(?:\.|\b)(?!\p{L}|'(?!s\b)|\p{N}| ?(?:&|of\b|level\b))/u;
const SMALL_INITIAL = /^ [b-hj-z](?:'s)?(?![\p{L}\p{N}'&])/u;
const FINAL = /^[,.;):]|^$| (?!am |will |have |would |can |think |was )/;

/** Of a name that is a month or a town as well: what follows is told of somebody. */
const IS =
  /^(?:'?s\b|:| \(| (?:is|was|has|had|needs|waits|moved|went|ran|got|cannot|can't|not|on|in|at|self|[\p{Ll}-]+ed)\b)/u;
/** “Jem was moved”: of a name of three letters that no list knows. */
const IS_SHORT = /^(?:'s| (?:is|was|has|had|isn't|hasn't|wasn't|needs)\b)/u;
/** “the Brannigan twins”. */
const FAMILY_AFTER = /^,? (?:boys?|girls?|twins|triplets|lads?|brothers|sisters|siblings|kids)\b/u;
/** “interim tuition for Daniil”, “staff supporting Mariella”, unless it is for Karen to sign. */
const FOR = ending(
  `(?<![\\p{L}])(?:${BELONGING}(?: [\\p{Ll}\\d]+){0,3}? for|(?<!\\b(?:admin|IT|business|management|HR|legal) )support for|staff (?:supporting|looking after)|(?:worried|concerned|concerns?|fears?|safeguarding|upset) (?:about|for|re|over)) `,
  'iu',
);
const DOES = /^(?:,? (?:to|will)\b|'s )/u;
/** “permanent exclusion of Zain”. */
const WHOSE = ending(
  String.raw`(?:\b(?:placement|diagnosis|exclusion|suspension|admission|family|carers?|parents?|guardians?|folks|removal|withdrawal|discharge|claimant(?: being)?|behalf) of |\b(?:child|pupil|boy|girl|lad|lass|student|toddler|twins?|son|daughter|baby)\b[^.!?;\n]{0,30} (?:called|named) )`,
  'iu',
);

/** “SENCo, Corey not getting”, “adviser: Keziah attendance 23%”: what is said right behind a name counts more than what stands before it. */
export const OF_ONE_AFTER = new RegExp(
  `^(?:'s)?(?: (?:is|was|has|had|been|being|still|now|just|also|currently|again|back|only|no longer|yet|not|never|isn't|wasn't|hasn't|out|due)(?= ))*(?: (?=[\\p{L}\\p{N}])(?!attend(?:s|ed|ing)\\b|in school)(?:${byFirstLetter(`${TELLING}|awaiting|waiting (?:for|on|since)|(?:not|isn't) getting|without|needing`)})(?![\\p{L}\\p{N}])${NOT_WORK})`,
  'iu',
);
/** “told Lakshmi that her son will get it”, “spoke with Ebony about her anxiety”. */
const OWN_CHILD = new RegExp(
  `\\b(?:his|her) (?:[\\p{L}-]+ )?(?:${CLOSE_KIN}|child|children|boy|girl|lad|kids|twins|youngest|eldest|placement|taxi|school|college|move to|tribunal|appeal|diagnosis|attendance|behaviour|medication|needs|1:1|EHCP|key ?worker|social worker|${CONDITION})(?![\\p{L}])`,
  'iu',
);

/** Asks of one person after the other whether what stands around the name is somebody's work; of each once. */
export function atWorkIn(text: string): (person: Person) => boolean {
  const known = new Map<number, boolean>();
  return (person) => {
    const told = known.get(person.start);
    if (told !== undefined) return told;
    const rest = sentenceBehind(text, person);
    const isOne = !OF_ONE_AFTER.test(rest) && isAtWork(rest, before(text, person.start));
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
      const isPlace = elsewhere.has(person.words[0] ?? '') && !/^ \p{Lu}\./u.test(rest);
      const end = isPlace ? null : initialEnd(text, person);
      return (
        KIN_AFTER.test(rest) ||
        (end !== null && !isColleague(text, person, end)) ||
        (IS.test(rest) && !isBusy(person) && (isNear(telling, person) || isNear(helping, person)))
      );
    }
    const isName = isLikeName(person) || (isShortName(person) && IS_SHORT.test(rest));
    const initialled = isName || isShortName(person) ? initialEnd(text, person) : null;
    if (initialled !== null && !isColleague(text, person, initialled)) return true;
    if (!isName) return isNamedMidway(text, person) && IS_OUT.test(rest);
    if (KIN_AFTER.test(rest) || endsIn(lead, KIN_BEFORE) || endsIn(lead, WHOSE)) return true;
    if (FAMILY_AFTER.test(rest) || (endsIn(lead, FOR) && !DOES.test(rest))) return true;
    if (isWherePlacesStand(text, person)) return false;
    if (/ h(?:is|er) /iu.test(rest) && OWN_CHILD.test(rest)) return true;
    if (isBusy(person)) return false;
    return (
      isNear(telling, person) ||
      isNear(kin, person) ||
      ((isNear(helping, person) || LINKED.test(rest)) && isHelped(rest, lead))
    );
  };
}

/** A child's papers and things once they are the name's: “Jack's plan”, “Jack has had no review”. */
const LINKED = new RegExp(
  `^(?:(?:'s|s) (?:[\\p{L}\\d-]+ ){0,3}|,? ?[-:,(] ?(?:[\\p{L}\\d',-]+ ){0,4}|(?: (?:won't|can't|will|would|should|must|may|cannot|has|had|have|needs?|got|gets?|lost|without|awaits?|awaiting|waiting|no|not|is|was|still|due|out|on|in|at|with|for|to|re|now))+ (?:[\\p{L}\\d'/,-]+ ){0,6})(?<!\\bto )${BELONGING}(?![\\p{L}\\p{N}])(?! (?:of|on|about) (?!(?:his|her|their)\\b))${NOT_WORK}`,
  'iu',
);

const NEXT_SENTENCE = /(?<!(?:^|[\s.])\p{L})[.!?;](?=\s)|\n/u;

function spans(text: string, pattern: RegExp): Span[] {
  return matchesOf(text, pattern).map(spanOf);
}

const WITH_STAFF = ending(
  String.raw`\b(?:with|to|from|by|via|per|through|between|than|until|unless|chase|let|told|tell|ask|see|remind|while|when|once) `,
  'iu',
);
const STAFF = new RegExp(`(?<![\\p{L}])${OF_STAFF}(?![\\p{L}])`, 'iu');

/** What a child does, before -ing. */
const CHILD_DOES =
  'attend|wait|liv|miss|start|mov|struggl|go|refus|hav|gett|stay|sleep|los|us|com|leav|need|settl|return|hitt|bit|punch|kick|throw|climb|hurt|harm|smash|damag|enter|join|access|turn|enjoy|see|eat';
/** What is done to a child or by one, among the words that end as those of work do. */
const OF_A_CHILD =
  'offered|refused|denied|given|granted|awarded|allocated|promised|issued|told|placed|named|moved|assessed|diagnosed|attended|missed|needed|started|joined|left|lost|liked|loved|hated|enjoyed|received|used|accessed|entered|finished|turned|stopped|failed|passed|changed|suffered|damaged|ripped|lived|excluded|referred|found|got|had|been|went|tried|transferred|returned|bid|need|threw|grew|drew|spent';
/** “Heledd rewrote the letters”: what somebody does to something is done by staff, unless a child does it. */
const ACTS = new RegExp(
  `^${FILLERS} ?(?:(?:is|are|was|were|'s) (?!(?:${CHILD_DOES})ing\\b)\\p{L}{3,}ing|(?!(?:${OF_A_CHILD}) )(?:re-?|co-?)?\\p{L}{2,}(?:ed|ote|ought|ew|ilt|ent|ook|(?<!(?:need|want|get|attend|miss|refuse|live|love|hate|like|use|take|doe|goe|ha|wa|move|start|lose|thi|see))s)) (?:the|our|all|an?|\\d+|each|every|this|these|those|some|us|me|it|over|together|forward|\\p{L}{3,}(?:[^s\\P{L}]s)) `,
  'iu',
);

/** Of a name that is a word as well: “that Sorrel has been out of school”. */
const IS_OUT = new RegExp(
  `^ (?:has|had|was|is|hasn't|isn't)(?: (?:been|not|now|still|again|just))* (?:${LEFT_OUT})(?![\\p{L}\\p{N}])${NOT_WORK}`,
  'iu',
);

/** A capital in the middle of a sentence, and no article that makes it a thing. */
function isNamedMidway(text: string, { start, words, sort }: Person): boolean {
  const lead = before(text, start);
  return sort === 'unknown' && words.length === 1 && MIDWAY.test(lead) && !ARTICLE.test(lead);
}
const MIDWAY = /[\p{Ll},] $/u;
const ARTICLE = /\b(?:the|an?|our|its|their|this|each|every|no|all) $/iu;

/** Whether help in the sentence may be for whom it names. */
function isHelped(rest: string, names: string): boolean {
  const lead = names.replace(NAMES_BEFORE, '');
  if (ACTS.test(rest.replace(FROM, ''))) return false;
  const sentence = `${/[^.!?;\n]*$/u.exec(lead)?.[0]} ${rest}`;
  return rest.startsWith("'s ") || !(endsIn(lead, WITH_STAFF) || STAFF.test(sentence));
}

/** What is said of somebody who is only talked about is not done by them: “concern about Tegan shared with MASH”. */
const ABOUT = ending(
  String.raw`\b(?:about|regarding|concerning|re|in respect of|discuss(?:ed|ing)?):? `,
  'iu',
);

/** “Simon at Capita fixed it”: where somebody is from. */
const FROM = /^ (?:at|from|in|of) (?:the )?\p{Lu}[\p{L}'&-]*(?: \p{Lu}[\p{L}'&-]*){0,2}/u;

/** Whether what stands around a name is somebody's work. */
export function isAtWork(rest: string, lead: string): boolean {
  if (endsIn(lead, ABOUT) && !rest.startsWith("'s ")) return false;
  const from = FROM.exec(rest)?.[0].length ?? 0;
  if (AT_WORK_AFTER.test(rest) || (from > 0 && AT_WORK_AFTER.test(rest.slice(from)))) return true;
  return !/^'?s /.test(rest) && endsIn(lead.replace(NAMES_BEFORE, ''), AT_WORK_BEFORE);
}

/** Where the surname's initial ends: “Jack S”. “Option B” and “Thanks Tom I will” have none. */
function initialEnd(text: string, { end, words, sort }: Person): number | null {
  const [first = '', second = ''] = words;
  const rest = behind(text, end);
  if (words.length === 1) {
    const [initial] = (/^\p{Ll}/u.test(first) ? SMALL_INITIAL : INITIAL).exec(rest) ?? [];
    if (initial === undefined) return null;
    const isOne =
      /^\p{Ll}/u.test(first) || isInitial(first, initial.trim(), sort, rest.slice(initial.length));
    return isOne ? end + initial.length : null;
  }
  const isOne =
    words.length === 2 &&
    (/^\p{Lu}$/u.test(second) || (/^Mc$/.test(second) && /^\p{Lu}(?!\p{L})/u.test(rest)));
  return isOne && isInitial(first, second, sort, rest) ? end : null;
}

/** “tribunal bundle Jay D sent” */
const PAPERS_OF = ending(`\\b(?:${BELONGING}|bundle|paperwork|EHCNA) `, 'iu');

/** “Bev H confirmed the room”: somebody with an initial who is at work. */
function isColleague(text: string, { start }: Span, end: number): boolean {
  const rest = sentenceBehind(text, { start, end });
  if (/^ - /.test(rest) || OF_ONE_AFTER.test(rest) || KIN_AFTER.test(rest)) return false;
  if (endsIn(before(text, start), PAPERS_OF)) return false;
  return ACTS.test(rest) || isAtWork(rest, before(text, start));
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
  const end = /[.!?;](?=\s|$)(?<!^.)|\n/u.exec(rest);
  return end ? rest.slice(0, end.index + 1) : rest;
}
