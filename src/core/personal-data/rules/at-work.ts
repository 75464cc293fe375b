// Whether what stands around a name is somebody's work: a job or a team beside it, something to do, or something done to
// something, which staff do and children do not.

import { byFirstLetter, byLastLetter } from '../domain/by-first-letter.ts';
import {
  AT_WORK_PLACE,
  HAPPENING,
  ROLE,
  TELLING,
  WORK,
  WORK_VERB,
} from '../domain/personal-data-child-words.ts';
import { type Person, withoutNamesBefore } from '../domain/personal-data-people.ts';
import { before, behind, ending, endsIn, type Span } from '../domain/personal-data-text.ts';

export const NOT_WORK = `(?!(?:[ /-](?!(?:and|by|on|at|in|last|this|so|the|an?|for|with|from|but|next|to|of|is|was|has|no|not|did|didn't|doesn't|don't|won't|who)\\b)[\\p{L}'-]+)?(?:'s)?[ -]${WORK}\\b)`;
/** “Karen and Paul”: what is said of one is said of both. */
const MORE_NAMES =
  /^(?:, \p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]*)?){0,3}(?:,? and| &| \+|\/) ?\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]*)?/u;
const FILLERS =
  "(?: ?(?:'s|has|have|had|also|then|now|kindly|again|both|already|just|recently|still|currently|each|all|who|really|formally|quickly|personally|only|never|helpfully)(?= )){0,4}";
/** Behind the name: a job, a team, what is done at work, or a question to somebody. */
const AT_WORK_AFTER = new RegExp(
  `^(?: (?:tutor|lead|chair|facilitator|trainer|assessor|author|minutes)(?=[,.;)]|$)|(?: \\((?:EP|SALT|SLT|OT|PT|VI|HI|SENCO|SENCo|DCO|DSL)\\))? (?:co-?)?(?:delivered|presented|led|ran|trained|wrote|chaired|drafted)\\b|(?:,? \\(?(?=(?:who|the|our|an?|interim|acting|is|was|as) )|, | \\(| - |: )(?:(?:who|the|our|an?|interim|acting|is|was|as|new) ){0,4}(?:(?!(?:by|no|without|awaiting|needs) )[\\p{L}\\d/&-]+ ){0,3}?(?:${ROLE}(?=[,.;:)]|$| (?:at|for|in|of|from|who)\\b)|\\d+ years (?:in|with|at)\\b)|(?:,? (?:from|in|at|of|for|over at|on behalf of)| \\(| -) ?${AT_WORK_PLACE}| \\((?:EY|early years|primary|secondary|school[- ]age|post[- ]?1[69]|north|south|east|west|central|PfA|SEMH|transport)\\)|, ${AT_WORK_PLACE}(?=[,.;]|$)|(?:, (?=who |also |then ))?${FILLERS} ?${WORK_VERB}(?![\\p{L}])|${FILLERS} ?(?:is|are|was|were|been|be|'s)${FILLERS} ?(?:(?=\\p{L}+ing\\b)${WORK_VERB}|appointed|elected|asked to (?!leave)|seconded|tasked|invited|going to (?!be|live|stay|school|start|move|the|a|an)\\p{L}+)(?![\\p{L}])|'s? (?:[\\p{Ll}-]+ ){0,3}${WORK}\\b(?! (?:plan|plans|needs|targets?|school|teacher|taxi|escort|regression|accident|place|aids?)\\b)| (?:starts?|started|joins?|joined|begins?)(?: (?:on )?\\p{L}+){0,2} as (?:\\p{L}+ ){0,4}?${ROLE}\\b| (?:needs? (?:the|an?|another|more|figures|data)\\b(?! (?:\\p{L}+ ){0,2}?(?:TA|hoist|taxi|nurse|wheelchair|school|tutor|place|placement|bed|carer|social worker|interpreter|1:1|aid|aids|review|chair|brace|operation|scan|escort|PA|device|tablet|keyworker|LSA|respite|break))|has (?:an?|no|another|some|got the) (?:meeting|concerns?|questions?|point|new laptop|new post|new role|call|plan b|draft)|lost the vote|got the (?:funding|money|go-ahead)|lives in hope|(?:is |are )?on (?:part-time hours|annual|leave|holiday|(?:paternity|maternity|sick|study) leave|the (?:\\p{L}+ ){0,2}(?:panel|board|group|committee|rota))|(?:and|&) (?:her|his|their|the|my|our) (?:[\\p{L}-]+ ){0,3}team|(?:and|&) (?:I|team)\\b)|,? (?:could|can|would|will|did|do|have|please|pls|any)(?: (?:you|we|I)\\b|$)|: (?:[\\p{Ll}-]+ ){0,2}(?:data|figures|papers?|slides|minutes|numbers|KPIs?|stats|dashboard|tracker|spec|budget|survey|policy|training|comms)\\b)`,
  'iu',
);
/** Before it: a job, thanks, a request, or what was done by somebody. */
const AT_WORK_BEFORE = ending(
  `(?:${byLastLetter(String.raw`\b${ROLE}(?: is| was|,|:| -|\))?|\b(?:led|chaired|run|written|presented|given|delivered|hosted|drafted|approved|prepared|typed|checked|circulated|coordinated|facilitated|taught|supplied|produced|designed|built|recorded|minuted|set up|signed off|owned|managed|covered|reports?|papers?|training|update|slides|data) by|\b(?:thanks|thank you|well done|ask|asked|asking|cc|hi|hello|dear|morning|regards|wishes|told by|escalated to|over to|handed to|hands to|assigned to|allocated to|owner|action|sponsor|speak to|spoken to|spoke to|spoke with|via|attended|present|apologies)(?: to| from| with|,|:| -)?|\b(?:owners?|leads?|actions?|cover|contact|chair|author|drafted|updated|rota|deputy)(?: is| are| now| now is|:| -| =)|\b(?:drafts?|papers?|spec|slides|letters?|reports?|data|figures|numbers|spreadsheet|template|actions?|this|that|it|wording|invoice|contract) (?:is |now |sits |still |back |currently |all ){0,2}with|\b(?:asked|told|per|chased|reminded|emailed|nudged)|\b(?:sent|reminders?|passed|copied|forwarded|invites?|reporting|reports|query|handed|send|thanks|credit)(?: it| this| that| these| back| on| over)? to|\b(?:send|email|forward|lend|brief|nudge|chase)|\b(?:signed off|approved|minutes|notes|author|reviewed|checked|scribe|facilitator|audit|workshop)(?::| with| w\/)|\b(?:agreed|checked|cleared|confirmed|liaised|raised) (?:with|w\/)|\b(?:can|could|should|add|invite|copy)|\b(?:papers?|drafts?|slides|minutes|agenda) to|\b\p{L}+(?:ed|en|ade|un|wn|ilt|ought|ld)(?: up| out| over| off| on)? by|\b(?:advice|reports?|papers?|presentation|talk|notes?|slides|email|call|comments) (?:from|by)|\b(?:appointed|recruited|elected):?|(?:${ROLE}|${AT_WORK_PLACE}|by (?:the )?(?:[\p{L}'-]+ ){0,2}[\p{L}'-]+) \(`)}) ?`,
  'iu',
);

/** “Rohan V's PEG feed training”, “Freya's psych report”, “, whose implants were switched on”: a child's, whatever stands behind. */
export const OWN_HEALTH =
  "(?:,? whose (?:[\\p{L}-]+ )?(?:implants?|aids?|plan|placement|school|needs|chair|frame|feed|taxi|carers?|review|seizures|attendance|wheelchair|mum|dad|mother|father)|'s (?:PEG|tube|feeds?|gastrostomy|asthma|anaphylaxis|epilepsy|seizure|rescue|tracheostomy|insulin|diabetes|allergy|catheter|implants?|(?:E\\.?P|ed(?:ucational)? psych\\p{L}*|psych|OT|SA?LT|SLT|physio\\p{L}*|paed\\p{L}*|CAMHS|ADOS|autism|medical|hospital) (?:reports?|advice|letter|assessment)))(?!\\p{L}| (?:templates?|format|analysis|guidance|tracker|backlog|training|pilot|framework|writing|workshops?)\\b| (?:for|of|on|to) (?:the|all|schools|staff)\\b)";

/** “SENCo, Corey not getting”, “adviser: Keziah attendance 23%”: what is said right behind a name counts more than what stands before it. */
const OF_ONE_AFTER = new RegExp(
  `^(?:'s)?(?: (?:is|was|has|had|been|being|still|now|just|also|currently|again|back|only|no longer|yet|not|never|isn't|wasn't|hasn't|out|due)(?= ))*(?: (?=[\\p{L}\\p{N}])(?!attend(?:s|ed|ing)\\b|in school)(?:${byFirstLetter(`${TELLING}|awaiting|waiting (?:for|on|since)|(?:not|isn't) getting|without|needing`)})(?![\\p{L}\\p{N}])${NOT_WORK})`,
  'iu',
);
const OWN_AFTER = new RegExp(
  `^(?:${OWN_HEALTH}|(?:'s)?(?: (?:is|was|has|had|been|being|still|now|just|also|again|back|only|keeps?|not|never)(?= ))* (?:${HAPPENING})(?![\\p{L}\\p{N}]))`,
  'iu',
);

/** Whether what is said right behind a name is said of one child. @param rest up to the end of the sentence */
export function isOfOne(rest: string): boolean {
  return OWN_AFTER.test(rest) || OF_ONE_AFTER.test(rest);
}

/** Asks of one person after the other whether what stands around the name is somebody's work; of each once. */
export function atWorkIn(
  text: string,
  said: (person: Span) => string = sentencesBehind(text),
): (person: Person) => boolean {
  const known = new Map<number, boolean>();
  return (person) => {
    const told = known.get(person.start);
    if (told !== undefined) return told;
    const rest = said(person);
    const isOne = !isOfOne(rest) && isAtWork(rest, before(text, person.start));
    known.set(person.start, isOne);
    return isOne;
  };
}

/** What a child does, before -ing. */
const CHILD_DOES =
  'attend|wait|liv|miss|start|mov|struggl|go|refus|hav|gett|stay|sleep|los|us|com|leav|need|settl|return|hitt|bit|punch|kick|throw|climb|hurt|harm|smash|damag|enter|join|access|turn|enjoy|see|eat';
/** What is done to a child or by one, among the words that end as those of work do. */
const OF_A_CHILD =
  'offered|refused|denied|given|granted|awarded|allocated|promised|issued|told|placed|named|moved|assessed|diagnosed|attended|missed|needed|started|joined|left|lost|liked|loved|hated|enjoyed|received|used|accessed|entered|finished|turned|declined|accepted|rejected|chose|wants|hates|stole|broke|hits?|bit|wore|ate|stopped|failed|passed|changed|suffered|damaged|ripped|lived|excluded|referred|found|got|had|been|went|tried|transferred|returned|bid|need|threw|grew|drew|spent';
/** “Heledd rewrote the letters”: what somebody does to something is done by staff, unless a child does it. */
export const ACTS = new RegExp(
  `^${FILLERS} ?(?:(?:is|are|was|were|'s) (?!(?:${CHILD_DOES})ing\\b)\\p{L}{3,}ing|(?!(?:${OF_A_CHILD}) )(?:re-?|co-?)?\\p{L}{2,}(?:ed|ote|ought|ew|ilt|ent|ook|(?<!(?:need|want|get|attend|miss|refuse|live|love|hate|like|use|take|doe|goe|ha|wa|move|start|lose|thi|see))s)) (?:the|our|all|an?|\\d+|each|every|this|these|those|some|us|me|it|over|together|forward|\\p{L}{3,}(?:[^s\\P{L}]s)) `,
  'iu',
);

/** What is said of somebody who is only talked about is not done by them: “concern about Tegan shared with MASH”. */
const ABOUT = ending(
  String.raw`\b(?:about|regarding|concerning|re|in respect of|discuss(?:ed|ing)?):? `,
  'iu',
);

/** “Simon at Capita fixed it”: where somebody is from. */
export const FROM = /^ (?:at|from|in|of) (?:the )?\p{Lu}[\p{L}'&-]*(?: \p{Lu}[\p{L}'&-]*){0,2}/u;

/** Whether what stands around a name is somebody's work. */
export function isAtWork(rest: string, lead: string): boolean {
  if (endsIn(lead, ABOUT) && !rest.startsWith("'s ")) return false;
  const from = FROM.exec(rest)?.[0].length ?? 0;
  if (AT_WORK_AFTER.test(rest) || (from > 0 && AT_WORK_AFTER.test(rest.slice(from)))) return true;
  return !/^'?s /.test(rest) && endsIn(withoutNamesBefore(lead), AT_WORK_BEFORE);
}

/** What is said of a person: up to the end of the sentence, without the others who are named with it. */
export function sentenceBehind(text: string, { end }: Span): string {
  return clause(behind(text, end)).replace(MORE_NAMES, '');
}

/** The same of one place after the other: what is said behind each is read once. */
export function sentencesBehind(text: string): (place: Span) => string {
  const known = new Map<number, string>();
  return (place) => {
    const told = known.get(place.end) ?? sentenceBehind(text, place);
    known.set(place.end, told);
    return told;
  };
}

/** Up to the end of the sentence. */
function clause(rest: string): string {
  const end = /[.!?;](?=\s|$)(?<!^.)|\n/u.exec(rest);
  return end ? rest.slice(0, end.index + 1) : rest;
}
