// Whether a note tells of a child by name: a name and a word that only a child or a family has in one
// sentence, unless the name is somebody's at work.

import { byFirstLetter, byLastLetter } from '../domain/by-first-letter.ts';
import {
  BELONGING,
  CLOSE_KIN,
  CONDITION,
  HAPPENING,
  HELPING,
  KIN,
  LEFT_OUT,
  MANY,
  OF_STAFF,
  TELLING,
} from '../domain/personal-data-child-words.ts';
import { elsewhere } from '../domain/personal-data-names.ts';
import {
  isLikeName,
  isShortName,
  isWherePlacesStand,
  type Person,
  withoutNamesBefore,
} from '../domain/personal-data-people.ts';
import {
  before,
  behind,
  ending,
  endsIn,
  inOrder,
  matchesOf,
  nearby,
  type Span,
  spanOf,
} from '../domain/personal-data-text.ts';
import {
  ACTS,
  atWorkIn,
  FROM,
  isAtWork,
  isOfOne,
  NOT_WORK,
  OWN_HEALTH,
  sentencesBehind,
} from './at-work.ts';

/** How far from a name the word may stand. */
const REACH = 120;
const [TELLS_OF_ONE, HELPS_ONE] = [TELLING, HELPING].map(
  (words) =>
    new RegExp(
      `(?<![\\p{L}\\p{N}'-])(?=[\\p{L}\\p{N}])(?:${byFirstLetter(words)})(?![\\p{L}\\p{N}])${NOT_WORK}`,
      'giu',
    ),
) as [RegExp, RegExp];
const HAPPENS = new RegExp(
  `(?<![\\p{L}\\p{N}'-])(?=[2abdefghikmnoprstw])(?:${byFirstLetter(HAPPENING)})(?![\\p{L}\\p{N}])`,
  'giu',
);
const OF_MANY = ending(
  `(?:\\b(?:about|around|awareness of|lead for|leads? on|course on|training (?:on|in|for)|talk on|post in|(?:reviews?|reports?|drafts?|audits?|papers?|analysis|figures|data|briefing|policy|guidance|strategy) (?:of|on|for)(?: the)?) |\\b${MANY} (?:(?:with|in|who|are|were|at|on|or|and|have|has|diagnosed|being|placed|an?|the) ){0,3})`,
  'iu',
);
const KIN_ANYWHERE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:mum|dad|nan)s (?:been|rang|rung|says|said|asked|wants|thinks|worried)\\b|(?<!\\b(?:an?|the|every|each|some|many|other|new|and|&|young|of|no|any|one|per) )(?<![\\p{L}\\p{N}])(?:${CLOSE_KIN}|FCs?)(?![\\p{L}\\p{N}]|'s net| and (?:toddler|baby)| (?:group|team|network|forum|organisation|company|school|site|trust))`,
  'giu',
);

const OWN = '(?:(?:own|new|old|older|younger|elder|little|big|baby|late|poor|both|two|three) )?';
/** “Jack's mum”, “Jack and his brother”, “Jack, mum of three”. */
export const KIN_AFTER = new RegExp(
  `^(?:'?s?'? ${OWN}(?:${byFirstLetter(KIN)})\\b(?! (?:lead|team|support|hub|forum|voice|work|group|liaison|survey|engagement))|,? (?:and|&|with|or) (?:(?:his|her|their) ${OWN}(?:${KIN}|children|kids|baby)|${byFirstLetter(CLOSE_KIN)}|baby)\\b|, whose (?:[\\p{L}-]+ )?(?:${byFirstLetter(KIN)})\\b|,? (?:an? )?(?:mum|mam|dad|mother|father|nan|gran|parent) (?:of|to)\\b)`,
  'iu',
);
/** “her son Malachi”, “the mum of Ibrahim”. */
const KIN_BEFORE = ending(
  `(?<!\\bparent[ -])\\b(?:${byLastLetter(`${KIN}|child|boy|girl|pupil|lad|lass|kid|young person|young man|young woman|student|toddler|baby|little one|teenager|patient|client`)})(?: (?:of|to|for|called|named))?[,:]? \\(?(?:(?:little|young|poor) )?`,
  'iu',
);
const LETTERED =
  /^(?:Track|Route|Ward|Building|Bus|Hall|Line|Gate|Wing|Sample|Example|Provider|Supplier|Contractor|Trust|Council|Authority|Parent|Mum|Worker|Patient|Client|Learner|Bundle|Slide|Chart|Map|Page|Draft|Proposal|Bid|Package|Contract|Round|Set|Stream|Session|Standard|Domain|Pillar|Goal|Measure|Indicator|Hospital|House|Setting|Ofsted|Sec|Obj|Fig|App|Vol|Sch|Ver|Opt|Doc|Rev|Att|Ref|Annex|Appendix|Band|Block|Category|Class|Column|Criterion|Cohort|Exhibit|Form|Grade|Group|Level|Lot|Module|Objective|Option|Item|Figure|Part|Phase|Plan|Priority|Pathway|Question|Room|Row|Scenario|Schedule|Section|Sheet|Site|Stage|Strand|Step|Tab|Table|Target|Team|Theme|Tier|Type|Unit|Version|Vitamin|Hepatitis|Wave|Work|Zone|Model|Area|Outcome|Action|Risk|Paper|Item|Regulation|Child|Pupil|Family|Case|School|Person|So|If|As|When|And|But|Then|Also|Can|Could|Should|Would|Will|May|Did|Do|Have|Had|Am|Was|That|This|What|Where|While|Since|Because|Yes|No|Sorry|Thanks|Hi|Hello|Dear|Think|Hope|Before|After|Until|Like|Happy)$/;
const INITIAL =
  /^ (?:\p{Lu}|(?:Mc|Mac|O'|D'|St|de )\p{Lu})(?:\.|\b)(?!\p{L}|'(?!s\b)|\p{N}| ?(?:&|of\b|level\b))/u;
const SMALL_INITIAL = /^ [b-hj-z](?:'s)?(?![\p{L}\p{N}'&])/u;
const FINAL = /^[,.;):]|^$| (?!am |will |have |would |can |think |was )/;

/** Of a name that is a month or a town as well: what follows is told of somebody. */
const IS =
  /^(?:'?s\b|:| \(| (?:is|was|has|had|hasn't|isn't|wasn't|won't|needs|waits|lost|hit|bit|fell|broke|told|left|lives|starts|came|took|threw|hurt|sat|hid|moved|went|ran|got|cannot|can't|not|on|in|at|self|[\p{Ll}-]+ed)\b)/u;
/** “Jem was moved”: of a name of three letters that no list knows. */
const IS_SHORT = /^(?:'s| (?:is|was|has|had|isn't|hasn't|wasn't|needs)\b)/u;
/** “the Brannigan twins”. */
const FAMILY_AFTER = /^,? (?:boys?|girls?|twins|triplets|lads?|brothers|sisters|siblings|kids)\b/u;
/** “Re Malachi. Perm ex rescinded” */
export const RE = ending('(?:^|[\\n.•-] ?)re:? ', 'iu');
/** “young Gethin” */
const LITTLE = ending(String.raw`(?<![\p{L}])(?:young|little|wee|lil|baby) `, 'u');
/** “interim tuition for Daniil”, “staff supporting Mariella”, unless it is for Karen to sign. */
export const FOR = ending(
  `(?<![\\p{L}])(?:${BELONGING}(?: [\\p{Ll}\\d]+){0,3}? for|(?<!\\b(?:admin|IT|business|management|HR|legal) )support for|(?:meet|meeting|met) needs? (?:for|of)|staff (?:supporting|looking after)|(?:worried|concerned|concerns?|fears?|safeguarding|upset|complaint|dispute|row|disagreement|offer(?:s|ed)?(?: made)?) (?:about|for|re|over|to)) `,
  'iu',
);
const DOES = /^(?:,? (?:to|will)\b|'s )/u;
/** “get Hamza a bus pass” */
const GIVEN = ending(
  String.raw`\b(?:get|getting|got|gets|give|given|find|found|offer(?:ed)?|buy|lend|lent) `,
  'iu',
);
const SOMETHING = new RegExp(
  `^ (?:an?|another|the right|some) (?:[\\p{L}\\d-]+ ){0,2}?(?:${byFirstLetter(BELONGING)})(?![\\p{L}\\p{N}])${NOT_WORK}`,
  'iu',
);
/** “permanent exclusion of Zain”. */
export const WHOSE = ending(
  String.raw`(?:\b(?:kids?|child(?:ren)?|pupils?|young people|families|ones|lads|girls|boys) (?:like|such as|including) |\b(?:placement|diagnosis|exclusion|PEX|suspension|admission|adoption|family|carers?|parents?|guardians?|folks|removal|withdrawal|discharge|claimant(?: being)?|behalf) of |\b(?:child|pupil|boy|girl|lad|lass|student|toddler|twins?|son|daughter|baby)\b[^.!?;\n]{0,30} (?:called|named) )`,
  'iu',
);

/** “Leo, 12% to 71%”, “Chidera 41%”: attendance. */
const RATE =
  /^(?::|,| -)?(?: (?:is|was|went|gone|has|now|up|down|from|at|on|only|still|just|has gone)){0,4} \d{1,2} ?%(?! (?:of the|behind|sure|done|complete|through|there|confident|finished|FTE|WTE|time|post|on (?:time|target))\b)/u;
/** “got Finley into the breakfast club” */
const TOOK = ending(
  String.raw`\b(?:got|get|getting|gets|moved|put|settled|took|brought|helped) `,
  'iu',
);
const INTO =
  /^ (?:back )?(?:into|onto|in|to) (?:the |an? |his |her )?(?:[\p{L}-]+ )?(?:club|class|school|nursery|college|base|unit|bus|minibus|taxi|pool|lessons?|breakfast|swimming)\b/iu;
/** “biggest win is Leo” */
const STORY = ending(
  String.raw`\b(?:(?:win|success|success story|worry|concern|exception|highlight|case study|case example|still to be placed|unplaced|not placed|without a place)(?: (?:this|last) \p{L}+)?(?: is| was| being|:| =| -)|outstanding =|remaining =|(?:one )?outstanding (?:is|case is|one is)) `,
  'iu',
);
const OF_HEALTH = new RegExp(`^${OWN_HEALTH}`, 'iu');

/** “told Lakshmi that her son will get it”, “spoke with Ebony about her anxiety”. */
export const OWN_CHILD = new RegExp(
  `\\b(?:his|her) (?:[\\p{L}-]+ )?(?:${CLOSE_KIN}|parents|child|children|boy|girl|lad|kids|twins|youngest|eldest|placement|taxi|school|college|move to|tribunal|appeal|diagnosis|attendance|behaviour|medication|needs|1:1|TA|LSA|eye gaze|talker|communication \\p{L}+|frame|walker|wheelchair|chair|hoist|splints|glasses|hearing aids?|ear defenders|harness|pump|feeds?|mocks|SATs|GCSEs?|exams?|lunch|snack|coat|shoes|toys?|friends?|peers|classmates|class|lessons?|form tutor|first (?:full |whole )?(?:day|week|word|words|lesson|steps?|shift)|face|hands?|hair|legs?|(?:speech|seizures?|sleep)|EHCP|key ?worker|social worker|${CONDITION})(?![\\p{L}])`,
  'iu',
);

/**
 * Asks of one person after the other, in the order of the text, whether its sentence tells of one child.
 * @param text with the names of people on the plan blanked out
 */
export function toldOf(
  text: string,
  said: (place: Span) => string = sentencesBehind(text),
  isBusy: (person: Person) => boolean = atWorkIn(text, said),
): (person: Person) => boolean {
  const ofOne = ({ start }: Span) => !endsIn(before(text, start), OF_MANY);
  const told = inOrder([...spans(text, TELLS_OF_ONE), ...spans(text, HAPPENS)]);
  const telling = nearby(told.filter(ofOne), REACH);
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
    const rest = said(person);
    const lead = before(text, person.start);
    if (person.sort === 'word') {
      const isPlace = elsewhere.has(person.words[0] ?? '') && !/^ \p{Lu}\./u.test(rest);
      const end =
        isPlace && !isNear(telling, person) && !isNear(helping, person)
          ? null
          : initialEnd(text, person);
      return (
        KIN_AFTER.test(rest) ||
        (end !== null && !isColleague(text, person, end, said)) ||
        (IS.test(rest) && !isBusy(person) && (isNear(telling, person) || isNear(helping, person)))
      );
    }
    const isName = isLikeName(person) || (isShortName(person) && IS_SHORT.test(rest));
    const initialled = isName || isShortName(person) ? initialEnd(text, person) : null;
    if (initialled !== null && !isColleague(text, person, initialled, said)) return true;
    if (!isName) {
      const end = person.sort === 'unknown' ? initialEnd(text, person) : null;
      if (end === null) return IS_OUT.test(rest) && isNamedMidway(text, person);
      // “Ocean D”: a word until something is told of it.
      const own = said({ start: person.start, end });
      if (KIN_AFTER.test(own) || endsIn(lead, FOR)) return true;
      return (LINKED.test(own) || isNear(telling, person)) && !isColleague(text, person, end, said);
    }
    if (KIN_AFTER.test(rest) || endsIn(lead, KIN_BEFORE) || endsIn(lead, WHOSE)) return true;
    if (endsIn(lead, RE) && isOfOne(behind(text, person.end).replace(/^(?:[.:]| -)/u, '')))
      return true;
    if (endsIn(lead, LITTLE) || (person.sort === 'listed' && lead.endsWith('Young '))) return true;
    if (FAMILY_AFTER.test(rest) || (endsIn(lead, FOR) && !DOES.test(rest))) return true;
    if (endsIn(lead, GIVEN) && SOMETHING.test(rest)) return true;
    if (person.sort === 'listed' && (RATE.test(rest) || endsIn(lead, STORY)) && !isBusy(person))
      return true;
    if (OF_HEALTH.test(rest) || (INTO.test(rest) && endsIn(lead, TOOK))) return true;
    const isOwn = / h(?:is|er) /iu.test(rest) && OWN_CHILD.test(rest);
    const isTold = isOwn || isNear(telling, person) || isNear(kin, person);
    // What is quickly told is asked first.
    if (!isTold && !isNear(helping, person) && !LINKED.test(rest)) return false;
    if (isWherePlacesStand(text, person)) return false;
    return isOwn || (!isBusy(person) && (isTold || isHelped(rest, lead)));
  };
}

/** A child's papers and things once they are the name's: “Jack's plan”, “Jack has had no review”. */
export const LINKED = new RegExp(
  `^(?:(?:'s|s) (?:[\\p{L}\\d-]+ ){0,3}|,? ?[-:,(] ?(?:[\\p{L}\\d',-]+ ){0,4}|(?: (?:won't|can't|will|would|should|must|may|cannot|has|had|have|needs?|got|gets?|lost|without|awaits?|awaiting|waiting|no|not|is|was|still|due|out|on|in|at|with|for|to|re|now))+ (?:[\\p{L}\\d'/,-]+ ){0,6})(?<!\\bto )(?:${byFirstLetter(BELONGING)})(?![\\p{L}\\p{N}])(?! (?:of|on|about) (?!(?:his|her|their)\\b))${NOT_WORK}`,
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
const STAFF = new RegExp(`(?<![\\p{L}])(?:${byFirstLetter(OF_STAFF)})(?![\\p{L}])`, 'iu');

/** Of a name that is a word as well: “that Sorrel has been out of school”. */
const IS_OUT = new RegExp(
  `^ (?:has|had|was|is|hasn't|isn't)(?: (?:been|not|now|still|again|just))* (?:${LEFT_OUT})(?![\\p{L}\\p{N}])${NOT_WORK}`,
  'iu',
);

/** A capital in the middle of a sentence, and no article that makes it a thing. */
function isNamedMidway(text: string, { start, words, sort }: Person): boolean {
  const lead = before(text, start);
  return sort === 'unknown' && words.length === 1 && endsIn(lead, MIDWAY) && !endsIn(lead, ARTICLE);
}
const MIDWAY = ending(String.raw`[\p{Ll},] `, 'u');
const ARTICLE = ending(String.raw`\b(?:the|an?|our|its|their|this|each|every|no|all) `, 'iu');

/** Whether help in the sentence may be for whom it names. */
function isHelped(rest: string, names: string): boolean {
  const lead = withoutNamesBefore(names);
  if (ACTS.test(rest.replace(FROM, ''))) return false;
  const sentence = `${/[^.!?;\n]*$/u.exec(lead)?.[0]} ${rest}`;
  return rest.startsWith("'s ") || !(endsIn(lead, WITH_STAFF) || STAFF.test(sentence));
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
    ((/^\p{Lu}$/u.test(second) && !rest.startsWith('&')) ||
      (/^Mc$/.test(second) && /^\p{Lu}(?!\p{L})/u.test(rest)));
  return isOne && isInitial(first, second, sort, rest) ? end : null;
}

/** “tribunal bundle Jay D sent” */
const PAPERS_OF = ending(`\\b(?:${BELONGING}|bundle|paperwork|EHCNA) `, 'iu');

/** “Bev H confirmed the room”: somebody with an initial who is at work. */
function isColleague(
  text: string,
  { start }: Span,
  end: number,
  said: (place: Span) => string,
): boolean {
  const rest = said({ start, end });
  if (/^ - /.test(rest) || isOfOne(rest) || KIN_AFTER.test(rest)) return false;
  if (endsIn(before(text, start), PAPERS_OF) || endsIn(before(text, start), FOR)) return false;
  return ACTS.test(rest) || isAtWork(rest, before(text, start));
}

function isInitial(first: string, initial: string, sort: Person['sort'], rest: string): boolean {
  if (LETTERED.test(first)) return false;
  const letter = initial.charAt(0);
  if (sort === 'listed') return letter !== 'I' || FINAL.test(rest);
  return letter !== 'I' && (letter !== 'A' || /^(?:[,.;)]|$)/.test(rest));
}
