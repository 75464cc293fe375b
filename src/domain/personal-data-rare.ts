// Rare circumstances: words that point at one child without a name, because a small place knows only
// one such child.
import { eitherCase, type Hit, hits } from './personal-data-text.ts';

const AGE = '(?:\\d{1,2}[- ]?(?:years?|yrs?)[- ]old|(?:Year|year|Y) ?\\d{1,2})';
const FEW = eitherCase('the only|the one|only one|a single|only|one|1|two|2|three|3');
const TRAIT = eitherCase(
  'looked[ -]after|adopted|fostered|refugee|asylum[ -]seeking|unaccompanied|traveller|gypsy|roma|' +
    'blind|deaf|deafblind|disabled|bereaved',
);
const ONE_CHILD = '(?:pupil|child|boy|girl|student|learner|young person|family|wheelchair user)';
const FEW_CHILDREN = `(?:${ONE_CHILD}|children|pupils|students|siblings?|brothers|sisters|twins)`;
const NAMED_PLACE = "\\p{Lu}[\\p{L}'.-]*(?: \\p{Lu}[\\p{L}'.-]*){0,3}";
const PLACE = `(?:the |our |this )?(?:${NAMED_PLACE}|school|village|unit|sixth form|year group|class)`;
const RELATIVE = 'mum|mother|dad|father|parents?|brother|sister|sibling|carer';
const HARM = 'died|dead|in prison|killed|sectioned|terminally ill|deported|murdered';
const SCHOOL = 'School|Primary|Academy|College|Infants?|Juniors?|Nursery';
/** On to the verb or the end of the clause: what makes the child rare stands there. */
const TO_END =
  '[^.,;\\n·]{0,80}?(?= *(?:[.,;\\n]|\\[·|$)| (?:is|are|was|were|has|have|had|needs?|waits?|moved?s?|left|lost|' +
  'will|can|cannot|shares?|goes|and|but|who)\\b)';

const patterns = [
  `\\b(?:${eitherCase('the|our|their')} )?[Oo]nly (?:[\\p{L}\\d-]+ ){0,3}?${ONE_CHILD} (?:in|at|on|with|from)\\b${TO_END}`,
  `\\b${FEW} (?:(?:${TRAIT} ){1,2}${FEW_CHILDREN}|${FEW_CHILDREN} in care)\\b,? (?:in|at|from) ${PLACE}`,
  `\\b${eitherCase('only one|one|a single|1')} ${ONE_CHILD} with (?:an? )?[\\p{L} -]{3,40}? (?:in|at|from) ${NAMED_PLACE}`,
  `\\b[Oo]nly one ${ONE_CHILD} (?:in|at|from) ${PLACE}${TO_END}`,
  `\\b${eitherCase('a|the|one')} ${ONE_CHILD} whose (?:${RELATIVE}) (?:(?:has|have|is|are|was|were) )?(?:${HARM})\\b${TO_END}`,
  `\\b[Aa]n? ${AGE} ${ONE_CHILD} (?:at|from) (?:\\p{Lu}[\\p{L}'.-]* ){1,3}(?:${SCHOOL})\\b`,
].map((pattern) => new RegExp(pattern, 'gu'));

/** The words that point at one child. Source: the partnership’s requirement (rare circumstances). */
export function findRareCircumstances(text: string): Hit[] {
  return patterns.flatMap((pattern) => hits(text, pattern, 'likely'));
}
