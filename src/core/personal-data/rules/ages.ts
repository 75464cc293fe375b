// How an age or a year group is written when it is one child's: not a range, a cohort, a stage of the
// programme or a length of time.
import { byFirstLetter } from '../domain/by-first-letter.ts';

const WORD_AGE =
  'three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty';
/** An age in figures or words, up to the age at which a plan ends. */
export const N = `(?:${WORD_AGE}|[1-9]|1\\d|2[0-5])`;
const NOT_RANGE =
  '(?! plus\\b)(?![\\d%+]|[-/.,:]\\d| ?(?:-|to|or|and|&|plus) ?(?:\\d|over|under|above|below|up|older|younger)|s\\b)';
const BOTH = `\\bboth (?:aged )?${N}(?=[),.;]|$)`;
const AGED = `(?<!\\b(?:by|from|under|over|until|to|before|after|above|below|average|mean|median|school) )\\b(?:aged?|age of|age is|age:) ?${N}½?(?: ?(?:years?|yrs?|yo))?(?: old)?${NOT_RANGE}`;
const OLD = `(?<!\\b(?:by|all|under|over|to|-|and) |[\\d.-])\\b${N}[ -]?(?:(?:years?|yrs?|y)[ -](?:old|o)|y[/-]?o|years? of age|yrs? old|yrs?(?= (?:boy|girl|lad|pupil|child|student|old)))\\b${NOT_RANGE}`;
/** Words after “Year 6” that make it a group or a stage of the programme. */
const GROUP =
  "(?:'s)? ?(?:of|size|transition|transfer|cohort|group|class|pupils|students|children|learners|parents|" +
  'families|teach\\w*|tutors?|leads?|leavers?|team|staff|heads?|options?|sats|phonics|data|results?|' +
  'pilot|places?|curriculum|numbers?|intake|outcomes?|budget|funding|targets?|reports?|reviews?|spend|' +
  'costs?|workshops?|events?|evenings?|days?|trips?|visits?|attendance|destinations?|admissions?|' +
  'applications?|phase|moves?|exams?|assessments?|baseline|coordinators?|onwards|work|checks?)\\b';
const YEAR_GROUP = `(?<!\\b(?:head of|teach\\w{0,3}|tutors?|leads?|leads? for|works? with|working with|across|all|every|each|whole|financial|about) )\\b(?:(?:year|yr|y) ?(?:1[0-3]|[1-9])|(?:year|yr) (?:one|two|${WORD_AGE}))\\b(?!${GROUP})${NOT_RANGE}`;
const STAGE = '\\b(?:KS ?[1-5]|key stage [1-5]) (?:pupil|child|student|boy|girl|learner)\\b';
const RECEPTION =
  '(?<=\\b(?:in|into|started|starts|joined|joins|starting) |, |\\()Reception\\b(?! (?:class|baseline|teach|places|intake|pupils|children|year))';
const PRONOUN_AGE = `(?<=\\b(?:he|she|who|they|(?:the|this|that|our) (?:kid|child|boy|girl|lad|lass|pupil|student|youngster|young person))(?: is| are|'?s|'re| was| turns| turned| reaches| will be) (?:(?:only|now|just|nearly|almost|still|about) )?)${N}(?=[,.;)]|$| (?:and|now|for|so|but|in|next|this|on|with|she|he)\\b)`;
const AT_AGE = `(?<=(?:^|[.;,] )at )${N}(?=,? [\\p{L}'-]+ (?:is|was|has|will|can|should|needs|cannot)\\b)`;
const MEASURED = `\\b${N} ?(?:years?|yrs?|y)[ ,]{0,2}(?:and )?\\d{1,2} ?(?:months?|mths?|mo|m)\\b`;
const MONTHS_OLD =
  '\\b\\d{1,2}[ -]?(?:months?|mths?|mo|weeks?)[ -]old\\b|(?<=, |\\()\\d{1,2} ?(?:months?|mths?)(?=[,)])';
const EARLY =
  '\\b(?:FS ?[12]|foundation (?:stage )?(?:1|2|one|two)|(?:yr|year) ?r|(?:sixth|6th)[ -]former|toddler)\\b';
const SHORT = `(?<![^ ,(\\n])${N} ?(?:y|yrs?|years?)(?=[ ,).;]|$)(?! (?:ago|of|on|in|plan|old|later|to|and|contract|deal|term|now|since|at|from|is))`;
const HALF = `(?<=\\b(?:at|is|now|nearly|of) )${N} and a half\\b`;
const BIRTHDAY =
  '(?<=\\b(?:his|her|their) )(?:\\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth) birthday';
const CHILD_OF = `\\b(?:boy|girl|child|kid|youngster|young one|teenager|pupil|student|lad|lass|toddler|baby|young (?:man|woman|person)|man|woman) of ${N}\\b(?! (?:the|our|these))`;
const CLASS =
  '\\b(?:reception|nursery|pre-?school|primary|secondary|sixth form|6th form)(?:[ -]aged?)? (?:child|pupil|boy|girl|lad|student)\\b';
const OF_CHILD = `(?<=\\b(?:boy|girl|pupil|child|student|lad|learner|male|female|young person|son|daughter),? \\(?(?:now )?)${N}(?=[),.;]|$)`;
/** Every age and year group that could be one child's. All begin where a word does. */
export const AGES = new RegExp(
  `(?<!\\w)(?=[a-z\\d])(?:${byFirstLetter(`${AGED}|${BOTH}|${PRONOUN_AGE}|${AT_AGE}|${MEASURED}|${MONTHS_OLD}|${EARLY}|${SHORT}|${HALF}|${BIRTHDAY}|${CHILD_OF}|${CLASS}|${OF_CHILD}|${OLD}|${YEAR_GROUP}|${STAGE}|${RECEPTION}`)})`,
  'giu',
);
